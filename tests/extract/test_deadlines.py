"""Deadlines in words, and the day where the words name one."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.model import Deadline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Within six months, forces should plan.", Deadline("Within six months")),
        ("The force should plan within the next 12 weeks.", Deadline("within the next 12 weeks")),
        ("Not later than 31 March 2015, it should plan.", Deadline("Not later than 31 March 2015", date(2015, 3, 31))),
        ("By 1st September 2014, it should plan.", Deadline("By 1st September 2014", date(2014, 9, 1))),
        ("It should plan by the end of 2016.", Deadline("by the end of 2016")),
        ("By May 2024, it should plan.", Deadline("By May 2024")),
        ("It should plan by spring 2018.", Deadline("by spring 2018")),
        ("With immediate effect, it should plan.", Deadline("With immediate effect")),
        ("It should plan immediately.", Deadline("immediately")),
        ("It should plan as soon as reasonably practicable.", Deadline("as soon as reasonably practicable")),
        ("By 31 June 2015, it should plan.", Deadline("By 31 June 2015")),
    ],
)
def test_a_deadline_keeps_its_words_and_the_day_they_name(text: str, expected: Deadline) -> None:
    assert deadline_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The force should answer 999 calls in ten seconds.",
        "It aims to attend within 15 minutes.",
        "Officers should reach callers within one hour.",
        "It should look at the past six months.",
        "It should learn from the year ending 31 March 2016.",
        "The plan was agreed in May 2015.",
        "It should act on the report of 12 May 2015.",
        "Appraisals are held every six months.",
        "The force should plan for two years ahead.",
        "The plan is followed by 14 officers.",
    ],
)
def test_targets_periods_and_past_days_are_no_deadline(text: str) -> None:
    assert deadline_of(text) is None
