"""How alike two findings are worded, once the formulae of inspection reports are taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from inspect_cli.model import normal_words
from inspect_cli.reference import load

# Measured on pairs worded as the inspectorate words them: most asks restated in a later report lie at 0.55 to 0.86,
# some on one matter at 0.40; different asks under one theme lie below 0.32.
AUTOMATIC = 0.60
"""From here on two findings under one theme are one, whatever else is known."""
SAME_REPORT = 0.45
"""Within one report, where the context is the same, less is enough."""
SAME_MATTER = 0.35
"""Findings of different inspections on one matter need this much."""
PROPOSAL = 0.40
"""From here on a pair is worth a person's look."""
MARGIN = 0.10
"""The best of several candidates must lead the next by this much."""
FEWEST_SHARED = 4
"""Fewer words in common than these say too little to link on, unless the wording is the same."""
FEWEST_PROPOSED = 3
"""And fewer than these too little to ask a person."""
_TEXTS_KEPT, _WORDS_KEPT = 1 << 14, 1 << 16


@cache
def word_list(name: str) -> frozenset[str]:
    """Give one of the word lists of ``reference/wording.toml``."""
    return frozenset(load("wording")[name].split())


def content_words(text: str, besides: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Fold a text to the words that say what it asks for: each once, in order, singular; without those ``besides``."""
    said = _said(text)
    return tuple(dict.fromkeys(one for word, one in said if word not in besides and one not in besides))


@lru_cache(maxsize=_TEXTS_KEPT)
def _said(text: str) -> tuple[tuple[str, str], ...]:
    """Give the words of a text that may say something, each with its singular; kept, since every force is asked of."""
    return tuple((word, one) for word in normal_words(text).split() if (one := _folded(word)))


@lru_cache(maxsize=_WORDS_KEPT)
def _folded(word: str) -> str:
    """Give the singular of a word that may say something, "" for one that says nothing."""
    one = _singular(word)
    return one if _may_say(word) and _empty_words().isdisjoint((word, one)) else ""


def _may_say(word: str) -> bool:
    """Letters that stand alone and years say nothing; other numbers ("24 hours") may."""
    return len(word) > 1 and not (word.isdigit() and len(word) == 4)


@cache
def _empty_words() -> frozenset[str]:
    return word_list("stop") | word_list("formula")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Form:
    """Content words made ready to be compared: in order, as a set, and with a letter for each word.

    ``letters`` is None where the letters have run out.
    """

    words: tuple[str, ...]
    bag: frozenset[str]
    letters: str | None

    @classmethod
    def of(cls, words: Sequence[str]) -> Form:
        """Make the form of content words, each of them once."""
        return cls(tuple(words), frozenset(words), _letters(words))


NO_WORDS = Form((), frozenset(), "")
_LETTERS: dict[str, str] = {}
# From here on every number is a letter of its own; what stands before has meaning to some libraries.
_FIRST_LETTER, _MOST_LETTERS = 0xE000, 1_000_000


def _letters(words: Sequence[str]) -> str | None:
    """Spell words as text, which is compared in half the time: the same word has the same letter in every form."""
    for word in words:
        if word not in _LETTERS:
            if len(_LETTERS) >= _MOST_LETTERS:
                return None
            _LETTERS[word] = chr(_FIRST_LETTER + len(_LETTERS))
    return "".join(map(_LETTERS.__getitem__, words))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Say from 0 to 1 how alike two lists of content words are: the mean of their order and of their overlap.

    Overlap alone counts a short ask as the same as a long one that holds its words; order alone misses an ask put the
    other way round.
    """
    return closeness(Form.of(one), Form.of(other))


def closeness(one: Form, other: Form) -> float:
    """Say from 0 to 1 how alike two forms are: the ``likeness`` of their words."""
    if not one.words or not other.words:
        return 0.0
    return _closeness(one, other, len(one.bag & other.bag))


def _closeness(one: Form, other: Form, shared: int) -> float:
    size, length = len(one.words), len(other.words)
    if one.letters is None or other.letters is None:
        order = _in_order()(one.words, other.words)
    else:
        order = _in_order()(one.letters, other.letters)
    return (order + shared / (size if size < length else length)) / 2


@cache
def _in_order() -> Callable[[Sequence[str], Sequence[str]], float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity


def closeness_from(one: Form, other: Form, floor: float) -> float | None:
    """Give the closeness of two forms, None below ``floor``; where too few words are shared no order is looked at."""
    shared = len(one.bag & other.bag)
    if not shared or reachable(len(one.words), len(other.words), shared) < floor:
        return None
    score = _closeness(one, other, shared)
    return score if score >= floor else None


def reachable(size: int, length: int, shared: int) -> float:
    """Say how alike lists of two lengths can be that have so many words in common."""
    return shared / (size + length) + shared / (2 * (size if size < length else length))


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Say which share of the shorter list's words (each in it once) the other list holds too."""
    fewest = min(len(one), len(other))
    return len(set(one).intersection(other)) / fewest if fewest else 0.0


def worded(score: float) -> str:
    """Say a likeness in words; the number stays with the member for those who want it."""
    return "worded much alike" if score >= AUTOMATIC else "worded alike"


def enough_words(one: Sequence[str], other: Sequence[str], fewest: int = FEWEST_SHARED) -> bool:
    """Say whether two lists share enough words for their likeness to mean something: ``fewest``, or all they have."""
    return enough(Form.of(one), Form.of(other), fewest)


def enough(one: Form, other: Form, fewest: int = FEWEST_SHARED) -> bool:
    """Say of two forms whether they share enough words: see ``enough_words``."""
    return one.words == other.words or len(one.bag & other.bag) >= fewest
