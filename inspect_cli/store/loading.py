"""The store's file as it stands: tables of rows, held against the shape in which TinyDB keeps them.

Commands that only read go by this alone, which spares them the import of TinyDB and its copy of each row.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from inspect_cli.errors import StoreError
from inspect_cli.store.migrate import upgrade

Tables = dict[str, dict[str, Any]]

_LOOK = "Look at its permissions, and whether --data or INSPECT_CLI_DATA names the folder that is meant."
_MEND = "Put a backup in its place, or move it away and import the reports again."


def load(path: Path) -> Tables | None:
    """Give all tables of the store at ``path``, None where there is no file; raises StoreError for what is no store."""
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
