"""Themes of a text, by the synonyms of reference/themes.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspect_cli.reference import load
from inspect_cli.reference.keyed import Choice, Keyed, made_once


@dataclass(frozen=True, slots=True)
class _Theme:
    name: str
    pattern: Keyed


@made_once
def _themes() -> Choice[_Theme]:
    themes = (
        _Theme(
            theme["id"],
            phrase_pattern(tuple(theme["synonyms"])),
        )
        for theme in load("themes")["theme"]
    )
    return Choice(themes, lambda theme: theme.pattern)


def phrase_pattern(phrases: tuple[str, ...]) -> Keyed:
    """Make one pattern of phrases: whole words, any case; "*" is any ending, a blank matches a hyphen too."""
    pieces = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for phrase in phrases]
    return Keyed(rf"\b(?:{'|'.join(pieces)})(?!\w)", re.IGNORECASE)


def themes_of(text: str) -> tuple[str, ...]:
    """Give the ids of the themes that ``text`` speaks of, in the order in which they first come up."""
    likely = _themes().within(text)
    found = [(match.start(), theme.name) for theme in likely if (match := theme.pattern.compiled.search(text))]
    return tuple(name for _, name in sorted(found))
