"""Which inspection programme a document belongs to, and which pillar of PEEL."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from inspect_cli.model import Block, DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose, find_all, find_first, stated
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed, Pattern, made_once

PEEL = "PEEL"
_PILLARS = {
    Pillar.EFFECTIVENESS: re.compile(r"\beffective(?:ly|ness)?\b", re.I),
    Pillar.EFFICIENCY: re.compile(r"\befficien(?:t|tly|cy)\b", re.I),
    Pillar.LEGITIMACY: re.compile(r"\blegitima(?:te|tely|cy)\b", re.I),
    Pillar.LEADERSHIP: re.compile(r"\bleadership\b|\bwell led\b", re.I),
}
_PEEL_KINDS = (DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR, DocumentKind.PEEL_REPORT)
_ONE_PILLAR = (DocumentKind.PEEL_PILLAR, DocumentKind.PRESS_RELEASE, DocumentKind.REGISTER, DocumentKind.NEWS)
_ALONE = re.compile(rf"\A(?:{'|'.join(Pillar)})\Z", re.I)
_LETTERS = (DocumentKind.LETTER, DocumentKind.PCC_RESPONSE)
_OPENING, _LETTERHEAD = 6, 15
_QUESTIONS_FOR = re.compile(r"\AQuestions for (\w+)", re.I)


def find_programme(prose: Prose, kind: DocumentKind, year: int | None) -> Fact[str | None]:
    """Find the programme: the one that the title names, else the one named most; ``year`` is the inspection year.

    A programme that ran once does not fit another year; where one went back to it in that year, it is that one.
    """
    subject = [block for block in prose.body[:_LETTERHEAD] if block in prose.headings] if kind in _LETTERS else []
    for blocks in (prose.front, subject, prose.body, prose.notes):
        counts = Counter({name: len(list(find_all(blocks, pattern))) for name, pattern in _patterns().items()})
        named = [name for name, count in counts.most_common() if count]
        if named:
            # PEEL is named in passing in many reports that are not PEEL.
            ranked = sorted(
                named, key=lambda name: (name == PEEL and blocks is prose.front, -counts[name], name == PEEL)
            )
            return _fitting(ranked, blocks, year)
    if kind in _PEEL_KINDS:
        return Fact(PEEL, Evidence(Rung.DERIVED, None, f"it is a {kind}"))
    return Fact(None, UNKNOWN)


def find_pillar(prose: Prose, kind: DocumentKind, programme: str | None) -> Fact[Pillar | None]:
    """Find the pillar that a PEEL document is about; None where it covers several or none."""
    if programme != PEEL or kind not in _ONE_PILLAR:
        return Fact(None, UNKNOWN)
    alone = find_first(prose.front, _ALONE)
    if alone:
        return Fact(Pillar(alone.words.lower()), stated(alone))
    for blocks in (prose.front, prose.body[:_OPENING]):
        found = {pillar: one for pillar, pattern in _PILLARS.items() if (one := find_first(blocks, pattern))}
        if kind is not DocumentKind.PEEL_PILLAR and blocks is not prose.front:
            # What is named once in the text of a release need not be what all of it is about.
            found = {pillar: one for pillar, one in found.items() if _is_repeated(prose, _PILLARS[pillar])}
        if len(found) > 1:
            # Leadership is a part of other pillars' reports, too.
            found.pop(Pillar.LEADERSHIP, None)
        if len(found) == 1:
            pillar, one = next(iter(found.items()))
            return Fact(pillar, stated(one))
        if found and kind is not DocumentKind.PEEL_PILLAR:
            return Fact(None, UNKNOWN)
    questions = find_first(prose.headings, _QUESTIONS_FOR)
    named = questions.match[1].lower() if questions else ""
    return Fact(Pillar(named), stated(questions)) if questions and named in set(Pillar) else Fact(None, UNKNOWN)


def _is_repeated(prose: Prose, pattern: Pattern) -> bool:
    return len(list(find_all(prose.blocks, pattern))) > 1


def _fitting(ranked: Sequence[str], blocks: Sequence[Block], year: int | None) -> Fact[str | None]:
    known = {programme["name"]: programme for programme in load("programmes")["programme"]}
    for name in ranked:
        found = find_first(blocks, _patterns()[name])
        if found and _ran_in(known[name], year):
            return Fact(name, stated(found))
    for name in ranked:
        found = find_first(blocks, _patterns()[name])
        after = next((one for one in known.values() if one.get("follows") == name and _ran_in(one, year)), None)
        if found and after:
            why = f"“{found.words}”, which {after['name']} went back to in {year}"
            return Fact(str(after["name"]), Evidence(Rung.DERIVED, found.line, why))
    return Fact(None, UNKNOWN)


def _ran_in(programme: dict[str, Any], year: int | None) -> bool:
    first, last = programme.get("years", (0, 9999))
    return year is None or first <= year <= last


@made_once
def _patterns() -> dict[str, Keyed]:
    return {one["name"]: Keyed("|".join(one["patterns"]), re.I) for one in load("programmes")["programme"]}


def names_programme(text: str) -> bool:
    """Say whether a text names an inspection programme."""
    return any(pattern.search(text) for pattern in _patterns().values())
