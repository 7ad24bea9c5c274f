"""The names of the forces as texts write them: which force a name means, and where in a text forces are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed, made_once

_BODY = r"(?:Police(?: Service| Force)?|Constabular(?:y|ies)|Police forces|forces)"


def force_slug(text: str) -> str | None:
    """Give the slug of the force that ``text`` names ("Cheshire Police", "the Met", "devon & cornwall"), or None."""
    return _by_name().get(_fold(text))


def nearest_forces(text: str) -> list[str]:
    """Give the slugs of the forces whose names are most like ``text``, nearest first."""
    from difflib import get_close_matches

    names = _by_name()
    short = {_fold(name) for force in _forces() for name in force.get("abbreviations", ())}
    close = get_close_matches(_fold(text), [name for name in names if name not in short], n=6, cutoff=0.6)
    return list(dict.fromkeys(names[name] for name in close))[:3]


def force_name(slug: str) -> str:
    """Give the full name of the force with this slug."""
    return next(str(force["name"]) for force in _forces() if force["slug"] == slug)


def short_name(slug: str) -> str:
    """Give the place that the force with this slug is called by: "Durham"."""
    return next(str(force["short"]) for force in _forces() if force["slug"] == slug)


def title_force(text: str) -> str | None:
    """Give the force that a page's title begins with by its short name, as in "Kent PEEL 2018" or "Kent 2014"."""
    match = short_title().match(text)
    return force_slug(match.group(1) or match.group(2)) if match else None


def names_force(text: str) -> bool:
    """Say whether a text names a force in full."""
    return full_names().search(text) is not None


def may_name_force(text: str) -> bool:
    """Say whether a text holds the first word of any name that ``force_slug`` knows; False: it names no force."""
    return _first_words().may_match(text)


def forces_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each force that a text names in full, as its slug with where the name begins and ends."""
    for match in full_names().finditer(text):
        yield from ((slug, *match.span()) for slug in slugs(match.groups()))


def slugs(names: Iterable[str | None]) -> list[str]:
    """Give the slugs of those names that are forces'."""
    return [slug for name in names if name and (slug := force_slug(name))]


def _forces() -> list[dict[str, Any]]:
    return list(load("forces")["force"])


def _fold(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("&", " and ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for force in _forces():
        short = force["short"]
        known = [force["slug"], force["name"], short, *force.get("other", ()), *force.get("abbreviations", ())]
        known += [f"{short} Police", f"{short} Constabulary", f"{short} Police Service", short.replace(" ", "")]
        names |= {_fold(name): force["slug"] for name in known}
    return names


def _either(names: Iterable[str]) -> str:
    """Join names into a pattern, the longest first; "and" may be "&", a hyphen may be a blank or a dash."""
    longest = sorted(set(names), key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\-", r"[-–\s]").replace(r"\ and\ ", r"\s(?:and|&)\s") for one in longest)


@made_once
def _first_words() -> Keyed:
    return Keyed("|".join(dict.fromkeys(name.split()[0] for name in _by_name())))


@made_once
def full_names() -> Keyed:
    """Give what matches a name in full, a short one before "Police", one listed before it ("Kent and Essex Police").

    A name begins with a capital letter.
    """
    full = _either(name for force in _forces() for name in (force["name"], *force.get("other", ())) if " " in name)
    short = _either(force["short"] for force in _forces())
    # There are no more forces than could be listed; a list of more is none.
    most = len(_forces())
    rest = rf"(?:(?:,|,?\s(?:and|&))\s(?:{short})){{0,{most}}}\s{_BODY}"
    office = r"\s(?:PCC|Police\sand\sCrime\s(?:Commissioner|Panel))"
    commissioner = rf"Police\sand\sCrime\sCommissioner\sfor\s({short})"
    return Keyed(rf"\b(?-i:(?=[A-Z]))(?:({full})|({short})(?={rest}\b|{office}\b)|{commissioner})\b", re.I)


@cache
def force_names() -> re.Pattern[str]:
    """Give what matches a force by its full or its short name, where it is known that forces are spoken of."""
    names = _either(name for force in _forces() for name in (force["name"], force["short"], *force.get("other", ())))
    return re.compile(rf"\b({names})\b(?!\s(?:County|City|Fire|Council|and\sRescue|University|Hospital))")


@made_once
def short_title() -> Keyed:
    """Give what matches the title of a page that begins with a force's short name, or ends in one after "PEEL"."""
    names = _either(name for force in _forces() for name in (force["short"], force["name"]))
    return Keyed(
        rf"\A({names})(?:\Z|(?=\W{{1,3}}(?:PEEL\b|(?:19|20)\d\d\b)))|\bPEEL\b.{{0,160}}[:–—-]\s({names})\Z", re.I
    )


@made_once
def abbreviations() -> Keyed:
    """Give what matches a force's abbreviation."""
    return Keyed(rf"\b(?:{_either(name for force in _forces() for name in force.get('abbreviations', ()))})\b")


@made_once
def addresses() -> Keyed:
    """Give what matches the address of a force's own site."""
    squashed = "|".join(re.sub(r"[^a-z]", "", force["short"].lower()) for force in _forces())
    return Keyed(rf"\b({squashed})\.(?:police|gov)\.uk\b")
