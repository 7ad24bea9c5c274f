"""Which lines belong to one paragraph: what wrapping broke, and what grammar makes one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspect_cli.model import join_lines
from inspect_cli.read.clean import is_furniture
from inspect_cli.read.rows import Row
from inspect_cli.read.wrap import Wrapping

_OPENING = re.compile(r"[\"“]")
_CLOSED = re.compile(r"[\"”]\Z")
_SPEECH = re.compile(r"[\"“][A-Z][^\"”]*\Z")
_INTRODUCES = re.compile(
    r"(?:,|\b(?:said|says?|that|as|of|the|a|an|and|or|to|in|at|on|for|with|by|from|into|about|called|is|was|read|states?))\Z"
)
# A line of names alone is a heading, also before a line that begins in lower case.
_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|of|the|&)){0,6} [A-Z][\w’'-]*")
_TITLE = 8
_FURNITURE = 8
_COUNT = re.compile(r"\d+|[a-z]")


def continues(group: Sequence[Row], below: Row, after: Row | None, wrapping: Wrapping) -> bool:
    """Say whether the line ``below`` goes on with the paragraph ``group``; ``after`` is the line after it."""
    above = group[-1]
    gap = 1 if below.new_page else below.number - above.number - 1
    if gap > 1 or below.is_heading or below.is_bold or above.is_bold:
        return False
    if not above.words:
        return not below.marker
    if gap == 0 and wrapping.broke(above, below):
        return _broken(group, below) and not _is_title(group, below, after, wrapping)
    if below.marker or below.stands_alone or group[0].is_heading or above.is_final or above.stands_alone:
        return False
    if gap and ((group[0].marker and not above.is_hanging) or (len(group) == 1 and _NAME.fullmatch(above.words))):
        return False
    return below.starts_lower or (above.is_hanging and not gap)


def _broken(group: Sequence[Row], below: Row) -> bool:
    """Say whether a break that wrapping can have made is inside a paragraph, and not between two."""
    above = group[-1]
    if above.stands_alone and len(group) == 1:
        return below.starts_lower and not below.marker
    if below.marker:
        return not above.is_final and not _next_item(group, below)
    if below.stands_alone:
        return bool(_INTRODUCES.search(above.words)) and not below.is_grade
    if not above.is_final:
        return not _SPEECH.match(below.words) or bool(_INTRODUCES.search(above.words))
    return not _is_next_speech(group, below) and not _is_furniture(group)


def _is_furniture(group: Sequence[Row]) -> bool:
    """Say whether the lines so far are a piece of page furniture by themselves; a long paragraph is none."""
    return len(group) <= _FURNITURE and is_furniture(join_lines([row.whole for row in group]))


def _is_next_speech(group: Sequence[Row], below: Row) -> bool:
    """Say whether one paragraph of direct speech is over and the next begins, or something that is not speech."""
    above = group[-1].words
    speech, closed = _OPENING.match(group[0].words), _CLOSED.search(above)
    if speech and closed:
        return True
    return bool(_OPENING.match(below.words) and (speech or closed or above.endswith(":")))


def _is_title(group: Sequence[Row], below: Row, after: Row | None, wrapping: Wrapping) -> bool:
    """Say whether a line after a whole sentence is a heading: a few words on one line, and no sentence ends there."""
    if below.words.count(" ") >= _TITLE or group[0].marker or not group[-1].is_final:
        return False
    if _INTRODUCES.search(below.words):
        return False
    if below.is_final and not below.words.endswith(":"):
        return False
    return after is None or after.number > below.number + 1 or not wrapping.broke(below, after)


def _next_item(group: Sequence[Row], below: Row) -> bool:
    """Say whether a marker goes on with the list that the block above belongs to."""
    before, after = _COUNT.search(group[0].marker), _COUNT.search(below.marker)
    if before and after:
        one, two = before.group(), after.group()
        return two == str(int(one) + 1) if one.isdigit() else len(two) == 1 and ord(two) == ord(one) + 1
    return group[0].marker == below.marker
