"""How TinyDB reads and writes the store's file: read once, replaced whole, never created by a read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tinydb import Storage

from inspect_cli.store.files import as_store_error, replace_all
from inspect_cli.store.loading import Tables, load


class AtomicStorage(Storage):
    """A TinyDB storage over one JSON file.

    The decoded file is held for the storage's lifetime, so open a new one for each command and, to write, inside the
    lock. Outside ``transaction`` every TinyDB write replaces the file; inside, all of them together do so once.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._tables: Tables | None = None
        self._held = False
        self._buffering = False

    def read(self) -> Tables | None:
        """Give all tables, or None where there is no file; raises StoreError for a file that is no store."""
        if not self._held:
            self._tables = load(self._path)
            self._held = True
        return self._tables

    def write(self, data: Tables) -> None:
        """Take all tables, and replace the file unless a transaction is under way; raises StoreError."""
        self._tables = data
        self._held = True
        if not self._buffering:
            self._replace({})

    @contextmanager
    def transaction(self, beside: Mapping[Path, bytes]) -> Iterator[None]:
        """Make what TinyDB writes inside one write, together with the files ``beside`` (put before the store's own).

        An error inside, or a StoreError of the write itself, leaves everything as it was.
        """
        self._buffering = True
        try:
            yield
            self._replace(beside)
        finally:
            self._buffering = False
            self._held = False  # what is read next is what the file holds, whether or not this went well

    def _replace(self, beside: Mapping[Path, bytes]) -> None:
        text = json.dumps(self._tables, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        with as_store_error(self._path.parent):
            replace_all({**beside, self._path: text.encode()})
