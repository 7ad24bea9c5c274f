"""Where a search matched: the report, the line, the words with the match in sight."""

from __future__ import annotations

import pytest
from rich.console import Console

from inspect_cli.model import Hit
from inspect_cli.show.quote import hits_text
from tests.show.samples import FINDING, HOSTILE, LONG, RECORD, UNDATED, look, printed, widest

LINE = f"{LONG} Nobody had thought of marmalade until now. {LONG}"


def _hit(text: str, *matched: str, report: str = RECORD.id) -> Hit:
    title, year = (RECORD.title, 2018) if report == RECORD.id else (UNDATED.title, None)
    return Hit(report, title, year, 71, text, matched, FINDING.id)


def _shown(*hits: Hit, width: int | None = 80) -> str:
    return printed(hits_text(hits, look(width)), width)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("text", [LINE, "Marmalade.", "x" * 400 + " marmalade" + "y" * 400, "marmalade " * 90, HOSTILE])
def test_the_match_is_in_sight_and_nothing_is_too_wide(text: str, width: int) -> None:
    shown = _shown(_hit(text, "marmalade", "status"), width=width)
    assert widest(shown) <= width
    assert any(word in "".join(shown.lower().split()) for word in ("marmalade", "status"))
    assert len(shown.strip().split("\n")) <= 5


def test_a_hit_names_line_and_find_below_its_report() -> None:
    lines = _shown(_hit("Marmalade.", "marmalade"), _hit("Jam.", "jam"), _hit("Tea.", "tea", report=UNDATED.id))
    assert lines.count(RECORD.title) == 1
    assert lines.split("\n")[0] == "r4k2m  2018/19  Cheshire PEEL 2018 – Legitimacy"
    assert lines.split("\n")[1].split() == ["L71", "f4k2m", "Marmalade."]
    assert "r9zzz  undated  A transcript" in lines


def test_a_pipe_gets_the_whole_line() -> None:
    assert LINE in _shown(_hit(LINE, "marmalade"), width=None)


def test_every_match_is_marked_whatever_its_case() -> None:
    console = Console(width=200, color_system="truecolor", force_terminal=True, no_color=False)
    with console.capture() as captured:
        console.print(hits_text([_hit("Vetting and vetting again", "vetting")], look(200)))
    assert captured.get().count("\x1b[30;43m") == 2


def test_a_hit_without_known_words_is_shown_all_the_same() -> None:
    assert "A line of words" in _shown(_hit("A line of words"))
