"""Lists that were run into one line, and texts whose lines were broken before they were full."""

from __future__ import annotations

import pytest

from inspect_cli.model import cut
from inspect_cli.read import read_source

RUN_IN = [
    ("• Train sergeants. • Record every search.", ["Train sergeants.", "Record every search."]),
    ("The force should: • train sergeants; • record.", ["The force should:", "train sergeants;", "record."]),
    ("\uf0b7 Train sergeants. \uf0b7 Record.", ["Train sergeants.", "Record."]),
    ("The rate is 3 • 4 a day.", ["The rate is 3 • 4 a day."]),
    ("Sergeants are trained. - Record it.", ["Sergeants are trained. - Record it."]),
]


@pytest.mark.parametrize(("line", "texts"), RUN_IN, ids=[row[0] for row in RUN_IN])
def test_a_bullet_after_a_whole_item_begins_the_next(line: str, texts: list[str]) -> None:
    document = read_source("x.txt", line.encode())
    assert [block.text for block in document.blocks] == texts
    assert [cut(document.lines, block.span()) for block in document.blocks] == texts


EVENED = """Kent Police keeps a plan for each of its towns, and the plan
says who goes where. Each quarter the plan is read again. The
PSD reads it too, since it wants to know which of the officers
are alone at night, and for how long they are. It then says to
the chief constable what it thinks of it. Some sergeants would
like to see the plan before it is made, and not when it is over
and done with.

Towns

A second paragraph begins here."""


def test_lines_that_were_broken_before_they_were_full_are_one_paragraph() -> None:
    document = read_source("x.txt", EVENED.encode())
    assert [block.text.split()[0] for block in document.blocks] == ["Kent", "Towns", "A"]
    assert "again. The PSD reads" in document.blocks[0].text
