"""By when a tracker says that something is due, and whose date that is."""

from __future__ import annotations

import re

from inspect_cli.extract.days import day_of, find_day
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.model import SET_LOCALLY, Deadline

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH = re.compile(
    rf"(?:\b(?:[Ee]nd (?:of )?|[Ee]arly |[Mm]id[- ]))?\b(?:(?:{_MONTHS})[a-z]*|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|"
    rf"Q[1-4]),?[ -](?:20)?\d\d(?:/\d\d)?\b"
)
_NONE_SET = re.compile(
    r"\b(?:no|without) (?:specific |formal )?(?:deadlines?|due dates?|dates?|timescales?)(?: (?:was|is|has been))?"
    r"(?: (?:set|given|specified|stated|imposed))?(?: (?:by|from) (?P<by>[A-Z]\w+))?",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b(?:local(?:ly)?|internal(?:ly)?|force(?:[’']s)?[- ](?:deadline|date|target|set)|own (?:date|deadline)|"
    r"chosen|set (?:by the force|to align|to fit)|self[- ]imposed|(?:set|agreed) by (?:the )?force)\b",
    re.IGNORECASE,
)
# In a line without cells, the due date stands right behind the status.
_NEAR, _REACH = 12, 160


def due_of(words: str, *, in_cell: bool = True) -> Deadline | None:
    """Give the deadline in a due-date cell, or at the beginning of what follows a status in a line (not ``in_cell``).

    A date that is the force's own says so: "December 2019 (set locally; none by HMICFRS)".
    """
    words = " ".join(words.split())
    none_set = _NONE_SET.search(words[:_REACH])
    start = none_set.end() if none_set else 0
    found = _date_in(words, start)
    if found is None or (not in_cell and found.start() > start + _NEAR):
        return (deadline_of(words) if in_cell else deadline_of(words[: _NEAR * 3])) if not none_set else None
    phrase = found.group().strip()
    about = words[: found.end() + _REACH] if in_cell else words[: found.end() + _NEAR * 2]
    local = none_set is not None or bool(_LOCAL.search(about))
    if local:
        by = (none_set["by"] if none_set else None) or ("the inspectorate" if none_set else None)
        phrase += f" ({SET_LOCALLY}; none by {by})" if by else f" ({SET_LOCALLY})"
    day = find_day(found.group())
    return Deadline(phrase, day_of(day) if day else None)


def _date_in(words: str, start: int) -> re.Match[str] | None:
    dates = [match for match in (find_day(words, start), _MONTH.search(words, start)) if match]
    return min(dates, key=lambda match: (match.start(), -match.end()), default=None)
