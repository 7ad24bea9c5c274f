"""Numbers that count something an analyst would follow from year to year."""

from __future__ import annotations

import pytest

from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.sentences import whole
from inspect_cli.model import cut
from tests.extract.texts import block


def figures(text: str) -> list[tuple[float, str]]:
    return [(figure.value, figure.of) for figure in figures_of(whole(block(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 35 officers and 355 police staff without it.", [(35, "officers"), (355, "police staff")]),
        ("We saw seven cases of this.", [(7, "cases")]),
        ("It had 40 applications for second jobs, all approved.", [(40, "applications for second jobs")]),
        ("Some 1,250 crime reports waited.", [(1250, "crime reports")]),
        ("In 60 corruption intelligence cases we looked at, all was well.", [(60, "corruption intelligence cases")]),
        ("Twelve people left.", [(12, "people")]),
        ("It has 14 stations across the county.", [(14, "stations")]),
        ("The backlog is 212 unexamined devices.", [(212, "unexamined devices")]),
    ],
)
def test_a_number_counts_the_plural_behind_it(text: str, expected: list[tuple[float, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It met this in 80.3 percent of cases.",
        "Around 12% of calls were lost.",
        "Within six months it planned.",
        "It took 15 minutes to answer.",
        "It saved £3 million in two years.",
        "The 2016 inspections were better.",
        "Since 2011 officers have had new cars.",
        "Question 2 asks how well it plans.",
        "On 3 November 2024 it met.",
        "Call 101 for help.",
        "Tranche two is out.",
        "It was three times as high.",
        "See pages 4 and 12.",
        "The A1 cars are new.",
        "One of the officers left.",
    ],
)
def test_shares_durations_money_years_and_ordinals_count_nothing(text: str) -> None:
    assert figures(text) == []


def test_a_figure_points_at_the_number_and_what_it_counts() -> None:
    text = "At the time 35 officers waited."
    (figure,) = figures_of(whole(block(text)))
    assert cut([text], figure.span) == "35 officers"
