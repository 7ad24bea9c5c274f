"""The log of what was decided, and what changed since a meeting, grouped as its paper is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import Change, ChangeKind, EventKind, EventView, count
from inspect_cli.show.columns import NONE, Column, Row, cell, make_table
from inspect_cli.show.decisions import change_words
from inspect_cli.show.look import Look
from inspect_cli.show.words import day_short, listed, words

LOG = (
    Column("When"),
    Column("Who", least=8),
    Column("ID"),
    Column("Area", keep=4, least=16, under="What"),
    Column("What", least=26),
    Column("Why", keep=5, least=16, under="What", label="why: "),
)
CHANGES = (
    Column("Change"),
    Column("When"),
    Column("ID"),
    Column("Area", least=20),
    Column("What", keep=8, least=20, under="Area"),
    Column("Who", keep=7, least=8, under="Area", label="by "),
    Column("Why", keep=6, least=16, under="Area", label="why: "),
)
# The headings of a meeting's paper, in their order, and what stands under each.
_GROUPS = {
    "closed": (ChangeKind.CLOSED,),
    "complete": (ChangeKind.COMPLETED,),
    "not accepted": (ChangeKind.NOT_ACCEPTED,),
    "opened": (ChangeKind.OPENED, ChangeKind.STARTED, ChangeKind.TRACKED),
    "moved": (ChangeKind.MOVED, ChangeKind.DATED),
    "handed over": (ChangeKind.HANDED_OVER, ChangeKind.ASSIGNED),
    "newly reported": (ChangeKind.REPORTED, ChangeKind.FOLLOWED_UP, ChangeKind.REPORTED_AGAIN),
    "noted": (ChangeKind.NOTED, ChangeKind.EVIDENCED, ChangeKind.RESPONDED),
    "rearranged": (
        ChangeKind.LINKED,
        ChangeKind.UNLINKED,
        ChangeKind.MERGED,
        ChangeKind.SPLIT,
        ChangeKind.RENAMED,
        ChangeKind.TAKEN_BACK,
    ),
}
_STYLES = {"closed": "green", "complete": "green", "opened": "yellow", "moved": "yellow"}


def log_text(views: Sequence[EventView], look: Look) -> RenderableType:
    """Show events, oldest first; where all are on one area it is named once, above."""
    named = {(view.area, view.title) for view in views}
    if len(named) > 1 or None in next(iter(named)):
        return make_table(LOG, _events(views, look), look.width)
    ((area, title),) = named
    without = [{**row, "ID": Text(), "Area": Text()} for row in _events(views, look)]
    head = Text.assemble(cell(title or "", "bold"), "  ", (look.short(area), "cyan"))
    return Group(head, Text(), make_table(LOG, without, look.width))


def _events(views: Sequence[EventView], look: Look) -> list[Row]:
    """Give a row an event; on a terminal a command's moment and person are said once, its area while it is the same."""
    rows: list[Row] = []
    before: EventView | None = None
    for view in _by_command(views):
        row = _event(view, look)
        if before and look.width is not None and (before.event.at, before.event.by) == (view.event.at, view.event.by):
            same = ("When", "Who") if view.event.area != before.event.area else ("When", "Who", "ID", "Area")
            row = {**row, **{name: Text() for name in same}}
        rows.append(row)
        before = view
    return rows


def _by_command(views: Sequence[EventView]) -> Iterator[EventView]:
    """Bring together what one command decided on each area: the order within a moment tells nothing."""
    for _, run in groupby(views, key=lambda view: (view.event.at, view.event.by)):
        yield from sorted(run, key=lambda view: (view.event.area or "", view.event.kind))


def _event(view: EventView, look: Look) -> Row:
    one = view.event
    style = "dim" if view.undone_by else ""
    undone = Text(" (undone)" if view.undone_by else "", style="yellow")
    return {
        "When": cell(f"{day_short(one.at.date())} {one.at:%H:%M}", style),
        "Who": cell(one.by, style),
        "ID": cell(look.short(view.area or one.area or one.report), "cyan"),
        "Area": cell(view.title or "gone", style),
        "What": Text.assemble(cell(change_words(one, look.short, view.undone), style), undone),
        "Why": cell(one.reason or "", style),
    }


def log_footer(views: Sequence[EventView], look: Look) -> list[str]:
    """Count what was decided and what was taken back."""
    del look
    undos = sum(view.event.kind is EventKind.UNDO for view in views)
    undone = sum(view.undone_by is not None for view in views)
    back = f", {undone} of them taken back" if undone else ""
    return [f"{count(len(views) - undos, 'decision')}{back}. inspect-cli undo takes back the newest that holds"]


def changes_table(found: Sequence[Change], look: Look) -> Table:
    """Show changes under the headings of a meeting's paper; on a terminal each heading is said once."""
    rows: list[Row] = []
    for heading, kinds in _GROUPS.items():
        for place, one in enumerate(change for change in found if change.what in kinds):
            said = heading if place == 0 or look.width is None else ""
            rows.append(
                {"Change": cell(said, f"bold {_STYLES.get(heading, '')}".strip()), **_change(one, heading, look)}
            )
    return make_table(CHANGES, rows, look.width)


def _change(one: Change, heading: str, look: Look) -> Row:
    return {
        "When": cell(day_short(one.day)),
        "ID": cell(look.short(one.area or one.report), "cyan"),
        "Area": cell(one.title),
        "What": cell(_what(one, heading, look)),
        "Who": cell(one.by),
        "Why": cell(one.reason or ""),
    }


def _what(one: Change, heading: str, look: Look) -> str:
    """Say what happened, beyond the heading: of a decision from what to what, of a report's word its verdict."""
    if one.event is None:
        kind = words(one.what) if words(one.what) != heading else ""
        return listed((kind, words(one.after) if one.after else "", _in_report(one.report, look)))
    if one.event.kind is EventKind.UNDO:
        return f"{words(one.what)}, an undo: {_between(one)}"
    return change_words(one.event, look.short)


def _in_report(name: str | None, look: Look) -> str:
    """Name a report by its inspection year and its id: "in the 2018/19 report rhezw"."""
    report = look.reports.get(name or "")
    year = f"{look.label(report.inspection_year)} " if report and report.inspection_year else ""
    return f"in the {year}report {look.short(name)}"


def _between(one: Change) -> str:
    return " → ".join(_day_or_words(value) for value in (one.before, one.after))


def _day_or_words(value: str | None) -> str:
    if value is None:
        return NONE
    try:
        return day_short(date.fromisoformat(value))
    except ValueError:
        return value


def changes_footer(found: Sequence[Change], look: Look) -> list[str]:
    """Count the changes under each heading."""
    del look
    counts = {heading: sum(one.what in kinds for one in found) for heading, kinds in _GROUPS.items()}
    told = listed(f"{number} {heading}" for heading, number in counts.items() if number)
    return [f"{count(len(found), 'change')}: {told}. inspect-cli log has who decided what"]
