"""What the lines and rectangles on a page enclose: boxes with text of their own, and tables with cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from inspect_cli.read.pdf_parts import Box, Page, Piece

_THIN = 3.0
# How far apart lines are that meet all the same, or that are two sides of one.
_MEET = 4.0
_NARROWEST, _LOWEST = 60.0, 14.0
_WHOLE_PAGE = 0.8
_MOST_LINES = 1500
# Boxes side by side hold more than this; the cells of a single row hold less.
_LONGEST_CELL = 160


class Grid(NamedTuple):
    """A table: the places of its upright and level lines, and the upright ones themselves."""

    box: Box
    across: tuple[float, ...]
    down: tuple[float, ...]
    upright: tuple[Box, ...] = ()

    def cell(self, piece: Piece) -> tuple[int, int]:
        """Give the row and column that a piece begins in."""
        middle = piece.base - piece.size / 3
        row = sum(level <= middle for level in self.down[1:-1])
        column = sum(edge <= piece.left + _THIN for edge in self.across[1:-1])
        return row, column

    def crosses_open(self, piece: Piece) -> bool:
        """Say whether a piece runs over a border between columns where none is drawn: its cell is a merged one."""
        edge = self.across[self.cell(piece)[1] + 1]
        middle = piece.base - piece.size / 3
        drawn = any(abs(line.left - edge) < _MEET and line.top < middle < line.bottom for line in self.upright)
        return piece.right > edge + 1 and not drawn


def find_boxes(page: Page) -> tuple[list[Box], list[Grid]]:
    """Give the boxes and the tables drawn on a page that hold words, the larger ones first."""
    boxes: list[Box] = []
    grids: list[Grid] = []
    for group in _touching(_lines(page.boxes)):
        grid = _grid(group)
        whole = grid.box.width * grid.box.height > _WHOLE_PAGE * page.width * page.height
        if whole or grid.box.width < _NARROWEST or grid.box.height < _LOWEST:
            continue
        inside, _ = grid.box.parted(page.pieces)
        if not inside or len(grid.down) < 2 or len(grid.across) < 2:
            continue
        if _is_table(grid, inside):
            grids.append(grid)
        else:
            boxes.extend(_cells(grid) if len(grid.down) == 2 else [grid.box])
    return sorted(boxes, key=lambda box: -box.width * box.height), grids


def _lines(drawn: Iterable[Box]) -> list[Box]:
    """Give lines as they are and rectangles as their four sides, each once."""
    found: dict[tuple[int, int, int, int], Box] = {}
    for box in drawn:
        left, top, right, bottom = box
        sides = [box]
        if box.width > _THIN and box.height > _THIN:
            if box.width < _MEET or box.height < _LOWEST / 2:
                continue
            sides = [
                Box(left, top, right, top),
                Box(left, bottom, right, bottom),
                Box(left, top, left, bottom),
                Box(right, top, right, bottom),
            ]
        for side in sides:
            if max(side.width, side.height) > _LOWEST / 2:
                found.setdefault((round(side[0]), round(side[1]), round(side[2]), round(side[3])), side)
    return list(found.values()) if len(found) <= _MOST_LINES else []


def _touching(lines: Sequence[Box]) -> list[list[Box]]:
    """Put together the lines that meet."""
    order = sorted(lines, key=lambda line: line.top)
    above = list(range(len(order)))

    def root(index: int) -> int:
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    for index, line in enumerate(order):
        for other in range(index + 1, len(order)):
            if order[other].top > line.bottom + _MEET:
                break
            if order[other].left <= line.right + _MEET and order[other].right >= line.left - _MEET:
                above[root(other)] = root(index)
    groups: dict[int, list[Box]] = {}
    for index, line in enumerate(order):
        groups.setdefault(root(index), []).append(line)
    return list(groups.values())


def _grid(lines: Sequence[Box]) -> Grid:
    upright = [line for line in lines if line.height > line.width]
    level = [line for line in lines if line.height <= line.width]
    box = Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
    across = _places([(line.left + line.right) / 2 for line in upright])
    down = _places([(line.top + line.bottom) / 2 for line in level])
    return Grid(box, across, down, tuple(upright))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _MEET:
            kept.append(value)
    return tuple(kept)


def _cells(grid: Grid) -> list[Box]:
    """Give the parts of a box with upright lines and no level ones: boxes side by side."""
    return [Box(left, grid.box.top, right, grid.box.bottom) for left, right in pairwise(grid.across)]


def _is_table(grid: Grid, inside: Sequence[Piece]) -> bool:
    """Say whether the words stand in two columns at the least, and in two rows or in cells of few words."""
    if len(grid.across) < 3:
        return False
    cells: dict[tuple[int, int], int] = {}
    for piece in inside:
        cell = grid.cell(piece)
        cells[cell] = cells.get(cell, 0) + len(piece.text)
    rows, columns = ({cell[axis] for cell in cells} for axis in (0, 1))
    return len(columns) > 1 and (len(rows) > 1 or max(cells.values()) <= _LONGEST_CELL)
