"""Tables of a document: their rows as cells under named columns, wrapped cells made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspect_cli.extract.rows import named_kind
from inspect_cli.extract.sentences import Sentence
from inspect_cli.model import Block, BlockKind, Piece
from inspect_cli.reference.heads import columns_of

_BOUNDARY = re.compile(r"(?:(?<!\s)\s+)?(?:\||\t)\s*")
# A table is one of findings where its head names as many columns as this.
_FEWEST = 2
_LOWER = re.compile(r"[a-z(]")
_ENDS = re.compile(r"[.!?;:][\"'”’)]*\Z")

Cell = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: each cell as the pieces of lines that it is wrapped over; ``heads`` name the columns."""

    cells: tuple[Cell, ...]
    heads: Mapping[str, int]
    finding_head: str = ""

    def cell(self, name: str) -> Cell:
        """Give the cell in the column of that name, () where there is none."""
        at = self.heads.get(name)
        return self.cells[at] if at is not None and at < len(self.cells) else ()

    def text(self, name: str) -> str:
        """Give the words of the cell in the column of that name."""
        return text_of(self.cell(name))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows without the head, and the places in the document's blocks at which it begins and ends."""

    rows: tuple[Row, ...]
    first: int
    last: int
    blocks: tuple[Block, ...]


def text_of(cell: Cell) -> str:
    """Give the words of a cell, its pieces joined."""
    return " ".join(" ".join(piece.words for piece in cell).split())


def cell_in_line(line: str, number: int, start: int, stop: int) -> Cell:
    """Give ``line[start:stop]`` as a cell, ``number`` being the line's own; () where it holds nothing but blanks."""
    words = line[start:stop]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first >= last:
        return ()
    block = Block(BlockKind.ROW, line[first:last], (Piece(number, first, last),))
    return (Sentence(block, 0, len(block.text)),)


def find_tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the tables: rows that follow each other, with the lines between that a wrapped cell left."""
    at = 0
    while at < len(blocks):
        if blocks[at].kind is not BlockKind.ROW:
            at += 1
            continue
        last = _last_of(blocks, at)
        taken = [block for block in blocks[at : last + 1] if block.kind is not BlockKind.FURNITURE]
        yield Table(tuple(_rows(taken)), at, last, tuple(taken))
        at = last + 1


def _last_of(blocks: Sequence[Block], first: int) -> int:
    last = first
    for at in range(first + 1, len(blocks)):
        block = blocks[at]
        if block.kind is BlockKind.ROW:
            last = at
        elif block.kind is not BlockKind.FURNITURE and not (_below(blocks[at - 1], block) and _wraps(blocks, at)):
            break
    return last


def _below(above: Block, block: Block) -> bool:
    return block.line == above.pieces[-1].line + 1


def _wraps(blocks: Sequence[Block], at: int) -> bool:
    """A line without cells, between two rows and no blank line before the next: the rest of a cell."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and following.kind is BlockKind.ROW and _below(blocks[at], following)


def _rows(blocks: Sequence[Block]) -> Iterator[Row]:
    cells = [_cells(block) for block in blocks]
    heads: dict[str, int] = {}
    finding_head, width = "", 0
    pending: list[Cell] = []
    place = 0
    while place < len(cells):
        found, taken = _head(cells, place)
        if found:
            if pending:
                yield Row(tuple(pending), heads, finding_head)
            heads, pending, width = found, [], len(cells[place])
            finding_head = head_of([text_of(cell) for cell in cells[place]], found)
            place += taken
            continue
        if pending and _goes_on(pending, cells[place], heads, width):
            pending = _joined(pending, cells[place], width)
        else:
            if pending:
                yield Row(tuple(pending), heads, finding_head)
            pending = list(cells[place])
        place += 1
    if pending:
        yield Row(tuple(pending), heads, finding_head)


def _cells(block: Block) -> tuple[Cell, ...]:
    if block.kind is not BlockKind.ROW:
        return ((Sentence(block, 0, len(block.text)),),)
    cells: list[Cell] = []
    start = 0
    for match in [*_BOUNDARY.finditer(block.text), None]:
        end = match.start() if match else len(block.text)
        cells.append((Sentence(block, start, end),) if block.text[start:end].strip() else ())
        start = match.end() if match else end
    return tuple(cells)


def _head(cells: Sequence[tuple[Cell, ...]], place: int) -> tuple[dict[str, int], int]:
    """Give the columns that a row names, and how many rows the head takes: it may be wrapped over two."""
    one = [text_of(cell) for cell in cells[place]]
    heads = columns_of(one)
    if heads and place + 1 < len(cells) and len(cells[place + 1]) <= len(one):
        rest = [text_of(cell) for cell in cells[place + 1]]
        both = [f"{above} {below}".strip() for above, below in zip(one, [*rest, *[""] * len(one)], strict=False)]
        wrapped = columns_of(both)
        if len(wrapped) > len(heads):
            heads, taken = wrapped, 2
            return (heads, taken) if len(heads) >= _FEWEST else ({}, 0)
    return (heads, 1) if len(heads) >= _FEWEST else ({}, 0)


def head_of(names: Sequence[str], heads: Mapping[str, int]) -> str:
    """Give the head that says what a table's findings are: that of their words, or of their number ("AFI")."""
    told = [names[heads[column]] for column in ("finding", "number") if column in heads]
    return next((name for name in told if named_kind(name)), told[0] if "finding" in heads else "")


def _goes_on(pending: Sequence[Cell], cells: Sequence[Cell], heads: Mapping[str, int], width: int) -> bool:
    """Say whether a line of a table goes on with the row above it: its first cell is empty, or the row broke off."""
    if _broke_off(pending, cells, width):
        return True
    first = min(heads.get("number", 0), len(cells) - 1)
    if cells[first] or len(cells) < _FEWEST:
        return False
    finding, status = heads.get("finding", len(cells)), heads.get("status", len(cells))
    told = text_of(cells[finding]) if finding < len(cells) else ""
    above = text_of(pending[finding]) if finding < len(pending) else ""
    whole = bool(_ENDS.search(above)) and not _LOWER.match(told)
    return not (told and whole and status < len(cells) and cells[status])


def _broke_off(pending: Sequence[Cell], cells: Sequence[Cell], width: int) -> bool:
    """Say whether a row parted by tabs was broken within a cell, whose rest begins the line below."""
    if len(cells) == 1 and cells[0] and cells[0][0].block.kind is not BlockKind.ROW:
        return True
    if len(pending) < _FEWEST or len(pending) >= width or len(pending) + len(cells) - 1 > width:
        return False
    if not pending[-1] or not cells[0] or "|" in pending[-1][-1].block.text + cells[0][0].block.text:
        return False
    return bool(_LOWER.match(cells[0][0].words)) or not _ENDS.search(pending[-1][-1].words)


def _joined(pending: Sequence[Cell], cells: Sequence[Cell], width: int) -> list[Cell]:
    """Put a wrapped line's cells to those of the row above: below each other, or behind it where that broke off."""
    if _broke_off(pending, cells, width):
        return [*pending[:-1], pending[-1] + cells[0], *cells[1:]]
    longest = max(len(pending), len(cells))
    above = [*pending, *[()] * (longest - len(pending))]
    below = [*cells, *[()] * (longest - len(cells))]
    return [one + other for one, other in zip(above, below, strict=True)]
