"""What lists are laid out by: names of columns, labels, statuses ahead of words and behind them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.reference.heads import (
    column_named,
    columns_of,
    comma_cells,
    labelled,
    stacked_head,
    status_ahead,
    status_behind,
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("No.|HMICFRS’s words|RAG (last)|RAG (now)", "number words 3"),
        ("AFI|What HMICFRS said|RAG Dec 23|RAG Sep 23", "number words 2"),
        ("AFI|What HMICFRS said|RAG Sep 23|RAG Dec 23", "number words 3"),
        ("Item|Finding|Status at last meeting|Current status", "number words 3"),
        ("Item|Finding|Previous BRAG|BRAG", "number words 3"),
        ("Item|Finding|BRAG|Position", "number words 2"),
        ("Item|Finding|Position|BRAG", "number words 3"),
        ("Item|Finding|Force lead|Progress", "number words 3"),
        ("Item|Recommendation|Q1 2023/24 RAG|Q2 2023/24 RAG", "number words 3"),
        # Near misses: what is told of another time is a status only where it is told of one.
        ("Item|Finding|Published October 2022|Lead", "number words -"),
        ("Item|Finding|Last week|This week", ""),
        ("Measure|Target|Q2|RAG", ""),
        ("Item|Forecast|Position|BRAG", ""),
        ("Current|Last|Now|Then", ""),
    ],
)
def test_of_several_columns_with_a_status_it_is_todays(head: str, expected: str) -> None:
    found = columns_of(head.split("|"))
    shown = f"{'number' if 'number' in found else '-'} words {found.get('status', '-')}" if "finding" in found else ""
    assert shown == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Status: On track", ("status", "On track")),
        ("Rec no.: 4", ("number", "4")),
        ("Progress: nearly there", ("progress", "nearly there")),
        ("Published: October 2022", ("date", "October 2022")),
        ("He said: act", None),
        ("Status quo: none", None),
        ("Status", None),
        ("10:30 Status", None),
    ],
)
def test_a_label_is_the_name_of_a_column(line: str, expected: tuple[str, str] | None) -> None:
    found = labelled(line)
    assert (found and (found.column, line[found.start :])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[OVERDUE] AFI 2. Act.", ("OVERDUE", "AFI 2. Act.")),
        ("(Green) The force should act.", ("Green", "The force should act.")),
        ("Amber – The force should act.", ("Amber", "The force should act.")),
        ("Overdue books cost money.", None),
        ("Green Party: a manifesto", None),
        ("[sic] The force", None),
        ("Note: The force should act.", None),
    ],
)
def test_a_status_may_stand_ahead(line: str, expected: tuple[str, str] | None) -> None:
    place = status_ahead(line)
    assert (place and (line[place[0] : place[1]], line[place[2] :])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The force should act. – AMBER (due May 2024)", ("The force should act.", "AMBER (due May 2024)")),
        ("The force should act – Overdue", ("The force should act", "Overdue")),
        ("The force should act. [On track]", ("The force should act.", "On track")),
        ("AFI 1: The force should act. Status: Red. Lead: DCC.", ("AFI 1: The force should act.", "Red")),
        ("The force should act – and soon", None),
        ("The force should act (Custody inspection 2019)", None),
        ("The force should act. Lead: Green.", None),
        ("The force should act. Status: unknown to us.", None),
        ("The lights were green – amber came later, and it is not complete", None),
    ],
)
def test_a_status_may_stand_behind(line: str, expected: tuple[str, str] | None) -> None:
    place = status_behind(line)
    assert (place and (line[: place[0]], line[place[1] : place[2]])) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Force ref", "number"),
        ("Exec lead", "owner"),
        ("Revised date", "due"),
        ("Senior owner", "owner"),
        ("AFI / Recommendation", "either"),
        ("The force", None),
        ("Key", None),
        ("Inspection of custody", None),
        ("Lead inspector’s name", None),
    ],
)
def test_a_column_keeps_its_name_whatever_stands_beside_it(name: str, expected: str | None) -> None:
    assert column_named(name) == expected


def test_names_below_each_other_are_a_head_where_they_head_findings() -> None:
    assert stacked_head(["Ref", "Finding", "Status", "The force"], 0) == ["Ref", "Finding", "Status"]
    assert stacked_head(["Published: October 2022", "Ref", "Finding", "Status"], 0) == []
    assert stacked_head(["Ref", "Measure", "Status"], 0) == []
    assert stacked_head(["Type", "Text", "Lead", "Status", "Area for improvement"], 0) == [
        "Type",
        "Text",
        "Lead",
        "Status",
    ]


@given(st.text(alphabet='a," \t'))
def test_the_cells_of_a_line_follow_each_other(line: str) -> None:
    cells = comma_cells(line)
    assert all(start <= end <= following for (start, end), (following, _) in pairwise(cells))
