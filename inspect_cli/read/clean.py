"""Page furniture: what a web page carries beside its text."""

from __future__ import annotations

import re
from functools import cache

from inspect_cli.reference import load

_LONGEST = 90
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+(?=\S)")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule})" for rule in load("furniture")[name]), re.I)


def is_furniture_line(text: str) -> bool:
    """Say whether a line is nothing but navigation: "Skip to content", "Page 3 of 40"."""
    return bool(_pattern("lines").fullmatch(_plain(text)))


def is_furniture(text: str) -> bool:
    """Say whether a paragraph or line is page furniture: navigation, cookie banners, press-office numbers."""
    if is_furniture_line(text):
        return True
    words = _plain(text)
    if words.count(" ") >= _LONGEST:
        return False
    first, *others = _SENTENCE.split(words)
    return _speaks_of_the_page(first) and (1 + sum(map(_speaks_of_the_page, others))) * 2 >= 1 + len(others)


def _speaks_of_the_page(sentence: str) -> bool:
    if _pattern("openings").match(sentence):
        return True
    lowered = sentence.lower()
    return any(word in lowered for word in load("furniture")["words"]) and bool(_pattern("sentences").search(sentence))


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())
