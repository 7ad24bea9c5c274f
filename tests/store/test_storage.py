"""The file of the store: reads create nothing, a write replaces it whole, damage is said and never written over."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import pytest
from tinydb import TinyDB

from inspect_cli.errors import StoreError
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.store.content import read_head
from tests.builders import report
from tests.storing import change
from tests.track.log import status

EVENT, LATER = status("open"), status("complete", day=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / STORE_FILE


def write(path: Path, *events: Any) -> Path:
    with change(path.parent) as draft:
        draft.add_events(events or [EVENT])
    return path


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_a_change_is_in_the_file_and_leaves_nothing_beside_but_the_lock(path: Path) -> None:
    write(path)
    assert list(json.loads(path.read_bytes())) == ["meta", "events"]
    assert names(path.parent) == {STORE_FILE, "inspections.lock"}


def test_a_new_file_is_private_and_an_old_one_keeps_its_mode(path: Path) -> None:
    write(path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    write(path, LATER)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = write(tmp_path / "elsewhere" / STORE_FILE)
    path.symlink_to(real)
    write(path, LATER)
    assert path.is_symlink()
    assert LATER.id in real.read_text(encoding="utf-8")
    assert names(real.parent) == {STORE_FILE, "inspections.lock"}


def test_the_head_counts_changes_and_what_is_stored(path: Path) -> None:
    write(path)
    write(path, LATER)
    head = read_head(path.read_bytes())
    assert head is not None
    meta, _ = head
    assert (meta.change, meta.reports, meta.events, meta.at) == (2, 0, 2, "2024-05-06T07:08:00+00:00")


def test_tinydb_itself_reads_all_that_is_stored(path: Path) -> None:
    write(path)
    with TinyDB(path) as db:
        assert db.tables() == {"meta", "events"}
        assert [row["id"] for row in db.table("events")] == [EVENT.id]


def test_a_table_that_is_not_changed_is_written_as_it_was(path: Path) -> None:
    write(path)
    before = path.read_bytes()
    with change(path.parent) as draft:
        draft.set_at_hand("kent")
    begins = before.index(b'"events":{')
    assert before[begins:-1] in path.read_bytes()


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace", "os.link"])
def test_a_full_disk_stores_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    def no_space(*_: object, **__: object) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = write(path).read_bytes()
    monkeypatch.setattr(broken, no_space)
    with pytest.raises(StoreError, match="no space") as caught:
        write(path, LATER)
    assert caught.value.hint
    assert path.read_bytes() == before
    assert names(path.parent) - {"backups"} == {STORE_FILE, "inspections.lock"}


def test_where_the_disk_fails_after_the_replace_the_old_state_is_put_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(folder: Path) -> None:
        raise OSError(errno.EIO, f"{folder}: Input/output error")

    before = write(path).read_bytes()
    monkeypatch.setattr("inspect_cli.store.committing.sync_folder", fails)
    with pytest.raises(StoreError, match="reports an error"):
        write(path, LATER)
    assert path.read_bytes() == before


def test_where_the_first_write_fails_there_is_no_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(folder: Path) -> None:
        raise OSError(errno.EIO, f"{folder}: Input/output error")

    monkeypatch.setattr("inspect_cli.store.committing.sync_folder", fails)
    with pytest.raises(StoreError):
        write(path)
    assert not path.exists()


def test_where_files_have_no_second_names_the_former_state_is_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    before = write(path).read_bytes()
    monkeypatch.setattr(os, "link", no_links)
    write(path, LATER)
    (kept,) = (path.parent / "backups").iterdir()
    assert kept.read_bytes() == before


def test_file_and_folder_are_synced_once_for_each_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr("os.fsync", lambda handle: synced.append(S_ISDIR(os.fstat(handle).st_mode)))
    write(path)
    assert synced == [False, True]


def test_what_a_broken_off_write_left_is_taken_away_by_the_next_one(path: Path) -> None:
    left = path.parent / f".{STORE_FILE}.abc.new"
    left.write_bytes(b"half")
    write(path)
    assert not left.exists()


def _spoilt(content: bytes) -> bytes:
    return content.replace(b'"by":"A', b'"by":"B')


def test_a_file_that_fails_its_checksum_is_refused_for_reading_and_for_changing_and_kept(path: Path) -> None:
    spoilt = _spoilt(write(path).read_bytes())
    assert spoilt != path.read_bytes()
    path.write_bytes(spoilt)
    for attempt in (lambda: open_register(path.parent), lambda: write(path, LATER)):
        with pytest.raises(StoreError, match="fails its checksum"):
            attempt()
    assert path.read_bytes() == spoilt


def test_the_error_names_the_newest_good_backup_and_the_command_that_brings_it_back(path: Path) -> None:
    write(path)
    write(path, LATER)
    with change(path.parent) as draft:
        draft.put_report(report(), draft.extraction("rnone"), ("text",))
    newest = sorted((path.parent / "backups").iterdir())[-1]
    newest.write_bytes(newest.read_bytes()[:-9])
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(StoreError, match="damaged") as caught:
        open_register(path.parent)
    assert "change 1, 6 May 2024 07:08" in caught.value.hint
    assert "inspect-cli restore 1" in caught.value.hint


def test_a_store_that_another_program_rewrote_is_refused(path: Path) -> None:
    write(path)
    with TinyDB(path) as db:
        db.table("events").truncate()
    with pytest.raises(StoreError, match="checksum"):
        open_register(path.parent)


DAMAGED = [
    (b"", "empty"),
    (b" \n", "empty"),
    (b'{"meta": {"1": {"schema": 1}},\n "reports": {"1"', "no JSON"),
    (b'{"meta": "\xff"}', "byte 10"),
    (b"[1, 2]", "no tables"),
    (b'{"meta": {"1": {"schema": 1}}, "reports": []}', "reports is no table"),
    (b'{"meta": {"1": {"schema": 1}}, "reports": {"1": 5}}', "reports is no table of records"),
    (b'{"meta": {"1": {"schema": 1}}, "reports": {"one": {}}}', "row one of reports"),
    (b'{"meta": {"1": {"schema": 2}}}', "checksum"),
    (b'{"_default": {"1": {"a": 1}}}', "no schema number"),
    (b'{"meta": {"1": {"schema": 99}}}', "newer version"),
    (b'{"meta":{"1":{"schema":99,"sha256":"0"}}}', "newer version"),
    (b'{"meta": ' + b"[" * 100_000, "no JSON"),
]


@pytest.mark.parametrize(("content", "said"), DAMAGED)
def test_a_file_that_is_no_store_is_refused_and_kept(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as caught:
        write(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_store_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError, match="could not be read"):
        open_register(path.parent)
