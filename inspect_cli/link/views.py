"""What is known of an area as a whole: its inspections, the inspectorate's view, its deadline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from inspect_cli.link.clock import deadline_date
from inspect_cli.link.drafts import Draft
from inspect_cli.link.finds import SETTLING, Find, pillars_agree
from inspect_cli.model import Addressee, Deadline, DocumentKind, Finding, Publisher, Reference, Report, Verdict

INSPECTORATE = frozenset({Publisher.HMIC, Publisher.HMICFRS})
# A summary leaves most things out: only a report that sets out what was found can pass over something.
FULL_REPORTS = frozenset(
    {
        DocumentKind.PEEL_OVERVIEW,
        DocumentKind.PEEL_PILLAR,
        DocumentKind.PEEL_REPORT,
        DocumentKind.THEMATIC_REPORT,
        DocumentKind.INTEGRITY_REPORT,
    }
)
SILENT = "silent"


def inspections(draft: Draft) -> int:
    """Count the inspections (programme and year) in which the draft is spoken of."""
    finds = draft.finds.values()
    seen = {(_programme(find), find.year) for find in finds if find.year is not None}
    held = {year for _, year in seen}
    # A year that only follow-ups look back to was an inspection of their own programme.
    seen |= {(_programme(find), find.said_of) for find in finds if find.said_of and find.said_of not in held}
    with_programme = {year for programme, year in seen if programme is not None}
    return sum(programme is not None or year not in with_programme for programme, year in seen)


def _programme(find: Find) -> str | None:
    return find.report.programme if find.report else None


def inspectorate_view(draft: Draft, force: str, reports: Iterable[Report]) -> str | None:
    """Give the latest verdict; "silent" where it settles nothing and a later report on the same ground says nothing."""
    verdicts = [
        (find.order, find.reference.verdict)
        for find in draft.finds.values()
        if find.reference and find.reference.verdict is not Verdict.MENTIONED
    ]
    latest = max(verdicts, key=lambda entry: (not entry[0][0], entry[0]))[1] if verdicts else None
    if latest in SETTLING:
        return latest
    last = max((find.year for find in draft.finds.values() if find.year is not None), default=None)
    later = (report for report in reports if last and report.inspection_year and report.inspection_year > last)
    if any(_sets_out(report, force) and _on_ground_of(report, draft) for report in later):
        return SILENT
    return latest


def _sets_out(report: Report, force: str) -> bool:
    return report.publisher in INSPECTORATE and report.kind in FULL_REPORTS and force in report.forces


def _on_ground_of(report: Report, draft: Draft) -> bool:
    return any(_same_ground(report, find) for find in draft.finds.values())


def _same_ground(report: Report, find: Find) -> bool:
    programme = _programme(find)
    return programme is not None and programme == report.programme and pillars_agree(report.pillar, find.pillar)


def deadline(draft: Draft, reports: Sequence[Report]) -> Deadline | None:
    """Give the deadline that was set last, with its day where that can be worked out."""
    setters = [find for find in draft.finds.values() if find.record.deadline]
    if not setters:
        return None
    known = [(find, _dated(find, reports)) for find in setters]
    anchored = {find.id for find in draft.anchors}
    return max(known, key=lambda entry: (entry[0].id in anchored, entry[0].said_of or 0, entry[0].id))[1]


def dated(record: Finding | Reference, reports: Sequence[Report]) -> Deadline | None:
    """Give the deadline of a find with its day, where one of ``reports`` tells from which day its words run."""
    report = next((one for one in reports if one.id == record.report), None)
    return _dated(Find(record, report, (), ()), reports)


def _dated(find: Find, reports: Sequence[Report]) -> Deadline | None:
    deadline = find.record.deadline
    if deadline is None or deadline.date is not None:
        return deadline
    start = _set_on(find, reports)
    return Deadline(deadline.phrase, deadline_date(deadline.phrase, start))


def _set_on(find: Find, reports: Sequence[Report]) -> date | None:
    """Give the day from which a find's deadline runs: the publication of the report that set it."""
    if find.reference is None:
        return find.report.published if find.report else None
    fit = [
        report
        for report in reports
        if report.published is not None
        and report.inspection_year == find.reference.to_year
        and report.publisher in INSPECTORATE
        and (not report.forces or find.record.force in (None, *report.forces))
        and _same_ground(report, find)
    ]
    same_pillar = [report for report in fit if report.pillar is not None and report.pillar is find.pillar]
    return min((report.published for report in same_pillar or fit if report.published), default=None)


def addressee(draft: Draft) -> Addressee:
    """Say whom the draft is addressed to: all forces or others where all that is formal in it says so."""
    said = {find.record.addressed_to for find in draft.anchors}
    return said.pop() if len(said) == 1 else Addressee.FORCE
