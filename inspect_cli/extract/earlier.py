"""What "earlier" means in a report: its own year, the inspection before it, and the words that point to either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from inspect_cli.extract.carried import carries_over
from inspect_cli.extract.patterns import YEAR
from inspect_cli.model import INSPECTORATE, Document, DocumentKind, Report
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_STATED = Keyed(rf"(?<![\d£,./-])(?P<year>{YEAR})(?:[/–-](?:\d\d){{1,2}})?(?!\d|[.,]\d|[ -](?:officers|people|staff))")
_CYCLE = re.compile(rf"{YEAR}[/–-](?:\d\d){{1,2}}")
# A year that ends a deadline or a period is no time of a report.
_UNTIL = re.compile(
    r"\b(?:by|before|until|till|than|to|ending|ended|after|between|through|into|next|due in)(?: the)?"
    rf"(?: (?:end|middle|beginning|spring|summer|autumn|start) of)?(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?: {_MONTH})? \Z",
    re.IGNORECASE,
)
_LOOK = r"(?:inspections?|reports?|assessments?|visits?|reviews?|letters?|PEEL|cycle|time|round|fieldwork)"
_BEFORE = Keyed(
    rf"\b(?:(?:our|the|its|their|his|her|my|this|HMIC(?:FRS)?[’']s|your) (?:last|previous|earlier|prior"
    rf"|preceding|most recent) "
    rf"(?:[\w/–&-]+ ){{0,4}}?{_LOOK}\b(?:[’']s)?"
    r"|last time\b|last inspect\w+|when (?:we|HMIC(?:FRS)?|I|inspectors) (?:last|previously|first) \w+"
    r"|(?:were|was) last (?:inspected|here|there)|we last (?:inspected|visited|looked|came|were|reported)\b"
    r"|previously (?:recommended|asked|told|gave|given|set|made|identified|issued|raised|found|highlighted"
    r"|reported|said|noted|required)"
    r"|(?:our|the|its|their) (?:previous|earlier) (?=(?:national )?(?:areas?|recommendations?|causes?)\b)"
    r"|previously[ -](?:identified|set|issued|made|given|raised))",
    re.IGNORECASE,
)
_AGO = Keyed(r"\b(?P<count>a|one|two|three|four|five) years? (?:ago|before|earlier)\b", re.IGNORECASE)
THEN = Keyed(
    r"\b(?:in|from|of|at) (?:that|the same) (?:year|report|inspection|time)\b|(?<=asked )then\b|(?<=said )then\b"
)
_LAST_YEAR = Keyed(r"\blast year(?:[’']s)?\b", re.IGNORECASE)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
# A relative time right beside a year is of that year: "our last inspection, in 2018".
_JOINED = re.compile(
    rf",?(?: (?!(?:and|as)\b)[\w’'-]+){{0,4}}?(?: \(?(?:in|of|from|published in|published|for|under PEEL|PEEL))?"
    rf"(?: late| early| the (?:spring|summer|autumn|winter) of)?(?: \d{{1,2}})?(?: {_MONTH})? ?\(?"
)


# Without one of these no words point to an earlier time.
_TIMES = ("19", "20", "last", "previous", "earlier", "prior", "recent", "ago", "before")
SIGNS = Keyed("|".join(_TIMES))


class Mark(NamedTuple):
    """Words that point to an earlier inspection: where they stand, and its year (None: not to be known)."""

    start: int
    end: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Era:
    """The time that a report speaks in.

    ``year``: its inspection year; ``now``: the year in which it speaks, so that any year below it is earlier;
    ``before``: the inspection year of the one before; ``visit``: where it goes back to see what became of an earlier
    report's findings, the year of that report; ``ours``: "we" are the inspectorate; ``spoken``: the year in which it
    was published; ``keeps``: its cycle carries over what it did not inspect, and it is a report that says so.
    """

    year: int | None
    now: int | None
    before: int | None
    visit: int | None = None
    ours: bool = True
    spoken: int | None = None
    keeps: bool = False

    def marks(self, words: str, then: int | None = None) -> list[Mark]:
        """Give the words of a sentence that point to an earlier inspection, in order.

        ``then`` is the year that "that year" or "at that time" points to.
        """
        if then and (pointing := THEN.search(words)):
            return sorted([*self.marks(words), Mark(*pointing.span(), then)])
        if not SIGNS.may_match(words) or self._is_timeless(words):
            return []
        stated = [
            Mark(match.start(), match.end(), int(match["year"]))
            for match in _STATED.finditer(words)
            if not _UNTIL.search(words, 0, match.start())
            and self.is_earlier(int(match["year"]))
            and not (int(match["year"]) == self.year and _CYCLE.fullmatch(match.group()))
        ]
        relative = [Mark(match.start(), match.end(), self.before) for match in _BEFORE.finditer(words)]
        relative += [Mark(match.start(), match.end(), self._ago(1)) for match in _LAST_YEAR.finditer(words)]
        relative += [
            Mark(match.start(), match.end(), self._ago(_COUNTS[match["count"].lower()], self.spoken))
            for match in _AGO.finditer(words)
        ]
        alone = [one for one in relative if not any(_is_beside(words, one, other) for other in stated)]
        return sorted(stated + alone)

    def is_earlier(self, year: int) -> bool:
        """Say whether a year lies before the report's own."""
        return self.now is None or year < self.now

    def _ago(self, years: int, spoken: int | None = None) -> int | None:
        """So many years before the day on which the report speaks, or else before its inspection."""
        counted = spoken or self.year
        return counted - years if counted else None

    def _is_timeless(self, words: str) -> bool:
        lowered = words.lower()
        return not any(sign in lowered for sign in _TIMES)


def _is_beside(words: str, relative: Mark, stated: Mark) -> bool:
    first, second = sorted((relative, stated))
    return (stated.start < relative.end and relative.start < stated.end) or bool(
        _JOINED.fullmatch(words[first.end : second.start])
    )


# Documents that others than the inspectorate wrote, or that are written long after the inspection they are about.
_OTHERS = (DocumentKind.PCC_RESPONSE, DocumentKind.NEWS)
_REPORTS = (
    DocumentKind.PEEL_OVERVIEW,
    DocumentKind.PEEL_PILLAR,
    DocumentKind.PEEL_REPORT,
    DocumentKind.INTEGRITY_REPORT,
    DocumentKind.PRESS_RELEASE,
    DocumentKind.REGISTER,
    DocumentKind.TRACKER,
    *_OTHERS,
)


def era_of(document: Document, report: Report) -> Era:
    """Give the time that a report speaks in."""
    published = report.published.year if report.published else None
    year = report.inspection_year
    opening = [block.text for block in document.blocks[:_OPENING]]
    ours = report.publisher in INSPECTORATE
    keeps = report.kind is not DocumentKind.PRESS_RELEASE and carries_over(year)
    returns = ours and report.kind not in _REPORTS and any(_RETURNS.search(text) for text in [report.title, *opening])
    late = returns or report.kind in _OTHERS or year is None
    now = max((one for one in (year, published) if one), default=None) if late else year
    if returns:
        visit = _visited(opening, now)
        return Era(year, now, visit or previous_year(year), visit, spoken=published, keeps=keeps)
    return Era(year, now, previous_year(year), ours=ours, spoken=published, keeps=keeps)


# So many blocks are a document's opening.
_OPENING = 30
# A document that goes back to an earlier report's findings says so in its title or opening.
_RETURNS = Keyed(
    r"\b(?:revisit(?:ed)? (?:letter|of|to|the)|revisit\b|progress (?:report|review|letter|update)|(?:review"
    r"|update) (?:of|on) progress"
    r"|progress (?:by|on|against|made)|return to default|return to (?:the )?(?:routine|scan)"
    r"|(?:we|I|team|inspectors|inspectorate|HMICFRS|HMIC) (?:then |have |has )?(?:went|gone|came|returned|come"
    r"|go) back\b"
    r"|what we found when we (?:came|went) back|(?:small )?team returned|we returned to (?:the force|see|check"
    r"|assess|find)"
    r"|this letter is an update|follow[- ]up (?:inspection|review|letter|visit))",
    re.IGNORECASE,
)
# "We inspected the force in spring 2024"; "in my letter of 9 November 2022"; "under PEEL 2021/22".
_VISITED = Keyed(
    rf"\b(?:inspect\w*|report(?:ed)?|published|publication|letter|PEEL|identified|issued|told"
    rf"|told you)\b[^.]{{0,60}}?\b(?P<after>{YEAR})\b"
    rf"|\b(?P<before>{YEAR})(?:/\d\d)?,? [^.]{{0,60}}?\b(?:inspect\w*|report|published|identified|issued|told)\b"
)


def _visited(opening: Sequence[str], now: int | None) -> int | None:
    """The year of the inspection, report or letter that a document goes back to: the first that its opening names."""
    for text in opening:
        for match in _VISITED.finditer(text):
            year = int(match["after"] or match["before"])
            if now is None or year < now:
                return year
    return None


def previous_year(year: int | None) -> int | None:
    """Give the inspection year of the PEEL cycle before ``year`` (cycles.toml); before the first, the year before."""
    if year is None:
        return None
    return max((cycle["year"] for cycle in load("cycles")["cycle"] if cycle["year"] < year), default=year - 1)
