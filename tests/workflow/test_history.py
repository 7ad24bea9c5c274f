"""Looking back: the log of an area under all its ids, the dates that moved, what changed since a meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, ChangeKind, Filters
from inspect_cli.workflow.history import changes, log, moved
from inspect_cli.workflow.linking import Unlink
from inspect_cli.workflow.responding import Respond
from inspect_cli.workflow.shaping import Merge
from inspect_cli.workflow.undoing import Undo
from inspect_cli.workflow.update import Note, Update
from tests.workflow.office import BEGIN, NEW, RIDING, VETTING, Office

DAY, LATER = date(2024, 3, 31), date(2024, 9, 30)


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def test_nothing_decided_nothing_logged(office: Office) -> None:
    assert log(office.book()) == ()
    assert log(office.book(), RIDING) == ()
    assert moved(office.book()) == ()


def test_the_log_of_an_area_has_what_was_decided_under_its_former_ids(office: Office) -> None:
    office.decide(Note(RIDING, "one"))
    office.decide(Note(VETTING, "two"))
    assert [view.event.note for view in log(office.book(), RIDING)] == ["one"]
    office.decide(Merge(VETTING, (RIDING,)))
    views = log(office.book(), RIDING)
    assert [view.event.kind.value for view in views] == ["note", "note", "merge"]
    assert {view.area for view in views} == {VETTING}
    assert views == log(office.book())


def test_an_event_of_a_report_has_the_reports_title_and_one_of_what_is_gone_none(office: Office) -> None:
    office.decide(Respond(NEW.id, date(2019, 11, 1)))
    office.decide(Unlink(("fhorses",)))
    assert [(view.area, view.title) for view in log(office.book())] == [(None, NEW.title), (None, None)]


def test_an_area_that_is_gone_still_has_its_log(office: Office) -> None:
    office.decide(Note(RIDING, "fed"))
    office.decide(Unlink(("fhorses",)))
    assert RIDING not in {area.id for area in office.book().areas}
    assert [view.event.kind.value for view in log(office.book(), RIDING[:5])] == ["note", "unlink"]


def test_the_log_of_no_area_is_an_error(office: Office) -> None:
    with pytest.raises(UsageError, match="a0000"):
        log(office.book(), "a0000")


def test_dates_that_moved_are_listed_most_often_moved_first(office: Office) -> None:
    office.decide(Update((RIDING,), due=DAY))
    assert moved(office.book()) == ()
    office.decide(Update((RIDING,), due=LATER, reason="no hay"))
    for day in (DAY, LATER):
        office.decide(Update((VETTING,), due=day, reason="no vetters"))
    views = moved(office.book())
    assert [(view.area.id, view.state.moved, view.state.original_due) for view in views] == [
        (VETTING, 2, date(2018, 12, 8)),
        (RIDING, 1, DAY),
    ]
    assert moved(office.book(), Filters(force="kent")) == ()


def test_changes_since_a_day_are_what_was_decided_from_then_on_and_still_holds(office: Office) -> None:
    office.decide(Update((RIDING,), owner="Stables"))
    office.decide(Update((RIDING,), AreaStatus.CLOSED, evidence="minutes"))
    office.decide(Update((VETTING,), owner="PSD"))
    office.decide(Undo())
    since = BEGIN.date()
    assert [change.what for change in changes(office.book(), since)] == [ChangeKind.ASSIGNED, ChangeKind.CLOSED]
    assert [change.what for change in changes(office.book(), date(2024, 1, 3))] == [ChangeKind.CLOSED]
    assert changes(office.book(), since, Filters(force="kent")) == ()


def test_on_an_earlier_day_nothing_decided_later_is_known(office: Office) -> None:
    office.decide(Update((RIDING,), owner="Stables"))
    office.decide(Merge(VETTING, (RIDING,)))
    book = office.book(date(2024, 1, 2))
    assert [view.event.kind.value for view in log(book)] == ["owner"]
    assert {area.id for area in book.areas} == {VETTING, RIDING}
    assert [area.id for area in office.book(date(2024, 1, 3)).areas] == [VETTING]
