"""The log of decisions: what holds of it, what an undo takes back, and to which area it belongs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import AreaStatus, Event, EventKind, Ruling, Standing
from inspect_cli.track.events import (
    by_area,
    effective,
    last_step,
    leading,
    make_event,
    moment,
    responses,
    rulings,
    standing,
    undo_events,
    undone_by,
)
from tests.track.log import AREAS, BY, COMMANDS, START, due, event, merge, owner, perform, status, undo


def state(events: Sequence[Event]) -> tuple[object, ...]:
    """Give all that follows from a log."""
    folded = {area: standing(found) for area, found in by_area(events, lambda area: area).items()}
    said = {area: one for area, one in folded.items() if one != Standing()}
    return said, rulings(events), responses(events)


def joined(steps: Sequence[Sequence[Event]]) -> list[Event]:
    return [one for step in steps for one in step]


def test_a_standing_is_the_last_word_on_each_thing_and_all_that_was_noted() -> None:
    log = [
        status("open", day=0),
        owner("Head of PSD", day=1),
        status("complete", day=2, before="open", evidence="minutes of 10 May", reason="all cleared"),
        event(EventKind.NOTE, day=3, note="asked the panel"),
        event(EventKind.EVIDENCE, day=4, evidence="audit"),
    ]
    assert standing(log) == Standing(
        status=AreaStatus.COMPLETE,
        status_at=START + timedelta(days=2),
        status_reason="all cleared",
        owner="Head of PSD",
        evidence=("minutes of 10 May", "audit"),
        notes=("asked the panel",),
        last=START + timedelta(days=4),
        status_by=BY,
    )


def test_nothing_said_is_an_empty_standing() -> None:
    assert standing(()) == Standing()


def test_every_move_of_a_due_date_is_kept_with_who_and_why() -> None:
    log = [due("2024-06-01", "2024-09-01", day=1, reason="staff"), due("2024-09-01", "2024-12-01", day=2, by="C. Lerk")]
    said = standing(log)
    assert (said.due, said.due_set) == (date(2024, 12, 1), True)
    assert [(one.before, one.after, one.by, one.reason) for one in said.moves] == [
        (date(2024, 6, 1), date(2024, 9, 1), BY, "staff"),
        (date(2024, 9, 1), date(2024, 12, 1), "C. Lerk", None),
    ]


def test_an_undo_takes_back_the_newest_command_whole_then_the_one_before_it() -> None:
    first = (status("open"), owner("Head of PSD"))
    second = (status("complete", day=1, before="open"),)
    log = [*first, *second]
    assert last_step(log) == second
    back = undo(log, day=2)
    assert [(one.kind, one.undoes, one.area, one.before, one.after) for one in back] == [
        (EventKind.UNDO, second[0].id, "a1", "complete", "open")
    ]
    log.extend(back)
    assert set(last_step(log)) == set(first)
    log.extend(undo(log, day=3))
    assert standing(log) == Standing()
    assert undo(log, day=4) == ()


def test_commands_of_one_moment_by_two_people_are_two() -> None:
    log = [status("open", by="B. Deputy"), owner("Head of PSD", by="C. Lerk")]
    assert len(last_step(log)) == 1


def test_an_undo_is_never_undone_and_one_of_nothing_known_does_nothing() -> None:
    said = status("open")
    (back,) = undo([said], day=1)
    again = event(EventKind.UNDO, day=2, undoes=back.id)
    stray = event(EventKind.UNDO, day=3, undoes="e-gone")
    assert undone_by([said, back, again, stray]) == {said.id: back.id}
    assert effective([said, back, again, stray]) == ()


def test_what_was_undone_twice_was_undone_by_the_first() -> None:
    said = status("open")
    (first,), (second,) = undo([said], day=1), undo([said], day=2)
    assert undone_by([second, first, said]) == {said.id: first.id}


def test_a_command_has_a_moment_of_its_own() -> None:
    assert moment(START, []) == START
    log = [status("open")]
    assert moment(START, log) == START + timedelta(microseconds=1)
    assert moment(START.astimezone(timezone(timedelta(hours=1))), log) != START


def test_a_command_that_waited_its_turn_comes_after_what_was_decided_meanwhile() -> None:
    log = [replace(status("open"), at=START + timedelta(seconds=second)) for second in (0, 40, 20)]
    assert moment(START - timedelta(seconds=5), log) == START + timedelta(seconds=40, microseconds=1)
    assert moment(START - timedelta(days=1), log) == START - timedelta(days=1)


def test_events_of_one_command_have_ids_of_their_own_and_the_same_id_when_made_again() -> None:
    made = [make_event(START, BY, EventKind.NOTE, "a1", place, note="twice") for place in (0, 1, 1)]
    assert made[0].id != made[1].id
    assert made[1] == made[2]
    assert made[0].id[0] == "e"
    assert len(made[0].id) == 9


@pytest.mark.parametrize(
    ("kind", "said", "at"),
    [
        (EventKind.STATUS, {"after": "finished"}, START),
        (EventKind.STATUS, {"before": "finished"}, START),
        (EventKind.DUE, {"after": "soon"}, START),
        (EventKind.RESPONSE, {"after": "31 March"}, START),
        (EventKind.NOTE, {"note": "no zone"}, START.replace(tzinfo=None)),
    ],
)
def test_what_no_decision_can_be_is_refused(kind: EventKind, said: dict[str, Any], at: datetime) -> None:
    with pytest.raises(ValueError, match=r"."):
        make_event(at, BY, kind, "a1", **said)


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        (EventKind.LINK, {"after": "f1", "reason": "same matter"}, {"finds": ("f1",), "reason": "same matter"}),
        (EventKind.UNLINK, {"before": "f1"}, {"finds": ("f1",)}),
        (EventKind.MERGE, {"before": "a2", "after": "a1"}, {"other": "a2"}),
        (
            EventKind.SPLIT,
            {"before": "a1", "after": "a9", "finds": ("f1", "x1")},
            {"other": "a9", "finds": ("f1", "x1")},
        ),
        (EventKind.OPEN, {"after": "f1"}, {"finds": ("f1",)}),
        (EventKind.RENAME, {"before": "Old", "after": "New"}, {"title": "New"}),
    ],
)
def test_a_ruling_says_what_linking_must_respect(
    kind: EventKind, said: dict[str, Any], expected: dict[str, Any]
) -> None:
    made = event(kind, **said)
    assert rulings([made]) == (Ruling(kind, "a1", made.id, **expected),)
    assert rulings([made, *undo([made], day=1)]) == ()


def test_what_is_no_matter_of_linking_is_no_ruling() -> None:
    assert rulings([status("open"), due(None, "2024-06-01"), event(EventKind.NOTE, note="link this")]) == ()


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("a1", "a1"),
        ("a-former", "a1"),
        ("a2", "a1"),
        ("a2-former", "a1"),
        ("a-present", "a-present"),
        ("a-gone", "a-gone"),
        ("a-round", "a-round"),
    ],
)
def test_an_id_leads_to_the_area_that_goes_on_for_it(area: str, expected: str) -> None:
    aliases = {
        "a-former": "a1",
        "a2-former": "a2",
        "a-present": "a1",
        "a-round": "a-about",
        "a-about": "a-round",
    }
    assert leading({"a1", "a-present"}, aliases, [merge("a1", "a2")])(area) == expected


def test_a_merge_that_names_former_ids_still_leads_on() -> None:
    way = leading({"a1"}, {"a2-former": "a2", "a1-former": "a1"}, [merge("a1-former", "a2-former")])
    assert way("a2") == way("a2-former") == way("a1-former") == "a1"


def test_a_merge_taken_back_leads_nowhere() -> None:
    log = [merge("a1", "a2")]
    log += undo(log, day=1)
    assert leading({"a1", "a2"}, {}, log)("a2") == "a2"
    assert leading({"a1"}, {}, log)("a2") == "a2"


def test_events_of_a_merged_area_stand_with_the_area_that_goes_on() -> None:
    log = [status("open"), owner("Head of PSD", area="a2", day=1), merge("a1", "a2", day=2)]
    found = by_area([*log, event(EventKind.RESPONSE, area=None, report="r1")], leading({"a1"}, {}, log))
    assert found == {"a1": tuple(log)}
    assert standing(found["a1"]).owner == "Head of PSD"


def test_a_response_is_the_day_last_recorded() -> None:
    def said(day: str, after: int) -> Event:
        return event(EventKind.RESPONSE, area=None, report="r1", field="published", after=day, day=after)

    log = [said("2024-11-04", 0), said("2024-11-01", 1)]
    assert responses(log) == {"r1": date(2024, 11, 1)}
    assert responses([*log, *undo(log, day=2)]) == {"r1": date(2024, 11, 4)}


@given(COMMANDS, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_handed_over_makes_no_difference(
    commands: list[Any], shuffled: random.Random
) -> None:
    log = joined(perform(commands))
    assert state(shuffled.sample(log, len(log))) == state(log)


@given(COMMANDS)
def test_an_undo_restores_what_held_before_the_command_and_adds_one_event_for_each_that_it_takes_back(
    commands: list[Any],
) -> None:
    steps = perform(commands)
    log = joined(steps)
    if not steps or commands[-1] is None:
        return
    before = joined(steps[:-1])
    back = undo_events(log, START + timedelta(days=1), BY)
    assert state([*log, *back]) == state(before)
    assert len(back) == len(steps[-1]) == len({one.undoes for one in back})


@given(COMMANDS)
def test_as_many_undos_as_commands_restore_the_start_and_lose_nothing(commands: list[Any]) -> None:
    log = joined(perform(commands))
    for number, _ in enumerate(commands):
        was = list(log)
        log.extend(undo_events(log, START + timedelta(days=1 + number), BY))
        assert log[: len(was)] == was
    assert state(log) == state(())
    decisions = [one for one in log if one.kind is not EventKind.UNDO]
    assert undone_by(log).keys() == {one.id for one in decisions}
    assert len({one.id for one in log}) == len(log)


@given(COMMANDS, st.sampled_from(AREAS))
def test_the_moves_of_a_due_date_follow_from_each_other_and_the_first_stays(commands: list[Any], area: str) -> None:
    steps = [step for step, command in zip(perform(commands), commands, strict=True) if command is not None]
    found = by_area(joined(steps), lambda one: one).get(area, ())
    moves = standing(found).moves
    assert len(moves) == sum(one.kind is EventKind.DUE for one in found)
    assert [one.at for one in moves] == sorted(one.at for one in moves)
    firsts = [standing(found[:count]).moves[:1] for count in range(len(found) + 1)]
    assert {one[0] for one in firsts if one} == {*moves[:1]}


def test_a_zone_other_than_utc_keeps_the_order_of_time() -> None:
    early = make_event(
        datetime(2024, 5, 1, 10, tzinfo=timezone(timedelta(hours=2))), BY, EventKind.OWNER, "a1", after="x"
    )
    late = make_event(datetime(2024, 5, 1, 9, tzinfo=UTC), BY, EventKind.OWNER, "a1", after="y")
    assert standing([late, early]).owner == "y"
