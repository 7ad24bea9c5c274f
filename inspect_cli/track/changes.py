"""What changed since a meeting: what people decided, and what reports that are new since then say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from inspect_cli.model import (
    Area,
    AreaStatus,
    Change,
    ChangeKind,
    Event,
    EventKind,
    Moment,
    Report,
    Track,
    Verdict,
    in_order,
)
from inspect_cli.track.events import undone_by
from inspect_cli.track.status import SETTLED_VIEWS
from inspect_cli.track.timeline import BY_INSPECTORATE

_WORDS = {
    EventKind.NOTE: ChangeKind.NOTED,
    EventKind.EVIDENCE: ChangeKind.EVIDENCED,
    EventKind.LINK: ChangeKind.LINKED,
    EventKind.UNLINK: ChangeKind.UNLINKED,
    EventKind.MERGE: ChangeKind.MERGED,
    EventKind.SPLIT: ChangeKind.SPLIT,
    EventKind.OPEN: ChangeKind.TRACKED,
    EventKind.RENAME: ChangeKind.RENAMED,
    EventKind.RESPONSE: ChangeKind.RESPONDED,
}
_STATUS_WORDS = {
    AreaStatus.OPEN.value: ChangeKind.OPENED,
    AreaStatus.IN_PROGRESS.value: ChangeKind.STARTED,
    AreaStatus.COMPLETE.value: ChangeKind.COMPLETED,
    AreaStatus.CLOSED.value: ChangeKind.CLOSED,
    AreaStatus.NOT_ACCEPTED.value: ChangeKind.NOT_ACCEPTED,
}
_LEFT_OFF = frozenset(status.value for status in (AreaStatus.COMPLETE, AreaStatus.CLOSED, AreaStatus.NOT_ACCEPTED))


def changes(
    events: Iterable[Event],
    told: Track,
    reports: Sequence[Report],
    since: date,
    until: date,
    leads_to: Callable[[str], str],
) -> tuple[Change, ...]:
    """Give what changed from ``since`` to ``until``, both days included, oldest first.

    Only the areas and moments ``told`` and the ``reports`` given are spoken of. What was decided and taken back within
    these days is left out; what was decided before them and taken back in them is a change the other way.
    """
    areas = {view.area.id: view.area for view in told.areas}
    known = [event for event in in_order(events) if event.at.date() <= until]
    titles = {report.id: report.title for report in reports}
    decided = [
        change
        for event, undo in _that_count(known, since)
        if (change := _decided(event, undo, areas.get(leads_to(event.area or "")), titles))
    ]
    fresh = {report.id: day for report in reports if (day := _new_on(report, since, until))}
    of_area: dict[str, list[Moment]] = defaultdict(list)
    for moment in told.timeline:
        of_area[moment.area].append(moment)
    said = [change for area in areas.values() for change in _said(area, of_area[area.id], fresh)]
    return tuple(sorted([*said, *decided], key=_place))


def _place(change: Change) -> tuple[object, ...]:
    """What reports say comes before what was decided on the same day."""
    at = change.event.at.timestamp() if change.event else 0.0
    return (change.day, at, change.title, change.area or "", change.what, change.event.id if change.event else "")


def _that_count(known: Sequence[Event], since: date) -> Iterator[tuple[Event, Event | None]]:
    """Give what was decided since and still holds, and what was decided before and taken back since, with its undo."""
    by_id = {event.id: event for event in known}
    undone = undone_by(known)
    for event in known:
        undo = by_id.get(undone.get(event.id, ""))
        earlier = event.at.date() < since
        if event.kind is EventKind.UNDO or earlier != (undo is not None):
            continue
        if undo is None or undo.at.date() >= since:
            yield event, undo


def _decided(event: Event, undo: Event | None, area: Area | None, titles: dict[str, str]) -> Change | None:
    """Tell a decision, or the taking back of one; None of an area or a report that is not asked for."""
    title = area.title if area else titles.get(event.report or "")
    if title is None:
        return None
    by = undo or event
    before, after = event.before, event.after or event.note or event.evidence
    if undo:
        before, after = after, before
    return Change(
        what=_what(event.kind, before, after, undo is not None),
        area=area.id if area else None,
        title=title,
        day=by.at.date(),
        by=by.by,
        before=before,
        after=after,
        reason=by.reason,
        event=by,
        report=event.report,
    )


def _what(kind: EventKind, before: str | None, after: str | None, taken_back: bool) -> ChangeKind:
    if kind is EventKind.STATUS and (after or before in _LEFT_OFF):
        reopened = before in _LEFT_OFF and after not in _LEFT_OFF
        return ChangeKind.OPENED if reopened else _STATUS_WORDS[after or AreaStatus.OPEN.value]
    if after and kind is EventKind.OWNER:
        return ChangeKind.HANDED_OVER if before else ChangeKind.ASSIGNED
    if after and kind is EventKind.DUE:
        return ChangeKind.MOVED if before else ChangeKind.DATED
    return ChangeKind.TAKEN_BACK if taken_back else _WORDS.get(kind, ChangeKind.TAKEN_BACK)


def _new_on(report: Report, since: date, until: date) -> date | None:
    """Give the day on which a report became known within these days: its publication, else its first import."""
    first = report.first_imported or report.imported_at
    days = (report.published, first.date() if first else None)
    return next((day for day in days if day and since <= day <= until), None)


def _said(area: Area, moments: Iterable[Moment], fresh: dict[str, date]) -> Iterator[Change]:
    """Tell what new reports say of an area, by its moments: that there is one, its verdicts, that it is said again."""
    told = [moment for moment in moments if not moment.passed]
    new = [(fresh[moment.report], moment.report, moment) for moment in told if moment.report in fresh]
    is_new = len(new) == len(told)
    if new and is_new:
        yield _of_report(ChangeKind.REPORTED, area, *min((day, report) for day, report, _ in new))
    verdicts = {(day, report, one.verdict) for day, report, one in new if one.verdict not in (None, Verdict.MENTIONED)}
    for day, report, verdict in sorted(verdicts, key=str):
        what = ChangeKind.CLOSED if verdict in SETTLED_VIEWS else ChangeKind.FOLLOWED_UP
        yield _of_report(what, area, day, report, verdict)
    raised = {(day, report) for day, report, one in new if one.verdict is None and not one.known_by_reference}
    for day, report in sorted(raised - {(day, report) for day, report, _ in verdicts}):
        if not is_new:
            yield _of_report(ChangeKind.REPORTED_AGAIN, area, day, report)


def _of_report(what: ChangeKind, area: Area, day: date, report: str, verdict: str | None = None) -> Change:
    return Change(what, area.id, area.title, day, BY_INSPECTORATE, after=verdict, report=report)
