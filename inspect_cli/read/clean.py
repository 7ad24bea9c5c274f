"""Page furniture: what a web page carries beside its text."""

from __future__ import annotations

import re
from functools import cache

from inspect_cli.reference import load

_LONGEST = 90
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+(?=\S)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("furniture")
    lines, sentences = ("|".join(f"(?:{rule})" for rule in data[name]) for name in ("lines", "sentences"))
    return re.compile(lines, re.I), re.compile(sentences, re.I)


def is_furniture_line(text: str) -> bool:
    """Say whether a line is nothing but navigation: "Skip to content", "Page 3 of 40"."""
    return bool(_patterns()[0].fullmatch(_plain(text)))


def is_furniture(text: str) -> bool:
    """Say whether a paragraph or line is page furniture: navigation, cookie banners, press-office numbers."""
    if is_furniture_line(text):
        return True
    words = _plain(text)
    if words.count(" ") >= _LONGEST:
        return False
    first, *others = _SENTENCE.split(words)
    if not _patterns()[1].search(first):
        return False
    hits = sum(1 for part in others if _patterns()[1].search(part))
    return (1 + hits) * 2 >= 1 + len(others)


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())
