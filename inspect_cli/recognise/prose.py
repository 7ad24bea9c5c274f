"""What recognising looks at: a document's text without furniture, and where in it a pattern stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from inspect_cli.model import Block, BlockKind, Document, Evidence, Rung
from inspect_cli.reference.keyed import Keyed, Pattern, Texts

T_co = TypeVar("T_co", covariant=True)
_SENTENCE_END = re.compile(r"(?:[.!:;,]|[;,] (?:and|or|but))['\"”’)]*\Z")
SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|\Z)", re.S)
# An inspection or report that is still to come.
TO_COME = re.compile(
    r"\b(?:will|shall|would|is to|are to|next|expect(?:s|ed)?|due|planned|plans?|begins?|intends?|hopes?|later this)\b",
    re.I,
)
_NOTES = re.compile(r"notes (?:to|for) (?:the )?editors?\W*", re.I)
_LONGEST_HEADING = 20
_FRONT = 6
_FIRST_LINES = 3


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value that was recognised, and how it is known."""

    value: T_co
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match in a block, and the line it begins on."""

    match: re.Match[str]
    block: Block

    @property
    def line(self) -> int:
        """The line on which the match begins, from 1."""
        return self.block.span(self.match.start(), max(self.match.end(), self.match.start() + 1)).line

    @property
    def words(self) -> str:
        """The words that matched, with single blanks."""
        return " ".join(self.match.group().split())


class Blocks(tuple[Block, ...]):
    """Blocks that many patterns are looked for in."""

    @cached_property
    def texts(self) -> Texts:
        """The texts of the blocks, to be looked through for the keys of patterns."""
        return Texts(block.text for block in self)


class Prose:
    """A document's text for recognising: its blocks without furniture, and its parts by position."""

    def __init__(self, document: Document) -> None:
        """Take the text of ``document``."""
        self.first_lines = tuple(document.lines[:_FIRST_LINES])
        self.blocks = Blocks(block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
        notes = next((n for n, block in enumerate(self.blocks) if _NOTES.fullmatch(block.text)), len(self.blocks))
        self.body = Blocks(self.blocks[:notes])
        self.notes = Blocks(self.blocks[notes:])
        self.items = Blocks(block for block in self.body if block.kind is BlockKind.BULLET)
        self.headings = Blocks(block for block in self.body if is_heading(block))
        front = self.body[:_FRONT]
        self.front = tuple(block for block in front if is_heading(block) or block is front[0])

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return sum(block.text.count(" ") + 1 for block in self.blocks)


def is_heading(block: Block) -> bool:
    """Say whether a block may be a heading: few words, no bullet, and no sentence ends there."""
    if block.marker.startswith("#"):
        return True
    short = block.text.count(" ") < _LONGEST_HEADING and not block.text.startswith(("“", '"'))
    return short and block.kind is BlockKind.PARAGRAPH and not _SENTENCE_END.search(block.text)


def find_all(blocks: Sequence[Block], pattern: Pattern) -> Iterator[Found]:
    """Give every match of ``pattern`` in ``blocks``, in document order."""
    if not isinstance(pattern, Keyed):
        return (Found(match, block) for block in blocks for match in pattern.finditer(block.text))
    likely = (
        [blocks[place] for place in blocks.texts.with_keys_of(pattern)]
        if isinstance(blocks, Blocks)
        else [block for block in blocks if pattern.may_match(block.text)]
    )
    return (Found(match, block) for block in likely for match in pattern.compiled.finditer(block.text))


def find_first(blocks: Sequence[Block], pattern: Pattern) -> Found | None:
    """Give the first match of ``pattern`` in ``blocks``."""
    return next(find_all(blocks, pattern), None)


def stated(found: Found) -> Evidence:
    """Give the evidence of what the text says in so many words."""
    return Evidence(Rung.STATED, found.line, f"“{found.words}”")


UNKNOWN = Evidence(Rung.UNKNOWN)
