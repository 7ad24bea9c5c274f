"""Sentences that recall an earlier grade, or say that one was carried over."""

from __future__ import annotations

import re

from inspect_cli.extract.carried import CENTURY, carried_from
from inspect_cli.extract.earlier import Era, Mark
from inspect_cli.extract.grades import GRADED, STEMS, GradeClause, Voice, clauses
from inspect_cli.extract.patterns import GRADE_WORDS, NUMBER, YEAR
from inspect_cli.model import Verdict
from inspect_cli.reference.keyed import Keyed

# What only counts forces or areas, or says of none that it was graded; what other inspectorates graded.
_COUNTS = Keyed(
    rf"^\W*(?:None|No force|Forces|Among|Schools)\b|\bper ?cent\b|\b(?:{GRADE_WORDS}), (?:{GRADE_WORDS}),? or \b"
    rf"|\b(?:no|{NUMBER}) (?:areas? |of them )?(?:graded|judged|rated)\b",
    re.IGNORECASE,
)
_OTHERS = Keyed(
    r"\b(?:fire and rescue|fire service|audit(?:ors?|ed by)|Ofsted|CQC|Care Quality|prison"
    r"|Police and Crime Commissioner had|CoPaCC)\b"
)
# In the grade of an earlier year: "it was then judged", "having been graded good".
_THEN = Keyed(r"\b(?:then|having been|had been)\b")
_SPEAKS = Keyed(r"^\W*(?:We|I) (?:were|was)\b")
# "Our judgment from 2016 that it is good at this remains in place."
_REMAINS = Keyed(
    rf"\b(?:judge?ments?|grades?) (?:from|of|in|given in) (?:[\w’'-]+ ){{0,3}}?(?P<year>{YEAR})\b[^.]{{0,100}}?"
    r"\b(?:(?:remains?|stays?|stands?) in place|still stands?|remains? valid)\b",
    re.IGNORECASE,
)
_PREVIOUSLY = Keyed(r"\b(?:previously|formerly|in the past|once)\b")
_WE = Keyed(r"\b(?:we|I|HMIC(?:FRS)?|our inspection|inspectors) (?:had )?(?:judged|graded|assessed|rated)\b")
_GRADE = rf"[‘'“\"]?(?:{GRADE_WORDS}|required? improvement)\b"
# "In 2016 it was good at this", "when we were found to require improvement", "up from good in 2016".
_WAS = re.compile(
    rf"\b(?:was|were|been|judged|graded|rated|assessed|found|having|had|it|force|constabulary|police|[A-Z]\w+)"
    rf"(?: (?!(?:now|is|are|has|have|and)\b)[\w’'-]+){{0,6}}? (?:{_GRADE})",
)
_FROM = re.compile(
    rf"\b(?:up|down|fall|fallen|fell|drop\w*|ris\w+|rose|improve\w*|chang\w+|moved|slipped|declin\w+|better"
    rf"|worse|climbed)(?: \w+){{0,2}} "
    rf"(?:from|than|on) {_GRADE}",
    re.IGNORECASE,
)
_WAS_IN = re.compile(
    rf"\b(?:was|were|had been) (?:[\w’'-]+ ){{0,3}}?{_GRADE}[’'”\"]?(?: (?:at|for"
    rf"|in)\b[^.;,]{{0,60}})?(?:,? when [^.;,]{{0,60}})? (?:in|for) "
    r"(?:our |its |the )?\Z"
)
_PAST = re.compile(r"\b(?:was|were|had|required|judged|graded|rated|assessed|found|been)\b")
_NOW = re.compile(r"\b(?:now|this year|is|are)\b")


# One of these is in each sentence that recalls a grade.
RECALLING = (_REMAINS, GRADED, CENTURY)


def recalled_grade(words: str, era: Era, background: int | None) -> tuple[int | None, Verdict] | None:
    """Give the year of the grade that a sentence recalls and whether it was carried over; None where it recalls none.

    ``background`` is the earlier year that the sentences before it are set in.
    """
    if carried := carried_from(words):
        return carried, Verdict.CARRIED_OVER
    if remains := _REMAINS.search(words):
        return int(remains["year"]), Verdict.CARRIED_OVER
    graded = GRADED.may_match(words) and any(stem in words.lower() for stem in STEMS)
    if not graded or _COUNTS.search(words) or _OTHERS.search(words):
        return None
    if not era.ours and _SPEAKS.search(words):
        return None
    marks = era.marks(words)
    for clause in clauses(words.replace("required improvement", "requires improvement"), era.year):
        if recalled := _of_clause(clause, words, era, marks, background):
            return recalled
    return _stated_then(words, marks)


# "Those two judgments are carried over": said of the grades in the sentence before.
_THOSE = Keyed(
    r"^\W*(?:This|That|These|Those|Both|The)(?: \w+)?(?: of (?:these|those))? (?:judge?ments?|grades?) (?:is|are"
    r"|was|were|has been|have been) "
    r"(?:therefore |thus )?carried (?:over|forward)\b"
)


def carries_those(words: str) -> bool:
    """Say whether a sentence carries over the grades of the one before it."""
    return _THOSE.search(words) is not None


def _of_clause(
    clause: GradeClause, words: str, era: Era, marks: list[Mark], background: int | None
) -> tuple[int | None, Verdict] | None:
    then = background if _THEN.search(words) else None
    if clause.voice is Voice.EARLIER:
        verdict = Verdict.CARRIED_OVER if era.keeps else Verdict.MENTIONED
        return _year_at(clause.at, marks) or clause.year, verdict
    if clause.voice is Voice.COMPARED and (marks or then or _PREVIOUSLY.search(words)):
        return _year_at(clause.at, marks) or then or era.before or clause.year, Verdict.MENTIONED
    if then and not marks:
        return then, Verdict.MENTIONED
    if era.visit and clause.voice is Voice.JUDGED and _WE.search(words):
        return era.visit, Verdict.MENTIONED
    return None


def _year_at(at: int, marks: list[Mark]) -> int | None:
    """The year of the first mark before a grade, or else of the first behind it."""
    before = [mark.year for mark in marks if mark.start < at]
    return next((year for year in (*before, *(mark.year for mark in marks)) if year), None)


def _stated_then(words: str, marks: list[Mark]) -> tuple[int | None, Verdict] | None:
    """A grade that is told in the past tense in the same clause as an earlier year."""
    for mark in marks:
        clause = re.split(r"[;:]|, (?:but|and|while|although)\b", words[mark.end :])[0]
        told = _WAS.search(clause)
        if told and _PAST.search(clause, 0, told.end()) and not _NOW.search(told.group()):
            return mark.year, Verdict.MENTIONED
        if _FROM.search(words[: mark.start]) or _WAS_IN.search(words[: mark.start]):
            return mark.year, Verdict.MENTIONED
    return None
