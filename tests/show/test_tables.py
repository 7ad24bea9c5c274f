"""The listings at a narrow, a usual and a wide terminal, and in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console, RenderableType

from inspect_cli.model import AreaView, FindingView, ReportView, ThemeView
from inspect_cli.show import tables
from inspect_cli.show.look import Look
from tests.show import samples
from tests.show.samples import HOSTILE, look, printed, widest

Maker = Callable[[Sequence[Any], Look], RenderableType]
HOSTILE_REPORT = ReportView(replace(samples.RECORD, title=HOSTILE, file=HOSTILE), 1, 1, 1)
HOSTILE_FINDING = FindingView(replace(samples.FINDING, text=HOSTILE, themes=(HOSTILE,)), HOSTILE)
HOSTILE_AREA = AreaView(replace(samples.AREA, title=HOSTILE, force=HOSTILE), samples.STATE, 9)
LISTINGS: list[tuple[Maker, Sequence[Any]]] = [
    (tables.reports_table, (*samples.REPORTS, HOSTILE_REPORT)),
    (tables.judgements_table, (samples.GRADED, samples.CARRIED, replace(samples.GRADED, subject=HOSTILE))),
    (tables.findings_table, (*samples.FINDINGS, HOSTILE_FINDING)),
    (tables.references_table, (*samples.REFERENCES, samples.REFERENCES[0]._replace(area=None))),
    (tables.areas_table, (samples.AREA_VIEW, samples.SECOND, HOSTILE_AREA)),
    (tables.themes_table, (ThemeView("ethics", "Ethics", ("ethic*", "unethical"), 3, 1),)),
]


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize(("maker", "views"), LISTINGS)
def test_a_listing_fits_its_terminal(maker: Maker, views: Sequence[Any], width: int) -> None:
    shown = printed(maker(views, look(width)), width)
    assert widest(shown) <= width
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(("maker", "views"), LISTINGS)
def test_a_pipe_gets_one_line_a_record(maker: Maker, views: Sequence[Any]) -> None:
    shown = printed(maker(views, look(None)), None)
    assert len(shown.strip().split("\n")) == len(views) + 1


def test_an_undated_report_is_marked() -> None:
    shown = printed(tables.reports_table(samples.REPORTS, look()))
    assert "undated" in shown
    assert "27 Sep 2019" in shown
    assert "4 judgements" in shown


def test_a_grade_stands_with_its_basis_and_colour() -> None:
    table = tables.judgements_table((samples.GRADED, samples.CARRIED), look(140))
    shown = printed(table, 140)
    assert "requires improvement" in shown
    assert "carried over from 2017" in shown
    coloured = Console(width=140, color_system="truecolor", force_terminal=True, no_color=False)
    with coloured.capture() as captured:
        coloured.print(table)
    assert "\x1b[38;5;208mrequires improvement" in captured.get()
    assert "\x1b[1;32moutstanding" in captured.get()


@pytest.mark.parametrize("width", [80, 140])
def test_an_area_says_what_it_has_lived_through_and_how_it_stands(width: int) -> None:
    words = printed(tables.areas_table((samples.AREA_VIEW, samples.SECOND), look(width)), width)
    for said in (
        "a7k2m",
        "Training for evidence",
        "custody",
        "2016",
        "9 years",
        "2 inspections",
        "not achieved",
        "RED",
    ):
        assert said in words


def test_the_force_is_named_only_where_there_are_several() -> None:
    other = AreaView(replace(samples.AREA, force="west-midlands"), samples.STATE, 9)
    assert "West Midlands" in printed(tables.areas_table((samples.AREA_VIEW, other), look(180)), 180)
    assert "Cheshire" not in printed(tables.areas_table((samples.AREA_VIEW, samples.SECOND), look(180)), 180)


def test_a_deadline_stands_behind_the_words() -> None:
    shown = printed(tables.findings_table(samples.FINDINGS, look(None)), None)
    assert f"{samples.LONG} [8 December 2018 (within two years)]" in shown
