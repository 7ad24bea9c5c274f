"""What is to be imported, and what a person knows of it: options, and the ``sources.toml`` beside the reports."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspect_cli.errors import SourceError
from inspect_cli.model import Given
from inspect_cli.read import find_sources
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

    def read(self) -> bytes:
        """Give the bytes; raises SourceError when they cannot be had."""
        if self.error is not None:
            raise self.error
        if self.data is not None or self.path is None:
            return self.data or b""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise SourceError(
                f"{self.name} could not be read: {error.strerror}.", "Look at its permissions."
            ) from error


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person said of all reports of an import, by the keys of ``sources.toml``; it wins over that file."""

    given: Mapping[str, Given] = field(default_factory=dict)


def gather(paths: Iterable[Path], base: Path) -> tuple[Source, ...]:
    """List the reports at ``paths``, which may be relative to ``base``: files, or folders with all in and below them.

    A path at which there is nothing becomes a source that fails when it is read. A file named twice is listed once.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        start = Path(os.path.normpath(base / path))
        try:
            files = find_sources(start)
        except SourceError as error:
            found.setdefault(start, Source(str(path), start, error=error))
            continue
        for file in files:
            found.setdefault(file, Source(str(path / file.relative_to(start)), file))
    return tuple(found.values())


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
