"""Deadlines in words, counted from the day on which they were set."""

from __future__ import annotations

import re
from datetime import date

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {"a": 1, "an": 1} | {word: count for count, word in enumerate(_UNITS, 1)}
_NUMBERS |= {word: 10 * count for count, word in enumerate(_TENS, 2)}
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b,?(?: (?P<year>(?:19|20)\d\d)\b)?"

_DURATION = re.compile(r"((?:\b[a-z]+[ -])?\b(?:[a-z]+|\d{1,4}))[ -](day|week|month|year)s?\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|without delay|at once)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}", re.IGNORECASE)
_END_OF_MONTH = re.compile(rf"\bend of {_MONTH}", re.IGNORECASE)


def deadline_date(phrase: str, start: date | None) -> date | None:
    """Give the day on which a deadline in words falls when it was set on ``start`` (None: not known).

    Words that count ("within two years", "immediately") run from ``start``; a day, or the end of a month, without its
    year is the next one from there. "Before" a day keeps the day, as the report names it. None where the words name no
    day ("as soon as possible", "by spring 2024"; working days are not counted).
    """
    match = _DURATION.search(phrase)
    if match is not None:
        return _counted(match, start) if start else None
    named = _NAMED.search(phrase) or _END_OF_MONTH.search(phrase)
    if named is not None:
        return _named(named, start)
    return start if _AT_ONCE.search(phrase) else None


def _counted(match: re.Match[str], start: date) -> date | None:
    from dateutil.relativedelta import relativedelta

    count = _number(match[1])
    if count is None:
        return None
    unit = match[2].lower()
    try:
        if unit in ("day", "week"):
            return start + relativedelta(days=count if unit == "day" else 7 * count)
        return start + relativedelta(months=count if unit == "month" else 12 * count)
    except (OverflowError, ValueError):  # "within 9999 years": beyond the calendar there is no day
        return None


def _named(match: re.Match[str], start: date | None) -> date | None:
    """Give the day named, or the last one of the month; without a year the next from ``start``."""
    parts = match.groupdict()
    month = _MONTHS.index(parts["month"].lower()) + 1
    if parts["year"]:
        return _day_in(int(parts["year"]), month, parts.get("day"))
    if start is None:
        return None
    days = (_day_in(start.year + later, month, parts.get("day")) for later in (0, 1))
    return next((day for day in days if day and day >= start), None)


def _day_in(year: int, month: int, day: str | None) -> date | None:
    from dateutil.relativedelta import relativedelta

    try:
        return date(year, month, int(day)) if day else date(year, month, 1) + relativedelta(day=31)
    except ValueError:  # "31 June": the words are kept, the day is not known
        return None


def _number(words: str) -> int | None:
    """Read the last word as a number, with the tens before it ("twenty-four")."""
    *before, last = re.split(r"[ -]", words.lower())
    if last.isdigit():
        return int(last)
    count = _NUMBERS.get(last)
    tens = _NUMBERS.get(before[0], 0) if before else 0
    return count + tens if count is not None and tens >= 20 and count < 10 else count
