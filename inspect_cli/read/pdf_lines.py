"""The rows of a flow into lines: a bullet or number and its words, or the cells of a table; lists of contents go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from inspect_cli.read.pdf_order import Flow
from inspect_cli.read.pdf_parts import Piece, Row
from inspect_cli.read.pdf_tables import grid_rows, table_rows
from inspect_cli.read.pdf_words import Joiner

_APART = 1.0
# A row that stands alone is one of a table when its words are so far apart.
_FAR = 3.0
_TOUCHING = 0.12
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]")
_NOTE = re.compile(r"[\d,*†‡]{1,5}")
_LONGEST_ENTRY = 500
_LEADER = re.compile(r"(?P<words>.*?)\s*(?:[.…·_]\s?){4,}\s*(?P<page>\d{1,4}|[ivxl]{1,7})?\s*")
_DOTS = re.compile(r"(?:[.…·_]\s?){4}")
# One of these stands in all that has such dots.
_DOTTED = ("..", ". .", "…", "·", "_")
_CONTENTS = re.compile(r"(?:table of |list of )?contents(?: page)?", re.I)
_ENDS_IN_PAGE = re.compile(r"(?:\d{1,3}|[ivxl]{1,6})", re.I)
_MOST_BETWEEN = 3


class Line(NamedTuple):
    """A line: ``mark`` is its bullet or number, ``start`` where its words begin, ``edges`` its flow's left and right.

    ``cells`` are those of a row of a table.
    """

    text: str
    mark: str
    left: float
    start: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    edges: tuple[float, float]
    boxed: bool = False
    cells: tuple[str, ...] = ()

    @property
    def has_weak_mark(self) -> bool:
        """True when the mark may also be the beginning of words: a dash, a number."""
        return bool(self.mark) and self.mark != "•"

    @property
    def shown_mark(self) -> str:
        """The mark as it is written: numbers as they are, all else a bullet."""
        return self.mark if _NUMBER.fullmatch(self.mark) else "•" if self.mark else ""


class Lines:
    """Makes the lines of all flows of one document."""

    def __init__(self, joiner: Joiner) -> None:
        self._joiner = joiner

    def lines(self, flow: Flow, page: int) -> list[Line]:
        """Give the lines of a flow in order."""
        if flow.grid:
            found = grid_rows(flow.rows, flow.grid, self._joiner)
            return [self._record(flow, page, rows, cells) for rows, cells in found]
        rows = [_merged(row) for row in flow.rows]
        rows = _without_contents([row for row in rows if row])
        tables = table_rows(rows, self._joiner)
        return list(self._lines(flow, page, rows, tables))

    def _lines(
        self, flow: Flow, page: int, rows: Sequence[Row], tables: dict[int, tuple[int, tuple[str, ...]]]
    ) -> Iterator[Line]:
        index = 0
        while index < len(rows):
            if index in tables:
                after, cells = tables[index]
                yield self._record(flow, page, rows[index:after], cells)
                index = after
                continue
            yield self._line(flow, page, rows[index])
            index += 1

    def _line(self, flow: Flow, page: int, row: Row) -> Line:
        mark = row[0].text if row[0].is_mark and len(row) > 1 else ""
        words = row[1:] if mark else row
        text, start, right, base, size, bold, _ = words[0]
        if len(words) > 1:
            if any(after.left - before.right > _FAR * size for before, after in pairwise(words)):
                return self._record(flow, page, [row], tuple(piece.text for piece in row))
            text = self._joiner.join([piece.text for piece in words[:-1]])
            text = f"{text} {words[-1].text}" if text else words[-1].text
            right, size = words[-1].right, max(words, key=lambda piece: len(piece.text)).size
            bold = all(piece.bold for piece in words)
        strong = mark if not mark or mark in "-–—o*" or _NUMBER.fullmatch(mark) else "•"
        edges = (flow.left, flow.right)
        return Line(text, strong, row[0].left, start, right, base, size, bold, page, edges, flow.boxed)

    def _record(self, flow: Flow, page: int, rows: Sequence[Row], cells: tuple[str, ...]) -> Line:
        pieces = [piece for row in rows for piece in row]
        first = pieces[0]
        left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
        bold = all(piece.bold for piece in pieces)
        edges = (flow.left, flow.right)
        base = pieces[-1].base
        return Line("", "", left, left, right, base, first.size, bold, page, edges, flow.boxed, cells)


def _merged(row: Row) -> Row:
    """Put together what stands close, without notes' marks; the same words drawn twice at one place are there once."""
    if len(row) == 1:
        return row
    kept: list[Piece] = []
    for piece in row:
        before = kept[-1] if kept else None
        if before is None or before.is_mark:
            kept.append(piece)
            continue
        gap = piece.left - before.right
        if before.text == piece.text and abs(piece.left - before.left) < piece.size / 3:
            continue
        if _is_note(piece, before):
            continue
        if gap > _APART * max(piece.size, before.size):
            kept.append(piece)
            continue
        glue = "" if gap < _TOUCHING * piece.size and not before.text.endswith("\ufffe") else " "
        longer = piece if len(piece.text) > len(before.text) else before
        text = before.text + glue + piece.text
        kept[-1] = longer._replace(text=text, left=before.left, right=piece.right, bold=before.bold and piece.bold)
    return tuple(kept)


def _is_note(piece: Piece, before: Piece) -> bool:
    """Say whether a piece is the raised mark of a footnote."""
    small = piece.size < 0.85 * before.size and piece.base < before.base - 0.1 * before.size
    return small and bool(_NOTE.fullmatch(piece.text))


def _without_contents(rows: Sequence[Row]) -> list[Row]:
    """Leave out a list of contents: lines that lead to page numbers by dots, or numbers in rows below its heading.

    It says again what the headings say; and a line of it must not be taken for a heading with words below it.
    Where dots lead to something else, they become the border between two cells.
    """
    texts = [row[0].text if len(row) == 1 else " ".join([piece.text for piece in row]) for row in rows]
    together = "\n".join(texts)
    dotted = any(sign in together for sign in _DOTTED) and _DOTS.search(together)
    if not dotted and "contents" not in together.casefold():
        return list(rows)
    kept: list[Row] = []
    listed: list[bool] = []
    heading: int | None = None
    for index, (row, text) in enumerate(zip(rows, texts, strict=True)):
        found = _LEADER.fullmatch(text) if len(text) < _LONGEST_ENTRY and _DOTS.search(text) else None
        paged = len(row) > 1 and bool(_ENDS_IN_PAGE.fullmatch(row[-1].text))
        listed.append(bool(found and found["page"]) or (heading is not None and paged))
        if _CONTENTS.fullmatch(text) and heading is None:
            heading = index
        kept.append(_led(row) if not listed[-1] and _DOTS.search(text) else row)
    if sum(listed) < (3 if heading is None else 2):
        return kept
    gone = {index for index, is_listed in enumerate(listed) if is_listed}
    at = sorted(gone)
    for one, two in pairwise(at):
        if two - one <= _MOST_BETWEEN:
            gone.update(range(one, two))
    if heading is not None and 0 < at[0] - heading <= _MOST_BETWEEN:
        gone.update(range(heading, at[0]))
    return [row for index, row in enumerate(kept) if index not in gone]


def _led(row: Row) -> Row:
    """Cut a row at the dots that lead from one cell to the next."""
    cells: list[Piece] = []
    for piece in row:
        parts = re.split(r"\s*(?:[.…·]\s?){4,}\s*", piece.text)
        if len(parts) == 1:
            cells.append(piece)
            continue
        width = (piece.right - piece.left) / max(len(piece.text), 1)
        at = piece.left
        for part in parts:
            if part:
                cells.append(piece._replace(text=part, left=at, right=at + width * len(part)))
            at = piece.right - width * len(parts[-1])
    return tuple(cells) or row
