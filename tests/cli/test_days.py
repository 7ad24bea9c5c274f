"""Days and years as people type them, day first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.cli.days import read_day, read_number, read_year
from inspect_cli.errors import UsageError

# A Wednesday.
TODAY = date(2025, 10, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-09-27", date(2019, 9, 27)),
        ("27 September 2019", date(2019, 9, 27)),
        (" 8th  december 2016 ", date(2016, 12, 8)),
        ("8 Dec 2016", date(2016, 12, 8)),
        ("5/4/2019", date(2019, 4, 5)),
        ("31/12/2026", date(2026, 12, 31)),
        ("05.04.2026", date(2026, 4, 5)),
        ("29 February 2020", date(2020, 2, 29)),
        ("Tuesday 10 September 2024", date(2024, 9, 10)),
        ("31 March", date(2026, 3, 31)),
        ("15 October", TODAY),
        ("14 October", date(2026, 10, 14)),
        ("1st of Nov", date(2025, 11, 1)),
        ("29 February", date(2028, 2, 29)),
        ("end of October", date(2025, 10, 31)),
        ("the end of February 2028", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2025, 10, 16)),
        ("in 10 days", date(2025, 10, 25)),
        ("in 6 weeks", date(2025, 11, 26)),
        ("in six weeks", date(2025, 11, 26)),
        ("within 3 months", date(2026, 1, 15)),
        ("in a year", date(2026, 10, 15)),
        ("next Friday", date(2025, 10, 17)),
        ("thu", date(2025, 10, 16)),
        ("Wednesday", date(2025, 10, 22)),
        ("last Friday", date(2025, 10, 10)),
        ("2 weeks ago", date(2025, 10, 1)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, "--due", TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 March", date(2025, 3, 31)),
        ("15 October", TODAY),
        ("16 October", date(2024, 10, 16)),
        ("29 February", date(2024, 2, 29)),
        ("end of September", date(2025, 9, 30)),
        ("Friday", date(2025, 10, 10)),
        ("Wednesday", date(2025, 10, 8)),
        ("yesterday", date(2025, 10, 14)),
        ("3 months ago", date(2025, 7, 15)),
        ("2026-01-01", date(2026, 1, 1)),
    ],
)
def test_where_the_past_is_meant_the_latest_such_day_is_read(text: str, day: date) -> None:
    assert read_day(text, "--since", TODAY, past=True) == day


@pytest.mark.parametrize(("start", "end"), [((2025, 1, 31), (2025, 2, 28)), ((2024, 2, 29), (2024, 3, 29))])
def test_a_month_that_is_too_short_ends_on_its_last_day(start: tuple[int, ...], end: tuple[int, ...]) -> None:
    assert read_day("in 1 month", "--due", date(*start)) == date(*end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2019",
        "12/2026",
        "31/12",
        "31/12/26",
        "2019-13-01",
        "2026-2-3",
        "31 June",
        "31 June 2026",
        "31 February 2019",
        "29 February 2027",
        "8 Smarch 2016",
        "8 Ma",
        "4/13/2019",
        "27-09-2019",
        "1/2.2026",
        "March",
        "March 2026",
        "end of spring",
        "Monday 10 September 2024",
        "in six weeks or so",
        "in 6",
        "in 9999 years",
        "next week",
        "next",
        "Friday 2026",
        "in -3 days",
        "٣ March 2026",
    ],
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_day(text, "--as-of", TODAY)
    assert f"'{text}'" in refused.value.message
    assert "--as-of 2016-12-08" in refused.value.hint


def test_what_is_still_to_come_is_no_day_of_the_past() -> None:
    with pytest.raises(UsageError, match="no date"):
        read_day("next Friday", "--since", TODAY, past=True)


@given(st.dates(), st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_a_day_written_in_full_is_that_day_whenever_it_is_read(day: date, today: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year:04}", f"{day.day} {day:%B} {day.year:04}"):
        assert read_day(text, "--due", today) == read_day(text, "--due", today, past=True) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.dates(min_value=date(2000, 1, 1)))
def test_a_day_without_its_year_is_the_nearest_on_that_side(today: date, day: date) -> None:
    text = f"{day.day} {day:%B}"
    ahead, back = read_day(text, "--due", today), read_day(text, "--since", today, past=True)
    assert back <= today <= ahead
    assert {(one.day, one.month) for one in (ahead, back)} == {(day.day, day.month)}
    assert (ahead - back).days in (0, 365, 366, 4 * 365 + 1, 8 * 365 + 1)


@pytest.mark.parametrize(("text", "year"), [("2018", 2018), ("2018/19", 2018), ("2018-19", 2018), ("2018/2019", 2018)])
def test_a_year_is_read_as_a_label_too(text: str, year: int) -> None:
    assert read_year(text, "--year") == year


@pytest.mark.parametrize("text", ["18", "20188", "last", "2018/", "1066", "2018 19"])
def test_what_is_no_year_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="is no year"):
        read_year(text, "--year")


@pytest.mark.parametrize("text", ["-1", "x", "", "1.5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert read_number("20", "--limit") == 20
    with pytest.raises(UsageError, match="is no number"):
        read_number(text, "--limit")
