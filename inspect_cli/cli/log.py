"""What was decided, looked back upon: log, changes."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.listing import put
from inspect_cli.cli.offers import areas
from inspect_cli.cli.options import taking
from inspect_cli.cli.session import begin
from inspect_cli.errors import UsageError

Area = Annotated[
    str | None,
    typer.Argument(
        metavar="[AREA]",
        help="The id of an area, or one it once had; its beginning will do.",
        show_default=False,
        autocompletion=areas,
    ),
]


def log(context: typer.Context, area: Area = None) -> None:
    """List what was decided, by whom, when and why, oldest first.

    What was taken back is marked.
    """
    from inspect_cli.workflow.history import log as read_log

    session = begin(context)
    without = "Nothing was decided yet"
    step = "inspect-cli update AREA --owner NAME"
    put(session, "events", read_log(session.book, area), f"{without}{f' on {area}' if area else ''}. To begin: {step}")


def changes(context: typer.Context) -> None:
    """List what changed since a day, for the paper of a meeting.

    What was closed, opened, moved, handed over, newly reported, noted; with --as-of, up to that day.
    """
    from inspect_cli.show.words import day_words
    from inspect_cli.workflow.history import changes as read_changes

    session = begin(context)
    since = session.day("day_since", "--since")
    if since is None:
        raise UsageError("no day was given", "name the last meeting's: inspect-cli changes --since '31 January'")
    found = read_changes(session.book, since, session.filters())
    put(session, "changes", found, f"Nothing changed since {day_words(since)}.")


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command(cls=taking("limit"), epilog="Example: inspect-cli log a7k2m")(log)
    app.command(
        cls=taking("day-since", "force", "theme", "limit"), epilog="Example: inspect-cli changes --since '31 January'"
    )(changes)
