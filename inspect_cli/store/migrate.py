"""The store's schema: its number, and the numbered steps from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspect_cli.errors import StoreError
from inspect_cli.store.tables import META

SCHEMA = 1

# STEPS[n] turns the tables of schema n into those of n + 1, in place.
STEPS: dict[int, Callable[[dict[str, Any]], None]] = {}


def upgrade(tables: dict[str, Any], path: Path) -> None:
    """Bring ``tables``, read from ``path``, to the present schema, in place.

    Raises StoreError for tables of a newer schema, or of none.
    """
    if not tables:
        return
    schema = _schema(tables)
    if schema is None:
        raise StoreError(
            f"The file {path} is no store of inspect-cli: its table 'meta' has no schema number.",
            "Choose another data folder with --data DIR, or move the file away.",
        )
    if schema > SCHEMA:
        raise StoreError(
            f"The store {path} was written by a newer version (its schema is {schema}, this version knows {SCHEMA}).",
            "Update inspect-cli, or choose another data folder with --data DIR.",
        )
    for step in range(schema, SCHEMA):
        STEPS[step](tables)
    tables[META] = {"1": {"schema": SCHEMA}}


def _schema(tables: dict[str, Any]) -> int | None:
    numbers = [row.get("schema") for row in tables.get(META, {}).values()]
    return numbers[0] if len(numbers) == 1 and isinstance(numbers[0], int) and numbers[0] >= 1 else None
