"""A block's sentences, each with its place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspect_cli.model import Block, Span

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9£])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|cf|Mr|Mrs|Ms|Dr|No|para|pp?|St|Insp|Supt|Sgt|approx)|\b[A-Z])\.\Z")
_LONGEST_ABBREVIATION = 8
# No sentence is longer; what is (a table, a damaged file) is cut, so that no rule takes long over it.
_LONGEST = 1000
# What joins a point of a list to the next one.
_JOINT = re.compile(r"(?:[;,]\s*(?:and|or|and/or)|;)\W*\Z", re.IGNORECASE)
_OUTER = " \t\"'“”‘’«»"


@dataclass(slots=True)
class Sentence:
    """A sentence of a block: ``start`` and ``end`` are offsets in the block's text, outer blanks left out."""

    block: Block
    start: int
    end: int
    words: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Cut the sentence as it stands, once: all rules ask for it."""
        self.words = self.block.text[self.start : self.end]

    @property
    def text(self) -> str:
        """The sentence for a reader: without quotation marks around it or a list's joint, runs of blanks folded."""
        return _JOINT.sub("", plain(self.words))

    @property
    def quote(self) -> str:
        """The sentence as it is cut from the document: runs of blanks folded."""
        return " ".join(self.words.split())

    @property
    def line(self) -> int:
        """The line on which the sentence begins."""
        return self.span.line

    @property
    def span(self) -> Span:
        """Where the sentence stands in the document."""
        return self.block.span(self.start, self.end)

    def through(self, last: Sentence) -> Sentence:
        """Give the stretch from this sentence to the end of ``last``, a later one of the same block."""
        return Sentence(self.block, self.start, last.end)


def plain(words: str) -> str:
    """Fold blanks and take off quotation marks that stand only at the outside."""
    text = " ".join(words.split())
    bare = text.strip(_OUTER)
    return text if any(mark in bare for mark in '“”"') else bare


def whole(block: Block) -> Sentence:
    """Give all of a block as one stretch."""
    return Sentence(block, 0, len(block.text))


def sentences(block: Block) -> Iterator[Sentence]:
    """Split a block into its sentences, in order; a block without full stops is one sentence."""
    text = block.text
    start = 0
    for match in _END.finditer(text):
        stop = match.end() - len(match.group()) + len(match.group().rstrip())
        if _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop):
            continue
        yield from _cut(Sentence(block, start, stop))
        start = match.end()
    if text[start:].strip():
        yield from _cut(Sentence(block, start, len(text.rstrip())))


def _cut(sentence: Sentence) -> tuple[Sentence, ...]:
    return (sentence,) if len(sentence.words) <= _LONGEST else tuple(_pieces(sentence))


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Cut an overlong sentence at blanks, or where there are none after so many characters as one may have."""
    text, start = sentence.block.text, sentence.start
    while sentence.end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        if text[start:stop].strip():
            yield Sentence(sentence.block, start, stop)
        start = stop
        while text[start].isspace():
            start += 1
    yield Sentence(sentence.block, start, sentence.end)
