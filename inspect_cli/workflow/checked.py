"""Records held against their types before they are believed: a file from elsewhere may hold anything."""

from __future__ import annotations

import math
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from inspect_cli.store.codec import decode

Record = TypeVar("Record")

# What JSON tools agree on as a whole number.
_LARGEST = 2**53
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}


class FaultError(Exception):
    """What is not right in a record from elsewhere, and where: "reports[3].findings[0].span.line"."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class _Field(NamedTuple):
    name: str
    hint: Any
    required: bool


def checked(kind: type[Record], row: object, where: str) -> Record:
    """Give the record of ``kind`` that ``row`` holds; raises FaultError where a field is missing or no such value."""
    fault = next(_faults(kind, row, where), None)
    if fault is not None:
        raise fault
    try:
        return decode(kind, typing.cast("dict[str, Any]", row))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FaultError(where, str(error)) from error


def checked_value(hint: Any, value: object, where: str) -> None:
    """Hold a plain value against its type; raises FaultError."""
    fault = next(_faults(hint, value, where), None)
    if fault is not None:
        raise fault


def _faults(hint: Any, value: object, where: str) -> Iterator[FaultError]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if value is not None or types.NoneType not in arguments:
            (inner,) = (one for one in arguments if one is not types.NoneType)
            yield from _faults(inner, value, where)
    elif origin is tuple:
        yield from _of_list(arguments[0], value, where)
    elif origin is dict:
        yield from _of_dict(arguments[1], value, where)
    elif _is_record(hint):
        yield from _of_record(hint, value, where)
    else:
        yield from _of_plain(hint, value, where)


def _of_list(hint: Any, value: object, where: str) -> Iterator[FaultError]:
    if not isinstance(value, list):
        yield _wrong(where, value, _WORDS[list])
        return
    for place, one in enumerate(value):
        yield from _faults(hint, one, f"{where}[{place}]")


def _of_dict(hint: Any, value: object, where: str) -> Iterator[FaultError]:
    if not isinstance(value, dict):
        yield _wrong(where, value, _WORDS[dict])
        return
    for key, one in value.items():
        yield from _faults(str, key, f"a key of {where}")
        yield from _faults(hint, one, f"{where}.{key}")


def _of_record(kind: Any, value: object, where: str) -> Iterator[FaultError]:
    if not isinstance(value, dict):
        yield _wrong(where, value, _WORDS[dict])
        return
    for name, hint, required in _fields(kind):
        if name in value:
            yield from _faults(hint, value[name], f"{where}.{name}")
        elif required:
            yield FaultError(f"{where}.{name}", "it is missing")


def _of_plain(hint: Any, value: object, where: str) -> Iterator[FaultError]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        known = [member.value for member in hint]
        if value not in known:
            yield _wrong(where, value, f"one of {', '.join(map(str, known))}")
    elif hint in (date, datetime):
        if not _is_moment(hint, value):
            yield _wrong(where, value, "a moment with its zone" if hint is datetime else "a day as YYYY-MM-DD")
    elif not _is_plain(hint, value):
        yield _wrong(where, value, _WORDS[hint])


def _is_plain(hint: type, value: object) -> bool:
    if hint is str:
        return isinstance(value, str) and not _SURROGATE.search(value)
    if hint is bool:
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if hint is int:
        return isinstance(value, int) and abs(value) <= _LARGEST
    return isinstance(value, int | float) and abs(value) <= _LARGEST and math.isfinite(value)


def _is_moment(hint: Any, value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        moment = hint.fromisoformat(value)
    except ValueError:
        return False
    return hint is date or moment.tzinfo is not None


def _wrong(where: str, value: object, wanted: str) -> FaultError:
    told = repr(value)
    return FaultError(where, f"{told if len(told) <= 60 else told[:57] + '…'} is not {wanted}")


def _is_record(hint: Any) -> bool:
    return is_dataclass(hint) or hasattr(hint, "_field_defaults")


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    """Give a record's fields with their types, and whether each must be there."""
    hints = typing.get_type_hints(kind)
    if is_dataclass(kind):
        bare = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
        return tuple(_Field(one.name, hints[one.name], one.name in bare) for one in fields(kind))
    return tuple(_Field(name, hints[name], name not in kind._field_defaults) for name in kind._fields)
