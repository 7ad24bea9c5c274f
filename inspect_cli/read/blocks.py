"""Lines into blocks: paragraphs whole again, bullets with their markers, lines that stand alone, furniture marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from inspect_cli.model import Block, BlockKind, Piece, join_lines
from inspect_cli.read.clean import is_furniture
from inspect_cli.read.joins import continues
from inspect_cli.read.rows import Row, make_rows
from inspect_cli.read.wrap import find_wrapping


def make_blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """Give the blocks of a text in order; blank lines and bullets without words leave none."""
    rows = [row for number, line in enumerate(lines, start=1) for row in make_rows(number, line)]
    wrapping = find_wrapping(rows)
    groups: list[list[Row]] = []
    for row, after in zip_longest(rows, rows[1:]):
        if groups and continues(groups[-1], row, after, wrapping):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_block(group) for group in groups if any(row.words for row in group))


def _block(group: Sequence[Row]) -> Block:
    first = group[0]
    starts = [first.start, *(row.end - len(row.whole) for row in group[1:])]
    placed = [(row, start) for row, start in zip(group, starts, strict=True) if start < row.end]
    text = join_lines([row.line[start : row.end] for row, start in placed])
    pieces = tuple(Piece(row.number, start, row.end) for row, start in placed)
    return Block(_kind(first, text), text, pieces, first.marker)


def _kind(first: Row, text: str) -> BlockKind:
    if is_furniture(text):
        return BlockKind.FURNITURE
    return BlockKind.BULLET if first.marker and not first.is_heading else BlockKind.PARAGRAPH
