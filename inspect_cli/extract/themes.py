"""Themes of a text, by the synonyms of reference/themes.toml."""

from __future__ import annotations

import re
from functools import cache

from inspect_cli.reference import load


def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of phrases: whole words, any case; "*" is any ending, a blank matches a hyphen too."""
    pieces = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for phrase in phrases]
    return re.compile(rf"\b(?:{'|'.join(pieces)})(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme["id"], phrase_pattern(tuple(theme["synonyms"]))) for theme in load("themes")["theme"])


def themes_of(text: str) -> tuple[str, ...]:
    """Give the ids of the themes that ``text`` speaks of, in the order in which they first come up."""
    found = [(match.start(), theme) for theme, pattern in _patterns() if (match := pattern.search(text))]
    return tuple(theme for _, theme in sorted(found))
