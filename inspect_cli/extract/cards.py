"""Findings that a list has one below the other: lines with a label each, or a status ahead of the finding's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from inspect_cli.extract.columns import Cell, Row, Table
from inspect_cli.extract.rows import directs, is_told, named_kind, without_number
from inspect_cli.extract.sentences import Sentence, sentences, whole
from inspect_cli.model import Block, BlockKind
from inspect_cli.reference.heads import columns_of, labelled, labels_within, status_ahead, status_behind

_COLUMNS = ("number", "kind", "finding", "status", "due", "report", "force", "date")
_HEADS = {name: place for place, name in enumerate(_COLUMNS)}
_QUOTED = re.compile(r"[\"“‘'].*[\"”’']\W*\Z", re.DOTALL)
_NUMBER = re.compile(r"\S*\d\S*")
_LONGEST_HEADING = 8
_FEWEST = 2
_IN_LINES = (BlockKind.PARAGRAPH, BlockKind.BULLET)
_DUE = re.compile(r"\b(?:due|target|by)\b", re.IGNORECASE)


def find_cards(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the findings told in lines with labels ("Text: ...", "Status: ..."), each a table of one row.

    Where no label names its words, they are the paragraph above the labels, that directs somebody or is in quotation
    marks, below a line that names its kind or number.
    """
    cards = [card for card in _cards(blocks) if card.rows]
    if len(cards) >= _FEWEST:
        yield from (card.table() for card in cards)


def find_in_lines(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the findings of paragraphs that begin or end with a status, each a table of one row.

    "[OVERDUE] AFI 2. The force ...", "2. The force ... – AMBER", "AFI 2: The force ... Status: Amber. Lead: ...".
    """
    for look in (_row_ahead, _row_behind):
        told = [(at, block) for at, block in enumerate(blocks) if block.kind in _IN_LINES]
        found = [Table((row,), at, at, (block,)) for at, block in told if (row := look(block))]
        if len(found) >= _FEWEST:
            yield from found


def find_headed(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the findings below a line that names them and has labels in brackets ("AFI 1 (Owner: ...; RAG: Red)")."""
    placed = [(at, block) for at, block in enumerate(blocks) if block.kind in _IN_LINES]
    for (at, head), (below, block) in pairwise(placed):
        labels = labels_within(head.text)
        heads = columns_of([name for name, _, _ in labels])
        if "status" not in heads or named_kind(head.text) is None or not directs(block.text):
            continue
        cells = {name: (Sentence(head, *labels[place][1:]),) for name, place in heads.items()}
        number = (Sentence(head, 0, head.text.index("(")),)
        yield Table((_row({**cells, "number": number, "finding": (whole(block),)}),), at, below, (head, block))


def _row_behind(block: Block) -> Row | None:
    place = status_behind(block.text)
    if place is None:
        return None
    told, _ = without_number(Sentence(block, 0, place[0]))
    if not directs(told.words):
        return None
    number = (Sentence(block, 0, told.start),) if told.start else ()
    status = (Sentence(block, place[1], place[2]),)
    due = status if _DUE.search(status[0].words) else ()
    return _row({"number": number, "finding": (told,), "status": status, "due": due})


def _row_ahead(block: Block) -> Row | None:
    place = status_ahead(block.text)
    if place is None:
        return None
    start, end, rest = place
    told, kind = without_number(Sentence(block, rest, len(block.text)))
    first = next((one for one in sentences(block) if one.end > told.start), None)
    if first is None or not (kind or directs(block.text[told.start : first.end])):
        return None
    number = (Sentence(block, rest, told.start),) if told.start > rest else ()
    words = Sentence(block, told.start, first.end)
    return _row({"number": number, "finding": (words,), "status": (Sentence(block, start, end),)})


def _row(cells: dict[str, Cell]) -> Row:
    return Row(tuple(cells.get(name, ()) for name in _COLUMNS), _HEADS)


@dataclass
class _Card:
    """The labelled lines of one finding, and what stands above the first of them."""

    first: int
    above: Sequence[tuple[int, Block]]
    cells: dict[str, Cell] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    taken: list[tuple[int, Block]] = field(default_factory=list)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The row that the lines are, if they tell a finding and its status."""
        heads = columns_of(self.names)
        cells = {name: self.cells.get(self.names[at], ()) for name, at in heads.items()}
        if "status" not in cells:
            return ()
        told = self.above
        if "finding" not in cells:
            words = whole(told[-1][1]) if told else None
            named = whole(told[-2][1]) if len(told) > 1 and _is_heading(told[-2][1]) else None
            if not words or not named or not is_told(words.words) or not _tells(words.words):
                return ()
            cells["finding"] = (words,)
            told = told[:-1]
        if told and _is_heading(told[-1][1]):
            cells.setdefault("number", (whole(told[-1][1]),))
        return (_row(cells),)

    def table(self) -> Table:
        """Give the card as a table of one row."""
        held = {id(piece.block) for row in self.rows for cell in row.cells for piece in cell}
        placed = [(at, block) for at, block in self.above if id(block) in held] + self.taken
        return Table(self.rows, placed[0][0], placed[-1][0], tuple(block for _, block in placed))


def _cards(blocks: Sequence[Block]) -> Iterator[_Card]:
    placed = [(at, block) for at, block in enumerate(blocks) if block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
    card: _Card | None = None
    for n, (at, block) in enumerate(placed):
        label = labelled(block.text)
        if label is None:
            continue
        name = block.text[: label.start].rstrip(": ")
        last = card.taken[-1][0] if card else -1
        if card is None or name in card.names or not _follows(blocks, last, at):
            if card:
                yield card
            card = _Card(at, placed[max(0, n - 2) : n])
        card.names.append(name)
        card.cells[name] = (Sentence(block, label.start, len(block.text)),)
        card.taken.append((at, block))
    if card:
        yield card


def _follows(blocks: Sequence[Block], last: int, at: int) -> bool:
    """Say whether only a line without a label stands between, or none: a card's own words, that no heading parts."""
    between = [block for block in blocks[last + 1 : at] if block.kind is not BlockKind.FURNITURE]
    return len(between) <= 1 and not any(_is_heading(block) for block in between)


def _is_heading(block: Block) -> bool:
    """Say whether a line is the number or the kind of a finding."""
    text = block.text.strip()
    short = len(text.split()) <= _LONGEST_HEADING and not directs(text)
    return short and (named_kind(text) is not None or bool(_NUMBER.fullmatch(text)))


def _tells(words: str) -> bool:
    return directs(words) or bool(_QUOTED.match(words.strip()))
