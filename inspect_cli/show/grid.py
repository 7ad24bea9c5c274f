"""Grades through the years as a grid: pillar and question down, inspection years across."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from inspect_cli.model import Basis, TrendBreak, TrendCell, TrendGap, TrendRow
from inspect_cli.show.columns import GAP, Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import GRADE_STYLES, force_words, ungraded_words, words

BREAK = "┆"
CARRIED = "←"
_SUBJECT = "Pillar and question"
_SUBJECT_LEAST = 26
_CELL_LEAST = 13


def trend_grid(rows: Sequence[TrendRow], look: Look, breaks: Sequence[TrendBreak] = ()) -> RenderableType:
    """Show the grid, a line before each year that ``breaks`` with those before it; notes come last.

    Years that find no room beside each other stand in a second grid below.
    """
    broken = {one.year for one in breaks}
    # The year of a cycle of PEEL is called as the cycle is.
    ordered = sorted(rows, key=lambda row: row.programme == "PEEL")
    labels = {gap.year: gap.label for row in ordered for gap in row.gaps}
    labels |= {one.year: one.label for row in ordered for one in row.cells}
    years = sorted(labels)
    parts: list[RenderableType] = []
    for taken in _portions(years, look.width):
        names = {year: f"{BREAK} {labels[year]}" if year in broken else labels[year] for year in taken}
        columns = [
            Column(_SUBJECT, least=_SUBJECT_LEAST),
            *(Column(name, least=_CELL_LEAST) for name in names.values()),
        ]
        kept = [row for row in rows if not _years(row).isdisjoint(taken)]
        parts += [make_table(columns, _lines(kept, names, broken), look.width), Text()]
    return Group(*parts, *_notes(rows, breaks, labels))


def _years(row: TrendRow) -> set[int]:
    return {one.year for one in row.cells} | {gap.year for gap in row.gaps}


def _portions(years: list[int], width: int | None) -> list[list[int]]:
    room = len(years) if width is None else max(1, (width - _SUBJECT_LEAST) // (_CELL_LEAST + GAP))
    return [years[start : start + room] for start in range(0, len(years), max(1, room))]


def _lines(rows: Sequence[TrendRow], names: Mapping[int, str], broken: Collection[int]) -> list[Row]:
    several = len({row.force for row in rows}) > 1
    lines: list[Row] = []
    for row in rows:
        cells: dict[int, TrendCell | TrendGap] = {one.year: one for one in row.gaps}
        cells |= {one.year: one for one in row.cells}
        shown = {name: _cell(cells.get(year), year in broken) for year, name in names.items()}
        lines.append({_SUBJECT: _subject(row, several), **shown})
    return lines


def _subject(row: TrendRow, several: bool) -> Text:
    force = f"{force_words(row.force)}: " if several else ""
    if row.question is None:
        return cell(f"{force}{words(row.pillar) if row.pillar and row.whole else row.subject}", "bold")
    return cell(f"{force}{row.question}. {row.subject}")


def _cell(one: TrendCell | TrendGap | None, broken: bool) -> Text:
    """Give a grade: carried over with the year it was earned in, after a break where it may not be compared."""
    apart = isinstance(one, TrendCell) and one.comparable_with_previous is False
    line = Text(f"{BREAK} " if broken or apart else "", style="dim")
    if one is None:
        return line
    if isinstance(one, TrendGap):
        return Text.assemble(line, (ungraded_words(one.to_come), "dim italic"))
    carried = f" {CARRIED}{one.carried_from or ''}" if one.basis is Basis.CARRIED_OVER else ""
    return Text.assemble(line, (words(one.grade), GRADE_STYLES[one.grade]), (carried, "dim"))


def _notes(rows: Sequence[TrendRow], breaks: Sequence[TrendBreak], labels: Mapping[int, str]) -> list[Text]:
    cells = [one for row in rows for one in row.cells]
    notes = []
    carried = [one.carried_from for one in cells if one.basis is Basis.CARRIED_OVER]
    if carried:
        earned = next((year for year in carried if year), "")
        notes.append(
            f"{CARRIED}{earned}  carried over: the grade was earned in that year's inspection, which counts once"
        )
    reasons = {(one.year, one.why_not) for one in breaks}
    # A pillar may break with its past where the cycles do not, and inspections outside PEEL at another time.
    alone = [one for one in cells if one.comparable_with_previous is False]
    reasons |= {
        (one.year, one.why_not)
        for one in alone
        if not any(told.year <= one.year and told.why_not == one.why_not for told in breaks)
    }
    for year, why in sorted(reasons, key=lambda one: (one[0], one[1] or "")):
        known = why or "no reason is known"
        notes.append(f"{BREAK}  {labels[year]} may not be compared with what stands before it: {known}")
    return [cell(note, "dim") for note in notes]
