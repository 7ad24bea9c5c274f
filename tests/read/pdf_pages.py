"""Pages of PDF drawn line by line, so that a test says where each line stands."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from inspect_cli.read.pdf import read_pdf

Drawing = Callable[[Canvas], None]
HEIGHT = A4[1]
# Some paragraphs of prose, a line each, that fill a column of half a page.
PROSE = (
    "The constabulary has looked again at how it listens",
    "to people who live in the county. It asked them what",
    "they want to know about, and how they want to hear",
    "of it. Officers told us that the answers had changed",
    "their plans for the year, and that more was to come.",
    "Some of the smaller stations had not been asked yet.",
)


def draw(*pages: Sequence[Drawing], size: tuple[float, float] = A4) -> bytes:
    """Give a PDF whose pages hold these drawings."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=0)
    for page in pages:
        for one in page:
            one(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(*things: bytes) -> bytes:
    """Give a PDF of these objects, numbered from 1; the first is its catalogue."""
    body, places = b"%PDF-1.5\n", []
    for number, thing in enumerate(things, start=1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj%sendobj\n" % (number, thing)
    count = len(things) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(places))
    return body + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))


def at(x: float, y: float, *lines: str, size: float = 10, font: str = "Helvetica", step: float = 12) -> Drawing:
    """Give lines one below the other from a place; ``y`` counts from the top of the page."""

    def drawing(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, line in enumerate(lines):
            canvas.drawString(x, HEIGHT - y - number * step, line)

    return drawing


def bold(x: float, y: float, *lines: str, size: float = 10) -> Drawing:
    """Give lines in bold type."""
    return at(x, y, *lines, size=size, font="Helvetica-Bold", step=1.2 * size)


def box(x: float, y: float, width: float, height: float) -> Drawing:
    """Give a frame whose upper left corner is at a place."""
    return lambda canvas: canvas.rect(x, HEIGHT - y - height, width, height)


def read(data: bytes) -> list[str]:
    """Read a PDF and give the lines that hold words."""
    return [line for line in read_pdf("a.pdf", data).lines if line]
