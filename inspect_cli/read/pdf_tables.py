"""Rows of tables: words in the cells that lines draw, or in columns that neighbouring rows share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspect_cli.read.pdf_boxes import Grid
from inspect_cli.read.pdf_parts import Piece, Row
from inspect_cli.read.pdf_words import Joiner

_ALIGNED = 5.0
# A line that follows closer than this share of the usual step goes on with the row above.
_NEW_ROW = 1.25
_MOST_SINGLE = 3


def grid_rows(rows: Sequence[Row], grid: Grid, joiner: Joiner) -> Iterator[tuple[list[Row], tuple[str, ...]]]:
    """Give the rows of a table with drawn cells: the lines that each was made of, and its cells."""
    columns = max(len(grid.across) - 1, 1)
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(grid.cell(row[0])[0], []).append(row)
    for number in sorted(groups):
        held: list[list[str]] = [[] for _ in range(columns)]
        for row in groups[number]:
            for column, text in _by_column(row, grid):
                held[column].append(text)
        cells = tuple(joiner.join(parts) for parts in held)
        yield groups[number], ("".join(cells),) if _is_merged(groups[number], grid, cells) else cells


def _is_merged(rows: Sequence[Row], grid: Grid, cells: Sequence[str]) -> bool:
    """Say whether a row's only words run across the borders of cells: it is one cell, a heading between rows."""
    if sum(map(bool, cells)) != 1:
        return False
    return any(grid.crosses_open(piece) for row in rows for piece in row)


def _by_column(row: Row, grid: Grid) -> Iterator[tuple[int, str]]:
    texts: dict[int, list[str]] = {}
    for piece in row:
        texts.setdefault(grid.cell(piece)[1], []).append(piece.text)
    yield from ((column, " ".join(parts)) for column, parts in texts.items())


def table_rows(rows: Sequence[Row], joiner: Joiner) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Find tables without lines: by the row where it begins, where each row of a table ends, and its cells."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        if end > index:
            found.update(_records(rows, index, end, joiner))
        index = max(end, index + 1)
    return found


def _cells(row: Row) -> Row:
    return row[1:] if row[0].is_mark and len(row) > 1 else row


def _table_end(rows: Sequence[Row], start: int) -> int:
    """Give the row after the last of a table that begins at ``start``; ``start`` where there is none."""
    if len(rows[start]) < 2 or len(_cells(rows[start])) < 2:
        return start
    last, several, single = start, 1, 0
    columns = list(_cells(rows[start]))
    for index in range(start + 1, len(rows)):
        cells = _cells(rows[index])
        if rows[index][0].base - rows[last][0].base > 6 * cells[0].size:
            break
        if len(cells) > 1:
            if not _fits(cells, columns):
                break
            last, several, single = index, several + 1, 0
            columns.extend(cells)
        elif single == _MOST_SINGLE or not _continues(cells[0], columns, rows[index - 1]):
            break
        else:
            single += 1
            if cells[0].left > columns[0].left + _ALIGNED:
                last = index
    return last + 1 if several > 1 else start


def _fits(cells: Row, columns: Sequence[Piece]) -> bool:
    """Say whether cells after the first begin or end where others do."""
    return all(
        any(abs(cell.left - other.left) <= _ALIGNED or abs(cell.right - other.right) <= _ALIGNED for other in columns)
        for cell in cells[1:]
    )


def _continues(cell: Piece, columns: Sequence[Piece], above: Row) -> bool:
    """Say whether a lone piece is the rest of a cell: it begins where a cell does, and ends before the next."""
    starts = sorted({other.left for other in columns})
    begins = any(abs(cell.left - left) <= _ALIGNED for left in starts)
    nexts = [left for left in starts if left > cell.left + _ALIGNED]
    near = cell.base - above[0].base < 1.6 * cell.size
    return begins and near and not (nexts and cell.right > nexts[0])


def _records(
    rows: Sequence[Row], start: int, end: int, joiner: Joiner
) -> Iterator[tuple[int, tuple[int, tuple[str, ...]]]]:
    columns = _columns([piece for row in rows[start:end] if len(_cells(row)) > 1 for piece in _cells(row)])
    placed = [_place(row, columns) for row in rows[start:end]]
    steps = [below[0].base - above[0].base for above, below in pairwise(rows[start:end])]
    usual = min((step for step in steps if step > 1), default=0.0)
    spaced = any(step > _NEW_ROW * usual for step in steps)
    cuts = [0]
    for index, step in enumerate(steps, start=1):
        cells = placed[index]
        lacking = spaced and any(one and not two for one, two in zip(placed[cuts[-1]], cells, strict=True))
        rest = not cells[0] or lacking or any(text[:1].islower() for text in cells)
        if step > _NEW_ROW * usual or not rest:
            cuts.append(index)
    for first, after in pairwise([*cuts, end - start]):
        texts = tuple(
            joiner.join([text for text in column if text]) for column in zip(*placed[first:after], strict=True)
        )
        yield start + first, (start + after, texts)


def _place(row: Row, columns: Sequence[tuple[float, float]]) -> list[str]:
    """Give the words of a row by column."""
    texts = ["" for _ in columns]
    for piece in row:
        column = sum(piece.left > right for _, right in columns[:-1])
        texts[column] = f"{texts[column]} {piece.text}".strip()
    return texts


def _columns(cells: Sequence[Piece]) -> list[tuple[float, float]]:
    """Give the stretches across the page that cells share."""
    found: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        if found and cell.left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.right))
        else:
            found.append((cell.left, cell.right))
    return found
