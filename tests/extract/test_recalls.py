"""Passages that recall what an earlier inspection asked for: the year, the kind and the verdict told after it."""

from __future__ import annotations

from typing import Any

import pytest

from inspect_cli.model import DocumentKind, Publisher, ReferenceKind, Verdict
from tests.extract.texts import extracted

AFI, RECOMMENDATION, CAUSE, JUDGEMENT = (
    ReferenceKind.AREA_FOR_IMPROVEMENT,
    ReferenceKind.RECOMMENDATION,
    ReferenceKind.CAUSE_OF_CONCERN,
    ReferenceKind.JUDGEMENT,
)
Row = tuple[int | None, ReferenceKind, Verdict]


def recalled(text: str, year: int, **changes: Any) -> list[Row]:
    kind = DocumentKind.PEEL_PILLAR if year < 2018 else DocumentKind.PEEL_REPORT
    found = extracted(text, **{"inspection_year": year, "kind": kind, **changes})
    return [(one.to_year, one.to_kind, one.verdict) for one in found.references]


ROWS: list[tuple[int, str, list[Row]]] = [
    (
        2021,
        "In 2019 we issued an area for improvement on supervision. Rosters are late. "
        "We have closed the area for improvement on vetting.",
        [(2019, AFI, Verdict.MENTIONED), (2019, AFI, Verdict.ACHIEVED)],
    ),
    (
        2021,
        "In 2019 we issued an area for improvement on supervision. Rosters are on time. "
        "We have closed the area for improvement on how officers are supervised.",
        [(2019, AFI, Verdict.ACHIEVED)],
    ),
    (
        2023,
        "In 2021/22 we told the force to shorten the wait for licences. Renewals are quick, and it has put this right.",
        [(2021, AFI, Verdict.ACHIEVED)],
    ),
    (
        2023,
        "Our previous PEEL report named an area for improvement about case files. Little has changed since then.",
        [(2021, AFI, Verdict.NOT_ACHIEVED)],
    ),
    (
        2023,
        "At our last inspection, the force was given an area for improvement on online abuse. Waits have halved. "
        "This area for improvement is therefore complete.",
        [(2021, AFI, Verdict.ACHIEVED)],
    ),
    (
        2023,
        "The area for improvement from our last report about bail has been lifted.",
        [(2021, AFI, Verdict.ACHIEVED)],
    ),
    (
        2023,
        "The force has resolved both causes of concern from our 2021/22 inspection.",
        [(2021, CAUSE, Verdict.ACHIEVED)],
    ),
    (
        2021,
        "The cause of concern we issued in 2019, on custody records, has been superseded.",
        [(2019, CAUSE, Verdict.SUPERSEDED)],
    ),
    (
        2018,
        "We previously recommended that the force should review its shifts. Its findings have been put into practice.",
        [(2017, RECOMMENDATION, Verdict.ACHIEVED)],
    ),
    (
        2018,
        "The force was told in 2017 by HMICFRS to handle grievances better. Nothing we saw suggests that it has.",
        [(2017, AFI, Verdict.NOT_ACHIEVED)],
    ),
    (
        2018,
        "In our 2016 report we spoke of files. We recommended that the force review them. This was never done.",
        [(2016, RECOMMENDATION, Verdict.NOT_ACHIEVED)],
    ),
    (
        2018,
        "In 2017 we said that it should know its demand. It still does not, and we have made this a cause of concern.",
        [(2017, AFI, Verdict.SUPERSEDED)],
    ),
    (
        2018,
        "We found that one of the two recommendations we made in 2016 had been left untouched.",
        [(2016, RECOMMENDATION, Verdict.NOT_ACHIEVED)],
    ),
    (
        2018,
        "We set the force three areas for improvement in 2017. The first two have been met. The third is under way.",
        [(2017, AFI, Verdict.ACHIEVED), (2017, AFI, Verdict.IN_PROGRESS)],
    ),
    (
        2017,
        "Last year we identified two areas for improvement: to plan and to count. Good progress has been made on the "
        "first. The force has done what we asked on the second.",
        [(2016, AFI, Verdict.IN_PROGRESS), (2016, AFI, Verdict.ACHIEVED)],
    ),
    (
        2017,
        "In 2016 we said that the force should fence its yards.\n\nIt has done so.",
        [(2016, AFI, Verdict.ACHIEVED)],
    ),
    (
        2017,
        "An area for improvement that we set in 2015, on patrols, was not part of what we looked at.",
        [(2015, AFI, Verdict.MENTIONED)],
    ),
    (
        2021,
        "The force was previously graded as inadequate for recording crime.",
        [(2018, JUDGEMENT, Verdict.MENTIONED)],
    ),
    (2017, "That is up from good in 2016.", [(2016, JUDGEMENT, Verdict.MENTIONED)]),
    (2017, "It now has more staff; in 2016 it required improvement.", [(2016, JUDGEMENT, Verdict.MENTIONED)]),
    (
        2018,
        "How it investigates crime was good in 2016. That judgment is carried over.",
        [(2016, JUDGEMENT, Verdict.CARRIED_OVER)],
    ),
]
NEAR_MISSES: list[tuple[int, str]] = [
    (2023, "The force records our recommendations and areas for improvement. A board closes those that are done."),
    (2023, "If we identify a cause of concern, we make recommendations. Those that remain may be escalated."),
    (2023, "The force has made substantial improvements since our last inspection, and I congratulate it."),
    (2023, "The force received 40 recommendations from other bodies in 2022. It has closed most of them."),
    (2023, "Of the 1,100 areas for improvement set in 2021/22, some 600 have been closed."),
    (2018, "Since 2016, the number of officers has fallen. There is still a backlog, and nothing has been decided."),
    (2018, "In 2016 the force recommended to its commissioner that a station should be sold. This has now been done."),
    (2018, "We told the chief constable what we found at the end of the inspection. She has since acted on it."),
    (2018, "We will return in 2019 to see whether this cause of concern has been dealt with."),
    (2018, "In 2017, the force said that it would recruit 40 detectives. It has not done so."),
    (2018, "The force’s performance in 2017 was poor and still needs to improve. This is an area for improvement."),
    (2018, "In 2016 we asked every force how many cadets it had. This force has 40."),
    (2018, "We were told in 2017 that the panel should have met. It has not."),
    (2018, "Last year we recommended to ourselves that reports should be shorter. We have not achieved this."),
    (2018, "None of the forces was graded as outstanding in 2016."),
    (2018, "The fire and rescue service was graded as good in 2016."),
    (2018, "The judgments of 2016 have not been carried over to this report."),
    (2018, "The force should, by December 2017, have met its targets on recording crime."),
]


@pytest.mark.parametrize(("year", "text", "expected"), ROWS)
def test_what_is_recalled_has_its_year_its_kind_and_the_verdict_told_after_it(
    year: int, text: str, expected: list[Row]
) -> None:
    assert recalled(text, year) == expected


@pytest.mark.parametrize(("year", "text"), NEAR_MISSES)
def test_what_recalls_no_earlier_finding_of_the_inspectorate_is_no_reference(year: int, text: str) -> None:
    assert recalled(text, year) == []


def test_the_words_reach_from_the_recall_through_the_verdict() -> None:
    text = "In 2016 we said that the force should vet its cadets. It wrote a plan. We regard the matter as closed."
    (one,) = extracted(f"Cadets are keen. {text} Drill is daily.", inspection_year=2017).references
    assert one.text == text


def test_the_verdict_of_another_body_is_not_that_of_the_force() -> None:
    text = "In 2016 we recommended that the force should train its cadets. The College of Policing has not done so yet."
    assert recalled(text, 2017) == [(2016, RECOMMENDATION, Verdict.MENTIONED)]


def test_in_others_papers_only_what_the_inspectorate_asked_for_counts() -> None:
    changes = {"kind": DocumentKind.PCC_RESPONSE, "publisher": Publisher.PCC}
    ours = "In 2021 I asked the force to open its stations on Sundays. It has done so."
    theirs = "In 2021 HMICFRS asked the force to open its stations on Sundays. It has done so."
    assert recalled(ours, 2023, **changes) == []
    assert recalled(theirs, 2023, **changes) == [(2021, AFI, Verdict.ACHIEVED)]


def test_a_recalled_recommendation_is_no_finding_of_this_report() -> None:
    found = extracted("In 2016 HMIC recommended that the force should vet its cadets. It has not done so.")
    assert not [one for one in found.findings if one.formal]
    assert len(found.references) == 1
