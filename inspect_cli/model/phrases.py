"""Days and counts as people write them, alike in every message and table."""

from __future__ import annotations

from datetime import date


def day_in_full(day: date) -> str:
    """Give a day as people write it: 8 December 2018."""
    return f"{day.day} {day:%B %Y}"


def count(number_of: int, thing: str, things: str = "") -> str:
    """Give a count and what is counted: "1 area", "3 areas"."""
    return f"{number_of} {thing if number_of == 1 else things or thing + 's'}"
