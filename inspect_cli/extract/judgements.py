"""Judgements: grades on lines of their own, in tables and in sentences; each thing judged once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspect_cli.extract.bare_grades import area_of_policing, bare_grades
from inspect_cli.extract.candidates import Candidate, Nearby, alike, is_overall, once
from inspect_cli.extract.carried import carried_from, carries_over, grades_areas
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.grades import GRADED, GradeClause, Voice, clauses
from inspect_cli.extract.grammar import SO_WAS
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import pillar_of
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.tables import tabled_grades
from inspect_cli.extract.whose import forces_at, listed_forces
from inspect_cli.model import Basis, DocumentKind, Judgement, Report, make_id, normal_words
from inspect_cli.reference.forces import forces_in
from inspect_cli.reference.keyed import Keyed

_PEEL_KINDS = (DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR, DocumentKind.PEEL_REPORT)
_AREA_KINDS = (DocumentKind.PEEL_REPORT, DocumentKind.THEMATIC_REPORT, DocumentKind.INTEGRITY_REPORT)
_SPOKEN_KINDS = (DocumentKind.PRESS_RELEASE, DocumentKind.TRANSCRIPT)
_OF_GRADES = Keyed(r"\b(?:grad|judg|rated|rating)", re.IGNORECASE)
_OPENS = (Role.HEADING, Role.GRADE, Role.DATE, Role.QUESTION, Role.LIST_HEADING)
_SUMMARY_KINDS = (*_PEEL_KINDS, DocumentKind.THEMATIC_REPORT, DocumentKind.INTEGRITY_REPORT)
# "graded good in the following areas:" gives its grade to the bullets below it.
_FOLLOWING = re.compile(
    r"(?:(?:the|these|all|each) )?(?:of )?(?:the )?(?:following|these|\w+)(?: \w+){0,3}", re.IGNORECASE
)


def find_judgements(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Judgement]:
    """Give the judgements in document order; the text that gave or repeated them is claimed.

    A judgement is of a force: where a text is about none, or does not say about which, there is none.
    """
    bare = bare_grades(passages, report, claims)
    rows = list(tabled_grades(passages, report))
    for row in rows:
        claims.add(row.stretch)
    told = _told_grades(passages, report, bool(bare), claims)
    found: dict[str, Judgement] = {}
    kept = (one for one in (*bare, *rows, *told) if one.force and not _of_another_pillar(one, report))
    for candidate in _noted(once(kept), passages):
        judgement = _judgement(candidate, report)
        found.setdefault(judgement.id, judgement)
    return sorted(found.values(), key=lambda judgement: (judgement.span.line, judgement.span.start))


def _noted(candidates: Sequence[Candidate], passages: Sequence[Passage]) -> Iterator[Candidate]:
    """Give the candidates; one of a question whose text says that it was not inspected has its earlier year."""
    notes = [
        (passage.section.question, year)
        for passage in passages
        if passage.role in (Role.PROSE, Role.NOTE) and passage.section.question
        for sentence in passage.sentences
        if (year := carried_from(sentence.words))
    ]
    nearby = Nearby([*(question for question, _ in notes), *(one.clause.subject for one in candidates)])
    for place, (question, _) in enumerate(notes):
        nearby.add(question, place)
    for candidate in candidates:
        subject = candidate.clause.subject
        about = (notes[place][1] for place in sorted(nearby.of(subject)) if alike(notes[place][0], subject))
        told = not candidate.bare and candidate.carried_from is None and not candidate.overall
        yield replace(candidate, carried_from=next(about, None)) if told else candidate


def _told_grades(passages: Sequence[Passage], report: Report, has_bare: bool, claims: Claims) -> list[Candidate]:
    found: list[Candidate] = []
    open_grade: GradeClause | None = None
    for place, passage in enumerate(passages):
        if open_grade and _is_area(passage) and not _has_grade(passage, report):
            area = whole(passage.block)
            claims.add(area)
            found += _told(passage, area, replace(open_grade, subject=area.text.rstrip(".,;")), report)
            continue
        open_grade = None
        if passage.role not in (Role.PROSE, Role.HEADING, Role.BULLET, Role.LIST_HEADING):
            continue
        above = passages[place - 1] if place else None
        for sentence, clause in _given(passage, above, report, claims):
            if clause.voice is Voice.STATED and has_bare:
                continue
            if sentence.words.endswith(":") and clause.voice is Voice.JUDGED and _leads(clause):
                open_grade = clause
            else:
                found += _told(passage, sentence, clause, report)
    return found


def _given(
    passage: Passage, above: Passage | None, report: Report, claims: Claims
) -> Iterator[tuple[Sentence, GradeClause]]:
    """The grades that the sentences of a passage give; the sentences are claimed."""
    last_given: list[GradeClause] = []
    for place, sentence in enumerate(passage.sentences):
        if not last_given and not GRADED.may_match(sentence.words):
            continue
        if place and _GOES_ON_ABOUT_THEN.match(sentence.words) and _is_past(passage.sentences[place - 1], report):
            continue
        if place and _IN_ANOTHER.match(sentence.words):
            continue
        given = list(_current(sentence, passage, report))
        if place and (same := SO_WAS.match(sentence.words)):
            given = [replace(one, subject=same["subject"]) for one in last_given]
        last_given = given
        for clause in given:
            if clause.voice is Voice.STATED and not _may_state(passage, above, report, place):
                continue
            if clause.voice is not Voice.EARLIER:
                claims.add(sentence)
            yield sentence, clause if place or clause is not given[0] else _of_heading(clause, above, report)


# "It was judged good at patrol …" after a sentence on an earlier year speaks of that year still.
_GOES_ON_ABOUT_THEN = re.compile(
    r"(?:It|They|The (?:force|constabulary)|Those|These|Then|There)(?: \w+)? (?:was|were|had)\b"
)
_IN_ANOTHER = re.compile(r"(?:In (?:it|that (?:report|inspection))|At that time)\b")


def _is_past(sentence: Sentence, report: Report) -> bool:
    given = list(clauses(sentence.words, report.inspection_year))
    return bool(given) and all(clause.voice in (Voice.EARLIER, Voice.COMPARED) for clause in given)


def _of_heading(clause: GradeClause, above: Passage | None, report: Report) -> GradeClause:
    """From 2021 on what is graded is an area of policing: the heading that the sentence stands right below."""
    if above is None or above.role is not Role.HEADING or clause.voice is not Voice.STATED:
        return clause
    if report.kind not in _AREA_KINDS or above.section.pillar or above.section.question:
        return clause
    return replace(clause, subject=area_of_policing(above) or clause.subject)


def _is_area(passage: Passage) -> bool:
    """Say whether a passage may be an item of a list of areas: a bullet, or a line that lost its bullet."""
    if passage.role is Role.BULLET:
        return True
    words = passage.block.text
    return passage.role is Role.HEADING and words.count(" ") < _LONGEST_AREA and not _SAYS.search(words)


_LONGEST_AREA = 14
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|should|must|needs?|will|said|says)\b|[“”]", re.IGNORECASE)


def _has_grade(passage: Passage, report: Report) -> bool:
    return any(True for sentence in passage.sentences for _ in _current(sentence, passage, report))


def _leads(clause: GradeClause) -> bool:
    return not clause.subject or _FOLLOWING.fullmatch(clause.subject) is not None


def _current(sentence: Sentence, passage: Passage, report: Report) -> Iterator[GradeClause]:
    """The grades of a sentence that may be this report's: a past one only where cycles carry judgements over."""
    for clause in clauses(sentence.words, report.inspection_year, listed=passage.graded):
        kept = report.kind in _PEEL_KINDS and carries_over(report.inspection_year)
        if clause.voice is not Voice.COMPARED and (clause.voice is not Voice.EARLIER or kept):
            yield clause


def _may_state(passage: Passage, above: Passage | None, report: Report, place: int) -> bool:
    """Where a grade counts without verdict words: in a report's own summary, and where its inspector speaks of it.

    A report of areas of policing grades in the first sentence below a heading; its headings praise.
    """
    if passage.graded or report.kind in _SPOKEN_KINDS:
        return True
    if report.kind is DocumentKind.PCC_RESPONSE:
        return _OF_GRADES.search(passage.block.text) is not None
    if place or passage.role is not Role.PROSE or report.kind not in _SUMMARY_KINDS:
        return False
    return report.kind not in _AREA_KINDS or above is None or above.role in _OPENS


def _told(passage: Passage, sentence: Sentence, clause: GradeClause, report: Report) -> list[Candidate]:
    forces = forces_at(report, passage.section.force, sentence.words, clause.at)
    if clause.behind and not report.force:
        behind = sentence.words[clause.at :].partition(":")[2] or sentence.words[clause.at :]
        forces = listed_forces(behind) or tuple(dict.fromkeys(slug for slug, _, _ in forces_in(behind)))
    overall = clause.subject == "" or (passage.section.number is None and is_overall(clause.subject))
    carried = clause.year if clause.voice is Voice.EARLIER else carried_from(sentence.words)
    return [Candidate(passage, sentence, clause, overall, carried, force) for force in forces]


def _of_another_pillar(candidate: Candidate, report: Report) -> bool:
    """Say whether a pillar's own page only recalls the grade of another pillar, whose page is elsewhere."""
    named = pillar_of(candidate.clause.subject)
    own = report.kind is DocumentKind.PEEL_PILLAR and report.pillar
    return bool(own and named and named is not report.pillar and not candidate.bare)


def _judgement(candidate: Candidate, report: Report) -> Judgement:
    section = candidate.passage.section
    pillar = None if grades_areas(report.inspection_year) and section.pillar is None else candidate.pillar
    subject = candidate.clause.subject or str(pillar or "overall")
    judgement = Judgement(
        id="",
        report=report.id,
        force=candidate.force,
        programme=report.programme,
        year=report.inspection_year,
        pillar=pillar,
        question=section.number,
        subject=subject,
        grade=candidate.clause.grade,
        basis=Basis.CARRIED_OVER if candidate.carried_from else Basis.INSPECTED,
        carried_from=candidate.carried_from,
        quote=candidate.stretch.quote,
        span=candidate.stretch.span,
    )
    meaning = (judgement.pillar, normal_words(subject), judgement.grade, *_other_force(judgement, report))
    return replace(judgement, id=make_id("j", report.id, *meaning, size=8))


def _other_force(judgement: Judgement, report: Report) -> tuple[str, ...]:
    """What tells apart the ids of the same grade given to several forces in one report."""
    return (judgement.force,) if judgement.force and judgement.force != report.force else ()
