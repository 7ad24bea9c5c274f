"""What a document is called."""

from __future__ import annotations

import re

from inspect_cli.model import Block, DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.forces import force_name, names_force, title_force
from inspect_cli.recognise.programme import names_programme
from inspect_cli.recognise.prose import Fact, Prose

_SITE = re.compile(r"\s[–—|-]\s(?:HMIC(?:FRS)?|GOV\.UK)\Z")
_FIRST_SENTENCE = re.compile(r"\A.*?[.!?](?=\s)")
_LONGEST = 160
_ONE_FORCE = (DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR)


def find_title(prose: Prose, kind: DocumentKind, forces: tuple[str, ...], pillar: Pillar | None) -> Fact[str]:
    """Find the title: a marked heading, else the heading that names the force, else the first line; with its pillar."""
    block = _title_block(prose)
    title = _clean(block.text)
    if pillar and title_force(title) and pillar.value not in title.lower():
        title = f"{title} – {pillar.value.capitalize()}"
    elif kind in _ONE_FORCE and len(forces) == 1 and not title_force(title) and not names_force(title):
        title = f"{title}: {force_name(forces[0])}"
    return Fact(title, Evidence(Rung.STATED, block.line, "the first heading"))


def _title_block(prose: Prose) -> Block:
    first = prose.blocks[0]
    marked = [block for block in prose.front if block.marker.startswith("#")]
    about = [block for block in prose.front if title_force(block.text) or names_force(block.text)]
    general = first.text.count(" ") < 2
    named = [block for block in prose.front if general and names_programme(block.text)]
    return next(iter((*marked, *about, *named, first)))


def _clean(text: str) -> str:
    words = " ".join(re.sub(r"[*_`#]+", "", text).split())
    words = _SITE.sub("", words)
    sentence = _FIRST_SENTENCE.match(words)
    if len(words) > _LONGEST and sentence:
        words = sentence.group()
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return words.rstrip(".")
