"""Lines into blocks: paragraphs whole again, bullets with their markers, lines that stand alone, furniture marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from inspect_cli.model import Block, BlockKind, Piece, join_lines
from inspect_cli.read.clean import is_furniture
from inspect_cli.read.joins import continues
from inspect_cli.read.reader import Text
from inspect_cli.read.rows import Row, make_rows
from inspect_cli.read.wrap import find_wrapping

# What Markdown draws below the head of a table.
_RULE = re.compile(r"[|:\s-]+")


def make_blocks(text: Text) -> tuple[Block, ...]:
    """Give the blocks of a text in order; blank lines and bullets without words leave none."""
    rows = [row for number, line in enumerate(text.lines, start=1) for row in make_rows(number, line)]
    groups = [[row] for row in rows] if text.whole else _paragraphs(list(_over_pages(rows, text)))
    return tuple(_block(group, text.page_starts) for group in groups if any(row.words for row in group))


def _over_pages(rows: Sequence[Row], text: Text) -> Iterator[Row]:
    """Mark the rows that stand right after a running head: but for that they would stand next to the row above."""
    if not text.blanked:
        yield from rows
        return
    last = 0
    for row in rows:
        between = range(last, row.number - 1)
        new_page = last > 0 and any(number in text.blanked for number in between)
        yield replace(row, new_page=True) if new_page else row
        last = row.number


def _paragraphs(rows: Sequence[Row]) -> list[list[Row]]:
    wrapping = find_wrapping(rows)
    groups: list[list[Row]] = []
    for row, after in zip_longest(rows, rows[1:]):
        if groups and continues(groups[-1], row, after, wrapping):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _block(group: Sequence[Row], page_starts: Sequence[int]) -> Block:
    first = group[0]
    starts = [first.start, *(row.end - len(row.whole) for row in group[1:])]
    placed = [(row, start) for row, start in zip(group, starts, strict=True) if start < row.end]
    text = join_lines([row.line[start : row.end] for row, start in placed])
    pieces = tuple(Piece(row.number, start, row.end) for row, start in placed)
    page = bisect_right(page_starts, first.number) if page_starts else None
    return Block(_kind(first, text), text, pieces, first.marker, page)


def _kind(first: Row, text: str) -> BlockKind:
    if is_furniture(text) or ("--" in first.whole and _RULE.fullmatch(first.whole)):
        return BlockKind.FURNITURE
    if first.is_row:
        return BlockKind.ROW
    return BlockKind.BULLET if first.marker and not first.is_heading else BlockKind.PARAGRAPH
