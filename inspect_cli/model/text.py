"""A document's text: lines, the blocks they form, and spans that point into them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a piece of a document's text is by its layout."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in the stored text.

    Lines are counted from 1, both ends included; ``start`` and ``end`` are columns counted from 0, ``start`` in the
    first line, ``end`` (exclusive) in the last; ``page`` counts from 1 and is None where a text has no pages.
    """

    line: int
    last_line: int
    start: int
    end: int
    page: int | None = None

    def overlaps(self, other: Span) -> bool:
        """Say whether two spans of one document share a character."""
        first, second = sorted((self, other), key=lambda span: (span.line, span.start))
        return (second.line, second.start) < (first.last_line, first.end)


# A word that wrapping broke at its hyphen ("counter-" / "corruption"), but not "drug-" / "and alcohol-related".
_BROKEN_WORD = re.compile(r"[^\W\d_]{2}-\Z")
_REST_OF_WORD = re.compile(r"(?!(?:and|or|to)\b)[^\W\d_]")


def join_lines(parts: Sequence[str]) -> str:
    """Join the lines of one paragraph with one blank each, or none where a word was broken at its hyphen."""
    joined: list[str] = []
    for part in filter(None, map(str.strip, parts)):
        if joined and not (joined[-1].endswith("-") and _BROKEN_WORD.search(joined[-1]) and _REST_OF_WORD.match(part)):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


# How a mail or Markdown marks a quoted line.
_QUOTED = re.compile(r"\s*(?:>\s?)+")


def behind_quotes(line: str) -> int:
    """Give the column at which a line begins behind the ">" that mark it as quoted, 0 where there are none."""
    quoted = _QUOTED.match(line)
    return quoted.end() if quoted else 0


def cut(lines: Sequence[str], span: Span) -> str:
    """Re-cut the words at ``span`` from the lines of a stored text; line breaks and runs of blanks become one blank.

    What marks a line as quoted is left out, as it is where the words are read.
    """
    taken = list(lines[span.line - 1 : span.last_line])
    if taken:
        taken[-1] = taken[-1][: span.end]
        taken[0] = taken[0][span.start :]
        taken[1:] = [line[behind_quotes(line) :] for line in taken[1:]]
    return " ".join(join_lines(taken).split())


class Piece(NamedTuple):
    """A stretch of one source line: ``line`` from 1, ``start`` and ``end`` as columns from 0, end exclusive."""

    line: int
    start: int
    end: int


# The blanks before a border are taken from their first one on, so that a long run of them is gone through once.
_CELLS = re.compile(r"(?:(?<!\s)\s*+)?\|\s*|(?<!\s)[^\S\t]*+\t\s*|(?<=\S) {3,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or stand-alone line: its text with the source lines joined as ``join_lines`` does.

    ``pieces`` are the stretches of lines that ``text`` was joined from, without bullets or indentation.
    ``marker`` is the bullet, number or heading mark that stood before it ("-", "•", "3.", "##"), or "".
    ``page`` is the page it begins on. A row of a table has its cells parted by "|", tabs or wide gaps.
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    marker: str = ""
    page: int | None = None
    reaches: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out how far into the text each piece reaches, once: a paragraph may have thousands."""
        reaches: list[int] = []
        passed = 0
        for piece in self.pieces:
            passed += piece.end - piece.start
            passed += self.text.startswith(" ", passed)
            reaches.append(passed)
        object.__setattr__(self, "reaches", tuple(reaches))

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row of a table, and the one text of anything else."""
        return tuple(_CELLS.split(self.text)) if self.kind is BlockKind.ROW else (self.text,)

    @property
    def line(self) -> int:
        """The line on which the block begins, from 1."""
        return self.pieces[0].line

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Give the span in the document of ``text[start:end]``; the stretch must not be empty."""
        stop = len(self.text) if end is None else end
        first, first_column = self._place(start)
        last, last_column = self._place(stop - 1)
        return Span(first, last, first_column, last_column + 1, self.page)

    def _place(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.reaches, offset)
        if at == len(self.pieces):
            last = self.pieces[-1]
            return last.line, last.end
        piece, passed = self.pieces[at], self.reaches[at - 1] if at else 0
        return piece.line, piece.start + offset - passed


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read: its lines as a person sees them in the file, and the blocks they form."""

    name: str
    format: str
    sha256: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()


# Each byte as it is in a word, a blank for those that are in none.
_IN_WORDS = bytes(point if chr(point).isalnum() and point < 128 else 32 for point in range(256))


def normal_words(text: str) -> str:
    """Fold a text to its words: lower case, letters and digits only, single blanks (the base of ids and likeness)."""
    plain = text.lower().replace("’", "").replace("'", "").encode("ascii", "replace")
    return " ".join(plain.translate(_IN_WORDS).decode("ascii").split())


def is_text(text: str) -> bool:
    """Say whether a text can be stored: one that was typed may hold bytes that are no characters."""
    return all(not "\ud800" <= one <= "\udfff" for one in text)


_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def make_id(prefix: str, *parts: object, size: int) -> str:
    """Make a short typeable id: ``prefix`` and ``size`` letters of a hash over ``parts`` (no i, l, o, u)."""
    import hashlib

    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode(errors="backslashreplace")).digest()
    number = int.from_bytes(digest[:16], "big")
    letters = []
    for _ in range(size):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return prefix + "".join(letters)
