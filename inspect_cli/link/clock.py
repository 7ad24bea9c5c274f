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

_DURATION = re.compile(r"((?:\b[a-z]+[ -])?\b(?:[a-z]+|\d{1,4}))[ -](day|week|month|year)s?\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|without delay|at once)\b", re.IGNORECASE)


def deadline_date(phrase: str, start: date) -> date | None:
    """Give the day on which a deadline in words ("within two years") falls when it was set on ``start``.

    None where the phrase names no number of days, weeks, months or years (working days are not counted).
    """
    from dateutil.relativedelta import relativedelta

    match = _DURATION.search(phrase)
    if match is None:
        return start if _AT_ONCE.search(phrase) else None
    count = _number(match[1])
    if count is None:
        return None
    unit = match[2].lower()
    if unit in ("day", "week"):
        return start + relativedelta(days=count if unit == "day" else 7 * count)
    return start + relativedelta(months=count if unit == "month" else 12 * count)


def _number(words: str) -> int | None:
    """Read the last word as a number, with the tens before it ("twenty-four")."""
    *before, last = re.split(r"[ -]", words.lower())
    if last.isdigit():
        return int(last)
    count = _NUMBERS.get(last)
    tens = _NUMBERS.get(before[0], 0) if before else 0
    return count + tens if count is not None and tens >= 20 and count < 10 else count
