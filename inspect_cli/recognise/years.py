"""The inspection year where the text states it: in a title, or where it says when the inspection was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from inspect_cli.model import DocumentKind, Evidence, Rung
from inspect_cli.recognise.calendar import DATE, MONTH, YEARS, last_year, read_years
from inspect_cli.recognise.prose import TO_COME, Fact, Found, Prose, find_all, stated
from inspect_cli.reference import load
from inspect_cli.reference.forces import title_force
from inspect_cli.reference.keyed import Keyed

Year = Fact[tuple[int, str]]

_IN_PEEL_TITLE = Keyed(rf"\bPEEL\b[^.\d]{{0,40}}?\b{YEARS}|\b{YEARS.replace('P<', 'P<b_')}[^.\d]{{0,20}}\bPEEL\b", re.I)
_IN_TITLE = Keyed(
    rf"(?<!since )(?<!from )(?<!until )(?<!after )(?<!our )(?<!the )(?<!by )(?<!to )(?<!in )\b{YEARS}(?! to )", re.I
)
# "3–14 March 2014" in a title: the days of the inspection.
_DAYS = Keyed(rf"\b\d{{1,2}}(?: {MONTH})?\s?(?:[–—-]|to)\s?\d{{1,2}} {MONTH} {YEARS}", re.I)
_NOT_OF_INSPECTION = re.compile(
    rf"{DATE}|\s[>›»]\s|\A\W*{MONTH},? \d{{4}}\W*\Z|©|\bISBN\b|\bAct \d{{4}}"
    r"|\b(?:published|updated|consultation|programme and framework)\b|\b(?:strategy|plan)\b|\Adate\b|\ADear\b",
    re.I,
)
_BY_US = (
    r"(?:HMIC(?:FRS)?|we|I|(?:Her|His) Majesty['’]s Inspectorate[^.,]{0,50}|the inspectorate"
    r"|(?:(?:a|our|my|the|an)\s)?(?:\w+\s)?(?:team(?: of inspectors)?|inspectors)(?:,? (?:when they|who))?)"
)
_WENT = (
    r"(?:also\s)?(?:re-?inspected|inspected|revisited|re-?visited|visited|went\s(?:back|to|into)|came\sback|came|returned"
    r"|(?:did|carried\sout|conducted|undertook|completed)\s(?:all\s|most\s)?(?:an?|our|its|the|this|these|much\sof\sthe)"
    r"\s(?:\w+\s){0,3}(?:inspections?|work|fieldwork|visits?))"
)
_WHEN = r"(?:in|during|between|from|over)"
_UNTIL_YEAR = r"[^.;:]{0,50}?"
_INSPECTION = r"(?:inspection|fieldwork|inspection work|revisit|visit)"
_TOOK_PLACE = r"(?:(?:took place|was|were|(?:was |were )?(?:carried out|done|made|undertaken|conducted|held)),? )?"
_IN_TEXT = (
    Keyed(
        rf"\A\W*(?:dates? of (?:the |our )?inspection|inspection dates?|fieldwork(?: dates?)?)\W.{{0,60}}?{YEARS}", re.I
    ),
    Keyed(rf"\b{_WHEN} {_UNTIL_YEAR}{YEARS},?(?: with [^.,]{{3,70}},)? {_BY_US} (?:{_WENT}|looked|examined)\b", re.I),
    Keyed(rf"\b{_BY_US} {_WENT}\b[^.;:]{{0,80}}?\b{_WHEN} {_UNTIL_YEAR}{YEARS}", re.I),
    Keyed(rf"\bhaving (?:inspected|visited|revisited)\b[^.;:]{{0,40}}?\b{_WHEN} {_UNTIL_YEAR}{YEARS}", re.I),
    Keyed(rf"\b{_INSPECTION}(?: of [^.;:,\d]{{0,50}}?)? ?,? {_TOOK_PLACE}{_WHEN} {_UNTIL_YEAR}{YEARS}", re.I),
    Keyed(rf"\b(?:inspection|revisit|visit) of (?:{MONTH} ){YEARS}", re.I),
    Keyed(rf"\b(?:its|their|our|this|the) {MONTH} {YEARS} (?:re-?)?(?:inspection|visit|fieldwork)\b", re.I),
)
_BY_SEASON = Keyed(
    rf"\b{_BY_US}\)?,? (?:{_WENT}|spent)\b[^.;:]{{0,60}}?\b(?P<which>last|this) (?:spring|summer|autumn)\b", re.I
)
_IN_PASSING = Keyed(
    rf"\bPEEL(?::? police \w+| assessment| inspection| programme)? {YEARS}|\b{YEARS.replace('P<', 'P<b_')} PEEL\b", re.I
)
_EARLIER = re.compile(
    r"\b(?:last|previous|previously|earlier|since|until|carried over|compared|as in|report(?:ed)? in"
    r"|had (?:been )?\w+ed|(?:year|months|quarter)s? (?:ending|ended|to))\b",
    re.I,
)
_PUBLISHED = Keyed(rf"\bpublished:?\s(?:on |in )?(?:{MONTH} |\d{{1,2}} {MONTH} )(?P<year>20\d\d)\b", re.I)
_ENTRY_ID = Keyed(r"\((\d{3,6})\)")
_ENTRY_TITLE = Keyed(r"\(\d{3,6}\)(?:\s*[–—-]\s*[A-Z][\w&’' -]{2,40})?\Z")
_TITLES = 3
_LONGEST_WAIT, _LATER_COPY = 1, 4
_OF_A_CYCLE = (DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR)
# Papers that list what several reports said.
_LISTS = (DocumentKind.REGISTER, DocumentKind.TRACKER)


def find_year(prose: Prose, kind: DocumentKind = DocumentKind.OTHER, published: int | None = None) -> Year | None:
    """Find the inspection year and its label as the text states them; None where it does not.

    ``published`` is the year that the text bears as its own, if known: no inspection that it tells of was made after
    it. A register or tracker of several years' reports has no inspection year.
    """
    if kind in _LISTS:
        return _of_list(prose)
    title = next(chain(_peel_titles(prose), _force_titles(prose), _plain_titles(prose)), None)
    if title and kind is not DocumentKind.LETTER:
        return _year(title)
    told = told_year(prose, published) or (_told_by_season(prose, published) if published else None)
    passing = _latest(_passing(prose), published)
    if kind in _OF_A_CYCLE and told and passing and passing.value[0] == _cycle_before(told.value[0]):
        return passing
    return told or passing or (_year(title) if title else None)


def told_year(prose: Prose, published: int | None) -> Year | None:
    """Find the year in which the text says that inspectors came or worked, the latest of several."""
    for blocks in (prose.body, prose.notes):
        told = [found for pattern in _IN_TEXT for found in find_all(blocks, pattern)]
        latest = _latest([found for found in told if not _is_of_other_time(found)], published, _LONGEST_WAIT)
        if latest:
            return latest
    return None


def _told_by_season(prose: Prose, published: int) -> Year | None:
    """Work out the year of an inspection that was "last summer" from the year of publication."""
    found = next((one for one in find_all(prose.body, _BY_SEASON) if not _is_to_come(one)), None)
    if not found:
        return None
    year = published - (found.match["which"].lower() == "last")
    why = f"“{found.words}”, published in {published}"
    return Fact((year, str(year)), Evidence(Rung.DERIVED, found.line, why))


def _is_to_come(found: Found) -> bool:
    return bool(TO_COME.search(found.match.group()))


def cycle_label(year: int) -> str:
    """Give the label of the PEEL cycle of that inspection year ("2018/19" for 2018), or the year itself."""
    return next((str(cycle["label"]) for cycle in load("cycles")["cycle"] if cycle["year"] == year), str(year))


def _cycle_before(year: int) -> int | None:
    """Give the year of the PEEL cycle in which an inspection of that year was made: 2021 for one made in 2022."""
    return max((int(cycle["year"]) for cycle in load("cycles")["cycle"] if cycle["year"] <= year), default=None)


def last_month(year: int, label: str) -> str:
    """Give the month, "2020-03", by which a report of that inspection year is out: a year on, or its cycle's last."""
    cycles = (cycle for cycle in load("cycles")["cycle"] if cycle["year"] == year)
    return max([f"{last_year(label) + 1}-12", *(str(cycle["published"][1]) for cycle in cycles)])


def _of_list(prose: Prose) -> Year | None:
    """Give the one year that a register or tracker is about: that of its only report, or entry."""
    entries = [block for block in prose.body if _ENTRY_TITLE.search(block.text)]
    dated = [list(find_all([block], _IN_TITLE)) for block in entries]
    if dated and not all(dated):
        # An entry that names no year may be of any.
        return None
    titles = [one for found in dated for one in found] or list(find_all(prose.front, _IN_PEEL_TITLE))
    named = titles or list(chain(find_all(prose.body, _IN_PASSING), find_all(prose.headings, _IN_PEEL_TITLE)))
    named = [found for found in named if not _is_of_other_time(found)]
    years = {_groups(found)[0] for found in named}
    out = {found.match["year"] for found in find_all(prose.blocks, _PUBLISHED)}
    return _year(named[0]) if len(years) == 1 and len(out) < len(("one", "another")) else None


def lists_several(prose: Prose) -> bool:
    """Say whether a register holds more than one entry."""
    return len({found.match[1] for found in find_all(prose.blocks, _ENTRY_ID)}) > 1


def _passing(prose: Prose) -> list[Found]:
    """Give where a sentence names the inspection; an item of a menu that names one is no sentence."""
    found = (one for one in find_all(prose.body, _IN_PASSING) if one.block.text.strip() != one.match.group())
    return [one for one in found if not _is_of_other_time(one)]


def _latest(told: Iterable[Found], published: int | None, wait: int | None = None) -> Year | None:
    """Give the latest of the years told; one longer before the publication than ``wait`` years is another inspection's.

    One that lies very long before it is not: there the date is that of a later copy of the page.
    """
    known = [found for found in told if published is None or _groups(found)[0] <= published]
    if published is not None and wait is not None:
        near = [found for found in known if _groups(found)[0] >= published - wait]
        known = near or [found for found in known if _groups(found)[0] <= published - _LATER_COPY]
    return _year(max(known, key=_first_year)) if known else None


def _peel_titles(prose: Prose) -> Iterator[Found]:
    return find_all((*prose.front, *prose.headings), _IN_PEEL_TITLE)


def _force_titles(prose: Prose) -> Iterator[Found]:
    return (found for found in find_all(prose.front, _IN_TITLE) if title_force(found.block.text))


def _plain_titles(prose: Prose) -> Iterator[Found]:
    blocks = [block for block in prose.front[:_TITLES] if block in prose.headings]
    plain = [block for block in blocks if not _NOT_OF_INSPECTION.search(block.text)]
    return chain(find_all(blocks, _DAYS), find_all(plain, _IN_TITLE))


def _is_of_other_time(found: Found) -> bool:
    """Say whether the sentence up to the year speaks of an inspection before this one, or of one to come."""
    text = found.block.text
    start = max(text.rfind(". ", 0, found.match.start()) + 1, found.match.start() - 60)
    return bool(_EARLIER.search(text, start, found.match.end()) or TO_COME.search(text, start, found.match.end()))


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
