"""The tracked areas: areas, track and show."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli import ruling
from inspect_cli.cli.listing import as_of_line, nothing, put
from inspect_cli.cli.offers import followed, items
from inspect_cli.cli.options import FILTERS, group_taking, taking
from inspect_cli.cli.session import Session, begin

Named = Annotated[
    list[str],
    typer.Argument(
        metavar="AREA-OR-THEME...",
        help="A theme, the beginning of an area's id, or words of its title.",
        autocompletion=followed,
    ),
]
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of any item, or as much of its beginning as is its own.", autocompletion=items
    ),
]


def areas(context: typer.Context) -> None:
    """List what is tracked across years, longest open first.

    Or, with a command of its own, rule on what is one area.
    """
    if context.invoked_subcommand is None:
        _put_areas(begin(context))


def _put_areas(session: Session) -> None:
    from inspect_cli.model import FindingKind, ReferenceKind
    from inspect_cli.workflow.picking import Pick, pick_areas, proposals

    session.keep_to_force()
    picks = [pick for pick in Pick if session.given.get(pick.value)]
    views = pick_areas(session.book, session.filters(FindingKind, ReferenceKind), picks)
    command = " ".join(["areas", *(f"--{pick}" for pick in picks)])
    without = _NONE[picks[0]] if len(picks) == 1 else "No areas are all of these." if picks else ""
    if session.out.is_table and Pick.PROPOSED in picks:
        put(session, "proposals", proposals(session.book, views), without, command)
    else:
        put(session, picks[0] if session.out.is_table and picks else "areas", views, without, command)


_NONE = {
    "moved": "No due date was moved.",
    "proposed": "No link awaits a ruling.",
    "disputed": "There is no area on which the force's word and the inspectorate's view differ.",
    "silent": "There is no open area that a later report on the same ground says nothing of.",
}


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
        said = (moment.id for moment in found.timeline if moment.report)
        first = session.look.short(next(said, found.areas[0].area.id))
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
    group = typer.Typer()
    picks = ("moved", "proposed", "disputed", "silent")
    narrowing = group_taking(*FILTERS, "kind", "theme", "formal/--all", "national", "status", "report", *picks, "limit")
    group.callback(cls=narrowing, invoke_without_command=True, epilog=f"{example}areas --formal")(areas)
    ruling.register(app, group)
    app.add_typer(group, name="areas")
    add(cls=taking(*FILTERS), epilog=f"{example}track vetting")(track)
    add(cls=taking(), epilog=f"{example}show f4k2m")(show)
