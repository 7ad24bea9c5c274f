"""Who may write: one at a time; the others are told who has the lock, and where a lock may not hold."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from inspect_cli.errors import StoreError
from inspect_cli.store import LOCK_FILE
from inspect_cli.store.locking import Writing, locked, network_drive
from inspect_cli.store.tables import HOLDER_FILE

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
ANN = "Ann's inspect-cli update (process 7 on desk)"


def test_who_holds_the_lock_is_written_down_while_it_is_held(tmp_path: Path) -> None:
    with locked(tmp_path, Writing(NOW, who=ANN)):
        assert (tmp_path / HOLDER_FILE).read_text(encoding="utf-8") == f"{ANN}, since 07:08:09"
    assert not (tmp_path / HOLDER_FILE).exists()


def test_a_second_writer_is_told_who_holds_the_lock_and_how_to_wait_longer(tmp_path: Path) -> None:
    with locked(tmp_path, Writing(NOW, who=ANN)):
        with pytest.raises(StoreError, match="process 7 on desk") as caught, locked(tmp_path, Writing(NOW, wait=0)):
            pytest.fail("two writers at once")
        assert caught.value.exit_status == 4
        assert "--wait" in caught.value.hint


def test_a_second_writer_says_that_it_waits_and_goes_on_once_the_lock_is_free(tmp_path: Path) -> None:
    first = FileLock(tmp_path / LOCK_FILE, thread_local=False)
    first.acquire()
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        threading.Thread(target=first.release).start()

    with locked(tmp_path, Writing(NOW, wait=60, tell=tell)):
        pass
    assert told == ["waiting up to 60 s for the store, which is locked by another inspect-cli"]


def test_a_file_that_was_left_behind_by_a_holder_that_died_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / HOLDER_FILE).write_text("somebody long gone", encoding="utf-8")
    (tmp_path / LOCK_FILE).write_bytes(b"")
    with locked(tmp_path, Writing(NOW, wait=0, who=ANN)):
        pass
    assert not (tmp_path / HOLDER_FILE).exists()


def test_a_drive_that_lets_a_second_writer_in_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("fcntl.flock", lambda *_: None)
    with locked(tmp_path, Writing(NOW, tell=told.append)):
        pass
    assert len(told) == 1
    assert "does not keep a second writer out" in told[0]


MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/share /mnt/share nfs4 rw 0 0
//files/psd /mnt/our\040files cifs rw 0 0
/dev/sdb1 /mnt/share/own ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/share/data", "nfs4"),
        ("/mnt/our files/data", "cifs"),
        ("/mnt/share/own/data", None),
        ("/mnt/shared", None),
        ("/home/ann/data", None),
    ],
)
def test_a_folder_on_a_network_drive_is_known_by_the_mount_that_holds_it(
    tmp_path: Path, folder: str, kind: str | None
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert network_drive(Path(folder), mounts) == kind


def test_a_network_drive_is_warned_of_and_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("inspect_cli.store.locking.network_drive", lambda _: "nfs4")
    with locked(tmp_path, Writing(NOW, tell=told.append)):
        pass
    assert len(told) == 1
    assert "network drive (nfs4)" in told[0]


def test_where_a_system_does_not_tell_its_mounts_nothing_is_known(tmp_path: Path) -> None:
    assert network_drive(tmp_path, tmp_path / "none") is None
