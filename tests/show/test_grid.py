"""Grades through the years: what was carried over and what may not be compared is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspect_cli.model import Basis, Grade, TrendRow
from inspect_cli.show.grid import trend_grid
from tests.show.samples import TREND, cell_of, look, printed, widest

MANY = (
    replace(TREND[0], cells=tuple(cell_of(year, grade=Grade.REQUIRES_IMPROVEMENT) for year in range(2014, 2026))),
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
    plain = replace(TREND[0], cells=(cell_of(2016), cell_of(2017)))
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
    shown = _shown((TREND[0], replace(TREND[0], force="kent")))
    assert "Cheshire: legitimacy" in shown
    assert "Kent: legitimacy" in shown


def test_a_carried_grade_of_an_unknown_year_is_still_marked() -> None:
    row = replace(TREND[0], cells=(cell_of(2018, basis=Basis.CARRIED_OVER),))
    assert "good ←" in _shown((row,))
