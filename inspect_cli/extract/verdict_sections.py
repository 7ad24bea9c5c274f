"""Verdicts on quoted findings in later sections of a letter or progress report, each under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspect_cli.extract.asking import KINDS, THING, kind_named
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.quoted_items import Item
from inspect_cli.extract.sentences import Sentence
from inspect_cli.extract.stems import stems_of
from inspect_cli.extract.verdicts import said_in
from inspect_cli.model import ReferenceKind, Verdict

_THIS = re.compile(rf"\b(?:this|that|the) (?:{KINDS})\b", re.IGNORECASE)
# So many sentences below a heading tell what it is about.
_TELLING = 3


@dataclass(frozen=True)
class _Section:
    """A heading with the paragraphs below it that pass a verdict on one finding of a kind."""

    stems: frozenset[str]
    kind: ReferenceKind
    verdict: Verdict
    sentence: Sentence


def judge_in_sections(items: Sequence[Item], passages: Sequence[Passage], claims: Claims) -> None:
    """Give the items that have none yet the verdict of the later section that shares most words with each.

    Where there are as many sections as items, their order counts too. The sentences that pass verdicts are claimed.
    """
    for kind in dict.fromkeys(item.kind for item in items):
        waiting = [item for item in items if item.kind is kind]
        sections = [one for one in _sections(passages, waiting[-1].place + 1) if one.kind is kind]
        ordered = len(sections) == len(waiting)
        for number, section in enumerate(sections):
            likely = [
                (len(item.stems & section.stems) + (ordered and place == number), -place)
                for place, item in enumerate(waiting)
                if item.verdict is None
            ]
            score, place = max(likely, default=(0, 0))
            if score:
                waiting[-place].verdict = section.verdict
                # what is said of a cause of concern itself is told once more, whatever its recommendations came to
                if kind is not ReferenceKind.CAUSE_OF_CONCERN:
                    claims.add(section.sentence, earlier=True)
        if len(waiting) == 1 and waiting[0].verdict is None:
            waiting[0].verdict = _anywhere(passages[waiting[0].place + 1 :], kind)


def _sections(passages: Sequence[Passage], start: int) -> Iterator[_Section]:
    heading = ""
    body: list[Sentence] = []
    for passage in [*passages[start:], None]:
        if passage is None or passage.role in (Role.HEADING, Role.LIST_HEADING):
            if heading and (found := _verdict_in(body)):
                yield _Section(stems_of(heading) | stems_of(" ".join(one.words for one in body[:_TELLING])), *found)
            heading, body = (passage.block.text if passage and passage.role is Role.HEADING else ""), []
        elif passage.role is Role.PROSE:
            body.extend(passage.sentences)


def _verdict_in(body: Sequence[Sentence]) -> tuple[ReferenceKind, Verdict, Sentence] | None:
    """The last verdict of a section that names the kind of finding that it is on."""
    found = None
    for sentence in body:
        said = said_in(sentence.words)
        named = _THIS.search(sentence.words) or THING.search(sentence.words)
        kind = kind_named(named.group()) if named else None
        if said and kind:
            found = (kind, said.verdict, sentence)
    return found


def _anywhere(passages: Sequence[Passage], kind: ReferenceKind) -> Verdict | None:
    """The last verdict that a letter passes on the one finding of its kind."""
    verdict = None
    for passage in passages:
        for sentence in passage.sentences if passage.role is Role.PROSE else ():
            said = said_in(sentence.words) if kind_named(sentence.words) is kind else None
            verdict = said.verdict if said and said.firm else verdict
    return verdict
