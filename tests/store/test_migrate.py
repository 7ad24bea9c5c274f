"""A store of an older schema is brought up step by step; a newer one is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from inspect_cli.errors import StoreError
from inspect_cli.store import migrate
from inspect_cli.store.content import SCHEMA

HERE = Path("inspections.json")


def tables(schema: object) -> dict[str, Any]:
    return {"meta": {"1": {"schema": schema}}, "reports": {"1": {"id": "r1"}}}


def test_the_present_schema_is_left_alone() -> None:
    now = tables(SCHEMA)
    assert migrate.upgrade(now, HERE) == SCHEMA
    assert now == tables(SCHEMA)


def test_steps_run_in_turn_from_the_schema_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "SCHEMA", 3)
    ran: list[int] = []
    monkeypatch.setattr(migrate, "STEPS", {1: lambda _: ran.append(1), 2: lambda _: ran.append(2)})
    old = tables(1)
    assert migrate.upgrade(old, HERE) == 1
    assert ran == [1, 2]


def test_every_older_schema_has_its_step() -> None:
    assert sorted(migrate.STEPS) == list(range(1, SCHEMA))


@pytest.mark.parametrize("schema", [None, "1", 0, -3])
def test_a_store_without_a_schema_number_is_none_of_ours(schema: object) -> None:
    with pytest.raises(StoreError, match="no schema number"):
        migrate.upgrade(tables(schema), HERE)


def test_a_newer_schema_is_refused_with_a_hint() -> None:
    with pytest.raises(StoreError, match="newer version") as caught:
        migrate.upgrade(tables(SCHEMA + 1), HERE)
    assert "Update" in caught.value.hint
