"""What grades mean, as people read it."""

from __future__ import annotations

import pytest

from inspect_cli.show.as_csv import FIELDS
from inspect_cli.show.meaning import meaning_record, meaning_text, meanings_table
from inspect_cli.workflow.explaining import explain, scale_of
from tests.show.samples import printed, widest


def told(grade: str | None, label: str, width: int = 80) -> str:
    return printed(meaning_text(explain(grade, label)[0], scale_of(label)), width)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize(
    ("grade", "label"), [("good", "2018/19"), (None, "2021/22"), ("adequate", "2016"), (None, "2020")]
)
def test_what_is_told_fits(grade: str | None, label: str, width: int) -> None:
    assert widest(told(grade, label, width)) <= width


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("grade", [None, "good", "adequate"])
def test_the_tables_fit(grade: str | None, width: int) -> None:
    assert widest(printed(meanings_table(explain(grade), width), width)) <= width


def test_a_grade_is_told_with_its_place_its_comparisons_and_what_was_carried_over() -> None:
    shown = " ".join(told("good", "2018/19", 140).split())
    for words in (
        "good in PEEL 2018/19",
        "outstanding > good > requires improvement > inadequate",
        "below outstanding, above requires improvement",
        "may be compared with 2017, minding what was carried over",
        "not to be compared with 2021/22: Five grades",
        "came out from May 2019 to March 2020",
    ):
        assert words in shown


def test_a_grade_that_the_cycle_lacked_is_said_plainly() -> None:
    shown = told("adequate", "2018/19")
    assert "adequate is no grade of PEEL 2018/19" in shown
    assert "Stands" not in shown


def test_a_cycle_whole_tells_each_of_its_grades() -> None:
    shown = told(None, "2023–25", 140)
    assert all(
        f"{grade}: " in shown for grade in ("outstanding", "good", "adequate", "requires improvement", "inadequate")
    )


def test_a_year_without_a_cycle_says_so() -> None:
    assert "suspended in March 2020" in " ".join(told(None, "2020").split())


def test_a_pipe_gets_one_line_a_cycle() -> None:
    assert printed(meanings_table(explain("adequate"), None), None).count("no such grade") == 5


def test_a_record_has_all_fields() -> None:
    assert [tuple(meaning_record(one)) for one in explain()] == [FIELDS["meanings"]] * len(explain())
    (lacked,) = explain("adequate", "2018/19")
    assert (meaning_record(lacked)["exists"], meaning_record(lacked)["means"]) == (False, None)
