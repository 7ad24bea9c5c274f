"""Dates and inspection years as reports write them."""

from __future__ import annotations

import re
from datetime import date

_YEAR = "january february march april may june july august september october november december"
MONTHS = tuple(_YEAR.split())
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}-\d\d-\d\d|{DAY}(?: of)? {MONTH},? \d{{4}})"
# One year, or two joined as in "2018/19", "2018/2019", "2023–25"; not the beginning of an ISO date.
YEARS = r"(?P<first>(?:19|20)\d\d)(?:\s?(?P<join>[/–—-])\s?(?P<last>(?:20)?\d\d)(?![\d-]))?(?!\d|[-/]\d)"

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WORDED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH}),? (\d{{4}})", re.I)


def month_number(name: str) -> int:
    """Give the number of a month from its name or the first three letters of it."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name.lower()[:3]))


def read_date(text: str) -> date | None:
    """Read a date: 27/09/2019 (day first), 2019-09-27, 27th September 2019. None where there is no such day."""
    if match := _SLASHED.search(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.search(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _WORDED.search(text):
        day, month, year = int(match[1]), month_number(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_such_day(weekday: str, day: int, month: int, since: date) -> date | None:
    """Give the first date on or after ``since`` that is this day of this month and falls on this weekday."""
    from dateutil.rrule import YEARLY, rrule

    name = WEEKDAYS.index(weekday.lower())
    rule = rrule(YEARLY, dtstart=since, bymonth=month, bymonthday=day, byweekday=name, until=_limit(since))
    return next((moment.date() for moment in rule), None)


def _limit(since: date) -> date:
    return date(since.year + 12, 12, 31)


def read_years(match: re.Match[str]) -> tuple[int, str]:
    """Read the inspection year and its label ("2018/19", "2023–25") from a match of ``YEARS``."""
    first, last = int(match["first"]), match["last"]
    if last is None or not 1 <= int(last[-2:]) - first % 100 <= 3:
        return first, str(first)
    return first, f"{first}{'/' if match['join'] == '/' else '–'}{last[-2:]}"


def last_year(label: str) -> int:
    """Give the last year that a label spans: 2019 for "2018/19"."""
    return int(label[:2] + label[-2:])
