"""Records to plain JSON values and back, worked out once for each class from its fields' types."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Set
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

Record = TypeVar("Record")
Convert = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)
_SHOWN = 40


class Plan(NamedTuple):
    """How a class is stored.

    Its fields, the types that a value of each may have in JSON, the functions to and from JSON of those that need one,
    and what may lack.
    """

    names: Set[str]
    kinds: Mapping[str, Set[type]]
    write: tuple[tuple[str, Convert | None], ...]
    read: tuple[tuple[str, Convert], ...]
    optional: tuple[str, ...]


_plans: dict[type, Plan] = {}


def encode(record: object) -> dict[str, Any]:
    """Give a record of the model as a dict that JSON can hold; raises TypeError for another type."""
    row = {}
    for name, write in _plan(type(record)).write:
        value = getattr(record, name)
        row[name] = value if write is None or value is None else write(value)
    return row


def decode(kind: type[Record], row: Mapping[str, Any]) -> Record:
    """Give the record of ``kind`` that ``row`` holds.

    Keys that the class does not know are ignored (a later minor version wrote them) and missing ones take the
    field's default, or None where the field may be None. Raises TypeError, ValueError, KeyError or AttributeError
    where the row cannot be such a record.
    """
    plan = _plan(kind)
    values = dict(row) if row.keys() == plan.names else _fitted(row, plan)
    kinds = plan.kinds
    for name, value in values.items():
        if type(value) not in kinds[name] and not (isinstance(value, StrEnum) and str in kinds[name]):  # not stored yet
            raise TypeError(f"{name} is {str(value)[:_SHOWN]!r}")
    for name, read in plan.read:
        value = values.get(name)
        if value is not None:
            values[name] = read(value)
    return kind(**values)


def _fitted(row: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    known = {name: value for name, value in row.items() if name in plan.names}
    return dict.fromkeys(plan.optional) | known


def _plan(kind: type) -> Plan:
    plan = _plans.get(kind)
    if plan is None:
        plan = _plans[kind] = _make_plan(kind)
    return plan


def _make_plan(kind: Any) -> Plan:
    if not _is_record(kind):
        raise TypeError(f"{kind!r} is no record")
    hints = typing.get_type_hints(kind)
    names, required = _fields(kind)
    converters = {name: _converters(hints[name]) for name in names}
    return Plan(
        converters.keys(),
        {name: _kinds(hints[name]) for name in names},
        tuple((name, write) for name, (write, _) in converters.items()),
        tuple((name, read) for name, (_, read) in converters.items() if read is not None),
        tuple(name for name in required if _may_be_none(hints[name])),
    )


def _is_record(kind: Any) -> bool:
    """Say whether a class is a dataclass or a named tuple, the two forms that the model's records have."""
    return is_dataclass(kind) or hasattr(kind, "_field_defaults")


def _fields(kind: Any) -> tuple[list[str], list[str]]:
    """Give the names of a record's fields, and of those without a default."""
    if not is_dataclass(kind):
        return list(kind._fields), [name for name in kind._fields if name not in kind._field_defaults]
    every = fields(kind)
    bare = [field.name for field in every if field.default is MISSING and field.default_factory is MISSING]
    return [field.name for field in every], bare


def _may_be_none(hint: Any) -> bool:
    return types.NoneType in typing.get_args(hint)


def _kinds(hint: Any) -> Set[type]:
    """Give the types that a value may have in JSON."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return frozenset().union(*(_kinds(argument) for argument in arguments))
    if origin in (tuple, dict):
        return {list} if origin is tuple else {dict}
    if hint in (types.NoneType, str, bool):
        return {hint}
    if hint in (int, float):
        return {int, hint}
    return {dict} if _is_record(hint) else {str}


def _converters(hint: Any) -> tuple[Convert | None, Convert | None]:
    """Give the functions to and from JSON for a type; None where the value stays as it is."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        return _converters(inner)
    if origin is tuple:
        return _sequence(*_converters(arguments[0]), frozenset(_kinds(arguments[0])))
    if origin is dict:
        return _mapping(*_converters(arguments[1]))
    return _single(hint)


def _single(hint: type) -> tuple[Convert | None, Convert | None]:
    if hint in _PLAIN:
        return None, None
    if issubclass(hint, Enum):
        members = {member.value: member for member in hint}
        return attrgetter("value"), members.__getitem__
    if issubclass(hint, date):  # a datetime is one too
        return hint.isoformat, hint.fromisoformat
    if _is_record(hint):
        return encode, partial(decode, hint)
    raise TypeError(f"no way to store a {hint!r}")


def _sequence(write: Convert | None, read: Convert | None, kinds: frozenset[type]) -> tuple[Convert, Convert]:
    def to_list(values: tuple[Any, ...]) -> list[Any]:
        return list(values) if write is None else [write(value) for value in values]

    def to_tuple(values: list[Any]) -> tuple[Any, ...]:
        if not kinds.issuperset(map(type, values)):
            raise TypeError(f"a list holds {str(values)[:_SHOWN]}")
        return tuple(values) if read is None else tuple([read(value) for value in values])

    return to_list, to_tuple


def _mapping(write: Convert | None, read: Convert | None) -> tuple[Convert, Convert]:
    def one_way(convert: Convert | None) -> Convert:
        return dict if convert is None else lambda values: {key: convert(value) for key, value in values.items()}

    return one_way(write), one_way(read)
