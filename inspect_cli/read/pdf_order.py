"""The reading order of a page: columns one after the other, what goes across them before or after, boxes in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from inspect_cli.read.pdf_boxes import Grid, find_boxes
from inspect_cli.read.pdf_parts import Box, Page, Piece, Row, rows_of

# A column has at least so many lines, and lines of so many letters; a good part of them are nearly full.
_FEWEST_LINES, _FEWEST_LETTERS = 3, 14
_FULL, _SHARE_FULL = 0.8, 0.34
_SHARE_LEVEL = 0.6
_GUTTER = 0.7
_NARROWEST = 0.12
_ALIGNED = 3.0
_PARAGRAPH = 1.35
_MOST_EDGES = 12
_DEEPEST = 8
_HEADING = 1.12
_TAIL_GAP = 1.6
# How far from its mark an item's words begin at the most, in shares of their size; how far lines are set in.
_MARK_ROOM = 5
_INDENT = 24.0

_LEFT, _TOP = attrgetter("left"), attrgetter("top")


class Flow(NamedTuple):
    """Rows that are read on from one to the next: each the pieces on one baseline, from left to right.

    ``boxed``: apart from the text around it. ``grid``: a table, whose pieces stand in its cells.
    """

    rows: tuple[Row, ...]
    left: float
    right: float
    boxed: bool = False
    grid: Grid | None = None


class Item(NamedTuple):
    """Something that is put in order as one: a piece with the mark before it, or a box or table with what it holds."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    pieces: tuple[Piece, ...] = ()
    flows: tuple[Flow, ...] = ()

    @property
    def lines(self) -> float:
        """How many lines it is high."""
        return 1.0 if self.pieces else max(1.0, (self.bottom - self.top) / (1.2 * self.size))


def reading_order(page: Page, body: float) -> list[Flow]:
    """Give the flows of a page in the order in which they are read; ``body`` is the size of most of the text."""
    boxes, grids = find_boxes(page)
    return _Arranger(page.width, body).arrange(page.pieces, boxes, grids)


class _Arranger:
    """Puts the pieces and boxes of one page in order."""

    def __init__(self, width: float, body: float) -> None:
        self._width = width
        self._body = body

    def arrange(
        self, pieces: Sequence[Piece], boxes: Sequence[Box], grids: Sequence[Grid], deep: int = 0
    ) -> list[Flow]:
        """Give the flows of what stands on a page or in a box; what a box or table holds stays together."""
        items: list[Item] = []
        loose = list(pieces)
        for grid in grids:
            held, loose = grid.box.parted(loose)
            if held:
                flow = Flow(rows_of(held), grid.box.left, grid.box.right, boxed=True, grid=grid)
                items.append(Item(*grid.box, self._body, (), (flow,)))
        for box in _outermost(boxes) if deep < _DEEPEST else ():
            held, loose = box.parted(loose)
            if held:
                inner = [other for other in boxes if other is not box and box.encloses(other)]
                flows = self.arrange(held, inner, (), deep + 1)
                items.append(Item(*box, self._body, (), tuple(flow._replace(boxed=True) for flow in flows)))
        items.extend(_marked(loose))
        return self._split(sorted(items, key=lambda item: (item.top, item.left)), deep)

    def _split(self, items: Sequence[Item], deep: int) -> list[Flow]:
        """Read columns one after the other where there are such; what goes across parts them into bands."""
        best: list[tuple[bool, list[Item]]] = []
        most = 0.0
        edges = _column_edges(items) if deep < _DEEPEST and len(items) >= 2 * _FEWEST_LINES else []
        for edge in edges:
            bands = list(self._bands(items, edge))
            inside = sum(item.lines for side_by_side, band in bands if side_by_side for item in band)
            if inside > most:
                best, most, at = bands, inside, edge
        if not best:
            return _plain_flows(items)
        flows: list[Flow] = []
        for side_by_side, band in best:
            if side_by_side:
                flows += self._split([item for item in band if item.left < at - _ALIGNED], deep + 1)
                flows += self._split([item for item in band if item.left >= at - _ALIGNED], deep + 1)
            elif len(band) < len(items):
                flows += self._split(band, deep + 1)
        return flows

    def _bands(self, items: Sequence[Item], edge: float) -> Iterable[tuple[bool, list[Item]]]:
        """Cut a region at what goes across ``edge``: (True, items) for a band with a column on either side of it."""
        plain: list[Item] = []
        for band, across in self._uncrossed(items, edge):
            side_by_side, tail = self._cut_tail(band, edge) if _has_sides(band, edge) else ([], band)
            if side_by_side and self._is_columns(side_by_side, edge):
                if plain:
                    yield False, plain
                yield True, side_by_side
                plain = tail
            else:
                plain += band
            plain += across
        if plain:
            yield False, plain

    def _uncrossed(self, items: Sequence[Item], edge: float) -> Iterable[tuple[list[Item], list[Item]]]:
        """Give what stands between things that go across ``edge``, each with the one that ends it."""
        before, over, heading = edge - _ALIGNED, edge - _GUTTER * self._body, _HEADING * self._body
        band: list[Item] = []
        for item in items:
            across = item.left < before and item.right > over
            if across or (item.size >= heading and self._parts(item, items, edge)):
                yield band, [item]
                band = []
            else:
                band.append(item)
        yield band, []

    def _cut_tail(self, band: list[Item], edge: float) -> tuple[list[Item], list[Item]]:
        """Part from a band what stands below a wide gap at its foot, where the second column is over."""
        second = max((item.bottom for item in band if item.left >= edge - _ALIGNED), default=0.0)
        reached = 0.0
        for index, item in enumerate(band):
            level = second <= item.top and reached < second + 3 * self._body
            if reached and level and item.top - reached > _TAIL_GAP * self._body:
                return band[:index], band[index:]
            reached = max(reached, item.bottom)
        return band, []

    def _parts(self, item: Item, items: Sequence[Item], edge: float) -> bool:
        """Say whether a heading, larger than the text, goes across two columns: nothing stands beside it."""
        if not item.pieces or item.left >= edge - _ALIGNED:
            return False
        beside = [other for other in items if other.left >= edge - _ALIGNED]
        clear = all(other.bottom < item.top or other.top > item.bottom for other in beside)
        return clear and any(other.bottom < item.top for other in beside) and any(o.top > item.bottom for o in beside)

    def _is_columns(self, band: Sequence[Item], edge: float) -> bool:
        """Say whether the two sides of a band are columns, and not the cells of a table.

        Columns of prose are; so are others whose lines stand at heights of their own.
        """
        if not _has_sides(band, edge):
            return False
        sides = _sides(band, edge)
        shared = min(max(i.bottom for i in side) for side in sides) - max(min(i.top for i in side) for side in sides)
        if shared < 2 * self._body:
            return False
        rows = rows_of(_pieces(sides[0])), rows_of(_pieces(sides[1]))
        prose = sum(map(self._is_prose, sides, rows))
        if prose == 2:
            return not _in_step(*rows)
        return min(map(len, sides)) > _FEWEST_LINES and _level(*rows) < (_SHARE_LEVEL if prose else _SHARE_LEVEL / 2)

    def _is_prose(self, side: Sequence[Item], rows: Sequence[Row]) -> bool:
        # One line that sticks out does not make a column wider.
        rights = sorted(item.right for item in side)
        left, right = min(item.left for item in side), rights[int(0.85 * (len(rights) - 1))]
        width = right - left
        if width < _NARROWEST * self._width:
            return False
        if not rows:
            return True
        letters = median(sum(len(piece.text) for piece in row) for row in rows)
        full = sum(row[-1].right >= left + _FULL * width for row in rows)
        return letters >= _FEWEST_LETTERS and full >= _SHARE_FULL * len(rows)


def _sides(band: Sequence[Item], edge: float) -> tuple[list[Item], list[Item]]:
    """Give what begins before ``edge`` and what begins at it."""
    before = edge - _ALIGNED
    return [item for item in band if item.left < before], [item for item in band if item.left >= before]


def _has_sides(band: Sequence[Item], edge: float) -> bool:
    """Say whether enough lines for a column stand on either side of ``edge``."""
    return len(band) > 1 and all(
        len(side) >= _FEWEST_LINES or sum(item.lines for item in side) >= _FEWEST_LINES for side in _sides(band, edge)
    )


def _pieces(items: Iterable[Item]) -> list[Piece]:
    return [piece for item in items for piece in item.pieces]


def _marked(pieces: Sequence[Piece]) -> list[Item]:
    """Put bullets and numbers together with the words after them."""
    found: list[Item] = []
    mark: Piece | None = None
    for piece in pieces:
        left, size = piece.left, piece.size
        held: tuple[Piece, ...] = (piece,)
        if (
            mark is not None
            and abs(piece.base - mark.base) < mark.size / 2
            and 0 < left - mark.left < _MARK_ROOM * size
        ):
            left, held = mark.left, (mark, piece)
            del found[-1]
        found.append(Item(left, piece.base - size, piece.right, piece.base + size / 4, size, held))
        mark = piece if piece.is_mark else None
    return found


def _outermost(boxes: Sequence[Box]) -> list[Box]:
    """Give the boxes that stand in no other; the larger ones come first."""
    found: list[Box] = []
    for box in boxes:
        if not any(other.encloses(box) for other in found):
            found.append(box)
    return found


def _column_edges(items: Sequence[Item]) -> list[float]:
    """Give the places where several lines begin, the most used first; those at the left edge begin no second column."""
    order = sorted(items, key=_LEFT)
    used: list[tuple[float, float]] = []
    begin = 0
    for index, item in enumerate(order):
        if item.left - order[begin].left > _ALIGNED:
            begin = index
        if begin == index and item.left > order[0].left + 3 * item.size:
            lines = sum(other.lines for other in order[index:] if other.left <= item.left + _INDENT)
            if lines >= _FEWEST_LINES:
                used.append((lines, item.left))
    return [left for _, left in sorted(used, key=lambda one: (-one[0], one[1]))[:_MOST_EDGES]]


def _in_step(one: Sequence[Row], two: Sequence[Row]) -> bool:
    """Say whether two columns leave wide gaps between their lines at the same heights: they are cells of rows."""
    starts = [_starts(side) for side in (one, two)]
    if min(map(len, starts)) < 2:
        return False
    both = sum(any(abs(a - b) <= _ALIGNED for b in starts[1]) for a in starts[0])
    return both >= 0.75 * max(map(len, starts))


def _level(one: Sequence[Row], two: Sequence[Row]) -> float:
    """Give the share of lines that stand at the height of one on the other side, for the side with fewer lines."""
    bases = [[row[0].base for row in side] for side in (one, two)]
    few, many = sorted(bases, key=len)
    return sum(any(abs(base - other) < 1 for other in many) for base in few) / max(len(few), 1)


def _starts(rows: Sequence[Row]) -> list[float]:
    """Give the baselines of the lines that follow a gap."""
    bases = [row[0].base for row in rows]
    steps = [below - above for above, below in pairwise(bases)]
    if not steps:
        return []
    usual = sorted(steps)[len(steps) // 4]
    return [below for (_, below), step in zip(pairwise(bases), steps, strict=True) if step > _PARAGRAPH * usual]


def _plain_flows(items: Sequence[Item]) -> list[Flow]:
    """Give one column from top to bottom: its pieces as flows, its boxes and tables between them."""
    flows: list[Flow] = []
    pieces: list[Piece] = []
    left = min((item.left for item in items), default=0.0)
    right = max((item.right for item in items), default=0.0)
    for item in sorted(items, key=_TOP):
        if item.pieces:
            pieces.extend(item.pieces)
            continue
        if pieces:
            flows.append(Flow(rows_of(pieces), left, right))
            pieces = []
        flows.extend(item.flows)
    return [*flows, Flow(rows_of(pieces), left, right)] if pieces else flows
