"""Lines into blocks: which lines are one paragraph, what is a bullet, and what no re-wrapping may change."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspect_cli.model import Block, BlockKind, cut
from inspect_cli.read.blocks import make_blocks
from inspect_cli.read.reader import Text
from inspect_cli.read.text import split_lines

Folded = list[tuple[BlockKind, str, str]]


def blocks(text: str) -> tuple[Block, ...]:
    return make_blocks(Text(split_lines(text)))


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def folded(text: str) -> Folded:
    return [(block.kind, block.marker, " ".join(block.text.split())) for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Making policing\nbetter for all", ["Making policing better for all"], id="goes on in lower case"),
        pytest.param(
            "It seeks the views of\n\nthe people it serves.",
            ["It seeks the views of the people it serves."],
            id="over a page break",
        ),
        pytest.param("It seeks views.\n\nthe end", ["It seeks views.", "the end"], id="not after a full stop"),
        pytest.param(
            "It looks at:\n\nits people;\n\nits money; and\n\nits plans.",
            ["It looks at:", "its people;", "its money; and", "its plans."],
            id="items of a list",
        ),
        pytest.param(
            "It seeks the views of\n\n\nthe people",
            ["It seeks the views of", "the people"],
            id="not over two blank lines",
        ),
        pytest.param(
            "Tackling corruption\nThe force is good.",
            ["Tackling corruption", "The force is good."],
            id="a heading stands alone",
        ),
        pytest.param("# Kent PEEL 2018\nand more", ["Kent PEEL 2018", "and more"], id="so does a marked one"),
        pytest.param("Last updated 27/09/2019\nGood", ["Last updated 27/09/2019", "Good"], id="date and grade"),
        pytest.param(
            "Summary for question 2\n3\n\nHow well led is it?",
            ["Summary for question 2", "3", "How well led is it?"],
            id="a number alone",
        ),
        pytest.param(
            "It told us that the\nHome Office agreed.",
            ["It told us that the Home Office agreed."],
            id="no sentence ends in an article",
        ),
        pytest.param(
            "What we saw in counter-\ncorruption",
            ["What we saw in counter-corruption"],
            id="a word broken at its hyphen",
        ),
        pytest.param("alcohol-\nand drug-related", ["alcohol- and drug-related"], id="a hyphen that stays open"),
        pytest.param("It is good\u00a0at\tthis.", ["It is good at this."], id="blanks of all kinds"),
    ],
)
def test_lines_join_where_one_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- one thing\n- another", [("-", "one thing"), ("-", "another")]),
        ("  • respect;\n  • fairness.", [("•", "respect;"), ("•", "fairness.")]),
        (
            "\uf0b7The force has a plan.\n\n\uf0b7 It works.",
            [("\uf0b7", "The force has a plan."), ("\uf0b7", "It works.")],
        ),
        ("•\nThe force should plan.", [("•", "The force should plan.")]),
        ("1. First\n2. Second", [("1.", "First"), ("2.", "Second")]),
        ("(a) first\n(b) second", [("(a)", "first"), ("(b)", "second")]),
        ("- a long thing\n  that goes on\n- another", [("-", "a long thing that goes on"), ("-", "another")]),
        ("1.2 The force", [("1.2", "The force")]),
    ],
)
def test_bullets_and_numbered_items_keep_their_marker_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.marker, block.text) for block in blocks(text)] == expected
    assert {block.kind for block in blocks(text)} == {BlockKind.BULLET}


@pytest.mark.parametrize(
    "text",
    ["2018 was the year.", "12.5 per cent more crime", "-5 degrees", "*Fair* treatment", "(e.g. BAME groups)", "3"],
)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert [(block.kind, block.marker, block.text) for block in blocks(text)] == [(BlockKind.PARAGRAPH, "", text)]


WRAPPED = """\
The force has a plan for its people, and it has told all of them what is
expected of them, from the chief constable to the newest
recruit.
It has learned
The unit works well, and the force can show that it has made use of what
it found out about its own people, its partners, and its
suppliers – though not yet of what
the public say of it.
"""


def test_in_a_wrapped_text_a_line_that_had_room_left_ends_its_paragraph() -> None:
    assert texts(WRAPPED)[:2] == [
        "The force has a plan for its people, and it has told all of them what is expected of them, "
        "from the chief constable to the newest recruit.",
        "It has learned",
    ]


def test_furniture_is_marked_and_keeps_its_place() -> None:
    kinds = [block.kind for block in blocks("Skip to content\n\nKent PEEL 2018\n\nBack to top")]
    assert kinds == [BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.FURNITURE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> The force said that\n> it had **vetted** all", ["The force said that it had **vetted** all"]),
        ("It was a\n**Good practice**\nof the force", ["It was a", "Good practice", "of the force"]),
        ("| a b |  ", ["a b"]),
        ("  ||  x | ", ["|  x"]),
        ("| |", ["| |"]),
        ("> \n>>\nKent", ["Kent"]),
    ],
)
def test_marks_of_quotation_bold_and_tables_are_no_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def _fill(width: int, hyphens: bool, indent: str) -> Callable[[str], str]:
    def wrap(line: str) -> str:
        under = indent if line.lstrip()[:1] in ("•", "-") else ""
        return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=hyphens, subsequent_indent=under)

    return lambda text: "\n".join(wrap(line) if line.strip() else line for line in text.split("\n"))


def _keep_blanks(text: str) -> str:
    """Wrap as ``fold -s`` does: each broken line keeps the blank it was broken at."""
    lines = (textwrap.wrap(line, 71, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(" \n".join(parts) for parts in lines)


WAYS = [_fill(72, hyphens, indent) for hyphens in (True, False) for indent in ("", "    ")] + [_keep_blanks]


@pytest.mark.parametrize("wrap", WAYS)
def test_wrapping_the_source_reports_changes_no_block(seeds: Path, wrap: Callable[[str], str]) -> None:
    for source in sorted(seeds.glob("*.txt")):
        text = source.read_text(encoding="utf-8")
        assert folded(wrap(text)) == folded(text), source.name


def test_every_block_of_the_source_reports_can_be_cut_out_again(seeds: Path) -> None:
    for source in sorted(seeds.glob("*.txt")):
        lines = split_lines(_fill(72, hyphens=True, indent="")(source.read_text(encoding="utf-8")))
        for block in make_blocks(Text(tuple(lines))):
            assert cut(lines, block.span()) == " ".join(block.text.split())


WORD = st.text("abcdefghijklmnoprstuw", min_size=1, max_size=11)
SENTENCE = st.lists(WORD, min_size=3, max_size=25).map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=4, max_size=8).map(" ".join)
# A heading ends in no article or conjunction.
HEADING = st.lists(st.text("bcdegklm", min_size=4, max_size=11), min_size=1, max_size=4).map(
    lambda words: " ".join(words).capitalize()
)
TEXT = st.lists(PARAGRAPH | HEADING, min_size=3, max_size=10)


@given(TEXT, st.integers(60, 100), st.booleans(), st.booleans())
def test_wrapping_a_text_changes_none_of_its_paragraphs(
    paragraphs: list[str], width: int, apart: bool, hyphens: bool
) -> None:
    assume(sum(len(paragraph) > 3 * width for paragraph in paragraphs) >= 2)
    if not apart:
        # Without blank lines a paragraph that happens to end at the edge cannot be told from one that goes on.
        lines = [textwrap.wrap(paragraph, width, break_on_hyphens=hyphens) for paragraph in paragraphs]
        edge = max(len(line) for wrapped in lines for line in wrapped)
        assume(all(len(wrapped[-1]) + 12 < edge for wrapped in lines))
    between = "\n\n" if apart else "\n"
    wrapped = between.join(textwrap.fill(one, width, break_on_hyphens=hyphens) for one in paragraphs)
    assert texts(wrapped) == texts(between.join(paragraphs)) == paragraphs


@given(st.lists(st.text("ab .-•:1\t\f\u00a0", max_size=30), max_size=12))
def test_any_block_can_be_cut_out_of_its_lines_again(lines: list[str]) -> None:
    for block in make_blocks(Text(tuple(lines))):
        assert cut(lines, block.span()) == " ".join(block.text.split())
        assert block.text == block.text.strip()
