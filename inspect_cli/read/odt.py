"""OpenDocument texts: paragraphs, lists and tables in reading order, with tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from inspect_cli.read import marks
from inspect_cli.read.breaks import split_breaks
from inspect_cli.read.counting import DEEPEST, Counter, Level, marker
from inspect_cli.read.marks import Line
from inspect_cli.read.odt_lists import hidden_styles, list_styles
from inspect_cli.read.odt_names import DRAW, OFFICE, PICTURE, TABLE, TEXT, positive
from inspect_cli.read.package import Package
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text
from inspect_cli.read.refusals import refusal
from inspect_cli.read.tables import Cell, table_lines

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_LOCKED_WHOLE = "encrypted-package"
_LOCKED = b":encryption-data"

_PARAGRAPH, _HEADING, _LIST, _TABLE = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table"
_ROW, _CELL, _COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_ITEMS = {f"{TEXT}list-item": True, f"{TEXT}list-header": False}
_NOTE, _FRAME, _BOX = f"{TEXT}note", f"{DRAW}frame", f"{DRAW}text-box"
_PICTURE_WORDS = (f"{PICTURE}title", f"{PICTURE}desc")
# Deleted text is kept apart from the body; lists of contents repeat the headings.
_DROPPED = frozenset(
    {f"{TEXT}{name}" for name in "tracked-changes table-of-content illustration-index table-index object-index".split()}
    | {f"{TEXT}{name}" for name in "alphabetical-index user-index ruby-text note-citation hidden-text".split()}
    | {f"{OFFICE}{name}" for name in "annotation annotation-end forms".split()}
    | {f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls"}
)
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SPACES = f"{TEXT}s"
_MOST_SPACES = 200
_STYLE_NAME = f"{TEXT}style-name"


def read_odt(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read an OpenDocument text: a line for each paragraph, item and row as it reads with all changes accepted.

    Notes stand after the text; headers, footers, comments, hidden words and lists of contents are left out. Raises
    SourceError for a file that is damaged, has a password, or unpacks to more than reports are.
    """
    del options
    package = Package(name, data)
    manifest = package.part(_MANIFEST) if _MANIFEST in package.names else b""
    if _LOCKED_WHOLE in package.names or _LOCKED in manifest:
        raise refusal(name, "locked")
    content, styles = package.tree(_CONTENT), package.tree_or_none(_STYLES)
    roots = [root for root in (styles, content) if root is not None]
    body = _Body(list_styles(roots), hidden_styles(roots))
    lines = [line for text in content.iterfind(f"{OFFICE}body/{OFFICE}text") for line in body.lines(text)]
    return Text(marks.laid_out([*lines, *body.notes()]), whole=True)


class _Place(NamedTuple):
    """The list that lines stand in: its style, how deep it is (0: in none), its counter."""

    style: str = ""
    depth: int = 0
    counter: Counter = Counter()


@dataclass(slots=True)
class _Words:
    """What a paragraph holds: its text, the boxes in it, the grades that its pictures name."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Body:
    """Reads the parts of a document in order, and keeps its notes for the end."""

    list_levels: dict[str, dict[int, Level]]
    hidden: frozenset[str]
    noted: list[Element] = field(default_factory=list)
    counters: dict[str, Counter] = field(default_factory=dict)

    def lines(self, parent: Iterable[Element]) -> Iterator[Line]:
        """Give the lines of all that a part of the document holds."""
        for child in parent:
            tag = child.tag
            if tag in (_PARAGRAPH, _HEADING):
                yield from self._paragraph(child, None, 0)
            elif tag == _LIST:
                yield from self._list(child, _Place())
            elif tag == _TABLE:
                yield from table_lines(list(self._rows(child)))
            elif tag == _FRAME:
                yield from self._hanging(self._words([child]))
            elif tag not in _DROPPED:
                yield from self.lines(child)

    def notes(self) -> Iterator[Line]:
        """Give the notes in the order of the text, below a heading of their own."""
        texts = []
        for note in self.noted:  # which grows where a note has a note
            bodies = note.findall(f"{TEXT}note-body")
            texts.append(" ".join(line.text for one in bodies for line in self.lines(one) if line.text))
        if any(texts):
            yield marks.heading(1, "Notes")
            yield from map(marks.paragraph, texts)

    def _paragraph(self, element: Element, label: str | None, depth: int) -> Iterator[Line]:
        if element.get(_STYLE_NAME, "") in self.hidden:
            return
        words = self._words(element, element.text)
        text = "".join(words.parts)
        sign = marker(label) if label else None
        if element.tag == _HEADING:
            shown = label if label and any(map(str.isalnum, label)) else ""
            level = positive(element.get(f"{TEXT}outline-level"), 1)
            yield marks.heading(max(level, 1), f"{shown} {text}" if text.strip() else "")
        else:
            first, *others = split_breaks(text)
            if sign is not None:
                yield marks.item(sign, depth, first)
            else:
                yield marks.paragraph(f"{label} {first}" if label and first else first)
            yield from map(marks.paragraph, others)
        yield from self._hanging(words)

    def _hanging(self, words: _Words) -> Iterator[Line]:
        yield from map(marks.paragraph, words.grades)
        for box in words.boxes:
            yield from self.lines(box)

    def _list(self, element: Element, outer: _Place) -> Iterator[Line]:
        style = element.get(_STYLE_NAME) or outer.style
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if outer.depth:
            counter = outer.counter
        elif goes_on and style in self.counters:
            counter = self.counters[style]
        else:
            counter = self.counters[style] = Counter()
        place = _Place(style, outer.depth + 1, counter)
        for child in element:
            if child.tag in _ITEMS:
                yield from self._item(child, place, is_item=_ITEMS[child.tag])

    def _item(self, element: Element, place: _Place, *, is_item: bool) -> Iterator[Line]:
        """Give an item's lines: the first paragraph has its number, the others and inner lists follow."""
        label, at = None, min(place.depth, DEEPEST) - 1
        if is_item and any(child.tag != _LIST for child in element):
            levels = self.list_levels.get(place.style) or {at: Level("bullet")}  # a list of no known style has bullets
            start = element.get(f"{TEXT}start-value")
            if start is not None:
                place.counter.restart(at, positive(start, 1))
            label = place.counter.next(at, levels)
        for child in element:
            if child.tag in (_PARAGRAPH, _HEADING):
                yield from self._paragraph(child, label, at)
                label = None
            elif child.tag == _LIST:
                yield from self._list(child, place)
            else:
                yield from self.lines([child])

    def _rows(self, parent: Element) -> Iterator[list[Cell]]:
        for child in parent:
            if child.tag == _ROW:
                cells = [one for one in child if one.tag in (_CELL, _COVERED)]
                yield [Cell(list(self.lines(one)), one.find(f".//{_TABLE}") is not None) for one in cells]
            elif child.tag not in _DROPPED:
                yield from self._rows(child)

    def _words(self, parent: Iterable[Element], text: str | None = None) -> _Words:
        words = _Words([_blank(text)])
        self._gather(parent, words)
        return words

    def _gather(self, parent: Iterable[Element], words: _Words) -> None:
        for child in parent:
            self._gather_one(child, words)
            words.parts.append(_blank(child.tail))

    def _gather_one(self, child: Element, words: _Words) -> None:
        tag = child.tag
        if tag in _SIGNS:
            words.parts.append(_SIGNS[tag])
        elif tag == _SPACES:
            words.parts.append(" " * min(positive(child.get(f"{TEXT}c"), 1), _MOST_SPACES))
        elif tag == _NOTE:
            self.noted.append(child)
        elif tag == _BOX:
            words.boxes.append(child)
        elif tag in _PICTURE_WORDS:
            words.grades.extend(filter(None, [marks.grade_of(child.text)]))
        elif tag not in _DROPPED and child.get(_STYLE_NAME, "") not in self.hidden:
            words.parts.append(_blank(child.text))
            self._gather(child, words)


def _blank(text: str | None) -> str:
    """Give text in which a line's end in the file is a blank, as the format has it."""
    return (text or "").replace("\n", " ").replace("\r", " ")
