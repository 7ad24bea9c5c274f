"""Graded verdicts in running text: which sentence gives which grade to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from inspect_cli.extract.patterns import BODY, GRADE_WORDS, NUMBER, QUOTE, YEAR, grade_of
from inspect_cli.model import Grade


class Voice(StrEnum):
    """How firmly a sentence gives a grade: it says it judged, it states it of the force, or it recalls a past grade."""

    JUDGED = "judged"
    STATED = "stated"
    EARLIER = "earlier"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class GradeClause:
    """A grade in a sentence, its subject in the sentence's words ("" where it names none), and a past year.

    ``at`` is where in the sentence the grade is given.
    """

    grade: Grade
    subject: str
    voice: Voice
    year: int | None = None
    at: int = 0


_ADJECTIVE = r"outstanding|good|adequate|inadequate"
_STEMS = ("outstanding", "good", "adequate", "improvement")
_WORD = r"[\w’'-]+"
_QUOTED_GRADE = rf"{QUOTE}(?P<grade>{GRADE_WORDS}){QUOTE}"
# What may follow a grade before its subject, and where the subject ends: at the next clause or the next grade.
_AT = r"(?:at|in|for|on|with respect to|in respect of|in (?:relation|regard) to)"
_NEXT = (
    r"and (?:we|it|they|he|she|there|this|that|has|have|is|was|were|had)\b|but|however|although|while|which|overall\b"
)
_SUBJECT = r"(?P<subject>[^.;:]+?)"
_ANOTHER = rf",? and (?:also |as )?{QUOTE}(?:{GRADE_WORDS}){QUOTE} {_AT} "
_ENDS = rf"(?=(?:[.;,]? (?:{_NEXT})\b)|, and\b|{_ANOTHER}|[.;:–—]|,[”\"’']|$)"
_ALSO = re.compile(rf",? and (?:also |as )?{_QUOTED_GRADE} {_AT} {_SUBJECT}{_ENDS}", re.IGNORECASE)

# "rated its custody as good" names the subject before the grade, "judged to be good at custody" behind it.
_BETWEEN = rf"(?: (?!when\b){_WORD})"
_JUDGED = re.compile(
    rf"\b(?:(?:judged|assessed|graded|rated){_BETWEEN}{{0,4}}?"
    rf"|(?:judge|assess|grade|rate)(?:d|ed|s|es)?(?P<object>{_BETWEEN}{{0,8}}?) (?:as|to be|as being|be|as to))"
    rf" {_QUOTED_GRADE}(?: {_AT} {_SUBJECT}{_ENDS}| overall\b|(?=[.,;:!”\"’]| and |$))",
    re.IGNORECASE,
)
_LEAD = r"(?:(?P<verdict>Our (?:finding|judge?ment) is that |We judge that )|We found that |[Oo]verall, )?"
_EXTENT = re.compile(
    rf"\bThe extent to which (?P<subject>[^.;]+?)(?: is)?:? (?P<grade>{GRADE_WORDS})[.;]?(?: and)?$", re.IGNORECASE
)
_QUOTED = re.compile(
    rf"^(?:{BODY} )?(?:is|as) [‘'“\"](?P<grade>{_ADJECTIVE})[’'”\"] (?:at|in) {_SUBJECT}[.;]?(?: and)?$"
)
_STATED = re.compile(
    rf"^{_LEAD}{BODY} (?:is|was) (?:now |also )?{QUOTE}(?P<grade>{_ADJECTIVE}){QUOTE} (?:at|in) {_SUBJECT}\.?$"
)
_REQUIRES = re.compile(rf"^{_LEAD}{BODY} (?P<grade>requires improvement) (?:at|in|with) {_SUBJECT}\.?$")
_SUBJECT_FIRST = re.compile(
    rf"^(?P<subject>(?:How|The force[’']s|{BODY}[’']s) [^.;,]+?) (?:is )?(?P<grade>{GRADE_WORDS})\.?$", re.IGNORECASE
)
_LABEL = re.compile(rf"^(?P<subject>[A-Z][^.:?!]{{2,80}}): (?P<grade>{GRADE_WORDS})\.?$", re.IGNORECASE)
_EARLIER = re.compile(
    rf"\bIn (?P<year>{YEAR}),? we (?:judged|assessed|graded) (?:it|{BODY}) (?:as|to be|to) "
    rf"{_QUOTED_GRADE}(?: {_AT} {_SUBJECT}{_ENDS})?",
    re.IGNORECASE,
)
# "Custody and patrol were the inadequate areas"; "the outstanding areas were custody and patrol".
_AREAS = re.compile(
    rf"^(?P<before>[^.;]+?) (?:are|were) (?:all )?(?:the |its ){_QUOTED_GRADE} areas\b"
    rf"|\bthe {_QUOTED_GRADE.replace('P<grade>', 'P<grade_2>')} areas (?:include[ds]?|are|were):? (?P<behind>[^.;]+)",
    re.IGNORECASE,
)
_COMMA = re.compile(r", and |, | and ")
_COMPARED = re.compile(
    r"\b(?:last year|previous (?:year|inspection)|"
    r"when (?=(?:we|HMIC(?:FRS)?) (?:also |last )?(?:judged|assessed|graded)))\b",
    re.IGNORECASE,
)
_LAST_GRADE = re.compile(rf"\b(?:grade|judge?ment|rating) (?:of|was) {_QUOTED_GRADE}", re.IGNORECASE)
# A grade is not given by a hedge, a condition, a definition or a count of grades.
_NOT_A_VERDICT = re.compile(
    r"\b(?:if|would be|could be|may be|not yet|to be graded|no graded|not graded|ungraded|generally|"
    rf"(?:{GRADE_WORDS}){QUOTE} (?:at|in|for) (?:{NUMBER}|several|some|most|many) (?:areas|questions|pillars))\b",
    re.IGNORECASE,
)
# "In some aspects of patrol, the force is judged to be good": the subject stands before the force.
_IN_SUBJECT = re.compile(
    rf"\bin (?:some aspects of |the area of )?(?P<subject>[^,.;:]+), {BODY} (?:is|was|has been) $", re.IGNORECASE
)
_JUDGED_SELF = re.compile(rf"(?:{BODY}|(?:this|the|each|these) (?:force|forces|pillar)|us|them|)", re.IGNORECASE)


def clauses(sentence: str) -> Iterator[GradeClause]:
    """Give the grades that a sentence gives, in order; praise, hedges, definitions and legends give none."""
    lowered = sentence.lower()
    if not any(stem in lowered for stem in _STEMS):
        return
    if earlier := _EARLIER.search(sentence):
        yield _clause(earlier, Voice.EARLIER, int(earlier["year"]))
        return
    if compared := _COMPARED.search(sentence):
        last = sentence[compared.start() :]
        if grade := _JUDGED.search(last) or _LAST_GRADE.search(last):
            yield GradeClause(grade_of(grade["grade"]), "", Voice.COMPARED)
        sentence = sentence[: compared.start()]
    if not _NOT_A_VERDICT.search(sentence):
        yield from _judged(sentence) or _by_area(sentence) or _stated(sentence.strip(' "“”'))


def _judged(sentence: str) -> list[GradeClause]:
    """The grades that a sentence says were judged, with those that it adds by "and good at"."""
    found = []
    for match in _JUDGED.finditer(sentence):
        first = _clause(match, Voice.JUDGED)
        before = _IN_SUBJECT.search(sentence[: match.start()]) if not first.subject else None
        found.append(replace(first, subject=before["subject"]) if before else first)
        also = _ALSO.match(sentence, match.end())
        while also:
            found.append(_clause(also, Voice.JUDGED))
            also = _ALSO.match(sentence, also.end())
    return found


def _by_area(sentence: str) -> list[GradeClause]:
    """One grade given to each of several areas of policing."""
    match = _AREAS.search(sentence)
    if not match:
        return []
    grade = grade_of(match["grade"] or match["grade_2"])
    areas = _COMMA.split(match["before"] or match["behind"])
    return [GradeClause(grade, area.strip(" ‘’'“”\""), Voice.JUDGED) for area in areas]


def _stated(sentence: str) -> list[GradeClause]:
    """The grade of a sentence that is nothing but a grade and its subject."""
    for pattern in (_EXTENT, _QUOTED, _LABEL, _STATED, _REQUIRES, _SUBJECT_FIRST):
        if match := pattern.search(sentence):
            is_verdict = pattern in (_EXTENT, _QUOTED, _LABEL) or match.groupdict().get("verdict")
            return [_clause(match, Voice.JUDGED if is_verdict else Voice.STATED)]
    return []


def _clause(match: re.Match[str], voice: Voice, year: int | None = None) -> GradeClause:
    named = match.groupdict()
    subject = (named.get("subject") or "").strip(" ,'‘’\"")
    before = (named.get("object") or "").strip(" '‘’\"")
    if not subject and not _JUDGED_SELF.fullmatch(before):
        subject = before
    return GradeClause(grade_of(match["grade"]), subject, voice, year, match.start("grade"))
