"""Days, years and counts as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from inspect_cli.errors import UsageError

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SHORTEST = 3
_LEAP = 8

_YEAR = re.compile(r"((?:19|20)\d\d)(?:[/-](?:\d\d)?\d\d)?", re.ASCII)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})", re.ASCII)
_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]+),? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<name>[a-z]+)(?:,? (?P<year>\d{4}))?",
    re.ASCII,
)
_MONTH_END = re.compile(r"(?:the )?end of (?P<name>[a-z]+)(?: (?P<year>\d{4}))?", re.ASCII)
_COUNTS = {"a": 1, "an": 1} | {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_STEP = rf"(?P<count>\d{{1,4}}|{'|'.join(_COUNTS)}) (?P<unit>day|week|month|year)s?"
_AHEAD = re.compile(rf"(?:in|within) {_STEP}", re.ASCII)
_AGO = re.compile(rf"{_STEP} ago", re.ASCII)
_WEEKDAY = re.compile(r"(?:(?P<which>next|last|on|this) )?(?P<weekday>[a-z]+)", re.ASCII)


def read_day(text: str, option: str, today: date, *, past: bool = False) -> date:
    """Read a day as people write it, day first: 2026-12-31, 31/12/2026, "31 March", "in 6 weeks", "next Friday".

    A day without its year, and a weekday, is the next one after ``today``; with ``past`` the latest one up to today.
    Raises UsageError with examples for what is no day.
    """
    wanted = " ".join(text.lower().split())
    try:
        for read in (_named, _step, _full, _month_end, _weekday):
            found = read(wanted, today, past)
            if found is not None:
                return found
    except (ValueError, OverflowError) as failed:
        raise _no_day(text, option, past) from failed
    raise _no_day(text, option, past)


def _no_day(text: str, option: str, past: bool) -> UsageError:
    also = "'2 weeks ago', '27 September'" if past else "'31 March', 'in 6 weeks'"
    return UsageError(f"{option} was given '{text}', which is no date", f"for example {option} 2016-12-08; or {also}")


def _named(wanted: str, today: date, past: bool) -> date | None:
    del past
    return today + timedelta(days=_NAMED[wanted]) if wanted in _NAMED else None


def _full(wanted: str, today: date, past: bool) -> date | None:
    """Read a day of a month, with its year or without; a weekday before it must be that day's."""
    found = _ISO.fullmatch(wanted) or _NUMBERS.fullmatch(wanted)
    if found:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    worded = _WORDS.fullmatch(wanted)
    if worded is None:
        return None
    month, number = _place(worded["name"], _MONTHS) + 1, int(worded["day"])
    day = _nearest_year(lambda year: date(year, month, number), worded["year"], today, past)
    if worded["weekday"] and day.weekday() != _place(worded["weekday"], _WEEKDAYS):
        raise ValueError(f"{day} is another day of the week")
    return day


def _nearest_year(of: Callable[[int], date], year: str | None, today: date, past: bool) -> date:
    """Give the day in the year named, or else the next one, or the latest one; 29 February waits for its year."""
    if year:
        return of(int(year))
    failed: ValueError | None = None
    for away in range(_LEAP + 1):
        try:
            day = of(today.year - away if past else today.year + away)
        except ValueError as error:
            failed = error
            continue
        if (day <= today) if past else (day >= today):
            return day
    raise failed or ValueError("there is no such day")


def _month_end(wanted: str, today: date, past: bool) -> date | None:
    """Read the end of a month."""
    found = _MONTH_END.fullmatch(wanted)
    if found is None:
        return None
    from dateutil.relativedelta import relativedelta

    month = _place(found["name"], _MONTHS) + 1
    return _nearest_year(lambda year: date(year, month, 1) + relativedelta(day=31), found["year"], today, past)


def _step(wanted: str, today: date, past: bool) -> date | None:
    """Read "in 6 weeks" and "6 weeks ago"."""
    del past
    ahead, ago = _AHEAD.fullmatch(wanted), _AGO.fullmatch(wanted)
    found = ahead or ago
    if found is None:
        return None
    from dateutil.relativedelta import relativedelta

    unit, count = found["unit"], _COUNTS.get(found["count"]) or int(found["count"])
    amount = {"day": (0, count), "week": (0, 7 * count), "month": (count, 0), "year": (12 * count, 0)}[unit]
    away = relativedelta(months=amount[0], days=amount[1])
    return today + away if ahead else today - away


def _weekday(wanted: str, today: date, past: bool) -> date | None:
    """Read a weekday: the next one after today, or the latest one before it."""
    found = _WEEKDAY.fullmatch(wanted)
    if found is None or (past and found["which"] == "next"):
        return None
    back = past or found["which"] == "last"
    ahead = (_place(found["weekday"], _WEEKDAYS) - today.weekday()) % 7
    return today + timedelta(days=ahead - 7 if back else ahead or 7)


def _place(name: str, names: list[str]) -> int:
    """Give the place of the name that ``name`` begins; raises ValueError for a beginning that is none, or too short."""
    if len(name) >= _SHORTEST:
        for place, whole in enumerate(names):
            if whole.startswith(name):
                return place
    raise ValueError(f"{name} is no name of a month or of a day")


def read_year(text: str, option: str) -> int:
    """Read an inspection year, 2018 or 2018/19; raises UsageError with an example."""
    found = _YEAR.fullmatch(text.strip())
    if not found:
        raise UsageError(f"{option} was given '{text}', which is no year", f"for example {option} 2018")
    return int(found[1])


def read_number(text: str, option: str, example: str = "20; 0 for all") -> int:
    """Read a count; raises UsageError with an example."""
    if not (text.strip().isascii() and text.strip().isdecimal()):
        raise UsageError(f"{option} was given '{text}', which is no number", f"for example {option} {example}")
    return int(text)
