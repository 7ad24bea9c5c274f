"""Follow-ups: what a report says became of an earlier recommendation, area for improvement or cause of concern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspect_cli.extract.addressees import addressee_of
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.grades import Voice, clauses
from inspect_cli.extract.judgements import CARRIED
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import FORMAL_WORDS, YEAR, formal_kind
from inspect_cli.extract.sentences import Sentence, sentences, whole
from inspect_cli.extract.themes import themes_of
from inspect_cli.extract.verdicts import verdict_of
from inspect_cli.model import Reference, ReferenceKind, Report, Verdict, make_id, normal_words

# "our 2016 recommendation"; "an area for improvement we identified in 2017"; "the recommendations of our 2016 report".
_THING = re.compile(
    rf"(?:\b(?P<before>{YEAR})(?:/\d\d)? )?\b(?P<kind>{FORMAL_WORDS})\b"
    rf"(?:[^.;]{{0,40}}?\b(?:in|from|of|since)\b[^.;]{{0,30}}?\b(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:last year(?:[’']s)?|our (?:last|previous|earlier) (?:inspection|report|assessment))\b", re.IGNORECASE
)
_ANAPHOR = re.compile(
    rf"^(?:This|That|The|These|Both) (?P<kind>{FORMAL_WORDS}) (?:has|have|is|are|was|were|remains?)\b", re.IGNORECASE
)
_MENTION = re.compile(
    r"\b(?:(?:made|makes|contained|contains|set out|included|includes)|there (?:are|were)(?: also)?) "
    r"(?:several|a number of|some|many|\w+) (?P<kind>recommendations|areas for improvement)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:there are|makes|contains|includes)\b", re.IGNORECASE)
_IN_YEAR = re.compile(rf"\b(?:in|during|since|our|the) (?P<year>{YEAR})\b", re.IGNORECASE)
# What runs on about the same thing: a pronoun, or the time since.
_RUNS_ON = re.compile(rf"^(?:It|This|They|These)\b|^Progress\b|\bsince {YEAR}\b")


@dataclass(frozen=True, slots=True)
class _Pointer:
    kind: ReferenceKind
    year: int | None


def find_references(
    passages: Sequence[Passage], report: Report, taken: Sequence[Sentence]
) -> tuple[list[Reference], list[Sentence]]:
    """Give the follow-ups in document order, and the stretches they stand on; ``taken`` is claimed by judgements."""
    found: list[Reference] = []
    claimed: list[Sentence] = []
    background: int | None = None
    for place, passage in enumerate(passages):
        if passage.role in (Role.FURNITURE, Role.NOTE, Role.QUESTION, Role.DATE, Role.GRADE):
            continue
        if passage.listing and passage.listing.earlier and passage.role is Role.ITEM:
            found.append(_listed(passages, place, report))
            claimed.append(whole(passage.block))
            continue
        for reference, stretch in _in_prose(passage, report, background, taken):
            found.append(reference)
            claimed.append(stretch)
        background = _background_year(passage, report) or background
    return _once(found), claimed


def _in_prose(
    passage: Passage, report: Report, background: int | None, taken: Sequence[Sentence]
) -> list[tuple[Reference, Sentence]]:
    parts = list(sentences(passage.block))
    found = []
    for place, sentence in enumerate(parts):
        if sentence in taken:
            continue
        if passage.role is Role.ITEM and not _ANAPHOR.match(sentence.words):
            continue
        pointed = _pointed(sentence.words, passage, report, background)
        if pointed is None:
            continue
        pointer, verdict = pointed
        last = place + 1
        if verdict is not Verdict.MENTIONED:
            while last < len(parts) and last <= place + 2 and _RUNS_ON.search(parts[last].words):
                last += 1
        stretch = sentence.through(parts[last - 1])
        found.append((_reference(passage, report, stretch, pointer, verdict), stretch))
    return found


def _pointed(words: str, passage: Passage, report: Report, background: int | None) -> tuple[_Pointer, Verdict] | None:
    """What earlier thing a sentence points at, and its verdict; None where it points at nothing earlier."""
    if mention := _MENTION.search(words):
        current = report.inspection_year if _PRESENT.search(mention.group()) else background
        return _Pointer(
            ReferenceKind(formal_kind(mention["kind"])), _year_in(words, report) or current
        ), Verdict.MENTIONED
    if passage.listing and passage.listing.earlier and not passage.block.text.endswith(":"):
        return None
    for thing in _THING.finditer(words):
        year = _earlier_year(thing, words, report)
        verdict = verdict_of(words)
        if year is None and not (_ANAPHOR.match(words) and verdict):
            continue
        return _Pointer(ReferenceKind(formal_kind(thing["kind"])), year), verdict or Verdict.MENTIONED
    if CARRIED.search(words):
        match = CARRIED.search(words)
        year = int(match["year"] or match["year2"]) if match else None
        return _Pointer(ReferenceKind.JUDGEMENT, year), Verdict.CARRIED_OVER
    return _compared(words, report)


def _compared(words: str, report: Report) -> tuple[_Pointer, Verdict] | None:
    for clause in clauses(words):
        if clause.voice is Voice.EARLIER:
            return _Pointer(ReferenceKind.JUDGEMENT, clause.year), Verdict.CARRIED_OVER
        if clause.voice is Voice.COMPARED:
            last = report.inspection_year - 1 if report.inspection_year else None
            return _Pointer(ReferenceKind.JUDGEMENT, last), Verdict.MENTIONED
    return None


def _earlier_year(thing: re.Match[str], words: str, report: Report) -> int | None:
    stated = thing["before"] or thing["year"]
    if stated:
        year = int(stated)
        return year if report.inspection_year is None or year <= report.inspection_year else None
    if _LAST.search(words) and report.inspection_year:
        return report.inspection_year - 1
    return None


def _year_in(words: str, report: Report) -> int | None:
    years = [int(match["year"]) for match in _IN_YEAR.finditer(words)]
    return next((year for year in years if not report.inspection_year or year < report.inspection_year), None)


def _background_year(passage: Passage, report: Report) -> int | None:
    """An earlier year that a paragraph is set in ("In 2011, ... asked"), for what is said next of "the report"."""
    return _year_in(passage.block.text, report) if passage.role is Role.PROSE else None


def _listed(passages: Sequence[Passage], place: int, report: Report) -> Reference:
    """An earlier year's finding quoted as an item; its verdict stands in the paragraph after it."""
    passage = passages[place]
    verdict = Verdict.MENTIONED
    for following in passages[place + 1 : place + 3]:
        if following.role is not Role.PROSE:
            break
        if said := verdict_of(following.block.text):
            verdict = said
            break
    listing = passage.listing
    kind = ReferenceKind(listing.kind) if listing and listing.kind else ReferenceKind.AREA_FOR_IMPROVEMENT
    pointer = _Pointer(kind, listing.earlier if listing else None)
    return _reference(passage, report, whole(passage.block), pointer, verdict)


def _reference(passage: Passage, report: Report, stretch: Sentence, pointer: _Pointer, verdict: Verdict) -> Reference:
    text = stretch.text
    reference = Reference(
        id="",
        report=report.id,
        force=report.forces[0] if len(report.forces) == 1 else None,
        addressed_to=addressee_of(text),
        year=report.inspection_year,
        to_year=pointer.year,
        to_kind=pointer.kind,
        verdict=verdict,
        text=text,
        pillar=passage.section.pillar,
        themes=themes_of(text),
        deadline=deadline_of(text),
        figures=tuple(figures_of(stretch)),
        quote=" ".join(stretch.words.split()),
        span=stretch.span,
    )
    return replace(reference, id=make_id("x", report.id, normal_words(text), size=8))


def _once(references: list[Reference]) -> list[Reference]:
    """The same words said twice on a page are one follow-up."""
    return list({reference.id: reference for reference in reversed(references)}.values())[::-1]
