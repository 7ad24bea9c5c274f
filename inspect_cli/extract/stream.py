"""The words of many blocks as one stretch of text, for what runs over paragraphs and lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from inspect_cli.extract.sentences import Sentence, plain
from inspect_cli.model import Block, Document, Span, cut

_BETWEEN = "\n"


class Words(NamedTuple):
    """A stretch of a document: ``text`` for a reader, ``quote`` as it is cut from the lines, and where it stands."""

    text: str
    quote: str
    span: Span
    pieces: tuple[Sentence, ...]


class Stream:
    """Blocks one after the other: ``text`` has a line break between two, and every stretch of it knows its place."""

    def __init__(self, document: Document, blocks: Sequence[Block]) -> None:
        """Take the ``blocks`` of a document, in order."""
        self.blocks = tuple(blocks)
        self.starts: list[int] = []
        length = 0
        for block in self.blocks:
            self.starts.append(length)
            length += len(block.text) + len(_BETWEEN)
        self.text = _BETWEEN.join(block.text for block in self.blocks)
        self._lines = document.lines

    def index(self, offset: int) -> int:
        """Give the place in ``blocks`` of the block that holds the character at ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def pieces(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Give what ``text[start:end]`` takes of each block, without blanks at the ends."""
        places = range(self.index(start), self.index(end) + 1) if self.blocks else ()
        return tuple(piece for at in places if (piece := self._of(at, start, end)))

    def _of(self, at: int, start: int, end: int) -> Sentence | None:
        block, offset = self.blocks[at], self.starts[at]
        if offset >= end:
            return None
        first, last = max(0, start - offset), min(len(block.text), end - offset)
        words = block.text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        return Sentence(block, first, last) if first < last else None

    def words(self, start: int, end: int) -> Words | None:
        """Give ``text[start:end]`` with its place; None where it holds nothing but blanks."""
        return self.joined(self.pieces(start, end))

    def joined(self, pieces: Sequence[Sentence], text: str = "") -> Words | None:
        """Give the stretch from the first of ``pieces`` to the end of the last; ``text`` where that is not all."""
        if not pieces:
            return None
        first, last = pieces[0].span, pieces[-1].span
        span = Span(first.line, last.last_line, first.start, last.end, first.page)
        told = text or (pieces[0].text if len(pieces) == 1 else plain(" ".join(piece.words for piece in pieces)))
        return Words(told, cut(self._lines, span), span, tuple(pieces))
