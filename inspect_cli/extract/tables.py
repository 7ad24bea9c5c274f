"""Grades in the rows of a table: an area and its grade, a column for each grade, or a row for each force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from inspect_cli.extract.areas_graded import split_areas
from inspect_cli.extract.candidates import Candidate, is_overall
from inspect_cli.extract.grades import GradeClause, Voice
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import GRADE_ALONE, grade_of, pillar_of, year_of
from inspect_cli.extract.sentences import whole
from inspect_cli.extract.whose import topic_of
from inspect_cli.model import Grade, Report

_TICK = re.compile(r"[✓✔☑xX•●*■√]|yes", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.()]*")
_LONGEST_AREA = 14
_FEWEST_GRADES = 3


@dataclass(frozen=True, slots=True)
class _Table:
    """Neighbouring rows; ``head`` are the cells of the first, where they name what stands below them."""

    head: tuple[str, ...]
    rows: tuple[Passage, ...]


def tabled_grades(passages: Sequence[Passage], report: Report) -> Iterator[Candidate]:
    """Give the grades in tables, row by row; keys to the grades and grades of earlier years are none."""
    before = {id(row): above for above, row in pairwise(passages) if row.role is Role.ROW}
    for table in _tables(passages):
        by_grade = [_grade_in(cell) for cell in table.head]
        in_columns = len({grade for grade in by_grade if grade}) >= _FEWEST_GRADES
        for row in table.rows:
            cells = _whole(row.block.cells, before.get(id(row)))
            found = _by_column(cells, by_grade) if in_columns else _by_row(cells, table.head, report.inspection_year)
            force = report.force or topic_of(cells[0]) or row.section.force
            for grade, subject in found:
                yield _candidate(row, grade, subject, force)


def _whole(cells: tuple[str, ...], above: Passage | None) -> tuple[str, ...]:
    """The cells of a row; a first one that begins within a sentence goes on from the line above."""
    if not cells[0][:1].islower() or above is None or above.role is Role.ROW:
        return cells
    return (f"{' '.join(above.block.text.split())} {cells[0]}", *cells[1:])


def _candidate(row: Passage, grade: Grade, subject: str, force: str | None) -> Candidate:
    about = "" if topic_of(subject) else subject.strip(" .,;:")
    overall = not about or (row.section.number is None and is_overall(about)) or about.lower() == pillar_of(about)
    clause = GradeClause(grade, about, Voice.JUDGED)
    return Candidate(row, whole(row.block), clause, overall, None, force, bare=True)


def _tables(passages: Sequence[Passage]) -> Iterator[_Table]:
    rows: list[Passage] = []
    for passage in [*passages, None]:
        if passage is not None and passage.role is Role.ROW:
            rows.append(passage)
        elif rows and (passage is None or passage.role is not Role.FURNITURE):
            head = rows[0].block.cells
            graded = [_grade_in(cell) for cell in head]
            has_head = not any(graded) or sum(grade is not None for grade in graded) >= _FEWEST_GRADES
            yield _Table(head if has_head else (), tuple(rows[1:] if has_head and len(rows) > 1 else rows))
            rows = []


def _by_column(cells: Sequence[str], by_grade: Sequence[Grade | None]) -> Iterator[tuple[Grade, str]]:
    """Under a head of grades a cell holds a tick for the area that begins the row, or the area itself."""
    for cell, grade in zip_longest(cells, by_grade, fillvalue=None):
        if not grade or not cell:
            continue
        if _TICK.fullmatch(cell):
            yield grade, cells[0]
        elif _is_area(cell):
            yield from ((grade, area) for area in (split_areas(cell) if ";" in cell else [cell]))


def _by_row(cells: Sequence[str], head: Sequence[str], year: int | None) -> Iterator[tuple[Grade, str]]:
    graded = [(place, grade) for place, cell in enumerate(cells) if (grade := _grade_in(cell))]
    named = [cell for cell in cells if cell and not _grade_in(cell) and not _NUMBER.fullmatch(cell)]
    if not graded or not named:
        return
    if graded[0][0] == 0:
        # a key says what a grade means; a short list says what has it
        areas = split_areas(named[0])
        yield from ((graded[0][1], area) for area in areas if len(graded) == 1 and all(map(_is_area, areas)))
        return
    for place, grade in graded:
        column = head[place] if place < len(head) else ""
        stated = year_of(column)
        if stated is not None:
            if stated == year:
                yield grade, named[0]
        elif len(graded) == 1:
            yield grade, named[0]
        elif column and topic_of(named[0]):
            yield grade, column
        elif column:
            yield grade, f"{named[0]}: {column}"


def _grade_in(cell: str) -> Grade | None:
    match = GRADE_ALONE.fullmatch(cell.strip())
    return grade_of(match.group(1)) if match else None


def _is_area(cell: str) -> bool:
    return 0 < len(cell.split()) <= _LONGEST_AREA and not cell.rstrip().endswith(".")
