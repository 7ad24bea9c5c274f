"""The entries of the register in a document: the header, the recommendation's words, the log of each."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspect_cli.extract.stream import Stream
from inspect_cli.extract.tags import Mark, Tag, is_open, log_start, marks
from inspect_cli.model import Block, BlockKind

# "PEEL: police legitimacy 2016 (6129)": on a line of its own, or behind the end of the log before it.
_HEADER = re.compile(
    r"(?:(?:^|(?<=[\]}]))[ \t]*)(?P<title>[A-Z0-9‘“\"'][^\[\]{}\n]{2,180}?)[ \t]*"
    r"\((?:(?:ID|Ref|No)\W{0,3})?(?P<id>\d{3,6})\)(?:[ \t]*[–—-][ \t]*(?P<force>[A-Z][\w&’' -]{2,40})$)?",
    re.MULTILINE,
)
_NAMES_A_SOURCE = re.compile(
    r":|\b(?:PEEL|HMIC\w*|inspection|integrity|report|polic\w+|(?:19|20)\d\d)\b", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:see|same as|recommendations?|duplicate\w*|refer\w*|entry)\b[^.]*\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!;][\"'”’)]*\Z")
_DIRECTS = re.compile(
    r"\b(?:should|must|needs? to|ha(?:s|ve) to|is to|are to|recommends?|required to)\b", re.IGNORECASE
)
_LONGEST_TITLE = 160


@dataclass
class Entry:
    """An entry as offsets in the stream, its words before the log and the log; ``force`` as named beside its title."""

    start: int
    body: int
    title: str = ""
    force: str = ""
    log: int | None = None
    end: int = 0
    body_end: int = 0


def find_entries(stream: Stream) -> list[Entry]:
    """Give the entries in order; what stands before the first header is an entry of its own, without a title."""
    text = stream.text
    found = list(_begins(stream))
    for entry, following in zip(found, [*found[1:], None], strict=True):
        entry.end = following.start if following else len(text)
        entry.log = log_start(text, entry.body, entry.end)
        entry.body_end = entry.end if entry.log is None else entry.log
    return found


def _begins(stream: Stream) -> Iterator[Entry]:
    headers = {match.start("title"): match for match in _HEADER.finditer(stream.text)}
    tags = deque(marks(stream.text))
    last: dict[Tag, Mark] = {}
    yield Entry(0, 0)
    for offset in sorted({*headers, *stream.starts}):
        while tags and tags[0].start < offset:
            tag = tags.popleft()
            last[tag.tag] = tag
        header = headers.get(offset)
        if header and _is_header(header["title"], last):
            last = {}
            yield Entry(offset, header.end(), header["title"], header["force"] or "")
        elif header is None and last and _begins_untitled(stream.blocks[stream.index(offset)], last):
            last = {}
            yield Entry(offset, offset)


def _is_header(title: str, last: Mapping[Tag, Mark]) -> bool:
    """A line that ends in a number in brackets, in a comment still open, is a header only if it names its source."""
    if _SENTENCE_END.search(title) or _POINTS.search(title):
        return False
    return not is_open(last) or bool(_NAMES_A_SOURCE.search(title))


def _begins_untitled(block: Block, last: Mapping[Tag, Mark]) -> bool:
    """Below a log that is closed, words without tags that direct someone, or stand as a title, are another entry."""
    if is_open(last) or marks(block.text):
        return False
    return bool(_DIRECTS.search(block.text)) or _is_title(block.text) or block.kind is BlockKind.BULLET


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not _SENTENCE_END.search(text)
