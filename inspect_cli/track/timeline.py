"""The line of time of areas: every member as a moment, and what is known only from a later report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from inspect_cli.model import (
    REGISTER_VERDICTS,
    Area,
    Deadline,
    DocumentKind,
    Finding,
    Moment,
    Reference,
    ReferenceKind,
    Report,
    Resolution,
    day_in_full,
    first_day,
    last_status,
)

BY_INSPECTORATE, BY_FORCE = "inspectorate", "force"
# A judgement is graded, not raised: what is said of it later does not make it a moment of its own.
_RAISED = frozenset(ReferenceKind) - {ReferenceKind.JUDGEMENT}


def timeline(
    areas: Sequence[Area],
    findings: Sequence[Finding],
    references: Sequence[Reference],
    reports: Sequence[Report],
    resolutions: Sequence[Resolution] = (),
) -> tuple[Moment, ...]:
    """Give all members of ``areas`` as moments, oldest first; a find in two of the areas gives one moment in each.

    A reference gives its verdict in its own year. Where it was not resolved to a finding (``resolutions``), what it
    speaks of is a moment of the earlier year as well, known by reference: one for each area, year and kind.
    """
    teller = _Teller(findings, references, reports, resolutions)
    moments = [moment for area in areas for moment in teller.tell(area)]
    return tuple(sorted(moments, key=_place_in_time))


def _place_in_time(moment: Moment) -> tuple[object, ...]:
    """Unknown years and days come after known ones; what is known by reference was said before what it led to."""
    line, column = (moment.span.line, moment.span.start) if moment.span else (0, 0)
    return (
        moment.year is None,
        moment.year or 0,
        moment.date is None,
        moment.date or date.min,
        not moment.known_by_reference,
        moment.report or "",
        line,
        column,
        moment.area,
        moment.id,
    )


def _tells_most(reference: Reference) -> tuple[object, ...]:
    return (reference.deadline is None, reference.year or 0, reference.report, reference.span.line, reference.id)


class _Teller:
    """Knows the finds and reports by id and turns an area's members into moments."""

    def __init__(
        self,
        findings: Sequence[Finding],
        references: Sequence[Reference],
        reports: Sequence[Report],
        resolutions: Sequence[Resolution],
    ) -> None:
        self._findings = {finding.id: finding for finding in findings}
        self._references = {reference.id: reference for reference in references}
        self._reports = {report.id: report for report in reports}
        self._of_year: dict[int | None, list[Report]] = defaultdict(list)
        for report in self._reports.values():
            if report.published:
                self._of_year[report.inspection_year].append(report)
        # Of which forces the findings are that a reference was resolved to; None: of all.
        self._resolved: dict[str, set[str | None]] = defaultdict(set)
        for made in resolutions:
            if made.resolved_to in self._findings:
                self._resolved[made.reference].add(self._findings[made.resolved_to].force)

    def tell(self, area: Area) -> Iterator[Moment]:
        ids = [member.id for member in area.members]
        followed = [self._references[one] for one in ids if one in self._references]
        found = [self._findings[one] for one in ids if one in self._findings]
        for finding in found:
            yield self._said(area, finding)
            yield from logged(area, finding)
        told_by_log = {finding.id for finding in found if (last := last_status(finding.log)) and last.date}
        for reference in followed:
            if told_by_log.isdisjoint(reference.follows):
                yield self._verdict(area, reference)
        for reference in self._known_by_reference(area, followed):
            yield self._raised(area, reference)

    def _published(self, report: str) -> date | None:
        known = self._reports.get(report)
        return known.published if known else None

    def _said(self, area: Area, finding: Finding) -> Moment:
        return Moment(
            year=finding.year,
            date=self._published(finding.report) or first_day(finding.log),
            area=area.id,
            kind=finding.kind.value,
            verdict=None,
            text=finding.text,
            figures=finding.figures,
            report=finding.report,
            span=finding.span,
            by=BY_INSPECTORATE,
            id=finding.id,
            deadline=_deadline(finding.deadline),
        )

    def _verdict(self, area: Area, reference: Reference) -> Moment:
        return Moment(
            year=reference.year,
            date=self._published(reference.report),
            area=area.id,
            kind=reference.to_kind.value,
            verdict=reference.verdict.value,
            text=reference.text,
            figures=reference.figures,
            report=reference.report,
            span=reference.span,
            by=self._teller(reference),
            id=reference.id,
        )

    def _teller(self, reference: Reference) -> str:
        """Say whose word a follow-up is: what a tracker says of its rows is the force's own."""
        report = self._reports.get(reference.report)
        own = bool(reference.follows) and report is not None and report.kind is DocumentKind.TRACKER
        return BY_FORCE if own else BY_INSPECTORATE

    def _raised(self, area: Area, reference: Reference) -> Moment:
        return Moment(
            year=reference.to_year,
            date=self._first_published(area.force, reference),
            area=area.id,
            kind=reference.to_kind.value,
            verdict=None,
            text=reference.text,
            figures=(),
            report=reference.report,
            span=reference.span,
            by=BY_INSPECTORATE,
            id=reference.id,
            deadline=_deadline(reference.deadline),
            known_by_reference=True,
        )

    def _known_by_reference(self, area: Area, followed: Sequence[Reference]) -> list[Reference]:
        """Give the reference that tells most of each thing nobody imported: one with a deadline before one without."""
        told: dict[tuple[int, ReferenceKind], Reference] = {}
        for reference in sorted(followed, key=_tells_most):
            known = self._is_resolved(reference, area.force) or reference.follows
            if reference.to_year is not None and reference.to_kind in _RAISED and not known:
                told.setdefault((reference.to_year, reference.to_kind), reference)
        return list(told.values())

    def _is_resolved(self, reference: Reference, force: str) -> bool:
        """Say whether a reference was resolved to a finding which concerns ``force``."""
        return not self._resolved.get(reference.id, set()).isdisjoint((force, None))

    def _first_published(self, force: str, reference: Reference) -> date | None:
        """Find the day on which the inspection spoken of was first published, if a report of it is in the store."""
        later = self._reports.get(reference.report)
        if later is None:
            return None
        pillar = reference.pillar or later.pillar
        days = [
            report.published
            for report in self._of_year.get(reference.to_year, ())
            if report.published is not None
            and (report.programme, report.pillar) == (later.programme, pillar)
            and (force in report.forces or not report.forces)
        ]
        return min(days, default=None)


def _deadline(deadline: Deadline | None) -> str | None:
    """Word a deadline with its own day, where that is known."""
    if deadline is None:
        return None
    day = deadline.date
    if day is None or str(day.year) in deadline.phrase:
        return deadline.phrase
    return f"{deadline.phrase} ({day_in_full(day)})"


def logged(area: Area, finding: Finding) -> Iterator[Moment]:
    """Give the dated statuses of a finding's log in the register as moments, each of the year of its day."""
    last = last_status(finding.log)
    for entry in finding.log:
        if entry.date is None or entry.status is None:
            continue
        yield Moment(
            year=entry.date.year,
            date=entry.date,
            area=area.id,
            kind=finding.kind.value,
            verdict=REGISTER_VERDICTS[entry.status].value,
            text=entry.text if entry.parsed else "",
            figures=(),
            report=finding.report,
            span=entry.span,
            by=BY_INSPECTORATE,
            id=finding.id,
            logged=entry.status,
            passed=entry is not last,
        )
