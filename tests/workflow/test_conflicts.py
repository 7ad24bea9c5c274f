"""Where two analysts ruled otherwise on one thing, and where they did not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from inspect_cli.model import Conflict, Event, EventKind, Evidence, Extraction, Report, Rung, Told
from inspect_cli.track.events import make_event
from inspect_cli.workflow.conflicts import Log, told_otherwise
from tests.builders import report

K = EventKind
A, B = "A. Analyst", "B. Deputy"


def _event(by: str, minute: int, kind: EventKind, area: str | None = "a000001", **said: Any) -> Event:
    return make_event(datetime(2024, 5, 1, 9, minute, tzinfo=UTC), by, kind, area, **said)


def _status(by: str, minute: int, value: str, area: str = "a000001") -> Event:
    return _event(by, minute, K.STATUS, area, field="status", before="open", after=value)


def _link(by: str, minute: int, area: str, find: str = "f1") -> Event:
    return _event(by, minute, K.LINK, area, field="member", after=find)


def _unlink(by: str, minute: int, area: str, find: str = "f1") -> Event:
    return _event(by, minute, K.UNLINK, area, field="member", before=find)


def _split(by: str, minute: int, area: str, anew: str) -> Event:
    return _event(by, minute, K.SPLIT, area, field="area", before=area, after=anew, finds=("f1", "f2"))


def _merge(by: str, minute: int, area: str, other: str) -> Event:
    return _event(by, minute, K.MERGE, area, field="area", before=other, after=area)


def _told(ours: list[Event], theirs: list[Event], known: tuple[Event, ...] = ()) -> list[str]:
    log = Log((*known, *ours), (*known, *theirs), lambda name: name)
    found = list(log.conflicts({"a000001": "Backlogs"}))
    back = list(Log((*known, *theirs), (*known, *ours), lambda name: name).conflicts({}))
    assert sorted(map(_turned, found), key=str) == sorted(back, key=str), "the other way round it is the same"
    return [f"{one.what} of {one.find or one.on}: {one.ours.value} / {one.theirs.value}" for one in found]


def _turned(one: Conflict) -> Conflict:
    other = {"ours": "theirs", "theirs": "ours", "both": "both"}[one.holds.value]
    return one._replace(ours=one.theirs, theirs=one.ours, holds=type(one.holds)(other), title=None)


KNOWN = _status(A, 0, "in-progress")
LINKED = _link(A, 0, "a000001")


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ([_status(A, 1, "complete")], [_status(B, 2, "closed")], ["status of a000001: complete / closed"]),
        (
            [_status(A, 1, "closed"), _status(A, 3, "open")],
            [_status(B, 2, "closed")],
            ["status of a000001: open / closed"],
        ),
        ([_status(A, 1, "complete")], [_status(B, 2, "complete")], []),
        ([_status(A, 1, "complete")], [_status(B, 2, "closed", "a000002")], []),
        ([_status(A, 1, "complete")], [_event(B, 2, K.NOTE, note="rang them")], []),
        (
            [_event(A, 1, K.OWNER, field="owner", after="Supt Shah")],
            [_event(B, 2, K.OWNER, field="owner", before="Supt Shah")],
            ["owner of a000001: Supt Shah / None"],
        ),
        (
            [_event(A, 1, K.DUE, field="due", after="2025-01-01")],
            [_event(B, 2, K.DUE, field="due", after="2025-02-01")],
            ["due of a000001: 2025-01-01 / 2025-02-01"],
        ),
        (
            [_event(A, 1, K.RENAME, field="title", after="Horses")],
            [_event(B, 2, K.RENAME, field="title", after="Hay")],
            ["title of a000001: Horses / Hay"],
        ),
        (
            [_event(A, 1, K.RESPONSE, None, report="r1", after="2025-01-01")],
            [_event(B, 2, K.RESPONSE, None, report="r1", after="2025-02-01")],
            ["response of r1: 2025-01-01 / 2025-02-01"],
        ),
        ([_link(A, 1, "a000001")], [_link(B, 2, "a000002")], ["member of f1: a000001 / a000002"]),
        ([_link(A, 1, "a000001")], [_link(B, 2, "a000001")], []),
        ([_link(A, 1, "a000001")], [_link(B, 2, "a000002", "f2")], []),
        ([_link(A, 1, "a000001")], [_unlink(B, 2, "a000001")], ["member of f1: a000001 / not in a000001"]),
        ([_link(A, 1, "a000001")], [_unlink(B, 2, "a000002")], []),
        ([_unlink(A, 1, "a000001")], [_unlink(B, 2, "a000002")], []),
        (
            [_link(A, 1, "a000001"), _unlink(A, 3, "a000001")],
            [_link(B, 2, "a000001")],
            ["member of f1: not in a000001 / a000001"],
        ),
        ([_split(A, 1, "a000001", "a000003")], [_link(B, 2, "a000001")], ["member of f1: a000003 / a000001"]),
        (
            [_merge(A, 1, "a000001", "a000003")],
            [_merge(B, 2, "a000002", "a000003")],
            ["merge of a000003: a000001 / a000002"],
        ),
        ([_merge(A, 1, "a000001", "a000003")], [_merge(B, 2, "a000001", "a000003")], []),
        ([], [_status(B, 2, "closed")], []),
    ],
)
def test_what_is_set_to_two_values_by_two_people_is_a_conflict(
    ours: list[Event], theirs: list[Event], told: list[str]
) -> None:
    assert _told(ours, theirs) == told


@pytest.mark.parametrize(
    ("ours", "theirs", "known", "told"),
    [
        (
            [_event(A, 1, K.UNDO, field="status", before="in-progress", after="open", undoes=KNOWN.id)],
            [_status(B, 2, "complete")],
            KNOWN,
            ["status of a000001: open / complete"],
        ),
        (
            [_event(A, 1, K.UNDO, field="member", before="f1", undoes=LINKED.id)],
            [_link(B, 2, "a000001")],
            LINKED,
            ["member of f1: not in a000001 / a000001"],
        ),
        (
            [_event(A, 1, K.UNDO, undoes=KNOWN.id, after="open")],
            [_event(B, 2, K.UNDO, undoes=KNOWN.id, after="open")],
            KNOWN,
            [],
        ),
    ],
)
def test_to_take_back_what_the_other_goes_by_sets_it_too(
    ours: list[Event], theirs: list[Event], known: Event, told: list[str]
) -> None:
    assert _told(ours, theirs, (known,)) == told


def test_what_one_took_back_again_is_no_conflict() -> None:
    first = _status(A, 1, "complete")
    undo = _event(A, 2, K.UNDO, field="status", before="complete", after="open", undoes=first.id)
    assert _told([first, undo], [_status(B, 3, "closed")]) == []


def test_a_conflict_names_who_and_when_and_the_later_one_holds() -> None:
    log = Log([_status(A, 1, "complete")], [_status(B, 2, "closed")], lambda name: name)
    (one,) = log.conflicts({"a000001": "Backlogs"})
    assert (one.title, one.ours.by, one.theirs.by, one.holds) == ("Backlogs", A, B, "theirs")
    assert one.ours.at == datetime(2024, 5, 1, 9, 1, tzinfo=UTC)
    assert [event.by for event in log.events] == [A, B]


def test_a_find_that_was_put_into_two_areas_is_in_both() -> None:
    (one,) = Log([_link(A, 1, "a000001")], [_link(B, 2, "a000002")], lambda name: name).conflicts({})
    assert one.holds == "both"


def _given(year: int, rung: Rung = Rung.GIVEN) -> Report:
    return report(inspection_year=year, evidence={"inspection_year": Evidence(rung, None, "--year")})


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (_given(2016), _given(2017), ["inspection_year: 2016 / 2017, ours"]),
        (_given(2016), _given(2016), []),
        (_given(2016), _given(2017, Rung.STATED), []),
    ],
)
def test_facts_that_two_people_gave_otherwise_are_a_conflict(ours: Report, theirs: Report, told: list[str]) -> None:
    one, other = (Told(known, Extraction(), lambda: ("text",)) for known in (ours, theirs))
    found = told_otherwise(one, other, ours)
    assert [f"{it.what}: {it.ours.value} / {it.theirs.value}, {it.holds.value}" for it in found] == told
