"""What a document is called."""

from __future__ import annotations

import re
from functools import cache

from inspect_cli.model import Block, DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.calendar import DATE, MONTH
from inspect_cli.recognise.genre import of_genre, salutation
from inspect_cli.recognise.programme import PEEL, names_programme
from inspect_cli.recognise.prose import Fact, Prose, find_first
from inspect_cli.reference import load
from inspect_cli.reference.forces import force_name, force_slug, names_force, title_force

_SITE = re.compile(r"\s[–—|-]\s(?:HMIC(?:FRS)?|GOV\.UK)\Z")
_FIRST_SENTENCE = re.compile(r"\A.*?[.!?](?=\s)")
_MARKS = re.compile(r"[*_`]+|\A#+")
_SUBJECT_LINE = re.compile(r"\A\W*(?:subject|re|title|report title)\s?:\s+(?P<subject>.+?)(?:\s{3,}.*)?\Z", re.I)
_OF_INSPECTIONS = re.compile(r"\bHMIC(?:FRS)?\b|\binspect|\bPEEL\b|\brecommendations\b|\bareas for improvement\b", re.I)
_DATED = re.compile(rf"(?:{DATE}|{MONTH} \d{{4}})\W*", re.I)
_GOES_ON = re.compile(r"\b(?:in|of|by|for|on|at|the|and|to|from)\Z")
_SAVED = re.compile(r"\Adate \d{4}-\d\d-\d\d\s+")
_PAPERS = (DocumentKind.LETTER, DocumentKind.PCC_RESPONSE, DocumentKind.TRACKER, DocumentKind.OTHER)
_TOLD = (DocumentKind.PRESS_RELEASE, DocumentKind.NEWS)
_TOP, _NEAR = 15, 3
_LONGEST = 160
_GENERAL = 2
_PEEL_KINDS = (DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR)


def find_title(prose: Prose, kind: DocumentKind, forces: tuple[str, ...], pillar: Pillar | None) -> Fact[str]:
    """Find the title: a marked heading, else the heading that names the force, else the first line.

    A page called after its force and year gets its pillar, a report that names no force its force.
    """
    block = _subject(prose, kind) or _title_block(prose, forces)
    line = _SUBJECT_LINE.match(block.text)
    title = _clean(line["subject"] if line else _begun_above(prose, block))
    if force_slug(title):
        title = _with_subject(prose, title)
    if pillar and title_force(title) and pillar.value not in title.lower():
        title = f"{title} – {pillar.value.capitalize()}"
    elif kind in _PEEL_KINDS and not title_force(title) and PEEL not in title:
        cycle = next((_clean(block.text) for block in prose.front if PEEL in block.text), "")
        title = f"{cycle} – {title}" if cycle else title
    if (
        kind in (*_PEEL_KINDS, *_PAPERS, *_TOLD)
        and len(forces) == 1
        and not title_force(title)
        and not names_force(title)
    ):
        title = f"{title}{' – ' if ': ' in title else ': '}{force_name(forces[0])}"
    return Fact(title, Evidence(Rung.STATED, block.line, "the first heading"))


def _title_block(prose: Prose, forces: tuple[str, ...]) -> Block:
    front = [block for block in prose.front if not _is_no_title(block)] or [
        next((block for block in prose.headings if not _is_no_title(block)), prose.blocks[0])
    ]
    first = front[0]
    marked = [block for block in front if block.marker.startswith("#")]
    about = [block for block in front if title_force(block.text) or names_force(block.text)]
    named = [block for block in front if names_programme(block.text)]
    told = [block for block in front if block.text.count(" ") > _GENERAL]
    general = [*named, *told] if first.text.count(" ") < _GENERAL else []
    candidates: list[Block] = [*marked, *(about if len(forces) == 1 else ()), *general, first]
    return candidates[0]


def _subject(prose: Prose, kind: DocumentKind) -> Block | None:
    """Give the line that says what a letter or paper is about: so labelled, or the heading beside the salutation.

    A letter on a web page has its title above it.
    """
    if kind not in _PAPERS:
        return None
    minutes = of_genre(prose, "minutes") if kind is DocumentKind.OTHER else None
    response = kind is DocumentKind.PCC_RESPONSE
    labelled = minutes or (None if response else find_first(prose.body[:_TOP], _SUBJECT_LINE))
    if labelled:
        return labelled.block
    if kind is DocumentKind.TRACKER:
        # The committee and the force stand above what the paper is about.
        above = [block for block in prose.front if not _is_no_title(block)][:1]
        about = next((block for block in prose.front if _OF_INSPECTIONS.search(block.text)), None)
        return (
            about
            if any(names_force(block.text) and not _OF_INSPECTIONS.search(block.text) for block in above)
            else None
        )
    at = salutation(prose)
    titled = bool(prose.front) and not _is_no_title(prose.front[0])
    if at is None or (titled and prose.front[0].text.count(" ") > _GENERAL):
        return None
    beside = [*prose.body[at + 1 : at + 1 + _NEAR], *reversed(prose.body[max(at - _NEAR, 0) : at])]
    lines = (block for block in beside if block in prose.headings and not _is_no_title(block))
    return next((block for block in lines if block.text.count(" ") >= _GENERAL), None)


def _begun_above(prose: Prose, block: Block) -> str:
    """Give the words of a title, with the line above where the title begins there: "A report on" / "Kent Police"."""
    at = prose.blocks.index(block)
    above = prose.blocks[at - 1].text if at else ""
    return f"{above} {block.text}" if _GOES_ON.search(above) and block in prose.front else block.text


def _is_no_title(block: Block) -> bool:
    """Say whether a line is no title but stands above one: where a page is, who sent it and when."""
    text = block.text.strip(" *_#")
    return bool(_DATED.fullmatch(text)) or any(pattern.fullmatch(text) for pattern in _no_titles())


@cache
def _no_titles() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in load("titles")["none"])


def _with_subject(prose: Prose, force: str) -> str:
    """Add to a title that is only a force's name what the page says beside it: the heading before or after it."""
    others = (_clean(block.text) for block in prose.front if not _is_no_title(block))
    subject = next((other for other in others if other != force and other.count(" ") >= _GENERAL), "")
    return f"{subject}: {force}" if subject and not names_force(subject) else subject or force


def _clean(text: str) -> str:
    words = _SITE.sub("", " ".join(_SAVED.sub("", _MARKS.sub("", text)).split()))
    sentence = _FIRST_SENTENCE.match(words)
    if len(words) > _LONGEST and sentence:
        words = sentence.group()
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return words.rstrip(".,")
