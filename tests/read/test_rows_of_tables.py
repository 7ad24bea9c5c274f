"""Rows of tables: as Markdown writes them, and with tabs between their cells."""

from __future__ import annotations

import pytest

from inspect_cli.model import BlockKind, cut
from inspect_cli.read.blocks import make_blocks
from inspect_cli.read.reader import Text


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("| Vetting | Good |", ("Vetting", "Good"), id="pipes"),
        pytest.param("  |Vetting|  good|", ("Vetting", "good"), id="pipes without blanks"),
        pytest.param("Vetting\tgood", ("Vetting", "good"), id="a tab before a grade"),
        pytest.param("Vetting unit\t\tSupt Shah\t12 May 2020", ("Vetting unit", "Supt Shah", "12 May 2020"), id="tabs"),
        pytest.param("It is good at\tthis.", None, id="not a tab within a sentence"),
        pytest.param("•\tThe force should act.", None, id="not the tab after a bullet"),
        pytest.param("either | or", None, id="not a bar in a sentence"),
    ],
)
def test_a_row_of_a_table_gives_its_cells(line: str, cells: tuple[str, ...] | None) -> None:
    (block,) = make_blocks(Text((line,)))
    assert (block.cells if block.kind is BlockKind.ROW else None) == cells
    assert cut([line], block.span()) == " ".join(block.text.split())


def test_the_rule_below_the_head_of_a_table_is_furniture() -> None:
    kinds = [block.kind for block in make_blocks(Text(("| Area | Grade |", "|---|:--:|", "| Custody | Good |")))]
    assert kinds == [BlockKind.ROW, BlockKind.FURNITURE, BlockKind.ROW]


def test_where_each_line_is_whole_none_is_joined_and_each_knows_its_page() -> None:
    lines = ["The force looks at the", "people it serves", "and more"]
    assert [(block.text, block.page) for block in make_blocks(Text(tuple(lines), (1, 3), whole=True))] == [
        ("The force looks at the", 1),
        ("people it serves", 1),
        ("and more", 2),
    ]
