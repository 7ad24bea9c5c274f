"""The system calls by which a data folder is read and written: each is told before it is made, and may be kept from it.

What is patched is Python's way to these calls (``os``, ``io.open``, ``fcntl.flock``), so no special file system and no
rights are needed. Calls on files elsewhere, and those of libraries in C, are made untold.
"""

from __future__ import annotations

import builtins
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

_BY_PATH = ("mkdir", "chmod", "unlink", "rmdir", "stat", "lstat", "scandir", "listdir", "utime")
_BY_TWO_PATHS = ("link", "replace", "rename", "symlink")
_BY_HANDLE = ("fsync", "fchmod", "ftruncate", "sendfile")
_LOOK_AT = "open to read"
_LOOKING = frozenset({"stat", "lstat", "scandir", "listdir", "read", _LOOK_AT})


class Call(NamedTuple):
    """A call that is about to be made: which it is, counted from 1, and on what."""

    number: int
    name: str
    path: Path

    @property
    def changes(self) -> bool:
        """False for a call that only looks."""
        return self.name not in _LOOKING


Watch = Callable[[Call], None]


class _Teller:
    """Tells of calls on what is below a folder; it knows the files by their handles."""

    def __init__(self, folder: Path, watch: Watch) -> None:
        self.folder = folder
        self.watch = watch
        self.count = 0
        self.open_files: dict[int, Path] = {}

    def tell(self, name: str, where: object) -> None:
        path = self.path_of(where)
        if path is not None:
            self.count += 1
            self.watch(Call(self.count, name, path))

    def path_of(self, where: object) -> Path | None:
        if isinstance(where, int):
            return self.open_files.get(where)
        path = Path(where) if isinstance(where, str | os.PathLike) else None
        return path if path and path.is_relative_to(self.folder) else None

    def told(self, name: str, position: int = 0) -> Callable[..., Any]:
        """Give the function ``os.name`` that tells first; its path or handle is the argument at ``position``."""
        real = getattr(os, name)

        def call(*given: Any, **options: Any) -> Any:
            self.tell(name, given[position] if len(given) > position else None)
            return real(*given, **options)

        return call

    def opener(self) -> Callable[..., int]:
        """Give an ``os.open`` that tells, and remembers which file a handle is of."""
        real = os.open

        def call(path: Any, flags: int, *given: Any, **options: Any) -> int:
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            self.tell("open" if writes else _LOOK_AT, path)
            handle = real(path, flags, *given, **options)
            self.open_files.pop(handle, None)
            if found := self.path_of(path):
                self.open_files[handle] = found
            return handle

        return call

    def file_opener(self) -> Callable[..., Any]:
        """Give an ``open`` whose files tell of each read and each write."""
        real = io.open

        def call(file: Any, mode: str = "r", *given: Any, **options: Any) -> Any:
            path = self.path_of(file)
            if path is None:
                return real(file, mode, *given, **options)
            writes = set(mode) & set("wxa+")
            if not isinstance(file, int):
                self.tell("open" if writes else _LOOK_AT, file)
            raw = _File(file, mode.replace("b", "").replace("t", ""), self, path)
            buffered = io.BufferedWriter(raw) if writes else io.BufferedReader(raw)
            if "b" in mode:
                return buffered
            named = dict(zip(("buffering", "encoding", "errors", "newline"), given, strict=False)) | options
            named.pop("buffering", None)
            return io.TextIOWrapper(buffered, **named)

        return call

    def locker(self) -> Callable[[int, int], None]:
        """Give an ``fcntl.flock`` that tells; letting go of a lock is not told, since it does not fail."""
        real = fcntl.flock

        def call(handle: int, operation: int) -> None:
            if operation != fcntl.LOCK_UN:
                self.tell("flock", handle)
            real(handle, operation)

        return call


class _File(io.FileIO):
    """A file that tells of each read and write. Of a write that fails, half was made: so does a disk that fills up."""

    def __init__(self, file: Any, mode: str, teller: _Teller, path: Path) -> None:
        super().__init__(file, mode)
        self._teller = teller
        teller.open_files[self.fileno()] = path

    def write(self, data: Any) -> int:
        """Write, unless the call is kept from it."""
        half = bytes(data)[: len(data) // 2]
        try:
            self._teller.tell("write", self.fileno())
        except OSError:
            super().write(half)
            raise
        return super().write(data)

    def readall(self) -> bytes:
        """Read all."""
        self._teller.tell("read", self.fileno())
        return super().readall()

    def readinto(self, buffer: Any) -> int:
        """Read some."""
        self._teller.tell("read", self.fileno())
        return super().readinto(buffer)


@contextmanager
def watched(folder: Path, watch: Watch) -> Iterator[None]:
    """Tell ``watch`` of each system call on what is below ``folder``; what it raises, the call raises."""
    teller = _Teller(folder, watch)
    opened = teller.file_opener()
    ways: list[tuple[Any, str, Any]] = [
        *((os, name, teller.told(name)) for name in (*_BY_PATH, *_BY_HANDLE)),
        *((os, name, teller.told(name, 1)) for name in _BY_TWO_PATHS),
        (os, "open", teller.opener()),
        (os, "fdopen", opened),
        (io, "open", opened),
        (builtins, "open", opened),
        (fcntl, "flock", teller.locker()),
    ]
    with ExitStack() as patches:
        for place, name, way in ways:
            patches.enter_context(patch.object(place, name, way))
        yield


def calls_of(folder: Path, command: Callable[[], object]) -> list[Call]:
    """Give the calls on a folder that a command makes."""
    found: list[Call] = []
    with watched(folder, found.append):
        command()
    return found
