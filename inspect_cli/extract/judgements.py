"""Judgements: grades on lines of their own, in tables and in sentences; each thing judged once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspect_cli.extract.bare_grades import bare_grades
from inspect_cli.extract.candidates import Candidate, is_overall, once
from inspect_cli.extract.carried import carried_from, carries_over
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.grades import GradeClause, Voice, clauses
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import pillar_of
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.tables import tabled_grades
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Basis, DocumentKind, Judgement, Report, make_id, normal_words
from inspect_cli.reference.forces import forces_in

_PEEL_KINDS = (DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR, DocumentKind.PEEL_REPORT)
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
    for candidate in once(one for one in (*bare, *rows, *told) if one.force):
        judgement = _judgement(candidate, report)
        found.setdefault(judgement.id, judgement)
    return sorted(found.values(), key=lambda judgement: (judgement.span.line, judgement.span.start))


def _told_grades(passages: Sequence[Passage], report: Report, has_bare: bool, claims: Claims) -> list[Candidate]:
    found: list[Candidate] = []
    open_grade: GradeClause | None = None
    for passage in passages:
        if passage.role is Role.BULLET and open_grade and not _has_grade(passage, report):
            area = whole(passage.block)
            claims.add(area)
            found += _told(passage, area, replace(open_grade, subject=area.text.rstrip(".,;")), report)
            continue
        open_grade = None
        if passage.role not in (Role.PROSE, Role.HEADING, Role.BULLET, Role.LIST_HEADING):
            continue
        for place, sentence in enumerate(passage.sentences):
            for clause in _current(sentence, passage, report):
                may = clause.voice is not Voice.STATED or _may_state(passage, report, place)
                if may and clause.voice is not Voice.EARLIER:
                    claims.add(sentence)
                if not may or (clause.voice is Voice.STATED and has_bare):
                    continue
                if sentence.words.endswith(":") and clause.voice is Voice.JUDGED and _leads(clause):
                    open_grade = clause
                else:
                    found += _told(passage, sentence, clause, report)
    return found


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


def _may_state(passage: Passage, report: Report, place: int) -> bool:
    """Without verdict words only a report's own page grades, in the first sentence of a paragraph of its summary."""
    if passage.graded or passage.role is Role.HEADING:
        return True
    return report.kind in _SUMMARY_KINDS and place == 0 and passage.role is Role.PROSE


def _told(passage: Passage, sentence: Sentence, clause: GradeClause, report: Report) -> list[Candidate]:
    forces = forces_at(report, passage.section.force, sentence.words, clause.at)
    if clause.behind and not report.force:
        forces = tuple(dict.fromkeys(slug for slug, start, _ in forces_in(sentence.words) if start > clause.at))
    overall = clause.subject == "" or (passage.section.number is None and is_overall(clause.subject))
    carried = clause.year if clause.voice is Voice.EARLIER else carried_from(sentence.words)
    return [Candidate(passage, sentence, clause, overall, carried, force) for force in forces]


def _judgement(candidate: Candidate, report: Report) -> Judgement:
    section = candidate.passage.section
    subject = candidate.clause.subject or str(section.pillar or report.programme or "overall")
    of_heading = candidate.bare and not section.question
    judgement = Judgement(
        id="",
        report=report.id,
        force=candidate.force,
        programme=report.programme,
        year=report.inspection_year,
        pillar=section.pillar or (None if of_heading else pillar_of(subject)),
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
