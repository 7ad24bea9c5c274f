"""Committee trackers and registers kept as tables: a finding a row, and what its status or colour says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from inspect_cli.extract.aligned import find_aligned
from inspect_cli.extract.cards import find_cards, find_headed, find_in_lines
from inspect_cli.extract.columns import Cell, Row, Table, find_tables, text_of
from inspect_cli.extract.comma import find_comma_tables
from inspect_cli.extract.days import day_of, find_day
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.due import due_of
from inspect_cli.extract.flattened import find_flattened
from inspect_cli.extract.items import find_items
from inspect_cli.extract.legends import colours_of
from inspect_cli.extract.rows import Found, directs, is_told, named_kind, told, without_number
from inspect_cli.extract.sections import Section, first_section, is_own, lines_of, section_after
from inspect_cli.extract.stacked import find_stacked
from inspect_cli.extract.statuses import status_of, verdict_of_cell
from inspect_cli.extract.stream import Stream, Words
from inspect_cli.model import (
    REGISTER_VERDICTS,
    BlockKind,
    Document,
    DocumentKind,
    Finding,
    FindingKind,
    LogEntry,
    Reference,
    Report,
    Verdict,
)
from inspect_cli.reference.forces import force_slug

_LONGEST_STATUS = 60
# A row without a head has a number or kind, a finding and a status; a legend has a colour and its meaning.
_FEWEST_CELLS = 3
# "18/03": the third of the inspection of 2018; "AFI-21-0417".
_REFERENCE_YEAR = re.compile(r"(?:\D{0,6})?\b([12]\d)[/-]\d{1,5}(?:/\d{1,2})?")
# "... each month. (Custody inspection 2019)": which report asked it.
_REPORT_BEHIND = re.compile(r"\s*\((?P<report>[^()]*\b20\d\d(?:[/–-]\d\d)?)\)\.?\Z")


def find_tracked(document: Document, report: Report) -> tuple[list[Finding], list[Reference]]:
    """Give the findings of a tracker's rows, and for each row with a status a reference with its verdict.

    Rows count once however often they are repeated. Legends, and tables that are not about inspections, give none.
    """
    reader = _Reader(document, report)
    in_tables = {id(block) for table in reader.tables for block in table.blocks}
    kinds = (BlockKind.PARAGRAPH, BlockKind.BULLET)
    stream = Stream(document, [one for one in document.blocks if one.kind in kinds and id(one) not in in_tables])
    rows = [*reader.of_tables(), *find_flattened(stream, report, reader.colours, reader.first)]
    if not rows:
        rows = list(find_items(stream, report, reader.first))
    return told(report, rows)


def tables_of(document: Document) -> list[Table]:
    """Give the document's tables in order, however they are laid out; of two readings of a stretch the first."""
    blocks = document.blocks
    found = [*find_tables(blocks), *find_aligned(document), *find_comma_tables(document)]
    found += [*find_stacked(blocks), *find_cards(blocks), *find_headed(blocks), *find_in_lines(blocks)]
    held: set[int] = set()
    tables: list[Table] = []
    for table in found:
        places = {id(block) for block in table.blocks}
        if not places & held:
            tables.append(table)
            held |= places
    return sorted(tables, key=lambda table: (table.first, table.last))


class _Reader:
    """Reads a document's tables, each under the headings above it."""

    def __init__(self, document: Document, report: Report) -> None:
        self.report = report
        self._blocks = document.blocks
        self._stream = Stream(document, document.blocks)
        self.tables = tables_of(document)
        self.first = first_section(report, self._stream.text)
        self.colours = colours_of(self._stream.text, self._rows_begin())

    def _rows_begin(self) -> int:
        """Where the first row stands that is one of findings: what its table has above that may be the legend."""
        rows = (row for table in self.tables for row in table.rows if "finding" in row.heads)
        line = next((cell[0].line for row in rows for cell in row.cells if cell), None)
        starts = zip(self._blocks, self._stream.starts, strict=True)
        places = (start for block, start in starts if line is not None and block.pieces[-1].line >= line)
        return next(places, len(self._stream.text))

    def of_tables(self) -> Iterator[Found]:
        section, after = self.first, 0
        for table in self.tables:
            section = section_after(section, self._lines(after, table.first))
            after = table.last + 1
            yield from self._of_table(table, section)

    def _lines(self, first: int, last: int) -> str:
        return lines_of(self._blocks[first:last])

    def _of_table(self, table: Table, section: Section) -> Iterator[Found]:
        for row in table.rows:
            filled = [cell for cell in row.cells if cell]
            if len(filled) == 1 and not directs(text_of(filled[0])):
                section = section_after(section, text_of(filled[0]))
            elif found := self._of_row(row, section):
                yield found

    def _of_row(self, row: Row, section: Section) -> Found | None:
        cell = row.cell("finding") if row.heads else _told_cell(row.cells)
        if not cell or not is_told(text_of(cell)):
            return None
        first, numbered = without_number(cell[0])
        kind = numbered or _kind_in_cells(row) or named_kind(row.finding_head)
        section = self._section_of(row, section)
        text = text_of((first, *cell[1:]))
        if (behind := _REPORT_BEHIND.search(text)) and "report" not in row.heads:
            text, section = text[: behind.start()], replace(section_after(section, behind["report"]), kind=section.kind)
        words = self._stream.joined((first, *cell[1:]), text)
        formal = (
            kind is not None or named_kind(row.finding_head) is not None or "recommendation" in row.finding_head.lower()
        )
        if words is None or not section.inspects or not (formal or section.mixed or directs(words.text)):
            return None
        if kind is None and is_own(row.text("kind")):
            return None
        status = row.cell("status") if row.heads else _status_cell(row.cells, self.colours)
        if not formal and not status:
            return None
        if kind is None and section.mixed:
            kind = None if directs(words.text) else FindingKind.CAUSE_OF_CONCERN
        return self._found(row, section, words, kind or section.kind or FindingKind.RECOMMENDATION, status)

    def _found(self, row: Row, section: Section, words: Words, kind: FindingKind, status: Cell) -> Found:
        said = text_of(status)
        known = status_of(said) if self.report.kind is DocumentKind.REGISTER else None
        verdict = REGISTER_VERDICTS[known] if known else self._verdict(said)
        pieces = sorted((*words.pieces, *status), key=lambda piece: (piece.span.line, piece.span.start))
        log: tuple[LogEntry, ...] = ()
        day = _day(row.text("date"))
        if known and (shown := self._stream.joined(status)):
            log = (LogEntry(day, known, "", True, shown.span),)
        return Found(
            words=words,
            kind=kind,
            section=section,
            force=self._force(row),
            verdict=verdict,
            state=self._stream.joined(pieces, words.text) if verdict else None,
            deadline=deadline_of(words.text) or due_of(row.text("due")),
            log=log,
        )

    def _section_of(self, row: Row, section: Section) -> Section:
        """What a row that names its own report stands under; where that names no year, the day told gives it."""
        named = row.text("report")
        if not named:
            year = _year_in_number(row)
            return replace(section, year=year) if year and section.year else section
        own = section_after(Section(None, None, section.kind, section.inspects), named)
        day = _day(row.text("date")) or _day(named)
        return replace(own, year=own.year or _year_in_number(row) or (day.year if day else section.year))

    def _verdict(self, said: str) -> Verdict | None:
        return verdict_of_cell(said, self.colours) if said and len(said) <= _LONGEST_STATUS else None

    def _force(self, row: Row) -> str | None:
        """The force that a row names; of all forces, and of several, none in particular."""
        named = row.text("force")
        return force_slug(named) if named else self.report.force


def _year_in_number(row: Row) -> int | None:
    year = _REFERENCE_YEAR.fullmatch(row.text("number"))
    return 2000 + int(year[1]) if year else None


def _kind_in_cells(row: Row) -> FindingKind | None:
    """The kind that a row names in its own cell, or with its number ("AFI 3")."""
    names = [row.text(name) for name in ("kind", "number")] if row.heads else [text_of(cell) for cell in row.cells]
    kinds = (named_kind(name) for name in names if name and not is_told(name.replace("improvement", "")))
    return next(filter(None, kinds), None)


def _told_cell(cells: Sequence[Cell]) -> Cell:
    """In a table without a head, the finding is the longest cell that directs somebody."""
    if sum(bool(cell) for cell in cells) < _FEWEST_CELLS:
        return ()
    directing = [cell for cell in cells if directs(text_of(cell))]
    return max(directing, key=lambda cell: len(text_of(cell)), default=())


def _status_cell(cells: Sequence[Cell], colours: dict[str, Verdict]) -> Cell:
    short = (cell for cell in cells if cell and len(text_of(cell)) <= _LONGEST_STATUS)
    return next((cell for cell in short if verdict_of_cell(text_of(cell), colours)), ())


def _day(words: str) -> date | None:
    found = find_day(words)
    return day_of(found) if found else None
