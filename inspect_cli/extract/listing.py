"""Lists of formal findings: the headings and lead-ins that open them, and what their items look like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspect_cli.extract.patterns import FORMAL_WORDS, formal_kind, year_of
from inspect_cli.model import FindingKind
from inspect_cli.reference.keyed import Keyed


@dataclass(frozen=True, slots=True)
class Listing:
    """A list being read: what its items are, and the earlier year they come from (None: this report's own).

    ``lead`` is the sentence that the items go on from ("To address this, the force should, within a month:"), or "".
    ``single``: the heading announces one finding ("Area for improvement", "Recommendation 3"), ``numbered`` by its
    number. ``previous``: its items are an earlier inspection's, also where no year is named. ``taken``: how its first
    item was given: as a "bullet", or as a "title" with evidence below it; "" where there is none yet. ``asked``: its
    lead-in names no kind of finding.
    """

    kind: FindingKind | None
    earlier: int | None = None
    practice: bool = False
    lead: str = ""
    single: bool = False
    numbered: bool = False
    previous: bool = False
    taken: str = ""
    asked: bool = False

    @property
    def is_formal(self) -> bool:
        """True where the items are formal findings of this report."""
        return self.kind is not None and not self.previous


_KIND = rf"(?P<kind>(?:accelerated )?{FORMAL_WORDS}|AFIs?|(?:accelerated )?causes? for concern)"
_OURS = (
    r"(?:(?:our|the|new|national|further|specific|key|main|HMIC(?:FRS)?[’']s|summary of|(?:full )?list of|PEEL) ){0,3}"
)
_NUMBER = r"(?: (?:no\.? ?|number )?\(?#?\d{1,2}(?:\.\d{1,2})?[a-z]?\)?| \(\d{1,3}\))?"
_TAIL = (
    r"(?: ?[:–—-] ?(?!an? )[^.?!:]{2,90}| (?:for|to|on|about|from|relating to|regarding|in respect of) [^.?!:]{2,80})?"
)
_HEADING = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?[.)]? )?{_OURS}{_KIND}(?P<number>{_NUMBER})(?P<tail>{_TAIL}) ?:?", re.I
)
_ASKS = re.compile(r"\b(?:should|must|needs? to|is|are|has|have|was|were|will)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:areas|recommendations|causes|AFIs)\b", re.IGNORECASE)
# A heading over what an earlier inspection asked for: "Progress against our 2016 recommendations".
_LOOKS_BACK = re.compile(
    r"\b(?:progress|update|previous(?:ly)?|last|earlier|follow[- ]?up|outstanding from|since|response to|revisit\w*)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"(?:\d{1,2}[.)]? )?(?:areas of )?(?:innovative|promising|good|positive|effective|notable|best) practices?"
    r"(?: \d{1,2})?(?: ?[:–—-] ?[^.?!:]{2,90})? ?:?",
    re.IGNORECASE,
)
_PRACTICE_LEAD = re.compile(r"\b(?:innovative|promising|good|positive|best|notable) practices?\b", re.IGNORECASE)
_FORMAL = re.compile(FORMAL_WORDS, re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:last|previous|earlier|first|original) (?:\w+ )?(?:year|inspection|report|assessment|visit)", re.IGNORECASE
)
_WE = (
    r"(?:we|I|HMIC|HMICFRS|HMI|the inspectorate|(?:Her|His) Majesty[’']s Inspectorate[^.,:]{0,60}|(?:this|our) report)"
)
_RECOMMENDS = re.compile(
    rf"\b{_WE} (?:therefore |also |now |has |have )*"
    r"(?:recommends?|recommended|makes? (?:the following|these|\w+)[^.:]{0,30} recommendations?)\b"
    r"|\b(?:my|our|the|its|these) recommendations? (?:are|is)(?: that| as follows)?:",
    re.IGNORECASE,
)
# "I have decided to issue one further area for improvement:" opens a list of this report's own.
_ISSUES = re.compile(
    r"\b(?:issu|giv|gave|mak|made|set|identif|report|add|found|find)\w*\b[^.:;]{0,60}?"
    rf"\b(?:the following|a|an|one|two|three|four|five|this|these|further|"
    rf"new)\b[^.:;]{{0,25}}?\b(?P<kind>{FORMAL_WORDS}):\Z",
    re.IGNORECASE,
)
_ACTS = (
    r"(?:should|must|needs? (?:to|an?|more|better|clear(?:er)?)|ha(?:s|ve) to|ought to|"
    r"(?:is|are) (?:asked|expected|required|to)|will need to)"
)
# "Within six months, the chief constable should …": a condition or a date, then a few words that name who is to act.
_SUBJECT = r"(?P<subject>[\w’'&-]+(?: [\w’'&-]+){0,9}?)"
_BEFORE = r"(?:[^.:;!?]{0,140}?, )??"
_ALSO = r" (?:also |now |therefore |jointly )?"
_TIME = r"(?!(?:by|within|with|before|from|not|no|until|at|on|in|after|immediately|as|without)\b)"
# The second takes an aside behind who is to act: "The Home Office, with the College, should …".
_DIRECTIVES = (
    re.compile(rf"{_BEFORE}{_SUBJECT}{_ALSO}{_ACTS}\b"),
    re.compile(rf"{_BEFORE}(?i:{_TIME}){_SUBJECT}, [^.:;!?]{{2,120}},{_ALSO}{_ACTS}\b"),
)
# "HMIC recommends that the force should …": what is recommended says who is to act.
_RECOMMENDED = re.compile(r"^[^.:;!?]{0,160}?\brecommends? (?:that )?(?=\w)")
_NOT_SUBJECT = re.compile(
    r"(?:.*\b(?:recommended|said|told|asked|found|judged)\b|(?:.*\b)?(?:we|I)\b|this|that|these|those|if|where|when|while|although|as|what|who|how|but|and|so|you|he|she)\b",
    re.I,
)


def heading_listing(text: str, year: int | None) -> Listing | None:
    """Give the list that a heading opens, None where it opens none; ``year`` is the report's inspection year."""
    if _PRACTICE.fullmatch(text):
        return Listing(None, practice=True)
    match = _HEADING.fullmatch(text)
    if not match or _ASKS.search(match["tail"] or ""):
        return None
    kind = formal_kind(match["kind"])
    numbered = bool(match["number"]) and "(" not in match["number"]
    single = numbered or not _PLURAL.search(match["kind"])
    named = year_of(text)
    earlier = named if named and year and named < year else None
    previous = earlier is not None or bool(_LOOKS_BACK.search(match["tail"] or ""))
    return Listing(kind, earlier, single=single, numbered=numbered, previous=previous)


def lead_listing(lead: str, before: str, year: int | None, *, own: bool = True) -> Listing | None:
    """Give the list that a sentence ending in a colon opens, None where it opens none.

    ``before`` is the paragraph before it, which may name the year. ``own``: the inspectorate speaks; in others' papers
    a lead-in has to name it.
    """
    if earlier := _earlier(lead, year) or (_RAISED.search(lead) and _earlier(f"{before} {lead}", year)) or None:
        return earlier
    if not own and not _INSPECTORATE.search(lead):
        return None
    if _RECOMMENDS.search(lead):
        return Listing(FindingKind.RECOMMENDATION, lead=lead)
    if issued := _ISSUES.search(lead):
        return Listing(formal_kind(issued["kind"]), single=not _PLURAL.search(issued["kind"]))
    if _PRACTICE_LEAD.search(lead):
        return Listing(None, practice=True)
    return None


# "We set out two areas for improvement:" after a sentence that says when.
_RAISED = re.compile(
    r"\b(?:we|HMIC(?:FRS)?|I) (?!have |has )(?:\w+ )?"
    r"(?:set out|set|gave|identified|made|had|found|issued|told|said|asked)\b"
    r"|^(?:These|They|Those|It)(?: areas| recommendations)? (?:were|was)\b|\b(?:was|were) to:\Z",
    re.IGNORECASE,
)
_ASKED_THEN = re.compile(
    r"\b(?:we|HMIC(?:FRS)?|I|report|inspectorate) (?:\w+ )?(?:recommended|told|asked|said)\b", re.IGNORECASE
)
_INSPECTORATE = re.compile(r"\b(?:HMIC(?:FRS)?|inspectorate|inspectors?|report)\b", re.IGNORECASE)


def _earlier(lead: str, year: int | None) -> Listing | None:
    named = year_of(lead)
    before = named if named and (year is None or named < year) else None
    formal = _FORMAL.search(lead)
    kind = formal or _ASKED.search(lead) or (_ASKED_THEN.search(lead) if before else None)
    if not kind or not (before or _LAST.search(lead)):
        return None
    return Listing(
        formal_kind(kind.group().replace("recommended", "recommendation")),
        before or (year - 1 if year else None),
        previous=True,
        asked=formal is None and "recommended" not in kind.group(),
    )


# "In our 2017 report we recommended that all forces should:", "What we asked of the force in 2015 was:".
_ASKED = re.compile(
    rf"\b{_WE} (?:had |also )*(?:recommended|asked|told|said)\b(?=[^.:]*\b(?:should|must|was|were|to):)",
    re.IGNORECASE,
)
# "We have decided to issue a further area for improvement": what follows is this document's own.
_NEW = Keyed(
    rf"\bnew {FORMAL_WORDS}\b"
    r"|\b(?:issu|giv|mak|set|mad|ad)\w*\b[^.;]{0,40}\b(?:following|further|new|additional|another)\b"
    rf"[^.:;]{{0,25}}?\b{FORMAL_WORDS}\b",
    re.IGNORECASE,
)
_NOT_NEW = re.compile(r"\b(?:no|not|n[’']t) (?:\w+ ){0,3}(?:new|further)\b")


def issues_new(text: str) -> bool:
    """Say whether a heading or sentence of a document about earlier findings says that it issues something new."""
    return _NEW.search(text) is not None and _NOT_NEW.search(text) is None


def is_directive(text: str) -> bool:
    """Say whether a text begins by saying what a body should do: "By May 2019, chief constables should …"."""
    return subject_of(text) is not None


def subject_of(text: str) -> str | None:
    """Give who is to act where a text begins by saying what a body should do; None where it does not."""
    asked = _RECOMMENDED.sub("", text)
    for shape in _DIRECTIVES:
        match = shape.match(asked)
        if match and not _NOT_SUBJECT.match(match["subject"]):
            return match["subject"]
    return None


# A line that says by when or to whom what follows it is to be done: "Within three months", "For chief constables:".
_BY_WHEN = re.compile(
    r"(?:within|by|before|no later than|not later than|immediately|with immediate effect|for|to)\b[^.?!]{0,80}?:?",
    re.IGNORECASE,
)


def is_demand(lead: str) -> bool:
    """Say whether a lead-in tells what is to be done, by when or by whom, rather than what was found."""
    return is_directive(lead) or bool(_BY_WHEN.fullmatch(lead)) or bool(_RECOMMENDS.search(lead))
