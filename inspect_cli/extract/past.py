"""What in a sentence speaks of an earlier year: "last year", "in 2016", "when last inspected"."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspect_cli.extract.patterns import YEAR
from inspect_cli.reference.keyed import Keyed

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = Keyed(
    rf"\b(?P<how>in|since|of|on|from|for|during|our|the|its|than|by|until)(?: late| early| spring| summer| autumn|"
    rf" {_MONTH})? "
    rf"(?P<year>{YEAR})(?:[/–-](?:\d\d){{1,2}})?\b",
    re.IGNORECASE,
)
_LABELLED = Keyed(rf"\A\W*(?P<year>{YEAR})(?:/\d\d)? (?=\w)")
_LAST = Keyed(
    r"\b(?:last (?:year|time|inspect\w*|report|assessment|audited)(?:[’']s)?"
    r"|(?:the|our|its|their|a|his|her) (?:last|previous|earlier|first) (?:[\w/–-]+ ){0,3}(?:year|inspection|"
    r"report|assessment|judge?ment|cycle|grade|one)s?"
    r"|previously|formerly|in the past|two years (?:ago|before|earlier)|a year (?:ago|before|earlier)"
    r"|when (?=(?:we|HMIC(?:FRS)?|it|the force|the constabulary) (?:last |also |had |first )?(?:judged|assessed|"
    r"graded|inspected|was|were))"
    r"|having (?:\w+ )?been (?=[‘'“\"]?\w)|had (?:then |earlier |already )?been (?=[‘'“\"]?\w)|(?:was|"
    r"were) then (?:judged|graded|rated|assessed))",
    re.IGNORECASE,
)
# What brings a sentence back to the present, and what may not stand between a grade and a mark behind it.
_NOW = re.compile(r"\b(?:now|this year|this time|has since|today|currently|these days)\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:–—]|\b(?:which|than|but|though|although|while|and|as it did)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"^(?:the (?:last|previous|earlier)|in|last|when|previously|a year|two years|during|had)\b", re.IGNORECASE
)


class Mark(NamedTuple):
    """Words that point to an earlier time: where they stand, the year (None: not known), whether they open it."""

    start: int
    end: int
    year: int | None
    words: str
    opens: bool


class Past:
    """The marks of an earlier time in a sentence of a report on the inspection year ``year``."""

    def __init__(self, sentence: str, year: int | None) -> None:
        self._sentence = sentence
        self._year = year
        self.marks = tuple(sorted(self._find()))

    def _find(self) -> list[Mark]:
        found = []
        for match in (*_DATED.finditer(self._sentence), *_LABELLED.finditer(self._sentence)):
            stated = int(match["year"])
            if self._year is None and match.groupdict().get("how", "").lower() != "in":
                continue
            if self._year is None or stated < self._year:
                opens = match.start() <= len("And so, ")
                found.append(Mark(match.start(), match.end(), stated, match.group(), opens))
        last = self._year - 1 if self._year else None
        for match in _LAST.finditer(self._sentence):
            near = next(
                (mark for mark in found if mark.start < match.end() + 12 and match.start() < mark.end + 12), None
            )
            year = near.year if near else last
            found.append(Mark(match.start(), match.end(), year, match.group(), opens=False))
        return found

    def mark_of(self, start: int, end: int) -> Mark | None:
        """Give the mark under which the words at ``start`` to ``end`` stand; None where they speak of now."""
        before = [mark for mark in self.marks if mark.end <= start]
        if before and not _NOW.search(self._sentence, before[-1].end, start):
            return min(before, key=lambda mark: (mark.year is None, mark.start))
        for mark in self.marks:
            if mark.start >= end and _BEHIND.match(mark.words) and not _BREAK.search(self._sentence, end, mark.start):
                return mark
        return None
