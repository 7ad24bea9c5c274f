"""Follow-ups: what a report says became of an earlier recommendation, area for improvement or cause of concern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspect_cli.extract.addressees import recalled_addressee
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.earlier import Era
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.follow_ups import FollowUp, FollowUps
from inspect_cli.extract.layout import Passage
from inspect_cli.extract.mentions import mentioned
from inspect_cli.extract.quoted_lists import quoted
from inspect_cli.extract.themes import themes_of
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Addressee, Reference, Report, make_id, normal_words


def find_references(passages: Sequence[Passage], report: Report, era: Era, claims: Claims) -> list[Reference]:
    """Give the follow-ups in document order, each once; their words are claimed, those claimed before left alone."""
    found: dict[str, Reference] = {}
    listed = quoted(passages, era, claims)
    for one in listed:
        claims.add(one.stretch, earlier=True)
    follow_ups = FollowUps(passages, era, claims)
    told: list[FollowUp] = []
    for place in range(len(passages)):
        for one in follow_ups.read(place):
            told.append(one)
            claims.add(one.stretch, earlier=True)
    mentions = mentioned(passages, report, era, claims)
    for one in mentions:
        claims.add(one.stretch, earlier=True)
    for one in sorted((*listed, *mentions, *told), key=lambda one: (one.stretch.span.line, one.stretch.span.start)):
        reference = _reference(one, report)
        found.setdefault(reference.id, reference)
    return list(found.values())


def _reference(one: FollowUp, report: Report) -> Reference:
    text, addressed_to = one.stretch.text, recalled_addressee(one.stretch.text)
    # What was said to all forces is about none of those that it names as examples.
    named = "" if addressed_to is Addressee.ALL_FORCES else text
    reference = Reference(
        id="",
        report=report.id,
        force=forces_at(report, one.passage.section.force, named)[0],
        addressed_to=addressed_to,
        year=report.inspection_year,
        to_year=one.year,
        to_kind=one.kind,
        verdict=one.verdict,
        text=text,
        pillar=one.passage.section.pillar,
        themes=themes_of(text),
        deadline=deadline_of(text),
        figures=tuple(figures_of(one.stretch)),
        quote=one.stretch.quote,
        span=one.stretch.span,
    )
    return replace(reference, id=make_id("x", report.id, normal_words(text), size=8))
