"""Sentences that hold a trigger word and that no rule used: what a reader should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import FORMAL_WORDS, GRADE_WORDS
from inspect_cli.model import Unclaimed
from inspect_cli.reference.keyed import Keyed

_TRIGGER = Keyed(
    rf"\b(?:{FORMAL_WORDS}|recommend(?:s|ed)?|judge?ments?|judged|graded|{GRADE_WORDS}|should|must|needs? to|"
    r"discharged|carried over|not achieved)\b",
    re.IGNORECASE,
)


def find_unclaimed(passages: Sequence[Passage], claims: Claims) -> Iterator[Unclaimed]:
    """Give the sentences with a trigger word that share no word with a claimed stretch, in document order."""
    for passage in passages:
        if passage.role in (Role.FURNITURE, Role.QUESTION, Role.LIST_HEADING, Role.DATE):
            continue
        for sentence in passage.sentences:
            trigger = _TRIGGER.search(sentence.words)
            if trigger and not claims.holds(sentence):
                yield Unclaimed(sentence.line, trigger.group().lower(), sentence.text)
