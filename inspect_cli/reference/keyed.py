"""Patterns that know the pieces of words without which they match nowhere, so that most texts need no search.

The pieces are read off the pattern itself. A text is looked through for those of all patterns at once, word by word,
and words come again and again: so each word is looked at once, and to ask one more pattern costs next to nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, reduce
from operator import or_
from sys import maxsize
from typing import Generic, TypeVar

from inspect_cli.reference.keys import DIGIT, Keys, keys_of

T = TypeVar("T")
# What is longer is no word: it may hold anything.
_ANY = -1
_LONGEST_WORD, _MOST_WORDS = 40, 100_000
_LONGEST_TEXT, _MOST_TEXTS = 4_000, 4_096
# Letters that count as a plain one where case does not.
_PLAIN = {"i\u0307": "i", "\u0131": "i", "\u017f": "s"}


def _fold(word: str) -> str:
    """Give a word in small letters, with a blank wherever it has an edge, and behind it its marks."""
    folded = word.lower()
    if not folded.isascii():
        for letter, plain in _PLAIN.items():
            folded = folded.replace(letter, plain)
    if folded.isalpha():
        return f" {folded} "
    parted = "".join(one if one.isalnum() or one == "_" else " " for one in folded)
    marks = "".join(one for one in folded if not one.isalnum())
    return f" {parted} {marks}{DIGIT * any(map(str.isdecimal, folded))}"


class _Register(dict[str, int]):
    """The keys of all patterns: each set has a bit. As a dictionary: for each word the bits of the keys within it."""

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[Keys, int] = {}
        self._by_beginning: dict[str, list[tuple[str, int]]] = defaultdict(list)

    @property
    def made(self) -> int:
        """How many sets of keys there are: the bits of a text hold as long as there are no more."""
        return len(self._bits)

    def bit(self, keys: Keys) -> int:
        """Give the bit of a set of keys."""
        if keys not in self._bits:
            self._bits[keys] = 1 << len(self._bits)
            for key in keys:
                self._by_beginning[key[:2]].append((key, self._bits[keys]))
            self.clear()
            signs_of.cache_clear()
        return self._bits[keys]

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return _ANY
        found = 0
        folded = _fold(word)
        for at, letter in enumerate(folded):
            for beginning in (folded[at : at + 2], letter):
                for key, bit in self._by_beginning.get(beginning, ()):
                    found |= bit if folded.startswith(key, at) else 0
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = found
        return found


_REGISTER = _Register()


# What makes patterns that are not made yet.
_MAKERS: list[Callable[[], object]] = []


def made_once(make: Callable[[], T]) -> Callable[[], T]:
    """Make patterns once, and before any text is looked at: one made later has all texts looked at anew."""
    made = cache(make)
    _MAKERS.append(made)
    return made


@lru_cache(maxsize=_MOST_TEXTS)
def signs_of(text: str) -> int:
    """Give the bits of the sets of keys of which ``text`` holds one; they hold until a pattern is made."""
    while _MAKERS:
        _MAKERS.pop()()
    return reduce(or_, map(_REGISTER.__getitem__, text.split()), 0)


class Keyed:
    """A regular expression that is looked for only in a text that holds its keys; else it works as ``re.Pattern``."""

    def __init__(self, pattern: str, flags: int = 0, *, cut: bool = False, whole: bool = False) -> None:
        """Take a pattern as ``re.compile`` does; raises re.error for what is none.

        ``cut``: it is looked for in texts that may end in a piece of a word; ``whole``: only as all of a text.
        """
        self.pattern, self.whole = pattern, whole
        self.keys = keys_of(pattern, flags, cut=cut, whole=whole)
        self.need = reduce(or_, map(_REGISTER.bit, self.keys), 0)
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression itself, made when it is first wanted."""
        return re.compile(self.pattern, self._flags)

    def may_match(self, text: str) -> bool:
        """Say whether ``text`` holds all that a match needs; False: there is none."""
        return signs_of(text) & self.need == self.need

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Give the first match; where ``end`` may be within a word, the pattern must have been made to be ``cut``."""
        return self.compiled.search(text, start, end) if signs_of(text) & self.need == self.need else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Give the match that begins at ``start``."""
        return self.compiled.match(text, start, end) if signs_of(text) & self.need == self.need else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is all of the text."""
        return self.compiled.fullmatch(text) if signs_of(text) & self.need == self.need else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give all matches in order."""
        return self.compiled.finditer(text) if signs_of(text) & self.need == self.need else iter(())

    def sub(self, by: str, text: str) -> str:
        """Give the text with ``by`` in place of each match."""
        return self.compiled.sub(by, text) if signs_of(text) & self.need == self.need else text


@cache
def keyed(pattern: str, flags: int = 0) -> Keyed:
    """Give a pattern of a table of them, each made once."""
    return Keyed(pattern, flags)


class Choice(Generic[T]):
    """Things that a pattern stands for: of many, the few that may be in a text."""

    def __init__(self, things: Iterable[T], pattern_of: Callable[[T], Keyed]) -> None:
        """Take the things in order, and what gives the pattern of each."""
        self._things = tuple((pattern_of(thing).need, thing) for thing in things)
        self._all = reduce(or_, (need for need, _ in self._things), 0)
        self._known: dict[int, tuple[T, ...]] = {}

    def within(self, text: str) -> tuple[T, ...]:
        """Give those whose pattern may match somewhere in ``text``, in order."""
        signs = signs_of(text) & self._all
        known = self._known.get(signs)
        if known is None:
            known = tuple(thing for need, thing in self._things if signs & need == need)
            if len(self._known) < _MOST_TEXTS:
                self._known[signs] = known
        return known


class Texts:
    """Texts that many patterns are looked for in, one pattern after the other."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts in order."""
        self._texts = tuple(texts)
        self._signs: list[int] = []
        self._union = self._made = 0

    def with_keys_of(self, pattern: Keyed) -> list[int]:
        """Give the places of the texts in which the pattern may match, in order."""
        if self._made != _REGISTER.made:
            self._made, self._signs = _REGISTER.made, [signs_of(text) for text in self._texts]
            self._union = reduce(or_, self._signs, 0)
        need = pattern.need
        if self._union & need != need:
            return []
        return [place for place, signs in enumerate(self._signs) if signs & need == need]


def any_of(patterns: Iterable[Keyed]) -> Choice[Keyed]:
    """Give the choice among patterns themselves."""
    return Choice(patterns, lambda pattern: pattern)


Pattern = re.Pattern[str] | Keyed
