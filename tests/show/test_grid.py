"""Grades through the years: what was carried over and what may not be compared is seen."""

from __future__ import annotations

import pytest

from inspect_cli.model import Basis, Grade, TrendBreak, TrendRow
from inspect_cli.show.grid import trend_grid
from tests.show.samples import TREND, cell_of, look, printed, widest

MANY = (
    TREND[0]._replace(cells=tuple(cell_of(year, grade=Grade.REQUIRES_IMPROVEMENT) for year in range(2014, 2026))),
    TrendRow("cheshire", TREND[0].pillar, 2, "How well does the force ensure that?", (cell_of(2025),)),
)


def _shown(rows: tuple[TrendRow, ...] = TREND, width: int | None = 80) -> str:
    return printed(trend_grid(rows, look(width)), width)


def test_a_carried_over_grade_names_the_year_it_was_earned() -> None:
    head, _, row, *notes = _shown().split("\n")
    assert head.split()[-1] == "2021/22"
    assert row.split() == ["legitimacy", "good", "good", "←2017", "┆", "adequate"]
    assert any("counts once" in note or "carried over" in note for note in notes)


def test_a_break_says_why_years_may_not_be_compared() -> None:
    assert "2021/22 may not be compared with what stands before it: new scale" in " ".join(_shown().split())


def test_without_breaks_and_carried_grades_there_are_no_notes() -> None:
    plain = TREND[0]._replace(cells=(cell_of(2016), cell_of(2017)))
    assert "compared" not in _shown((plain,))
    assert "carried" not in _shown((plain,))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_years_that_find_no_room_stand_below(width: int) -> None:
    shown = _shown(MANY, width)
    assert widest(shown) <= width
    assert [year for year in range(2014, 2026) if str(year) not in shown] == []


def test_a_pipe_gets_one_grid() -> None:
    assert _shown(MANY, None).count("Pillar and question") == 1


def test_several_forces_are_named() -> None:
    shown = _shown((TREND[0], TREND[0]._replace(force="kent")))
    assert "Cheshire: legitimacy" in shown
    assert "Kent: legitimacy" in shown


def test_a_carried_grade_of_an_unknown_year_is_still_marked() -> None:
    row = TREND[0]._replace(cells=(cell_of(2018, basis=Basis.CARRIED_OVER),))
    assert "good ←" in _shown((row,))


APART = (
    TrendRow("cheshire", TREND[0].pillar, None, "legitimacy", (cell_of(2016), cell_of(2018, label="2018/19"))),
    TrendRow("cheshire", None, None, "Minding horses", (cell_of(2021, label="2021/22"),)),
)
PARTED = (TrendBreak(2021, "a new scale"),)


@pytest.mark.parametrize("width", [44, 80, 140])
def test_a_break_between_years_is_drawn_in_every_row_of_the_later_one(width: int) -> None:
    shown = printed(trend_grid(APART, look(width), PARTED), width)
    assert widest(shown) <= width
    later = shown[shown.index("┆ 2021/22") :]
    assert "┆ good" in later
    assert "may not be compared with what stands before it: a new scale" in " ".join(shown.split())
    if width > 44:
        head, _, legitimacy, horses, *_ = shown.split("\n")
        assert len({line.index("┆") for line in (head, legitimacy, horses)}) == 1


def test_a_break_of_a_column_and_of_a_cell_are_one_note() -> None:
    shown = printed(trend_grid(TREND, look(), (TrendBreak(2021, "new scale"),)))
    assert shown.count("compared") == 1
    assert "┆ ┆" not in shown


def test_the_legend_of_what_was_carried_over_names_a_year_of_the_grid() -> None:
    row = (TrendRow("kent", None, None, "hay", (cell_of(2018, basis=Basis.CARRIED_OVER, carried_from=2016),)),)
    assert "←2016  carried over" in _shown(row)


def test_only_the_row_of_a_pillar_itself_bears_its_name() -> None:
    part = TREND[0]._replace(subject="Minding horses", question=None, whole=False)
    _, _, first, second, *_ = _shown((TREND[0], part)).split("\n")
    assert (first.split()[0], second.split()[:2]) == ("legitimacy", ["Minding", "horses"])
