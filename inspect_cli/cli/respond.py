"""The local policing body's response to a report: respond records it; reports --responses lists them all."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.deciding import carry_out
from inspect_cli.cli.listing import put
from inspect_cli.cli.offers import reports
from inspect_cli.cli.options import taking
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import UsageError

Report = Annotated[
    str, typer.Argument(metavar="REPORT", help="The beginning of the report's id.", autocompletion=reports)
]


def respond(context: typer.Context, report: Report) -> None:
    """Record when comments on a report were published.

    These are the local policing body's under section 55 of the Police Act 1996, due within 56 days, the day of
    publication included; inspect-cli reports --responses lists them.
    """
    from inspect_cli.workflow.responding import Respond

    session = begin(context)
    published = session.day("published")
    if published is None:
        raise UsageError("no day was given", "name the day of publication: --published 2019-11-01")
    carry_out(session, Respond(report, published, session.given.get("reason")))


def put_responses(session: Session) -> None:
    """Put out how the response to each report stands."""
    from inspect_cli.model import DocumentKind
    from inspect_cli.workflow.responding import response_views

    put(session, "responses", response_views(session.book, session.filters(DocumentKind)))


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    epilog = "Example: inspect-cli respond r3nwz --published '1 November 2024'"
    app.command(cls=taking("published", "reason", "by", "dry-run", "wait"), epilog=epilog)(respond)
