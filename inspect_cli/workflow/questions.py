"""Whether two wordings ask the same thing: questions change their numbers and words from one inspection to the next."""

from __future__ import annotations

from functools import cache

from inspect_cli.model import Judgement, Ungraded, normal_words
from inspect_cli.reference import load


def same_question(one: str, other: str) -> bool:
    """Say whether two subjects share enough of the words that matter to be the same question."""
    return likeness(one, other) >= float(load("questions")["alike"])


def likeness(one: str, other: str) -> float:
    """Give the share, from 0 to 1, of the words that matter which two subjects have in common."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return float(normal_words(one) == normal_words(other))
    return len(left & right) / len(left | right)


def is_overall(judgement: Judgement | Ungraded) -> bool:
    """Say whether a judgement's subject is its pillar itself: its name, or the adjective of its leading question."""
    if judgement.pillar is None:
        return False
    stems = load("questions")["pillar"][judgement.pillar.value]
    return any(word.startswith(stem) for word in normal_words(judgement.subject).split() for stem in stems)


@cache
def _words(subject: str) -> frozenset[str]:
    known = load("questions")
    framing = set(known["framing"])
    return frozenset(word[: known["beginning"]] for word in normal_words(subject).split() if word not in framing)
