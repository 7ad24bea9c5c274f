"""What stands in a store's file: its head, and its tables, each kept as bytes until its rows are asked for.

The file is TinyDB's: one JSON object of tables, each an object of rows by number. The first table is ``meta``; its one
row holds the schema, the number of the change, and the checksum of itself (without that) and of all bytes after it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, NamedTuple, TypeAlias

import msgspec

from inspect_cli.store.tables import META, ORDER, REPORTS, Row, text_name

Buffer: TypeAlias = bytes | memoryview
Rows: TypeAlias = dict[str, Row]

SCHEMA = 2
_BEGIN = b'{"meta":{"1":'
# A head is shorter than this; a file in which none ends by then was not written by this program.
_LONGEST_HEAD = 1_000


_Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]


# What decoding raises: what is only passed over by its bytes may still be no text, or nested too deep.
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a store: which change made it, when, what it holds in numbers, and the checksum of it all."""

    schema: int = SCHEMA
    change: _Count = 0
    at: str = ""
    reports: _Count = 0
    events: _Count = 0
    sha256: str = ""


class State(NamedTuple):
    """Which file it was and when written: a store is replaced, never changed, so the same state is the same content."""

    device: int
    inode: int
    size: int
    changed: int


class _Named(msgspec.Struct):
    id: str = ""


class _Key(_Named):
    force: str | None = None


class Brief(msgspec.Struct):
    """Of a report what long lists need, without decoding it whole."""

    id: str = ""
    published: date | None = None
    inspection_year: int | None = None
    inspection_label: str | None = None


class _WithText(_Named):
    text_sha256: str = ""


class ShapeError(ValueError):
    """A table is not in TinyDB's shape; the message says which and how."""


class Content:
    """The tables of a store by name, those that were not asked for as the bytes that they were read as."""

    def __init__(self, tables: dict[str, Any], meta: Meta, state: State | None = None) -> None:
        self.tables = tables
        self.meta = meta
        self.state = state
        self._rows: dict[str, Rows] = {}
        self._keys: dict[str, dict[str, _Key]] = {}
        self._slices: dict[str, dict[str, msgspec.Raw]] = {}
        self._numbers: dict[str, dict[str, str]] = {}

    def rows(self, name: str) -> Rows:
        """Give a table's rows by number, empty where there is no such table; raises ShapeError."""
        if name not in self._rows:
            held = self.tables.get(name, {})
            rows = _decoded(name, held, dict[str, dict[str, Any]]) if isinstance(held, msgspec.Raw) else held
            self._rows[name] = _in_shape(name, rows)
        return self._rows[name]

    def rows_of_force(self, name: str, force: str) -> list[Row]:
        """Give the rows of a table that are about ``force`` or about none in particular; raises ShapeError."""
        held = self.tables.get(name, {})
        if not isinstance(held, msgspec.Raw):
            return [row for row in self.rows(name).values() if row.get("force") in (None, force)]
        slices = self._slices_of(name)
        kept = (slices[number] for number, key in self._keys_of(name).items() if key.force in (None, force))
        return [_decoded(name, row, dict[str, Any]) for row in kept]

    def row(self, name: str, one: str) -> Row | None:
        """Give the row of a table that has this id, None where there is none; raises ShapeError."""
        if name not in self._numbers:
            self._numbers[name] = {key.id: number for number, key in self._keys_of(name).items()}
        number = self._numbers[name].get(one)
        return None if number is None else dict[str, Any](_decoded(name, self._slices_of(name)[number], dict[str, Any]))

    def _keys_of(self, name: str) -> dict[str, _Key]:
        """Give of each row, by its number, its id and its force, without decoding more of it."""
        if name not in self._keys:
            self._keys[name] = _decoded(name, self._raw(name), dict[str, _Key])
        return self._keys[name]

    def _slices_of(self, name: str) -> dict[str, msgspec.Raw]:
        """Give each row by its number, undecoded."""
        if name not in self._slices:
            self._slices[name] = _decoded(name, self._raw(name), dict[str, msgspec.Raw])
        return self._slices[name]

    def briefs(self, name: str) -> list[Brief]:
        """Give the rows of a table of reports in brief; raises ShapeError."""
        return list(_decoded(name, self._raw(name), dict[str, Brief]).values())

    def _raw(self, name: str) -> msgspec.Raw:
        held = self.tables.get(name, {})
        return held if isinstance(held, msgspec.Raw) else msgspec.Raw(msgspec.json.encode(held))

    def ids(self, name: str) -> list[str]:
        """Give the ids of a table's rows; raises ShapeError."""
        return [key.id for key in self._keys_of(name).values()]

    def text_names(self) -> set[tuple[str, str]]:
        """Give the ids of the reports, each with the name of its text's file; raises ShapeError."""
        named = _decoded(REPORTS.name, self._raw(REPORTS.name), dict[str, _WithText]).values()
        return {(row.id, text_name(row.id, row.text_sha256)) for row in named}


def _decoded(name: str, held: msgspec.Raw, shape: Any) -> Any:
    try:
        return msgspec.json.decode(held, type=shape)
    except UNREADABLE as error:
        raise ShapeError(f"{name} is no table of records ({error})") from error


def _in_shape(name: str, rows: Any) -> Rows:
    if not isinstance(rows, dict):
        raise ShapeError(f"{name} is no table")
    for number, row in rows.items():
        if not (number.isdecimal() and isinstance(row, dict)):
            raise ShapeError(f"row {number} of {name} is no record")
    return rows


def read_head(content: Buffer) -> tuple[Meta, int] | None:
    """Give the head of a store's bytes and where it ends; None where they do not begin as this program writes them."""
    begins = bytes(content[:_LONGEST_HEAD])
    ends = begins.find(b"}}", len(_BEGIN))
    if not begins.startswith(_BEGIN) or ends < 0:
        return None
    try:
        meta = msgspec.json.decode(begins[len(_BEGIN) : ends + 1], type=Meta)
        datetime.fromisoformat(meta.at or "2000-01-01")
    except (msgspec.DecodeError, ValueError):
        return None
    return (meta, ends + 2) if _head(meta) == begins[: ends + 2] else None


def is_whole(content: Buffer, meta: Meta, ends: int) -> bool:
    """Say whether a store's head and the bytes after it are those that were written together."""
    checksum = hashlib.sha256(_head(msgspec.structs.replace(meta, sha256="")))
    checksum.update(memoryview(content)[ends:])
    return checksum.hexdigest() == meta.sha256


def _head(meta: Meta) -> bytes:
    return _BEGIN + msgspec.json.encode(meta) + b"}"


def split(content: bytes) -> dict[str, Any]:
    """Give the tables of a store's bytes, each undecoded; raises msgspec.DecodeError, and ShapeError where none is."""
    try:
        return dict(msgspec.json.decode(content, type=dict[str, msgspec.Raw]))
    except msgspec.ValidationError as error:
        raise ShapeError("it holds no tables") from error


def compose(tables: dict[str, Any], meta: Meta) -> Iterator[Buffer]:
    """Give the bytes of a store, piece by piece: ``meta`` is completed with the checksum of the tables."""
    rest: list[Buffer] = []
    names = [*(name for name in ORDER if name in tables), *(sorted(tables.keys() - {META, *ORDER}))]
    for name in names:
        held = tables[name]
        rest.append(b"," + msgspec.json.encode(name) + b":")
        rest.append(memoryview(held) if isinstance(held, msgspec.Raw) else msgspec.json.encode(held))
    rest.append(b"}")
    checksum = hashlib.sha256(_head(msgspec.structs.replace(meta, sha256="")))
    for piece in rest:
        checksum.update(piece)
    yield _head(msgspec.structs.replace(meta, sha256=checksum.hexdigest()))
    yield from rest
