"""What is worded alike, found by an index of words instead of comparing all with all."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol

from inspect_cli.link.wording import Form, closeness_from, reachable

# More than any force was ever told. What lies beyond is no longer looked at, so that thousands of bullets that are all
# but equal take no time that grows with their square.
MOST_COMPARED = 200
"""So many finds of like length that share rarer words with a find are compared with it."""
MOST_ON_MATTER = 60
"""So many finds, or areas, of one matter are weighed against a find that speaks of it."""
# Lengths are parted where they have grown by half or so: within such a class one count of shared words does for all.
_CLASSES = (1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 512, 1024, 4096, 16384)


class Worded(Protocol):
    """Something with content words and themes."""

    @property
    def form(self) -> Form:
        """Content words, ready to be compared."""

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes by id."""


class Pair(NamedTuple):
    """Two places in the lists that were compared, and how alike the wording is."""

    left: int
    right: int
    score: float


def by_theme(find: Worded) -> Sequence[str]:
    """Shelve a find under its themes; those without any stand together."""
    return find.themes or ("",)


def anywhere(_: Worded) -> Sequence[str]:
    """Shelve all finds together."""
    return ("",)


class Index:
    """Finds by shelf, length and word; ``near`` gives those worded at least ``floor`` alike with another.

    It rests on two bounds, both exact. Two lists of given lengths reach ``floor`` only with so many words in common;
    and where a list must share ``n`` words with another, one of those is among all but its ``n - 1`` most common ones.
    So the words that nearly all finds of a shelf hold are not looked up.
    """

    def __init__(
        self, finds: Iterable[Worded], floor: float, shelves: Callable[[Worded], Sequence[str]] = by_theme
    ) -> None:
        """Make an index for finds such as these, whose words say what is common; it is empty till they are added."""
        self._floor = floor
        self._shelves = shelves
        self._forms: dict[int, Form] = {}
        self._held: dict[tuple[str, int], dict[str, list[int]]] = {}
        self._common = Counter(chain.from_iterable(find.form.words for find in finds))

    def add(self, place: int, find: Worded) -> None:
        """Take a find in by the number of its place; higher places come later."""
        form = find.form
        if not form.words:
            return
        self._forms[place] = form
        size = bisect_right(_CLASSES, len(form.words)) - 1
        for shelf in self._shelves(find):
            held = self._held.setdefault((shelf, size), defaultdict(list))
            for word in form.words:
                held[word].append(place)

    def near(self, find: Worded) -> Iterator[tuple[int, float]]:
        """Give the places of what is worded like ``find``, in order, each with its likeness."""
        form = find.form
        rarest_first = sorted(form.words, key=lambda word: (self._common[word], word))
        for place in sorted(self._within_reach(self._shelves(find), rarest_first)):
            score = closeness_from(form, self._forms[place], self._floor)
            if score is not None:
                yield place, score

    def _within_reach(self, shelves: Sequence[str], words: Sequence[str]) -> set[int]:
        reached: set[int] = set()
        for size in range(len(_CLASSES)):
            needed = _needed(len(words), size, self._floor)
            held = [self._held[shelf, size] for shelf in shelves if (shelf, size) in self._held] if needed else ()
            before = len(reached)
            for word in words[: len(words) - needed + 1] if held else ():
                for shelf in held:
                    if word in shelf:
                        reached.update(shelf[word][-MOST_COMPARED:])
                if len(reached) - before >= MOST_COMPARED:
                    break
        return reached


@cache
def _needed(length: int, size: int, floor: float) -> int:
    """Give how many words a list must share at least with one of a class of lengths; 0 where none is like enough."""
    shortest = _CLASSES[size]
    longest = _CLASSES[size + 1] - 1 if size + 1 < len(_CLASSES) else length
    most = min(length, max(longest, shortest))
    return next((shared for shared in range(1, most + 1) if reachable(length, shortest, shared) >= floor), 0)


def alike(left: Sequence[Worded], right: Sequence[Worded], floor: float) -> Iterator[Pair]:
    """Give the pairs of ``left`` and ``right`` under a common theme whose likeness reaches ``floor``.

    Finds without any theme are compared with each other. Each pair comes once; a list compared with itself gives left
    before right.
    """
    if left is right:
        yield from alike_across(left, floor, lambda place: place)
        return
    index = Index(right, floor)
    for place, find in enumerate(right):
        index.add(place, find)
    for place, find in enumerate(left):
        yield from (Pair(place, other, score) for other, score in index.near(find))


def alike_across(
    finds: Sequence[Worded],
    floor: float,
    part: Callable[[int], object],
    shelves: Callable[[Worded], Sequence[str]] = by_theme,
) -> Iterator[Pair]:
    """Give the pairs among ``finds`` whose likeness reaches ``floor`` and whose places are in different parts."""
    parts: dict[object, list[int]] = defaultdict(list)
    for place in range(len(finds)):
        parts[part(place)].append(place)
    index = Index(finds, floor, shelves)
    for places in parts.values():
        for place in places if len(parts) > 1 else ():
            yield from (Pair(min(place, other), max(place, other), score) for other, score in index.near(finds[place]))
        for place in places:
            index.add(place, finds[place])
