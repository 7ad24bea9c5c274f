"""Which inspection the rows of a tracker stand under: by the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from inspect_cli.extract.patterns import FORMAL_WORDS, formal_kind, pillar_of
from inspect_cli.model import Block, BlockKind, FindingKind, Pillar, Report
from inspect_cli.reference import load

_LONGEST_HEADING = 160
# A line as long as this may have been broken because it was full.
_FULL = 60
_SENTENCE_END = re.compile(r"[.!?;][\"'”’)]*\Z")
_YEARS = r"(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?"
# A year that is the inspection's; not the day or month of publication, of a meeting or of the paper.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_OF_INSPECTION = re.compile(rf"(?<!\d)(?<![/.-]){_YEARS}(?![\d/])", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH},? \Z", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"\bpublished\b\D{{0,12}}(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_MONTH})? ?(?P<year>20\d\d)", re.IGNORECASE
)
_IN_LINE = re.compile(rf"\bPEEL\b[^.|]{{0,60}}?{_YEARS}", re.IGNORECASE)
_PEEL = re.compile(r"\bPEEL\b|\bpolice (?:legitimacy|effectiveness|efficiency)\b", re.IGNORECASE)
# "State of custody 2016": a title with its year; not "Appendix 2, 2016".
_NAMED = re.compile(r"[a-z]{3,}\W+(?:\w+\W+)*[A-Za-z][a-z]{2,}")
_INSPECTORATE = re.compile(r"\bHMIC(?:FRS)?\b|\bPEEL\b|\bInspectorate of Constabulary\b")
_NOT_A_SUBJECT = re.compile(
    r"\bfire (?:&|and) rescue services?\b|\baudit(?:,? (?:& )?\w+){0,10} (?:sub-?)?(?:committee|panel|board)\b"
    r"|\bfire and crime commissioner\b",
    re.IGNORECASE,
)
_A_CAUSE_AND_ITS = {FindingKind.CAUSE_OF_CONCERN, FindingKind.RECOMMENDATION}


@dataclass(frozen=True, slots=True)
class Section:
    """The inspection that rows come from: its year and pillar, what they are; ``inspects`` False for other papers.

    ``told``: the words above say the year, and not only the document as a whole. ``mixed``: they name causes of concern
    along with their recommendations.
    """

    year: int | None
    pillar: Pillar | None
    kind: FindingKind | None = None
    inspects: bool = True
    told: bool = False
    mixed: bool = False


def first_section(report: Report, text: str) -> Section:
    """Give what rows stand under where no heading says otherwise: the document as a whole."""
    return Section(report.inspection_year, report.pillar, None, _names_inspectorate(text))


def section_after(before: Section, text: str) -> Section:
    """Give what rows below ``text``, the lines since the last table, stand under; ``before`` where it says nothing."""
    lines = list(_headings(text))
    section = replace(before, kind=None, mixed=False) if lines else before
    published: re.Match[str] | None = None
    ours = False
    for line in lines:
        published = published or _PUBLISHED.search(line)
        if section.kind is None and not section.mixed:
            section = replace(section, kind=_kind_in(line), mixed=_kinds_in(line) == _A_CAUSE_AND_ITS)
        ours = ours or _names_inspectorate(line)
        if not ours and _speaks_of("elsewhere", line):
            return replace(section, inspects=False)
        year = _year_in(line)
        if year is None and published and _NAMED.search(_PUBLISHED.sub("", line)):
            year = _year_published(published, line)
        if year and (_speaks_of("inspection", line) or _NAMED.search(line)):
            return Section(year, pillar_of(line), section.kind, told=True, mixed=section.mixed)
        if _names_inspectorate(line) or (pillar_of(line) and _speaks_of("inspection", line)):
            section = replace(section, inspects=True, pillar=pillar_of(line) or section.pillar)
    named = None if section.told else next(reversed(list(_IN_LINE.finditer(text))), None)
    return replace(section, year=int(named["year"]), told=True) if named else section


def section_in_line(before: Section, text: str) -> Section:
    """Give what rows stand under that share a line with their heading: "PEEL 2018/19 … Published May 2019"."""
    published = list(_PUBLISHED.finditer(text))
    if not published:
        named = list(_IN_LINE.finditer(text))
        return Section(int(named[-1]["year"]), pillar_of(named[-1].group())) if named else before
    heading = text[max(0, published[-1].start() - _LONGEST_HEADING) : published[-1].start()]
    named = list(_IN_LINE.finditer(heading))
    if named:
        return Section(int(named[-1]["year"]), pillar_of(heading[named[-1].start() :]))
    return Section(_year_published(published[-1], heading), None)


def lines_of(blocks: Iterable[Block]) -> str:
    """Give blocks as lines of text; a paragraph that was read as several, each full line its own, is one again."""
    lines: list[str] = []
    last: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        below = last is not None and block.line == last.pieces[-1].line + 1
        if lines and below and last and len(last.text) > _FULL and not _SENTENCE_END.search(last.text):
            lines[-1] += f" {block.text}"
        else:
            lines.append(block.text)
        last = block
    return "\n".join(lines)


def _headings(text: str) -> Iterator[str]:
    """The lines that may be headings, the nearest first; of a paragraph what goes up to its date of publication."""
    for line in reversed(text.split("\n")):
        words = line.strip()
        published = _PUBLISHED.search(words, 0, _LONGEST_HEADING + _LONGEST_HEADING)
        if published and (len(words) > _LONGEST_HEADING or _SENTENCE_END.search(words)):
            yield words[: published.end()]
        elif words and len(words) <= _LONGEST_HEADING and not _SENTENCE_END.search(words):
            yield words


@cache
def _subject(name: str) -> re.Pattern[str]:
    data: dict[str, Any] = load("registers")["subject"]
    return re.compile(data[name], re.IGNORECASE)


def _speaks_of(name: str, line: str) -> bool:
    return bool(_subject(name).search(_NOT_A_SUBJECT.sub("", line)))


def _names_inspectorate(line: str) -> bool:
    return bool(_INSPECTORATE.search(line))


def _kind_in(line: str) -> FindingKind | None:
    named = _kinds_in(line)
    return named.pop() if len(named) == 1 else None


def _kinds_in(line: str) -> set[FindingKind]:
    return {formal_kind(match.group()) for match in re.finditer(FORMAL_WORDS, line, re.IGNORECASE)}


def is_own(words: str) -> bool:
    """Say whether a row calls itself something of the force's or board's own, and not a finding ("Local action")."""
    return bool(_subject("own").search(words))


def _year_in(line: str) -> int | None:
    for match in _OF_INSPECTION.finditer(_PUBLISHED.sub("", line)):
        if not _MONTH_BEFORE.search(match.string[: match.start()]):
            return int(match["year"])
    return None


def _year_published(published: re.Match[str], line: str) -> int:
    """The year of an inspection of which only the publication is told: a PEEL report's is that of its cycle."""
    year = int(published["year"])
    if not _PEEL.search(line) or not published["month"]:
        return year
    months = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    month = f"{year}-{months.index(published['month'][:3].lower()) + 1:02}"
    cycles = load("cycles")["cycle"]
    return next((int(one["year"]) for one in cycles if one["published"][0] <= month <= one["published"][1]), year)
