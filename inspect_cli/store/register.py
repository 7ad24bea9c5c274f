"""The opened store: read-only, each table decoded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from inspect_cli.model import Extraction, Figure, Finding, Judgement, Reference, Report, Unclaimed, Ungraded
from inspect_cli.store import tables
from inspect_cli.store.content import Brief, Content, Meta, ShapeError
from inspect_cli.store.loading import damaged, load
from inspect_cli.store.shelf import Shelf, decode_rows
from inspect_cli.store.tables import STORE_FILE, Row, Table
from inspect_cli.store.texts import read_text

Record = TypeVar("Record")
Find = TypeVar("Find", Judgement, Finding, Reference, Ungraded)


class Register(Shelf):
    """All that the store holds. ``exists`` is False where nothing was ever stored; everything is empty then."""

    def __init__(self, folder: Path, content: Content | None, force: str | None = None) -> None:
        self.folder = folder
        self.exists = content is not None
        self.force = force
        self.content = content
        self._content = content or Content({}, Meta())
        self._reports: dict[str, Report | None] = {}

    def of_force(self, force: str) -> Register:
        """Give what concerns one force: of the tables whose rows name a force, those that name it or none."""
        return Register(self.folder, self.content, force)

    def ids(self, letter: str) -> list[str]:
        """Give the ids of the kind of record whose ids begin with ``letter``, those of other forces too.

        The letters are r, j, f, x and a; any other begins none. Raises StoreError.
        """
        table = tables.LETTERS.get(letter)
        with self._sound():
            return self._content.ids(table.name) if table else []

    def begun(self, letter: str, beginning: str) -> list[Row]:
        """Give the rows of the kind whose ids begin with ``letter`` that have ids with this beginning, undecoded.

        Raises StoreError.
        """
        named = [one for one in self.ids(letter) if one.startswith(beginning)]
        with self._sound():
            rows = [self._content.row(tables.LETTERS[letter].name, one) for one in named]
        return [row for row in rows if row]

    def forces_of(self, areas: Iterable[str]) -> set[str]:
        """Give the forces whose the areas with these ids are; raises StoreError."""
        with self._sound():
            rows = [self._content.row(tables.AREAS.name, area) for area in areas]
        return {str(row.get("force")) for row in rows if row}

    def report(self, report: str) -> Report | None:
        """Give the report with this id, None where there is none; raises StoreError."""
        if report not in self._reports:
            with self._sound():
                row = self._content.row(tables.REPORTS.name, report)
            found = decode_rows(Report, [row] if row else [], tables.REPORTS, self.folder)
            self._reports[report] = found[0] if found else None
        return self._reports[report]

    @cached_property
    def _briefs(self) -> dict[str, Brief]:
        with self._sound():
            return {brief.id: brief for brief in self._content.briefs(tables.REPORTS.name)}

    def published(self, report: str) -> date | None:
        """Give the day on which a report was published, None where that or the report is not known."""
        brief = self._briefs.get(report)
        return brief.published if brief else None

    def label(self, year: int) -> str | None:
        """Give the label that the first report of an inspection year has for that, None where none has one."""
        labels = (one.inspection_label for one in self._briefs.values() if one.inspection_year == year)
        return next((label for label in labels if label), None)

    @cached_property
    def figures(self) -> dict[str, tuple[Figure, ...]]:
        """By report id: the figures that belong to no finding."""
        return self._by_owner(tables.FIGURES, Figure)

    @cached_property
    def unclaimed(self) -> dict[str, tuple[Unclaimed, ...]]:
        """By report id: the sentences that hold a trigger word and that no rule used."""
        return self._by_owner(tables.UNCLAIMED, Unclaimed)

    @cached_property
    def _judgements_of(self) -> dict[str, tuple[Judgement, ...]]:
        return _by_report(self.judgements)

    @cached_property
    def _findings_of(self) -> dict[str, tuple[Finding, ...]]:
        return _by_report(self.findings)

    @cached_property
    def _references_of(self) -> dict[str, tuple[Reference, ...]]:
        return _by_report(self.references)

    @cached_property
    def _ungraded_of(self) -> dict[str, tuple[Ungraded, ...]]:
        return _by_report(self.ungraded)

    def extraction(self, report_id: str) -> Extraction:
        """Give all that one report says, as it was stored."""
        return Extraction(
            self._judgements_of.get(report_id, ()),
            self._findings_of.get(report_id, ()),
            self._references_of.get(report_id, ()),
            self.figures.get(report_id, ()),
            self.unclaimed.get(report_id, ()),
            self._ungraded_of.get(report_id, ()),
        )

    def text(self, report: Report) -> tuple[str, ...]:
        """Give the lines of a report's stored text; raises StoreError when it is gone."""
        return read_text(self.folder, report)

    def rows(self, table: Table) -> list[Row]:
        """Give a table's rows undecoded; raises StoreError for what is no table."""
        with self._sound():
            if self.force is not None and table in tables.BY_FORCE:
                return self._content.rows_of_force(table.name, self.force)
            return list(self._content.rows(table.name).values())

    @contextmanager
    def _sound(self) -> Iterator[None]:
        try:
            yield
        except ShapeError as error:
            raise damaged(self.folder / STORE_FILE, str(error)) from error

    def _all(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        return decode_rows(kind, self.rows(table), table, self.folder)

    def _by_owner(self, table: Table, kind: type[Record]) -> dict[str, tuple[Record, ...]]:
        grouped: dict[str, list[Any]] = {}
        for row in self.rows(table):
            grouped.setdefault(str(row.get(table.owner)), []).append(row)
        return {owner: decode_rows(kind, rows, table, self.folder) for owner, rows in grouped.items()}


def _by_report(finds: Iterable[Find]) -> dict[str, tuple[Find, ...]]:
    grouped: dict[str, list[Find]] = {}
    for find in finds:
        grouped.setdefault(find.report, []).append(find)
    return {report: tuple(found) for report, found in grouped.items()}


def open_register(folder: Path) -> Register:
    """Open the store in a data folder for reading, which creates nothing.

    Where there is no store the register is empty. Raises StoreError for a file that is damaged, no store, or written
    by a newer version.
    """
    return Register(folder, load(folder / STORE_FILE))
