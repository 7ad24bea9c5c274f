"""Tables that were run into one line, or into one line a cell: a finding up to its colour, then when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.due import due_of
from inspect_cli.extract.legends import COLOURS
from inspect_cli.extract.rows import KIND, Found, directs, is_told, named_kind
from inspect_cli.extract.sections import Section, lines_of, section_after, section_in_line
from inspect_cli.extract.statuses import verdict_of_cell
from inspect_cli.extract.stream import Stream
from inspect_cli.model import BlockKind, FindingKind, Report, Verdict

_HEAD = re.compile(
    r"\b(?:Recommendations?|Areas? [Ff]or [Ii]mprovement|AFIs?|Causes? of [Cc]oncern)"
    r"(?:\s?(?:&|and|/|or)\s?(?:Recommendations?|Areas? [Ff]or [Ii]mprovement|AFIs?|Causes? of [Cc]oncern))*"
    r"(?:\s+(?:Owner|Lead|Force lead))?\s+(?:Current )?(?:Status|RAG|Traffic [Ll]ight)\b"
    r"(?:(?:\s+|\s?/\s?)(?:RAG|[Ss]tatus|Owner|Lead|Due|Target|[Dd]ate|Deadline|Comments?|Update|Progress))*"
)
_COLOUR = re.compile(rf"\b(?:{COLOURS})\b")
_WORDS = re.compile(
    r"(?<=[.;])\s+(?P<said>Green|Amber|Red|White|Blue|Completed?|Closed|In [Pp]rogress|Ongoing|Discharged|Overdue"
    r"|Not [Ss]tarted|Superseded)"
    r"(?=\s+(?:No (?:deadline|date)|N/A|TBC|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s*(?:\n|\Z))"
)
_START = re.compile(
    rf"(?:\b\d{{1,3}}[.)]?\s+)?(?P<kind>{KIND})(?:\s*(?:No\.? ?)?\d{{1,3}})?\s*[:.–-]?\s+(?=[\"“‘']?[A-Z])"
)
_NUMBERED = re.compile(r"(?:^|(?<=\s))\d{1,3}(?:\.\d{1,2})?[.)]?\s+(?=[\"“‘']?[A-Z])", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?;](?=\s|\Z)")
# A few words between the last sentence of a finding and its colour are another column's: its owner.
_OWNER = 6
_LONGEST, _DUE = 1500, 200


def find_flattened(stream: Stream, report: Report, colours: dict[str, Verdict], section: Section) -> list[Found]:
    """Give the rows of tables that lost their cells; a legend, whose colours stand before their meaning, gives none."""
    found: list[Found] = []
    text = stream.text
    passed = after = 0
    headed = False
    statuses = list(_statuses(text))
    for place, (start, end) in enumerate(statuses):
        headed = headed or bool(_HEAD.search(text, passed, start))
        told = _told_before(stream, passed, start, headed=headed)
        passed = end
        verdict = verdict_of_cell(text[start:end].strip(), colours)
        if told is None or verdict is None:
            continue
        section, after = _section_between(stream, section, after, told[0]), end
        words, whole = stream.words(told[0], told[1]), stream.words(told[0], end)
        if section.inspects and words and whole:
            kind = told[2] or section.kind or FindingKind.RECOMMENDATION
            following = statuses[place + 1][0] if place + 1 < len(statuses) else len(text)
            due = deadline_of(words.text) or due_of(text[end : min(end + _DUE, following)], in_cell=False)
            state = whole._replace(text=words.text)
            found.append(Found(words, kind, section, report.force, verdict, state, due))
    return found


def _section_between(stream: Stream, section: Section, after: int, start: int) -> Section:
    """What a row stands under: by the blocks between it and the row before; by what was run into one line with it."""
    first, last = stream.index(after), stream.index(start)
    if first == last and after > stream.starts[first]:
        return section_in_line(section, stream.text[after:start])
    between = stream.blocks[first + (after > stream.starts[first]) : last]
    section = section_after(section, lines_of(between))
    return section_in_line(section, stream.text[stream.starts[last] : start])


def _statuses(text: str) -> Iterator[tuple[int, int]]:
    """Where a status may stand: a colour in capitals, a status word behind a whole sentence or on its own line."""
    colours = [match.span() for match in _COLOUR.finditer(text)]
    words = [match.span("said") for match in _WORDS.finditer(text)]
    yield from sorted({*colours, *words})


def _told_before(stream: Stream, start: int, end: int, *, headed: bool) -> tuple[int, int, FindingKind | None] | None:
    """The finding that ends before a status: from the kind named, a number, or the beginning of its paragraph.

    The last two count only below the head of a table.
    """
    text = stream.text
    start = max(start, end - _LONGEST)
    for match in reversed(list(_START.finditer(text, start, end))):
        if told := _told(text, match.end(), end):
            return (*told, named_kind(match["kind"]))
    if not headed:
        return None
    for match in reversed(list(_NUMBERED.finditer(text, start, end))):
        if told := _told(text, match.end(), end):
            return (*told, None)
    for at in range(stream.index(end - 1), -1, -1):
        if stream.starts[at] < start:
            break
        block = stream.blocks[at]
        if (block.kind is BlockKind.BULLET or at == stream.index(end - 1)) and (
            told := _told(text, stream.starts[at], end)
        ):
            return (*told, None)
    return None


def _told(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].rstrip(" \n|:–-")
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    if ends and len(words[ends[-1] :].split()) <= _OWNER:
        words = words[: ends[-1]]
    return (start, start + len(words)) if is_told(words) and directs(words) else None
