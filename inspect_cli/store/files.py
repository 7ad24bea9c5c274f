"""One file written whole: all of it or nothing, and outlasting a power cut."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from inspect_cli.errors import StoreError
from inspect_cli.store.tables import BACKUPS, STORE_FILE, TEXTS

_ELSEWHERE = "Choose another data folder with --data DIR or INSPECT_CLI_DATA, or have this one's permissions changed."
_REASONS = {
    errno.ENOSPC: ("no space is left on its disk", "Make room and run the command again."),
    errno.EDQUOT: ("the disk quota is used up", "Make room and run the command again."),
    errno.EROFS: ("its disk is read-only", _ELSEWHERE),
    errno.EACCES: ("permission was denied", _ELSEWHERE),
    errno.EPERM: ("permission was denied", _ELSEWHERE),
    errno.EEXIST: ("there is a file where the folder should be", "Choose another data folder with --data DIR."),
    errno.ENOTDIR: ("there is a file where a folder should be", "Choose another data folder with --data DIR."),
    errno.EIO: ("its disk reports an error", "Look at the disk; meanwhile choose another data folder with --data DIR."),
}
# What a file system says that has no such thing as syncing a folder, or a second name for a file.
_UNKNOWN = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF}
_NO_LINKS = {*_UNKNOWN, errno.EPERM, errno.EXDEV, errno.EMLINK}
_NEW = ".new"


@contextmanager
def as_store_error(folder: Path) -> Iterator[None]:
    """Turn an OSError met while writing to the data folder into a StoreError that says what to do."""
    try:
        yield
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (str(error.strerror or error), _ELSEWHERE))
        raise StoreError(f"Could not write to the data folder {folder}: {reason}. Nothing was stored.", hint) from error


def stage(path: Path, pieces: Iterable[bytes | memoryview]) -> Path:
    """Write ``pieces`` whole and synced under a temporary name beside ``path``, and give that; raises OSError.

    It gets the mode of the file at ``path``; where there is none it is its owner's alone. Nothing is left of a write
    that fails.
    """
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_NEW, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
    except OSError:
        forget(temporary)
        raise
    return temporary


def write_file(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Put a file that holds ``pieces`` in the place of ``path``, or leave that as it was; raises OSError."""
    temporary = stage(path, pieces)
    try:
        temporary.replace(path)
    except OSError:
        forget(temporary)
        raise


def forget(path: Path) -> None:
    """Take a file away that does no harm where it stays: a folder that has become read-only keeps it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def leftovers(folder: Path) -> list[Path]:
    """List what writes that were broken off left in a data folder; one that goes on has some too."""
    real = (folder / STORE_FILE).resolve().parent  # elsewhere, where the store is a link
    places = dict.fromkeys((folder.resolve(), real, folder / TEXTS, folder / BACKUPS))
    return [left for place in places for left in sorted(place.glob(f".*{_NEW}"))]


def sweep(folder: Path) -> None:
    """Take away what writes that were broken off left in a data folder; only inside the lock, where none goes on."""
    with suppress(OSError):
        for left in leftovers(folder):
            forget(left)


def keep_beside(path: Path, kept: Path) -> None:
    """Give the file at ``path`` a second name, or where there are none such a copy of it; raises OSError."""
    try:
        os.link(path, kept)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        write_file(kept, [path.read_bytes()])  # whole or not at all: one that is half there would be taken for kept


def sync_folder(folder: Path) -> None:
    """Make what was put into ``folder`` outlast a power cut, where the system can; raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN:  # some network file systems know no such thing
            raise
    finally:
        os.close(handle)
