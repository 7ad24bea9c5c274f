"""Graded verdicts in running text: which sentence gives which grade to what, and whether now or earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from inspect_cli.extract.areas_graded import areas_graded
from inspect_cli.extract.past import Past
from inspect_cli.extract.patterns import BODY, GRADE_WORDS, NAMED, NUMBER, QUOTE, grade_of
from inspect_cli.model import Grade, Pillar
from inspect_cli.reference.forces import forces_in


class Voice(StrEnum):
    """How firmly a sentence gives a grade: it says it judged, it states it of the force, or it recalls a past grade."""

    JUDGED = "judged"
    STATED = "stated"
    EARLIER = "earlier"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class GradeClause:
    """A grade in a sentence, its subject in the sentence's words ("" where it names none), and a past year.

    ``at`` is where in the sentence the grade is given; ``behind``: the forces that it is given to are named after it.
    """

    grade: Grade
    subject: str
    voice: Voice
    year: int | None = None
    at: int = 0
    behind: bool = False


_STEMS = ("outstanding", "good", "adequate", "improvement")
_GRADE = re.compile(rf"(?<![\w-])(?P<grade>{GRADE_WORDS}|requires? improvement)(?![\w-])", re.IGNORECASE)
_WORD = r"[\w’'&/-]+"
_AT = (
    r"(?:with respect to|with regard to|in respect of|in relation to|in regard to|in terms of|regarding|when it comes to|"
    r"as regards|at|in|for|on)"
)
# Where a subject ends: at the next clause, the next grade, a stop.
_NEXT = (
    r"and (?:we|it|they|he|she|there|this|that|has|have|is|was|were|had|requires?|needs?|issued|gave|made|identified)\b|but\b|however\b|although\b|"
    r"though\b|while\b|whilst\b|(?<!with )(?<!in )which\b|where\b|because\b|since\b|overall\b|as well as\b.{0,40}\bgood\b"
)
_NEXT_GRADE = (
    rf",? and (?:also |as |to be |to |is |was )*{QUOTE}(?:{GRADE_WORDS})|,? (?:as |is )?[‘'“\"](?:{GRADE_WORDS})"
    rf"|, (?:{GRADE_WORDS}) {_AT} "
)
_ENDS = (
    rf"(?=(?:[.;,]? (?:{_NEXT}))|, and\b|{_NEXT_GRADE}|[.;:!?–—]|[,.][”\"’']|, (?:with|so|as|making|down|up)\b|\)|$)"
)
_COMPLEMENT = re.compile(
    rf"{QUOTE},?(?: overall| grade| grading| rating| judge?ment| marks?)?,? {_AT} (?P<subject>[^.;:!?]+?){_ENDS}",
    re.IGNORECASE,
)
# What may stand right behind a grade that is one, and not the first word of praise ("good understanding").
_GOES_ON = (
    rf"and (?:also |as |to be |is |was |are |at |in |that |it |they |the |has |have )*"
    rf"(?:{QUOTE}(?:{GRADE_WORDS})|it\b|they\b|we\b|the (?:force|constabulary)\b|is\b|was\b|has\b|at\b|in\b)"
)
_STANDS = re.compile(
    rf"{QUOTE}(?:$|\s*[.,;:!?)”’\"–—]| (?:overall|{_AT}|grade|grading|rating|judge?ment|or|but|when|because|since|again|across|"
    rf"throughout|this year|last year)s?\b| {_GOES_ON})",
    re.IGNORECASE,
)
_NOT_HOW = rf"(?: (?!(?:when|how|whether|that|if|what|why|and|or|but|by|not|against)\b){_WORD})"
_VERB = r"(?:judg(?:ed?|es|ing)|assess(?:ed|es|ing)?|grad(?:ed?|es|ing)|rat(?:ed?|es|ing)|class(?:ed|es)|deemed)"
_AS = r"(?: as being| to be| as to| as| to| be|)(?: overall| now| an area (?:which|that|where it)(?: is)?)?:?"
_JUDGED = re.compile(rf"\b{_VERB}(?P<object>{_NOT_HOW}{{0,10}}?){_AS}$", re.IGNORECASE)
_FOUND = re.compile(
    rf"\b(?:found|considered)(?P<object>{_NOT_HOW}{{0,10}}?) (?:to be|as|to)(?: an area (?:which|that))?$",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"\b(?:grade|judge?ment|rating|assessment|verdict)s?(?: {_WORD}){{0,3}} (?:of|as)$", re.IGNORECASE)
_GIVEN = re.compile(
    rf"\b(?:giv(?:en|es?|ing)|gave|receiv(?:ed|es|ing)|award(?:ed|s)|achiev(?:ed|es)|earn(?:ed|s)|retain(?:ed|s)|kept|got)"
    rf"(?P<object>{_NOT_HOW}{{0,6}}?)(?: an?)?$",
    re.IGNORECASE,
)
_A_GRADE = re.compile(rf"{QUOTE} (?:overall )?(?:grade|grading|rating|judge?ment)\b", re.IGNORECASE)
_IS = r"(?:is|was|are|were|remains?|stays?|has been|have been|had been|continues to be)"
_COPULA = re.compile(
    rf"^(?P<subject>.*?\S) {_IS}(?: (?:now|also|still|again|overall|therefore|currently|both))*:?$", re.IGNORECASE
)
_REQUIRES = re.compile(r"^(?P<subject>.*?\S)(?: also| still| now| overall)*:?$", re.IGNORECASE)
_PASSIVE = re.compile(rf"^(?P<subject>.*?\S) {_IS}(?: (?:now|also|still|again|being|been))*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:–—]\s|,? (?:but|while|whilst|although|though|however),? |, (?=it\b)"
    r"|, and (?=\w+ (?:\w+ )?(?:is|was|requires?|has)\b)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:\W|(?:and|but|however|overall|so|also|again|we found that|we judge that|our (?:finding|judge?ment) is that|"
    r"HMIC(?:FRS)? (?:said|says|found|judged|concluded)(?: that)?|in general|in terms of its \w+|on \w+)\b,?\s*)+",
    re.IGNORECASE,
)
# "Turning to effectiveness, the force is, by and large, good at …".
_PREFIX = re.compile(
    r"^(?:(?:in|on|as|for|turning|with|at|from|by|overall|generally|looking|regarding|concerning|here|meanwhile)\b[^,]{0,60}, )+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? (?:by and large|in general|on the whole|for instance|for example|overall|in our view|we found),?(?= |$)|,$"
)
_OUR_JUDGEMENT = re.compile(r"\b(?:our (?:finding|judge?ment) is that|we judge that)\b", re.IGNORECASE)
_FORCE = re.compile(
    rf"(?:{BODY}|(?:this|the|each|these|its|our) (?:\w+ )?(?:force|forces|constabulary|pillar)s?"
    r"|us|them|he|she|I|we|overall|)",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"(?:how|the (?:way|extent|efficiency|effectiveness|legitimacy)|its|their|{BODY}[’']s?) "
    r"(?!.*(?:, (?:and|but)|\band (?:it|they)) )",
    re.IGNORECASE,
)
# "In some aspects of patrol, the force is judged to be good": the subject stands before the force.
_IN_SUBJECT = re.compile(rf"in (?:some aspects of |the area of )?(?P<subject>[^,.;:]+), {BODY}$", re.IGNORECASE)
_ITSELF = re.compile(
    rf"(?:(?:the|this|our|each) (?:\w+ )?(?:force|constabulary|service|police)|{NAMED}|it|both forces|(?-i:[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){{0,2}}))",
    re.IGNORECASE,
)
_FORCES = re.compile(r"(?:.*\b)?(?:police )?forces\b.*", re.IGNORECASE)
_ONE = re.compile(r"(?:only )?one\b", re.IGNORECASE)
# "On efficiency, it was graded as good": the subject stands before the sentence.
_TOPIC = re.compile(r"^\W*(?:on|for|in|under) (?P<subject>(?!\d|this|that|our|its|the)[^,.;]{3,60}), ", re.IGNORECASE)
_EXTENT = re.compile(r"the extent to which ", re.IGNORECASE)
# A grade is not given by a hedge, a condition, a negation or a comparison right before it.
_HEDGED = re.compile(
    r"(?:\b(?:if|would be|could be|may be|might be|should be|yet|to be graded|no graded|not|never|nor|neither|than|far from|any|so|too|very|"
    r"really|consistently|generally|usually|often|mostly|largely|broadly|reasonably|fairly|equally|particularly|how|as good|whether|"
    r"previously|once)|n[’']t)(?: \w+)?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|would|not (?:yet )?graded|ungraded|no graded|aims?|target|goal|hopes?|wants?|expects?|ambition|"
    r"strives?|aspires?|to become|to remain|in order to)\b",
    re.IGNORECASE,
)
# Grades that others give, and grades that are given to others.
_OTHERS = re.compile(
    r"\b(?:auditors?|Ofsted|CQC|Care Quality|HMIP|survey|residents|respondents|adults|polled|peer (?:team|reviewers?)|assessors?|"
    r"consultants?|fire|ambulance|hospitals?|schools?|prisons?|care home|trust|council)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?:(?:just |only )?(?:all |each |both |every )?(?:of )?(?:the |its |these )?(?:{NUMBER}|several|some|most|many|every|all|each|both|none|the rest|others?|the other)\b"
    r"(?: of)?(?: the| those| these| its)?(?: \w+){0,2}(?: (?:areas?|questions?|pillars?|categories|strands?|respects?|inspections?|forces?|them|grades?).*)?)",
    re.IGNORECASE,
)
_ALL_PILLARS = re.compile(
    r"(?:each|all) (?:of )?(?:the |our |its )?three (?:PEEL )?(?:pillars|areas|strands)\b", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    rf"^(?:(?:the|all|no|a|only|a total of) )?(?:other |remaining )?(?:{NUMBER}|forces|most|some|several|all|many|a further \w+)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:this|that|these|it|them|which|doing so|so doing)(?: (?:area|respect|question|pillar|part|regard|inspection|subject|strand)\b.*)?",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"^\W*(?:(?:and|but|while|however|or|also|as|to|be|is|was|both|it|they|has been|judged|assessed|graded)\b\W*)*(?:{BODY} (?:is |was )?(?:also )?)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"^(?P<subject>[A-Z0-9][^.:?!|]{{1,90}}?)(?:: ?| [–—-] | ?\()(?P<grade>{GRADE_WORDS})\)?[.;,]?(?: and)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"^[’'”\"]?(?: overall)?(?::| (?:are|is|were|was|include[ds]?):?) (?=[A-Z])")


def clauses(sentence: str, year: int | None = None, *, listed: bool = False) -> Iterator[GradeClause]:
    """Give the grades that a sentence gives, in order; praise, hedges, definitions and legends give none.

    ``year`` is the inspection year: what an earlier one gave is recalled. ``listed``: a lead-in said that grades follow.
    """
    lowered = sentence.lower()
    if not any(stem in lowered for stem in _STEMS):
        return
    past = Past(sentence, year)
    bare = sentence.strip(' "“”')
    if label := _LABEL.match(bare):
        yield from _label(label, sentence, past)
        return
    if not past.marks and (areas := areas_graded(sentence)):
        yield from (GradeClause(grade, area, Voice.JUDGED, at=at) for grade, area, at in areas)
        return
    yield from _Reading(sentence, past, listed).clauses()


def _label(match: re.Match[str], sentence: str, past: Past) -> Iterator[GradeClause]:
    """The grade of a line that is a subject and a grade: "Vetting: good"."""
    at = sentence.index(match["grade"], match.start("grade"))
    if past.marks:
        yield GradeClause(grade_of(match["grade"]), match["subject"], Voice.COMPARED, past.marks[0].year, at)
    elif not _GRADE.fullmatch(match["subject"]) and not _NUMBER_OF.match(match["subject"]):
        yield GradeClause(grade_of(match["grade"]), match["subject"].strip(" ‘’'\""), Voice.JUDGED, at=at)


class _Reading:
    """One sentence read from left to right, grade by grade."""

    def __init__(self, sentence: str, past: Past, listed: bool) -> None:
        self.sentence = sentence
        self.past = past
        self.listed = listed

    def clauses(self) -> Iterator[GradeClause]:
        """Give the grades in order; one that only goes on from the one before takes over its voice."""
        before: GradeClause | None = None
        reach = 0
        for match in _GRADE.finditer(self.sentence):
            clause = self._clause(match, before, reach)
            if clause is None:
                continue
            reach = match.end()
            if complement := _COMPLEMENT.match(self.sentence, match.end()):
                reach = complement.end()
            before = clause
            yield from self._timed(clause, match)

    def _clause(self, match: re.Match[str], before: GradeClause | None, reach: int) -> GradeClause | None:
        right, grade = self.sentence[match.end() :], grade_of(match["grade"])
        if not _STANDS.match(right):
            return None
        complement = _COMPLEMENT.match(self.sentence, match.end())
        subject = _tidy(complement["subject"]) if complement else ""
        between = self.sentence[reach : match.start()].rstrip("‘'“\" ")
        if before and (not between.strip(" ,;") or _ALSO.match(between)):
            return self._given(GradeClause(grade, subject, before.voice, at=match.start(), behind=False))
        left = self.sentence[: match.start()].rstrip("‘'“\" ")
        if _HEDGED.search(left) or _CONDITION.search(_last_clause(left)) or _OTHERS.search(_last_clause(left)):
            return None
        found = _judged(left, right) or _stated(
            left, match, self.listed, self.sentence[match.start() - 1 : match.start()]
        )
        if not found:
            return None
        voice, object_ = found
        behind = _BEHIND.match(right) is not None
        if not subject and _NUMBER_OF.match(object_):
            return GradeClause(grade, "", voice, at=match.start(), behind=True) if behind else None
        return self._given(GradeClause(grade, subject or _tidy(object_), voice, at=match.start(), behind=behind))

    def _given(self, clause: GradeClause) -> GradeClause | None:
        """Leave out what only counts: "good in two areas"."""
        counted = _COUNT.fullmatch(clause.subject) is not None
        return None if counted and not _ALL_PILLARS.match(clause.subject) else clause

    def _timed(self, clause: GradeClause, match: re.Match[str]) -> Iterator[GradeClause]:
        mark = self.past.mark_of(match.start(), match.end())
        if mark is None:
            if _ALL_PILLARS.match(clause.subject):
                three = (Pillar.EFFECTIVENESS, Pillar.EFFICIENCY, Pillar.LEGITIMACY)
                yield from (replace(clause, subject=pillar.value) for pillar in three)
                return
            yield clause
            return
        if clause.voice is Voice.STATED:
            return
        told = mark.opens and clause.subject
        yield replace(clause, voice=Voice.EARLIER if told and mark.year else Voice.COMPARED, year=mark.year)


def _last_clause(left: str) -> str:
    boundaries = list(_CLAUSE.finditer(left))
    return left[boundaries[-1].end() :] if boundaries else left


def _judged(left: str, right: str) -> tuple[Voice, str] | None:
    """Say that a grade is one that was judged, with what it was given to where that stands before it."""
    verb = _JUDGED.search(left) or _FOUND.search(left)
    if verb is None and _A_GRADE.match(right):
        verb = _GIVEN.search(left)
    if verb is None:
        noun = _NOUN.search(left)
        return (Voice.JUDGED, "") if noun else None
    object_ = verb["object"].strip(" ‘’'\"")
    if _FORCES.fullmatch(object_):
        return None
    if object_ and not _FORCE.fullmatch(object_):
        return Voice.JUDGED, object_
    passive = _PASSIVE.match(_LEAD.sub("", _last_clause(left[: verb.start()].rstrip())))
    subject = passive["subject"] if passive and not object_ else ""
    if subject and (_NUMBER_OF.match(subject) or _FORCES.search(subject)):
        named = any(True for _ in forces_in(subject))
        return Voice.JUDGED, "" if named and _ONE.match(subject) else subject
    if topic := _TOPIC.match(left):
        return Voice.JUDGED, topic["subject"]
    if subject.endswith("which"):
        return Voice.JUDGED, ""
    if inside := _IN_SUBJECT.match(subject):
        return Voice.JUDGED, inside["subject"]
    return Voice.JUDGED, "" if _FORCE.fullmatch(subject) or _names_a_body(subject) else subject


def _stated(left: str, match: re.Match[str], listed: bool, mark: str) -> tuple[Voice, str] | None:
    """Say that a grade is stated of a force or of something it does, with what stands before it."""
    quoted = mark in "‘'“\"" and mark != ""
    clause = _ASIDE.sub(" ", _PREFIX.sub("", _LEAD.sub("", left))).strip()
    if clause.lower() in ("", "is", "as", "requires", "was", "to be"):
        return (Voice.JUDGED, "") if (quoted or listed) else None
    shape = _REQUIRES if match["grade"].lower().startswith("require") else _COPULA
    found = shape.match(clause)
    if not found:
        return None
    subject = found["subject"]
    if _EXTENT.match(subject):
        return Voice.JUDGED, _EXTENT.sub("", subject)
    voice = Voice.JUDGED if _OUR_JUDGEMENT.search(left) or (listed and quoted) else Voice.STATED
    if _names_a_body(subject):
        return voice, ""
    return (voice, subject) if _THING.match(subject) else None


def _names_a_body(subject: str) -> bool:
    """Say whether a subject is the force itself, and not a part of it."""
    return _ITSELF.fullmatch(subject) is not None


def _tidy(subject: str) -> str:
    """The subject without quotation marks and without pointing words that name nothing."""
    bare = subject.strip(" ,‘’'“”\"")
    return "" if _POINTING.fullmatch(bare) else bare
