"""The line of time: members as moments, oldest first, with what is known only from a later report."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import (
    Deadline,
    Figure,
    Finding,
    FindingKind,
    Moment,
    Reference,
    ReferenceKind,
    Resolution,
    Span,
    Verdict,
)
from inspect_cli.track.timeline import timeline
from tests.builders import area, finding, reference, report, span

OLD = report(id="r2016", inspection_year=2016, published=date(2016, 12, 8))
NEW = report(id="r2018", inspection_year=2018, published=date(2019, 9, 27))
REPORTS = (NEW, OLD)
TWO_YEARS = Deadline("within two years")


def said(text: str, line: int, year: int = 2018) -> Finding:
    return finding(text, report=f"r{year}", year=year, span=span(line, text))


def followed(text: str = "has not achieved our 2016 recommendation", **changes: Any) -> Reference:
    return reference(text, **{"report": "r2018", "span": span(71, text), "deadline": TWO_YEARS, **changes})


def told(*moments: Moment) -> list[tuple[int | None, str, str | None, bool]]:
    return [(one.year, one.text, one.verdict, one.known_by_reference) for one in moments]


def test_a_thread_is_told_from_what_raised_it_to_what_became_of_it() -> None:
    early = said("needs to improve its keys", 23, 2016)
    listed = said("should count its keys", 41)
    late = said("keys are missing", 73)
    verdict = followed()
    thread = area(late, verdict, early, listed, deadline=Deadline("within two years", date(2018, 12, 8)))
    line = timeline([thread], [early, listed, late], [verdict], REPORTS)
    assert told(*line) == [
        (2016, verdict.text, None, True),
        (2016, early.text, None, False),
        (2018, listed.text, None, False),
        (2018, verdict.text, "not-achieved", False),
        (2018, late.text, None, False),
    ]


def test_what_is_known_by_reference_has_its_own_day_and_deadline_and_points_at_the_later_report() -> None:
    verdict = followed(deadline=Deadline("within two years", date(2018, 12, 8)))
    thread = area(verdict, deadline=Deadline("within a year", date(2017, 12, 8)))
    raised, after = timeline([thread], [], [verdict], REPORTS)
    assert (raised.date, raised.kind) == (date(2016, 12, 8), "recommendation")
    assert raised.deadline == "within two years (8 December 2018)"
    assert (raised.report, raised.span, raised.by) == ("r2018", verdict.span, "inspectorate")
    assert (after.date, after.deadline) == (date(2019, 9, 27), None)


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, date(2016, 12, 8)),
        ({"programme": "Integrity"}, None),
        ({"pillar": None}, None),
        ({"inspection_year": 2017}, None),
        ({"forces": ("kent",)}, None),
        ({"forces": ()}, date(2016, 12, 8)),
        ({"published": None}, None),
    ],
)
def test_the_earlier_day_comes_only_from_a_report_of_the_same_inspection(
    changes: dict[str, Any], day: date | None
) -> None:
    verdict = followed()
    earlier = report(**{"id": "r2016", "inspection_year": 2016, "published": date(2016, 12, 8), **changes})
    assert timeline([area(verdict)], [], [verdict], (NEW, earlier))[0].date == day


@pytest.mark.parametrize(
    ("changes", "resolved_to", "moments"),
    [
        ({}, None, 2),
        ({}, "f-known", 1),
        ({}, "f-of-another-force", 2),
        ({"to_year": None}, None, 1),
        ({"to_kind": ReferenceKind.JUDGEMENT}, None, 1),
        ({"to_kind": ReferenceKind.INSPECTION}, None, 2),
    ],
)
def test_only_what_no_report_in_the_store_raised_is_known_by_reference(
    changes: dict[str, Any], resolved_to: str | None, moments: int
) -> None:
    verdict = followed(**changes)
    findings = [finding("a", id="f-known"), finding("b", id="f-of-another-force", force="kent")]
    resolutions = [Resolution(verdict.id, resolved_to, None)]
    assert len(timeline([area(verdict)], findings, [verdict], REPORTS, resolutions)) == moments


def test_a_thing_that_two_reports_follow_up_was_raised_once_and_the_one_with_the_deadline_tells_it() -> None:
    first = followed("our 2016 recommendation stands", deadline=None)
    second = followed("our 2016 recommendation, within two years, was met", verdict=Verdict.ACHIEVED)
    line = timeline([area(first, second)], [], [first, second], REPORTS)
    assert [one.text for one in line if one.known_by_reference] == [second.text]
    assert len(line) == 3


@pytest.mark.parametrize(
    ("of_find", "of_area", "shown"),
    [
        (None, TWO_YEARS, None),
        (TWO_YEARS, None, "within two years"),
        (Deadline("within two years", date(2018, 12, 8)), None, "within two years (8 December 2018)"),
        (TWO_YEARS, Deadline("within six months", date(2017, 6, 8)), "within two years"),
        (TWO_YEARS, Deadline("within two years", date(2018, 12, 8)), "within two years"),
        (Deadline("by 31 March 2015", date(2015, 3, 31)), None, "by 31 March 2015"),
    ],
)
def test_a_deadline_is_worded_with_its_day_where_the_day_is_known(
    of_find: Deadline | None, of_area: Deadline | None, shown: str | None
) -> None:
    asked = finding(kind=FindingKind.RECOMMENDATION, deadline=of_find)
    assert timeline([area(asked, deadline=of_area)], [asked], [], REPORTS)[0].deadline == shown


def test_a_find_in_two_areas_is_a_moment_in_each_and_its_figures_go_along() -> None:
    counted = finding(figures=(Figure(12, "keys", Span(3, 3, 0, 2)),))
    line = timeline([area(counted, id="a1"), area(counted, id="a2")], [counted], [], REPORTS)
    assert [one.area for one in line] == ["a1", "a2"]
    assert all(one.figures == counted.figures for one in line)


def test_an_unknown_year_comes_last_and_an_unknown_day_after_the_known_days_of_its_year() -> None:
    undated = report(id="r-undated", inspection_year=2018)
    finds = [
        finding("no year", report="r-none", year=None),
        finding("no day", report="r-undated"),
        finding("known", report="r2018"),
    ]
    line = timeline([area(*finds)], finds, [], (*REPORTS, undated))
    assert [one.text for one in line] == ["known", "no day", "no year"]


def test_what_stands_in_one_line_is_told_as_it_stands_there() -> None:
    first, second = (finding(word, id=f"f-{9 - at}", span=Span(7, 7, at, at + 5)) for at, word in enumerate("ab"))
    assert [one.text for one in timeline([area(second, first)], [second, first], [], REPORTS)] == ["a", "b"]


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_records_are_handed_over_makes_no_difference(shuffled: random.Random) -> None:
    finds = [said(f"thing {number}", number, year) for number in (5, 9, 12) for year in (2016, 2018)]
    verdicts = [followed(), followed("again"), followed("our 2017 recommendation", to_year=2017)]
    expected = timeline([area(*finds, *verdicts, id="a1")], finds, verdicts, REPORTS)
    members: list[Finding | Reference] = [*finds, *verdicts]
    shuffled.shuffle(members)
    line = timeline([area(*members, id="a1")], shuffled.sample(finds, len(finds)), verdicts[::-1], REPORTS[::-1])
    assert line == expected
