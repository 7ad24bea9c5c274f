"""Graded verdicts in running text: which sentence gives which grade to what, and whether now or earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from inspect_cli.extract import grammar
from inspect_cli.extract.areas_graded import areas_graded, split_areas
from inspect_cli.extract.past import Past
from inspect_cli.extract.patterns import grade_of, pillar_of
from inspect_cli.model import Grade, Pillar
from inspect_cli.reference.forces import forces_in
from inspect_cli.reference.keyed import Keyed


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


# No sentence gives more; what holds more is a table run into one line, or no report.
_MOST_GRADES = 25
STEMS = ("outstanding", "good", "adequate", "improvement")
# Without one of these a sentence gives no grade.
GRADED = Keyed("|".join(STEMS))


def clauses(sentence: str, year: int | None = None, *, listed: bool = False) -> Iterator[GradeClause]:
    """Give the grades that a sentence gives, in order; praise, hedges, definitions and legends give none.

    ``year`` is the inspection year: what an earlier one gave is recalled. ``listed``: a lead-in says so.
    """
    if GRADED.may_match(sentence) and any(stem in sentence.lower() for stem in STEMS):
        yield from _clauses(sentence, year, listed)


# What asks for the grades of a sentence is seldom alone.
@lru_cache(maxsize=256)
def _clauses(sentence: str, year: int | None, listed: bool) -> tuple[GradeClause, ...]:
    past = Past(sentence, year)
    if grammar.LEGEND.search(sentence):
        return ()
    return tuple(_short_forms(sentence, past) or _Reading(sentence, past, listed).clauses())


def _short_forms(sentence: str, past: Past) -> list[GradeClause]:
    """The grades of a line that is a subject and a grade or several such, and of a list of areas of one grade."""
    bare = sentence.strip(' "“”')
    if label := grammar.LABEL.match(bare):
        return list(_label(label, sentence, past))
    if past.marks:
        return []
    if labels := grammar.LABELS.match(bare):
        return [
            GradeClause(grade_of(one["grade"]), one["subject"].strip(), Voice.JUDGED, at=sentence.find(one.group()))
            for one in grammar.ONE_LABEL.finditer(labels["list"])
        ]
    return [GradeClause(grade, area, Voice.JUDGED, at=at) for grade, area, at in areas_graded(sentence)]


def _label(match: re.Match[str], sentence: str, past: Past) -> Iterator[GradeClause]:
    """The grade of a line that is a subject and a grade: "Vetting: good"."""
    at = sentence.index(match["grade"], match.start("grade"))
    if past.marks:
        yield GradeClause(grade_of(match["grade"]), match["subject"], Voice.COMPARED, past.marks[0].year, at)
    elif not grammar.GRADE.fullmatch(match["subject"]) and not grammar.NUMBER_OF.match(match["subject"]):
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
        for match in islice(grammar.GRADE.finditer(self.sentence), _MOST_GRADES):
            clause = self._clause(match, before, reach)
            if clause is None:
                continue
            reach = match.end()
            if complement := grammar.COMPLEMENT.match(self.sentence, match.end()):
                reach = complement.end()
            before = clause
            for one in _each(clause, self.sentence[reach:]):
                yield from self._timed(one, match)

    def _clause(self, match: re.Match[str], before: GradeClause | None, reach: int) -> GradeClause | None:
        right, grade = self.sentence[match.end() :], grade_of(match["grade"])
        if not grammar.STANDS.match(right):
            return None
        complement = grammar.COMPLEMENT.match(self.sentence, match.end())
        subject = _tidy(complement["subject"]) if complement else ""
        behind = self.sentence[complement.end() if complement else match.end() :]
        between = self.sentence[reach : match.start()].rstrip("‘'“\" ")
        if before and (not between.strip(" ,;") or grammar.ALSO.match(between)):
            return self._given(GradeClause(grade, subject, before.voice, at=match.start(), behind=False), behind)
        left = self.sentence[: match.start()].rstrip("‘'“\" ")
        found = None if _is_hedged(left) else self._found(match, left)
        if not found or not (left or subject):  # a grade alone in a list is one of a key
            return None
        voice, object_ = found
        named_behind = grammar.BEHIND.match(right) is not None
        if not subject and (grammar.NUMBER_OF.match(object_) or grammar.OF_FORCES.search(object_)):
            return GradeClause(grade, "", voice, at=match.start(), behind=True) if named_behind else None
        clause = GradeClause(grade, subject or _tidy(object_), voice, at=match.start(), behind=named_behind)
        return self._given(clause, behind)

    def _found(self, match: re.Match[str], left: str) -> tuple[Voice, str] | None:
        opening = self.sentence[match.start() - 1 : match.start()]
        return _judged(left, self.sentence[match.end() :]) or _stated(left, match, self.listed, opening)

    def _given(self, clause: GradeClause, behind: str) -> GradeClause | None:
        """Leave out what only counts: "good in two areas"."""
        counted = bool(grammar.COUNT.fullmatch(clause.subject) or grammar.PART_OF.match(clause.subject))
        leads = behind.strip() == ":"  # "good in four areas:": they stand in the list below
        told = leads or grammar.ALL_PILLARS.match(clause.subject) or grammar.LISTED.match(behind)
        return None if counted and not told else clause

    def _timed(self, clause: GradeClause, match: re.Match[str]) -> Iterator[GradeClause]:
        mark = self.past.mark_of(match.start(), match.end())
        if mark is None:
            if grammar.ALL_PILLARS.match(clause.subject):
                three = (Pillar.EFFECTIVENESS, Pillar.EFFICIENCY, Pillar.LEGITIMACY)
                yield from (replace(clause, subject=pillar.value) for pillar in three)
                return
            yield clause
            return
        if clause.voice is Voice.STATED:
            return
        told = mark.opens and clause.subject
        yield replace(clause, voice=Voice.EARLIER if told and mark.year else Voice.COMPARED, year=mark.year)


def _each(clause: GradeClause, rest: str) -> Iterator[GradeClause]:
    """Give one clause for each thing that is graded, where each has its own "at": "at patrol and in planning".

    ``rest`` is what stands behind them: it may say the same of another, or tell the areas that were only counted.
    """
    listed = grammar.LISTED.match(rest) if grammar.COUNT.fullmatch(clause.subject) else None
    subjects = split_areas(listed["list"]) if listed else grammar.AND_AT.split(clause.subject)
    pillars = split_areas(clause.subject)
    if len(pillars) > 1 and all(pillar_of(one) and one.count(" ") <= 1 for one in pillars):
        subjects = pillars
    for subject in subjects:
        yield replace(clause, subject=subject)
    if same := grammar.AS_IS.match(rest):
        yield replace(clause, subject=same["subject"])


def _is_hedged(left: str) -> bool:
    clause = _last_clause(left)
    return bool(
        grammar.HEDGED.search(left)
        or grammar.CONDITION.search(grammar.LEAD.sub("", clause))
        or grammar.OTHERS.search(clause)
    )


def _last_clause(left: str) -> str:
    boundaries = list(grammar.CLAUSE.finditer(left))
    return left[boundaries[-1].end() :] if boundaries else left


def _judged(left: str, right: str) -> tuple[Voice, str] | None:
    """Say that a grade is one that was judged, with what it was given to where that stands before it."""
    if that := grammar.THAT_IT.search(left):
        said = that["agent"] or that["verb"].lower() in ("judged", "concluded")
        return (Voice.JUDGED if said else Voice.STATED), ""
    verb = _verb(left, right)
    if verb is None:
        changed = grammar.CHANGED.search(left) and grammar.COMPLEMENT.match(right)
        return (Voice.JUDGED, "") if changed or grammar.GRADE_OF.search(left) else None
    judged = (verb["object"] or verb.groupdict().get("object_2") or "").strip(" ‘’'\"")
    before = left[: verb.start()].rstrip()
    if _is_of_none(judged, before, left, right):
        return None
    if judged and not grammar.A_BODY.fullmatch(judged):
        return Voice.JUDGED, judged
    passive = grammar.IS.match(grammar.LEAD.sub("", _last_clause(before)))
    return Voice.JUDGED, _passive_subject(passive["subject"] if passive and not judged else "", left)


def _verb(left: str, right: str) -> re.Match[str] | None:
    """The verb of judging that leads to a grade."""
    verb = grammar.JUDGED.search(left) or grammar.FOUND.search(left)
    quoted = right[:1] in ("’", "'", "”", '"')
    if verb is None and (quoted or grammar.IS_GRADE.match(right)):
        verb = grammar.GIVEN.search(left)
    return verb or (grammar.PUT_AT.search(left) if quoted else None)


def _is_of_none(judged: str, before: str, left: str, right: str) -> bool:
    """Say whether a verb of judging gives no grade to anybody: to forces at large, to none, to what nobody names."""
    if grammar.FORCES.fullmatch(judged) or (judged == "it" and grammar.A_THING.match(left)):
        return True
    if judged:
        return False
    participle = grammar.PARTICIPLE.search(left) and not grammar.IS_BEING.search(before)
    named = grammar.BEHIND.match(right) or right.endswith(":")
    return bool(grammar.NONE_OF.search(before) or (participle and not named))


def _passive_subject(subject: str, left: str) -> str:
    """What a sentence says was judged; a count of forces stays one, so that it is told from a force."""
    if subject and (grammar.NUMBER_OF.match(subject) or grammar.OF_FORCES.search(subject)):
        named = any(True for _ in forces_in(subject))
        return "" if named and grammar.ONE.match(subject) else subject
    if before := grammar.TOPIC.search(left) or grammar.IN_SUBJECT.match(subject):
        return str(before["subject"] or before["subject_2"])
    if subject.endswith("which"):
        antecedent = grammar.BEFORE_WHICH.search(subject)
        return antecedent["subject"] if antecedent else ""
    return "" if _is_body(subject) else subject


def _is_body(subject: str) -> bool:
    return grammar.A_BODY.fullmatch(subject) is not None or _is_the_force(subject)


def _stated(left: str, match: re.Match[str], listed: bool, mark: str) -> tuple[Voice, str] | None:
    """Say that a grade is stated of a force or of something it does, with what stands before it."""
    quoted = mark in "‘'“\"" and mark != ""
    clause = " ".join(grammar.ASIDE.sub(" ", grammar.PREFIX.sub("", grammar.LEAD.sub("", left))).split())
    if clause.lower() in ("", "is", "as", "requires", "was", "to be"):
        return (Voice.JUDGED, "") if (quoted or listed) else None
    shape = grammar.REQUIRES if match["grade"].lower().startswith("require") else grammar.IS
    found = shape.match(clause)
    if not found:
        return None
    subject = found["subject"]
    if grammar.EXTENT.match(subject):
        return Voice.JUDGED, grammar.EXTENT.sub("", subject)
    voice = Voice.JUDGED if grammar.OUR_JUDGEMENT.search(left) or (listed and quoted) else Voice.STATED
    fronted = grammar.FRONTED.fullmatch(subject)
    if fronted or _is_the_force(subject):
        return voice, fronted["subject"] if fronted else ""
    if quoted and grammar.AN_AREA.fullmatch(subject):
        return Voice.JUDGED, subject
    return (voice, subject) if grammar.A_THING.match(subject) else None


def _is_the_force(subject: str) -> bool:
    """Say whether a subject is the force itself, and not a part of it."""
    return grammar.ITSELF.fullmatch(subject) is not None


def _tidy(subject: str) -> str:
    """The subject without quotation marks and without pointing words that name nothing."""
    bare = subject.strip(" ,‘’'“”\"")
    return "" if grammar.POINTING.fullmatch(bare) else bare
