"""The statutory response to a report: recorded, corrected, shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.workflow.responding import Respond, response_views
from tests.workflow.office import NEW, OLD, RIDING, Office, told


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def test_a_response_is_recorded_and_may_be_corrected(office: Office) -> None:
    assert [(view.report.id, view.due, view.late) for view in response_views(office.book())] == [
        (NEW.id, date(2019, 11, 21), True),
        (OLD.id, None, False),
    ]
    office.decide(Respond(NEW.id[:7], date(2019, 11, 1)))
    outcome = office.decide(Respond(NEW.id, date(2019, 11, 20), "misread"))
    assert told(outcome) == [("response", "2019-11-01", "2019-11-20", "misread")]
    assert (outcome.areas, outcome.events[0].title) == ((), NEW.title)
    (view, _) = response_views(office.book())
    assert (view.published, view.late, view.days_left) == (date(2019, 11, 20), False, None)
    assert office.decide(Respond(NEW.id, date(2019, 11, 20))).unchanged == (NEW.id,)


@pytest.mark.parametrize(
    ("name", "day", "message"),
    [
        (NEW.id, date(2019, 9, 26), "before the report"),
        (NEW.id, date(2030, 1, 1), "still to come"),
        (RIDING, date(2020, 1, 1), "no report"),
        ("r0000", date(2020, 1, 1), "more than one"),
    ],
)
def test_a_day_or_report_that_cannot_be_is_said(office: Office, name: str, day: date, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        office.decide(Respond(name, day))
