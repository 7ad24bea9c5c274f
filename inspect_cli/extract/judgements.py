"""Judgements: bare grade lines under their question, and graded verdicts in sentences; each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.grades import GradeClause, Voice, clauses
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import GRADE_WORDS, YEAR, grade_of, pillar_of
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Basis, DocumentKind, Judgement, Report, make_id, normal_words

CARRIED = re.compile(
    rf"\b(?:our |the )?(?:judge?ments?|grades?)\b[^.]{{0,80}}?\b(?P<year>{YEAR})(?:/\d\d)?\b[^.]{{0,80}}\bcarried over"
    rf"|\bcarried over from\b[^.]{{0,80}}?\b(?P<year2>{YEAR})",
    re.IGNORECASE,
)
# "Our 2016 judgment of good remains in place"; "we judged this in 2017 and the judgment has been carried over".
_STANDS = re.compile(
    rf"\b(?P<year>{YEAR})\b(?:(?!\b{YEAR}\b)[^.]){{0,60}}\b(?:judge?ments?|grades?)\b[^.\d]{{0,60}}?"
    r"\b(?:carried over|remains? in place|still stands?)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(GRADE_WORDS, re.IGNORECASE)
_SUMMARY_KINDS = (
    DocumentKind.PEEL_OVERVIEW,
    DocumentKind.PEEL_PILLAR,
    DocumentKind.PEEL_REPORT,
    DocumentKind.THEMATIC_REPORT,
    DocumentKind.INTEGRITY_REPORT,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A judgement before it has an id, with the passage and the words it stands on."""

    passage: Passage
    stretch: Sentence
    clause: GradeClause
    overall: bool
    carried_from: int | None
    force: str | None


def find_judgements(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Judgement]:
    """Give the judgements in document order; the text that gave or repeated them is claimed."""
    bare = _bare_grades(passages, report, claims)
    told = _told_grades(passages, report, bool(bare), claims)
    kept = _once(sorted(bare + told, key=lambda candidate: candidate.clause.voice is Voice.EARLIER))
    found: dict[str, Judgement] = {}
    for candidate in kept:
        judgement = _judgement(candidate, report)
        found.setdefault(judgement.id, judgement)
    return sorted(found.values(), key=lambda judgement: (judgement.span.line, judgement.span.start))


def _bare_grades(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Candidate]:
    found = []
    for place, passage in enumerate(passages):
        if passage.role is not Role.GRADE:
            continue
        section = passage.section
        grade = list(_GRADE.finditer(passage.block.text))[-1]
        stretch = Sentence(passage.block, grade.start(), grade.end())
        note = _carried_note(passages[place + 1 : place + 4])
        if note:
            claims.add(note[1])
        area = _area_of_policing(passages, place)
        subject = section.question or area or str(section.pillar or "")
        clause = GradeClause(grade_of(grade.group()), subject, Voice.JUDGED)
        overall = section.number is None and not section.in_questions and not area
        force = report.force or section.force
        found.append(Candidate(passage, stretch, clause, overall, note[0] if note else None, force))
        claims.add(whole(passage.block))
    return found


def _area_of_policing(passages: Sequence[Passage], place: int) -> str:
    """The heading right above a grade that stands under no pillar and no question: from 2021 on, what was graded."""
    section, above = passages[place].section, passages[place - 1]
    titled = place > 1 and above.role is Role.HEADING and not (section.pillar or section.question)
    return " ".join(above.block.text.split()) if titled else ""


def carried_from(words: str) -> int | None:
    """Give the year whose grade a sentence says was carried over or remains; None where it says no such thing."""
    carried = CARRIED.search(words)
    if carried:
        return int(carried["year"] or carried["year2"])
    stands = _STANDS.search(words)
    return int(stands["year"]) if stands else None


def _carried_note(following: Sequence[Passage]) -> tuple[int, Sentence] | None:
    """The year a grade was carried over from, said in the paragraphs right below it, before the next heading."""
    for passage in following:
        if passage.role not in (Role.PROSE, Role.NOTE):
            return None
        for sentence in passage.sentences:
            if year := carried_from(sentence.words):
                return year, sentence
    return None


def _told_grades(passages: Sequence[Passage], report: Report, has_bare: bool, claims: Claims) -> list[Candidate]:
    found = []
    for passage in passages:
        if passage.role not in (Role.PROSE, Role.HEADING, Role.BULLET, Role.LIST_HEADING):
            continue
        for place, sentence in enumerate(passage.sentences):
            for clause in clauses(sentence.words):
                if clause.voice is Voice.COMPARED:
                    continue
                if clause.voice is not Voice.EARLIER:
                    claims.add(sentence)
                if clause.voice is Voice.STATED and (has_bare or not _may_state(passage, report, place)):
                    continue
                forces = forces_at(report, passage.section.force, sentence.words, clause.at)
                found += [_told(passage, sentence, clause, force) for force in forces]
    return found


def _may_state(passage: Passage, report: Report, place: int) -> bool:
    """Without verdict words only a report's own page grades, in the first sentence of a paragraph of its summary."""
    return report.kind in _SUMMARY_KINDS and place == 0 and passage.role in (Role.PROSE, Role.HEADING)


def _told(passage: Passage, sentence: Sentence, clause: GradeClause, force: str | None) -> Candidate:
    overall = clause.subject == "" or (pillar_of(clause.subject) is not None and passage.section.number is None)
    return Candidate(passage, sentence, clause, overall, clause.year if clause.voice is Voice.EARLIER else None, force)


def _once(candidates: list[Candidate]) -> list[Candidate]:
    """Keep one candidate of each thing judged: a bare grade line before a sentence, the first before a later one."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    if one.force != other.force:
        return False
    recalled = Voice.EARLIER in (one.clause.voice, other.clause.voice)
    if one.clause.grade is not other.clause.grade and not recalled:
        return False
    bare = [each.passage.role is Role.GRADE for each in (one, other)]
    if one.overall != other.overall:
        # a sentence may say the question of the whole pillar in other words
        return any(bare) and not all(bare) and _alike(one, other)
    if one.overall:
        pillars = {_pillar(one), _pillar(other)}
        return len(pillars) == 1 or None in pillars
    return one.clause.subject == other.clause.subject if all(bare) else _alike(one, other)


def _alike(one: Candidate, other: Candidate) -> bool:
    """Say whether two subjects share so many words that they are the same thing judged."""
    first, second = (_content(each.clause.subject) for each in (one, other))
    if bool(first & _WORKFORCE) != bool(second & _WORKFORCE):
        return False
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


# So much of the shorter of two subjects must stand in the other for them to be the same thing judged.
_ALIKE = 0.6
# The questions on the public and on the workforce are put in the same words.
_WORKFORCE = frozenset(("workf", "staff", "offic"))
_EMPTY = frozenset(
    "the a an of to and in at for its it is are how way well does do what extent force forces constabulary police "
    "that".split()
)


def _content(subject: str) -> set[str]:
    """The words of a subject that carry its meaning, cut to their stems so that "treat" meets "treating"."""
    return {word[:5] for word in normal_words(subject).split() if word not in _EMPTY}


def _pillar(candidate: Candidate) -> str | None:
    return candidate.passage.section.pillar or pillar_of(candidate.clause.subject)


def _judgement(candidate: Candidate, report: Report) -> Judgement:
    section = candidate.passage.section
    subject = candidate.clause.subject or str(section.pillar or report.programme or "overall")
    of_heading = candidate.passage.role is Role.GRADE and not section.question
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
