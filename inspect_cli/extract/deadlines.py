"""Deadlines in words. A duration becomes a day elsewhere, where the day it runs from is known."""

from __future__ import annotations

import re
from datetime import date

from inspect_cli.extract.patterns import NUMBER
from inspect_cli.model import Deadline

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(_MONTHS)
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>(?:19|20)\d\d)"
_PHRASES = re.compile(
    rf"\b(?:within (?:the next )?{NUMBER} (?:working )?(?:days?|weeks?|months?|years?)"
    rf"|(?:by|before|not later than|no later than) (?:the )?(?:end of )?{_DAY}"
    rf"|(?:by|before|not later than|no later than) (?:the end of )?"
    rf"(?:(?:{_MONTH}|spring|summer|autumn|winter) )?(?:19|20)\d\d\b"
    rf"|by the end of (?:{_MONTH})\b"
    rf"|with immediate effect|immediately|as soon as (?:is )?(?:reasonably )?(?:possible|practicable))",
    re.IGNORECASE,
)


def deadline_of(text: str) -> Deadline | None:
    """Give the first deadline that ``text`` sets, with its day where the words name one; None where it sets none."""
    match = _PHRASES.search(text)
    if match is None:
        return None
    return Deadline(" ".join(match.group().split()), _day(match))


def _day(match: re.Match[str]) -> date | None:
    if match["day"] is None:
        return None
    try:
        return date(int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    except ValueError:
        # "31 June": the words are kept, the day is not known
        return None
