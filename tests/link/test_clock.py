"""Deadlines in words, counted from a day."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.link.clock import deadline_date

SET_ON = date(2016, 12, 8)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("within two years", date(2018, 12, 8)),
        ("Within six months", date(2017, 6, 8)),
        ("within 18 months", date(2018, 6, 8)),
        ("within the next twelve months", date(2017, 12, 8)),
        ("within twenty-four months", date(2018, 12, 8)),
        ("within a year", date(2017, 12, 8)),
        ("within 28 days", date(2017, 1, 5)),
        ("within three weeks", date(2016, 12, 29)),
        ("with immediate effect", SET_ON),
        ("immediately", SET_ON),
        ("within 20 working days", None),
        ("within 1 year", date(2017, 12, 8)),
        ("within 9999 years", None),
        ("within the coming year or so", None),
        ("by 31 March 2018", date(2018, 3, 31)),
        ("not later than 1st June 2017", date(2017, 6, 1)),
        ("before 31 March 2018", date(2018, 3, 31)),
        ("by the 5th of May, 2018", date(2018, 5, 5)),
        ("by 31 March", date(2017, 3, 31)),
        ("by 8 December", SET_ON),
        ("by 7 December", date(2017, 12, 7)),
        ("by 31 June 2018", None),
        ("by 31 June", None),
        ("by 29 February", None),
        ("by the end of February 2020", date(2020, 2, 29)),
        ("by the end of March", date(2017, 3, 31)),
        ("by the end of December", date(2016, 12, 31)),
        ("as soon as possible", None),
        ("as soon as reasonably practicable", None),
        ("by spring 2024", None),
        ("by March 2018", None),
        ("by the end of 2018", None),
        ("by the end of the financial year", None),
        ("in the coming months", None),
        ("", None),
    ],
)
def test_a_deadline_in_words_is_counted_from_the_day_it_was_set(phrase: str, day: date | None) -> None:
    assert deadline_date(phrase, SET_ON) == day


def test_a_month_that_is_too_short_ends_the_deadline_on_its_last_day() -> None:
    assert deadline_date("within six months", date(2019, 8, 31)) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("by the end of March 2018", date(2018, 3, 31)),
        ("before 1 May 2018", date(2018, 5, 1)),
        ("by the end of March", None),
        ("by 31 March", None),
        ("within two years", None),
        ("with immediate effect", None),
    ],
)
def test_where_the_day_it_was_set_is_not_known_only_a_whole_date_gives_a_day(phrase: str, day: date | None) -> None:
    assert deadline_date(phrase, None) == day
