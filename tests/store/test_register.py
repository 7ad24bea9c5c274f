"""Reading the store: absent is empty, damage is said, each table is decoded only when asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.errors import StoreError
from inspect_cli.model import Linked
from inspect_cli.store import STORE_FILE, open_register, read_text
from inspect_cli.store.codec import encode
from inspect_cli.store.texts import text_file
from tests.builders import finding, report
from tests.storing import change, put_tables


def put(folder: Path, **tables: dict[str, Any]) -> None:
    (folder / STORE_FILE).write_text(json.dumps({"meta": {"1": {"schema": 1}}, **tables}), encoding="utf-8")


def test_an_absent_store_is_empty_and_is_not_created(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    register = open_register(folder)
    assert not register.exists
    assert (register.reports, register.areas, register.aliases, register.figures) == ((), (), {}, {})
    assert not folder.exists()
    assert not register.of_force("kent").exists


def test_a_damaged_store_is_refused_for_reading_and_for_changing(tmp_path: Path) -> None:
    (tmp_path / STORE_FILE).write_text('{"reports": ', encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        open_register(tmp_path)
    with pytest.raises(StoreError, match="damaged"), change(tmp_path):
        pytest.fail("a damaged store is not changed")


def test_a_bad_row_matters_only_to_who_asks_for_its_table(tmp_path: Path) -> None:
    put(tmp_path, findings={"1": encode(finding())}, references={"1": {"id": "x1"}})
    register = open_register(tmp_path)
    assert register.findings == (finding(),)
    with pytest.raises(StoreError, match="references"):
        assert register.references


def test_rows_are_found_by_the_beginning_of_their_ids_and_only_those(tmp_path: Path) -> None:
    rows = {str(number): {"id": name} for number, name in enumerate(("fab1", "fab2", "fac1"))}
    put_tables(tmp_path, findings=rows, references={"1": {"id": "xab1"}})
    register = open_register(tmp_path)
    assert [row["id"] for row in register.begun("f", "fab")] == ["fab1", "fab2"]
    assert len(register.begun("f", "f")) == 3
    assert register.begun("f", "x") == register.begun("q", "q") == []


def test_rows_of_a_later_minor_version_are_read(tmp_path: Path) -> None:
    put(tmp_path, findings={"1": encode(finding()) | {"mood": "grave"}}, moods={"1": {"id": "m1"}})
    assert open_register(tmp_path).findings == (finding(),)


def test_tables_of_a_later_minor_version_survive_a_change(tmp_path: Path) -> None:
    put(tmp_path, moods={"1": {"id": "m1"}}, events={"7": {"id": "e1"}})
    with change(tmp_path) as draft:
        draft.drop_report("r1")
        draft.set_linked("kent", Linked((), ()), {"a": "b"})
    stored = json.loads((tmp_path / STORE_FILE).read_bytes())
    assert stored["moods"] == {"1": {"id": "m1"}}
    assert stored["events"] == {"7": {"id": "e1"}}


def test_a_text_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = text_file(tmp_path, report(id="r1"))
    path.parent.mkdir()
    path.write_bytes(b"\xff")
    with pytest.raises(StoreError, match="could not be read"):
        read_text(tmp_path, report(id="r1"))
