"""Formal findings: areas for improvement, recommendations and causes of concern that a report lists or names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspect_cli.extract.addressees import addressee_of
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.past import Past
from inspect_cli.extract.patterns import FORMAL_WORDS, formal_kind
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.themes import themes_of
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import (
    INSPECTORATE,
    Addressee,
    Block,
    BlockKind,
    Finding,
    FindingKind,
    Report,
    behind_quotes,
    join_lines,
    make_id,
    normal_words,
)
from inspect_cli.reference.keyed import Keyed, any_of

_NUMBERED = re.compile(
    r"(?P<kind>Recommendation|Area for improvement|AFI|Cause of concern)"
    r"(?: (?:no\.? ?)?\(?\d+(?:\.\d+)?[a-z]?\)?[.:)]?| ?[:–—-]) *(?=[A-Z“‘])"
)
_DECLARED = Keyed(
    r"(?<!there )\b(?:is|are|was|were|remains?|constitutes?) (?:now |also |therefore )?(?:an? |our )?(?:serious |"
    r"accelerated )?"
    r"(?P<kind>causes? of concern)\b[.”\"’']*$"
)
_SPEAKS_OF_ONE = Keyed(
    r"\b(?:this|that|it|the (?:matter|issue|position|area|problem|situation)) (?:is|are|was|"
    r"remains) (?:\w+ )?(?:an? |our )?"
    r"(?:\w+ )?cause of concern",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:This|That|These|Both|It)\b")
_OUR_RECOMMENDATION = Keyed(
    r"^(?:(?:As a result|Because of this|Therefore|For this reason|So|Accordingly),? )?"
    r"(?:[Ww]e|HMIC|HMICFRS|I) (?:therefore |also |now )?recommends? (?:that|the|to|all|as)\b(?!.*:$)"
)
# What others tell of the inspectorate's recommendations.
_THEIR_RECOMMENDATION = Keyed(
    r"\b(?:HMIC|HMICFRS|[Tt]he inspectorate|[Ii]nspectors) (?:has |have |had |also )*(?:recommends?|"
    r"recommended) that\b(?!.*:$)"
)
# A cause of concern holds the recommendations that follow it, past headings such as "What we found" between them.
_HEADINGS_BETWEEN = 3


def find_formal(passages: Sequence[Passage], report: Report, claims: Claims, lines: Sequence[str]) -> list[Finding]:
    """Give the formal findings in document order, each once; their words are claimed.

    A recommendation belongs to the cause of concern that it follows. ``lines`` are those of the document.
    """
    found: dict[str, Finding] = {}
    parent = _Parent()
    listed = any(_is_listed(passage, FindingKind.CAUSE_OF_CONCERN) for passage in passages)
    for place, passage in enumerate(passages):
        parent.pass_by(passage)
        for kind, stretch in _formal(passage, report, listed):
            if _is_recalled(passage, stretch, claims):
                continue
            points = _points(passages, place) if stretch.words.endswith(":") else []
            joined = whole(join_blocks(lines, [stretch.block, *points], stretch.start)) if points else stretch
            finding = make_finding(passage, report, joined, kind)
            if not _is_to_somebody(finding, report):
                continue
            claims.add(stretch)
            for point in points:
                claims.add(whole(point))
            finding = parent.hold(finding)
            found.setdefault(finding.id, finding)
    return list(found.values())


def _is_to_somebody(finding: Finding, report: Report) -> bool:
    """Say whether a finding is to a force or, in a report about none, to whom its words name or to all forces."""
    if finding.force or report.forces:
        return True
    if finding.kind is FindingKind.RECOMMENDATION:
        return finding.addressed_to is not Addressee.FORCE
    return addressee_of(finding.text) is not Addressee.FORCE


def _is_recalled(passage: Passage, stretch: Sentence, claims: Claims) -> bool:
    """Say whether the words that a finding begins with are quoted from an earlier report."""
    first = next((sentence for sentence in passage.sentences if sentence.end > stretch.start), stretch)
    return claims.holds(first, earlier=True)


class _Parent:
    """The cause of concern that recommendations now belong to."""

    def __init__(self) -> None:
        self._cause: Finding | None = None
        self._headings = 0

    def pass_by(self, passage: Passage) -> None:
        """Leave the cause behind at a grade, a question, or a heading after its recommendations."""
        if passage.role is Role.HEADING:
            self._headings += 1
        if self._headings >= _HEADINGS_BETWEEN or passage.role in (Role.GRADE, Role.QUESTION, Role.NUMBER):
            self._cause = None

    def hold(self, finding: Finding) -> Finding:
        """Take a cause of concern, or give a recommendation its parent."""
        if finding.kind is FindingKind.CAUSE_OF_CONCERN:
            self._cause, self._headings = finding, 0
        elif finding.kind is not FindingKind.RECOMMENDATION:
            self._cause = None
        elif self._cause:
            self._headings = max(self._headings, _HEADINGS_BETWEEN - 1)
            return replace(finding, parent=self._cause.id)
        return finding


def _points(passages: Sequence[Passage], place: int) -> list[Block]:
    """The bullets that a finding's own colon leads to, where they are no findings themselves."""
    points = []
    for passage in passages[place + 1 :]:
        if passage.role is not Role.BULLET:
            break
        points.append(passage.block)
    return points


def join_blocks(lines: Sequence[str], blocks: Sequence[Block], start: int = 0) -> Block:
    """Make one block of neighbouring ones, from the column of ``start`` in the first; bullets stay in the text."""
    first, *others = blocks
    begun = first.span(start)
    pieces = [
        piece._replace(start=begun.start if piece.line == begun.line else piece.start)
        for piece in first.pieces
        if piece.line >= begun.line
    ]
    for block in others:
        head, *rest = block.pieces
        # a list may be run into one line: its points then begin where the one before ends
        line = lines[head.line - 1]
        begun_at = pieces[-1].end if pieces[-1].line == head.line else behind_quotes(line)
        margin = len(line) - len(line[begun_at:].lstrip())
        pieces += [head._replace(start=min(margin, head.start)), *rest]
    text = join_lines([lines[piece.line - 1][piece.start : piece.end] for piece in pieces])
    return replace(first, text=text, pieces=tuple(pieces))


def _is_listed(passage: Passage, kind: FindingKind) -> bool:
    listing = passage.listing
    return passage.role is Role.ITEM and listing is not None and listing.is_formal and listing.kind is kind


def _formal(passage: Passage, report: Report, listed: bool) -> list[tuple[FindingKind, Sentence]]:
    """The formal findings of a passage; where causes of concern are ``listed``, a sentence may only point to one."""
    listing = passage.listing
    if passage.role is Role.ITEM and listing and listing.kind and listing.is_formal:
        return [(listing.kind, _told(passage, listing.kind))]
    if passage.role not in (Role.PROSE, Role.HEADING, Role.BULLET):
        return []
    if numbered := _NUMBERED.match(passage.block.text):
        return [(formal_kind(numbered["kind"]), _without_number(whole(passage.block)))]
    parts = passage.sentences
    if not any(_TOLD.within(part.words) for part in parts):
        return []
    found = list(enumerated(parts, report.inspection_year))
    for place, sentence in enumerate(parts):
        kind = _declared(sentence.words, report)
        again = listed and kind is FindingKind.CAUSE_OF_CONCERN and _SPEAKS_OF_ONE.search(sentence.words)
        if kind and not again:
            found.append((kind, _with_subject(parts, place)))
    return found


_COUNTED = Keyed(rf"\b(?:two|three|four|five|six|\d|several) (?:\w+ ){{0,2}}?(?P<kind>{FORMAL_WORDS})\b", re.IGNORECASE)
_NTH = Keyed(r"The (?:first|second|third|fourth|fifth|other|last)(?: of (?:these|them))?(?: is| was|, (?:that|on))\b")


def enumerated(parts: Sequence[Sentence], year: int | None) -> Iterator[tuple[FindingKind, Sentence]]:
    """Give the findings that a paragraph counts and then tells: "There are two recommendations. The first is …"."""
    kind: FindingKind | None = None
    for sentence in parts:
        if counted := _COUNTED.search(sentence.words):
            kind = None if Past(sentence.words, year).marks else formal_kind(counted["kind"])
        elif kind and _NTH.match(sentence.words):
            yield kind, sentence


# One of these is in each sentence that tells a finding or counts some.
_TOLD = any_of((_DECLARED, _OUR_RECOMMENDATION, _THEIR_RECOMMENDATION, _COUNTED))


def _told(passage: Passage, kind: FindingKind) -> Sentence:
    """The words of an item: all of it, but a title without the evidence that follows it in the same paragraph."""
    stretch = _without_number(whole(passage.block))
    is_title = passage.block.kind is BlockKind.PARAGRAPH and kind is FindingKind.AREA_FOR_IMPROVEMENT
    if is_title and len(passage.sentences) > _TITLE_SENTENCES:
        return Sentence(stretch.block, stretch.start, passage.sentences[0].end)
    return stretch


# An area for improvement is put in a sentence or two; a longer paragraph goes on with the evidence for it.
_TITLE_SENTENCES = 2


def _with_subject(parts: Sequence[Sentence], place: int) -> Sentence:
    """Take in the sentence before where a declaration only points back: "... This is a cause of concern."."""
    points_back = place > 0 and _POINTS_BACK.match(parts[place].words)
    return parts[place - 1].through(parts[place]) if points_back else parts[place]


def _declared(words: str, report: Report) -> FindingKind | None:
    if declared := _DECLARED.search(words):
        return formal_kind(declared["kind"])
    told = report.publisher not in INSPECTORATE and _THEIR_RECOMMENDATION.search(words)
    return FindingKind.RECOMMENDATION if told or _OUR_RECOMMENDATION.match(words) else None


def _without_number(stretch: Sentence) -> Sentence:
    numbered = _NUMBERED.match(stretch.words)
    start = stretch.start + (numbered.end() if numbered else 0)
    end = start + len(stretch.block.text[start : stretch.end].rstrip())
    return Sentence(stretch.block, start, end)


def make_finding(
    passage: Passage, report: Report, stretch: Sentence, kind: FindingKind, themes: tuple[str, ...] | None = None
) -> Finding:
    """Make the finding that stands at ``stretch``; ``themes`` where the words around it give them."""
    text = stretch.text
    lead = passage.listing.lead if passage.listing and passage.role is Role.ITEM else ""
    formal = kind not in (FindingKind.CONCERN, FindingKind.GOOD_PRACTICE)
    addressed_to = addressee_of(text, lead, national=not (report.forces or passage.section.force))
    # What all forces are asked is about none of those that it names as examples.
    named = "" if formal and addressed_to is Addressee.ALL_FORCES else text
    finding = Finding(
        id="",
        report=report.id,
        force=forces_at(report, passage.section.force, named)[0],
        addressed_to=addressed_to,
        year=report.inspection_year,
        kind=kind,
        text=text,
        pillar=passage.section.pillar,
        question=passage.section.number,
        themes=themes_of(text) if themes is None else themes,
        deadline=deadline_of(text) or deadline_of(lead) if formal else None,
        figures=tuple(figures_of(stretch)),
        parent=None,
        quote=stretch.quote,
        span=stretch.span,
    )
    group = "formal" if formal else kind
    return replace(finding, id=make_id("f", report.id, group, normal_words(text), size=8))
