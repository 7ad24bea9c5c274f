"""What a finding is about within its themes: the matters of ``reference/themes.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from inspect_cli.link.wording import content_words, word_list
from inspect_cli.model import normal_words
from inspect_cli.reference import load

# What was said to all forces is asked about for each of them.
_TEXTS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing within a theme that stays the same thing from one inspection to the next.

    ``pattern`` is None where the theme itself is the matter. A ``general`` matter is named in words so common
    ("capacity") that it gives way to any other matter of its theme, and links across years only with like wording.
    """

    id: str
    title: str
    theme: str
    pattern: re.Pattern[str] | None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of work: its title, what names it, and its matters."""

    title: str
    pattern: re.Pattern[str]
    matters: tuple[Matter, ...]


@cache
def left_peel(theme: str) -> int | None:
    """Give the cycle of PEEL from which on a theme is inspected elsewhere; None for one that stayed or is not known."""
    return next((entry.get("left_peel") for entry in load("themes")["theme"] if entry["id"] == theme), None)


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases to one pattern: whole words, any case, "*" for any ending, a blank also for a hyphen."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    choices = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)", re.IGNORECASE)


@cache
def _themes() -> dict[str, Theme]:
    return {
        entry["id"]: Theme(
            entry["title"],
            phrase_pattern(entry["synonyms"]),
            (Matter(entry["id"], entry["title"], entry["id"], None),)
            if entry.get("single_matter")
            else tuple(
                Matter(m["id"], m["title"], entry["id"], phrase_pattern(m["phrases"]), m.get("general", False))
                for m in entry.get("matter", ())
            ),
        )
        for entry in load("themes")["theme"]
    }


@cache
def _by_id() -> dict[str, Matter]:
    return {matter.id: matter for theme in _themes().values() for matter in theme.matters}


def matter(name: str) -> Matter:
    """Give the matter with this id; raises KeyError for one that is not there."""
    return _by_id()[name]


def theme_title(name: str) -> str:
    """Give a theme's title, or the id itself for a theme that is no longer kept."""
    known = _themes().get(name)
    return known.title if known else name


def matters_of(themes: Iterable[str], text: str) -> tuple[str, ...]:
    """Give the ids of the matters that ``text`` speaks of within ``themes``, in the order in which they are kept."""
    return tuple(found for theme in themes if theme in _themes() for found in _matters_under(theme, text))


@lru_cache(maxsize=_TEXTS_KEPT)
def _matters_under(theme: str, text: str) -> tuple[str, ...]:
    found = [m for m in _themes()[theme].matters if m.pattern is None or m.pattern.search(text)]
    special = tuple(m.id for m in found if not m.general)
    return special or tuple(m.id for m in found)


_CLAUSE = re.compile(r"[.;:,()]|\b(?:and|but|while|although|which|that)\b", re.IGNORECASE)


def only_names(theme: str, text: str, besides: frozenset[str] = frozenset()) -> bool:
    """Say whether ``text`` asks for something of ``theme`` and says no more of it ("improve parts of its vetting").

    ``besides`` are words that say nothing either, such as the force's name.
    """
    known = _themes().get(theme)
    if known is None:
        return False
    clauses = (clause for clause in _CLAUSE.split(text) if known.pattern.search(clause))
    return any(_says_nothing_more(known.pattern.sub(" ", clause), besides) for clause in clauses)


def _says_nothing_more(rest: str, besides: frozenset[str]) -> bool:
    asks = not word_list("asks").isdisjoint(normal_words(rest).split())
    return asks and not content_words(rest, word_list("general") | word_list("asks") | besides)
