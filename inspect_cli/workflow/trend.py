"""Grades through the years: one row a pillar or question, one cell an inspection year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from inspect_cli.model import Basis, Filters, Grade, Judgement, Pillar, TrendBreak, TrendCell, TrendRow
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.cycles import PEEL, grades_pillars, label_of, may_be_compared, of_one_series, series_of
from inspect_cli.workflow.gaps import with_gaps
from inspect_cli.workflow.queries import EVERYTHING, list_judgements, list_ungraded, places_of_reports
from inspect_cli.workflow.questions import is_overall, likeness, same_question

_PILLARS = {pillar: place for place, pillar in enumerate(Pillar)}


def trend(book: Book, filters: Filters = EVERYTHING) -> tuple[TrendRow, ...]:
    """Give the grades of each pillar (its own before its questions') and each area of policing, oldest cell first.

    Where a report says that something is not graded, that year is a gap of its row.

    Judgements without a force or a year are left out: they have no place in a line of years.
    """
    rows: list[TrendRow] = []
    kept = sorted(_placed(book, filters), key=_group)
    for _, group in groupby(kept, key=_group):
        overall, others = part(list(group))
        rows += [_row(book, overall)] if overall else []
        lines = sorted(gather(others), key=lambda line: (line[0].question or 99, line[0].subject))
        rows += (_row(book, line, whole=False) for line in lines)
    return with_gaps(book, rows, list_ungraded(book, filters))


def breaks(rows: Sequence[TrendRow]) -> tuple[TrendBreak, ...]:
    """Give the breaks between neighbouring years of ``rows``: cycles of PEEL that may not be compared.

    A year counts though no row has a grade on both sides; the years of other programmes alone break nowhere.
    """
    years = sorted({cell.year for row in rows for cell in row.cells})
    peel = [cell.year for row in rows if row.programme == PEEL for cell in row.cells]
    found = []
    for earlier, later in pairwise(years):
        comparable, why_not = may_be_compared(earlier, later, None)
        if not comparable and min(peel, default=later) <= earlier and later <= max(peel, default=earlier):
            found.append(TrendBreak(later, why_not))
    return tuple(found)


def newest_overall(book: Book, filters: Filters = EVERYTHING) -> tuple[Judgement, ...]:
    """Give the newest grade of each PEEL pillar as a whole; a pillar of which only questions were graded has none."""
    graded = [one for one in _placed(book, filters) if one.pillar and one.programme in (PEEL, None)]
    newest = []
    for _, group in groupby(sorted(graded, key=_group), key=_group):
        overall, _ = part(list(group))
        if overall:
            newest.append(one_a_year(book, overall)[-1])
    best: dict[Pillar | None, Judgement] = {}
    for judgement in sorted(newest, key=lambda one: one.year or 0):
        best[judgement.pillar] = judgement
    return tuple(sorted(best.values(), key=lambda one: _pillar_place(one.pillar)))


def newest_areas(book: Book, filters: Filters = EVERYTHING) -> tuple[Judgement, ...]:
    """Give the grades of the areas of policing that PEEL graded last, the weakest first; none where pillars came later.

    From 2021 on PEEL grades areas of policing in place of pillars.
    """
    graded = [one for one in _placed(book, filters) if one.programme in (PEEL, None)]
    year = max((one.year or 0 for one in graded), default=0)
    newest = [one for one in graded if one.year == year]
    if any(one.pillar for one in newest):
        return ()
    lines = [one_a_year(book, line)[-1] for line in gather(newest)]
    grades = list(Grade)
    return tuple(sorted(lines, key=lambda one: (-grades.index(one.grade), one.question or 99, one.subject)))


def part(judgements: Sequence[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
    """Part one pillar's judgements into the grades of the pillar as a whole, one a report at most, and the others."""
    overall = []
    in_order = sorted(judgements, key=lambda one: (one.report, one.span.line, one.span.start))
    for _, of_report in groupby(in_order, key=lambda one: one.report):
        candidates = [one for one in of_report if one.pillar and one.question is None]
        named = [one for one in candidates if is_overall(one)]
        overall += (named or candidates)[:1]
    of_whole = set(overall)
    return overall, [one for one in judgements if one not in of_whole]


def gather(judgements: Iterable[Judgement]) -> list[list[Judgement]]:
    """Gather judgements whose subjects ask the same thing, newest first; never two of one report."""
    lines: list[list[Judgement]] = []
    told: list[set[str]] = []
    for judgement in sorted(judgements, key=lambda one: (-(one.year or 0), one.report, one.span.line)):
        open_lines = [place for place, reports in enumerate(told) if judgement.report not in reports]
        alike = [place for place in open_lines if same_question(lines[place][-1].subject, judgement.subject)]
        if alike:
            best = max(alike, key=lambda place: likeness(lines[place][-1].subject, judgement.subject))
            lines[best].append(judgement)
            told[best].add(judgement.report)
        else:
            lines.append([judgement])
            told.append({judgement.report})
    return lines


def one_a_year(book: Book, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep one judgement a year, oldest first: an inspected one before a carried-over one, then the newest report's."""
    places = places_of_reports(book)

    def place(one: Judgement) -> tuple[object, ...]:
        return (one.year or 0, one.basis is Basis.CARRIED_OVER, places.get(one.report, len(places)))

    ranked = sorted(judgements, key=place)
    return [next(of_year) for _, of_year in groupby(ranked, key=lambda one: one.year)]


def _placed(book: Book, filters: Filters) -> list[Judgement]:
    found = (one for one in list_judgements(book, filters) if one.force is not None and one.year is not None)
    return [one if grades_pillars(one.programme, one.year) else replace(one, pillar=None) for one in found]


def _group(judgement: Judgement) -> tuple[str, bool, str, int]:
    series = series_of(judgement.programme, judgement.year)
    return (judgement.force or "", series != PEEL, series, _pillar_place(judgement.pillar))


def _pillar_place(pillar: Pillar | None) -> int:
    return len(_PILLARS) if pillar is None else _PILLARS[pillar]


def _row(book: Book, judgements: Iterable[Judgement], *, whole: bool = True) -> TrendRow:
    in_time = one_a_year(book, judgements)
    newest = in_time[-1]
    before = [None, *in_time[:-1]]
    cells = tuple(_cell(book, one, previous) for one, previous in zip(in_time, before, strict=True))
    about = (newest.force or "", newest.pillar, newest.question, newest.subject)
    return TrendRow(*about, cells, newest.programme or PEEL, whole)


def _cell(book: Book, judgement: Judgement, previous: Judgement | None) -> TrendCell:
    year = judgement.year or 0
    comparable: bool | None = None
    why_not: str | None = None
    if previous is not None and judgement.programme in (PEEL, None):
        comparable, why_not = may_be_compared(previous.year or 0, year, judgement.pillar)
    elif previous is not None:
        before = (previous.programme or PEEL, previous.year or 0)
        comparable, why_not = of_one_series(before, (judgement.programme or PEEL, year))
    report = book.report(judgement.report)
    return TrendCell(
        year=year,
        label=(report.inspection_label if report else None) or label_of(year),
        grade=judgement.grade,
        basis=judgement.basis,
        carried_from=judgement.carried_from,
        comparable_with_previous=comparable,
        why_not=why_not,
    )
