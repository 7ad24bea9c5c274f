"""What is to be imported, and what a person knows of it: options, and the ``sources.toml`` beside the reports."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from inspect_cli.errors import SourceError
from inspect_cli.model import Given, count
from inspect_cli.read import AS_USUAL, LARGEST_FILE, ReadOptions, check_size, find_sources, suffixes_of
from inspect_cli.workflow.settings import nearest, read_toml

SOURCES_FILE = "sources.toml"

KEYS = (
    "title",
    "publisher",
    "kind",
    "force",
    "forces",
    "programme",
    "pillar",
    "inspection_year",
    "inspection_label",
    "published",
    "inspector",
    "note",
)

_SPECIAL = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

_HEADER = re.compile(r"\s*\[(?!\[)")
_KEY = re.compile(r"\s*[\"']?([^\"'=]+?)[\"']?\s*=")


@dataclass(frozen=True, slots=True)
class Source:
    """A report to import: the name it was asked for by, and its absolute path or (standard input) its bytes.

    ``error`` says what is wrong with a path at which there is nothing to import.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    error: SourceError | None = None

    @property
    def place(self) -> str | None:
        """The absolute path as it is kept of a report: what in a name is no text is spelt out."""
        return str(self.path).encode(errors="backslashreplace").decode() if self.path else None

    def read(self, options: ReadOptions = AS_USUAL) -> bytes:
        """Give the bytes; raises SourceError when they cannot be had, or are more than ``options`` allow.

        The size of a file is looked at before anything of it is read.
        """
        if self.error is not None:
            raise self.error
        if self.data is not None or self.path is None:
            check_size(self.name, len(self.data or b""), options)
            return self.data or b""
        try:
            self._check(self.path.stat(), options)
            with self.path.open("rb") as file:
                data = file.read(-1 if options.large else LARGEST_FILE + 1)
        except OSError as error:
            raise SourceError(
                f"{self.name} could not be read: {error.strerror}.", "Look whether it is still there, and readable."
            ) from error
        check_size(self.name, len(data), options)
        return data

    def size(self) -> int:
        """Give the number of bytes, 0 where it cannot be told."""
        if self.data is not None or self.path is None:
            return len(self.data or b"")
        try:
            return self.path.stat().st_size
        except OSError:  # whoever reads it is told what is wrong
            return 0

    def _check(self, found: os.stat_result, options: ReadOptions) -> None:
        """Raise SourceError for what is no file of a fit size: to read a pipe may never end."""
        if not stat.S_ISREG(found.st_mode):
            what = next((name for is_one, name in _SPECIAL if is_one(found.st_mode)), "a special file")
            raise SourceError(
                f"{self.name} is {what}, not a file with a report.",
                "Give a file or a folder; what a command puts out is read with: inspect-cli import -",
            )
        check_size(self.name, found.st_size, options)


def from_stream(name: str, stream: BinaryIO, *, large: bool) -> Source:
    """Read a source from a stream, and no more of it than to see that it is too large, unless ``large``."""
    return Source(name, data=stream.read(-1 if large else LARGEST_FILE + 1))


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import: ``given`` is what the person said of all reports, by the keys of ``sources.toml``, and wins.

    ``large`` lifts the limits on size, ``keep_both`` keeps copies beside each other, ``jobs`` is in how many processes
    to read.
    """

    given: Mapping[str, Given] = field(default_factory=dict)
    large: bool = False
    keep_both: bool = False
    jobs: int = 1


class Gathered(NamedTuple):
    """The reports to import, and what folders hold besides: how many files of which suffixes (a line of words)."""

    sources: tuple[Source, ...]
    passed_over: str = ""


def gather(paths: Iterable[Path], base: Path) -> Gathered:
    """List the reports at ``paths``, which may be relative to ``base``: files, or folders with all in and below them.

    A path at which there is nothing becomes a source that fails when it is read. A file named twice is listed once.
    """
    sources: dict[Path, Source] = {}
    passed_over: dict[Path, None] = {}
    for path in paths:
        start = Path(os.path.normpath(base / path))
        try:
            found = find_sources(start)
        except SourceError as error:
            sources.setdefault(start, Source(str(path), start, error=error))
            continue
        for file in found.files:
            sources.setdefault(file, Source(str(path / file.relative_to(start)), file))
        for number, refused in enumerate(found.errors):
            sources.setdefault(start / f"{number}", Source(str(path), start, error=refused))
        passed_over |= dict.fromkeys(found.passed_over)
    left = tuple(file for file in passed_over if file not in sources)
    said = f"{count(len(left), 'file')} passed over: {suffixes_of(left)}" if left else ""
    return Gathered(tuple(sources.values()), said)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a folder's ``sources.toml`` gives: by file name, by key; and what seems amiss with it."""

    given: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def read_sources(folder: Path) -> Sources:
    """Read the ``sources.toml`` of a folder of reports; empty where there is none.

    A table for a file that is not there is a warning. Raises SourceError, naming the line, for a file that is no TOML
    or has a key that is not known.
    """
    path = folder / SOURCES_FILE
    if not path.is_file():
        return Sources()
    tables = read_toml(path, SourceError)
    lines = _lines_of_keys(path.read_bytes().decode("utf-8-sig"))
    given = {name: dict(_facts(path, name, table, lines)) for name, table in tables.items()}
    missing = [name for name in given if not (folder / name).is_file()]
    warnings = tuple(f"{path}, line {lines.get((name, ''), 1)}: there is no file {name} here." for name in missing)
    return Sources(given, warnings)


def _facts(path: Path, name: str, table: Any, lines: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, Given]]:
    header = lines.get((name, ""), lines.get(("", name), 1))
    if not isinstance(table, dict):
        raise SourceError(
            f"{path}, line {header}: {name!r} belongs to no file.",
            'Write the name of its file in square brackets above it: ["report.txt"].',
        )
    for key, value in table.items():
        line = lines.get((name, key), header)
        if isinstance(value, dict):
            raise SourceError(
                f"{path}, line {lines.get((f'{name}.{key}', ''), line)}: {name}.{key} is not the name of one file.",
                f'Write a file name in quotes: ["{name}.{key}"].',
            )
        if key not in KEYS:
            raise SourceError(f"{path}, line {line}: there is no key {key!r}.", nearest(key, KEYS))
        yield key, Given(value, f"{SOURCES_FILE}, line {line}")


def _lines_of_keys(text: str) -> dict[tuple[str, str], int]:
    """Find the line of each table (key "") and of each key in it; before the first table, the table is ""."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if _HEADER.match(line):
            table = _table_name(line) or table
            found.setdefault((table, ""), number)
        elif key := _KEY.match(line):
            found.setdefault((table, key[1]), number)
    return found


def _table_name(header: str) -> str | None:
    """Read a table's name from its header line; None for a line that only looks like one (in a longer value)."""
    try:
        tables: Any = tomllib.loads(header)
    except tomllib.TOMLDecodeError:
        return None
    names = []
    while tables:
        ((name, tables),) = tables.items()
        names.append(name)
    return ".".join(names)
