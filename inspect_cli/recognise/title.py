"""What a document is called."""

from __future__ import annotations

import re

from inspect_cli.model import Block, DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.programme import PEEL, names_programme
from inspect_cli.recognise.prose import Fact, Prose
from inspect_cli.reference.forces import force_name, force_slug, names_force, title_force

_SITE = re.compile(r"\s[–—|-]\s(?:HMIC(?:FRS)?|GOV\.UK)\Z")
_FIRST_SENTENCE = re.compile(r"\A.*?[.!?](?=\s)")
_MARKS = re.compile(r"[*_`]+|\A#+")
_LONGEST = 160
_GENERAL = 2
_PEEL_KINDS = (DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR)


def find_title(prose: Prose, kind: DocumentKind, forces: tuple[str, ...], pillar: Pillar | None) -> Fact[str]:
    """Find the title: a marked heading, else the heading that names the force, else the first line.

    A page called after its force and year gets its pillar, a report that names no force its force.
    """
    block = _title_block(prose, forces)
    title = _clean(block.text)
    if force_slug(title):
        title = _with_subject(prose, title)
    if pillar and title_force(title) and pillar.value not in title.lower():
        title = f"{title} – {pillar.value.capitalize()}"
    elif kind in _PEEL_KINDS and not title_force(title) and PEEL not in title:
        cycle = next((_clean(block.text) for block in prose.front if PEEL in block.text), "")
        title = f"{cycle} – {title}" if cycle else title
    if kind in _PEEL_KINDS and len(forces) == 1 and not title_force(title) and not names_force(title):
        title = f"{title}: {force_name(forces[0])}"
    return Fact(title, Evidence(Rung.STATED, block.line, "the first heading"))


def _title_block(prose: Prose, forces: tuple[str, ...]) -> Block:
    first = prose.blocks[0]
    marked = [block for block in prose.front if block.marker.startswith("#")]
    about = [block for block in prose.front if title_force(block.text) or names_force(block.text)]
    named = [block for block in prose.front if names_programme(block.text)]
    told = [block for block in prose.front if block.text.count(" ") > _GENERAL]
    general = [*named, *told] if first.text.count(" ") < _GENERAL else []
    candidates: list[Block] = [*marked, *(about if len(forces) == 1 else ()), *general, first]
    return candidates[0]


def _with_subject(prose: Prose, force: str) -> str:
    """Add to a title that is only a force's name what the page says beside it: the heading before or after it."""
    others = (_clean(block.text) for block in prose.front)
    subject = next((other for other in others if other != force and other.count(" ") >= _GENERAL), "")
    return f"{subject}: {force}" if subject and not names_force(subject) else subject or force


def _clean(text: str) -> str:
    words = _SITE.sub("", " ".join(_MARKS.sub("", text).split()))
    sentence = _FIRST_SENTENCE.match(words)
    if len(words) > _LONGEST and sentence:
        words = sentence.group()
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return words.rstrip(".")
