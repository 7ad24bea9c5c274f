"""How TinyDB reads and writes the store's file: read once, replaced whole, never created by a read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import Storage

from inspect_cli.errors import StoreError
from inspect_cli.store.files import as_store_error, replace_all
from inspect_cli.store.migrate import upgrade

Tables = dict[str, dict[str, Any]]

_LOOK = "Look at its permissions, and whether --data or INSPECT_CLI_DATA names the folder that is meant."
_MEND = "Put a backup in its place, or move it away and import the reports again."


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
            self._tables = _load(self._path)
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


def _load(path: Path) -> Tables | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"The store {path} could not be read: {error.strerror}.", _LOOK) from error
    tables = _in_shape(path, _parse(path, content))
    upgrade(tables, path)
    return tables


def _parse(path: Path, content: bytes) -> Any:
    if not content.strip():
        raise StoreError(f"The store {path} is damaged: the file is empty.", _MEND)
    try:
        return json.loads(content.decode())
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise StoreError(f"The store {path} is damaged at {where}: {error.msg}.", _MEND) from error
    except UnicodeDecodeError as error:
        raise StoreError(f"The store {path} is damaged at byte {error.start}: no UTF-8 text.", _MEND) from error
    except RecursionError as error:
        raise StoreError(f"The store {path} is damaged: it is nested too deeply.", _MEND) from error


def _in_shape(path: Path, tables: Any) -> Tables:
    """Hold the content against TinyDB's shape: tables by name, in each the rows by number."""
    if not isinstance(tables, dict):
        raise StoreError(f"The file {path} is JSON, but no store: it holds no tables.", _MEND)
    for name, rows in tables.items():
        if not isinstance(rows, dict):
            raise StoreError(f"The store {path} is damaged: {name} is no table.", _MEND)
        for number, row in rows.items():
            if not (number.isdecimal() and isinstance(row, dict)):
                raise StoreError(f"The store {path} is damaged: row {number} of {name} is no record.", _MEND)
    return tables
