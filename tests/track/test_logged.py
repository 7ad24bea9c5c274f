"""The register's statuses and a tracker's rows in the line of time."""

from __future__ import annotations

from datetime import date

from inspect_cli.model import DocumentKind, LinkKind, LogEntry, Member, Publisher, RegisterStatus, Verdict
from inspect_cli.track.timeline import timeline
from tests.builders import area, finding, reference, report, span

LOG = (
    LogEntry(date(2016, 12, 8), RegisterStatus.AWAITING_REVIEW, "", True, span(5)),
    LogEntry(date(2017, 3, 1), None, "A comment.", True, span(6)),
    LogEntry(date(2018, 1, 29), RegisterStatus.BEING_PROGRESSED, "", True, span(7)),
    LogEntry(None, RegisterStatus.COMPLETE, "[on]31st June", False, span(8)),
)


def _of(*ids: str) -> tuple[Member, ...]:
    return tuple(Member(one, 2016, "recommendation", LinkKind.REFERENCE, "") for one in ids)


def test_dated_statuses_stand_in_the_line_of_time_behind_what_they_are_of() -> None:
    told = finding(report="r1", year=2016, log=LOG)
    moments = timeline([area(members=_of(told.id))], [told], [], [report(id="r1", kind=DocumentKind.REGISTER)])
    assert [(one.year, one.date, one.logged, one.passed) for one in moments] == [
        (2016, date(2016, 12, 8), None, False),
        (2016, date(2016, 12, 8), RegisterStatus.AWAITING_REVIEW, True),
        (2018, date(2018, 1, 29), RegisterStatus.BEING_PROGRESSED, True),
    ]


def test_the_state_of_a_finding_is_told_once_by_its_log() -> None:
    told = finding(report="r1", year=2016, log=LOG[:3])
    state = reference("[on]", report="r1", year=2016, verdict=Verdict.IN_PROGRESS, follows=(told.id,))
    moments = timeline([area(members=_of(told.id, state.id))], [told], [state], [report(id="r1")])
    assert [one.id for one in moments] == [told.id] * 3


def test_what_a_tracker_says_of_a_row_is_the_forces_word() -> None:
    told = finding(report="r1", year=2018)
    state = reference(told.text, report="r1", verdict=Verdict.ACHIEVED, follows=(told.id,))
    paper = report(id="r1", kind=DocumentKind.TRACKER, publisher=Publisher.OTHER)
    moments = timeline([area(members=_of(told.id, state.id))], [told], [state], [paper])
    assert [(one.verdict, one.by) for one in moments] == [(None, "inspectorate"), ("achieved", "force")]
