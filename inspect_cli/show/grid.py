"""Grades through the years as a grid: pillar and question down, inspection years across."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from inspect_cli.model import Basis, TrendCell, TrendRow
from inspect_cli.show.columns import GAP, Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import GRADE_STYLES, force_words, words

BREAK = "┆"
CARRIED = "←"
_SUBJECT = "Pillar and question"
_SUBJECT_LEAST = 26
_CELL_LEAST = 13


def trend_grid(rows: Sequence[TrendRow], look: Look) -> RenderableType:
    """Show the grid; years that find no room beside each other stand in a second grid below; notes come last."""
    labels = {one.year: one.label for row in rows for one in row.cells}
    years = sorted(labels)
    parts: list[RenderableType] = []
    for taken in _portions(years, look.width):
        names = [labels[year] for year in taken]
        columns = [Column(_SUBJECT, least=_SUBJECT_LEAST), *(Column(name, least=_CELL_LEAST) for name in names)]
        kept = [row for row in rows if any(one.year in taken for one in row.cells)]
        parts += [make_table(columns, _lines(kept, names, labels), look.width), Text()]
    return Group(*parts, *_notes(rows))


def _portions(years: list[int], width: int | None) -> list[list[int]]:
    room = len(years) if width is None else max(1, (width - _SUBJECT_LEAST) // (_CELL_LEAST + GAP))
    return [years[start : start + room] for start in range(0, len(years), max(1, room))]


def _lines(rows: Sequence[TrendRow], names: Sequence[str], labels: dict[int, str]) -> list[Row]:
    several = len({row.force for row in rows}) > 1
    lines: list[Row] = []
    for row in rows:
        cells = {labels[one.year]: _cell(one) for one in row.cells}
        lines.append({_SUBJECT: _subject(row, several), **{name: cells.get(name, Text()) for name in names}})
    return lines


def _subject(row: TrendRow, several: bool) -> Text:
    force = f"{force_words(row.force)}: " if several else ""
    if row.question is None:
        return cell(f"{force}{words(row.pillar) if row.pillar else row.subject}", "bold")
    return cell(f"{force}{row.question}. {row.subject}")


def _cell(one: TrendCell) -> Text:
    """Give a grade: carried over with the year it was earned in, after a break where it may not be compared."""
    carried = f" {CARRIED}{one.carried_from or ''}" if one.basis is Basis.CARRIED_OVER else ""
    broken = f"{BREAK} " if one.comparable_with_previous is False else ""
    return Text.assemble((broken, "dim"), (words(one.grade), GRADE_STYLES[one.grade]), (carried, "dim"))


def _notes(rows: Sequence[TrendRow]) -> list[Text]:
    cells = [one for row in rows for one in row.cells]
    notes = []
    if any(one.basis is Basis.CARRIED_OVER for one in cells):
        notes.append(f"{CARRIED}2017  carried over: the grade was earned in that year's inspection, which counts once")
    broken = {(one.year, one.label, one.why_not) for one in cells if one.comparable_with_previous is False}
    for _, label, why in sorted(broken, key=lambda one: (one[0], one[2] or "")):
        notes.append(f"{BREAK}  {label} may not be compared with what stands before it: {why or 'no reason is known'}")
    return [cell(note, "dim") for note in notes]
