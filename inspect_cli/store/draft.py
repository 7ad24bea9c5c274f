"""Changing the store: a draft made under the lock, written as one or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from inspect_cli.errors import StoreError
from inspect_cli.model import (
    Event,
    Extraction,
    Figure,
    Finding,
    Judgement,
    Linked,
    Reference,
    Report,
    Unclaimed,
    Ungraded,
)
from inspect_cli.store import tables
from inspect_cli.store.backups import next_change
from inspect_cli.store.codec import encode
from inspect_cli.store.committing import Written, put_texts, replace_store
from inspect_cli.store.content import SCHEMA, Content, Meta
from inspect_cli.store.files import as_store_error, sweep
from inspect_cli.store.loading import load_again
from inspect_cli.store.locking import Writing, locked
from inspect_cli.store.register import Register
from inspect_cli.store.shelf import Shelf, decode_rows
from inspect_cli.store.tables import META, STORE_FILE, Row, Table
from inspect_cli.store.texts import checksum_of, encode_text, text_file

Record = TypeVar("Record")

_OF_A_REPORT = (
    tables.JUDGEMENTS,
    tables.FINDINGS,
    tables.REFERENCES,
    tables.FIGURES,
    tables.UNCLAIMED,
    tables.UNGRADED,
)


class Draft(Shelf):
    """The store as it will be: what is put or dropped here is seen by the draft at once and stored at the end.

    Rows are kept by their owner, so that taking in a hundred reports costs no more for each than taking in one.
    """

    def __init__(self, stored: Register) -> None:
        self.folder = stored.folder
        self._content = stored.content or Content({}, Meta())
        # What is stored as the change begins, whatever is put or dropped.
        self.stored = stored
        self._groups: dict[str, dict[str, list[Row]]] = {}
        self._touched: set[str] = set()
        self._texts: dict[Path, bytes] = {}
        self._recounted = False

    def extraction(self, report_id: str) -> Extraction:
        """Give all that one report says; empty for a report that is not there."""
        return Extraction(
            self._of_report(tables.JUDGEMENTS, Judgement, report_id),
            self._of_report(tables.FINDINGS, Finding, report_id),
            self._of_report(tables.REFERENCES, Reference, report_id),
            self._of_report(tables.FIGURES, Figure, report_id),
            self._of_report(tables.UNCLAIMED, Unclaimed, report_id),
            self._of_report(tables.UNGRADED, Ungraded, report_id),
        )

    def text(self, report_id: str) -> tuple[str, ...]:
        """Give the lines of a report's text; raises StoreError when it is gone, or there is no such report."""
        for report in self._of_report(tables.REPORTS, Report, report_id):
            written = self._texts.get(text_file(self.folder, report))
            return self.stored.text(report) if written is None else tuple(written.decode().split("\n"))
        raise StoreError(f"There is no report {report_id} whose text could be read.", "Import the report again.")

    def put_report(self, report: Report, extraction: Extraction, text: tuple[str, ...]) -> None:
        """Put a report with all it says and its text's lines, in place of what was stored under its id."""
        content = encode_text(text)
        report = replace(report, text_sha256=checksum_of(content))
        self._put(tables.REPORTS, report.id, [report])
        finds = (
            extraction.judgements,
            extraction.findings,
            extraction.references,
            extraction.figures,
            extraction.unclaimed,
            extraction.ungraded,
        )
        for table, records in zip(_OF_A_REPORT, finds, strict=True):
            self._put(table, report.id, records)
        self._texts[text_file(self.folder, report)] = content

    def drop_report(self, report_id: str) -> None:
        """Drop a report with all it says; one that is not there is no error. Its text stays for the former states."""
        for table in (tables.REPORTS, *_OF_A_REPORT):
            self._put(table, report_id, [])

    def set_linked(self, force: str, linked: Linked, aliases: Mapping[str, str]) -> None:
        """Put what linking gave for a force in place of what was stored for it; ``aliases`` replace all there were."""
        self._put(tables.AREAS, force, linked.areas)
        self._put(tables.RESOLUTIONS, force, linked.resolutions)
        for former in [one for one, rows in self._group(tables.ALIASES).items() if rows and one not in aliases]:
            self._put(tables.ALIASES, former, [])
        for former, area in aliases.items():
            self._put(tables.ALIASES, former, [tables.Alias(former, area)])

    def set_at_hand(self, force: str | None) -> None:
        """Note for which force the areas are put together; None: for every force alike."""
        if force != self.at_hand:
            self._put(tables.AT_HAND, tables.AT_HAND.name, [tables.AtHand(force)])

    def add_events(self, events: Iterable[Event]) -> None:
        """Append decisions to the log, where nothing is ever changed; raises StoreError for one that is there."""
        for event in events:
            if event.id in self._group(tables.EVENTS):
                raise StoreError(
                    f"The event {event.id} is in the log already, and what stands there is never changed.",
                    "Give the command again: a moment later it makes an event of its own.",
                )
            self._put(tables.EVENTS, event.id, [event])

    def recount(self) -> None:
        """Count anew what the head says of reports and events; what is wrong is then written over."""
        meta = self._content.meta
        right = (len(self.reports), len(self.events))
        self._recounted = meta.schema < SCHEMA or (meta.reports, meta.events) != right

    def commit(self, how: Writing) -> None:
        """Store the draft as one write, or do nothing where nothing changed; raises StoreError."""
        if not (self._touched or self._recounted):
            with as_store_error(self.folder):
                put_texts(self.folder, self._texts)  # one that was lost is put back by importing it again
            return
        self.write(how)

    def write(self, how: Writing, *, over_damage: bool = False) -> tuple[int, Path | None]:
        """Store the draft as one write, changed or not; gives the number of the change and where the former state is.

        ``over_damage``: what it replaces is damaged. Raises StoreError.
        """
        if self._content.meta.schema < SCHEMA:
            self._name_texts()
        with as_store_error(self.folder):
            number = next_change(self.folder, self.folder / STORE_FILE)
        meta = Meta(
            change=number,
            at=how.now.isoformat(),
            reports=self._count(tables.REPORTS, self._content.meta.reports),
            events=self._count(tables.EVENTS, self._content.meta.events),
        )
        return number, replace_store(self.folder, Written(self._tables(), meta, self._texts, over_damage), how)

    def _name_texts(self) -> None:
        """Name the texts of a store of the first schema by their content."""
        for report in self.reports:
            old = text_file(self.folder, report)
            with as_store_error(self.folder):
                content = old.read_bytes() if not report.text_sha256 and old.exists() else None
            if content is not None:
                named = replace(report, text_sha256=checksum_of(content))
                self._put(tables.REPORTS, report.id, [named])
                self._texts[text_file(self.folder, named)] = content

    def _count(self, table: Table, before: int) -> int:
        known = not self._recounted and table.name not in self._touched and self._content.meta.schema == SCHEMA
        return before if known else sum(len(rows) for rows in self._group(table).values())

    def _tables(self) -> dict[str, Any]:
        """Give all tables: those that were changed as TinyDB puts them, the others as they were."""
        from tinydb import TinyDB

        from inspect_cli.store.storage import HeldTables

        storage = HeldTables({name: rows for name, rows in self._content.tables.items() if name not in self._touched})
        db = TinyDB(storage=lambda: storage)
        for name in sorted(self._touched):
            groups = self._groups[name]
            rows = [row for owner in sorted(groups) for row in groups[owner]]
            if rows:  # a table that has come to hold nothing is as one that never held anything
                db.table(name, cache_size=0).insert_multiple(rows)
        storage.tables.pop(META, None)
        return storage.tables

    def _group(self, table: Table) -> dict[str, list[Row]]:
        if table.name not in self._groups:
            groups: dict[str, list[Row]] = {}
            for row in self.stored.rows(table):
                groups.setdefault(str(row.get(table.owner)), []).append(row)
            self._groups[table.name] = groups
        return self._groups[table.name]

    def _put(self, table: Table, owner: str, records: Iterable[object]) -> None:
        groups = self._group(table)
        rows = [{table.owner: owner, **encode(record)} for record in records]
        if rows == groups.get(owner, []):
            return
        groups[owner] = rows
        self.__dict__.pop(table.name, None)  # what was decoded of this table is out of date
        self._touched.add(table.name)

    def _all(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        groups = self._group(table)
        return self._records(table, kind, (row for owner in sorted(groups) for row in groups[owner]))

    def _of_report(self, table: Table, kind: type[Record], report_id: str) -> tuple[Record, ...]:
        return self._records(table, kind, self._group(table).get(report_id, []))

    def _records(self, table: Table, kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
        return decode_rows(kind, rows, table, self.folder)


@contextmanager
def change(folder: Path, how: Writing, known: Register | None = None) -> Iterator[Draft]:
    """Open the store for one change: yields a Draft, and stores it as one write when the block ends without error.

    The data folder is created where it is missing. The store is read afresh under a lock that other writers wait for
    (unless it is still as ``known`` read it), and what it holds now is kept as a former state. Raises StoreError when
    the lock cannot be had, the folder cannot be written, or the store is damaged or newer; nothing is stored then, nor
    when the block raises.
    """
    with locked(folder, how):
        content = load_again(folder / STORE_FILE, known.content if known else None)
        draft = Draft(known if known and content is known.content else Register(folder, content))
        sweep(folder)
        yield draft
        draft.commit(how)
