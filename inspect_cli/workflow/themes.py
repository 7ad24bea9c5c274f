"""Themes as people name them: by id, by title or by any synonym, today's or former."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from inspect_cli.model import normal_words
from inspect_cli.reference import load


class Theme(NamedTuple):
    """A theme of ``reference/themes.toml``; in a synonym "*" stands for any ending."""

    id: str
    title: str
    synonyms: tuple[str, ...]


@cache
def all_themes() -> tuple[Theme, ...]:
    """Give all themes in the order of the file."""
    return tuple(Theme(one["id"], one["title"], tuple(one["synonyms"])) for one in load("themes")["theme"])


def find_theme(text: str) -> Theme | None:
    """Give the theme whose id, title or synonym ``text`` is, whatever its case and hyphens; None for no theme's."""
    wanted = normal_words(text)
    if not wanted:
        return None
    for theme in all_themes():
        if wanted in (normal_words(theme.id), normal_words(theme.title)):
            return theme
    return next((theme for theme in all_themes() if any(_says(one, wanted) for one in theme.synonyms)), None)


def themes_meant(text: str) -> Iterator[Theme]:
    """Give the themes that a search for ``text`` means: it is a synonym, or several of the words of one."""
    wanted = normal_words(text)
    words = set(wanted.split())
    for theme in all_themes():
        for synonym in (theme.id, theme.title, *theme.synonyms):
            if _says(synonym, wanted) or (len(words) > 1 and words <= set(normal_words(synonym).split())):
                yield theme
                break


def phrase_pattern(synonym: str) -> re.Pattern[str]:
    """Make the pattern of a synonym in a text: whole words, any case; "*" is any ending, a blank a hyphen too."""
    phrase = re.escape(synonym).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
    return re.compile(rf"\b{phrase}(?!\w)", re.IGNORECASE)


def _says(synonym: str, wanted: str) -> bool:
    """Say whether the words ``wanted`` are the words of ``synonym``."""
    if "*" not in synonym:
        return normal_words(synonym) == wanted
    return phrase_pattern(synonym).fullmatch(wanted) is not None
