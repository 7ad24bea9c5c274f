"""Changing the store: a draft made under the lock, written as one or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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
from inspect_cli.store.codec import encode
from inspect_cli.store.files import as_store_error
from inspect_cli.store.migrate import SCHEMA
from inspect_cli.store.shelf import Shelf, decode_rows
from inspect_cli.store.tables import LOCK_FILE, META, STORE_FILE, Row, Table
from inspect_cli.store.texts import encode_text, read_text, text_file

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

    def __init__(self, folder: Path) -> None:
        from tinydb import TinyDB

        from inspect_cli.store.storage import AtomicStorage

        self.folder = folder
        self._storage = AtomicStorage(folder / STORE_FILE)
        self._db = TinyDB(storage=lambda: self._storage)
        self._groups: dict[str, dict[str, list[Row]]] = {}
        self._touched: list[str] = []
        self._texts: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._storage.read()

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
        """Give the lines of a report's text; raises StoreError when it is gone."""
        if report_id in self._texts:
            return tuple(self._texts[report_id].decode().split("\n"))
        return read_text(self.folder, report_id)

    def put_report(self, report: Report, extraction: Extraction, text: tuple[str, ...]) -> None:
        """Put a report with all it says and its text's lines, in place of what was stored under its id."""
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
        self._texts[report.id] = encode_text(text)
        self._dropped.discard(report.id)

    def drop_report(self, report_id: str) -> None:
        """Drop a report with all it says and its text; a report that is not there is no error."""
        for table in (tables.REPORTS, *_OF_A_REPORT):
            self._put(table, report_id, [])
        self._texts.pop(report_id, None)
        self._dropped.add(report_id)

    def set_linked(self, force: str, linked: Linked, aliases: Mapping[str, str]) -> None:
        """Put what linking gave for a force in place of what was stored for it; ``aliases`` replace all there were."""
        self._put(tables.AREAS, force, linked.areas)
        self._put(tables.RESOLUTIONS, force, linked.resolutions)
        for former in self._group(tables.ALIASES).keys() - aliases.keys():
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

    def commit(self) -> None:
        """Store the draft as one write, or do nothing where nothing changed; raises StoreError."""
        texts = self._changed_texts()
        if not self._touched and not texts:
            return
        with self._storage.transaction(texts):
            self._write(META, [{"schema": SCHEMA}])
            for name in self._touched:
                groups = self._groups[name]
                self._write(name, [row for owner in sorted(groups) for row in groups[owner]])
        with as_store_error(self.folder):
            for report_id in self._dropped:
                text_file(self.folder, report_id).unlink(missing_ok=True)

    def _changed_texts(self) -> dict[Path, bytes]:
        files = {text_file(self.folder, report_id): content for report_id, content in self._texts.items()}
        with as_store_error(self.folder):
            return {path: text for path, text in files.items() if not path.exists() or path.read_bytes() != text}

    def _write(self, name: str, rows: list[Row]) -> None:
        table = self._db.table(name, cache_size=0)  # TinyDB's query cache would outlive a rollback
        table.truncate()
        table.insert_multiple(rows)

    def _group(self, table: Table) -> dict[str, list[Row]]:
        if table.name not in self._groups:
            groups: dict[str, list[Row]] = {}
            for row in self._db.table(table.name, cache_size=0).all():
                groups.setdefault(str(row.get(table.owner)), []).append(dict(row))
            self._groups[table.name] = groups
        return self._groups[table.name]

    def _put(self, table: Table, owner: str, records: Iterable[object]) -> None:
        groups = self._group(table)
        rows = [{table.owner: owner, **encode(record)} for record in records]
        if rows == groups.get(owner, []):
            return
        groups[owner] = rows
        self.__dict__.pop(table.name, None)  # what was decoded of this table is out of date
        if table.name not in self._touched:
            self._touched.append(table.name)

    def _all(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        groups = self._group(table)
        return self._records(table, kind, (row for owner in sorted(groups) for row in groups[owner]))

    def _of_report(self, table: Table, kind: type[Record], report_id: str) -> tuple[Record, ...]:
        return self._records(table, kind, self._group(table).get(report_id, []))

    def _records(self, table: Table, kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
        return decode_rows(kind, rows, table, self.folder)


@contextmanager
def change(folder: Path, wait: float = 10.0) -> Iterator[Draft]:
    """Open the store for one change: yields a Draft, and stores it as one write when the block ends without error.

    The data folder is created where it is missing. The store is read afresh under a lock that other writers wait for,
    at most ``wait`` seconds. Raises StoreError when the lock cannot be had, the folder cannot be written, or the
    store is damaged or newer; nothing is stored then, nor when the block raises.
    """
    with _locked(folder, wait):
        draft = Draft(folder)
        yield draft
        draft.commit()


@contextmanager
def _locked(folder: Path, wait: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK_FILE)
    with as_store_error(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:
            raise StoreError(
                f"The store is locked by another inspect-cli: {folder / LOCK_FILE} was not free after {wait:g} s.",
                "Wait until the other command has ended and try again.",
            ) from error
    try:
        yield
    finally:
        lock.release()
