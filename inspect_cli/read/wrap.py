"""Whether a text was hard-wrapped, and which of its line breaks wrapping made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inspect_cli.read.rows import Row

_NARROWEST, _WIDEST = 40, 160
# How many breaks must speak for a way of wrapping, and how full a line of a ragged text is at the least.
_FEWEST, _FEWEST_RAGGED = 2, 5
_RAGGED = 0.75
_HYPHEN = re.compile(r"[^\W\d_]{2}-\Z")
_FIRST_PART = re.compile(r"[^\W\d_]{2,}-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped: at ``width`` (0: not), with blanks left at the ends of broken lines, at hyphens too.

    A ``ragged`` text has lines that end before they are full, as from a typesetter or a formatter that evens them out.
    """

    width: int = 0
    keeps_blanks: bool = False
    at_hyphens: bool = False
    ragged: bool = False

    def broke(self, above: Row, below: Row) -> bool:
        """Say whether the break between two neighbouring lines was made by wrapping: the next word did not fit."""
        if not self.width:
            return False
        if self.ragged:
            return above.end > _RAGGED * self.width
        glued = _is_hyphened(above.words)
        length = above.end + (0 if glued else 1) + len(self._first_word(below))
        if self.keeps_blanks:
            return above.line.endswith(" ") and length > 0.8 * self.width
        return length > self.width

    def _first_word(self, row: Row) -> str:
        word = row.whole.split(maxsplit=1)[0]
        part = _FIRST_PART.match(word) if self.at_hyphens else None
        return part.group() if part else word


def find_wrapping(rows: Sequence[Row]) -> Wrapping:
    """Find how a text was wrapped, from its longest line and from the lines that begin in the middle of a sentence."""
    pairs = [(a, b) for a, b in pairwise(rows) if b.number == a.number + 1 and _runs_on(a, b)]
    widest = max((row.end for row in rows if " " in row.words and not row.is_row), default=0)
    broken = max((above.end for above, _ in pairs), default=0)  # one address too long to wrap sets no width
    ways = (way for width in (widest, broken) for way in _ways(width, pairs))
    return next((way for way in ways if _explains(way, pairs)), Wrapping())


def _ways(width: int, pairs: Sequence[tuple[Row, Row]]) -> tuple[Wrapping, ...]:
    if not _NARROWEST <= width <= _WIDEST:
        return ()
    spaced = sum(above.line.endswith(" ") for above, _ in pairs)
    hyphens = any(_is_hyphened(above.words) for above, _ in pairs)
    even = Wrapping(width, keeps_blanks=spaced * 5 >= len(pairs) * 4, at_hyphens=hyphens)
    return even, Wrapping(width, ragged=True)


def _is_hyphened(words: str) -> bool:
    return words.endswith("-") and _HYPHEN.search(words) is not None


def _explains(wrapping: Wrapping, pairs: Sequence[tuple[Row, Row]]) -> bool:
    """Say whether nearly all breaks in the middle of a sentence are such as this way of wrapping makes."""
    broken = sum(wrapping.broke(above, below) for above, below in pairs)
    fewest = _FEWEST_RAGGED if wrapping.ragged else _FEWEST
    return broken >= fewest and broken * 5 >= len(pairs) * 4


def _runs_on(above: Row, below: Row) -> bool:
    return below.starts_lower and not below.marker and not above.is_final and not above.stands_alone
