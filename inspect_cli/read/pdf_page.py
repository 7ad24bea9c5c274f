"""One page of a PDF: its words with their places, turned upright, and the boxes that are drawn around them."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

from inspect_cli.read.pdf_asking import Corners, unchecked
from inspect_cli.read.pdf_glyphs import Glyphs, Run
from inspect_cli.read.pdf_parts import Box, Page, Piece

if TYPE_CHECKING:
    import pypdfium2

_MOST_OBJECTS = 20_000
# A page of the smallest print has thirty thousand.
_MOST_CHARACTERS = 150_000
_PATH, _IMAGE = 2, 3
# A path of more parts than a rectangle with round corners has is a drawing.
_MOST_PARTS = 18
_LINE = 3.0
_WHITE = 250


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page | None:
    """Read page ``number`` (from 0); None for one with more characters than a page can hold.

    Raises pypdfium2.PdfiumError when pdfium cannot load it.
    """
    page = document[number]
    try:
        drawn, has_picture = _drawn(page.raw)
        textpage = page.get_textpage()
        try:
            if textpage.count_chars() > _MOST_CHARACTERS:
                return None
            runs = Glyphs(textpage.raw, [side for corners in drawn for side in _uprights(corners)]).runs()
        finally:
            textpage.close()
        upright = _Upright(runs, page.get_bbox())
        pieces, aslant = upright.pieces(runs)
        boxes = tuple(upright.place(corners) for corners in drawn)
        return Page(number + 1, pieces, boxes, aslant, upright.edge.width, upright.edge.height, has_picture)
    finally:
        page.close()


class _Upright:
    """Turns a page so that most of its words are read from left to right."""

    def __init__(self, runs: list[Run], bounds: Corners) -> None:
        weights = [0, 0, 0, 0, 0]
        for run in runs:
            weights[run.turn] += len(run.text)
        self._turn = weights.index(max(weights[:4]))
        self.edge = Box(*self._turned(bounds))

    def _turned(self, corners: Corners) -> Corners:
        left, bottom, right, top = corners
        match self._turn:
            case 0:
                return left, -top, right, -bottom
            case 1:
                return bottom, left, top, right
            case 2:
                return -right, bottom, -left, top
            case _:
                return -top, -right, -bottom, -left

    def place(self, corners: Corners) -> Box:
        """Give a rectangle's place from the left and top edges of the upright page."""
        left, top, right, bottom = self._turned(corners)
        across, down = self.edge.left, self.edge.top
        return Box(left - across, top - down, right - across, bottom - down)

    def pieces(self, runs: list[Run]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Give the upright pieces and those at an angle; what lies outside the page (printers' marks) is left out."""
        upright: list[Piece] = []
        aslant: list[Piece] = []
        across, down, width, height = self.edge.left, self.edge.top, self.edge.width, self.edge.height
        for text, size, bold, is_mark, turn, corners, (x, y) in runs:
            left, top, right, bottom = self._turned(corners)
            left, top, right, bottom = left - across, top - down, right - across, bottom - down
            if not (text and right > 0 and bottom > 0 and left < width and top < height):
                continue
            if turn == self._turn:
                base = (-y, x, y, -x)[turn] - down
                upright.append(Piece(text, left, right, base, size, bold, is_mark))
            else:
                aslant.append(Piece(text, left, right, bottom, size, bold))
        return tuple(upright), tuple(aslant)


def _drawn(page: object) -> tuple[list[Corners], bool]:
    """Give the bounds of the rectangles and lines drawn on a page, and say whether it holds a picture."""
    import pypdfium2.raw as pdfium

    found: list[Corners] = []
    pictures = False
    bounds = (ctypes.c_float * 4)()
    places = tuple(ctypes.byref(bounds, 4 * place) for place in range(4))
    thing_at, kind_of = unchecked("FPDFPage_GetObject"), unchecked("FPDFPageObj_GetType")
    bounds_of = unchecked("FPDFPageObj_GetBounds")
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = thing_at(page, index)
        kind = kind_of(thing)
        if kind == _IMAGE:
            pictures = True
        elif kind == _PATH and bounds_of(thing, *places):
            left, bottom, right, top = bounds[:]
            corners = (left, bottom, right, top)
            if all(map(math.isfinite, corners)) and _is_box(thing, corners):
                found.append(corners)
    return found, pictures


def _uprights(corners: Corners) -> list[Corners]:
    """Give the upright lines of what is drawn: itself, or the two sides of a rectangle."""
    left, bottom, right, top = corners
    if top - bottom < _LINE:
        return []
    return [corners] if right - left <= _LINE else [(left, bottom, left, top), (right, bottom, right, top)]


def _is_box(path: object, corners: Corners) -> bool:
    """Say whether a path is a line or a rectangle that can be seen, and no drawing."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPath_CountSegments(path) > _MOST_PARTS:
        return False
    if min(corners[2] - corners[0], corners[3] - corners[1]) <= _LINE:
        return True
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke) or stroke.value:
        return True
    colour = [ctypes.c_uint() for _ in range(4)]
    filled = pdfium.FPDFPageObj_GetFillColor(path, *colour)
    return not filled or any(part.value < _WHITE for part in colour[:3])
