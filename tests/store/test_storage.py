"""TinyDB through the atomic storage: reads create nothing, writes replace the file whole, damage is said."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from stat import S_ISDIR

import pytest
from tinydb import TinyDB

from inspect_cli.errors import StoreError
from inspect_cli.store.storage import AtomicStorage

META = {"1": {"schema": 1}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


def written(path: Path, **tables: object) -> Path:
    path.write_text(json.dumps({"meta": META, **tables}), encoding="utf-8")
    return path


def test_a_read_creates_nothing(path: Path) -> None:
    assert TinyDB(path, storage=AtomicStorage).table("reports").all() == []
    assert list(path.parent.iterdir()) == []


def test_an_insert_is_in_the_file_and_leaves_nothing_beside(path: Path) -> None:
    TinyDB(path, storage=AtomicStorage).table("meta").insert({"schema": 1})
    assert json.loads(path.read_text(encoding="utf-8")) == {"meta": META}
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_is_private_and_an_old_one_keeps_its_mode(path: Path) -> None:
    db = TinyDB(path, storage=AtomicStorage)
    db.table("meta").insert({"schema": 1})
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    db.table("reports").insert({"id": "r1"})
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(path: Path) -> None:
    real = written(path.with_name("elsewhere.json"))
    path.symlink_to(real)
    TinyDB(path, storage=AtomicStorage).table("reports").insert({"id": "r1"})
    assert path.is_symlink()
    assert "r1" in real.read_text(encoding="utf-8")


def test_the_file_is_read_once(path: Path) -> None:
    db = TinyDB(written(path, reports={"1": {"id": "r1"}}), storage=AtomicStorage)
    assert len(db.table("reports")) == 1
    path.unlink()
    assert db.table("reports").all() == [{"id": "r1"}]


def test_a_transaction_is_one_write_with_its_files_beside(path: Path) -> None:
    storage = AtomicStorage(written(path))
    db = TinyDB(storage=lambda: storage)
    before = path.read_bytes()
    beside = path.parent / "texts" / "r1.txt"
    with storage.transaction({beside: b"text"}):
        db.table("reports").insert_multiple([{"id": "r1"}, {"id": "r2"}])
        assert path.read_bytes() == before
        assert not beside.exists()
    assert len(json.loads(path.read_bytes())["reports"]) == 2
    assert beside.read_bytes() == b"text"


def test_a_failed_transaction_leaves_file_and_memory_as_they_were(path: Path) -> None:
    storage = AtomicStorage(written(path))
    db = TinyDB(storage=lambda: storage)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError), storage.transaction({path.parent / "beside": b"text"}):
        db.table("reports").insert({"id": "r1"})
        raise ZeroDivisionError
    assert path.read_bytes() == before
    assert db.table("reports").all() == []
    assert not (path.parent / "beside").exists()


def no_space(*_: object) -> Path:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_stores_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    storage = AtomicStorage(written(path))
    before = path.read_bytes()
    monkeypatch.setattr(broken, no_space)
    with pytest.raises(StoreError, match="no space") as caught, storage.transaction({path.parent / "beside": b"text"}):
        TinyDB(storage=lambda: storage).table("reports").insert({"id": "r1"})
    assert caught.value.hint
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_replace_that_fails_midway_puts_back_what_was_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = AtomicStorage(written(path))
    old, new = path.with_name("old.txt"), path.with_name("new.txt")
    old.write_bytes(b"as it was")
    replace = Path.replace

    def fails_on_the_store(self: Path, target: Path) -> Path:
        return no_space() if target.name == path.name else replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_on_the_store)
    with pytest.raises(StoreError), storage.transaction({old: b"changed", new: b"new"}):
        TinyDB(storage=lambda: storage).table("reports").insert({"id": "r1"})
    assert old.read_bytes() == b"as it was"
    assert sorted(path.parent.iterdir()) == [old, path]


def test_file_and_folder_are_synced_once_for_each_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr("os.fsync", lambda handle: synced.append(S_ISDIR(os.fstat(handle).st_mode)))
    TinyDB(path, storage=AtomicStorage).table("meta").insert({"schema": 1})
    assert synced == [False, True]


DAMAGED = [
    (b"", "empty"),
    (b" \n", "empty"),
    (b'{"meta": {"1": {"schema": 1}},\n "reports": {"1"', "line 2, column"),
    (b'{"meta": "\xff"}', "byte 10"),
    (b"[1, 2]", "no tables"),
    (b'{"reports": []}', "reports is no table"),
    (b'{"reports": {"1": 5}}', "row 1 of reports"),
    (b'{"reports": {"one": {}}}', "row one of reports"),
    (b'{"_default": {"1": {"a": 1}}}', "no schema number"),
    (b'{"meta": {"1": {"schema": 99}}}', "newer version"),
    (b"[" * 100_000, "nested too deeply"),
]


@pytest.mark.parametrize(("content", "said"), DAMAGED)
def test_a_file_that_is_no_store_is_refused_and_kept(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as caught:
        TinyDB(path, storage=AtomicStorage).table("reports").insert({"id": "r1"})
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_store_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError, match="could not be read"):
        AtomicStorage(path).read()
