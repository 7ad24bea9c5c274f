"""Tables of word processors: rows of cells, or a frame that was drawn around paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspect_cli.read.marks import Line, row


class Cell(NamedTuple):
    """A cell's lines, and whether another table stands in it."""

    lines: Sequence[Line]
    nests: bool = False

    @property
    def words(self) -> str:
        """The cell's lines as one."""
        return " ".join(line.text.strip().lstrip("#") for line in self.lines if line.text)


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """Give a table's rows; one that only frames or places paragraphs gives these as they stand."""
    if _is_frame(rows):
        for cells in rows:
            for cell in cells:
                yield from cell.lines
    else:
        for cells in rows:
            yield row(cell.words for cell in cells)


def _is_frame(rows: Sequence[Sequence[Cell]]) -> bool:
    """Say whether a table is a frame: one column, a table in a table, or one row of several paragraphs each."""
    if all(len(cells) <= 1 for cells in rows) or any(cell.nests for cells in rows for cell in cells):
        return True
    return len(rows) == 1 and any(sum(bool(line.text) for line in cell.lines) > 1 for cell in rows[0])
