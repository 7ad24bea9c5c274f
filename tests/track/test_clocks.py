"""Clocks: how a due date stands to a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.track.clocks import days_left, due_soon, overdue

TODAY = date(2019, 3, 1)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("due", "left", "late", "soon"),
    [
        (date(2019, 3, 1), 0, False, True),
        (date(2019, 2, 28), -1, True, False),
        (date(2019, 3, 29), 28, False, True),
        (date(2019, 3, 30), 29, False, False),
        (None, None, False, False),
    ],
)
def test_a_due_date_is_in_time_through_its_own_day_and_soon_within_the_days_asked_for(
    due: date | None, left: int | None, late: bool, soon: bool
) -> None:
    assert (days_left(due, TODAY), overdue(due, TODAY), due_soon(due, TODAY, 28)) == (left, late, soon)


@given(due=DAYS, today=DAYS, within=st.integers(0, 400))
def test_what_is_overdue_is_not_due_soon_and_days_left_lead_to_the_date(due: date, today: date, within: int) -> None:
    left = days_left(due, today)
    assert left is not None
    assert today + timedelta(days=left) == due
    assert overdue(due, today) == (left < 0)
    assert not (overdue(due, today) and due_soon(due, today, within))
