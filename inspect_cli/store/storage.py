"""What TinyDB works on while the store is changed: the tables in memory, written as a whole by whoever holds them."""

from __future__ import annotations

from typing import Any

from tinydb import Storage


class HeldTables(Storage):
    """A TinyDB storage over tables in memory; of those that TinyDB does not touch it never sees more than the bytes."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = tables

    def read(self) -> dict[str, Any]:
        """Give all tables."""
        return self.tables

    def write(self, data: dict[str, Any]) -> None:
        """Take all tables."""
        self.tables = data
