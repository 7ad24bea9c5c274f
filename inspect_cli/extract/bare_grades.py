"""Grades that stand alone on a line: under a question or heading, over a list of areas, or in a key to the grades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from inspect_cli.extract.candidates import Candidate, is_overall
from inspect_cli.extract.carried import carried_from
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.grades import GradeClause, Voice, clauses
from inspect_cli.extract.grammar import GENERAL_HEADING
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import GRADE_WORDS, grade_of
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.model import Grade, Pillar, Report
from inspect_cli.reference.forces import force_slug

_GRADE = re.compile(GRADE_WORDS, re.IGNORECASE)
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[A-Z][.)]) ")
# The title of a page, which is the first heading, is no area of policing.
_FIRST = 2
_KEY_ENDS = (Role.HEADING, Role.QUESTION, Role.LIST_HEADING, Role.DATE, Role.BULLET, Role.NUMBER)
# Two grades under one heading may be a mistake of reading; three are a key.
_MOST_OF_ONE = 2
_LONGEST_AREA = 14
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|should|must|needs?|will)\b", re.IGNORECASE)


def bare_grades(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Candidate]:
    """Give the grades that stand alone, in document order; those of a key to the grades are none."""
    found: list[Candidate] = []
    keys, over = _keys(passages), _over_their_areas(passages)
    for place, passage in enumerate(passages):
        if passage.role is not Role.GRADE:
            continue
        claims.add(whole(passage.block))
        if place in keys:
            continue
        below = _areas_below(passages, place, over=place in over)
        told = [_of_area(passage, area, report) for area in below] or [_of_line(passages, place, report, claims)]
        if not (_is_summing_up(passages, place) and _has_said(told[0], found)):
            found += told
        for area in below:
            claims.add(area)
    return found


def _is_summing_up(passages: Sequence[Passage], place: int) -> bool:
    """Say whether a grade stands under "Summary of findings" or the like, and nothing below says what it is of."""
    above = _above(passages, place)
    general = above is not None and above.role is Role.HEADING and GENERAL_HEADING.fullmatch(above.block.text.strip())
    return bool(general) and not _said_below(passages, place)


def _has_said(one: Candidate, before: Sequence[Candidate]) -> bool:
    return any(other.clause.grade is one.clause.grade and not other.overall for other in before)


def _of_line(passages: Sequence[Passage], place: int, report: Report, claims: Claims) -> Candidate:
    passage = passages[place]
    match = _last_grade(passage)
    note = _carried_note(passages[place + 1 : place + 4])
    if note:
        claims.add(note[1])
    subject, overall = _graded(passages, place)
    clause = GradeClause(grade_of(match.group()), subject, Voice.JUDGED)
    stretch = Sentence(passage.block, match.start(), match.end())
    force = report.force or passage.section.force
    return Candidate(passage, stretch, clause, overall, note[0] if note else None, force, bare=True)


def _of_area(passage: Passage, area: Sentence, report: Report) -> Candidate:
    clause = GradeClause(_grade(passage), area.text.rstrip(".,;"), Voice.JUDGED)
    return Candidate(
        passage, area, clause, overall=False, carried_from=None, force=report.force or passage.section.force, bare=True
    )


def _last_grade(passage: Passage) -> re.Match[str]:
    return list(_GRADE.finditer(passage.block.text))[-1]


def _grade(passage: Passage) -> Grade:
    return grade_of(_last_grade(passage).group())


def _keys(passages: Sequence[Passage]) -> set[int]:
    """Give where the bare grades of keys to the grades stand: several different ones under the same heading."""
    keys: set[int] = set()
    for ends, run in groupby(range(len(passages)), lambda place: passages[place].role in _KEY_ENDS):
        graded = [] if ends else [place for place in run if passages[place].role is Role.GRADE]
        if len({_grade(passages[place]) for place in graded}) > _MOST_OF_ONE:
            keys.update(graded)
    return keys


def _over_their_areas(passages: Sequence[Passage]) -> set[int]:
    """Where grades stand that are headings of their areas: the first right below "as follows:", more behind it."""
    found: set[int] = set()
    above: Passage | None = None
    for place, passage in enumerate(passages):
        led = above is not None and above.role is Role.PROSE and above.block.text.rstrip().endswith(":")
        if (passage.role is Role.GRADE and (led or place - 1 in found)) or (
            passage.role is Role.HEADING and place - 1 in found
        ):
            found.add(place)
        above = passage
    return found


def _areas_below(passages: Sequence[Passage], place: int, *, over: bool) -> list[Sentence]:
    """The bullets right below a grade that name areas and say nothing of them: all have that grade.

    Where the grade stands ``over`` its areas, headings below it name them as well.
    """
    areas = []
    for passage in passages[place + 1 :]:
        if not (passage.role is Role.BULLET or (over and passage.role is Role.HEADING and area_of_policing(passage))):
            break
        areas.append(whole(passage.block))
    return (
        areas if all(area.words.count(" ") < _LONGEST_AREA and not _SAYS.search(area.words) for area in areas) else []
    )


def _graded(passages: Sequence[Passage], place: int) -> tuple[str, bool]:
    """What a bare grade is given to, and whether that is a whole pillar or the whole force."""
    section = passages[place].section
    above = _above(passages, place)
    if above is not None and above.role is Role.HEADING and GENERAL_HEADING.fullmatch(above.block.text.strip()):
        # "Summary of findings", and the grade: what it is of is said in the sentence below
        said = _said_below(passages, place)
        if said:
            return said, is_overall(said)
    elif above is not None and above.role is Role.HEADING and (area := area_of_policing(above)):
        return ("", True) if place <= _FIRST else (area, False)
    if section.question:
        return section.question, section.number is None and is_overall(section.question)
    return str(section.pillar or ""), section.number is None and not section.in_questions


def _above(passages: Sequence[Passage], place: int) -> Passage | None:
    """The passage above a grade, past dates and page furniture."""
    for at in range(place - 1, max(-1, place - 4), -1):
        if passages[at].role not in (Role.FURNITURE, Role.DATE):
            return passages[at]
    return None


def _said_below(passages: Sequence[Passage], place: int) -> str:
    """The subject in the first sentence below a grade, where that gives the same grade."""
    for passage in passages[place + 1 : place + 2]:
        if passage.role is Role.PROSE and passage.sentences:
            given = clauses(passage.sentences[0].words)
            return next((one.subject for one in given if one.grade is _grade(passages[place])), "")
    return ""


def area_of_policing(heading: Passage) -> str:
    """Give what a heading names, without its number; "" where it names a pillar, a force or nothing in particular."""
    words = _HEADING_NUMBER.sub("", " ".join(heading.block.text.split()))
    is_pillar = words.lower() in {pillar.value for pillar in Pillar}
    return "" if is_pillar or force_slug(words) or GENERAL_HEADING.fullmatch(words) else words


def _carried_note(following: Sequence[Passage]) -> tuple[int, Sentence] | None:
    """The year a grade was carried over from, said in the paragraphs right below it, before the next heading."""
    for passage in following:
        if passage.role not in (Role.PROSE, Role.NOTE):
            return None
        for sentence in passage.sentences:
            if year := carried_from(sentence.words):
                return year, sentence
    return None
