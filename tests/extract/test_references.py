"""What a report says became of what earlier inspections found: the year, the kind and the verdict."""

from __future__ import annotations

import pytest

from inspect_cli.model import ReferenceKind, Verdict
from tests.extract.texts import extracted

AFI, RECOMMENDATION, CAUSE, JUDGEMENT = (
    ReferenceKind.AREA_FOR_IMPROVEMENT,
    ReferenceKind.RECOMMENDATION,
    ReferenceKind.CAUSE_OF_CONCERN,
    ReferenceKind.JUDGEMENT,
)
Row = tuple[int | None, ReferenceKind, Verdict]


def followed(text: str) -> list[Row]:
    return [(one.to_year, one.to_kind, one.verdict) for one in extracted(text).references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force has not met our 2015 recommendation on custody.", (2015, RECOMMENDATION, Verdict.NOT_ACHIEVED)),
        ("It has acted on the area for improvement that we set in 2016.", (2016, AFI, Verdict.ACHIEVED)),
        (
            "Work on the recommendation we made in 2016 is still outstanding.",
            (2016, RECOMMENDATION, Verdict.NOT_ACHIEVED),
        ),
        ("The force has completed a cause of concern from our 2017 report.", (2017, CAUSE, Verdict.ACHIEVED)),
        ("It has made some progress on last year’s areas for improvement.", (2017, AFI, Verdict.IN_PROGRESS)),
        (
            "The areas for improvement from our last inspection have been partly addressed.",
            (2017, AFI, Verdict.IN_PROGRESS),
        ),
        (
            "In our 2014 report, we spoke of custody. The 2014 recommendation is discharged.",
            (2014, RECOMMENDATION, Verdict.DISCHARGED),
        ),
        ("This area for improvement has not been discharged.", (None, AFI, Verdict.NOT_DISCHARGED)),
        ("That cause of concern has now been discharged.", (None, CAUSE, Verdict.DISCHARGED)),
        (
            "In 2013, HMIC looked at this. The report made four recommendations.",
            (2013, RECOMMENDATION, Verdict.MENTIONED),
        ),
        ("The judgment from our 2016 inspection has been carried over.", (2016, JUDGEMENT, Verdict.CARRIED_OVER)),
        ("Overall this equals last year, when we judged the force as good.", (2017, JUDGEMENT, Verdict.MENTIONED)),
        ("In 2016 we judged the force to be good at patrol.", (2016, JUDGEMENT, Verdict.CARRIED_OVER)),
    ],
)
def test_a_follow_up_has_its_year_its_kind_and_its_verdict(text: str, expected: Row) -> None:
    assert followed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The force responds well to our recommendations.",
        "Recommendations are tracked by a board, and some were discharged.",
        "Areas for improvement\n\n• The force should plan by 2017.",
        "The area for improvement above will be looked at in 2025.",
        "The force made good progress last year.",
        "In 2016 the force judged applications for its cadet scheme.",
        "Since 2016 the force has bought new cars.",
        "Staff carried over leave from 2016.",
        "An area for improvement is a matter that falls short of the standard.",
        "Last year we spoke to officers, and their morale was good.",
        "Notes to editors\n\nOur 2016 recommendation was met.",
    ],
)
def test_what_points_at_no_earlier_finding_is_no_follow_up(text: str) -> None:
    assert followed(text) == []


def test_an_old_finding_quoted_in_a_list_has_the_verdict_of_the_paragraph_below_it() -> None:
    text = (
        "In 2016, we set out two areas for improvement:\n\n"
        "• The force should publish its plans.\n\nThis area for improvement has been discharged.\n\n"
        "• The force should vet its cadets.\n\nIt has begun, but the area of improvement is not discharged."
    )
    quoted = [row for row in extracted(text).references if row.text.startswith("The force should")]
    assert [(one.to_year, one.verdict) for one in quoted] == [
        (2016, Verdict.DISCHARGED),
        (2016, Verdict.NOT_DISCHARGED),
    ]
    assert len(followed(text)) == 2
    assert not extracted(text).findings


def test_a_verdict_takes_in_what_runs_on_about_it() -> None:
    (one,) = extracted("It has not met our 2016 recommendation. Progress is slow. Patrols are popular.").references
    assert one.text == "It has not met our 2016 recommendation. Progress is slow."


def test_a_follow_up_carries_deadline_figures_and_themes() -> None:
    (one,) = extracted(
        "The force has not met our 2016 recommendation on the vetting of its 35 cadets within two years."
    ).references
    assert one.deadline
    assert one.deadline.phrase == "within two years"
    assert [(figure.value, figure.of) for figure in one.figures] == [(35, "cadets")]
    assert one.themes == ("vetting",)


def test_without_an_inspection_year_last_year_points_nowhere() -> None:
    text = "It acted on last year’s recommendations."
    assert len(extracted(text).references) == 1
    assert not extracted(text, inspection_year=None).references


@pytest.mark.parametrize(
    ("text", "year", "whole"),
    [
        ("In 2016, we recommended that doors be locked. The force has not met this recommendation.", 2016, True),
        (
            "In our 2017 inspection, we identified that keys were lost. This area for improvement has been discharged.",
            2017,
            True,
        ),
        ("In 2016, the force lost its keys. This recommendation has not been met.", None, False),
        ("We recommended that doors be locked. This recommendation has not been met.", None, False),
    ],
)
def test_a_verdict_on_what_the_sentence_before_recalls_has_its_year_and_words(
    text: str, year: int | None, whole: bool
) -> None:
    (one,) = extracted(text).references
    assert one.to_year == year
    assert (one.text == text) is whole
