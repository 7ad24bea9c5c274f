"""Tables of a page: which are tables of data, and their cells row by row."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_cli.read.html_grades import Mark, bare_grade, says
from inspect_cli.read.html_lines import Kind, Line
from inspect_cli.read.html_tree import HEADINGS, TEXT, attributes_of, walk, words_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_WIDEST, _TALLEST = 40, 400
_LONGEST_CELL = 300


def is_data(table: LexborNode) -> bool:
    """Say whether a table holds data: not one that only puts parts of a page beside each other."""
    if attributes_of(table).get("role", "").lower() in ("presentation", "none"):
        return False
    rows = widest = cells = letters = 0
    has_heads = False
    without_words = words_of("skipped")
    own = table.mem_id
    for node, tag, entering in walk(table, lambda _, tag: tag in without_words):
        if not entering:
            continue
        if tag in HEADINGS or (tag == "table" and node.mem_id != own):
            return False
        if tag == "tr":
            rows, cells = rows + 1, 0
        elif tag in ("td", "th"):
            cells += 1
            widest = max(widest, cells)
            has_heads = has_heads or tag == "th"
        elif tag == TEXT:
            letters += len((node.text_content or "").strip())
    if has_heads:
        return True
    return widest > 1 and (rows > 1 or letters <= widest * _LONGEST_CELL)


class Table:
    """A table being read: cells that reach over several rows are said in each of them."""

    def __init__(self) -> None:
        self._cells: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._above: dict[int, tuple[str, int]] = {}

    def add(self, lines: Sequence[Line], attributes: dict[str, str], mark: Mark | None) -> None:
        """Add a cell: its lines become one; a grade that is only seen stands in it or after it."""
        many = sum(line.kind is Kind.ITEM for line in lines) > 1
        parts = [f"{line.marker} {line.text}" if many and line.marker else line.text for line in lines]
        text = " ".join(parts).replace("|", "/")
        if mark and not says(text, mark.grade):
            text = f"{text}: {mark.text}" if text else mark.text
        self._cells.append(text)
        self._spans.append((_span(attributes, "colspan", _WIDEST), _span(attributes, "rowspan", _TALLEST)))

    def end_row(self, mark: Mark | None) -> Line | None:
        """Give the row that is over; None where it holds nothing."""
        own, self._cells, spans, self._spans = self._cells, [], self._spans, []
        cells = self._laid_out(own, spans)
        if mark and not any(says(cell, mark.grade) for cell in cells):
            cells = [*cells[:-1], mark.text] if cells and not cells[-1] else [*cells, mark.text]
        if not any(cells):
            return None
        if len(own) == 1 and spans[0][0] > 1 and not bare_grade(own[0]):
            return Line(Kind.PLAIN, own[0])
        return Line(Kind.ROW, " | ".join(cells))

    def _laid_out(self, own: list[str], spans: list[tuple[int, int]]) -> list[str]:
        cells: list[str] = []
        waiting = deque(zip(own, spans, strict=True))
        above, self._above = self._above, {}
        while waiting or len(cells) in above:
            column = len(cells)
            if column in above:
                text, left = above[column]
                wide = 1
            else:
                text, (wide, left) = waiting.popleft()
            cells += [text, *[""] * (wide - 1)]
            if left > 1:
                self._above[column] = (text if len(text) <= _LONGEST_CELL else "", left - 1)
        return cells


def _span(attributes: dict[str, str], name: str, most: int) -> int:
    value = attributes.get(name, "")
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 6 else 1
