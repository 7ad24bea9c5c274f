"""Working an area: update, note, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from inspect_cli.cli.deciding import carry_out
from inspect_cli.cli.offers import areas
from inspect_cli.cli.options import DECIDING, taking
from inspect_cli.cli.session import Session, begin

if TYPE_CHECKING:
    from inspect_cli.model import AreaStatus

Areas = Annotated[
    list[str],
    typer.Argument(
        metavar="AREA...",
        help="The ids of areas, or as much of their beginnings as is their own.",
        autocompletion=areas,
    ),
]
Area = Annotated[
    str, typer.Argument(metavar="AREA", help="The id of an area, or the beginning of it.", autocompletion=areas)
]
Words = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What is to be remembered.")]


def update(context: typer.Context, areas: Areas) -> None:
    """Say where the force stands with areas.

    Who has them in hand, by when, what was done and what shows it.
    To close one wants --evidence; not to accept one, or to move its due date, wants a --reason.
    """
    from inspect_cli.workflow.update import Update

    session = begin(context)
    given = session.given.get
    request = Update(
        areas=tuple(areas),
        status=_status(session),
        owner=given("owner"),
        due=session.day("due", past=False),
        no_due=bool(given("no_due")),
        reason=given("reason"),
        evidence=given("evidence"),
        anyway=given("anyway"),
    )
    carry_out(session, request)


def _status(session: Session) -> AreaStatus | None:
    """Read --status, spelt with blanks or hyphens; raises UsageError with those there are."""
    from inspect_cli.errors import UsageError
    from inspect_cli.model import AreaStatus, normal_words

    text = session.given.get("status")
    if text is None:
        return None
    known = {normal_words(status.value): status for status in AreaStatus}
    if normal_words(text) not in known:
        raise UsageError(f"unknown status '{text}'", f"one of: {', '.join(AreaStatus)}")
    return known[normal_words(text)]


def note(context: typer.Context, area: Area, text: Words) -> None:
    """Keep a remark on an area, with the day and your name."""
    from inspect_cli.workflow.update import Note

    carry_out(begin(context), Note(area, " ".join(text)))


def undo(context: typer.Context) -> None:
    """Take the newest decision back, and say what it was.

    The log keeps both. A further undo takes back the decision before it.
    """
    from inspect_cli.workflow.undoing import Undo

    session = begin(context)
    carry_out(session, Undo(session.given.get("reason")))


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    example = "Example: inspect-cli "
    add = app.command
    add(
        cls=taking("status", "owner", "due", "no-due", "evidence", "anyway", *DECIDING),
        epilog=f"{example}update a7k2m --status in-progress --owner 'Head of PSD' --due 'in 6 weeks'",
    )(update)
    add(
        cls=taking(*(name for name in DECIDING if name != "reason")),
        epilog=f"{example}note a7k2m Raised with the vetting unit",
    )(note)
    add(cls=taking(*DECIDING), epilog=f"{example}undo --reason 'wrong area'")(undo)
