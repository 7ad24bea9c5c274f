"""Graded verdicts in running text: which sentence gives which grade to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspect_cli.extract.patterns import BODY, GRADE_WORDS, QUOTE, YEAR, grade_of
from inspect_cli.model import Grade


class Voice(StrEnum):
    """How firmly a sentence gives a grade: it says it judged, it states it of the force, or it recalls a past grade."""

    JUDGED = "judged"
    STATED = "stated"
    EARLIER = "earlier"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class GradeClause:
    """A grade in a sentence, its subject in the sentence's words ("" where it names none), and a past year."""

    grade: Grade
    subject: str
    voice: Voice
    year: int | None = None


_ADJECTIVE = r"outstanding|good|adequate|inadequate"
_ENDS = r"(?=[.;,]? (?:and|but|however|although|while|which|overall)\b|[.;,:–—]|$)"
_SUBJECT = r"(?P<subject>[^.;:]+?)"
# What may follow a grade before its subject.
_AT = r"(?:at|in|for|on|with respect to|in respect of|in (?:relation|regard) to)"

_JUDGED = re.compile(
    rf"\b(?:judged|assessed|graded|rated)\b(?: (?!when\b)[\w’'-]+){{0,4}}?"
    rf"(?: (?:as|to be|as being|be|as to))? {QUOTE}(?P<grade>{GRADE_WORDS}){QUOTE}"
    rf"(?: {_AT} {_SUBJECT}{_ENDS}| (?P<overall>overall)|(?=[.,;:!”\"’]| and |$))",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    rf"\bThe extent to which (?P<subject>[^.;]+?)(?: is)?:? (?P<grade>{GRADE_WORDS})\.?$", re.IGNORECASE
)
_QUOTED = re.compile(
    rf"^(?:{BODY} )?(?:is|as) [‘'“\"](?P<grade>{_ADJECTIVE})[’'”\"] (?:at|in) {_SUBJECT}[.;]?(?: and)?$"
)
_STATED = re.compile(
    rf"^(?:Our (?:finding|judgment|judgement) is that |We (?:found|judge) that |[Oo]verall, )?"
    rf"(?P<body>{BODY}) (?:is|was) (?:now |also )?{QUOTE}(?P<grade>{_ADJECTIVE}){QUOTE} (?:at|in) {_SUBJECT}\.?$"
)
_REQUIRES = re.compile(
    rf"^(?:Our (?:finding|judgment|judgement) is that |We (?:found|judge) that |[Oo]verall, )?"
    rf"(?P<body>{BODY}) (?P<grade>requires improvement) (?:at|in|with) {_SUBJECT}\.?$"
)
_SUBJECT_FIRST = re.compile(
    rf"^(?P<subject>(?:How|The force[’']s|{BODY}[’']s) [^.;,]+?) (?:is )?(?P<grade>{GRADE_WORDS})\.?$", re.IGNORECASE
)
_LABEL = re.compile(rf"^(?P<subject>[A-Z][^.:?!]{{2,80}}): (?P<grade>{GRADE_WORDS})\.?$", re.IGNORECASE)
_EARLIER = re.compile(
    rf"\bIn (?P<year>{YEAR}),? we (?:judged|assessed|graded) (?:it|{BODY}) (?:as|to be|to) "
    rf"{QUOTE}(?P<grade>{GRADE_WORDS}|require improvement){QUOTE}(?: {_AT} {_SUBJECT}{_ENDS})?",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:last year|previous (?:year|inspection)|"
    r"when (?:we|HMIC(?:FRS)?) (?:also |last )?(?:judged|assessed|graded))\b",
    re.IGNORECASE,
)
# A grade is not given by a hedge, a condition or a definition.
_NOT_A_VERDICT = re.compile(
    r"\b(?:if|would be|could be|may be|not yet|to be graded|no graded|not graded|ungraded|generally)\b",
    re.IGNORECASE,
)


def clauses(sentence: str) -> Iterator[GradeClause]:
    """Give the grades that a sentence gives, in order; praise, hedges, definitions and legends give none."""
    if earlier := _EARLIER.search(sentence):
        yield _clause(earlier, Voice.EARLIER, int(earlier["year"]))
        return
    if compared := _COMPARED.search(sentence):
        if grade := re.search(GRADE_WORDS, sentence[compared.start() :], re.IGNORECASE):
            yield GradeClause(grade_of(grade.group()), "", Voice.COMPARED)
        sentence = sentence[: compared.start()]
    if _NOT_A_VERDICT.search(sentence):
        return
    judged = list(_JUDGED.finditer(sentence))
    for match in judged:
        yield _clause(match, Voice.JUDGED)
    if not judged:
        yield from _stated(sentence.strip(' "“”'))


def _stated(sentence: str) -> Iterator[GradeClause]:
    for pattern, voice in (
        (_EXTENT, Voice.JUDGED),
        (_QUOTED, Voice.JUDGED),
        (_LABEL, Voice.JUDGED),
        (_STATED, Voice.STATED),
        (_REQUIRES, Voice.STATED),
        (_SUBJECT_FIRST, Voice.STATED),
    ):
        if match := pattern.search(sentence):
            yield _clause(match, voice)
            return


def _clause(match: re.Match[str], voice: Voice, year: int | None = None) -> GradeClause:
    subject = (match.groupdict().get("subject") or "").strip(" ,'‘’\"")
    return GradeClause(grade_of(match["grade"]), subject, voice, year)
