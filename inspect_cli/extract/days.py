"""Days as registers and trackers write them."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

_MONTHS = "january february march april may june july august september october november december".split()
# A month may be misspelt ("Febuary"): any word that could be one is looked at.
_WORDED = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>[A-Z][a-z]{2,9})\.?,?[\s-]+(?P<year>\d{4})"
_NUMBERED = r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d\d)"
_ISO = r"(?P<iso>\d{4}-\d\d-\d\d)"
DAY = re.compile(rf"(?<![\w/])(?:{_WORDED}|{_NUMBERED}|{_ISO})(?![\w/])")
_LIKE = 0.8
_CENTURY = 2000


def month_named(name: str) -> int | None:
    """Give the number of a month from its name, its first letters ("Sept") or a slip of it ("Febuary")."""
    folded = name.lower()
    begun = [month for month in _MONTHS if len(folded) > 2 and month.startswith(folded)]
    near = begun or get_close_matches(folded, _MONTHS, 1, _LIKE)
    return _MONTHS.index(near[0]) + 1 if near else None


def is_day(match: re.Match[str]) -> bool:
    """Say whether a match of ``DAY`` is meant as a day, be it one that the calendar does not have ("31st June")."""
    return match["month"] is None or month_named(match["month"]) is not None


def day_of(match: re.Match[str]) -> date | None:
    """Give the day that a match of ``DAY`` names, day first; None where the calendar has no such day."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    elif match["month"]:
        year, month, day = int(match["year"]), month_named(match["month"]) or 0, int(match["day"])
    else:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        year += _CENTURY if year < 100 else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_day(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Give the first day in ``text[start:end]``."""
    found = DAY.finditer(text, start, len(text) if end is None else end)
    return next((match for match in found if is_day(match)), None)
