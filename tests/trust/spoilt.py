"""Spoilt stores: each made from a seed and its number alone, from a store that is whole.

``RAW`` changes bytes as a disk or an editor might, and no checksum fits afterwards: what comes of it is damaged.
``SEALED`` changes what is said, and puts a right checksum over it: what comes of it may be read or refused.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import msgspec

from inspect_cli.store.content import Meta, read_head
from tests.running import SEEDS

Spoil = Callable[[bytes, Random], bytes]

_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**18, 10**40, 1.5, 1e308, "", "x", "2018-02-30", "\u202e\x1b[31m\x00", "é" * 5_000, [], {},
    [None], {"a": {"b": []}}, [[[[]]]], "rhezwcj", "[red]", "9999-12-31", "0001-01-01T00:00:00+00:00",
)  # fmt: skip
_DEEP = 50_000
_OTHERS: tuple[bytes, ...] = (
    b"", b"\n", b"\0" * 4_096, b"null", b"[]", b"{}", b"7", b'"meta"', b"{", b'{"meta":', b"\xef\xbb\xbf{}",
    b'{"_default": {"1": {"name": "x"}}}', b'{"meta": {}}', b'{"meta": {"1": {"schema": 2}}}',
    b'{"meta": {"1": {"schema": 99}}}', b'{"meta": {"1": {"schema": "2"}}}',
    b'{"meta":{"1":{"schema":2,"sha256":"0"}}}', b'{"meta": {"1": {"schema": 1, "sha256": "0"}}}',
    b'{"meta":{"1":{"schema":' + b"9" * 5_000 + b"}}}", b'{"meta":{"1":{"schema":1e999}}}',
    b"[" * _DEEP, b'{"a":' * _DEEP, b'{"meta":{"1":' * _DEEP, b"%PDF-1.7\n", b"PK\x03\x04",
    b"<html><body>Good</body></html>", b"SQLite format 3\0", bytes(range(256)) * 20,
)  # fmt: skip


class Mutant(NamedTuple):
    """A spoilt store: how it was spoilt, its bytes, and whether it must be refused."""

    kind: str
    content: bytes
    damaged: bool


def make_mutant(whole: bytes, seed: int, number: int) -> Mutant:
    """Spoil a store in one of the ways there are, by turns."""
    rng = Random(f"{seed} {number}")
    ways = [(name, spoil, ways is RAW) for ways in (RAW, SEALED) for name, spoil in ways.items()]
    name, spoil, damaged = ways[number % len(ways)]
    content = spoil(whole, rng)
    return Mutant(name, content, damaged and content != whole)


def sealed(meta: Meta, rest: bytes) -> bytes:
    """Give the bytes of a store with a right checksum over whatever its tables are."""
    blank = _head(msgspec.structs.replace(meta, sha256=""))
    return _head(msgspec.structs.replace(meta, sha256=hashlib.sha256(blank + rest).hexdigest())) + rest


def _head(meta: Meta) -> bytes:
    return b'{"meta":{"1":' + msgspec.json.encode(meta) + b"}"


def _flip(whole: bytes, rng: Random) -> bytes:
    content = bytearray(whole)
    for _ in range(rng.choice((1, 1, 2, 8))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return bytes(content)


def _flip_head(whole: bytes, rng: Random) -> bytes:
    ends = _parted(whole)[1]
    return _flip(whole[:ends], rng) + whole[ends:]


def _piece(whole: bytes, rng: Random) -> tuple[int, int]:
    size = rng.choice((1, 1, 2, 7, 512, 4_096))
    at = rng.randrange(len(whole))
    return at, min(len(whole), at + size)


def _delete(whole: bytes, rng: Random) -> bytes:
    at, end = _piece(whole, rng)
    return whole[:at] + whole[end:]


def _insert(whole: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(whole))
    return whole[:at] + rng.randbytes(rng.choice((1, 2, 100))) + whole[at:]


def _double(whole: bytes, rng: Random) -> bytes:
    at, end = _piece(whole, rng)
    return whole[:end] + whole[at:]


def _blank(whole: bytes, rng: Random) -> bytes:
    at, end = _piece(whole, rng)
    return whole[:at] + bytes(end - at) + whole[end:]


def _swap(whole: bytes, rng: Random) -> bytes:
    at, end = _piece(whole, rng)
    other = rng.randrange(end, len(whole) + 1)
    return whole[:at] + whole[end:other] + whole[at:end] + whole[other:]


def _rewritten(whole: bytes, rng: Random) -> bytes:
    tables = json.loads(whole)
    options: tuple[dict[str, Any], ...] = ({"indent": 2}, {}, {"sort_keys": True}, {"ensure_ascii": False})
    return json.dumps(tables, **rng.choice(options)).encode()


RAW: dict[str, Spoil] = {
    "bits flipped": _flip,
    "bits of the head flipped": _flip_head,
    "cut off": lambda whole, rng: whole[: rng.randrange(len(whole))],
    "begun late": lambda whole, rng: whole[rng.randrange(1, len(whole)) :],
    "bytes inserted": lambda whole, rng: (
        (at := rng.randrange(len(whole))) * b"" + whole[:at] + rng.randbytes(3) + whole[at:]
    ),
    "bytes deleted": _delete,
    "bytes doubled": _double,
    "bytes set to nought": _blank,
    "pieces swapped": _swap,
    "something after the end": lambda whole, rng: whole + rng.choice((b" ", b"\n", b"}", b"\0", whole)),
    "line ends of another system": lambda whole, rng: whole.replace(b"\\n", b"\r\n") + b"\r\n",
    "another encoding": lambda whole, rng: whole.decode().encode(rng.choice(("utf-16", "utf-8-sig", "utf-32"))),
    "written by another program": _rewritten,
    "another file in its place": lambda whole, rng: rng.choice(_OTHERS),
    "a report in its place": lambda whole, rng: rng.choice(sorted(SEEDS.glob("*.txt"))).read_bytes(),
}


def _parted(whole: bytes) -> tuple[Meta, int]:
    head = read_head(whole)
    assert head
    return head


def _resealed(change: Spoil) -> Spoil:
    """Spoil what comes after the head, and put a right checksum over it."""

    def spoil(whole: bytes, rng: Random) -> bytes:
        meta, ends = _parted(whole)
        return sealed(meta, change(whole[ends:], rng))

    return spoil


def _retold(change: Callable[[dict[str, Any], Random], None]) -> Spoil:
    """Change the tables, and put a right checksum over them."""

    def spoil(whole: bytes, rng: Random) -> bytes:
        meta, ends = _parted(whole)
        tables = json.loads(b"{" + whole[ends + 1 :])
        change(tables, rng)
        return sealed(meta, b"," + json.dumps(tables).encode()[1:] if tables else b"}")

    return spoil


def _place(tables: dict[str, Any], rng: Random) -> tuple[Any, Any]:
    """Choose a value at any depth: give what holds it, and its key there."""
    held: Any = tables[rng.choice(sorted(tables))]
    key: Any = rng.choice(sorted(held))
    while isinstance(held[key], dict | list) and held[key] and rng.random() < 0.85:
        held = held[key]
        key = rng.choice(sorted(held)) if isinstance(held, dict) else rng.randrange(len(held))
    return held, key


def _other_value(tables: dict[str, Any], rng: Random) -> None:
    held, key = _place(tables, rng)
    held[key] = deepcopy(rng.choice(_VALUES))


def _no_value(tables: dict[str, Any], rng: Random) -> None:
    held, key = _place(tables, rng)
    del held[key]


def _many_values(tables: dict[str, Any], rng: Random) -> None:
    for _ in range(20):
        _other_value(tables, rng)


def _exchanged(tables: dict[str, Any], rng: Random) -> None:
    one, first = _place(tables, rng)
    other, second = _place(tables, rng)
    # Copies: one of them may stand within the other.
    one[first], other[second] = deepcopy(other[second]), deepcopy(one[first])


def _table(change: Callable[[dict[str, Any], str, Random], None]) -> Spoil:
    return _retold(lambda tables, rng: change(tables, rng.choice(sorted(tables)), rng))


def _doubled_row(tables: dict[str, Any], name: str, rng: Random) -> None:
    number = rng.choice(sorted(tables[name]))
    tables[name][rng.choice(("999", "0", "-1", "one", "٣", "1e3", ""))] = tables[name][number]


def _deep(whole: bytes, rng: Random) -> bytes:
    meta, ends = _parted(whole)
    rest = whole[ends:]
    at = rest.index(b'"id":"', rng.randrange(len(rest) // 2)) + len(b'"id":')
    return sealed(meta, rest[:at] + b"[" * _DEEP + b"]" * _DEEP + b"," + rest[at:])


def _other_head(whole: bytes, rng: Random) -> bytes:
    meta, ends = _parted(whole)
    heads: tuple[dict[str, Any], ...] = (
        {"change": 0}, {"change": 10**15}, {"at": ""}, {"at": "9999-12-31T23:59:59+00:00"}, {"reports": 10**9},
        {"schema": 3}, {"at": "0001-01-01"}, {"events": 0},
    )  # fmt: skip
    return sealed(msgspec.structs.replace(meta, **rng.choice(heads)), whole[ends:])


SEALED: dict[str, Spoil] = {
    "a value of another type": _retold(_other_value),
    "a value gone": _retold(_no_value),
    "values exchanged": _retold(_exchanged),
    "many values of other types": _retold(_many_values),
    "a table gone": _table(lambda tables, name, rng: tables.pop(name)),
    "a table emptied": _table(lambda tables, name, rng: tables[name].clear()),
    "a table renamed": _table(lambda tables, name, rng: tables.update({f"{name}2": tables.pop(name)})),
    "a table that is none": _table(lambda tables, name, rng: tables.update({name: deepcopy(rng.choice(_VALUES))})),
    "a table twice": _resealed(lambda rest, rng: rest[:-1] + rest),
    "a row twice": _table(_doubled_row),
    "nested without end": _deep,
    "another head": _other_head,
    "bits flipped under a right checksum": _resealed(_flip),
    "cut off under a right checksum": _resealed(lambda rest, rng: rest[: rng.randrange(1, len(rest))]),
    "bytes deleted under a right checksum": _resealed(_delete),
    "bytes doubled under a right checksum": _resealed(_double),
    "half a character pair": _resealed(lambda rest, rng: rest.replace(b'"text":"', b'"text":"\\ud800', 3)),
}


# What else may stand in the place of the store: each puts it there, where nothing stands.
ODD: dict[str, Callable[[Path], None]] = {
    "a folder": lambda store: store.mkdir(),
    "a pipe": os.mkfifo,
    "a link to itself": lambda store: store.symlink_to(store),
    "a link to nothing": lambda store: store.symlink_to(store.with_name("gone.json")),
    "a device": lambda store: store.symlink_to("/dev/zero"),
}
