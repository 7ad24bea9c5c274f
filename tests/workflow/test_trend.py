"""Grades through the years, and which of them may be compared."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Basis, Filters, Grade, Judgement, Pillar, TrendCell
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.trend import breaks, newest_areas, newest_overall, trend
from tests.builders import judgement, report, span

OVERALL = "How legitimately does the force act?"
HORSES = "How well does the force mind its horses?"
YEARS = (2014, 2015, 2016, 2017, 2018, 2021, 2023)
REPORTS = tuple(report(id=f"r{year}", inspection_year=year, inspection_label=None) for year in YEARS)


def graded(subject: str, year: int, grade: Grade = Grade.GOOD, **changes: Any) -> Judgement:
    given_report = changes.pop("report", f"r{year}")
    changes.setdefault("id", f"j-{subject}-{year}-{given_report}")
    return judgement(subject, report=given_report, year=year, grade=grade, **changes)


def carried(subject: str, year: int, earned: int, **changes: Any) -> Judgement:
    return graded(subject, year, basis=Basis.CARRIED_OVER, carried_from=earned, **changes)


def book(*judgements: Judgement, reports: tuple[Any, ...] = REPORTS) -> Book:
    return Book(Held(reports=reports, judgements=judgements), date(2024, 1, 1))


def years(cells: tuple[TrendCell, ...]) -> list[int]:
    return [cell.year for cell in cells]


def test_a_pillars_own_grade_is_the_first_row_and_its_years_run_from_the_oldest() -> None:
    first, second = trend(book(graded(HORSES, 2018, question=2), graded(OVERALL, 2018), graded(OVERALL, 2016)))
    assert (first.question, first.subject, years(first.cells)) == (None, OVERALL, [2016, 2018])
    assert (second.question, years(second.cells)) == (2, [2018])


def test_a_carried_over_grade_is_marked_and_no_cell_is_made_up_for_the_year_it_was_earned() -> None:
    (row,) = trend(book(carried(OVERALL, 2018, 2017), graded(OVERALL, 2016)))
    assert [(cell.year, cell.basis, cell.carried_from) for cell in row.cells] == [
        (2016, Basis.INSPECTED, None),
        (2018, Basis.CARRIED_OVER, 2017),
    ]


def test_a_question_keeps_its_row_though_its_number_and_framing_change() -> None:
    (row,) = trend(
        book(
            graded("To what extent does the force mind its horses?", 2016, question=3),
            graded(HORSES, 2018, question=1),
        )
    )
    assert (row.question, row.subject, years(row.cells)) == (1, HORSES, [2016, 2018])


def test_two_questions_of_one_report_never_share_a_row() -> None:
    twin = "To what extent does the force mind its horses?"
    rows = trend(book(graded(HORSES, 2018, question=1), graded(twin, 2018, question=2), graded(twin, 2016, question=1)))
    assert [(row.question, years(row.cells)) for row in rows] == [(1, [2016, 2018]), (2, [2018])]


@pytest.mark.parametrize(
    ("pillar", "earlier", "later", "comparable"),
    [
        (Pillar.LEGITIMACY, 2016, 2018, True),
        (Pillar.LEGITIMACY, 2014, 2015, False),
        (Pillar.EFFECTIVENESS, 2014, 2015, True),
        (None, 2021, 2023, False),
    ],
)
def test_a_cell_says_whether_it_may_be_compared_with_the_one_before(
    pillar: Pillar | None, earlier: int, later: int, comparable: bool
) -> None:
    (row,) = trend(book(graded(HORSES, earlier, pillar=pillar), graded(HORSES, later, pillar=pillar)))
    first, second = row.cells
    assert (first.comparable_with_previous, first.why_not) == (None, None)
    assert second.comparable_with_previous is comparable
    assert bool(second.why_not) is not comparable


def test_programmes_have_rows_of_their_own_and_peel_rules_do_not_judge_others() -> None:
    other: dict[str, Any] = {"programme": "Integrity", "pillar": None}
    rows = trend(book(graded(HORSES, 2018, pillar=None), graded(HORSES, 2021, **other), graded(HORSES, 2023, **other)))
    assert [years(row.cells) for row in rows] == [[2018], [2021, 2023]]
    assert rows[1].cells[1].comparable_with_previous is None


def test_of_two_grades_in_a_year_the_inspected_one_is_shown_then_the_newest_reports() -> None:
    release = report(id="r-release", inspection_year=2018, published=date(2019, 1, 1))
    final = report(id="r-final", inspection_year=2018, published=date(2019, 9, 1))
    carried_later = carried(OVERALL, 2018, 2017, report="r-final")
    inspected = graded(OVERALL, 2018, Grade.OUTSTANDING, report="r-release")
    (row,) = trend(book(carried_later, inspected, reports=(release, final)))
    assert [cell.grade for cell in row.cells] == [Grade.OUTSTANDING]
    newest = graded(OVERALL, 2018, Grade.INADEQUATE, report="r-final")
    (row,) = trend(book(newest, inspected, reports=(release, final)))
    assert [cell.grade for cell in row.cells] == [Grade.INADEQUATE]


def test_a_year_bears_its_reports_label_or_its_cycles() -> None:
    labelled = report(id="r2016", inspection_year=2016, inspection_label="2016 (spring)")
    (row,) = trend(book(graded(OVERALL, 2016), graded(OVERALL, 2018), reports=(labelled, *REPORTS[4:])))
    assert [cell.label for cell in row.cells] == ["2016 (spring)", "2018/19"]


def test_judgements_without_a_force_or_a_year_have_no_place_in_a_line_of_years() -> None:
    assert trend(book(judgement(OVERALL, year=None), graded(OVERALL, 2018, force=None))) == ()


def test_forces_are_kept_apart_and_filters_narrow() -> None:
    known = book(graded(OVERALL, 2018), graded(OVERALL, 2018, force="kent", id="j-kent"))
    assert [row.force for row in trend(known)] == ["cheshire", "kent"]
    assert [row.force for row in trend(known, Filters(force="kent"))] == ["kent"]


def test_the_newest_grade_of_each_pillar_leaves_questions_and_other_programmes_out() -> None:
    known = book(
        graded(OVERALL, 2016, Grade.INADEQUATE),
        graded(OVERALL, 2018, Grade.GOOD),
        graded(HORSES, 2018, Grade.OUTSTANDING, span=span(1)),
        graded("How efficient is it?", 2017, pillar=Pillar.EFFICIENCY),
        graded("How well does it plan?", 2018, pillar=Pillar.EFFECTIVENESS, question=1),
        graded(OVERALL, 2023, Grade.INADEQUATE, programme="Integrity"),
    )
    assert [(one.pillar, one.year, one.grade) for one in newest_overall(known)] == [
        (Pillar.EFFICIENCY, 2017, Grade.GOOD),
        (Pillar.LEGITIMACY, 2018, Grade.GOOD),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(YEARS), st.sampled_from([OVERALL, HORSES, "Shoes", "Keys"]), st.sampled_from(Grade)),
        unique_by=lambda one: one[:2],
    )
)
def test_every_grade_has_one_cell_and_no_row_has_two_of_a_year(
    chosen: list[tuple[int, str, Grade]],
) -> None:
    rows = trend(book(*(graded(subject, year, grade, question=1) for year, subject, grade in chosen)))
    assert sum(len(row.cells) for row in rows) == len(chosen)
    for row in rows:
        assert years(row.cells) == sorted(set(years(row.cells)))


def of_other(*years: int) -> tuple[Judgement, ...]:
    return tuple(graded(HORSES, year, pillar=None, programme="Integrity", id=f"j-{year}") for year in years)


@pytest.mark.parametrize(
    ("years", "other", "broken"),
    [
        ((2016, 2018), (), []),
        ((2016, 2018, 2021), (), [2021]),
        ((2018, 2023), (), [2023]),
        ((2014, 2015), (), []),
        ((2016, 2018, 2021, 2023), (), [2021, 2023]),
        ((2016, 2018), (2021, 2023), []),
        ((2018, 2021), (2023,), [2021]),
        ((), (2018, 2023), []),
        ((), (), []),
    ],
)
def test_neighbouring_years_are_parted_where_no_row_has_a_grade_on_both_sides(
    years: tuple[int, ...], other: tuple[int, ...], broken: list[int]
) -> None:
    each_its_own_row = (graded(f"How well is thing number {year} done?", year, pillar=None) for year in years)
    found = breaks(trend(book(*each_its_own_row, *of_other(*other))))
    assert [one.year for one in found] == broken
    assert all(one.why_not for one in found)


def test_areas_of_policing_graded_after_the_pillars_come_weakest_first() -> None:
    areas = [
        graded("Hay", 2021, Grade.GOOD, pillar=None),
        graded("Straw", 2021, Grade.INADEQUATE, pillar=None),
        graded("Oats", 2021, Grade.OUTSTANDING, pillar=None),
    ]
    known = book(
        graded(OVERALL, 2018), *areas, graded("Old oats", 2016, Grade.INADEQUATE, pillar=None), *of_other(2023)
    )
    assert [one.subject for one in newest_areas(known)] == ["Straw", "Hay", "Oats"]
    assert [one.year for one in newest_overall(known)] == [2018]


@pytest.mark.parametrize("later", [2017, 2018])
def test_where_a_pillar_was_graded_last_no_area_of_policing_is_newer(later: int) -> None:
    assert newest_areas(book(graded("Hay", 2017, pillar=None), graded(OVERALL, later))) == ()


def test_without_judgements_no_area_of_policing_is_graded() -> None:
    assert newest_areas(book()) == ()


VETTING: dict[str, Any] = {"programme": "Vetting and counter-corruption", "pillar": None}
INTEGRITY: dict[str, Any] = {"programme": "Integrity", "pillar": None}


@pytest.mark.parametrize(
    ("earlier", "later", "comparable"),
    [
        ((2022, VETTING), (2024, INTEGRITY), False),
        ((2021, VETTING), (2023, VETTING), True),
        ((2024, INTEGRITY), (2025, INTEGRITY), True),
        # Near misses: a programme of that name that is not known to have graded anything then.
        ((2018, VETTING), (2022, VETTING), None),
    ],
)
def test_grades_outside_peel_are_compared_within_one_kind_of_inspection(
    earlier: tuple[int, dict[str, Any]], later: tuple[int, dict[str, Any]], comparable: bool | None
) -> None:
    known = [graded("vetting", year, id=f"j-{year}", **about) for year, about in (earlier, later)]
    last = [row.cells[-1] for row in trend(book(*known)) if row.cells[-1].year == later[0]]
    assert [(cell.comparable_with_previous, bool(cell.why_not)) for cell in last] == [(comparable, comparable is False)]


def test_vetting_of_two_kinds_of_inspection_stands_in_one_row_and_apart_from_peel() -> None:
    known = [
        graded("vetting", 2022, id="j1", **VETTING),
        graded("vetting", 2024, id="j2", **INTEGRITY),
        graded("Counter-corruption", 2024, id="j3", **INTEGRITY),
        graded("vetting", 2021, pillar=None, id="j4"),
        graded("vetting", 2014, id="j5", **INTEGRITY),
    ]
    rows = [(row.programme, years(row.cells)) for row in trend(book(*known))]
    assert rows == [("PEEL", [2021]), ("Integrity", [2014]), ("Integrity", [2024]), ("Integrity", [2022, 2024])]


def test_an_area_of_policing_under_a_heading_named_as_a_pillar_is_none_of_the_pillar() -> None:
    known = book(
        graded("leadership", 2016, pillar=Pillar.LEADERSHIP),
        graded("Leadership and force management", 2023, pillar=Pillar.LEADERSHIP),
        graded("Managing offenders", 2021, pillar=Pillar.LEADERSHIP),
    )
    rows = [(row.pillar, row.subject, row.whole) for row in trend(known)]
    assert rows == [
        (Pillar.LEADERSHIP, "leadership", True),
        (None, "Leadership and force management", False),
        (None, "Managing offenders", False),
    ]
