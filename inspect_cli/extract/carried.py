"""Grades that a report says were carried over from an earlier inspection."""

from __future__ import annotations

import re

from inspect_cli.extract.patterns import YEAR
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed

_CARRIED = Keyed(
    rf"\b(?:our |the )?(?:judge?ments?|grades?)\b[^.]{{0,80}}?\b(?P<year>{YEAR})(?:[/–-]\d\d)?\b[^.]{{0,80}}"
    r"\bcarried (?:over|forward)"
    rf"|\bcarried (?:over|forward) from\b[^.]{{0,80}}?\b(?P<year2>{YEAR})",
    re.IGNORECASE,
)
# "Our 2016 judgment of good remains in place"; "we judged this in 2017 and the judgment has been carried over".
_STANDS = Keyed(
    rf"\b(?P<year>{YEAR})\b(?:(?!\b{YEAR}\b)[^.]){{0,60}}\b(?:judge?ments?|grades?)\b[^.\d]{{0,60}}?"
    r"\b(?:carried (?:over|forward)|(?:remains?|stays?|stands?) in place|still stands?|remains? valid)\b",
    re.IGNORECASE,
)
# "This judgment is from our 2017 efficiency inspection"; "the judgment is that of 2017".
_FROM = Keyed(
    r"\b(?:judge?ment|grade)s?(?: \w+){0,2} (?:is|are|comes?|dates?|(?:was|were) made) (?:the ones? )?"
    r"(?:from|that of|those of|the judge?ment of|given in|in|of) (?:our |the )?"
    rf"(?P<year>{YEAR})\b|\bis the (?:judge?ment|grade) of (?P<year2>{YEAR}),? which remains",
    re.IGNORECASE,
)


# A year begins with one of these: most sentences name none.
CENTURY = Keyed("19|20")
_NOT_CARRIED = Keyed(r"(?:\bnot|n[’']t)(?: been)? carried (?:over|forward)\b", re.IGNORECASE)


def carried_from(words: str) -> int | None:
    """Give the year whose grade a sentence says was carried over or remains; None where it says no such thing."""
    if not CENTURY.may_match(words) or _NOT_CARRIED.search(words):
        return None
    carried = _CARRIED.search(words)
    if carried:
        return int(carried["year"] or carried["year2"])
    if stands := _STANDS.search(words):
        return int(stands["year"])
    told = _FROM.search(words)
    return int(told["year"] or told["year2"]) if told else None


def carries_over(year: int | None) -> bool:
    """Say whether the cycle of an inspection year kept the judgements of questions that it left out (cycles.toml)."""
    return any(cycle["year"] == year and cycle.get("carries_over", False) for cycle in load("cycles")["cycle"])


def grades_areas(year: int | None) -> bool:
    """Say whether the cycle of an inspection year grades areas of policing in place of pillars (cycles.toml)."""
    return (
        any(cycle["year"] <= year and cycle.get("areas", False) for cycle in load("cycles")["cycle"]) if year else False
    )
