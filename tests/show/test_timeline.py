"""An area's line of time: what, when, in which words, and where they stand."""

from __future__ import annotations

import pytest

from inspect_cli.model import Track
from inspect_cli.show.timeline import track_text
from tests.show import samples
from tests.show.samples import HOSTILE, look, printed, widest


def _shown(width: int | None, track: Track = samples.TRACK) -> str:
    return printed(track_text(track, look(width)), width)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_line_of_time_fits_its_terminal_with_every_word(width: int) -> None:
    shown = _shown(width)
    assert widest(shown) <= width
    flat = " ".join(shown.replace("│", " ").split())
    for said in (
        "Training for evidence",
        "recommendation: not achieved",
        "Progress was slow.",
        "35 officers, 2.5 days",
    ):
        assert said in flat


@pytest.mark.parametrize("width", [80, 140, None])
def test_each_moment_names_its_report_and_line(width: int | None) -> None:
    shown = _shown(width)
    assert shown.count("r4k2m L71") == 3
    assert shown.count("Cheshire PEEL 2018 – Legitimacy") == 3


def test_each_moment_names_its_id_and_what_has_no_day_says_so() -> None:
    shown = _shown(80)
    for moment in samples.MOMENTS:
        assert f"{look().short(moment.id)}  r4k2m L71" in shown
    one = samples.MOMENTS[-1]._replace(date=None, known_by_reference=False)
    assert "day not known" in _shown(80, Track((samples.AREA_VIEW,), (one,)))


def test_what_is_known_from_a_later_report_says_so() -> None:
    lines = _shown(80).split("\n")
    (known,) = [line for line in lines if "known from" in line]
    assert known.startswith("2016")
    assert known.endswith("recommendation, known from the 2018/19 report")


def test_an_area_says_how_it_stands_and_by_when() -> None:
    shown = _shown(80)
    assert "open for 9 years · inspectorate: not achieved · RED" in shown
    assert "deadline 8 December 2018 (within two years), 100 days ago" in shown
    assert "closed · inspectorate: not achieved · GREEN" in shown


def test_areas_are_numbered_only_where_there_are_several() -> None:
    assert "1, 2  concern" in _shown(80)
    alone = _shown(80, Track((samples.AREA_VIEW,), samples.MOMENTS[:2]))
    assert alone.startswith("Training for evidence")
    assert "●  recommendation" in alone


def test_a_find_in_two_areas_is_told_once() -> None:
    assert _shown(80).count("Queues are long.") == 1


def test_a_year_is_named_once_for_all_its_moments() -> None:
    starts = [line[:8].strip() for line in _shown(80).split("\n") if line[:1] == "2"]
    assert starts == ["2016", "2018/19"]


def test_a_moment_without_a_year_is_undated() -> None:
    track = Track((samples.AREA_VIEW,), (samples.KNOWN._replace(year=None),))
    assert "\nundated" in _shown(80, track)


def test_a_pipe_gets_each_text_whole_and_no_rail() -> None:
    shown = _shown(None)
    assert samples.LONG in shown
    assert "│" not in shown


def test_hostile_words_do_nothing() -> None:
    shown = _shown(80, Track((samples.AREA_VIEW,), (samples.KNOWN._replace(text=HOSTILE, deadline=HOSTILE),)))
    assert "[/status]" in shown
    assert "\x1b" not in shown
