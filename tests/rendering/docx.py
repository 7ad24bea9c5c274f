"""Examples as Word documents, in the two layouts that reports have.

"styles" is written with Word's styles for headings and lists and has a contents list, a head and a foot; "letter" is
typed: headings in bold, bullets and numbers by hand, a frame around each list of areas for improvement, and changes
that a second person made and nobody accepted yet.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.rendering.structure import Part, parts_of

LAYOUTS = ("styles", "letter")
_FRAMED = re.compile(r"areas? (?:for|of) improvement|recommendations?|causes? of concern", re.I)
_CHANGED = 'w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z"'


def render_docx(text: str, layout: str) -> bytes:
    """Give an example's text as a Word document in one of ``LAYOUTS``."""
    document = docx.Document()
    parts = parts_of(text)
    if layout == "styles":
        _styled(document, parts)
    else:
        _typed(document, parts)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _styled(document: Document, parts: Sequence[Part]) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "The force should never be read in a head"
    section.footer.paragraphs[0].text = "Page 1"
    for style, run in _runs(parts):
        if style == "row":
            _table(document, run)
            continue
        # Word counts through all items of one list: each run of numbers is a list of its own.
        number = _new_list(document) if style == "number" else None
        for part in run:
            if style == "heading":
                document.add_heading(part.text, min(part.level, 3))
            elif style == "bullet":
                document.add_paragraph(part.text, style="List Bullet")
            elif number is not None and part.marker == f"{run.index(part) + 1}.":
                _in_list(document.add_paragraph(part.text), number)
            else:
                document.add_paragraph(f"{part.marker} {part.text}".strip())


def _runs(parts: Sequence[Part]) -> Iterator[tuple[str, list[Part]]]:
    for kind, run in groupby(parts, lambda part: part.kind):
        yield kind, list(run)


def _new_list(document: Document) -> int:
    """Begin a list that counts from 1 in the way of the style for numbered lists; give its id."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    pattern = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    added = numbering.add_num(pattern)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _in_list(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _table(document: Document, rows: Sequence[Part]) -> None:
    columns = max(len(part.cells) for part in rows)
    table = document.add_table(0, columns)
    for part in rows:
        for cell, text in zip(table.add_row().cells, part.cells, strict=False):
            cell.text = text


def _typed(document: Document, parts: Sequence[Part]) -> None:
    holder: Document | _Cell = document
    count = 0
    for kind, run in _runs(parts):
        if kind == "row":
            holder = document
            _table(document, run)
            continue
        for part in run:
            if kind == "heading":
                holder = _frame(document) if _FRAMED.match(part.text) else document
                holder.add_paragraph().add_run(part.text).bold = True
            elif kind == "paragraph":
                holder = document
                count += 1
                _changed(document, part.text, count)
            else:
                marker = "•" if kind == "bullet" else part.marker
                holder.add_paragraph(f"{marker}\t{part.text}")


def _frame(document: Document) -> _Cell:
    """Draw a frame, as a table of one cell."""
    cell: _Cell = document.add_table(1, 1).cell(0, 0)
    document.add_paragraph()
    return cell


def _changed(document: Document, text: str, count: int) -> None:
    """Write a paragraph with a change in it: words taken out, words put in, or two paragraphs made one."""
    words = text.split(" ")
    middle = len(words) // 2
    paragraph = document.add_paragraph(" ".join(words[:middle]) + " " if middle else "")
    rest = " ".join(words[middle:])
    if count % 3 == 0:
        mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:del {_CHANGED}/></w:rPr>")
        paragraph._p.get_or_add_pPr().append(mark)
        document.add_paragraph(rest)
        return
    paragraph._p.append(_change("del", "delText", "never in 2009 "))
    if count % 3 == 1:
        paragraph._p.append(_change("ins", "t", rest))
    else:
        paragraph.add_run(rest)


def _change(kind: str, holder: str, text: str) -> BaseOxmlElement:
    element = parse_xml(f'<w:{kind} {nsdecls("w")} {_CHANGED}><w:r><w:{holder} xml:space="preserve"/></w:r></w:{kind}>')
    element[0][0].text = text
    return element
