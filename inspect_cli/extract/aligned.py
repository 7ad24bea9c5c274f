"""Tables laid out with blanks: the columns begin where the names at their head do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspect_cli.extract.columns import Cell, Row, Table, cell_in_line, head_of
from inspect_cli.model import Document
from inspect_cli.reference.heads import columns_of, heads_findings

_NAME = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3


def find_aligned(document: Document) -> Iterator[Table]:
    """Give the tables in which blanks alone part the cells; where the first cell is empty, the row above goes on."""
    at = 0
    while at < len(document.lines):
        starts = _columns(document.lines[at])
        if not starts:
            at += 1
            continue
        end = _end_of(document.lines, at + 1, starts)
        yield _table(document, at, end, starts)
        at = max(end, at + 1)


def _columns(line: str) -> list[int]:
    """Give where the columns begin whose names a line holds; [] for a line that is no head of findings."""
    if "  " not in line.strip() or "|" in line or "\t" in line:
        return []
    names = list(_NAME.finditer(line))
    return [name.start() for name in names] if heads_findings([name.group() for name in names]) else []


def _end_of(lines: Sequence[str], first: int, starts: Sequence[int]) -> int:
    """Give the line after the table: the first that does not keep to its columns, or is blank and so is the next."""
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.strip():
            following = lines[at + 1] if at + 1 < len(lines) else ""
            if sum(bool(cell) for cell in _slices(following, starts)) < _FEWEST:
                return at
        elif not all(_begins_cell(line, start) for start in starts):
            return at
    return len(lines)


def _begins_cell(line: str, start: int) -> bool:
    return start == 0 or not line[start - 1 : start].strip()


def _slices(line: str, starts: Sequence[int]) -> list[str]:
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _table(document: Document, head: int, end: int, starts: Sequence[int]) -> Table:
    names = _slices(document.lines[head], starts)
    heads = columns_of(names)
    rows: list[list[Cell]] = []
    for at in range(head + 1, end):
        cells = [
            cell_in_line(document.lines[at], at + 1, start, stop) for start, stop in _bounds(document.lines[at], starts)
        ]
        if not any(cells):
            continue
        if rows and not cells[0]:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    blocks = [(place, block) for place, block in enumerate(document.blocks) if head < block.line <= end]
    places = [place for place, _ in blocks] or [0]
    told = tuple(Row(tuple(row), heads, head_of(names, heads)) for row in rows)
    return Table(told, places[0], places[-1], tuple(block for _, block in blocks))


def _bounds(line: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from zip(starts, [*starts[1:], max(len(line), starts[-1])], strict=True)
