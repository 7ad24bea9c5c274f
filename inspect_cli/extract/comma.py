"""Tables exported as lines whose cells commas part, in quotation marks where a cell holds a comma of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspect_cli.extract.columns import Row, Table, cell_in_line, head_of
from inspect_cli.model import Document
from inspect_cli.reference.heads import columns_of, comma_cells, comma_in, heads_findings


def find_comma_tables(document: Document) -> Iterator[Table]:
    """Give the tables whose head is a line of names with commas between; they end at a line of fewer cells."""
    lines = document.lines
    at = 0
    while at < len(lines):
        comma = comma_in(lines[at])
        names = [lines[at][start:end] for start, end in comma_cells(lines[at], comma)]
        if not heads_findings(names):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and len(comma_cells(lines[end], comma)) >= len(names):
            end += 1
        yield _table(document, at, end, names)
        at = end


def _table(document: Document, head: int, end: int, names: Sequence[str]) -> Table:
    heads = columns_of(names)
    comma = comma_in(document.lines[head])
    spans = [comma_cells(document.lines[at], comma) for at in range(head + 1, end)]
    rows = [
        [cell_in_line(document.lines[at], at + 1, *span) for span in _mended(cells, heads["finding"], len(names))]
        for at, cells in enumerate(spans, head + 1)
    ]
    blocks = [(place, block) for place, block in enumerate(document.blocks) if head < block.line <= end]
    places = [place for place, _ in blocks] or [0]
    told = tuple(Row(tuple(cells), heads, head_of(names, heads)) for cells in rows)
    return Table(told, places[0], places[-1], tuple(block for _, block in blocks))


def _mended(cells: Sequence[tuple[int, int]], finding: int, width: int) -> Sequence[tuple[int, int]]:
    """Give a line's cells; commas too many without quotation marks are the finding's own."""
    more = len(cells) - width
    whole = (cells[finding][0], cells[finding + more][1])
    return [*cells[:finding], whole, *cells[finding + more + 1 :]]
