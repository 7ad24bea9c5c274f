"""Page furniture: what a web page carries beside its text."""

from __future__ import annotations

import re

from inspect_cli.reference import load
from inspect_cli.reference.keyed import Choice, Keyed, any_of, made_once

_LONGEST = 90
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "}
_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+(?=\S)")


@made_once
def _rules() -> dict[str, Choice[Keyed]]:
    return {
        name: any_of(Keyed(rule, re.I, whole=name == "lines") for rule in load("furniture")[name])
        for name in ("lines", "openings", "sentences")
    }


def is_furniture_line(text: str) -> bool:
    """Say whether a line is nothing but navigation: "Skip to content", "Page 3 of 40"."""
    likely = _rules()["lines"].within(text)
    words = _plain(text) if likely else ""
    return any(rule.compiled.fullmatch(words) for rule in likely)


def is_furniture(text: str) -> bool:
    """Say whether a paragraph or line is page furniture: navigation, cookie banners, press-office numbers."""
    if is_furniture_line(text):
        return True
    if not _rules()["openings"].within(text) and not _rules()["sentences"].within(text):
        return False
    words = _plain(text)
    if words.count(" ") >= _LONGEST:
        return False
    first, *others = _SENTENCE.split(words)
    return _speaks_of_the_page(first) and (1 + sum(map(_speaks_of_the_page, others))) * 2 >= 1 + len(others)


def _speaks_of_the_page(sentence: str) -> bool:
    if any(rule.compiled.match(sentence) for rule in _rules()["openings"].within(sentence)):
        return True
    lowered = sentence.lower()
    holds = any(word in lowered for word in load("furniture")["words"])
    return holds and any(rule.compiled.search(sentence) for rule in _rules()["sentences"].within(sentence))


def _plain(text: str) -> str:
    return " ".join(_straight(text).split())


def _straight(text: str) -> str:
    if not text.isascii():
        for mark, plain in _STRAIGHT.items():
            text = text.replace(mark, plain)
    return text
