"""Rulings on links and areas: link, unlink, and areas merge, split, open, rename."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from inspect_cli.cli.deciding import carry_out
from inspect_cli.cli.offers import areas, finds
from inspect_cli.cli.options import DECIDING, taking
from inspect_cli.cli.session import begin
from inspect_cli.errors import UsageError

LinkIds = Annotated[
    list[str],
    typer.Argument(
        metavar="ID... AREA", help="Findings or follow-ups by their ids, and the area's id last.", autocompletion=finds
    ),
]
UnlinkIds = Annotated[
    list[str],
    typer.Argument(
        metavar="ID... [AREA]",
        help="Findings or follow-ups; the area's id where it is in several.",
        autocompletion=finds,
    ),
]
Area = Annotated[
    str, typer.Argument(metavar="AREA", help="The id of the area, or the beginning of it.", autocompletion=areas)
]
Others = Annotated[
    list[str], typer.Argument(metavar="OTHER...", help="The areas that go into it.", autocompletion=areas)
]
Finds = Annotated[
    list[str], typer.Argument(metavar="ID...", help="The findings and follow-ups that move.", autocompletion=finds)
]
Finding = Annotated[
    str, typer.Argument(metavar="FINDING", help="The id of a finding that is in no area.", autocompletion=finds)
]
Title = Annotated[list[str], typer.Argument(metavar="TITLE...", help="The new title.")]
_AREA_LETTER = "a"


def link(context: typer.Context, ids: LinkIds) -> None:
    """Rule that findings or follow-ups belong to an area.

    With --accept or --reject: settle what inspect-cli areas --proposed lists, many at once.
    """
    from inspect_cli.workflow.linking import Accept, Link, Reject

    session = begin(context)
    given = session.given.get
    finds, area = _parted(ids)
    if given("accept") and given("reject"):
        raise UsageError("--accept and --reject were both given", "settle the ones, then the others")
    if given("accept") or given("reject"):
        settle = Accept if given("accept") else Reject
        carry_out(session, settle(finds, area, given("reason")))
    elif area is None:
        raise UsageError(
            "no area was named", "name it last: inspect-cli link f4k2m a7k2m; all areas: inspect-cli areas"
        )
    else:
        carry_out(session, Link(finds, area, given("reason")))


def unlink(context: typer.Context, ids: UnlinkIds) -> None:
    """Rule that findings or follow-ups do not belong to an area.

    They are not proposed to it again.
    """
    from inspect_cli.workflow.linking import Unlink

    session = begin(context)
    finds, area = _parted(ids)
    carry_out(session, Unlink(finds, area, session.given.get("reason")))


def _parted(ids: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Part what was typed into finds and the area that may come last: an area's id begins with its letter."""
    *finds, last = ids
    if last.lower().startswith(_AREA_LETTER):
        return tuple(finds), last
    return tuple(ids), None


def merge(context: typer.Context, area: Area, others: Others) -> None:
    """Make one area of several; the ids of the others lead to it."""
    from inspect_cli.workflow.shaping import Merge

    session = begin(context)
    carry_out(session, Merge(area, tuple(others), session.given.get("reason")))


def split(context: typer.Context, area: Area, finds: Finds) -> None:
    """Move some of an area's members into an area of their own."""
    from inspect_cli.workflow.shaping import Split

    session = begin(context)
    carry_out(session, Split(area, tuple(finds), session.given.get("reason")))


def open_(context: typer.Context, finding: Finding) -> None:
    """Track a finding that is in no area, such as a concern."""
    from inspect_cli.workflow.shaping import Open

    session = begin(context)
    carry_out(session, Open(finding, session.given.get("reason"), session.force))


def rename(context: typer.Context, area: Area, title: Title) -> None:
    """Give an area another title."""
    from inspect_cli.workflow.shaping import Rename

    session = begin(context)
    carry_out(session, Rename(area, " ".join(title), session.given.get("reason")))


def register(app: typer.Typer, areas: typer.Typer) -> None:
    """Add these commands to the program and to its group ``areas``."""
    example, deciding = "Example: inspect-cli ", taking(*DECIDING)
    app.command(
        cls=taking("accept", "reject", *DECIDING), epilog=f"{example}link f4k2m a7k2m --reason 'the same backlog'"
    )(link)
    app.command(cls=deciding, epilog=f"{example}unlink f4k2m --reason 'another matter'")(unlink)
    areas.command(cls=deciding, epilog=f"{example}areas merge a7k2m a8k2m --reason 'one matter'")(merge)
    areas.command(cls=deciding, epilog=f"{example}areas split a7k2m f4k2m --reason 'two matters'")(split)
    areas.command("open", cls=taking("force", *DECIDING), epilog=f"{example}areas open f4k2m")(open_)
    areas.command(cls=deciding, epilog=f"{example}areas rename a7k2m Vetting backlog")(rename)
