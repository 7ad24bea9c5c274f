"""One writer at a time: a lock on a file of its own, which the system frees when the process that has it ends."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspect_cli.errors import StoreError
from inspect_cli.store.backups import Keep
from inspect_cli.store.files import as_store_error, forget
from inspect_cli.store.tables import HOLDER_FILE, LOCK_FILE

if TYPE_CHECKING:
    from filelock import BaseFileLock

# A writer that waits says so once it has waited so many seconds.
_PATIENT = 0.3
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "fuse.sshfs"})
_MOUNTS = Path("/proc/self/mounts")


def _nobody(line: str) -> None:
    del line


class Writing(NamedTuple):
    """How a change is made.

    At what time; how many seconds to wait for another writer; who writes, in words that another one is told; whom to
    tell of a wait and of what is not as it should be; how many former states are kept.
    """

    now: datetime
    wait: float = 10.0
    who: str = ""
    tell: Callable[[str], None] = _nobody
    keep: Keep = Keep()


@contextmanager
def locked(folder: Path, how: Writing) -> Iterator[None]:
    """Hold the lock of a data folder, which is made where it is missing.

    Raises StoreError when another writer does not let go of it in time, or the folder cannot be written.
    """
    from filelock import FileLock

    lock = FileLock(folder / LOCK_FILE, mode=0o600)
    with as_store_error(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _acquire(lock, folder, how)
        except NotImplementedError as error:
            raise StoreError(
                _does_not_hold(folder), "Choose a folder on a drive of this machine: --data DIR."
            ) from error
    try:
        with as_store_error(folder):
            _warn_of_drive(folder, how)
        _sign(folder, how)
        yield
    finally:
        forget(folder / HOLDER_FILE)
        lock.release()


def _sign(folder: Path, how: Writing) -> None:
    """Write down who has the lock; where that cannot be done, those who wait are told less, and no harm is done.

    What one that was killed left may be another user's file: it is taken away, not written into.
    """
    forget(folder / HOLDER_FILE)
    with suppress(OSError):
        (folder / HOLDER_FILE).write_text(f"{how.who}, since {how.now:%H:%M:%S}" if how.who else "", "utf-8")


def _acquire(lock: BaseFileLock, folder: Path, how: Writing) -> None:
    from filelock import Timeout

    try:
        try:
            lock.acquire(timeout=min(how.wait, _PATIENT))
        except Timeout:
            if how.wait <= _PATIENT:
                raise
            how.tell(f"waiting up to {how.wait:g} s for the store, which is locked by {_holder(folder)}")
            lock.acquire(timeout=how.wait - _PATIENT)
    except Timeout as error:
        raise StoreError(
            f"The store is locked by {_holder(folder)}: {folder / LOCK_FILE} was not free after {how.wait:g} s.",
            "Wait until the other command has ended and try again, or wait longer: --wait SECONDS.",
        ) from error


def _holder(folder: Path) -> str:
    """Say who has the lock, as that one wrote it down."""
    try:
        told = (folder / HOLDER_FILE).read_text("utf-8", errors="replace").strip()
    except OSError:  # it has just let go, or has not written it yet
        told = ""
    return told or "another inspect-cli"


def _warn_of_drive(folder: Path, how: Writing) -> None:
    """Warn where the lock, though it was had, may not keep another writer out."""
    if not _holds(folder):
        how.tell(f"warning: {_does_not_hold(folder)} Let one person write at a time.")
    elif kind := network_drive(folder):
        how.tell(
            f"warning: the data folder {folder} is on a network drive ({kind}), where a lock may not hold against "
            "other machines. Let one machine write at a time."
        )


def _does_not_hold(folder: Path) -> str:
    return f"The drive of the data folder {folder} does not keep a second writer out (its locks do not hold)."


def _holds(folder: Path) -> bool:
    """Try to take the lock a second time, which must fail."""
    if os.name != "posix":
        return True
    import fcntl

    handle = os.open(folder / LOCK_FILE, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.EWOULDBLOCK, errno.EACCES)
    finally:
        os.close(handle)
    return False


def network_drive(folder: Path, mounts: Path = _MOUNTS) -> str | None:
    """Give the kind of network drive that a folder is on ("nfs4"); None for a drive of this machine, or not known."""
    place = folder.resolve()
    if str(place).startswith("\\\\"):
        return "a Windows share"
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:  # a system that does not tell
        return None
    known = [line.split()[1:3] for line in lines if len(line.split()) > 2]
    above = [(Path(where.replace("\\040", " ")), kind) for where, kind in known]
    holding = [(len(where.parts), kind) for where, kind in above if place.is_relative_to(where)]
    kind = max(holding, default=(0, ""))[1]
    return kind if kind in _NETWORK else None
