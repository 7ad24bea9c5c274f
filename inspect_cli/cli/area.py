"""The tracked areas: areas, track and show."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.listing import as_of_line, nothing, put
from inspect_cli.cli.options import FILTERS, taking
from inspect_cli.cli.session import begin

Named = Annotated[
    list[str],
    typer.Argument(metavar="AREA-OR-THEME...", help="A theme, the beginning of an area's id, or words of its title."),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="The id of any item, or as much of its beginning as is its own.")]


def areas(context: typer.Context) -> None:
    """List what is tracked across years, longest open first."""
    from inspect_cli.model import FindingKind, ReferenceKind
    from inspect_cli.workflow.queries import list_areas

    session = begin(context)
    put(session, "areas", list_areas(session.book, session.filters(FindingKind, ReferenceKind)))


def track(context: typer.Context, named: Named) -> None:
    """Follow an area, or a theme's areas, down one line of time."""
    from inspect_cli.workflow.tracking import track as follow

    session = begin(context)
    wanted = " ".join(named)
    found = follow(session.book, wanted, session.filters())
    if not session.out.is_table:
        from inspect_cli.show import answers, as_json
        from inspect_cli.show.as_csv import FIELDS

        moments = [as_json.moment(one) for one in found.timeline]
        session.out.answer(moments, answers.track(found), FIELDS["timeline"])
    elif found.areas:
        from inspect_cli.show.timeline import track_text

        session.out.show(track_text(found, session.look))
        first = session.look.short(found.timeline[0].id if found.timeline else found.areas[0].area.id)
        session.out.footer([f"one item whole: inspect-cli show {first}", *as_of_line(session)])
    else:
        without = f"No area is tracked under '{wanted}'. Try: inspect-cli search {wanted}"
        session.out.show(nothing(session, "areas", without, f"track {wanted}"))


def show(context: typer.Context, item: Id) -> None:
    """Show one item whole, its words in their surroundings.

    With its report, how that is dated, and what the item is linked to and why.
    """
    from inspect_cli.workflow.detail import detail

    session = begin(context)
    found = detail(session.book, item, session.folder)
    if session.out.is_table:
        from inspect_cli.show.detail import detail_text

        session.out.show(detail_text(found, session.look))
        return
    from inspect_cli.show import answers

    record = answers.detail(found)
    session.out.answer([record], record)


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    example = "Example: inspect-cli "
    add = app.command
    add(cls=taking(*FILTERS, "kind", "theme", "formal/--all", "report", "limit"), epilog=f"{example}areas --formal")(
        areas
    )
    add(cls=taking(*FILTERS), epilog=f"{example}track vetting")(track)
    add(cls=taking(), epilog=f"{example}show f4k2m")(show)
