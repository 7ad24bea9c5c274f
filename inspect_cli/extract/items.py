"""Indexes of recommendations: a status on a line of its own above each item, or items below a counted heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from inspect_cli.extract.addressees import addressee_of
from inspect_cli.extract.patterns import BODY, NAMED
from inspect_cli.extract.rows import Found, directs, is_told, named_kind, without_number
from inspect_cli.extract.sections import Section, section_after
from inspect_cli.extract.sentences import Sentence, sentences
from inspect_cli.extract.statuses import verdict_of_status
from inspect_cli.extract.stream import Stream
from inspect_cli.model import Addressee, Block, BlockKind, FindingKind, Report, Verdict
from inspect_cli.reference.forces import force_slug
from inspect_cli.reference.heads import counted_status

_STATUS = re.compile(r"(?:(?:Current )?Status ?[:–-] ?)?(?P<said>[A-Za-z][A-Za-z -]{2,30})\.?")
_COUNTED = re.compile(
    r"(?P<kind>Areas? for improvement|Recommendations?|Causes? of concern)(?: ?\(\d+\)| ?: ?\d+)?:?", re.IGNORECASE
)
_FORCES = re.compile(r"Applicable (?:police )?forces?:?", re.IGNORECASE)
_DIRECTIVE = re.compile(
    rf"(?:(?:[^.:]{{0,90}}, )?(?:{BODY}|{NAMED}|[Aa]ll (?:police )?forces|[Ff]orces|[Cc]hief [Cc]onstables?)"
    rf" (?:also )?(?:should|must|needs? to|ha(?:s|ve) to)\b)"
)
_LABEL = re.compile(r"[A-Z][\w /()-]{2,30}: ?[^.]{0,80}|(?:Published|Updated|Due|Ref\w*|ID)\b.{0,60}")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\Z")
_SHORT = re.compile(r"\W*(?:\w+\W+){0,4}\w*\W*")
_LONGEST = 2400


def find_items(stream: Stream, report: Report, section: Section) -> Iterator[Found]:
    """Give the items of an index; nothing where there is neither a line of status nor a counted heading.

    Where there are counted headings, what stands before the first (a key to the statuses) is no item. The forces that
    an item is for stand on lines of their own below it.
    """
    counted = any(_is_counted(block) for block in stream.blocks)
    if not (counted or _is_index(stream) or sum(_status_line(block) is not None for block in stream.blocks)):
        return
    section = replace(section, inspects=True)
    place = _Place(listing=not counted)
    waiting: Found | None = None
    forces: list[str] = []
    behind = _behind(stream.blocks)
    for block in stream.blocks:
        text = block.text.strip()
        if id(block) in behind:
            continue
        if force := _force_line(text):
            forces.append(force)
            place.fresh = True
            continue
        item = place.read(block, text)
        if item is None and not _COUNTED.fullmatch(text):
            continue
        if waiting:
            yield _for_forces(waiting, forces)
        waiting, forces = None, []
        if item:
            section = section_after(section, "\n".join(place.lines))
            place.lines = []
            waiting = _found(stream, report, replace(section, kind=place.kind or section.kind), item, place.status)
            place.status, place.fresh = (place.status, True) if place.group else (None, False)
    if waiting:
        yield _for_forces(waiting, forces)


@dataclass
class _Place:
    """Where in an index one is: below which heading and status, and whether an item's title is due."""

    listing: bool
    kind: FindingKind | None = None
    status: tuple[Block, Verdict] | None = None
    counted: bool = False
    group: bool = False
    fresh: bool = False
    lines: list[str] = field(default_factory=list)

    def read(self, block: Block, text: str) -> Sentence | None:
        """Take a block in; give the item's words where it is one."""
        verdict = _status_line(block)
        if verdict and self.listing:
            self.status, self.fresh, self.group = (block, verdict), True, bool(counted_status(text))
        elif heading := _COUNTED.fullmatch(text):
            self.kind, self.status = named_kind(heading["kind"]), None
            self.listing = self.fresh = self.listing or _is_counted(block)
            self.counted = self.counted or _is_counted(block)
        elif self.listing and (item := _item(block, self.status is not None, self.fresh, self.counted)):
            return item
        else:
            self.lines.append(text)
            self.fresh = self.fresh and bool(_LABEL.fullmatch(text) or _SHORT.fullmatch(text))
            self.status = self.status if self.fresh else None
        return None


def _is_counted(block: Block) -> bool:
    return bool(re.search(r"\(\d+\)", block.text) and _COUNTED.fullmatch(block.text.strip()))


def _force_line(text: str) -> str | None:
    return force_slug(text) if len(text) < len("Applicable forces: and no more") else None


def _for_forces(found: Found, forces: Sequence[str]) -> Found:
    """An item is for the one force named below it; for none in particular where several are, or none is."""
    named = dict.fromkeys(forces)
    return replace(found, force=next(iter(named))) if len(named) == 1 else found


def _is_index(stream: Stream) -> bool:
    return any(_FORCES.fullmatch(block.text.strip()) for block in stream.blocks)


def _status_line(block: Block) -> Verdict | None:
    text = block.text.strip()
    match = _STATUS.fullmatch(counted_status(text) or text)
    return verdict_of_status(match["said"]) if match else None


def _behind(blocks: Sequence[Block]) -> set[int]:
    """The lines of status that end what is above them and not begin what is below: words right above, a blank below."""
    around = zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
    return {
        id(block)
        for above, block, below in around
        if _status_line(block) is not None
        and is_told(above.text)
        and above.pieces[-1].line + 1 == block.line
        and (below is None or block.pieces[-1].line + 1 < below.line)
    }


def _item(block: Block, below_status: bool, fresh: bool, counted: bool) -> Sentence | None:
    """An item's words: its title or first sentence, where one is due or where it directs a force."""
    text = block.text
    first = next(sentences(block), None)
    if first is None or len(text) > _LONGEST or not is_told(text) or text.rstrip().endswith("?"):
        return None
    if _LABEL.fullmatch(text.strip()):
        return None
    whole = Sentence(block, 0, len(text)) if block.kind is BlockKind.BULLET else first
    item, _ = without_number(whole)
    if _DIRECTIVE.match(item.words) or (directs(item.words) and addressee_of(item.words) is Addressee.OTHER):
        return item
    due = fresh and (below_status or counted)
    ended = bool(_SENTENCE_END.search(text)) or block.kind is BlockKind.BULLET
    return item if due and (ended or counted or directs(item.words)) else None


def _found(
    stream: Stream, report: Report, section: Section, item: Sentence, status: tuple[Block, Verdict] | None
) -> Found | None:
    words = stream.joined([item])
    if words is None or not section.inspects:
        return None
    numbered = without_number(Sentence(item.block, 0, item.end))[1]
    kind = numbered or section.kind or FindingKind.RECOMMENDATION
    if status is None:
        return Found(words, kind, section, report.force)
    above = Sentence(status[0], 0, len(status[0].text))
    state = stream.joined([above, item], words.text)
    return Found(words, kind, section, report.force, status[1], state)
