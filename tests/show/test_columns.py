"""Tables fit their room, lose nothing that is to be kept, and are never cut in a pipe."""

from __future__ import annotations

import pytest
from rich.text import Text

from inspect_cli.show.columns import Column, cell, make_table
from tests.show.samples import HOSTILE, LONG, printed, widest

COLUMNS = (
    Column("ID"),
    Column("Kind", least=11),
    Column("Text", least=24),
    Column("Themes", keep=4, least=12, under="Text"),
    Column("Source", keep=5, under="Text"),
    Column("File", keep=2),
)


def _row(text: str = LONG, **changes: str) -> dict[str, str]:
    row = {"ID": "f4k2m", "Kind": "area for improvement", "Text": text}
    return row | {"Themes": "custody, digital", "Source": "r4k2m L41", "File": "a-report.txt"} | changes


def _table(*rows: dict[str, str], width: int | None) -> str:
    made = [{name: cell(text) for name, text in row.items()} for row in rows]
    return printed(make_table(COLUMNS, made, width), width)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize("text", [LONG, HOSTILE, "short", "x" * 300, "警" * 70])
def test_a_table_is_no_wider_than_its_room_and_keeps_all_words(width: int, text: str) -> None:
    shown = _table(_row(text), width=width)
    assert widest(shown) <= width
    joined = "".join(shown.split())
    for kept in ("f4k2m", "L41", "digital"):
        assert kept in joined or width < 60


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (46, ["ID", "Kind", "Text"]),
        (60, ["ID", "Kind", "Text", "Source"]),
        (80, ["ID", "Kind", "Text", "Themes", "Source"]),
        (140, ["ID", "Kind", "Text", "Themes", "Source", "File"]),
    ],
)
def test_what_is_needed_least_makes_room_first(width: int, columns: list[str]) -> None:
    assert _table(_row(), width=width).split("\n")[0].split() == columns


def test_what_has_no_room_stands_below_its_neighbour() -> None:
    words = _table(_row("short", Kind="concern"), width=42).split()
    assert " ".join(words[-6:]) == "short custody, digital · r4k2m L41"


def test_what_does_not_explain_itself_below_its_neighbour_is_labelled() -> None:
    columns = (Column("Text", least=24), Column("Area", keep=5, under="Text", label="area "))
    rows = [{"Text": cell(LONG), "Area": cell("a7k2m")}, {"Text": cell("other"), "Area": cell("")}]
    assert printed(make_table(columns, rows, 26), 26).split()[-3:] == ["area", "a7k2m", "other"]
    assert "area" not in printed(make_table(columns, rows, 60), 60)


def test_what_stands_below_its_neighbour_takes_one_line_and_says_nothing_of_nothing() -> None:
    columns = (Column("Text", least=24), Column("Lived", keep=5, under="Text"))
    rows = [{"Text": cell(LONG), "Lived": Text("9 years\n2 visits")}, {"Text": cell("other"), "Lived": cell("–")}]
    assert printed(make_table(columns, rows, 26), 26).split()[-5:] == ["9", "years,", "2", "visits", "other"]


def test_a_pipe_gets_one_line_a_row_with_nothing_cut_or_drawn() -> None:
    shown = _table(_row(), _row(HOSTILE), width=None)
    assert len(shown.strip().split("\n")) == 3
    assert LONG in shown
    assert not set("─│┌") & set(shown)


def test_a_column_without_values_is_not_shown() -> None:
    assert "Themes" not in _table(_row(Themes=""), width=140)


@pytest.mark.parametrize("width", [60, 80, 140, None])
def test_hostile_text_is_shown_and_does_nothing(width: int | None) -> None:
    shown = "".join(_table(_row(HOSTILE), width=width).split())
    assert "[/status]" in shown
    assert "\\x1b[31mred" in shown
    assert "\\u202ereversed" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
