"""Lines into blocks: paragraphs whole again, bullets with their markers, lines that stand alone, furniture marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from inspect_cli.model import Block, BlockKind, Piece, join_lines
from inspect_cli.read.clean import is_furniture
from inspect_cli.read.rows import Row, make_row
from inspect_cli.read.wrap import Wrapping, find_wrapping

_OPENING = re.compile(r"[\"“]")
_CLOSED = re.compile(r"[\"”]\Z")
_SPEECH = re.compile(r"[\"“][A-Z][^\"”]*\Z")
_INTRODUCES = re.compile(
    r"(?:,|\b(?:said|says?|that|as|of|the|a|an|and|or|to|in|at|on|for|with|by|from|into|about|called|is|was|read|states?))\Z"
)
_TITLE = 8
_COUNT = re.compile(r"\d+|[a-z]")


def make_blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """Give the blocks of a text in order; blank lines and bullets without words leave none."""
    rows = [row for number, line in enumerate(lines, start=1) if (row := make_row(number, line))]
    wrapping = find_wrapping(rows)
    groups: list[list[Row]] = []
    for row, after in zip_longest(rows, rows[1:]):
        if groups and _continues(groups[-1], row, wrapping) and not _is_title(groups[-1], row, after, wrapping):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_block(group) for group in groups if any(row.words for row in group))


def _block(group: Sequence[Row]) -> Block:
    first = group[0]
    starts = [first.start, *(row.end - len(row.whole) for row in group[1:])]
    pieces = tuple(
        Piece(row.number, start, row.end) for row, start in zip(group, starts, strict=True) if start < row.end
    )
    text = join_lines([row.line[start : row.end] for row, start in zip(group, starts, strict=True)])
    return Block(_kind(first, text), text, pieces, first.marker)


def _kind(first: Row, text: str) -> BlockKind:
    if is_furniture(text):
        return BlockKind.FURNITURE
    return BlockKind.BULLET if first.marker and not first.is_heading else BlockKind.PARAGRAPH


def _continues(group: Sequence[Row], below: Row, wrapping: Wrapping) -> bool:
    """Say whether a line goes on with the paragraph above it."""
    first, above = group[0], group[-1]
    gap = below.number - above.number - 1
    if gap > 1 or below.is_heading:
        return False
    if not above.words:
        return not below.marker
    broken = gap == 0 and wrapping.broke(above, below)
    if above.stands_alone and len(group) == 1:
        return broken and below.starts_lower and not below.marker
    if below.marker:
        return broken and not above.is_final and not _next_item(group, below)
    if below.stands_alone:
        return broken and bool(_INTRODUCES.search(above.words)) and not below.is_grade
    if broken:
        return not _starts_anew(group, below)
    if first.is_heading or above.is_final:
        return False
    return _runs_on(first, above, below, gap)


def _is_title(group: Sequence[Row], below: Row, after: Row | None, wrapping: Wrapping) -> bool:
    """Say whether a line after a whole sentence is a heading: a few words on one line, and no sentence ends there."""
    if group[0].marker or not group[-1].is_final or _finishes(below) or _INTRODUCES.search(below.words):
        return False
    alone = after is None or after.number > below.number + 1 or not wrapping.broke(below, after)
    return alone and below.words.count(" ") < _TITLE


def _finishes(row: Row) -> bool:
    return row.is_final and not row.words.endswith(":")


def _runs_on(first: Row, above: Row, below: Row, gap: int) -> bool:
    """Say whether grammar makes two lines one sentence, though no wrapping broke them."""
    if gap:
        return below.starts_lower and (not first.marker or above.is_hanging)
    return below.starts_lower or above.is_hanging


def _next_item(group: Sequence[Row], below: Row) -> bool:
    """Say whether a marker goes on with the list that the block above belongs to."""
    before, after = _COUNT.search(group[0].marker), _COUNT.search(below.marker)
    if before and after:
        one, two = before.group(), after.group()
        return int(two) == int(one) + 1 if (one + two).isdigit() else len(one + two) == 2 and ord(two) == ord(one) + 1
    return group[0].marker == below.marker


def _starts_anew(group: Sequence[Row], below: Row) -> bool:
    """Say whether a paragraph begins at a break that wrapping could have made: next speech, or text after furniture."""
    above = group[-1]
    if not above.is_final:
        return bool(_SPEECH.match(below.words)) and not _INTRODUCES.search(above.words)
    speech, closed = _OPENING.match(group[0].words), _CLOSED.search(above.words)
    if speech and closed:
        return True
    if _OPENING.match(below.words) and (speech or closed or above.words.endswith(":")):
        return True
    return is_furniture(join_lines([row.whole for row in group]))
