"""Documents that keep findings and their state: the inspectorate's register, committee trackers, indexes of others."""

from __future__ import annotations

import re

from inspect_cli.model import Block, BlockKind, DocumentKind
from inspect_cli.recognise.calendar import DATE
from inspect_cli.recognise.prose import Found, Prose, find_all, find_first
from inspect_cli.reference.forces import force_names, slugs
from inspect_cli.reference.heads import (
    column_named,
    counted_status,
    heads_findings,
    is_status,
    labelled,
    labels_within,
    line_heads_findings,
    stacked_head,
    status_ahead,
    status_behind,
)
from inspect_cli.reference.keyed import Keyed

_EVENT = Keyed(
    rf"\[/?on\].{{0,60}}?\[/?(?:status|comment)\]|\[/?(?:status|comment)\]|\[on\] ?{DATE}"
    r"|\b(?:awaiting-review|being-progressed|no-further-action-needed)\b",
    re.I,
)
KEPT = frozenset({DocumentKind.REGISTER, DocumentKind.TRACKER})
# "National Child Protection Inspection: Cumbria Constabulary (7611)", "PEEL: police efficiency 2017 (7201) – Dorset".
_BESIDE_ENTRY = Keyed(
    r"\A(?P<title>[^\[\]()]{3,180}(?:\([^()]*\)[^()]*)?)\(\d{3,6}\)(?:\s*[–—-]\s*(?P<of>[A-Z][\w&’' -]{2,40}))?\Z"
)
_APPLICABLE = Keyed(r"Applicable (?:police )?forces?:?\s*(?P<names>.*)", re.IGNORECASE)
_WHOLE = re.compile(r"(?s).+")
_REGISTER_CELL = Keyed(r"(?:Awaiting review|Being progressed|No further action (?:needed|required))", re.I)
_CELL = re.compile(r"[^|\t]*\w[^|\t]*")
_COLOURS = ("GREEN", "AMBER", "RED", "WHITE", "BLUE")
_COLOUR = Keyed(rf"\b(?:{'|'.join(_COLOURS)})\b")
_COLOUR_ALONE = Keyed(r"\A(?:green|amber|red)\Z", re.I)
_COLOUR_CELL = re.compile(r"\W*(?:green|amber|red)\W*", re.I)
_TABLE = Keyed(r"\b(?:Status|RAG|Rating|Due date|Target date|Owner|Lead|Traffic light)\b", re.I)
_INDEX = Keyed(r"Applicable forces|(?:Areas for improvement|Recommendations|Causes of concern) \(\d+\)", re.I)
_RECOMMENDATIONS = Keyed(r"\bRecommendations? (?:\(\d+\)|\d+)|\brecommendations (?:library|register)\b", re.I)
_KIND = Keyed(r"(?:Areas? for improvement|AFI|Recommendation|Rec\.?|Causes? of concern|CoC)\b ?\d{0,3}(?!\w)", re.I)
_DIRECTS = Keyed(r"\b(?:should|must|needs? to)\b", re.I)
_STATUS_LINE = Keyed(
    r"(?:Status: ?)?(?:Completed?|Superseded|Closed|In progress|Being progressed|Awaiting review)", re.I
)

_LONGEST_STATUS, _LONGEST_HEAD = 40, 500


def marked_forces(prose: Prose) -> list[tuple[str, Found]]:
    """Give the forces that items are for, by slug: beside an entry's title, and in lists of applicable forces."""
    marked = [
        (slug, one)
        for one in find_all(prose.blocks, _BESIDE_ENTRY)
        for slug in slugs([one.match["of"], *force_names().findall(one.match["title"])])
    ]
    below = False
    for block in prose.blocks:
        listed = _APPLICABLE.fullmatch(block.text.strip())
        names = listed["names"].split(", ") if listed else [block.text.strip()] if below else []
        names = [part for name in names for part in ([name] if slugs([name]) else name.split(" and "))]
        found = [(slug, Found(match, block)) for slug in slugs(names) if (match := _WHOLE.match(block.text))]
        marked += found
        below = bool(listed and not listed["names"]) or (below and bool(found))
    return sorted(marked, key=lambda one: one[0])


def register(prose: Prose) -> Found | None:
    """Find what shows a register: its markup or statuses, a table of findings by report, items under their status."""
    rows = [block for block in prose.blocks if block.kind is BlockKind.ROW]
    cells = (one for one in find_all(rows, _REGISTER_CELL) if one.match.group() in one.block.cells)
    event = find_first(prose.blocks, _EVENT) or next(cells, None)
    if (
        event
        or find_first(_coloured(prose), _COLOUR)
        or any(_COLOUR_CELL.fullmatch(cell) for row in rows for cell in row.cells)
    ):
        return event
    if head := next((row for row in rows if _heads_findings(row, "report")), None):
        return find_first([head], _CELL)
    lines = _status_lines(prose)
    return lines[0] if len(lines) > 1 and find_first(prose.headings, _RECOMMENDATIONS) else None


def tracker(prose: Prose) -> Found | None:
    """Find what shows a tracker or index: two colours and a table's words, a head of findings, counted headings."""
    colours = [*find_all(_coloured(prose), _COLOUR), *find_all(prose.blocks, _COLOUR_ALONE)]
    if len({one.words.upper() for one in colours}) > 1 and find_first(prose.blocks, _TABLE):
        return colours[0]
    if head := next((block for block in prose.blocks if _heads_findings(block)), None):
        return find_first([head], _CELL)
    lines = _status_lines(prose)
    return find_first(prose.headings, _INDEX) or (lines[0] if len(lines) > 1 else _listed(prose))


def _listed(prose: Prose) -> Found | None:
    """Find what shows a list that lost its table: its head in one line or a name a line, labels, statuses ahead."""
    texts = [block.text.strip() for block in prose.blocks]
    lines = [block.text[: block.reaches[0]].rstrip() for block in prose.blocks]
    for at, (block, line) in enumerate(zip(prose.blocks, lines, strict=True)):
        if len(line) > _LONGEST_HEAD:
            continue
        if stacked_head(texts, at) or line_heads_findings(line):
            return find_first([block], _WHOLE)
    labels = [(at, label) for at, text in enumerate(texts) if (label := labelled(text))]
    states = [at for at, label in labels if is_status(texts[at][label.start :])]
    told = sum(label.column in ("finding", "words") for _, label in labels)
    told += len(list(find_all(prose.headings, _KIND)))
    ahead = [at for at, text in enumerate(texts) if (place := status_ahead(text)) and _KIND.match(text, place[2])]
    behind = [
        at
        for at, text in enumerate(texts)
        if _DIRECTS.may_match(text) and (place := status_behind(text)) and _DIRECTS.search(text, 0, place[0])
    ]
    behind += [at for at, text in enumerate(texts) if _KIND.match(text) and _status_within(text)]
    several = [found for found in (states if told > 1 else [], ahead, behind) if len(found) > 1]
    found = several[0] if several else []
    return find_first([prose.blocks[found[0]]], _WHOLE) if found else None


def _status_within(text: str) -> bool:
    return any(
        is_status(text[start:end]) and column_named(name) == "status" for name, start, end in labels_within(text)
    )


def _coloured(prose: Prose) -> list[Block]:
    """The blocks that may name a colour in capitals: few do."""
    return [block for block in prose.blocks if any(colour in block.text for colour in _COLOURS)]


def _status_lines(prose: Prose) -> list[Found]:
    short = [block for block in prose.blocks if len(block.text) < _LONGEST_STATUS]
    lines = [one for one in find_all(short, _STATUS_LINE) if one.words == one.block.text]
    counted = [block for block in prose.blocks if not lines and counted_status(block.text)]
    return lines or list(find_all(counted, _WHOLE))


def _heads_findings(block: Block, *also: str) -> bool:
    """Say whether a row of a table heads columns for findings and for their status, and a third: ``also``, or any."""
    return block.kind is BlockKind.ROW and heads_findings(block.cells, *also)
