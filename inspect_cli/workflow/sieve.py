"""The records that filters keep."""

from __future__ import annotations

from functools import cached_property

from inspect_cli.model import (
    Addressee,
    Area,
    DocumentKind,
    Filters,
    Finding,
    FindingKind,
    Judgement,
    Reference,
    ReferenceKind,
    Report,
    Ungraded,
)
from inspect_cli.workflow.book import Book

FORMAL_KINDS = frozenset(FindingKind) - {FindingKind.CONCERN, FindingKind.GOOD_PRACTICE}


class Sieve:
    """Keeps the records that pass all filters; a filter on what a kind of record does not have is passed over."""

    def __init__(self, book: Book, filters: Filters) -> None:
        self._book = book
        self._filters = filters

    def report(self, report: Report) -> bool:
        """Say whether a report passes; a national one, which is about no force in particular, is to every force."""
        asked = self._filters
        national = not report.forces and report.kind is DocumentKind.THEMATIC_REPORT
        return (
            (national or asked.force in (None, *report.forces))
            and self._year(report.inspection_year)
            and asked.pillar in (None, report.pillar)
            and asked.kind in (None, report.kind)
            and asked.report in (None, report.id)
        )

    def judgement(self, judgement: Judgement) -> bool:
        """Say whether a judgement passes."""
        return self._find(judgement) and self._filters.grade in (None, judgement.grade)

    def ungraded(self, ungraded: Ungraded) -> bool:
        """Say whether what is not graded passes; it has no grade that could."""
        return self._find(ungraded) and self._filters.grade is None

    def finding(self, finding: Finding) -> bool:
        """Say whether a finding passes."""
        return self._find(finding) and self._said(finding.kind, finding.themes)

    def reference(self, reference: Reference) -> bool:
        """Say whether a follow-up passes; formal is what it speaks of."""
        return self._find(reference) and self._said(reference.to_kind, reference.themes)

    def area(self, area: Area) -> bool:
        """Say whether an area passes: for years, kinds and reports one member is enough."""
        asked = self._filters
        return (
            asked.force in (None, area.force)
            and (any(self._year(year) for year in area.years or (None,)))
            and asked.kind in (None, *(member.kind for member in area.members))
            and asked.theme in (None, *area.themes)
            and (area.formal or not asked.formal)
            and (area.national or not asked.national)
            and (asked.report is None or bool(self._finds_of_report & {member.id for member in area.members}))
        )

    def _find(self, find: Judgement | Ungraded | Finding | Reference) -> bool:
        asked = self._filters
        return (
            self._force(find)
            and self._year(find.year)
            and asked.pillar in (None, find.pillar)
            and asked.report in (None, find.report)
        )

    def _said(self, kind: FindingKind | ReferenceKind, themes: tuple[str, ...]) -> bool:
        asked = self._filters
        formal = kind.value in FORMAL_KINDS or not asked.formal
        return formal and asked.kind in (None, kind) and asked.theme in (None, *themes)

    def _force(self, find: Judgement | Ungraded | Finding | Reference) -> bool:
        """Count a find without a force of its own as speaking of all the forces that its report names, or of all.

        A judgement is of those named alone; and what another body was asked to do is no force's.
        """
        force = self._filters.force
        if force is None or find.force is not None:
            return force in (None, find.force)
        report = self._book.report(find.report)
        if report is None or report.forces or isinstance(find, Judgement | Ungraded):
            return report is not None and force in report.forces
        return find.addressed_to is not Addressee.OTHER

    def _year(self, year: int | None) -> bool:
        asked = self._filters
        if asked.year is None and asked.since is None and asked.until is None:
            return True
        if year is None or asked.year not in (None, year):
            return False
        return (asked.since or year) <= year <= (asked.until or year)

    @cached_property
    def _finds_of_report(self) -> set[str]:
        kinds = (self._book.findings, self._book.references)
        return {find.id for finds in kinds for find in finds if find.report == self._filters.report}
