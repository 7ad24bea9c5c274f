"""The words in which an inspectorate asks for something, and those in which a later report names what it asked for."""

from __future__ import annotations

import re

from inspect_cli.extract.patterns import NUMBER, YEAR, formal_kind
from inspect_cli.model import ReferenceKind
from inspect_cli.reference.keyed import Keyed

KINDS = r"(?:areas? (?:for|of) improvement|recommendations?|causes? (?:of|for) concern|AFIs?)"
THING = Keyed(rf"\b(?P<kind>{KINDS})\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:areas|recommendations|causes|AFIs)\b", re.IGNORECASE)


def kind_of(words: str) -> ReferenceKind:
    """Give the kind of finding that a formal word names."""
    return ReferenceKind(formal_kind(words.replace("AFI", "area for improvement")))


def kind_named(words: str) -> ReferenceKind | None:
    """Give the kind of finding that a text names last; None where it names none."""
    named = list(THING.finditer(words))
    return kind_of(named[-1]["kind"]) if named else None


# Who asks: the inspectorate, or a report of its own. "we" only where the inspectorate speaks.
NAMED = r"(?:HMIC(?:FRS)?|HMI|inspectors|the inspectorate|(?:Her|His) Majesty[’']s Inspectorate[^.,:;]{0,60})"
REPORT = (
    rf"(?:(?:our|its|the|that|this|an? {YEAR}|HMIC(?:FRS)?[’']s|last year[’']s|their)\b(?:(?!\b(?:force"
    rf"|constabulary|police"
    rf"|own|peer|council|college)\b)[^.;:]){{0,50}}?"
    rf"\b(?:report|overview|inspection|review|letter|assessment)\b(?!(?:s|ed"
    rf"|ing)\b)(?:[^.;:,]{{0,60}}?, [^.;,]{{2,80}},"
    rf"|[^.;:,]{{0,100}}?))"
)
SAYS = (
    r"(?:recommended|asked|told|said|named|flagged|spoke|expressed|voiced|warned|criticised|wrote|commented"
    r"|found|identified"
    r"|set(?: out)?|gave(?: rise to)?|given|issued|made|raised"
    r"|highlighted|listed|"
    r"reported|noted|added|required|called|pointed|urged|advised|wanted|had|concluded|put|expected|contained"
    r"|included|"
    r"led to|resulted in|came with|agreed|published|drew|saw)"
)
ADVERBS = r"(?:(?:had|also|then|therefore|previously|again|first|already|jointly|all|have|has) )*"
# "…, the force should", "to publish", "that it be brought down": what was asked.
ASKED = (
    r"(?:recommended\b"
    r"|(?:asked|told|urged|advised|required|wanted|expected) (?:[\w’'&-]+ ){0,6}?(?:to|it should|they should)\b"
    r"|asked (?:then |also )?that\b"
    r"|(?:asked|called|pressed) (?:[\w’'&-]+ ){0,5}?(?:for|on|upon)\b"
    r"|(?:told|said|found|concluded|considered|identified|noted|thought|felt|agreed|reported|judged)\b[^.;:]{1,140}?"
    r"\b(?:should|needed to|must|ought to|had to|would have to|needs to|had more to do)\b"
    r"|(?:identified|highlighted|saw|noted|found) (?:an?|the|a clear) (?:need|requirement)\b)"
)
ENDS = re.compile(r"[;:]|, (?:but|and (?:it|this|that|the force|the constabulary|we|they)|which|so)\b|[.]$|$")
# A year before the noun, with a few words between: "our 2016 national recommendation".
BEFORE = re.compile(
    rf"\b(?P<year>{YEAR})(?:[/–-]\d\d(?:\d\d)?)? (?:(?!(?:the|a|an|we|it|and"
    rf"|in)\b)[\w’'&-]+ ){{0,3}}\Z",
    re.IGNORECASE,
)
# "last year's areas for improvement", "our previous inspection's recommendations".
AFTER = re.compile(r"(?:[’']s?)? (?:(?!the|a|an|we|it|and|in)[\w’'&-]+ ){0,2}", re.IGNORECASE)
GIVEN = re.compile(
    r"\b(?:had been|was|were|had) (?:(?:given|set|issued with|subject to) )?"
    r"(?:an?|our|the|one|two|three|four|five|several) (?:\w+ )?\Z",
    re.IGNORECASE,
)
# "HMICFRS closed the recommendation in 2022": the year of the closing is none of the finding.
CLOSED = re.compile(
    r"\b(?:closed|lifted|removed|discharged|signed off|withdrew|withdrawn) (?:the|this|that|both|all|these)"
    r"(?: \w+)? \Z",
    re.IGNORECASE,
)
WHEN = re.compile(r"\bin (?:[A-Z]\w+ )?\Z")
PERFECT = re.compile(r"\b(?:have|has)\b", re.IGNORECASE)
STOP = re.compile(r"[.;:]|\bshould\b")
LINK = re.compile(
    r"\b(?:in|from|of|since|at|during|when|by|to|our|last|previous\w*|under|with|,|the|its)\b", re.IGNORECASE
)
DEFINITE = re.compile(
    rf"\b(?:the|this|that|these|those|both|all|each|our|your|its|their|first|second|third|fourth|fifth|last"
    rf"|other|{NUMBER})"
    r"(?: of(?: the| these| those| our)?)?(?: (?!(?:new|further|following|a|an)\b)[\w’'-]+){0,2}? \Z",
    re.IGNORECASE,
)
NEW = re.compile(
    r"\b(?:new|further|following|additional|another|no|any|future"
    r"|more)(?: [\w-]+)?(?: accelerated)? \Z",
    re.IGNORECASE,
)
NUMBER_AFTER = re.compile(r" \(?\d{1,2}(?:\.\d)?[a-z]?\)?\b")
HUGE = re.compile(r"\b(?:\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\b)\d{3,})(?: [\w-]+){0,2} \Z")
THEN = re.compile(r"(?: \w+)? (?:was|were|had been|asked|required|called|concerned|said)\b", re.IGNORECASE)
# "Recommendation 1 was that", "the first recommendation asked for", "recommendation 7 was about".
SAID = re.compile(
    r"(?: \(?\d{1,2}(?:\.\d)?[a-z]?\)?)?(?:,? (?:on|about|for) [^.;:]{2,80}?,?)? (?:was|were|had been|asked"
    r"|required|called|concerned|said|told)\b(?! (?:not|met|closed|complete))",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:one|an?)(?: [\w-]+){0,2} \Z", re.IGNORECASE)


# What is said of other inspectorates and services, or of the writer itself, recalls no finding on a force.
OF_OTHERS = Keyed(
    r"\b(?:ourselves|(?:internal|external) audit\w*|other bodies|(?:peer|own|internal) reviews?|Ofsted|CQC"
    r"|Care Quality Commission"
    r"|fire and rescue service|HMI Prisons|prisons?)\b"
    r"|\b(?:IPCC|IOPC|Independent (?:Police Complaints Commission|Office for Police Conduct)|[Cc]oroner"
    r"|Health and Safety Executive"
    r"|Information Commissioner|Ombudsman)(?: \([A-Z]+\))? (?:has |had |also )*(?:made|gave|issued|recommended"
    r"|set|told|asked)\b"
)
