"""The opened store: read-only, each table decoded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from inspect_cli.model import Extraction, Figure, Unclaimed
from inspect_cli.store import tables
from inspect_cli.store.loading import Tables, load
from inspect_cli.store.shelf import Shelf, decode_rows
from inspect_cli.store.tables import STORE_FILE, Table
from inspect_cli.store.texts import read_text

Record = TypeVar("Record")


class Register(Shelf):
    """All that the store holds. ``exists`` is False where nothing was ever stored; everything is empty then."""

    def __init__(self, folder: Path, content: Tables | None) -> None:
        self.folder = folder
        self.exists = content is not None
        self._content = content or {}

    @cached_property
    def figures(self) -> dict[str, tuple[Figure, ...]]:
        """By report id: the figures that belong to no finding."""
        return self._by_owner(tables.FIGURES, Figure)

    @cached_property
    def unclaimed(self) -> dict[str, tuple[Unclaimed, ...]]:
        """By report id: the sentences that hold a trigger word and that no rule used."""
        return self._by_owner(tables.UNCLAIMED, Unclaimed)

    def extraction(self, report_id: str) -> Extraction:
        """Give all that one report says, as it was stored."""
        return Extraction(
            tuple(find for find in self.judgements if find.report == report_id),
            tuple(find for find in self.findings if find.report == report_id),
            tuple(find for find in self.references if find.report == report_id),
            self.figures.get(report_id, ()),
            self.unclaimed.get(report_id, ()),
            tuple(one for one in self.ungraded if one.report == report_id),
        )

    def text(self, report_id: str) -> tuple[str, ...]:
        """Give the lines of a report's stored text; raises StoreError when it is gone."""
        return read_text(self.folder, report_id)

    def _rows(self, table: Table) -> list[Any]:
        return list(self._content.get(table.name, {}).values())

    def _all(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        return decode_rows(kind, self._rows(table), table, self.folder)

    def _by_owner(self, table: Table, kind: type[Record]) -> dict[str, tuple[Record, ...]]:
        grouped: dict[str, list[Any]] = {}
        for row in self._rows(table):
            grouped.setdefault(str(row.get(table.owner)), []).append(row)
        return {owner: decode_rows(kind, rows, table, self.folder) for owner, rows in grouped.items()}


def open_register(folder: Path) -> Register:
    """Open the store in a data folder for reading, which creates nothing.

    Where there is no store the register is empty. Raises StoreError for a file that is damaged, no store, or written
    by a newer version.
    """
    return Register(folder, load(folder / STORE_FILE))
