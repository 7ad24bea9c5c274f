"""What there is to know at a glance: reports, grades, areas, what is late and what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import AreaStatus, AreaView, Grade, Judgement, Rag, StatusView, Where, count
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.footers import is_open
from inspect_cli.show.look import Look
from inspect_cli.show.words import (
    GRADE_STYLES,
    NATIONAL,
    RAG_STYLES,
    VIEW_STYLES,
    basis_words,
    day_words,
    days_words,
    force_words,
    listed,
    view_words,
    words,
)

_MOST = 6
_WEAKEST = 3
_LEFT_OF_TITLES, _NARROWEST = 20, 20
_AREAS = (
    Column("ID"),
    Column("Area", least=24),
    Column("Raised"),
    Column("Open for"),
    Column("Inspectorate", keep=6, least=12, under="Area"),
    Column("RAG"),
)


def status_text(view: StatusView, look: Look) -> RenderableType:
    """Show the reports, the grades of today, how areas stand, what needs attention, and the areas open for longest."""
    years = sorted({one.report.inspection_year for one in view.reports if one.report.inspection_year})
    span = "" if not years else f", {look.label(years[0])}" + (f" to {look.label(years[-1])}" if years[1:] else "")
    title = Text.assemble((force_words(view.force), "bold"), f": {count(len(view.reports), 'report')}{span}")
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True)
    facts.add_column(overflow="fold")
    for name, value in (
        *_reports(view, look),
        *_grades(view, look),
        *_totals(view),
        *_dates(view),
        *_attention(view),
    ):
        facts.add_row(Text(name, style="dim"), value)
    open_areas = [one for one in view.areas if is_open(one)]
    if not open_areas:
        return Group(title, Text(), facts)
    table = make_table(_AREAS, [_area(one, look) for one in open_areas[:_MOST]], look.width)
    left = len(open_areas) - _MOST
    more = [cell(f"and {count(left, 'more area')}: inspect-cli areas", "dim")] if left > 0 else []
    return Group(title, Text(), facts, Text(), table, *more)


def where_text(one: Where) -> Table:
    """Show where the data is, and why there."""
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True)
    facts.add_column(overflow="fold")
    store = cell(one.store if one.exists else f"{one.store} (not there yet)")
    for name, value in (("Data folder", cell(one.data, "bold")), ("Store", store), ("Why there", cell(one.why))):
        facts.add_row(Text(name, style="dim"), value)
    return facts


def _reports(view: StatusView, look: Look) -> list[tuple[str, Text]]:
    rows = []
    for place, one in enumerate(view.reports[:_MOST]):
        year = look.label(one.report.inspection_year) if one.report.inspection_year else "undated"
        title = cell(one.report.title)
        if look.width is not None:
            title.truncate(max(_NARROWEST, look.width - _LEFT_OF_TITLES), overflow="ellipsis")
        rows.append(("Reports" if place == 0 else "", Text.assemble((f"{year:<9}", "dim"), title)))
    if len(view.reports) > _MOST:
        rows.append(("", cell(f"and {count(len(view.reports) - _MOST, 'more', 'more')}: inspect-cli reports", "dim")))
    if view.undated:
        rows.append(
            ("Undated", cell(f"{count(view.undated, 'report')}: inspect-cli reports says how to date", "yellow"))
        )
    return rows


def _grades(view: StatusView, look: Look) -> list[tuple[str, Text]]:
    """Give the grades of today; those of pillars are told as former ones once areas of policing were graded."""
    rows = [("Grades", _areas_graded(view.areas_graded, look))] if view.areas_graded else []
    for place, one in enumerate(view.judgements):
        what = words(one.pillar) if one.pillar else one.subject
        year = look.label(one.year)
        if view.areas_graded:
            line = cell(f"{what}  {words(one.grade)} in {year}, {basis_words(one)}", "dim")
        else:
            grade = Text(words(one.grade), style=GRADE_STYLES[one.grade])
            line = Text.assemble(cell(what), "  ", grade, cell(f"  {year}, {basis_words(one)}", "dim"))
        rows.append((("Before" if view.areas_graded else "Grades") if place == 0 else "", line))
    return rows


def _areas_graded(judgements: Sequence[Judgement], look: Look) -> Text:
    """Count the grades of areas of policing, best first, and name the weakest."""
    counts = Counter(one.grade for one in judgements)
    parts = [Text(f"{counts[grade]} {words(grade)}", style=GRADE_STYLES[grade]) for grade in Grade if counts[grade]]
    line = Text.assemble((f"{look.label(judgements[0].year):<9}", "dim"), Text(" · ").join(parts))
    weakest = [one for one in judgements if one.grade is judgements[0].grade]
    if len(weakest) == len(judgements):
        return line
    named = listed(one.subject for one in weakest[:_WEAKEST])
    more = f" and {len(weakest) - _WEAKEST} more" if len(weakest) > _WEAKEST else ""
    return Text.assemble(line, cell(f"; weakest: {named}{more}"))


def _totals(view: StatusView) -> list[tuple[str, Text]]:
    """Count the areas by status, as a sum that adds up, and by colour."""
    stands = Counter(one.state.status for one in view.areas)
    total = " + ".join(f"{stands[status]} {words(status)}" for status in AreaStatus)
    national = sum(one.area.national for one in view.areas)
    total += f"; {national} national" if national else ""
    rows = [("Areas", Text(f"{len(view.areas)} = {total}" if view.areas else "none tracked"))]
    colours = Counter(one.state.rag for one in view.areas)
    parts = [Text(f"{rag} {colours[rag]}", style=RAG_STYLES[rag]) for rag in Rag if colours[rag]]
    return [*rows, ("RAG", Text(" · ").join(parts))] if parts else rows


def _dates(view: StatusView) -> list[tuple[str, Text]]:
    """Give the dates that are next, and how many areas have none."""
    known = {one.area.id: one for one in view.areas}
    rows = []
    for place, one in enumerate(known[name] for name in view.next_dates):
        line = Text.assemble(cell(_due(one)), cell(f"  {one.area.title}", "dim"))
        rows.append(("Next due" if place == 0 else "", line))
    if view.no_date:
        rows.append(("No date", cell(f"{count(len(view.no_date), 'open area')} without one")))
    return rows


def _attention(view: StatusView) -> list[tuple[str, Text]]:
    """Give what is late, disputed or unsaid; nothing where nothing is."""
    known = {one.area.id: one for one in view.areas}
    rows = []
    for name, ids, style in (
        ("Overdue", view.overdue, "red"),
        ("Due soon", view.due_soon, "yellow"),
        ("Disputed", view.disputed, "yellow"),
        ("Silent", view.silent, ""),
    ):
        if ids:
            titles = _titles([known[one] for one in ids], with_due=name in ("Overdue", "Due soon"))
            rows.append((name, Text.assemble((f"{len(ids)}  ", style), cell(titles))))
    if view.proposed:
        rows.append(("Proposed", cell(f"{count(view.proposed, 'link')} to rule on; inspect-cli areas --proposed")))
    return rows


def _titles(areas: Sequence[AreaView], *, with_due: bool) -> str:
    dues = [f" ({_due(one)})" if with_due else "" for one in areas]
    named = [one.area.title + due for one, due in zip(areas[:3], dues, strict=False)]
    return "; ".join(named) + (f"; and {len(areas) - 3} more" if len(areas) > 3 else "")


def _due(one: AreaView) -> str:
    left = one.state.days_left
    return day_words(one.state.due) + (f", {days_words(left)}" if left is not None else "")


def _area(one: AreaView, look: Look) -> Row:
    view = one.area.inspectorate_view
    return {
        "ID": cell(look.short(one.area.id), "cyan"),
        "Area": Text.assemble(cell(one.area.title), (f" {NATIONAL}" if one.area.national else "", "dim")),
        "Raised": cell(look.label(one.area.first_raised)),
        "Open for": cell(count(one.years_open, "year") if one.years_open is not None else "–"),
        "Inspectorate": cell(view_words(one.area, look.label), VIEW_STYLES.get(view or "", "")),
        "RAG": cell(one.state.rag, RAG_STYLES[one.state.rag]),
    }
