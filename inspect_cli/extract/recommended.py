"""What the words of a register's entry, between its title and its log, recommend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspect_cli.extract.entries import Entry
from inspect_cli.extract.patterns import FORMAL_WORDS, formal_kind
from inspect_cli.extract.sentences import Sentence
from inspect_cli.extract.stream import Stream
from inspect_cli.model import BlockKind, FindingKind

# What a page that has moved says of itself, and what a record has beside its words.
_GONE = re.compile(
    r"\b404\b|\b(?:page|content)\b.{0,60}\b(?:not found|(?:can(?:no|[’'])t|could not) be found|moved|no longer)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][\w /()&-]{2,30}: ?[^.]{0,80}")
_KIND_LINE = re.compile(rf"(?P<kind>{FORMAL_WORDS})(?: \d+)?:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;:][\"'”’)]*\Z")
_DIRECTS = re.compile(
    r"\b(?:should|must|needs? to|is to|are to|recommends?|required to|ha(?:s|ve) to (?!do with))\b", re.IGNORECASE
)
_SMALL = re.compile(r"[a-z]")

Pieces = tuple[Sentence, ...]


class Part(NamedTuple):
    """One finding of an entry: its words, the lead-in of its list, or "", and the kind that a line above it names."""

    pieces: Pieces
    lead: str = ""
    kind: FindingKind | None = None


def parts_of(stream: Stream, entry: Entry) -> list[Part]:
    """Give the findings of an entry in order, its cause of concern before what that leads to.

    Each bullet is one, unless it only goes on with its lead-in. Where there are no bullets, it is the paragraphs that
    direct somebody; where none does, what stands there, or the title. Words without a log or a title give none.
    """
    found: list[Part] = []
    for kind, pieces in _groups(stream.pieces(entry.body, entry.body_end)):
        found += _of_group(kind, pieces)
    if not found and _DIRECTS.search(entry.title):
        found = [Part(stream.pieces(entry.start, entry.start + len(entry.title)))]
    return found if entry.log is not None or entry.title else []


def _groups(pieces: Sequence[Sentence]) -> Iterator[tuple[FindingKind | None, list[Sentence]]]:
    """Part the words at the lines that name a kind: "Cause of concern", then "Recommendation"."""
    kind: FindingKind | None = None
    group: list[Sentence] = []
    for piece in pieces:
        if line := _KIND_LINE.fullmatch(piece.words.strip()):
            yield kind, group
            kind, group = formal_kind(line["kind"]), []
        elif not _is_beside(piece):
            group.append(piece)
    yield kind, group


def _of_group(kind: FindingKind | None, pieces: Sequence[Sentence]) -> list[Part]:
    bullets = [piece for piece in pieces if piece.block.kind is BlockKind.BULLET]
    told = _made_whole([piece for piece in pieces if piece not in bullets])
    leads = [one for one in told if one[-1].words.rstrip().endswith(":")]
    prose = [one for one in told if one not in leads and (_SENTENCE_END.search(one[-1].words) or _directs(one))]
    if bullets:
        leads_on = leads and (leads[-1][0].line, leads[-1][0].start) < (bullets[0].line, bullets[0].start)
        if leads_on and _directs(leads[-1]) and all(_goes_on(bullet) for bullet in bullets):
            return [Part((*leads[-1], *bullets), kind=kind)]
        lead = _joined(leads[0]) if leads else ""
        return [Part((bullet,), lead, kind) for bullet in bullets]
    directing = [place for place, one in enumerate(prose) if _directs(one)]
    if not directing:
        return [Part(_flat(prose), kind=kind)] if prose else []
    first = directing[0]
    last = next((at for at in range(first, len(prose)) if at not in directing), len(prose))
    part = Part(_flat(prose[first:last]), kind=kind)
    if kind is FindingKind.CAUSE_OF_CONCERN and first:
        return [Part(_flat(prose[:first]), kind=kind), part._replace(kind=FindingKind.RECOMMENDATION)]
    return [part]


def _made_whole(pieces: Sequence[Sentence]) -> list[Pieces]:
    """Bring lines of one paragraph together that were read as two: the first ends no sentence, the next is below it."""
    whole: list[Pieces] = []
    for piece in pieces:
        above = whole[-1][-1] if whole else None
        if above and not _SENTENCE_END.search(above.words) and piece.line == above.span.last_line + 1:
            whole[-1] = (*whole[-1], piece)
        else:
            whole.append((piece,))
    return whole


def _directs(pieces: Pieces) -> bool:
    return bool(_DIRECTS.search(_joined(pieces)))


def _joined(pieces: Pieces) -> str:
    return " ".join(piece.words for piece in pieces)


def _flat(paragraphs: Sequence[Pieces]) -> Pieces:
    return tuple(piece for pieces in paragraphs for piece in pieces)


def _goes_on(bullet: Sentence) -> bool:
    """Say whether a bullet only goes on with the sentence that leads to it: "review each report;"."""
    return bool(_SMALL.match(bullet.words)) and not _DIRECTS.search(bullet.words)


def _is_beside(piece: Sentence) -> bool:
    """Say whether words are beside the record: an error page's, or a label line's ("Theme: vetting")."""
    words = piece.words.strip()
    if _GONE.search(words) and not _DIRECTS.search(words):
        return True
    return piece.block.kind is not BlockKind.BULLET and bool(_LABEL.fullmatch(words)) and not _DIRECTS.search(words)


def labels_of(stream: Stream, entry: Entry) -> str:
    """Give the title of an entry and its label lines, where its kind may stand."""
    lines = (piece.words.strip() for piece in stream.pieces(entry.body, entry.body_end))
    return "\n".join([entry.title, *(line for line in lines if _LABEL.fullmatch(line))])
