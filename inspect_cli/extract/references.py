"""Follow-ups: what a report says became of an earlier recommendation, area for improvement or cause of concern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inspect_cli.extract.addressees import recalled_addressee
from inspect_cli.extract.carried import carried_from, carries_over
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.grades import Voice, clauses
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import FORMAL_WORDS, YEAR, formal_kind
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.themes import themes_of
from inspect_cli.extract.verdicts import verdict_of
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Addressee, Reference, ReferenceKind, Report, Verdict, make_id, normal_words

# "our 2016 recommendation"; "an area for improvement we identified in 2017"; "the recommendations of our 2016 report".
_THING = re.compile(rf"(?:\b(?P<before>{YEAR})(?:/\d\d)? (?:national )?)?\b(?P<kind>{FORMAL_WORDS})\b", re.IGNORECASE)
_STEMS = ("improvement", "recommendation", "concern", "carried over")
_ITS_YEAR = re.compile(rf"[^.;]{{0,70}}?\b(?P<year>{YEAR})\b")
_SET_IN = re.compile(r"\b(?:in|from|of|since)\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:last year(?:[’']s)?|our (?:last|previous|earlier) (?:inspection|report|assessment))\b", re.IGNORECASE
)
_ANAPHOR = re.compile(
    rf"^(?:This|That|The|These|Both) (?P<kind>{FORMAL_WORDS}) (?:has|have|is|are|was|were|remains?)\b"
    rf"|\b(?:this|that|these|those) (?:{FORMAL_WORDS})\b[.,]?$",
    re.IGNORECASE,
)
# "In 2016, we recommended that …": the sentence before a verdict on "this recommendation".
_RAISED = re.compile(r"\b(?:we|HMIC|HMICFRS|I) (?:\w+ )?(?:recommended|identified|found|said|told|asked|set)\b")
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


def find_references(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Reference]:
    """Give the follow-ups in document order, each once; their words are claimed, those claimed before left alone."""
    found: dict[str, Reference] = {}
    background: int | None = None
    for place, passage in enumerate(passages):
        if passage.role in (Role.FURNITURE, Role.NOTE, Role.QUESTION, Role.DATE, Role.GRADE):
            continue
        for reference, stretch in _follow_ups(passages, place, report, background, claims):
            found.setdefault(reference.id, reference)
            claims.add(stretch)
        if passage.role is Role.PROSE:
            background = _year_in(passage.block.text, report) or background
    return list(found.values())


def _follow_ups(
    passages: Sequence[Passage], place: int, report: Report, background: int | None, claims: Claims
) -> Iterator[tuple[Reference, Sentence]]:
    """The follow-ups of one passage; ``background`` is the earlier year that the text before it is set in."""
    passage = passages[place]
    if passage.listing and passage.listing.previous and passage.role is Role.ITEM:
        verdict, said = _verdict_below(passages[place + 1 : place + 3])
        for sentence in said:
            claims.add(sentence)
        kind = ReferenceKind(passage.listing.kind or ReferenceKind.AREA_FOR_IMPROVEMENT)
        pointer = _Pointer(kind, passage.listing.earlier)
        stretch = whole(passage.block)
        yield _reference(passage, report, stretch, pointer, verdict), stretch
        return
    for number, sentence in enumerate(passage.sentences):
        if claims.holds(sentence) or (passage.role is Role.ITEM and not _ANAPHOR.match(sentence.words)):
            continue
        if passage.role is Role.PROSE:
            background = _year_in(sentence.words, report) or background
        if pointed := _pointed(sentence.words, passage, report, background):
            pointer, verdict = pointed
            stretch = _stretch(passage.sentences, number, verdict)
            before = passage.sentences[number - 1] if number and pointer.year is None else None
            if before and (year := _raised_in(before, report, claims)):
                pointer, stretch = replace(pointer, year=year), before.through(stretch)
            yield _reference(passage, report, stretch, pointer, verdict), stretch


def _raised_in(before: Sentence, report: Report, claims: Claims) -> int | None:
    """The earlier year in which the sentence before a verdict says that the thing was raised."""
    if claims.holds(before) or not _RAISED.search(before.words):
        return None
    return _year_in(before.words, report)


def _stretch(parts: Sequence[Sentence], place: int, verdict: Verdict) -> Sentence:
    """A verdict with the sentences, two at most, that run on about the same thing."""
    last = place
    while verdict is not Verdict.MENTIONED and last < min(place + 2, len(parts) - 1):
        if not _RUNS_ON.search(parts[last + 1].words):
            break
        last += 1
    return parts[place].through(parts[last])


def _pointed(words: str, passage: Passage, report: Report, background: int | None) -> tuple[_Pointer, Verdict] | None:
    """What earlier thing a sentence points at, and its verdict; None where it points at nothing earlier."""
    lowered = words.lower()
    if not any(stem in lowered for stem in _STEMS):
        return _compared(words, report)
    if passage.listing and passage.listing.previous and words.endswith(":"):
        return None
    if mention := _MENTION.search(words):
        current = report.inspection_year if _PRESENT.search(mention.group()) else background
        kind = ReferenceKind(formal_kind(mention["kind"]))
        return _Pointer(kind, _year_in(words, report) or current), Verdict.MENTIONED
    things = list(_THING.finditer(words))
    verdict = verdict_of(words) if things else None
    for thing in things:
        year = _earlier_year(thing, words, report)
        if year is None and not (_ANAPHOR.search(words) and verdict):
            continue
        return _Pointer(ReferenceKind(formal_kind(thing["kind"])), year), verdict or Verdict.MENTIONED
    if carried := carried_from(words):
        return _Pointer(ReferenceKind.JUDGEMENT, carried), Verdict.CARRIED_OVER
    return _compared(words, report)


def _compared(words: str, report: Report) -> tuple[_Pointer, Verdict] | None:
    for clause in clauses(words, report.inspection_year):
        if clause.voice is Voice.EARLIER:
            carried = carries_over(report.inspection_year)
            return _Pointer(ReferenceKind.JUDGEMENT, clause.year), (
                Verdict.CARRIED_OVER if carried else Verdict.MENTIONED
            )
        if clause.voice is Voice.COMPARED:
            last = clause.year or (report.inspection_year - 1 if report.inspection_year else None)
            return _Pointer(ReferenceKind.JUDGEMENT, last), Verdict.MENTIONED
    return None


def _earlier_year(thing: re.Match[str], words: str, report: Report) -> int | None:
    """The year that the thing named in a sentence was raised in; None where that is not an earlier one."""
    after = _ITS_YEAR.match(words, thing.end())
    stated = thing["before"] or (after["year"] if after and _SET_IN.search(after.group()) else None)
    if stated:
        year = int(stated)
        return year if report.inspection_year is None or year <= report.inspection_year else None
    if _LAST.search(words) and report.inspection_year:
        return report.inspection_year - 1
    return None


def _year_in(words: str, report: Report) -> int | None:
    if not any(century in words for century in ("19", "20")):
        return None
    years = [int(match["year"]) for match in _IN_YEAR.finditer(words)]
    return next((year for year in years if not report.inspection_year or year < report.inspection_year), None)


def _verdict_below(following: Sequence[Passage]) -> tuple[Verdict, list[Sentence]]:
    """The verdict on an old finding quoted as an item, in the paragraphs below it, and the sentences that pass it."""
    for passage in following:
        if passage.role is not Role.PROSE:
            break
        if verdict := verdict_of(passage.block.text):
            return verdict, [one for one in passage.sentences if verdict_of(one.words) is verdict]
    return Verdict.MENTIONED, []


def _reference(passage: Passage, report: Report, stretch: Sentence, pointer: _Pointer, verdict: Verdict) -> Reference:
    text, addressed_to = stretch.text, recalled_addressee(stretch.text)
    # What was said to all forces is about none of those that it names as examples.
    named = "" if addressed_to is Addressee.ALL_FORCES else text
    reference = Reference(
        id="",
        report=report.id,
        force=forces_at(report, passage.section.force, named)[0],
        addressed_to=addressed_to,
        year=report.inspection_year,
        to_year=pointer.year,
        to_kind=pointer.kind,
        verdict=verdict,
        text=text,
        pillar=passage.section.pillar,
        themes=themes_of(text),
        deadline=deadline_of(text),
        figures=tuple(figures_of(stretch)),
        quote=stretch.quote,
        span=stretch.span,
    )
    return replace(reference, id=make_id("x", report.id, normal_words(text), size=8))
