"""The store's schema: its number, and the numbered steps from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspect_cli.errors import StoreError
from inspect_cli.store.content import SCHEMA
from inspect_cli.store.tables import META


class NewerError(StoreError):
    """The store was written by a newer version."""


class ForeignError(StoreError):
    """The file is none that this program wrote."""


def _members_name_their_report(tables: dict[str, Any]) -> None:
    """Schema 2: each member of an area says which report it stands in, and the file has a checksum."""
    told = [row for name in ("findings", "references") for row in tables.get(name, {}).values()]
    report_of = {row.get("id"): row.get("report", "") for row in told}
    for area in tables.get("areas", {}).values():
        for member in (*(area.get("members") or ()), *(area.get("proposed") or ())):
            if isinstance(member, dict):
                member["report"] = report_of.get(member.get("id"), "")


# STEPS[n] turns the tables of schema n into those of n + 1, in place.
STEPS: dict[int, Callable[[dict[str, Any]], None]] = {1: _members_name_their_report}


def upgrade(tables: dict[str, Any], path: Path) -> int:
    """Bring ``tables``, read from ``path``, to the present schema, in place; gives the schema that they had.

    Raises StoreError for tables of a newer schema, or of none.
    """
    schema = _schema(tables)
    if schema is None:
        raise ForeignError(
            f"The file {path} is no store of inspect-cli: its table 'meta' has no schema number.",
            "Choose another data folder with --data DIR, or move the file away.",
        )
    if schema > SCHEMA:
        raise NewerError(
            f"The store {path} was written by a newer version (its schema is {schema}, this version knows {SCHEMA}).",
            "Update inspect-cli, or choose another data folder with --data DIR.",
        )
    for step in range(schema, SCHEMA):
        STEPS[step](tables)
    return schema


def _schema(tables: dict[str, Any]) -> int | None:
    numbers = [row.get("schema") for row in tables.get(META, {}).values()]
    return numbers[0] if len(numbers) == 1 and isinstance(numbers[0], int) and numbers[0] >= 1 else None
