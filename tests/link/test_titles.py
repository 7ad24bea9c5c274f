"""What areas are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.link import link
from inspect_cli.link.titles import LONGEST, title_from, title_of_concern
from inspect_cli.model import Deadline
from tests.builders import finding, report
from tests.link.rows import Row, link_rows


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The force should clear its backlogs.", "Clear its backlogs"),
        ("The force should ensure that all staff are vetted.", "All staff are vetted"),
        ("The constabulary should make sure it records crime within 24 hours.", "Records crime within 24 hours"),
        ("Kent Police needs to answer calls sooner. Only 83 percent were.", "Answer calls sooner"),
        ("Within six months, the force should seek to retain its detectives.", "Retain its detectives"),
        (
            "The force should monitor its decisions on who may join, so that it finds what differs between groups.",
            "Monitor its decisions on who may join",
        ),
        (
            "The force should give its supervisors the training which they must have before they lead others.",
            "Give its supervisors the training",
        ),
        ("The force fails to record crime against its most vulnerable victims.", "The force fails to record crime"),
        ("Make sure that an officer of rank looks at each case.", "An officer of rank looks at each case"),
        ("By the same date, put a queue in place.", "Put a queue in place"),
        ("By night, too few officers are on patrol", "By night, too few officers are on patrol"),
        ("“Send all high-risk cases to the conference.”", "Send all high-risk cases to the conference"),
        (
            "Every supervisor of a busy control room is to be seen to listen to the calls.",
            "Every supervisor of a busy control room is to be seen",
        ),
        ("Backlogs", "Backlogs"),
    ],
)
def test_a_title_is_what_is_asked_cut_at_a_clause(text: str, title: str) -> None:
    assert title_from(text) == title


@pytest.mark.parametrize(
    ("text", "phrase", "title"),
    [
        (
            "The force should, with immediate effect, feed its horses.",
            "with immediate effect",
            "Feed its horses",
        ),
        ("The force should within 30 days inspect its stores.", "within 30 days", "Inspect its stores"),
        ("By 31 March 2020, the force should count its horses.", "By 31 March 2020", "Count its horses"),
        ("The force should feed its horses, as soon as possible.", "as soon as possible", "Feed its horses"),
        ("The force should feed its horses within 24 hours.", "by May", "Feed its horses within 24 hours"),
    ],
)
def test_an_area_is_not_called_by_its_deadline(text: str, phrase: str, title: str) -> None:
    asked = finding(text, themes=(), deadline=Deadline(phrase, None))
    (area,) = link("cheshire", [report(id=asked.report)], [asked], []).areas
    assert area.title == title


@given(st.text(alphabet="abc ,.;-()", min_size=1, max_size=200))
def test_a_title_is_short_and_ends_in_no_punctuation(text: str) -> None:
    title = title_from(f"The force should {text}")
    assert len(title) <= LONGEST
    assert title == title.rstrip(" .,;:–-(")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It has bold plans for its vans, although it has yet to train the drivers.", "Has yet to train the drivers"),
        (
            "However, it still has too few people whose vetting is in date.",
            "Has too few people whose vetting is in date",
        ),
        ("Calls are answered at once, but the force needs to record what it is told.", "Record what it is told"),
        ("While training was under way, we were surprised to find no plan.", "We were surprised to find no plan"),
        (
            "We found no checks of a register that should be read each week.",
            "No checks of a register that should be read each week",
        ),
        ("There are gaps in the training, although the force is closing them.", "There are gaps in the training"),
        ("More needs to be done to let staff know about this.", "Let staff know about this"),
        ("Its stables smell.", "Its stables smell"),
    ],
)
def test_a_concern_goes_by_the_clause_that_says_what_is_wrong(text: str, title: str) -> None:
    assert title_of_concern(text) == title


CLEAR = "The force should clear the backlog of renewals among its detectives."
PEOPLE = "The force should give its vetting unit more people and better software."


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ([Row("afi", 2018, "vetting", CLEAR)], ["Vetting clearance and backlogs"]),
        (
            [Row("afi", 2018, "vetting", CLEAR), Row("afi", 2018, "vetting", PEOPLE)],
            [
                "Clear the backlog of renewals among its detectives",
                "Give its vetting unit more people and better software",
            ],
        ),
        ([Row("afi", 2018, "use-of-force", "The force should record it.")], ["Use of force"]),
        (
            [Row("2017 afi discharged", 2018, "custody", "It has put this right.")],
            ["Custody: 2017 area for improvement"],
        ),
        (
            [
                Row(
                    "2017 rec achieved",
                    2018,
                    "custody",
                    "It did what we asked: that it should see each detainee at once.",
                )
            ],
            ["See each detainee at once"],
        ),
        ([Row("2017 rec achieved", 2018, "", "It did what we asked.")], ["It did what we asked"]),
    ],
)
def test_an_area_goes_by_its_matter_or_else_by_its_words(rows: list[Row], titles: list[str]) -> None:
    linked, _ = link_rows(rows)
    assert [area.title for area in linked.areas] == titles
