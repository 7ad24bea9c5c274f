"""What is known of an area as a whole: its inspections, the inspectorate's view, its deadline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from inspect_cli.link.clock import deadline_date
from inspect_cli.link.drafts import Draft
from inspect_cli.link.finds import SETTLING, Find
from inspect_cli.link.matters import left_peel
from inspect_cli.link.reports import Reports
from inspect_cli.model import (
    REGISTER_VERDICTS,
    SILENT,
    Addressee,
    Deadline,
    DocumentKind,
    Finding,
    Reference,
    Report,
    Verdict,
    first_day,
    last_status,
)

PEEL = "PEEL"


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


def inspectorate_view(draft: Draft, force: str, reports: Reports) -> str | None:
    """Give the latest verdict; "silent" where it settles nothing and a later report on the same ground says nothing."""
    latest, _ = latest_verdict(draft)
    if latest in SETTLING:
        return latest
    logged = _latest_logged(draft)
    later = _later(draft, force, reports)
    if any(logged is None or _is_after(report, logged[0]) for report in later):
        return SILENT
    return latest


def _later(draft: Draft, force: str, reports: Reports) -> Iterator[Report]:
    """Give the reports on inspections of the draft's ground after the last one that speaks of it."""
    last = max((find.year for find in draft.finds.values() if find.year is not None), default=None)
    pillars = {find.pillar for find in draft.finds.values()} - {None}
    themes = draft.themes
    for programme in {_programme(find) for find in draft.finds.values()} - {None}:
        for report in reports.setting_out(force, programme or ""):
            if not last or (report.inspection_year or 0) <= last:
                break
            if (not report.pillar or not pillars or report.pillar in pillars) and not _elsewhere(report, themes):
                yield report


def latest_verdict(draft: Draft) -> tuple[Verdict | None, int | None]:
    """Give the latest verdict that the inspectorate gave, and its year: a follow-up's, or a status in the register.

    A mention is none, and what a force's own tracker says is the force's word. A report speaks later than the register
    where it was published on the day of its status or after, or, its day not known, is of that year or a later one.
    """
    logged = _latest_logged(draft)
    told = [
        (find, find.reference.verdict)
        for find in draft.finds.values()
        if find.reference and find.reference.verdict is not Verdict.MENTIONED and _is_inspectorates(find)
    ]
    if logged:
        told = [(find, verdict) for find, verdict in told if _speaks_after(find, logged[0])]
    if not told:
        return (logged[1], logged[0].year) if logged else (None, None)
    find, verdict = max(told, key=lambda entry: (not entry[0].order[0], entry[0].order))
    return verdict, find.year


def _latest_logged(draft: Draft) -> tuple[date, Verdict] | None:
    """Give the day and verdict of the last status that the register's logs of a draft's findings hold."""
    logs = (find.record.log for find in draft.finds.values() if isinstance(find.record, Finding))
    last = [entry for log in logs if (entry := last_status(log)) and entry.date and entry.status]
    dated = [(entry.date, REGISTER_VERDICTS[entry.status]) for entry in last if entry.date and entry.status]
    settled = max(dated, key=lambda one: one[0], default=None)
    return None if settled is None or settled[1] is Verdict.MENTIONED else settled


def _is_inspectorates(find: Find) -> bool:
    """Say whether a follow-up is the inspectorate's word, and not a force's own tracker's."""
    return find.report is None or find.report.kind is not DocumentKind.TRACKER


def _speaks_after(find: Find, day: date) -> bool:
    if find.reference and find.reference.follows:
        return False  # the state that the register gives is the log's own
    return _is_after(find.report, day) if find.report else find.year is None or find.year >= day.year


def _is_after(report: Report, day: date) -> bool:
    if report.published:
        return report.published >= day
    return report.inspection_year is None or report.inspection_year >= day.year


def _elsewhere(report: Report, themes: Iterable[str]) -> bool:
    """Say whether one of ``themes`` is no longer for the report's programme to look at."""
    left = (left_peel(theme) for theme in themes)
    year = report.inspection_year
    return report.programme == PEEL and any(since and year and year >= since for since in left)


def deadline(draft: Draft, reports: Reports) -> Deadline | None:
    """Give the earliest deadline, with its day where that can be worked out, of what is not settled.

    What is formal in the draft goes before concerns. Where all is settled: the deadline that was set last.
    """
    setters = [find for find in draft.finds.values() if find.record.deadline]
    anchored = {find.id for find in draft.anchors}
    setters = [find for find in setters if find.id in anchored] or setters
    waiting = [find for find in setters if not _settled(find, draft)]
    if not waiting:
        last = max(setters, key=lambda find: (find.said_of or 0, find.id), default=None)
        return _dated(last, reports) if last else None
    known = [day for find in sorted(waiting, key=lambda one: one.first) if (day := _dated(find, reports))]
    return min(known, key=lambda one: (one.date is None, one.date or date.max))


def _settled(find: Find, draft: Draft) -> bool:
    """Say whether a verdict settled what was set in the year that a find speaks of; a find of no year is not."""
    verdicts = (one.reference for one in draft.finds.values() if one.reference and _is_inspectorates(one))
    return find.said_of is not None and any(
        one.verdict in SETTLING and one.to_year in (find.said_of, None) for one in verdicts
    )


def dated(record: Finding | Reference, reports: Sequence[Report]) -> Deadline | None:
    """Give the deadline of a find with its day, where one of ``reports`` tells from which day its words run.

    Where many finds are asked about, ``Reports.of`` the reports, made once, spares going through all of them for each.
    """
    known = Reports.of(reports)
    return _dated(Find(record, known.by_id.get(record.report)), known)


def _dated(find: Find, reports: Reports) -> Deadline | None:
    deadline = find.record.deadline
    if deadline is None or deadline.date is not None:
        return deadline
    start = _set_on(find, reports)
    return Deadline(deadline.phrase, deadline_date(deadline.phrase, start))


def _set_on(find: Find, reports: Reports) -> date | None:
    """Give the day from which a find's deadline runs: the publication of the report that set it."""
    if isinstance(find.record, Finding):
        published = find.report.published if find.report else None
        return published or first_day(find.record.log)
    programme = _programme(find)
    if programme is None:
        return None
    return reports.published(find.record.to_year, programme, find.pillar, find.record.force)


def addressee(draft: Draft) -> Addressee:
    """Say whom the draft is addressed to: all forces or others where all that is formal in it says so."""
    said = {find.record.addressed_to for find in draft.anchors}
    return said.pop() if len(said) == 1 else Addressee.FORCE
