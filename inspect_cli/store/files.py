"""Several files written as one: all of them or none."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from inspect_cli.errors import StoreError

_ELSEWHERE = "Choose another data folder with --data DIR or INSPECT_CLI_DATA, or have this one's permissions changed."
_REASONS = {
    errno.ENOSPC: ("no space is left on its disk", "Make room and run the command again."),
    errno.EDQUOT: ("the disk quota is used up", "Make room and run the command again."),
    errno.EROFS: ("its disk is read-only", _ELSEWHERE),
    errno.EACCES: ("permission was denied", _ELSEWHERE),
    errno.EPERM: ("permission was denied", _ELSEWHERE),
    errno.EEXIST: ("there is a file where the folder should be", "Choose another data folder with --data DIR."),
    errno.ENOTDIR: ("there is a file where a folder should be", "Choose another data folder with --data DIR."),
}


@contextmanager
def as_store_error(folder: Path) -> Iterator[None]:
    """Turn an OSError met while writing to the data folder into a StoreError that says what to do."""
    try:
        yield
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (str(error.strerror or error), _ELSEWHERE))
        raise StoreError(f"Could not write to the data folder {folder}: {reason}. Nothing was stored.", hint) from error


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, in order, or leave all as they were; raises OSError.

    Each is written whole and synced under a temporary name beside its place before the first one moves, so that
    a full disk is met while nothing has changed. A file's mode is kept; a new file is its owner's alone.
    """
    with ExitStack() as tidy, ExitStack() as undo:
        staged = [(_stage(tidy, path, content), path) for path, content in files.items()]
        for temporary, path in staged:
            undo.callback(_put_back, path, path.read_bytes() if path.exists() else None)
            temporary.replace(path.resolve())
        undo.pop_all()
    for folder in {path.resolve().parent for path in files}:
        _sync_folder(folder)


def _stage(tidy: ExitStack, path: Path, content: bytes) -> Path:
    place = path.resolve()  # a link stays a link: what it points at is replaced
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".new", dir=place.parent)
    temporary = Path(name)
    tidy.callback(temporary.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o600)
    return temporary


def _put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        replace_all({path: content})


def _sync_folder(folder: Path) -> None:
    """Make a replace outlast a power cut, where the system can; the files are in place and whole without it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems know no such thing
            os.fsync(handle)
    finally:
        os.close(handle)
