"""What a grade means in a cycle, and with what it may be compared."""

from __future__ import annotations

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import Grade
from inspect_cli.reference import load
from inspect_cli.workflow.explaining import explain, scale_of

OUTSTANDING, GOOD, ADEQUATE, POOR, WORST = Grade


@pytest.mark.parametrize(
    ("label", "cycle"),
    [
        ("2018", "2018/19"),
        ("2019", "2018/19"),
        ("2018/19", "2018/19"),
        ("2018-19", "2018/19"),
        ("2018/2019", "2018/19"),
        ("PEEL 2018/19", "2018/19"),
        (" 2021 / 22 ", "2021/22"),
        ("2023-25", "2023–25"),
        ("2023–25", "2023–25"),
        ("2024", "2023–25"),
        ("2014", "2014"),
        ("2020", "2020"),
        ("Integrity 2024-25", "integrity 2024–25"),
        ("vetting", "vetting 2021–24"),
        ("thematic", "thematic"),
    ],
)
def test_a_cycle_is_known_by_its_label_however_it_is_written_or_by_a_year_of_it(label: str, cycle: str) -> None:
    assert [one.cycle.label for one in explain(None, label)] == [cycle]


@pytest.mark.parametrize(
    ("label", "near"),
    [
        ("2018/20", "2018/19"),
        ("2019-18", "2017"),
        ("2013", "2014"),
        ("2026", "2016"),
        ("integrty 2024", "integrity 2024–25"),
        ("x", "2014"),
    ],
)
def test_a_cycle_that_is_none_is_refused_with_the_nearest(label: str, near: str) -> None:
    with pytest.raises(UsageError, match="unknown cycle") as refused:
        explain(None, label)
    assert near in refused.value.hint


def test_a_grade_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="unknown grade 'adeqate'") as refused:
        explain("adeqate", "2021/22")
    assert "nearest: adequate" in refused.value.hint


@pytest.mark.parametrize(
    ("grade", "label", "better", "worse"),
    [
        ("good", "2018/19", OUTSTANDING, POOR),
        ("good", "2021/22", OUTSTANDING, ADEQUATE),
        ("adequate", "2021/22", GOOD, POOR),
        ("ri", "2016", GOOD, WORST),
        ("requires improvement", "2023-25", ADEQUATE, WORST),
        ("outstanding", "2014", None, GOOD),
        ("inadequate", "integrity", POOR, None),
    ],
)
def test_a_grade_stands_between_its_neighbours_on_the_cycles_scale(
    grade: str, label: str, better: Grade | None, worse: Grade | None
) -> None:
    (one,) = explain(grade, label)
    assert (one.better, one.worse, bool(one.means)) == (better, worse, True)


@pytest.mark.parametrize(
    ("grade", "label"), [("adequate", "2018/19"), ("adequate", "2014"), ("good", "2020"), ("good", "thematic")]
)
def test_a_grade_that_a_cycle_lacked_means_nothing_there(grade: str, label: str) -> None:
    (one,) = explain(grade, label)
    assert (one.means, one.better, one.worse) == (None, None, None)


@pytest.mark.parametrize(
    ("label", "before", "after"),
    [
        ("2014", None, True),
        ("2017", True, True),
        ("2018/19", True, False),
        ("2021/22", False, False),
        ("2023–25", False, None),
        ("vetting", None, False),
        ("integrity", False, None),
        ("2020", None, None),
    ],
)
def test_a_cycle_says_what_its_grades_may_be_compared_with(label: str, before: bool | None, after: bool | None) -> None:
    (one,) = explain(None, label)
    assert (one.cycle.comparable_with_previous, one.cycle.comparable_with_next) == (before, after)
    assert after is not False or one.cycle.why_not_next
    assert before is not False or one.cycle.why_not


def test_a_grade_goes_through_the_cycles_and_adequate_exists_since_2021_alone() -> None:
    known = {one.cycle.label: bool(one.means) for one in explain("adequate")}
    assert [label for label, exists in known.items() if exists] == [
        "2021/22",
        "2023–25",
        "vetting 2021–24",
        "integrity 2024–25",
    ]
    assert "thematic" not in known
    assert all(one.means for one in explain("good"))


def test_a_scale_is_told_best_first_and_no_grade_without_a_meaning() -> None:
    assert [one.grade for one in scale_of("2021/22")] == list(Grade)
    assert [one.grade for one in scale_of("2016")] == [OUTSTANDING, GOOD, POOR, WORST]
    assert scale_of("2020") == ()
    assert all(one.means for label in ("2014", "2021/22", "integrity") for one in scale_of(label))


def test_what_is_kept_of_cycles_is_whole() -> None:
    known = load("cycles")
    for entry in (*known["cycle"], *known["inspection"]):
        assert entry["graded"] and entry["not_graded"]
        assert set(entry["scale"]) == set(known["meanings"].get(entry.get("means"), ()))
        assert entry["year"] <= entry.get("last", entry["year"])
    for before, after in zip(known["cycle"], known["cycle"][1:], strict=False):
        assert before.get("last", before["year"]) < after["year"]
