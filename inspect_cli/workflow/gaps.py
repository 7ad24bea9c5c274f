"""The years in which something was not graded, put into the rows of grades that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from inspect_cli.model import Pillar, TrendGap, TrendRow, Ungraded
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.cycles import PEEL, grades_pillars, label_of, series_of
from inspect_cli.workflow.questions import is_overall, likeness, same_question

_PILLARS = {pillar: place for place, pillar in enumerate(Pillar)}


def with_gaps(book: Book, rows: Sequence[TrendRow], ungraded: Iterable[Ungraded]) -> tuple[TrendRow, ...]:
    """Give ``rows`` with what is ``ungraded`` as gaps; a subject that never had a grade has a row of gaps alone.

    A year that has a grade in its row is no gap: another report gave it.
    """
    known = list(rows)
    places: dict[tuple[str, Pillar | None], list[int]] = defaultdict(list)
    for number, row in enumerate(known):
        places[row.force, row.pillar].append(number)
    # That there will be no grade goes before that there is none yet.
    for one in sorted(ungraded, key=lambda one: (one.year or 0, one.to_come, one.report, one.span.line)):
        if one.force is None or one.year is None:
            continue
        about = one if grades_pillars(one.programme, one.year) else replace(one, pillar=None)
        place = _home(about, known, places[one.force, about.pillar])
        row = known[place] if place is not None else _row(about)
        taken = {cell.year for cell in row.cells} | {gap.year for gap in row.gaps}
        if one.year in taken:
            continue
        gaps = sorted((*row.gaps, TrendGap(one.year, _label(book, one), one.to_come)))
        row = row._replace(gaps=tuple(gaps))
        if place is None:
            places[row.force, row.pillar].append(len(known))
            known.append(row)
        else:
            known[place] = row
    return tuple(sorted(known, key=_order)) if len(known) > len(rows) else tuple(known)


def _home(one: Ungraded, rows: Sequence[TrendRow], places: Sequence[int]) -> int | None:
    """Find the row of what is not graded: its pillar's own, else the one whose subject asks the same.

    ``places`` are those of the rows of its force and pillar.
    """
    series = series_of(one.programme, one.year)
    fit = [place for place in places if _series(rows[place]) == series]
    if _of_whole(one):
        return next((place for place in fit if rows[place].whole), None)
    alike = [place for place in fit if not _is_pillar(rows[place]) and same_question(rows[place].subject, one.subject)]
    return max(alike, key=lambda place: likeness(rows[place].subject, one.subject), default=None)


def _of_whole(one: Ungraded) -> bool:
    return one.pillar is not None and one.question is None and is_overall(one)


def _is_pillar(row: TrendRow) -> bool:
    return row.pillar is not None and row.whole


def _series(row: TrendRow) -> str:
    years = [cell.year for cell in row.cells] + [gap.year for gap in row.gaps]
    return series_of(row.programme, max(years, default=None))


def _row(one: Ungraded) -> TrendRow:
    whole = _of_whole(one)
    return TrendRow(one.force or "", one.pillar, one.question, one.subject, (), one.programme or PEEL, whole)


def _label(book: Book, one: Ungraded) -> str:
    report = book.report(one.report)
    return (report.inspection_label if report else None) or label_of(one.year or 0)


def _order(row: TrendRow) -> tuple[object, ...]:
    """Order rows as a trend does: by force, PEEL before other series, pillars, their own before their questions'."""
    series = _series(row)
    pillar = len(_PILLARS) if row.pillar is None else _PILLARS[row.pillar]
    return (row.force, series != PEEL, series, pillar, not _is_pillar(row), row.question or 99, row.subject)
