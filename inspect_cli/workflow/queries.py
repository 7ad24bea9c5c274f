"""Listings: records joined with what is known of them elsewhere, narrowed and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from inspect_cli.model import (
    AreaView,
    Filters,
    Finding,
    FindingView,
    Judgement,
    Pillar,
    Rag,
    Reference,
    ReferenceView,
    Report,
    ReportView,
    ThemeView,
    Ungraded,
)
from inspect_cli.track.status import RAG_RULES, SETTLED
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.once import once
from inspect_cli.workflow.sieve import Sieve
from inspect_cli.workflow.themes import all_themes

Told = TypeVar("Told", bound=Finding | Reference)

EVERYTHING = Filters()


def list_reports(book: Book, filters: Filters = EVERYTHING) -> tuple[ReportView, ...]:
    """Give the reports with the counts of what was found in them, newest first, undated ones last."""
    kept = sorted(filter(Sieve(book, filters).report, book.reports), key=newest_first)
    return report_views(book, kept)


def report_views(book: Book, reports: Iterable[Report]) -> tuple[ReportView, ...]:
    """Count what was found in each of ``reports``, kept in the order given."""
    judgements, findings, references = (
        Counter(find.report for find in finds) for finds in (book.judgements, book.findings, book.references)
    )
    return tuple(ReportView(one, judgements[one.id], findings[one.id], references[one.id]) for one in reports)


def list_judgements(book: Book, filters: Filters = EVERYTHING) -> tuple[Judgement, ...]:
    """Give the judgements: newest year first, then by pillar, the pillar's own grade before its questions'."""
    pillars = {pillar: place for place, pillar in enumerate(Pillar)}

    def place(judgement: Judgement) -> tuple[object, ...]:
        pillar = len(pillars) if judgement.pillar is None else pillars[judgement.pillar]
        return (-(judgement.year or 0), pillar, judgement.question or 0)

    return tuple(sorted(filter(Sieve(book, filters).judgement, book.judgements), key=place))


def list_ungraded(book: Book, filters: Filters = EVERYTHING) -> tuple[Ungraded, ...]:
    """Give what reports say that they do not grade, newest year first, then as they stand in their reports."""
    kept = filter(Sieve(book, filters).ungraded, book.ungraded)
    return tuple(sorted(kept, key=lambda one: (-(one.year or 0), one.report, one.span.line)))


def list_findings(book: Book, filters: Filters = EVERYTHING) -> tuple[FindingView, ...]:
    """Give the findings and the areas they belong to: newest report first, then as they stand in it."""
    kept = filter(Sieve(book, filters).finding, book.findings)
    return tuple(finding_view(book, one) for one in sorted(kept, key=place_of(book)))


def list_references(book: Book, filters: Filters = EVERYTHING) -> tuple[ReferenceView, ...]:
    """Give the follow-ups, their areas and what they were resolved to, in the order of list_findings."""
    kept = sorted(filter(Sieve(book, filters).reference, book.references), key=place_of(book))
    return tuple(reference_view(book, one) for one in kept)


def finding_view(book: Book, one: Finding) -> FindingView:
    """Join a finding with its area, and its deadline with the day on which that falls."""
    return FindingView(with_day(book, one), book.area_of(one.id))


def reference_view(book: Book, one: Reference) -> ReferenceView:
    """Join a follow-up with its area and its resolution, and its deadline with the day on which that falls."""
    return ReferenceView(with_day(book, one), book.area_of(one.id), book.resolution_of(one.id))


def with_day(book: Book, find: Told) -> Told:
    """Give the find with the day of its deadline, where that stands in words and the day it runs from is known."""
    if find.deadline is None or find.deadline.date is not None:
        return find
    from inspect_cli.link.views import dated

    return replace(find, deadline=dated(find, _reports(book)))


@once
def _reports(book: Book) -> Sequence[Report]:
    """Give the reports with the indexes that linking makes of them, for all finds the same."""
    from inspect_cli.link import Reports

    return Reports.of(book.reports)


def list_areas(book: Book, filters: Filters = EVERYTHING) -> tuple[AreaView, ...]:
    """Give the areas as they stand on the book's day, longest open first; settled ones come last."""
    views = (book.view_of(area) for area in filter(Sieve(book, filters).area, book.areas))
    kept = (view for view in views if filters.status in (None, view.state.status))
    return tuple(sorted(kept, key=longest_open_first))


def colour_rules() -> tuple[tuple[Rag, str], ...]:
    """Give the rules of the colours in words, in the order in which they are gone through."""
    return RAG_RULES


def list_themes(book: Book, filters: Filters = EVERYTHING) -> tuple[ThemeView, ...]:
    """Give all themes with how many findings and areas speak of them, most spoken of first."""
    sieve = Sieve(book, filters)
    findings = Counter(theme for finding in filter(sieve.finding, book.findings) for theme in finding.themes)
    areas = Counter(theme for area in filter(sieve.area, book.areas) for theme in area.themes)
    views = (ThemeView(one.id, one.title, one.synonyms, findings[one.id], areas[one.id]) for one in all_themes())
    return tuple(sorted(views, key=lambda view: (-view.findings, -view.areas)))


def longest_open_first(view: AreaView) -> tuple[object, ...]:
    """Order areas: open before settled, by the year first raised, formal ones first, then by inspections outlived."""
    area = view.area
    raised = 9999 if area.first_raised is None else area.first_raised
    return (view.state.status in SETTLED, raised, not area.formal, -area.inspections, area.title, area.id)


def newest_first(report: Report) -> tuple[object, ...]:
    """Order reports: newest inspection first, then newest publication; what is not known comes last."""
    day = report.published.toordinal() if report.published else 0
    year = report.inspection_year or (report.published.year if report.published else 0)
    return (-year, -day, report.id)


def place_of(book: Book) -> Callable[[Finding | Reference], tuple[object, ...]]:
    """Make the order of finds: by their report, newest first, then as they stand in it."""
    places = places_of_reports(book)
    return lambda find: (places.get(find.report, len(places)), find.span.line, find.span.start)


@once
def places_of_reports(book: Book) -> Mapping[str, int]:
    """Give the place of each report, by its id, among all: newest first."""
    return {report.id: place for place, report in enumerate(sorted(book.reports, key=newest_first))}
