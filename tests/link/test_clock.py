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
        ("as soon as possible", None),
        ("by the end of 2018", None),
        ("in the coming months", None),
        ("", None),
    ],
)
def test_a_deadline_in_words_is_counted_from_the_day_it_was_set(phrase: str, day: date | None) -> None:
    assert deadline_date(phrase, SET_ON) == day


def test_a_month_that_is_too_short_ends_the_deadline_on_its_last_day() -> None:
    assert deadline_date("within six months", date(2019, 8, 31)) == date(2020, 2, 29)
