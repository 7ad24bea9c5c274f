"""Themes of a text, by the synonyms of reference/themes.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from inspect_cli.reference import load

# So many letters of a phrase are enough to see that it is nowhere in a text.
_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class _Theme:
    name: str
    beginnings: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _themes() -> tuple[_Theme, ...]:
    return tuple(
        _Theme(
            theme["id"],
            tuple({phrase.lower()[:_BEGINNING].rstrip(" *") for phrase in theme["synonyms"]}),
            phrase_pattern(tuple(theme["synonyms"])),
        )
        for theme in load("themes")["theme"]
    )


def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of phrases: whole words, any case; "*" is any ending, a blank matches a hyphen too."""
    pieces = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for phrase in phrases]
    return re.compile(rf"\b(?:{'|'.join(pieces)})(?!\w)", re.IGNORECASE)


def themes_of(text: str) -> tuple[str, ...]:
    """Give the ids of the themes that ``text`` speaks of, in the order in which they first come up."""
    lowered = text.lower()
    found = [
        (match.start(), theme.name)
        for theme in _themes()
        if any(beginning in lowered for beginning in theme.beginnings) and (match := theme.pattern.search(text))
    ]
    return tuple(name for _, name in sorted(found))
