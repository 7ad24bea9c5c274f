"""The inspection year where the text states it: in a title, or where it says when the inspection was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from inspect_cli.recognise.calendar import DATE, MONTH, YEARS, read_years
from inspect_cli.recognise.prose import Fact, Found, Prose, find_all, stated
from inspect_cli.reference import load
from inspect_cli.reference.forces import title_force

Year = Fact[tuple[int, str]]

_IN_PEEL_TITLE = re.compile(
    rf"\bPEEL\b[^.\d]{{0,40}}?\b{YEARS}|\b{YEARS.replace('P<', 'P<b_')}[^.\d]{{0,20}}\bPEEL\b", re.I
)
_IN_TITLE = re.compile(rf"(?<!since )(?<!from )(?<!until )(?<!after )(?<!our )(?<!the )(?<!by )\b{YEARS}", re.I)
_NOT_OF_INSPECTION = re.compile(rf"{DATE}|\b(?:published|updated|consultation|programme and framework)\b", re.I)
_BY_US = r"(?:HMIC(?:FRS)?|we|(?:Her|His) Majesty['’]s Inspectorate[^.,]{0,50}|the inspectorate)"
_WENT = (
    r"(?:also\s)?(?:re-?inspected|inspected|revisited|re-?visited|visited|went\sback|returned|examined"
    r"|(?:carried\sout|conducted|undertook|completed)\s(?:an?|our|its|the|this|these)\s(?:\w+\s){0,3}inspections?)"
)
_IN_TEXT = (
    re.compile(rf"\bin (?:{MONTH} )?{YEARS},? {_BY_US} {_WENT}\b", re.I),
    re.compile(rf"\b{_BY_US} {_WENT}\b[^.;:]{{0,80}}?\b(?:in|during|between|from) [^.;:]{{0,40}}?{YEARS}", re.I),
    re.compile(
        rf"\b(?:inspection|fieldwork|inspection work|revisit)\b[^.;:\d]{{0,60}}?"
        rf"\b(?:in|during|between|from) [^.;:]{{0,40}}?{YEARS}",
        re.I,
    ),
    re.compile(rf"\b(?:its|their|our|this|the) {MONTH} {YEARS} (?:re-?)?(?:inspection|visit)\b", re.I),
)
_IN_PASSING = re.compile(rf"\bPEEL (?:assessment |inspection )?{YEARS}|\b{YEARS.replace('P<', 'P<b_')} PEEL\b")
_EARLIER = re.compile(
    r"\b(?:last|previous|previously|earlier|since|carried over|compared|as in|report(?:ed)? in)\b", re.I
)
_TITLES = 3


def find_year(prose: Prose) -> Year | None:
    """Find the inspection year and its label as the text states them; None where it does not."""
    title = next(chain(_peel_titles(prose), _force_titles(prose), _plain_titles(prose)), None)
    if title:
        return _year(title)
    for blocks in (prose.body, prose.notes):
        told = [found for pattern in _IN_TEXT for found in find_all(blocks, pattern) if not _speaks_of_earlier(found)]
        if told:
            return _year(max(told, key=_first_year))
    passing = [found for found in find_all(prose.body, _IN_PASSING) if not _speaks_of_earlier(found)]
    return _year(max(passing, key=_first_year)) if passing else None


def cycle_label(year: int) -> str:
    """Give the label of the PEEL cycle of that inspection year ("2018/19" for 2018), or the year itself."""
    return next((str(cycle["label"]) for cycle in load("cycles")["cycle"] if cycle["year"] == year), str(year))


def _peel_titles(prose: Prose) -> Iterator[Found]:
    return find_all((*prose.front, *prose.headings), _IN_PEEL_TITLE)


def _force_titles(prose: Prose) -> Iterator[Found]:
    return (found for found in find_all(prose.front, _IN_TITLE) if title_force(found.block.text))


def _plain_titles(prose: Prose) -> Iterator[Found]:
    blocks = [block for block in prose.front[:_TITLES] if block in prose.headings]
    return find_all([block for block in blocks if not _NOT_OF_INSPECTION.search(block.text)], _IN_TITLE)


def _speaks_of_earlier(found: Found) -> bool:
    """Say whether the sentence up to the year speaks of an inspection before this one."""
    text = found.block.text
    start = max(text.rfind(". ", 0, found.match.start()) + 1, found.match.start() - 60)
    return bool(_EARLIER.search(text, start, found.match.end()))


def _groups(found: Found) -> tuple[int, str]:
    match = found.match
    if match.groupdict().get("first"):
        return read_years(match)
    again = re.search(YEARS, match.group())
    return read_years(again) if again else (0, "")


def _first_year(found: Found) -> int:
    return _groups(found)[0]


def _year(found: Found) -> Year:
    return Fact(_groups(found), stated(found))
