"""One report in several formats is one report: which readings are copies of each other, and which of them is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from inspect_cli.model import DocumentKind, Extraction, Finding, Judgement, Reference, Report, normal_words
from inspect_cli.recognise import likeness
from inspect_cli.store.shelf import Shelf
from inspect_cli.workflow.alike import Alike

# Whole texts this much alike are copies, whatever was found in them: a reader may have lost all headings of one.
_ALIKE_TEXT = 0.9
# Copies have most of their prose in common. A summary and the detailed findings it sums up have the finds alone.
_ALIKE_PROSE = 0.4
_SHARED, _FEWEST = 0.8, 2
# How alike the letters of two finds must be to be the same find.
_ALIKE_WORDS = 0.9
# So many letters say what is asked for; "The force should improve" is shorter.
_LONG_ENOUGH = 50

_PEEL = frozenset({DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR, DocumentKind.PEEL_REPORT})
# What comes out again and again with a few words changed, which are the news.
_EDITIONS = frozenset({DocumentKind.REGISTER, DocumentKind.TRACKER})
# With the same finds and pages, what is read with its structure comes first.
_FORMATS = ("html", "mhtml", "docx", "odt", "rtf", "md", "txt")

Key = tuple[str, str]


class Said(NamedTuple):
    """A report and what it says."""

    report: Report
    extraction: Extraction


def are_copies(one: Said, other: Said) -> bool:
    """Say whether two readings are of one report in two formats or layouts.

    They are where the whole texts are nearly equal and nothing known of them differs; or where force, programme, year
    and pillar are the same, the kind is (or both are PEEL reports with the same findings and the same judgements), most
    prose is, and at least two and four fifths of the fewer formal findings and judgements are. What is not known of
    both is the same only where it is known of neither. Registers and trackers come in editions that differ in few
    words: these are copies only where the day and every verdict are the same, too.
    """
    if not _may_be_copies(one.report, other.report):
        return False
    if one.report.kind in _EDITIONS and _verdicts(one.extraction) != _verdicts(other.extraction):
        return False
    return likeness(one.report.sketch, other.report.sketch) >= _ALIKE_TEXT or _same_finds(one, other)


def possible_copies(report: Report, others: Alike) -> list[Report]:
    """List the reports that one may be a copy of, before looking at what they say."""
    return [other for other in others.like(report, _ALIKE_PROSE) if _may_be_copies(report, other)]


def _may_be_copies(one: Report, other: Report) -> bool:
    """Say whether two reports are copies as far as their facts and the likeness of their words tell."""
    if _EDITIONS.intersection((one.kind, other.kind)) and not _same_edition(one, other):
        return False
    alike = likeness(one.sketch, other.sketch)
    if alike >= _ALIKE_TEXT:
        return not _contradict(one, other)
    return alike >= _ALIKE_PROSE and _same_inspection(one, other)


def _contradict(one: Report, other: Report) -> bool:
    """Say whether what is known of two reports differs; from one template come those of many forces."""
    forces = one.forces and other.forces and set(one.forces) != set(other.forces)
    return bool(forces) or any(
        len({known, also} - {None}) > 1
        for known, also in (
            (one.inspection_year, other.inspection_year),
            (one.programme, other.programme),
            (one.pillar, other.pillar),
        )
    )


def _same_inspection(one: Report, other: Report) -> bool:
    facts = ((set(known.forces), known.programme, known.inspection_year, known.pillar) for known in (one, other))
    first, second = facts
    return first == second


def _same_edition(one: Report, other: Report) -> bool:
    return one.kind is other.kind and one.published == other.published


def _same_finds(one: Said, other: Said) -> bool:
    formal, graded = (_formal(one), _formal(other)), (_graded(one), _graded(other))
    if one.report.kind is other.report.kind:
        # What a grade is for may be read otherwise where headings look otherwise; how many there are of each is not.
        same_grades = _grades(one) == _grades(other)
        return _mostly(formal[0] | graded[0], formal[1] | graded[1]) or (same_grades and _mostly(*formal))
    both_peel = {one.report.kind, other.report.kind} <= _PEEL
    return both_peel and _mostly(*formal) and _mostly(*graded)


def _mostly(one: Collection[Key], other: Collection[Key]) -> bool:
    fewer, more = sorted((one, other), key=len)
    shared = sum(1 for key in fewer if key in more or any(_worded_alike(key, another) for another in more))
    return shared >= max(_FEWEST, _SHARED * len(fewer))


def _worded_alike(one: Key, other: Key) -> bool:
    """Say whether two finds differ in little (a footnote's number), or one goes on where the other was cut."""
    if one[:-1] != other[:-1]:
        return False
    shorter, longer = sorted((one[-1], other[-1]), key=len)
    if len(shorter) >= _LONG_ENOUGH and longer.startswith(shorter):
        return True
    letters = SequenceMatcher(None, one[-1], other[-1], autojunk=False)
    return letters.quick_ratio() >= _ALIKE_WORDS and letters.ratio() >= _ALIKE_WORDS


def _formal(said: Said) -> set[Key]:
    return {("", _letters(find.text)) for find in said.extraction.findings if find.formal}


def _graded(said: Said) -> set[Key]:
    return {
        (f"{find.pillar} {find.grade} {find.question}", "" if find.question else _letters(find.subject))
        for find in said.extraction.judgements
    }


def _grades(said: Said) -> Counter[tuple[str | None, str]]:
    return Counter((find.pillar, find.grade) for find in said.extraction.judgements)


def _verdicts(extraction: Extraction) -> set[Key]:
    return {(find.verdict, _letters(find.text)) for find in extraction.references}


def _letters(text: str) -> str:
    """Fold a text to its letters and digits: a broken line leaves blanks and hyphens within words."""
    return normal_words(text).replace(" ", "")


def serves_better(one: Said, other: Said) -> bool:
    """Say whether ``one`` is to be kept of two copies; of one and the other, it is always one and the same.

    In this order: more of what was formally found (a reader that found less lost something); pages, by which a report
    is quoted; a format that shows its structure; and then whichever the sums of their bytes put first.
    """
    return _worth(one) > _worth(other)


def _worth(said: Said) -> tuple[int, bool, int, str]:
    found = len(_formal(said)) + len(_graded(said)) + len(_verdicts(said.extraction))
    place = _FORMATS.index(said.report.format) if said.report.format in _FORMATS else len(_FORMATS)
    return found, any(find.span.page for find in _finds(said.extraction)), -place, said.report.sha256


def best_copy(said: Said, others: Iterable[Said]) -> Said | None:
    """Find the reading that ``said`` is a copy of, the most alike; None where it is of none."""
    copies = [other for other in others if are_copies(said, other)]
    return max(
        copies,
        key=lambda other: (likeness(said.report.sketch, other.report.sketch), other.report.id),
        default=None,
    )


def decided(stored: Shelf) -> frozenset[str]:
    """Give the ids of the finds on which decisions rest: those named in one, and the members of the areas named."""
    named = {
        name
        for event in stored.events
        for name in (event.area, event.before, event.after, *event.finds)
        if name is not None
    }
    named |= {stored.aliases[name] for name in named if name in stored.aliases}
    members = (member.id for area in stored.areas if area.id in named for member in area.members)
    return frozenset(named.union(members))


def ids_of(extraction: Extraction) -> frozenset[str]:
    """Give the ids of all finds."""
    return frozenset(find.id for find in _finds(extraction))


def _finds(extraction: Extraction) -> tuple[Judgement | Finding | Reference, ...]:
    return (*extraction.judgements, *extraction.findings, *extraction.references)
