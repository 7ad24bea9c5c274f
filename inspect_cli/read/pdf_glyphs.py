"""The characters of a page as pdfium lists them, taken together into runs: words on one baseline without a wide gap.

pdfium is asked as little as may be, since each question costs: once for the text, a few times for each line, and for
each character only in lines that hold gaps, notes or more than one baseline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspect_cli.read.pdf_asking import BROKEN, Corners, Letters

# Blanks of all kinds become plain ones, ligatures their letters; what has no width goes.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\t\x0b\x0c\u00a0\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00", ""),
        **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "ft", "st"), strict=True)),
    }
)
_LIGATURE = re.compile("[ﬀﬁﬂﬃﬄﬅﬆ]")
_LINE = re.compile(rf"[^\r\n{BROKEN}]+{BROKEN}?|{BROKEN}")
_BLANKS = " \xa0\t"
_BULLETS = "•‣▪▫◦●○■□·⁃∙➢➤►▶▸❖✓✔❑➔→\ue000-\uf8ff\ufffd"
_MARK = rf"(?:[{_BULLETS}]\s*|[-–—o*]\s+|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,4}})[.)]\s+)(?=\S)"
_LONE_MARK = re.compile(rf"[{_BULLETS}–—o*-]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,4}})[.)]")
# Letters that stand for bullets in a font of symbols.
_SYMBOL_MARK = r"[§Øüvqnluàð·]\s*(?=\S|\Z)"
_ANY_MARK = re.compile(rf"{_MARK}|(?P<symbol>{_SYMBOL_MARK})")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_SYMBOL_FONT = re.compile(rb"symbol|wingding|dingbat|webding", re.I)
_NOTE_MARKS = frozenset("0123456789,*†‡")
# In shares of the type's size: a gap wider than between words; how much a note's mark is raised, and how small it is.
_GAP = 1.1
_RAISED, _OTHER_LINE, _SMALL = 0.15, 0.7, 0.85
_WIDEST_LETTER = 0.8
_LONGEST_MARK = 6
# How far behind an upright line the words of a cell begin; how far a letter begins behind its place.
_BEHIND_WALL, _BEARING = 9.0, 1.5


class Run(NamedTuple):
    """Words in the page's own space: left, bottom, right, top; where they begin; their direction in quarter turns."""

    text: str
    size: float
    bold: bool
    is_mark: bool
    turn: int
    corners: Corners
    origin: tuple[float, float]


class _Measures(NamedTuple):
    """Size and direction of the first letter of a run, the stretches it was written in, where it begins."""

    shape: tuple[float, int]
    rects: list[Corners]
    origin: tuple[float, float]


class Glyphs:
    """The characters of one page; ``textpage`` is pdfium's handle, which must stay open.

    ``walls`` are the upright lines drawn on the page: words end at them.
    """

    def __init__(self, textpage: object, walls: Sequence[Corners] = ()) -> None:
        self._walls = [(wall[0], wall[1], wall[3]) for wall in walls]
        self._letters = Letters(textpage)
        self._styles: dict[bytes, tuple[bool, bool]] = {}
        self._notes: set[int] = set()
        self._text = self._letters.text()

    def runs(self) -> list[Run]:
        """Give the runs of every line; a mark at the beginning of a line (bullet, number) is a run of its own."""
        found: list[Run] = []
        text = self._text
        for match in _LINE.finditer(text):
            start, end = match.span()
            while start < end and text[start] in _BLANKS:
                start += 1
            while end > start and text[end - 1] in _BLANKS:
                end -= 1
            if start < end:
                found += self._line(start, end)
        return found

    def _line(self, start: int, end: int) -> Sequence[Run]:
        rects = self._letters.rects(start, end)
        if not rects:
            return ()
        shape, origin = self._letters.shape(start), self._letters.origin(start)
        (size, turn), base = shape, origin[1]
        cells = self._behind_walls(rects, base) if self._walls and turn == 0 and len(rects) > 1 else []
        mark = self._mark(start, end)
        words = rects[1:] if mark and len(rects) > 1 else rects
        even = turn == 0 and not cells and is_even(words, base, size, end - start)
        if even and not mark:
            return (self._run(start, end, _Measures(shape, rects, origin)),)
        return list(self._parts([(start, end)] if even else self._walk(start, end, max(turn, 0), cells)))

    def _parts(self, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
        """Give the runs of the parts of a line, each with the mark before its words as one of its own."""
        ask = self._letters
        for first, last in spans:
            mark = self._mark(first, last)
            for begin, stop in ((first, first + len(mark.rstrip())), (first + len(mark), last)):
                rects = ask.rects(begin, stop) if begin < stop else []
                if rects:
                    measures = _Measures(ask.shape(begin), rects, ask.origin(begin))
                    yield self._run(begin, stop, measures, is_mark=bool(mark) and begin == first)

    def _mark(self, start: int, end: int) -> str:
        """Give the bullet or number before the words of a line with the blanks after it, or ""."""
        found = _ANY_MARK.match(self._text, start, end)
        if not found or (found["symbol"] and not self._style(start)[1]):
            return ""
        return found.group()

    def _run(self, start: int, end: int, measures: _Measures, *, is_mark: bool = False) -> Run:
        text = self._words(start, end)
        (size, turn), rects, origin = measures
        bold, symbol = self._style(start)
        if bold:
            bold = self._style(end - 1)[0]
        corners = rects[0]
        if len(rects) > 1:
            lefts, bottoms, rights, tops = zip(*rects, strict=True)
            corners = (min(lefts), min(bottoms), max(rights), max(tops))
        if symbol and is_mark and text.isalnum():
            text = "•"
        is_mark = is_mark or (len(text) <= _LONGEST_MARK and bool(_LONE_MARK.fullmatch(text)))
        return Run(text, size, bold, is_mark, turn, corners, origin)

    def _words(self, start: int, end: int) -> str:
        text = self._text[start:end]
        if self._notes:
            text = "".join(letter for index, letter in enumerate(text, start) if index not in self._notes)
        if "  " not in text and text.rstrip(BROKEN).isprintable() and (text.isascii() or not _LIGATURE.search(text)):
            return text.strip()
        return " ".join(text.translate(_PLAIN).split())

    def _behind_walls(self, rects: Sequence[Corners], base: float) -> list[float]:
        """Give where stretches of a line begin that have an upright line close before them."""
        near = [x for x, bottom, top in self._walls if bottom < base + 1 < top]
        return [rect[0] for rect in rects[1:] if any(-1 < rect[0] - x < _BEHIND_WALL for x in near)]

    def _walk(self, start: int, end: int, turn: int, begins: Sequence[float]) -> list[tuple[int, int]]:
        """Cut a line where a gap or another baseline is, letter by letter, and note the marks of footnotes in it."""
        spans: list[tuple[int, int]] = []
        first, reached, level, size = start, 0.0, 0.0, 0.0
        for index in range(start, end):
            if self._text[index] in _BLANKS or self._text[index] == BROKEN:
                continue
            along, until, across = self._place(index, turn)
            own = self._letters.shape(index)[0]
            if index > start:
                rise = across - level
                if size and _RAISED * size < rise < _OTHER_LINE * size and own < _SMALL * size:
                    reached = max(reached, until)
                    if self._text[index] in _NOTE_MARKS:
                        self._notes.add(index)
                    continue
                apart = along - reached > _GAP * max(size, own) or along < reached - max(size, own)
                walled = next((begin for begin in begins if abs(begin - along) < _BEARING), None)
                if walled is not None:
                    begins = [begin for begin in begins if begin != walled]
                if apart or walled is not None or abs(rise) > _OTHER_LINE * max(size, own):
                    spans.append((first, index))
                    first, reached = index, until
            reached, level, size = max(reached, until) if first != index else until, across, own
        return [*spans, (first, end)]

    def _place(self, index: int, turn: int) -> tuple[float, float, float]:
        """Give where a character begins and ends along its line, and how high its baseline is."""
        left, bottom, right, top = self._letters.box(index)
        x, y = self._letters.origin(index)
        return ((left, right, y), (bottom, top, -x), (-right, -left, -y), (-top, -bottom, x))[turn]

    def _style(self, index: int) -> tuple[bool, bool]:
        """Say whether a character is bold, and whether its font is one of symbols."""
        name = self._letters.font(index)
        if name not in self._styles:
            self._styles[name] = bool(_BOLD.search(name)), bool(_SYMBOL_FONT.search(name))
        return self._styles[name]


def is_even(rects: Sequence[Corners], base: float, size: float, letters: int) -> bool:
    """Say whether stretches follow one another on one baseline without a wide gap or a raised note."""
    wide = rects[-1][2] - rects[0][0] > _WIDEST_LETTER * size * letters
    if len(rects) == 1:
        return not wide
    reached = rects[0][0]
    for left, bottom, right, top in rects:
        apart = left - reached > _GAP * size or left < reached - size
        if apart or bottom > base + _RAISED * size or top < base - _RAISED * size or bottom < base - size / 2:
            return False
        reached = right
    return not wide
