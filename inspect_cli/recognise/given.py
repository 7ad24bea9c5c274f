"""What a person says of a document: checked, and turned into the values of the domain."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from inspect_cli.errors import InspectError, SourceError, UsageError
from inspect_cli.model import DocumentKind, Given, Pillar, Publisher, is_text
from inspect_cli.recognise.calendar import YEARS, read_date, read_years
from inspect_cli.reference.forces import force_slug, nearest_forces

_Word = TypeVar("_Word", bound=StrEnum)
NO_TEXT = "Some of it is no text; type it in a terminal that is set to UTF-8."
# What the value of a field is called where its name would not say.
_NOUNS = {"published": "day", "inspection_year": "year", "forces": "force"}


def read_given(given: Mapping[str, Given]) -> dict[str, object]:
    """Check what was given and give the values by the report's field names.

    ``force`` and ``forces`` become slugs under ``forces``; "2018/19" as inspection year sets the label too.
    Raises UsageError for an option and SourceError for a line of a file, naming where the value was given and which
    are valid.
    """
    values: dict[str, object] = {}
    for name, one in given.items():
        reader = _READERS.get(name)
        if reader is None:
            raise _error(one, f"{one.where}: {name} is not known of a report.", f"Known are: {', '.join(_READERS)}.")
        values |= reader(name, one)
    return values


def where(given: Mapping[str, Given], field: str) -> str:
    """Say where the value of a report's field was given."""
    one = given.get(field) or given.get({"forces": "force", "inspection_label": "inspection_year"}.get(field, field))
    return one.where if one else ""


def _error(one: Given, message: str, hint: str) -> InspectError:
    return (UsageError if one.where.startswith("--") else SourceError)(message, hint)


def _bad(name: str, one: Given, hint: str) -> InspectError:
    noun = _NOUNS.get(name, name.replace("_", " "))
    return _error(one, f"{one.where}: {one.value!r} is no {noun}.", hint)


def _words(name: str, one: Given) -> dict[str, object]:
    if not isinstance(one.value, str) or not one.value.strip():
        raise _bad(name, one, "Give it in words.")
    if not is_text(one.value):
        raise _bad(name, one, NO_TEXT)
    return {name: " ".join(one.value.split())}


def _one_of(words: type[_Word]) -> Callable[[str, Given], dict[str, object]]:
    def read(name: str, one: Given) -> dict[str, object]:
        known = {word.value.lower(): word for word in words}
        value = str(one.value).strip().lower().replace(" ", "-").replace("_", "-")
        if value not in known:
            raise _bad(name, one, f"It is one of: {', '.join(word.value for word in words)}.")
        return {name: known[value]}

    return read


def _forces(name: str, one: Given) -> dict[str, object]:
    listed: Sequence[object] = one.value if isinstance(one.value, list | tuple) else [one.value]
    slugs = []
    for value in listed:
        slug = force_slug(str(value))
        if slug is None:
            near = nearest_forces(str(value))
            hint = (
                f"Did you mean {' or '.join(near)}?" if near else "Forces are named like cheshire, west-midlands, btp."
            )
            raise _bad("force", Given(value, one.where), hint)
        slugs.append(slug)
    return {"forces": tuple(dict.fromkeys(slugs))}


def _year(name: str, one: Given) -> dict[str, object]:
    match = None if isinstance(one.value, bool) else re.fullmatch(YEARS, str(one.value).strip())
    if not match:
        raise _bad(name, one, "Give it as 2018 or 2018/19.")
    year, label = read_years(match)
    return {name: year} if label == str(year) else {name: year, "inspection_label": label}


def _day(name: str, one: Given) -> dict[str, object]:
    value = one.value
    if isinstance(value, datetime):
        value = value.date()
    day = value if isinstance(value, date) else read_date(str(value))
    if day is None:
        raise _bad(name, one, "Give the day as 2019-09-27 or '27 September 2019'.")
    return {name: day}


_READERS: dict[str, Callable[[str, Given], dict[str, object]]] = {
    "title": _words,
    "publisher": _one_of(Publisher),
    "kind": _one_of(DocumentKind),
    "force": _forces,
    "forces": _forces,
    "programme": _words,
    "pillar": _one_of(Pillar),
    "inspection_year": _year,
    "inspection_label": _words,
    "published": _day,
    "inspector": _words,
    "note": _words,
}
