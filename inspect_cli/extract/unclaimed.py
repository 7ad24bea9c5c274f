"""Sentences that hold a trigger word and that no rule used: what a reader should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import FORMAL_WORDS, GRADE_WORDS
from inspect_cli.extract.sentences import Sentence, sentences
from inspect_cli.model import Unclaimed

_TRIGGER = re.compile(
    rf"\b(?:{FORMAL_WORDS}|recommend(?:s|ed)?|judge?ments?|judged|graded|{GRADE_WORDS}|should|must|needs? to|"
    r"discharged|carried over|not achieved)\b",
    re.IGNORECASE,
)


def find_unclaimed(passages: Sequence[Passage], claimed: Sequence[Sentence]) -> Iterator[Unclaimed]:
    """Give the sentences with a trigger word that share no word with a claimed stretch, in document order."""
    by_block: dict[int, list[Sentence]] = {}
    for stretch in claimed:
        by_block.setdefault(id(stretch.block), []).append(stretch)
    for passage in passages:
        if passage.role in (Role.FURNITURE, Role.QUESTION, Role.LIST_HEADING, Role.DATE):
            continue
        taken = by_block.get(id(passage.block), ())
        for sentence in sentences(passage.block):
            trigger = _TRIGGER.search(sentence.words)
            if trigger and not any(part.start < sentence.end and sentence.start < part.end for part in taken):
                yield Unclaimed(sentence.line, trigger.group().lower(), sentence.text)
