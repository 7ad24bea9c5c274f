"""What changed since a meeting: decisions that hold, decisions taken back, and what new reports say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from inspect_cli.model import (
    Area,
    Change,
    ChangeKind,
    Event,
    EventKind,
    Finding,
    Reference,
    Standing,
    Track,
    Verdict,
)
from inspect_cli.track.changes import changes
from inspect_cli.track.status import area_view
from inspect_cli.track.timeline import timeline
from tests.builders import area, finding, reference, report, span
from tests.track.log import AREAS, BY, COMMANDS, START, due, event, merge, owner, perform, status, undo

TODAY = date(2024, 12, 31)
FIRST = START.date()
OLD = report(id="r2016", title="Kent 2016", inspection_year=2016, published=date(2016, 12, 8))
NEW = report(id="r2024", title="Kent 2024", inspection_year=2023, published=FIRST + timedelta(days=10))
RAISED = finding("should clear its backlogs", report="r2016", year=2016)
SETTLED = reference("the backlogs area was met", report="r2024", year=2023, verdict=Verdict.DISCHARGED, span=span(3))
UNMET = reference("the backlogs area was not met", report="r2024", year=2023, span=span(4))
AGAIN = finding("should clear what is left", report="r2024", year=2023)


def since(day: int, log: Sequence[Event], told: Track | None = None, **more: Any) -> tuple[Change, ...]:
    """Give what changed from so many days after the first on, until today unless ``until`` says else."""
    shown = told or Track((area_view(area(id="a1"), Standing(), TODAY),), ())
    reports = more.get("reports", (OLD, NEW))
    lead = more.get("lead", lambda one: one)
    return changes(log, shown, reports, FIRST + timedelta(days=day), more.get("until", TODAY), lead)


def told(*finds: Finding | Reference, **more: Any) -> Track:
    """Give the area of these finds with its line of time."""
    held: Area = area(*finds, id="a1")
    findings = [one for one in finds if isinstance(one, Finding)]
    references = [one for one in finds if isinstance(one, Reference)]
    line = timeline([held], findings, references, more.get("reports", (OLD, NEW)))
    return Track((area_view(held, Standing(), TODAY),), line)


def kinds(found: Sequence[Change]) -> list[str]:
    return [one.what.value for one in found]


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (status("in-progress", before="open"), "started"),
        (status("in-progress", before="closed"), "opened"),
        (status("open", before="complete"), "opened"),
        (status("open", before="not-accepted"), "opened"),
        (status("complete", before="open"), "completed"),
        (status("closed", before="complete"), "closed"),
        (status("not-accepted", before="open"), "not-accepted"),
        (owner("Head of PSD"), "assigned"),
        (owner("Head of IT", before="Head of PSD"), "handed-over"),
        (due(None, "2024-06-01"), "dated"),
        (due("2024-06-01", "2024-09-01"), "moved"),
        (event(EventKind.NOTE, note="asked"), "noted"),
        (event(EventKind.EVIDENCE, evidence="audit"), "evidenced"),
        (merge("a1", "a2"), "merged"),
        (event(EventKind.SPLIT, before="a1", after="a9"), "split"),
        (event(EventKind.LINK, after="f1"), "linked"),
        (event(EventKind.UNLINK, before="f1"), "unlinked"),
        (event(EventKind.OPEN, after="f1"), "tracked"),
        (event(EventKind.RENAME, after="Keys"), "renamed"),
    ],
)
def test_a_decision_is_told_by_what_it_changed(one: Event, what: str) -> None:
    assert kinds(since(0, [one])) == [what]


def test_a_change_says_which_area_who_when_what_and_why() -> None:
    moved = due("2024-06-01", "2024-09-01", day=3, reason="staff left")
    assert since(0, [moved]) == (
        Change(
            ChangeKind.MOVED,
            "a1",
            "Backlogs",
            FIRST + timedelta(days=3),
            BY,
            before="2024-06-01",
            after="2024-09-01",
            reason="staff left",
            event=moved,
        ),
    )


@pytest.mark.parametrize(("day", "until", "found"), [(5, 5, 1), (6, 9, 0), (4, 4, 0), (4, 6, 1)])
def test_both_days_count(day: int, until: int, found: int) -> None:
    log = [status("open", day=5)]
    assert len(since(day, log, until=FIRST + timedelta(days=until))) == found


def test_what_was_done_and_taken_back_between_two_meetings_is_no_change() -> None:
    log = [status("closed", day=1)]
    log += undo(log, day=2)
    assert since(0, log) == ()
    assert kinds(since(0, log, until=FIRST + timedelta(days=1))) == ["closed"]


def test_what_was_done_before_a_meeting_and_taken_back_after_it_is_a_change_back() -> None:
    log = [status("closed", day=1, before="open"), owner("Head of IT", day=1, before="Head of PSD")]
    log += undo(log, day=5)
    found = since(3, log)
    assert {(one.what, one.before, one.after) for one in found} == {
        (ChangeKind.OPENED, "closed", "open"),
        (ChangeKind.HANDED_OVER, "Head of IT", "Head of PSD"),
    }
    assert {one.event for one in found} == set(log[2:])


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (status("closed"), "opened"),
        (status("in-progress"), "taken-back"),
        (owner("Head of PSD"), "taken-back"),
        (due(None, "2024-06-01"), "taken-back"),
        (event(EventKind.NOTE, note="asked"), "taken-back"),
        (merge("a1", "a2"), "taken-back"),
    ],
)
def test_the_first_word_on_a_thing_is_taken_back_to_nothing(one: Event, what: str) -> None:
    assert kinds(since(3, [one, *undo([one], day=5)])) == [what]


def test_events_follow_their_area_and_those_of_areas_not_asked_for_are_left_out() -> None:
    log = [status("open", area="a2"), status("open", area="a3", day=1), event(EventKind.NOTE, area=None, note="?")]
    assert [one.area for one in since(0, log, lead=lambda one: "a1" if one == "a2" else one)] == ["a1"]


def test_a_response_is_told_with_its_report() -> None:
    said = event(EventKind.RESPONSE, area=None, report="r2024", field="published", after="2024-11-04")
    (change,) = since(0, [said])
    assert (change.what, change.area, change.title, change.report) == (ChangeKind.RESPONDED, None, "Kent 2024", "r2024")
    assert since(0, [said], reports=(OLD,)) == ()


@pytest.mark.parametrize(
    ("finds", "what"),
    [
        ((AGAIN,), ["newly-reported"]),
        ((RAISED,), []),
        ((RAISED, SETTLED), ["closed"]),
        ((RAISED, UNMET), ["followed-up"]),
        ((RAISED, AGAIN), ["reported-again"]),
        ((RAISED, UNMET, AGAIN), ["followed-up"]),
        ((AGAIN, UNMET), ["followed-up", "newly-reported"]),
    ],
)
def test_a_report_that_is_new_since_then_is_told_area_by_area(
    finds: tuple[Finding | Reference, ...], what: list[str]
) -> None:
    found = since(5, [], told(*finds))
    assert sorted(kinds(found)) == what
    assert {(one.by, one.day, one.report, one.event) for one in found} <= {
        ("inspectorate", NEW.published, "r2024", None)
    }


def test_a_verdict_told_twice_by_one_report_is_one_change() -> None:
    twice = reference("the backlogs were met, as said", report="r2024", year=2023, verdict=Verdict.DISCHARGED)
    (change,) = since(5, [], told(RAISED, SETTLED, twice))
    assert (change.what, change.after) == (ChangeKind.CLOSED, "discharged")


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (20, 20, [20]),
        (20, 90, [20]),
        (-20, 90, []),
        (None, 20, [20]),
        (None, None, []),
    ],
)
def test_an_old_report_is_new_on_the_day_of_its_first_import(
    first: int | None, last: int | None, days: list[int]
) -> None:
    def at(day: int | None) -> datetime | None:
        return None if day is None else datetime(2024, 1, 8, 9, tzinfo=UTC) + timedelta(days=day)

    late = report(id="r2016", published=date(2016, 12, 8), first_imported=at(first), imported_at=at(last))
    found = since(0, [], told(RAISED, reports=(late,)), reports=(late,))
    assert [(one.what, one.day) for one in found] == [
        (ChangeKind.REPORTED, FIRST + timedelta(days=day)) for day in days
    ]


def test_what_reports_say_comes_before_what_was_decided_that_day() -> None:
    log = [owner("Head of PSD", day=10), status("open", day=2)]
    assert kinds(since(0, log, told(RAISED, SETTLED))) == ["opened", "closed", "assigned"]


@given(COMMANDS)
def test_a_paper_tells_all_that_was_decided_and_still_holds_and_the_next_one_none_of_it(commands: list[Any]) -> None:
    log = [one for step in perform(commands) for one in step]
    shown = Track(tuple(area_view(area(id=one), Standing(), TODAY) for one in AREAS), ())
    told_of = {one.event.id for one in since(0, log, shown) if one.event}
    held = [one for one in log if one.kind is not EventKind.UNDO]
    undone = {one.undoes for one in log if one.kind is EventKind.UNDO}
    assert told_of == {one.id for one in held} - undone
    assert since(1, log, shown) == ()
