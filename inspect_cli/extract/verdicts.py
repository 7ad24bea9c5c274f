"""Verdicts on earlier findings: achieved, discharged, in progress and their negations (reference/verdicts.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from inspect_cli.extract.patterns import NUMBER
from inspect_cli.model import Verdict
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Choice, Keyed, made_once


class Said(NamedTuple):
    """A verdict in a sentence: where its words begin, and whether they are words of status ("discharged", "closed")."""

    verdict: Verdict
    firm: bool
    at: int


@dataclass(frozen=True, slots=True)
class _Rule:
    verdict: Verdict
    firm: bool
    patterns: Choice[Keyed]
    unless: tuple[Keyed, ...]

    def place_in(self, words: str) -> int | None:
        """Give where the first of the rule's patterns stands in ``words``."""
        likely = self.patterns.within(words)
        places = [match.start() for pattern in likely if (match := pattern.compiled.search(words))]
        return None if not places or any(pattern.search(words) for pattern in self.unless) else min(places)


@made_once
def _rules() -> tuple[_Rule, ...]:
    known = load("verdicts")
    pieces = known["pieces"]
    return tuple(
        _Rule(
            Verdict(one["verdict"]),
            one.get("firm", False),
            Choice(_compiled(one, "patterns", pieces), lambda pattern: pattern),
            _compiled(one, "unless", pieces),
        )
        for one in known["verdict"]
    )


def _compiled(one: dict[str, Any], name: str, pieces: dict[str, str]) -> tuple[Keyed, ...]:
    return tuple(Keyed(_filled(pattern, pieces), re.IGNORECASE) for pattern in one.get(name, ()))


def _filled(pattern: str, pieces: dict[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace(name, piece)
    return pattern


# A negation that is none, and what may be said of any finding: a condition.
_NOT_ONLY = Keyed(r"\bnot (?:only|just|merely|simply) ", re.IGNORECASE)
_CONDITION = Keyed(
    r"^\W*(?:If|Where|Whenever|Unless|Should|Whether|Until|Once|In order to)\b"
    r"|\b(?:will|must|should|needs?) (?:\w+ ){0,3}(?:show|demonstrate|prove|satisfy|convince)\b"
    r"|\b(?:ask|asks|asked|asking) (?:me |us )?(?:about|whether|how)\b|\bhow many of\b"
    r"|^\W*[A-Z]\w+(?: \w+)? [–—-] "
    r"|^\W*When (?:we are|an?|the force is)\b|^\W*(?:An?|Any|Each|Every) (?:force|cause of concern"
    r"|recommendation|area for improvement)\b"
    r"|^\W*(?:We|I|My \w+) (?:shall|will) (?!keep|leave|retain|hold|not)"
    r"|\b(?:I|we) (?:had been|have been|was|were) (?:told|assured|informed)\b"
)
_MANY = Keyed(
    rf"(?:^\W*|[,;] |\band |\bthat )(?:{NUMBER}|most|some|many|several|a few|almost all"
    rf"|nearly all)(?: of)?(?: the| these)?(?: other)?(?: forces)? have\b",
    re.IGNORECASE,
)
# "It has now done so in towns, but not elsewhere": what is done in part is in progress.
_IN_PART = re.compile(
    r"(?:,|;) ?(?:but|although|though|however|except|save|while)\b(?! (?:only|it was|this was|that was|late))"
    r"|\band (?:is|are) (?:still )?(?:working|acting|addressing)\b",
    re.IGNORECASE,
)

# "There is little evidence that this has been addressed"; "We no longer consider it achieved"; "…, but we disagree".
_DENIED = Keyed(
    r"\bno longer (?:consider|regard|think|believe|see|view)\b"
    r"|\b(?:little|limited|insufficient|no|not enough|scant|hardly any) (?:\w+ ){0,2}?evidence (?:that|of|to show)\b"
    r"|\b(?:but|though|although|however),? (?:we|I|HMIC(?:FRS)?|our inspectors) (?:disagree|dispute|(?:do|are|were|did)"
    r" ?n(?:ot|[’']t) (?:yet )?(?:agree|accept|satisfied|convinced|persuaded|find|see))\b"
    r"|^\W*(?:We|I) (?:do not|don[’']t|cannot|can[’']t) (?:accept|agree|say|believe|consider|think)\b",
    re.IGNORECASE,
)


def said_in(words: str) -> Said | None:
    """Give the verdict that a sentence passes on something earlier, or None where it passes none.

    Words of status win over words that tell; among equals those that begin first.
    """
    if _CONDITION.search(words):
        return None
    plain = _NOT_ONLY.sub("", words)
    found = [
        (not rule.firm, place, number)
        for number, rule in enumerate(_rules())
        if (place := rule.place_in(plain)) is not None
    ]
    if not found:
        return None
    _, place, number = min(found)
    rule = _rules()[number]
    if rule.verdict in (Verdict.ACHIEVED, Verdict.DISCHARGED) and _DENIED.search(plain):
        return Said(Verdict.NOT_ACHIEVED, rule.firm, place)
    if rule.verdict is Verdict.ACHIEVED and not rule.firm and (_IN_PART.search(plain, place) or _MANY.search(plain)):
        return Said(Verdict.IN_PROGRESS, firm=False, at=place)
    return Said(rule.verdict, rule.firm, place)


# What a word or two in brackets or behind "Progress:" say.
_STATUSES = (
    (Verdict.NOT_DISCHARGED, re.compile(r"\bnot (?:yet )?discharged\b", re.IGNORECASE)),
    (Verdict.DISCHARGED, re.compile(r"\bdischarged\b", re.IGNORECASE)),
    (Verdict.CARRIED_OVER, re.compile(r"\bcarried (?:over|forward)\b", re.IGNORECASE)),
    (Verdict.SUPERSEDED, re.compile(r"\b(?:superseded|replaced|no longer)\b", re.IGNORECASE)),
    (
        Verdict.NOT_ACHIEVED,
        re.compile(
            r"\b(?:no progress|(?:not|in)[ -]?(?:yet )?(?:complete|completed|met|achieved|implemented|done"
            r"|started|closed)"
            r"|(?:remains? )?open|outstanding|unmet|overdue)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Verdict.IN_PROGRESS,
        re.compile(r"\b(?:progress\w*|ongoing|on track|under ?way|part\w*|started|begun|in hand|some)\b", re.I),
    ),
    (
        Verdict.ACHIEVED,
        re.compile(r"\b(?:completed?|achieved|met|implemented|done|closed|fulfilled|addressed)\b", re.I),
    ),
)


def status_of(words: str) -> Verdict | None:
    """Give the verdict that a status says ("complete", "some progress", "not met"); None where it says none."""
    return next((verdict for verdict, pattern in _STATUSES if pattern.search(words)), None)


def verdict_of(words: str) -> Verdict | None:
    """Give the verdict that ``words`` pass on something earlier, or None where they pass none."""
    said = said_in(words)
    return said.verdict if said else None
