"""How alike two findings are worded, once the formulae of inspection reports are taken away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol

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


class Worded(Protocol):
    """Something with content words and themes."""

    @property
    def words(self) -> tuple[str, ...]:
        """Content words, each once, in order."""

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes by id."""


class Pair(NamedTuple):
    """Two places in the lists that were compared, and how alike the wording is."""

    left: int
    right: int
    score: float


@cache
def word_list(name: str) -> frozenset[str]:
    """Give one of the word lists of ``reference/wording.toml``."""
    return frozenset(load("wording")[name].split())


def content_words(text: str, besides: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Fold a text to the words that say what it asks for: each once, in order, singular; without those ``besides``."""
    dropped = _empty_words()
    said = ((word, _singular(word)) for word in normal_words(text).split() if _may_say(word))
    kept = (one for word, one in said if dropped.isdisjoint((word, one)) and besides.isdisjoint((word, one)))
    return tuple(dict.fromkeys(kept))


def _may_say(word: str) -> bool:
    """Letters that stand alone and years say nothing; other numbers ("24 hours") may."""
    return len(word) > 1 and not (word.isdigit() and len(word) == 4)


@cache
def _empty_words() -> frozenset[str]:
    return word_list("stop") | word_list("formula")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Say from 0 to 1 how alike two lists of content words are: the mean of their order and of their overlap.

    Overlap alone counts a short ask as the same as a long one that holds its words; order alone misses an ask put the
    other way round.
    """
    from rapidfuzz.distance import Indel

    if not one or not other:
        return 0.0
    return (Indel.normalized_similarity(one, other) + overlap(one, other)) / 2


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Say which share of the shorter list's words (each in it once) the other list holds too."""
    fewest = min(len(one), len(other))
    return len(set(one).intersection(other)) / fewest if fewest else 0.0


def worded(score: float) -> str:
    """Say a likeness in words; the number stays with the member for those who want it."""
    return "worded much alike" if score >= AUTOMATIC else "worded alike"


def enough_words(one: Sequence[str], other: Sequence[str], fewest: int = FEWEST_SHARED) -> bool:
    """Say whether two lists share enough words for their likeness to mean something: ``fewest``, or all they have."""
    return tuple(one) == tuple(other) or len(set(one).intersection(other)) >= fewest


def alike(left: Sequence[Worded], right: Sequence[Worded], floor: float) -> Iterator[Pair]:
    """Give the pairs of ``left`` and ``right`` under a common theme whose likeness reaches ``floor``.

    Finds without any theme are compared with each other. Each pair comes once. Only pairs with words in common are
    looked at, and only those measured that can reach it; a list compared with itself gives left before right.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, find in enumerate(right):
        for theme in _shelves(find):
            for word in find.words:
                index[theme, word].append(place)
    for place, find in enumerate(left):
        reached = _within_reach(find, right, index, floor)
        for other in sorted(reached if left is not right else (later for later in reached if later > place)):
            score = likeness(find.words, right[other].words)
            if score >= floor:
                yield Pair(place, other, score)


def _shelves(find: Worded) -> Sequence[str]:
    return find.themes or ("",)


def _within_reach(
    find: Worded, right: Sequence[Worded], index: Mapping[tuple[str, str], Sequence[int]], floor: float
) -> set[int]:
    """Give the places whose count of common words leaves a likeness of ``floor`` possible."""
    size, reached = len(find.words), set[int]()
    for theme in _shelves(find):
        shared = Counter(chain.from_iterable(index.get((theme, word), ()) for word in find.words))
        for other, count in shared.items():
            length = len(right[other].words)
            if count / (size + length) + count / (2 * min(size, length)) >= floor:
                reached.add(other)
    return reached
