"""What a store must withstand: odd things in its place, heads that were changed, disks that fail twice."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspect_cli.errors import StoreError
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.store.tables import HOLDER_FILE
from tests.builders import report
from tests.storing import change
from tests.track.log import status

EVENT, LATER = status("open"), status("complete", day=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with change(tmp_path) as draft:
        draft.add_events([EVENT])
    return tmp_path / STORE_FILE


def write_later(path: Path) -> None:
    with change(path.parent) as draft:
        draft.add_events([LATER])


PLACED: list[tuple[Callable[[Path], object], str]] = [
    (os.mkfifo, "no file"),
    (Path.mkdir, "no file"),
    (lambda path: path.symlink_to("/dev/zero"), "no file"),
    (lambda path: path.symlink_to("elsewhere.json"), "a link to elsewhere.json, which is not there"),
    (lambda path: path.symlink_to(path), "could not be read"),
]


@pytest.mark.parametrize(("place", "said"), PLACED)
def test_what_is_no_file_is_neither_waited_for_nor_written_over(
    path: Path, place: Callable[[Path], object], said: str
) -> None:
    path.unlink()
    place(path)
    before = path.lstat()
    for attempt in (lambda: open_register(path.parent), lambda: write_later(path)):
        with pytest.raises(StoreError, match=said):
            attempt()
    assert path.lstat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        (b'"change":1', b'"change":2'),
        (b"2024-05-06", b"2024-05-07"),
        (b'"events":1', b'"events":7'),
        (b'"schema":2', b'"schema":1'),
        (b'{"meta":{"1":{"schema"', b'{"meta":{"1": {"schema"'),
    ],
)
def test_the_head_is_under_the_checksum_too(path: Path, said: bytes, changed: bytes) -> None:
    content = path.read_bytes()
    assert content.count(said) == 1
    path.write_bytes(content.replace(said, changed))
    with pytest.raises(StoreError, match="fails its checksum"):
        open_register(path.parent)


def test_a_disk_that_fails_again_as_a_change_is_taken_back_keeps_the_texts_that_the_store_names(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace
    replaced: list[Path] = []

    def fails_the_second_time(source: Path, target: Path) -> None:
        if Path(target) == path.resolve():
            replaced.append(target)
        if len(replaced) > 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(source, target)

    def fails(folder: Path) -> None:
        if (folder / STORE_FILE).exists():
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("os.replace", fails_the_second_time)
    monkeypatch.setattr("inspect_cli.store.committing.sync_folder", fails)
    with pytest.raises(StoreError, match="as it was taken back"), change(path.parent) as draft:
        draft.put_report(report(), draft.extraction("rnone"), ("text",))
    (stored,) = open_register(path.parent).reports
    assert open_register(path.parent).text(stored) == ("text",)


def test_a_write_that_fails_before_the_replace_leaves_no_former_state_of_the_present_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("os.replace", fails)
    with pytest.raises(StoreError, match="read-only"):
        write_later(path)
    assert not list((path.parent / "backups").iterdir())


def test_a_holder_file_that_cannot_be_written_is_no_hindrance(path: Path) -> None:
    (path.parent / HOLDER_FILE).mkdir()
    write_later(path)
    assert len(open_register(path.parent).events) == 2


def test_former_states_that_cannot_be_looked_through_are_not_said_to_be_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))

    write_later(path)
    path.write_bytes(b"")
    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(StoreError) as caught:
        open_register(path.parent)
    assert "could not be looked through" in caught.value.hint


def test_what_a_broken_off_write_left_beside_a_linked_store_is_taken_away(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path.rename(elsewhere / STORE_FILE)
    path.symlink_to(elsewhere / STORE_FILE)
    (elsewhere / f".{STORE_FILE}.abc.new").write_bytes(b"half")
    write_later(path)
    assert {one.name for one in elsewhere.iterdir()} == {STORE_FILE}
