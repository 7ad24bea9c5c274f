"""Which force or forces a document is about, and which force a person means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from inspect_cli.model import Block, DocumentKind, Evidence, Rung
from inspect_cli.recognise.prose import UNKNOWN, Fact, Found, Prose, find_all
from inspect_cli.reference import load

_BODY = r"(?:Police(?: Service| Force)?|Constabular(?:y|ies)|Police forces|forces)"
_ABOUT_ONE, _ABOUT_SEVERAL = 0.6, 0.8
_OPENING_BLOCKS = 3
_LOCAL = (DocumentKind.REGISTER, DocumentKind.TRACKER, DocumentKind.PCC_RESPONSE, DocumentKind.LETTER)


def force_slug(text: str) -> str | None:
    """Give the slug of the force that ``text`` names ("Cheshire Police", "the Met", "devon & cornwall"), or None."""
    return _by_name().get(_fold(text))


def nearest_forces(text: str) -> list[str]:
    """Give the slugs of the forces whose names are most like ``text``, nearest first."""
    from difflib import get_close_matches

    names = _by_name()
    close = get_close_matches(_fold(text), list(names), n=6, cutoff=0.6)
    return list(dict.fromkeys(names[name] for name in close))[:3]


def force_name(slug: str) -> str:
    """Give the full name of the force with this slug."""
    return next(str(force["name"]) for force in _forces() if force["slug"] == slug)


def title_force(text: str) -> str | None:
    """Give the force that a page's title begins with by its short name, as in "Kent PEEL 2018" or "Kent 2014"."""
    match = _short_title().match(text)
    return force_slug(match.group(1) or match.group(2)) if match else None


def names_force(text: str) -> bool:
    """Say whether a text names a force in full."""
    return any(match.group()[0].isupper() for match in _full_names().finditer(text))


def find_forces(prose: Prose, kind: DocumentKind) -> Fact[tuple[str, ...]]:
    """Find the forces a document is about: by its title, then its headings, then by who is spoken of most."""
    titled = _named(prose.front) or _titled(prose.front)
    headed = [one for one in _named(prose.headings) if one[1].match.span() == (0, len(one[1].block.text))]
    several = len({slug for slug, _ in headed}) > 1
    for named, why in ((headed if several else titled, "named in the title"), (headed, "named in a heading")):
        if named:
            return _fact(named, why)
    for named in (_named(prose.body), _abbreviated(prose.body), _addressed(prose.blocks)):
        about = _spoken_of(named, prose, lenient=kind in _LOCAL)
        if about:
            return _fact(about, "the force that the text speaks of most")
    return Fact((), UNKNOWN)


Named = tuple[str, Found]


def _fact(named: Sequence[Named], why: str) -> Fact[tuple[str, ...]]:
    slugs = tuple(dict.fromkeys(slug for slug, _ in named))
    found = named[0][1]
    return Fact(slugs, Evidence(Rung.STATED, found.line, f"“{found.words}”, {why}"))


def _spoken_of(named: Sequence[Named], prose: Prose, lenient: bool) -> list[Named]:
    counts = Counter(slug for slug, _ in named)
    if not counts:
        return []
    total = sum(counts.values())
    (top, most), *_ = counts.most_common(1)
    early = named[0][1].block in prose.body[:_OPENING_BLOCKS]
    if most / total >= _ABOUT_ONE and (most > 1 or (len(counts) == 1 and (lenient or early))):
        about = {top}
    else:
        about = {slug for slug, count in counts.items() if count >= 3}
        if len(about) < 2 or sum(counts[slug] for slug in about) / total < _ABOUT_SEVERAL:
            return []
    return [one for one in named if one[0] in about]


def _named(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, _full_names())
    return [(slug, one) for one in found if one.match.group()[0].isupper() for slug in _slugs(one.match.groups())]


def _titled(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, _short_title())
    return [(slug, one) for one in found for slug in _slugs(one.match.groups())]


def _abbreviated(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, _abbreviations())
    return [(slug, one) for one in found for slug in _slugs([one.match.group()])]


def _addressed(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, _addresses())
    return [(slug, one) for one in found for slug in _slugs([one.match.group(1)])]


def _slugs(names: Iterable[str | None]) -> list[str]:
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


@cache
def _full_names() -> re.Pattern[str]:
    """Match a full name, a short name before "Police", or one in a list before it ("Kent and Essex Police")."""
    full = _either(name for force in _forces() for name in (force["name"], *force.get("other", ())) if " " in name)
    short = _either(force["short"] for force in _forces())
    rest = rf"(?:(?:,|,?\s(?:and|&))\s(?:{short}))*\s{_BODY}"
    office = r"\s(?:PCC|Police\sand\sCrime\s(?:Commissioner|Panel))"
    commissioner = rf"Police\sand\sCrime\sCommissioner\sfor\s({short})"
    return re.compile(rf"\b(?:({full})|({short})(?={rest}\b|{office}\b)|{commissioner})\b", re.I)


@cache
def _short_title() -> re.Pattern[str]:
    names = _either(name for force in _forces() for name in (force["short"], force["name"]))
    return re.compile(rf"\A({names})(?:\Z|(?=\W{{1,3}}(?:PEEL\b|(?:19|20)\d\d\b)))|\bPEEL\b.*[:–—-]\s({names})\Z", re.I)


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(name for force in _forces() for name in force.get('abbreviations', ()))})\b")


@cache
def _addresses() -> re.Pattern[str]:
    squashed = "|".join(re.sub(r"[^a-z]", "", force["short"].lower()) for force in _forces())
    return re.compile(rf"\b({squashed})\.(?:police|gov)\.uk\b")
