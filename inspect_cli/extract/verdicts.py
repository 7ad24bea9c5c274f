"""Verdicts on earlier findings: achieved, discharged, in progress and their negations."""

from __future__ import annotations

import re

from inspect_cli.model import Verdict

_NOT = r"(?:not|n[’']t|yet to|never|failed to|still to)\b(?: \w+){0,2}"
_DONE = (
    r"(?:achieved?|met|meet|implement(?:ed)?|compl(?:ied|y) with|fulfil(?:led)?|deliver(?:ed)?|satisf(?:ied|y)|"
    r"act(?:ed)? on|completed?|address(?:ed)?|closed?|resolved?|signed off)"
)
_PART = r"(?:partly|partially|not (?:yet )?fully|largely|to some extent)"
# The first that matches is the verdict, so a negation stands before what it negates.
_VERDICTS = tuple(
    (verdict, re.compile(pattern, re.IGNORECASE))
    for verdict, pattern in (
        (Verdict.NOT_DISCHARGED, rf"\b{_NOT} discharged?\b|\bremains? undischarged\b"),
        (Verdict.DISCHARGED, r"\bdischarged\b"),
        (Verdict.CARRIED_OVER, r"\bcarried over\b|\bremains? in place\b"),
        (Verdict.SUPERSEDED, r"\bsuperseded\b|\breplaced by\b|\bno longer applies\b"),
        (
            Verdict.IN_PROGRESS,
            r"\b(?:some|part|partly|most) of (?:this|these|our|the)\b|\b(?:good|some|further|steady) progress\b"
            rf"|\bprogress (?:has been|is being)\b|\b{_PART} {_DONE}\b"
            r"|\b(?:is|are) (?:still )?(?:working (?:on|towards|to)|addressing|implementing)\b",
        ),
        (
            Verdict.NOT_ACHIEVED,
            rf"(?:\b|(?<=\w)){_NOT} {_DONE}\b|\b(?:remains?|still) (?:outstanding|open|incomplete|unmet)\b",
        ),
        (
            Verdict.ACHIEVED,
            rf"\b(?:has|have|had|was|were|been|now|fully)\b(?: \w+){{0,2}} {_DONE}\b|\bhas now done so\b",
        ),
    )
)


def verdict_of(words: str) -> Verdict | None:
    """Give the verdict that ``words`` pass on something earlier, or None where they pass none."""
    return next((verdict for verdict, pattern in _VERDICTS if pattern.search(words)), None)
