"""The checks: what each finds and what it passes over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.model import AreaStatus, Filters
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.checking import Checks, check
from inspect_cli.workflow.responding import Respond
from inspect_cli.workflow.update import Note, Update
from tests.workflow.office import NEW, RIDING, TODAY, VETTING, Office

SOON, NEXT_YEAR = date(2024, 6, 20), date(2025, 6, 1)


@pytest.fixture
def office(data: Path) -> Office:
    """Give a store whose response is recorded, and in which all is in hand."""
    office = Office(data)
    office.decide(Respond(NEW.id, date(2019, 11, 1)))
    office.decide(Update((VETTING,), due=NEXT_YEAR, reason="agreed"))
    return office


def found(office: Office, checks: Checks) -> list[tuple[str, str | None, date | None]]:
    return [(line.check, line.area or line.report, line.since) for line in check(office.book(), checks)]


def test_where_all_is_well_nothing_is_found(office: Office) -> None:
    assert found(office, Checks(overdue=True)) == []
    assert found(office, Checks(overdue=True, due_within=28, moved_without_reason=True)) == []


def test_without_a_store_nothing_is_found(tmp_path: Path) -> None:
    assert check(open_book(tmp_path, TODAY), Checks(stale=1)) == ()


def test_what_is_past_its_date_is_overdue_until_it_is_settled(office: Office) -> None:
    office.decide(Update((RIDING,), due=date(2024, 5, 31), owner="Stables"))
    (line,) = check(office.book(), Checks(overdue=True))
    assert (line.check, line.area, line.report, line.since) == ("overdue", RIDING, None, date(2024, 5, 31))
    assert "1 day past" in line.message
    assert "(Stables)" in line.message
    assert found(office, Checks(filters=Filters(force="kent"))) == []
    office.decide(Update((RIDING,), AreaStatus.COMPLETE))
    assert found(office, Checks(overdue=True)) == []


@pytest.mark.parametrize(("within", "expected"), [(18, []), (19, [("due-within", RIDING, SOON)])])
def test_due_within_so_many_days(office: Office, within: int, expected: list[object]) -> None:
    office.decide(Update((RIDING,), due=SOON))
    assert found(office, Checks(due_within=within)) == expected


def test_stale_is_what_neither_a_decision_nor_a_report_spoke_of(office: Office) -> None:
    assert found(office, Checks(stale=365)) == [("stale", RIDING, date(2019, 9, 27))]
    office.decide(Note(RIDING, "still at it"))
    assert found(office, Checks(stale=365)) == []
    assert [name for _, name, _ in found(office, Checks(stale=30))] == [VETTING, RIDING]


def test_a_date_moved_without_a_reason_is_found_and_one_first_set_is_not(office: Office) -> None:
    office.decide(Update((RIDING,), due=SOON))
    assert found(office, Checks(moved_without_reason=True)) == []
    office.decide(Update((RIDING,), due=NEXT_YEAR, anyway="no time"))
    assert found(office, Checks(moved_without_reason=True)) == [("moved-without-reason", RIDING, date(2024, 1, 5))]


def test_a_response_that_is_late_is_found(data: Path) -> None:
    office = Office(data)
    assert found(office, Checks(responses=True)) == [("response", NEW.id, date(2019, 11, 21))]
    assert [name for name, *_ in found(office, Checks(overdue=True))] == ["overdue", "response"]
