"""Lists of Word documents: what stands before each item, as Word shows it."""

from __future__ import annotations

import pytest

from inspect_cli.read import read_source
from inspect_cli.read.counting import Counter, Level, marker, written
from tests.read.word_files import HEADING_STYLES, docx, item, par


def _level(at: int, style: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'


def _abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def _list(number: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


_START_ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERING = (
    _abstract(0, _level(0, "bullet", "\uf0b7"), _level(1, "bullet", "o"))
    + _abstract(1, _level(0, "decimal", "%1."), _level(1, "lowerLetter", "%2)"), _level(2, "lowerRoman", "(%3)"))
    + _abstract(2, _level(0, "decimal", "%1", '<w:pStyle w:val="H2"/>'), _level(1, "decimal", "%1.%2"))
    + _abstract(3, _level(0, "decimal", "Recommendation %1:", '<w:start w:val="3"/>'))
    + _abstract(4, _level(0, "upperRoman", "%1."), _level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + _abstract(5, _level(0, "decimal", "%1."), _level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    + '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
    + _abstract(7, '<w:styleLink w:val="Ours"/>' + _level(0, "decimal", "%1)"))
    + _abstract(8, _level(0, "none", ""))
    + _list(1, 0)
    + _list(2, 1)
    + _list(3, 1, _START_ANEW)
    + _list(4, 2)
    + _list(5, 3)
    + _list(6, 4)
    + _list(7, 5)
    + _list(8, 6)
    + _list(9, 8)
    + _list(10, 0, f'<w:lvlOverride w:ilvl="0">{_level(0, "decimal", "%1.")}</w:lvlOverride>')
)


def _items(*placed: tuple[int, int]) -> str:
    return "".join(item("vet", list_id, level) for list_id, level in placed)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (_items((1, 0), (1, 1), (1, 0)), ["• vet", "  • vet", "• vet"]),
        (
            _items((2, 0), (2, 1), (2, 1), (2, 2), (2, 0), (2, 1)),
            "1. vet/  (a) vet/  (b) vet/    (i) vet/2. vet/  (a) vet",
        ),
        (_items((2, 0), (1, 0), (2, 0)), ["1. vet", "• vet", "2. vet"]),
        (_items((2, 0), (2, 0), (3, 0), (3, 0), (2, 0)), ["1. vet", "2. vet", "1. vet", "2. vet", "3. vet"]),
        (_items((5, 0), (5, 0)), ["Recommendation 3: vet", "Recommendation 4: vet"]),
        (_items((4, 0), (4, 1), (4, 1), (4, 0), (4, 1)), "1. vet/  1.1 vet/  1.2 vet/2. vet/  2.1 vet"),
        (_items((6, 0), (6, 0), (6, 1)), ["(i) vet", "(ii) vet", "  2.1 vet"]),
        (_items((7, 0), (7, 1), (7, 0), (7, 1)), "1. vet/  1. vet/2. vet/  2. vet"),
        (_items((8, 0)), ["1) vet"]),
        (_items((9, 0)), ["vet"]),
        (_items((10, 0), (10, 0)), ["1. vet", "2. vet"]),
        (_items((0, 0), (99, 0)), ["vet", "vet"]),
        (item("", 2) + item("vet", 2), ["2. vet"]),
        (par("vet", "LB"), ["• vet"]),
        (par("vet", "LB", '<w:numPr><w:numId w:val="0"/></w:numPr>'), ["vet"]),
        (par("vet", "LB", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'), ["  • vet"]),
        (par("Vetting", "H2", '<w:numPr><w:numId w:val="4"/></w:numPr>') * 2, ["## 1 Vetting", "## 2 Vetting"]),
        (par("Vetting", "H2", '<w:numPr><w:numId w:val="1"/></w:numPr>'), ["## Vetting"]),
    ],
)
def test_an_item_has_the_bullet_or_number_that_word_shows(body: str, shown: str | list[str]) -> None:
    lines = read_source("a.docx", docx(body, styles=HEADING_STYLES, numbering=NUMBERING)).lines
    assert [line for line in lines if line] == (shown.split("/") if isinstance(shown, str) else shown)


@pytest.mark.parametrize(
    ("style", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("lowerLetter", 2, "b"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 49, "XLIX"),
        ("chineseCounting", 4, "4"),
        ("lowerRoman", 10**6, "1000000"),
        ("lowerLetter", 0, "0"),
        ("none", 5, ""),
    ],
)
def test_a_number_is_written_in_the_style_of_its_list(style: str, number: int, shown: str) -> None:
    assert written(style, number) == shown


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("•", "•"),
        ("3.", "3."),
        ("3)", "3)"),
        ("(3)", "(3)"),
        ("3", "3."),
        ("1.2", "1.2"),
        ("a.", "(a)"),
        ("B)", "(b)"),
        ("(iv)", "(iv)"),
        ("xii", "(xii)"),
        ("Recommendation 3:", None),
        ("Note", None),
        ("", None),
    ],
)
def test_only_bullets_and_numbers_are_marks_of_an_item(label: str, mark: str | None) -> None:
    assert marker(label) == mark


def test_a_level_that_is_counted_first_counts_from_its_start_and_the_level_above_shows_its_own() -> None:
    levels = {0: Level("decimal", "%1."), 1: Level("decimal", "%1.%2", start=5)}
    counter = Counter()
    assert [counter.next(at, levels) for at in (1, 1, 0, 1)] == ["1.5", "1.6", "1.", "1.5"]
