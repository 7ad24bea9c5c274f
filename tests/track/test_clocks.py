"""Clocks: how a due date stands to a day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import DocumentKind, FindingKind, Publisher
from inspect_cli.track.clocks import (
    days_left,
    due_soon,
    needs_explanation,
    overdue,
    response_view,
    statutory_response,
)
from tests.builders import finding, report

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


@pytest.mark.parametrize(
    ("changes", "due", "why"),
    [
        ({"published": date(2024, 9, 10)}, date(2024, 11, 4), "56 days beginning with 10 September 2024"),
        ({"published": date(2017, 5, 2)}, date(2017, 6, 26), "56 days"),
        ({"published": date(2017, 5, 1)}, None, "before 2 May 2017"),
        ({"published": date(2016, 12, 8)}, None, "before 2 May 2017"),
        ({"published": None}, None, "day of publication is not known"),
        ({"published": date(2024, 9, 10), "publisher": Publisher.HMIC}, date(2024, 11, 4), "56 days"),
        ({"published": date(2024, 9, 10), "publisher": Publisher.PCC}, None, "no inspection report"),
        ({"published": date(2024, 9, 10), "publisher": Publisher.FORCE}, None, "no inspection report"),
        ({"published": date(2024, 9, 10), "kind": DocumentKind.PRESS_RELEASE}, None, "no inspection report"),
        ({"published": date(2024, 9, 10), "kind": DocumentKind.NEWS}, None, "no inspection report"),
        ({"published": date(2024, 9, 10), "kind": DocumentKind.INTEGRITY_REPORT}, date(2024, 11, 4), "56 days"),
        ({"published": date(2024, 9, 10), "forces": ()}, None, "not about a force"),
        ({"published": date(2024, 9, 10), "forces": ("btp",)}, None, "not about a force"),
        ({"published": date(2024, 9, 10), "forces": ("btp", "kent")}, date(2024, 11, 4), "56 days"),
    ],
)
def test_the_statutory_response_is_due_on_the_last_of_56_days_where_the_law_asks_for_one(
    changes: dict[str, Any], due: date | None, why: str
) -> None:
    applies, day, said = statutory_response(report(**changes))
    assert (applies, day) == (due is not None, due)
    assert why in said


@pytest.mark.parametrize(
    ("kind", "of", "expected"),
    [
        (FindingKind.RECOMMENDATION, "r000001", True),
        (FindingKind.RECOMMENDATION, "r-other", False),
        (FindingKind.AREA_FOR_IMPROVEMENT, "r000001", False),
        (FindingKind.CONCERN, "r000001", False),
    ],
)
def test_comments_explain_themselves_where_the_report_has_a_recommendation(
    kind: FindingKind, of: str, expected: bool
) -> None:
    assert needs_explanation(report(), [finding(kind=kind, report=of)]) == expected


@pytest.mark.parametrize(
    ("published", "today", "left", "late"),
    [
        (None, date(2024, 11, 4), 0, False),
        (None, date(2024, 11, 5), -1, True),
        (date(2024, 11, 4), date(2025, 1, 1), None, False),
        (date(2024, 11, 5), date(2025, 1, 1), None, True),
    ],
)
def test_a_response_is_late_when_it_came_out_or_is_still_awaited_after_its_last_day(
    published: date | None, today: date, left: int | None, late: bool
) -> None:
    asked = finding(kind=FindingKind.RECOMMENDATION)
    view = response_view(report(published=date(2024, 9, 10)), [asked], published, today)
    assert (view.days_left, view.late, view.published, view.explain) == (left, late, published, True)


def test_a_report_without_the_clock_is_never_late_and_explains_nothing() -> None:
    asked = finding(kind=FindingKind.RECOMMENDATION)
    view = response_view(report(published=date(2016, 12, 8)), [asked], None, date(2024, 1, 1))
    assert (view.applies, view.due, view.days_left, view.late, view.explain) == (False, None, None, False, False)
