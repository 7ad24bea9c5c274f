"""What a page of a PDF is made of: pieces of text and boxes, in points from the page's left and top."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple, TypeAlias

_SLACK = 3.0
_BASE, _LEFT = attrgetter("base"), attrgetter("left")


class Piece(NamedTuple):
    """Words on one baseline without a wide gap. ``bold``: from end to end; ``is_mark``: a bullet or a number."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    is_mark: bool = False

    @property
    def top(self) -> float:
        """The upper edge of its letters."""
        return self.base - self.size

    @property
    def bottom(self) -> float:
        """The lower edge of its letters."""
        return self.base + self.size / 4


Row: TypeAlias = tuple[Piece, ...]


class Box(NamedTuple):
    """A rectangle or line that is drawn."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def parted(self, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
        """Part the pieces that stand inside from the others."""
        left, right = self.left - _SLACK, self.right + _SLACK
        top, bottom = self.top - 1, self.bottom + 1
        held: list[Piece] = []
        others: list[Piece] = []
        for piece in pieces:
            inside = left <= piece.left and piece.right <= right and top <= piece.base - piece.size / 3 <= bottom
            (held if inside else others).append(piece)
        return held, others

    def encloses(self, other: Box) -> bool:
        """Say whether another box stands inside this one."""
        across = self.left - _SLACK <= other.left and other.right <= self.right + _SLACK
        return across and self.top - _SLACK <= other.top and other.bottom <= self.bottom + _SLACK


class Page(NamedTuple):
    """A page upright: its pieces, what is drawn, words set at an angle to the others, its size."""

    number: int
    pieces: tuple[Piece, ...]
    boxes: tuple[Box, ...]
    aslant: tuple[Piece, ...]
    width: float
    height: float
    has_picture: bool = False


def rows_of(pieces: Iterable[Piece]) -> tuple[Row, ...]:
    """Put pieces into rows by their baselines, each from left to right."""
    rows: list[list[Piece]] = []
    base = size = 0.0
    for piece in sorted(pieces, key=_BASE):
        if rows and piece.base - base <= 0.4 * (piece.size if piece.size > size else size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            base, size = piece.base, piece.size
    return tuple([tuple(sorted(row, key=_LEFT) if len(row) > 1 else row) for row in rows])
