"""The store as tests change it: at a time of their own, and without waiting long."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inspect_cli import store
from inspect_cli.store import Register
from inspect_cli.store.content import Meta, compose
from inspect_cli.store.draft import Draft
from inspect_cli.store.locking import Writing
from inspect_cli.store.tables import STORE_FILE

WHEN = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)


def change(folder: Path, wait: float = 10.0, known: Register | None = None) -> AbstractContextManager[Draft]:
    """Open the store in ``folder`` for one change."""
    return store.change(folder, Writing(WHEN, wait), known)


def put_tables(folder: Path, **tables: dict[str, Any]) -> None:
    """Write a store that holds just these tables, with a head that is right."""
    (folder / STORE_FILE).write_bytes(b"".join(compose(tables, Meta())))


def stored_tables(folder: Path) -> dict[str, Any]:
    """Give all tables that are stored but the head."""
    tables: dict[str, Any] = json.loads((folder / STORE_FILE).read_bytes())
    del tables["meta"]
    return tables
