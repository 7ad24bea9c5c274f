"""Formal findings: areas for improvement, recommendations and causes of concern that a report lists or names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inspect_cli.extract.addressees import addressee_of
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import formal_kind
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.themes import themes_of
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Finding, FindingKind, Report, make_id, normal_words

_NUMBERED = re.compile(r"(?P<kind>Recommendation|Area for improvement|Cause of concern) \d+[.:]? +(?=[A-Z])")
_DECLARED = re.compile(
    r"\b(?:is|are|was|were) (?:now |also |therefore )?(?:an? |our )?(?P<kind>causes? of concern)\b[.”\"’]*$"
)
_POINTS_BACK = re.compile(r"(?:This|That|These|Both|It)\b")
_OUR_RECOMMENDATION = re.compile(
    r"^(?:We|HMIC|HMICFRS|I) (?:therefore |also |now )?recommends? (?:that|the|to|all|as)\b(?!.*:$)"
)


def find_formal(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Finding]:
    """Give the formal findings in document order, each once; their words are claimed.

    A recommendation belongs to the cause of concern that it follows, up to the next heading of another kind.
    """
    found: dict[str, Finding] = {}
    cause: Finding | None = None
    for passage in passages:
        if passage.role is Role.HEADING:
            cause = None
        for kind, stretch in _formal(passage):
            finding = make_finding(passage, report, stretch, kind)
            if kind is not FindingKind.RECOMMENDATION:
                cause = finding if kind is FindingKind.CAUSE_OF_CONCERN else None
            elif cause and cause.question == finding.question:
                finding = replace(finding, parent=cause.id)
            found.setdefault(finding.id, finding)
            claims.add(stretch)
    return list(found.values())


def _formal(passage: Passage) -> list[tuple[FindingKind, Sentence]]:
    text = passage.block.text
    listing = passage.listing
    if passage.role is Role.ITEM and listing and listing.kind and not listing.earlier:
        return [(listing.kind, _without_number(whole(passage.block)))]
    if passage.role not in (Role.PROSE, Role.HEADING, Role.BULLET):
        return []
    if numbered := _NUMBERED.match(text):
        return [(formal_kind(numbered["kind"]), _without_number(whole(passage.block)))]
    parts = passage.sentences
    return [
        (kind, _with_subject(parts, place))
        for place, sentence in enumerate(parts)
        if (kind := _declared(sentence.words))
    ]


def _with_subject(parts: Sequence[Sentence], place: int) -> Sentence:
    """Take in the sentence before where a declaration only points back: "... This is a cause of concern."."""
    points_back = place > 0 and _POINTS_BACK.match(parts[place].words)
    return parts[place - 1].through(parts[place]) if points_back else parts[place]


def _declared(words: str) -> FindingKind | None:
    if declared := _DECLARED.search(words):
        return formal_kind(declared["kind"])
    return FindingKind.RECOMMENDATION if _OUR_RECOMMENDATION.match(words) else None


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
    finding = Finding(
        id="",
        report=report.id,
        force=forces_at(report, passage.section.force, text)[0],
        addressed_to=addressee_of(f"{lead} {text}"),
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
