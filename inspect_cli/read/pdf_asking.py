"""What pdfium knows of the letters on a page, asked without ctypes' check of each argument, which costs the most."""

from __future__ import annotations

import ctypes
import math
from functools import cache
from typing import Any, Protocol

# pdfium's own mark for a hyphen at the end of a line; it joins what follows to it.
BROKEN = "\ufffe"
# A glyph of a font that does not say which letter it shows.
UNKNOWN = "\ufffd"
_NAME = 128

Corners = tuple[float, float, float, float]


class Question(Protocol):
    """A function of pdfium. Arguments go as they are: handles from pdfium, numbers that a C int holds, ``byref``."""

    def __call__(self, *arguments: Any) -> Any:
        """Ask."""


@cache
def unchecked(name: str) -> Question:
    """Give the function of pdfium with this name, to be asked very often and with the right arguments."""
    import pypdfium2.raw as pdfium

    checked = getattr(pdfium, name)
    plain: Any = type(checked)(ctypes.cast(checked, ctypes.c_void_p).value)
    plain.restype = checked.restype
    asked: Question = plain
    return asked


class Letters:
    """The letters of one page as pdfium lists them; ``textpage`` is its handle, which must stay open."""

    def __init__(self, textpage: object) -> None:
        self._page = textpage
        self._corners = (ctypes.c_double * 4)()
        # pdfium is told where to write: left, top, right and bottom.
        self._edges = tuple(ctypes.byref(self._corners, 8 * place) for place in (0, 3, 2, 1))
        self._point = (ctypes.c_double * 2)()
        self._x, self._y = ctypes.byref(self._point), ctypes.byref(self._point, 8)
        self._floats = (ctypes.c_float * 6)()
        self._matrix = ctypes.byref(self._floats)
        self._name, self._most = ctypes.create_string_buffer(_NAME), ctypes.c_ulong(_NAME)
        self._flags = ctypes.byref(ctypes.c_int())
        self._count_rects, self._rect = unchecked("FPDFText_CountRects"), unchecked("FPDFText_GetRect")
        self._size, self._turned = unchecked("FPDFText_GetFontSize"), unchecked("FPDFText_GetMatrix")
        self._origin, self._font = unchecked("FPDFText_GetCharOrigin"), unchecked("FPDFText_GetFontInfo")
        self._loose = unchecked("FPDFText_GetLooseCharBox")

    def text(self) -> str:
        """Give the page's text with exactly one character for each that pdfium lists."""
        import pypdfium2.raw as pdfium

        page = self._page
        count = max(pdfium.FPDFText_CountChars(page), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(page, 0, count, buffer) == count + 1:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        return "".join(_letter(pdfium.FPDFText_GetUnicode(page, index)) for index in range(count))

    def rects(self, start: int, end: int) -> list[Corners]:
        """Give left, bottom, right and top of the stretches in which letters were written."""
        page, ask, edges, corners = self._page, self._rect, self._edges, self._corners
        found: list[Corners] = []
        for index in range(self._count_rects(page, start, end - start)):
            ask(page, index, *edges)
            left, bottom, right, top = corners[:]
            found.append((left, bottom, right, top))
        return found

    def shape(self, index: int) -> tuple[float, int]:
        """Give a letter's size in points and its direction in quarter turns (-1: aslant)."""
        size = self._size(self._page, index)
        if not self._turned(self._page, index, self._matrix):
            return abs(size), 0
        a, b, c, d = self._floats[:4]
        if b == 0 == c and a > 0:
            return abs(size * d), 0
        angle = math.atan2(b, a) * 2 / math.pi
        turn = round(angle)
        return abs(size) * math.hypot(c, d), turn % 4 if abs(angle - turn) < 0.06 else -1

    def origin(self, index: int) -> tuple[float, float]:
        """Give where a letter stands on its baseline."""
        self._origin(self._page, index, self._x, self._y)
        x, y = self._point[:]
        return x, y

    def box(self, index: int) -> Corners:
        """Give left, bottom, right and top of the room that a letter takes up."""
        self._loose(self._page, index, self._matrix)
        left, top, right, bottom = self._floats[:4]
        return left, bottom, right, top

    def font(self, index: int) -> bytes:
        """Give the name of a letter's font."""
        self._name.value = b""
        self._font(self._page, index, self._name, self._most, self._flags)
        return self._name.value


def _letter(code: int) -> str:
    """Give the letter of a code as pdfium keeps it: 2 is its mark for a hyphen at the end of a line."""
    if code == 2:
        return BROKEN
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else UNKNOWN
