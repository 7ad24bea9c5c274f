"""Days and years as people type them."""

from __future__ import annotations

import re
from datetime import date

from inspect_cli.errors import UsageError

_YEAR = re.compile(r"((?:19|20)\d\d)(?:[/-](?:\d\d)?\d\d)?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[a-z]{3,9})\s+(?P<year>\d{4})", re.IGNORECASE)
_SLASHES = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def read_day(text: str, option: str) -> date:
    """Read a day: ISO, "8 December 2016" or "8/12/2016", day first; raises UsageError with an example."""
    found = next((match for form in (_ISO, _WORDS, _SLASHES) if (match := form.fullmatch(text.strip()))), None)
    error = UsageError(f"{option} was given '{text}', which is no date", f"for example {option} 2016-12-08")
    if found is None:
        raise error
    parts = found.groupdict()
    try:
        return date(int(parts["year"]), _month(parts), int(parts["day"]))
    except ValueError:
        raise error from None


def _month(parts: dict[str, str]) -> int:
    """Give a month's number; 0, which is none, for a name that is no month's."""
    if "month" in parts:
        return int(parts["month"])
    name = parts["name"].lower()
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0)


def read_year(text: str, option: str) -> int:
    """Read an inspection year, 2018 or 2018/19; raises UsageError with an example."""
    found = _YEAR.fullmatch(text.strip())
    if not found:
        raise UsageError(f"{option} was given '{text}', which is no year", f"for example {option} 2018")
    return int(found[1])


def read_number(text: str, option: str) -> int:
    """Read a count; raises UsageError with an example."""
    if not text.strip().isdecimal():
        raise UsageError(f"{option} was given '{text}', which is no number", f"for example {option} 20; 0 for all")
    return int(text)
