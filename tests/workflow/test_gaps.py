"""Years in which something was not graded, in the rows of grades that they belong to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inspect_cli.model import Filters, Grade, Pillar, TrendRow, Ungraded
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.queries import list_ungraded
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.trend import trend
from tests.builders import judgement, report, span

REPORTS = tuple(report(id=f"r{year}", inspection_year=year, inspection_label=None) for year in (2014, 2016, 2018, 2021))
OVERALL = "How legitimately does the force act?"
HORSES = "How well does the force mind its horses?"


def ungraded(subject: str, year: int | None = 2016, **changes: Any) -> Ungraded:
    about: dict[str, Any] = {
        "force": "cheshire",
        "programme": "PEEL",
        "pillar": Pillar.LEGITIMACY,
        "question": None,
        "to_come": False,
        "quote": "Not graded",
        "span": span(text="Not graded"),
    }
    return Ungraded(report=f"r{year}", year=year, subject=subject, **{**about, **changes})


def graded(subject: str, year: int, **changes: Any) -> Any:
    return judgement(subject, id=f"j-{subject}-{year}", report=f"r{year}", year=year, **changes)


def rows(*found: Any) -> list[TrendRow]:
    judgements = tuple(one for one in found if not isinstance(one, Ungraded))
    gaps = tuple(one for one in found if isinstance(one, Ungraded))
    return list(trend(Book(Held(reports=REPORTS, judgements=judgements, ungraded=gaps), date(2024, 1, 1))))


def gaps(row: TrendRow) -> list[tuple[int, str, bool]]:
    return [(gap.year, gap.label, gap.to_come) for gap in row.gaps]


@pytest.mark.parametrize("subject", ["legitimacy", "How legitimate is the force?", "legitimately treating people"])
def test_a_pillar_that_is_not_graded_is_a_gap_of_its_own_row(subject: str) -> None:
    (row,) = rows(graded(OVERALL, 2018), ungraded(subject, 2014))
    assert ([cell.year for cell in row.cells], gaps(row)) == ([2018], [(2014, "2014", False)])


def test_a_question_that_is_not_graded_is_a_gap_of_the_row_that_asks_the_same() -> None:
    whole, asked = rows(
        graded(OVERALL, 2018),
        graded(HORSES, 2018, question=1),
        ungraded("To what extent does the force mind its horses?", question=3),
    )
    assert (gaps(whole), gaps(asked)) == ([], [(2016, "2016", False)])


@pytest.mark.parametrize(
    "near_miss",
    [
        ungraded("legitimacy", force="kent"),
        ungraded("efficiency", pillar=Pillar.EFFICIENCY),
        ungraded("Mucking out", question=2),
        ungraded("vetting", 2021, pillar=None, programme="Vetting and counter-corruption"),
    ],
)
def test_what_never_had_a_grade_has_a_row_of_gaps_alone(near_miss: Ungraded) -> None:
    found = rows(graded(OVERALL, 2018), near_miss)
    assert sorted((len(row.cells), len(row.gaps)) for row in found) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("nowhere", [ungraded("legitimacy", None), ungraded("legitimacy", force=None)])
def test_what_has_no_force_or_year_has_no_place_in_a_line_of_years(nowhere: Ungraded) -> None:
    assert rows(nowhere) == []


def test_a_year_that_another_report_graded_is_no_gap() -> None:
    (row,) = rows(graded(OVERALL, 2016), ungraded("legitimacy", 2016))
    assert gaps(row) == []


def test_that_there_will_be_no_grade_goes_before_that_there_is_none_yet() -> None:
    (row,) = rows(ungraded("legitimacy", to_come=True, span=span(1)), ungraded("legitimacy", span=span(9)))
    assert gaps(row) == [(2016, "2016", False)]


def test_a_pillar_without_grades_still_stands_before_its_questions_and_after_the_pillars_before_it() -> None:
    found = rows(
        graded(HORSES, 2018, question=1),
        graded("Hay", 2018, pillar=None),
        ungraded("legitimacy", 2018),
        ungraded("effectiveness", 2018, pillar=Pillar.EFFECTIVENESS),
    )
    assert [(row.pillar, row.question) for row in found] == [
        (Pillar.EFFECTIVENESS, None),
        (Pillar.LEGITIMACY, None),
        (Pillar.LEGITIMACY, 1),
        (None, None),
    ]


def test_they_are_listed_newest_first_and_filters_narrow() -> None:
    known = Book(
        Held(reports=REPORTS, ungraded=(ungraded("a", 2014), ungraded("b", 2018), ungraded("c", 2018, force="kent"))),
        date(2024, 1, 1),
    )
    assert [one.subject for one in list_ungraded(known)] == ["b", "c", "a"]
    assert [one.subject for one in list_ungraded(known, Filters(force="kent"))] == ["c"]
    assert list_ungraded(known, Filters(grade=Grade.GOOD)) == ()
    assert list_ungraded(known, Filters(pillar=Pillar.EFFICIENCY)) == ()
