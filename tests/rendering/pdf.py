"""Examples as PDF, in the two layouts that reports have.

"single" is one column with a running head, page numbers and a list of contents; "columns" is two narrow ones with
words broken at line ends, bullets as Word writes them, and a box around each list of areas for improvement.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table

from tests.rendering.structure import Part, parts_of

LAYOUTS = ("single", "columns")
_WORD_BULLET = "\uf0b7"
_BOXED = re.compile(r"areas? for improvement|recommendations?|causes? of concern", re.I)
_BREAKABLE = re.compile(r"[a-z]{4,}(?=[a-z]{4,})")
_SOFT = "\u00ad"


def render_pdf(text: str, layout: str) -> bytes:
    """Give an example's text as a PDF in one of ``LAYOUTS``."""
    parts = parts_of(text)
    return _Single(parts).render() if layout == "single" else _Columns(parts).render()


class _Layout:
    """What both layouts share: a story of flowables on pages with a head and a foot."""

    font, symbols, size, bullet, columns = "Helvetica", "Helvetica", 11.0, "•", 1

    def __init__(self, parts: Sequence[Part]) -> None:
        symbols = TTFont("Symbols", "Vera.ttf")
        # Word sets its bullets in a font of symbols, whose places have no meaning to others.
        symbols.face.charToGlyph[ord(_WORD_BULLET)] = symbols.face.charToGlyph[ord("•")]
        registerFont(symbols)
        self.parts = parts
        self.title = next((part.text for part in parts if part.kind == "heading"), "A report")[:60]

    def render(self) -> bytes:
        """Give the PDF's bytes."""
        out = io.BytesIO()
        width, height = A4
        inner = width - 120
        across = (inner - 20 * (self.columns - 1)) / self.columns
        frames = [
            Frame(60 + column * (across + 20), 70, across, height - 150, leftPadding=0, rightPadding=0)
            for column in range(self.columns)
        ]
        document = BaseDocTemplate(out, pagesize=A4, invariant=1)
        document.addPageTemplates(PageTemplate(frames=frames, onPage=self.furnish))
        document.build(self.story(across))
        return out.getvalue()

    def furnish(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        """Draw what stands on each page beside the text."""
        raise NotImplementedError

    def story(self, width: float) -> list[Flowable]:
        """Give what stands in the columns, in order."""
        return list(self.flowables(self.parts, width))

    def flowables(self, parts: Sequence[Part], width: float) -> Iterator[Flowable]:
        """Give parts of the report as they are set; rows that follow one another are one table."""
        for kind, group in groupby(parts, key=lambda part: part.kind):
            if kind == "row":
                yield from self.tables(list(group), width)
            else:
                yield from map(self.flowable, group)

    def tables(self, rows: Sequence[Part], width: float) -> Iterator[Flowable]:
        """Give the table of some rows; those with another number of cells begin a new one."""
        style = self.style(fontSize=7, leading=9, splitLongWords=0, alignment=TA_LEFT)
        for count, group in groupby((row.cells for row in rows), key=len):
            lines = list(group)
            columns = [[line[column] for line in lines] for column in range(count)]
            needed = [
                max(max(map(len, re.split(r"[ -]", " ".join(cells)))) + 3, max(map(len, cells)) ** 0.7)
                for cells in columns
            ]
            cells = [[Paragraph(escape(cell), style) for cell in line] for line in lines]
            widths = [16 + (width - 16 * count) * one / sum(needed) for one in needed]
            yield Table(cells, colWidths=widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")], spaceAfter=self.size)

    def style(self, **changes: object) -> ParagraphStyle:
        """Give the style of plain text, changed."""
        plain = {
            "fontName": self.font,
            "fontSize": self.size,
            "leading": 1.25 * self.size,
            "spaceAfter": 0.6 * self.size,
        }
        return ParagraphStyle("text", **{**plain, **changes})

    def words(self, text: str) -> str:
        """Give a paragraph's words in the markup of the renderer."""
        return escape(text)

    def flowable(self, part: Part) -> Flowable:
        """Give one part of the report as it is set."""
        if part.kind == "heading":
            return self.heading(part)
        if part.kind in ("bullet", "number"):
            mark, font = (self.bullet, self.symbols) if part.kind == "bullet" else (part.marker, "Helvetica")
            style = self.style(leftIndent=18, bulletIndent=4, bulletFontName=font, bulletFontSize=self.size)
            return Paragraph(self.words(part.text), style, bulletText=mark)
        return Paragraph(self.words(part.text), self.style())

    def heading(self, part: Part) -> Flowable:
        """Give a heading, larger by level."""
        size = self.size * {1: 1.8, 2: 1.35}.get(part.level, 1.0)
        bold = {"fontName": f"{self.font}-Bold", "fontSize": size, "leading": 1.2 * size, "alignment": TA_LEFT}
        style = self.style(**bold, spaceBefore=size, keepWithNext=1)
        return Paragraph(self.words(part.text), style)


class _Single(_Layout):
    def furnish(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 45, f"HMICFRS – {self.title}")
        canvas.drawRightString(A4[0] - 60, 40, f"Page {document.page}")

    def story(self, width: float) -> list[Flowable]:
        headings = [part.text for part in self.parts if part.kind == "heading"]
        contents: list[Flowable] = []
        if len(headings) > 2:
            rows = [
                f"{text[:60]} {'.' * (90 - len(text[:60]))} {number}" for number, text in enumerate(headings, start=2)
            ]
            contents = [Paragraph("Contents", self.style(fontName="Helvetica-Bold", fontSize=16, leading=20))]
            contents += [Paragraph(escape(row), self.style()) for row in rows]
            contents.append(PageBreak())
        return contents + super().story(width)


class _Columns(_Layout):
    font, symbols, size, bullet, columns = "Times", "Symbols", 9.5, _WORD_BULLET, 2

    def furnish(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Times-Italic", 8)
        if document.page % 2:
            canvas.drawRightString(A4[0] - 60, 40, f"{self.title}  {document.page}")
        else:
            canvas.drawString(60, 40, f"{document.page}  {self.title}")

    def words(self, text: str) -> str:
        return escape(_BREAKABLE.sub(lambda match: match.group() + _SOFT, text))

    def style(self, **changes: object) -> ParagraphStyle:
        font = {"fontName": "Times-Roman", "alignment": TA_JUSTIFY, "embeddedHyphenation": 1}
        return super().style(**{**font, **changes})

    def story(self, width: float) -> list[Flowable]:
        story: list[Flowable] = []
        box: list[Part] = []
        for part in self.parts:
            opens = part.kind == "heading" and bool(_BOXED.fullmatch(part.text))
            if box and (opens or part.kind not in ("bullet", "number")):
                story += self.boxed(box, width)
                box = []
            if box or opens:
                box.append(part)
            else:
                story += self.flowables([part], width)
        return story + self.boxed(box, width)

    def boxed(self, parts: Sequence[Part], width: float) -> list[Flowable]:
        """Give a box with a coloured frame around some parts."""
        inside = list(self.flowables(parts, width))
        frame = [("BOX", (0, 0), (-1, -1), 1, "navy"), ("BACKGROUND", (0, 0), (-1, -1), "lavender")]
        return [Table([[inside]], colWidths=[width], style=frame)] if inside else []
