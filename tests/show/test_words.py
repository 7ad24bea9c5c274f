"""Values of the domain in the words that a person reads."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.model import Deadline
from inspect_cli.show.words import days_words, deadline_words, view_words
from tests.builders import area


@pytest.mark.parametrize(
    ("phrase", "day", "said"),
    [
        ("within two years", date(2018, 12, 8), "8 December 2018 (within two years)"),
        ("by the end of June 2018", date(2018, 6, 30), "30 June 2018 (by the end of June 2018)"),
        ("By 30 June 2018", date(2018, 6, 30), "By 30 June 2018"),
        ("with immediate effect", None, "with immediate effect"),
    ],
)
def test_a_deadline_names_its_day_once(phrase: str, day: date | None, said: str) -> None:
    assert deadline_words(Deadline(phrase, day)) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (12, "12 days left"),
        (1, "1 day left"),
        (0, "today"),
        (-1, "1 day ago"),
        (-700, "700 days ago"),
        (-2900, "7 years ago"),
    ],
)
def test_a_day_is_so_far_off(left: int, said: str) -> None:
    assert days_words(left) == said


@pytest.mark.parametrize(
    ("view", "verdict", "said"),
    [
        ("silent", "not-achieved", "not achieved 2018/19, silent since"),
        ("silent", None, "silent"),
        ("achieved", "achieved", "achieved"),
        (None, None, "–"),
    ],
)
def test_an_area_passed_over_keeps_its_last_verdict(view: str | None, verdict: str | None, said: str) -> None:
    one = area(inspectorate_view=view, verdict=verdict, verdict_year=2018)
    assert view_words(one, "{}/19".format) == said
