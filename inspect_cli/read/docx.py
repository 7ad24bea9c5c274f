"""Word documents: paragraphs, lists and tables in reading order, with tracked changes accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from inspect_cli.read import marks
from inspect_cli.read.breaks import split_breaks
from inspect_cli.read.counting import marker
from inspect_cli.read.docx_lists import Lists
from inspect_cli.read.docx_names import path, value, w
from inspect_cli.read.docx_styles import Styles
from inspect_cli.read.docx_words import CHOICES, CONTROL, DROPPED, Words, chosen, gather, is_placeholder
from inspect_cli.read.marks import Line
from inspect_cli.read.package import Package
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text
from inspect_cli.read.tables import Cell, table_lines

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_PROPERTIES = w("pPr")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL_MAIN = "word/document.xml"
# A paragraph's mark that was deleted or moved away: the paragraph goes on in the next.
_JOINING = (path("rPr", "del"), path("rPr", "moveFrom"))
_CONTENTS = "Table of Contents"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read a Word document: a line for each paragraph, item and row as it reads with all changes accepted.

    Notes stand after the text; headers, footers, comments, hidden words and the table of contents are left out.
    Raises SourceError for a file that is damaged, has a password, or unpacks to more than reports are.
    """
    del options
    package = Package(name, data)
    main = _related(package, "").get("officeDocument", _USUAL_MAIN)
    parts = _related(package, main)
    trees = {kind: package.tree_or_none(parts[kind]) for kind in ("styles", "numbering", *_NOTE_PARTS) if kind in parts}
    styles = Styles(trees.get("styles"))
    body = _Body(styles, Lists(trees.get("numbering"), styles))
    root = package.tree(main)
    lines = [line for part in root.findall(w("body")) for line in body.lines(part)]
    return Text(marks.laid_out([*lines, *body.rest(), *body.notes(trees)]), whole=True)


_NOTE_PARTS = ("footnotes", "endnotes")


def _related(package: Package, part: str) -> dict[str, str]:
    """Give the parts that a part ("": the package) names as related, by the last word of their kind."""
    folder, _, file = part.rpartition("/")
    root = package.tree_or_none(posixpath.join(folder, "_rels", f"{file}.rels"))
    if root is None:
        return {}
    found: dict[str, str] = {}
    for one in root.iter(_RELATION):
        target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        found.setdefault(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return found


@dataclass(slots=True)
class _Body:
    """Reads the parts of a document in order; ``carried`` are words whose paragraph goes on in the next one."""

    styles: Styles
    lists: Lists
    carried: str = ""
    noted: list[tuple[str, str]] = field(default_factory=list)

    def lines(self, parent: Element) -> Iterator[Line]:
        """Give the lines of all that a part of the document holds."""
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == _TABLE:
                yield from table_lines(list(self._rows(child)))
            elif tag == CHOICES:
                for one in chosen(child):
                    yield from self.lines(one)
            elif tag == CONTROL:
                if not is_placeholder(child) and not _is_contents(child):
                    yield from self.lines(child)
            elif tag not in DROPPED:
                yield from self.lines(child)

    def rest(self) -> list[Line]:
        """Give what is left of a paragraph that goes on in one that is not there."""
        text, self.carried = self.carried, ""
        return [marks.paragraph(text)]

    def notes(self, trees: dict[str, Element | None]) -> Iterator[Line]:
        """Give the notes that the text refers to, in that order, below a heading of their own."""
        wanted = list(dict.fromkeys(self.noted))
        found = {}
        for kind in _NOTE_PARTS:
            tree = trees.get(kind)
            for one in tree if tree is not None else ():
                if value(one, "type") not in _SEPARATORS:
                    found[kind.removesuffix("s"), value(one, "id") or ""] = one
        texts = [" ".join(line.text for line in self.lines(found[one])) for one in wanted if one in found]
        if any(texts):
            yield marks.heading(1, "Notes")
            yield from map(marks.paragraph, texts)

    def _paragraph(self, element: Element) -> Iterator[Line]:
        properties = element.find(_PROPERTIES)
        style = value(properties.find(w("pStyle"))) if properties is not None else None
        if self.styles.is_contents(style) or self.styles.is_hidden(style):
            return
        words = gather(element, self.styles)
        self.noted.extend(words.notes)
        text, self.carried = self.carried + words.text, ""
        if properties is not None and any(properties.find(mark) is not None for mark in _JOINING):
            self.carried = text
        else:
            yield from self._shown(text, style, properties)
        yield from self._hanging(words)

    def _shown(self, text: str, style: str | None, properties: Element | None) -> Iterator[Line]:
        numbering = self.lists.label(style, properties)
        label, at = numbering or ("", 0)
        sign = marker(label) if label else None
        level = self.styles.heading(style, properties)
        if level is not None:
            shown = label if sign is None or any(map(str.isalnum, sign)) else ""
            yield marks.heading(level, f"{shown} {text}" if text.strip() else "")
            return
        first, *others = split_breaks(text)
        if sign is not None:
            yield marks.item(sign, at, first)
        else:
            yield marks.paragraph(f"{label} {first}" if label and first.strip() else first)
        yield from map(marks.paragraph, others)

    def _hanging(self, words: Words) -> Iterator[Line]:
        yield from map(marks.paragraph, words.grades)
        for box in words.boxes:
            before, self.carried = self.carried, ""
            yield from [*self.lines(box), *self.rest()]
            self.carried = before

    def _rows(self, parent: Element) -> Iterator[list[Cell]]:
        for child in parent:
            if child.tag == _ROW:
                if child.find(path("trPr", "del")) is None:
                    yield list(self._cells(child))
            elif child.tag not in DROPPED:
                yield from self._rows(child)

    def _cells(self, parent: Element) -> Iterator[Cell]:
        for child in parent:
            if child.tag == _CELL:
                if child.find(path("tcPr", "cellDel")) is None:
                    yield self._cell(child)
            elif child.tag not in DROPPED:
                yield from self._cells(child)

    def _cell(self, element: Element) -> Cell:
        lines = [*self.lines(element), *self.rest()]
        properties = element.find(w("tcPr"))
        merged = properties.find(w("vMerge")) if properties is not None else None
        goes_on = merged is not None and value(merged) != "restart"
        return Cell([] if goes_on else lines, nests=element.find(f".//{_TABLE}") is not None)


def _is_contents(control: Element) -> bool:
    return value(control.find(path("sdtPr", "docPartObj", "docPartGallery"))) == _CONTENTS
