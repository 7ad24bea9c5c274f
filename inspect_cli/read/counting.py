"""Numbers of lists: what each item of a list is numbered, and how that is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

DEEPEST = 9
_BULLET = "bullet"
BULLET = "•"
# Word writes letters and Roman numbers no further; a file that counts on does harm.
_LAST = 700
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%([1-9])")
_PLAIN_NUMBER = re.compile(r"\(?\d{1,4}[.)]|\(\d{1,4}\)|\d{1,3}(?:\.\d{1,3})+\.?")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_LETTERS = re.compile(r"\(?([ivxlc]{1,8}|([a-z])\2{0,3})[.):]?", re.I)


def _roman(number: int) -> str:
    letters = []
    for value, letter in (*_ROMAN, *_ROMAN_SMALL):
        count, number = divmod(number, value)
        letters.append(letter * count)
    return "".join(letters)


def _letter(number: int) -> str:
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


_WRITTEN: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}


def written(style: str, number: int) -> str:
    """Write a number in a style of lists ("decimal", "lowerLetter", "lowerRoman", …); unknown styles are decimal."""
    return _WRITTEN[style](number) if style in _WRITTEN and (0 < number <= _LAST or style == "none") else str(number)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: ``pattern`` has "%1" where the number of level 1 stands.

    ``restarts`` is False for a level that counts on when a level above it does; ``decimal`` writes all in figures.
    """

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    restarts: bool = True
    decimal: bool = False

    @property
    def is_bullet(self) -> bool:
        """True for a level that has a sign and no number."""
        return self.style == _BULLET


@dataclass(slots=True)
class Counter:
    """Counts the items of one list, level by level."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, at: int, levels: Mapping[int, Level]) -> str:
        """Count one more item on the level ``at`` (from 0) and give what stands before it, "" for nothing."""
        level = levels.get(at, Level())
        self.counts[at] = self.counts.get(at, level.start - 1) + 1
        for deeper in [one for one in self.counts if one > at and levels.get(one, Level()).restarts]:
            del self.counts[deeper]
        if level.is_bullet:
            return BULLET
        return _PLACE.sub(lambda place: self._number(int(place[1]) - 1, level, levels), level.pattern).strip()

    def restart(self, at: int, start: int) -> None:
        """Begin anew: the next item on this level has the number ``start``."""
        self.counts[at] = start - 1

    def _number(self, at: int, level: Level, levels: Mapping[int, Level]) -> str:
        above = levels.get(at, Level())
        return written("decimal" if level.decimal else above.style, self.counts.get(at, above.start))


def marker(label: str) -> str | None:
    """Give a list's label as the mark of an item; None for words ("Recommendation 3:"), which belong to the text.

    Letters and Roman numbers go in brackets, so that no reader takes "a." or "i." for a word.
    """
    if label == BULLET or _PLAIN_NUMBER.fullmatch(label):
        return label
    if _BARE_NUMBER.fullmatch(label):
        return f"{label}."
    letters = _LETTERS.fullmatch(label)
    return f"({letters[1].lower()})" if letters else None
