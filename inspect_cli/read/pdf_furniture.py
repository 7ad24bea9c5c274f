"""What stands on the pages of a PDF beside its text: running heads and feet, page numbers.

A line is furniture when the same words (numbers apart) stand at the same height on most pages, or on several pages in a
row apart from the text; and a number at the edge of the page that counts as the pages do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspect_cli.read.pdf_parts import Page, Piece

# How far into a page furniture reaches, in shares of its height; and how many lines of it there are at the most.
_DEEP = 0.16
_MOST_ROWS = 4
# Heights that are no further apart than this are one.
_SAME = 2.5
_NUMBER = re.compile(r"\d{1,4}")
_OUTER_NUMBER = re.compile(r"\A\s*\d{1,4}\s[\s|–—-]*|[\s|–—-]*\s\d{1,4}\s*\Z")
_ROMAN = re.compile(r"(?=.)(?:x{0,3})(?:ix|iv|v?i{0,3})", re.I)
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*(?:[-–—|\[(]\s*)?(?P<number>\d{1,4}|[ivx]{1,7})(?:\s*[-–—|\])])?"
    r"(?:\s*(?:of|/)\s*\d{1,4}|\s*)",
    re.I,
)
_CERTAIN = re.compile(r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s+of\s+\d{1,4}", re.I)


class _Edge(NamedTuple):
    """A piece near the top or foot of a page, with the number of rows beyond it and its distance to the text."""

    page: int
    place: int
    piece: Piece
    at_top: bool
    apart: float

    @property
    def key(self) -> tuple[str, bool]:
        """Its words without numbers, and which edge it stands at."""
        return " ".join(_NUMBER.sub(" ", self.piece.text.casefold()).split()), self.at_top

    @property
    def steps(self) -> int | None:
        """The number before or after its words, less that of the page."""
        found = _OUTER_NUMBER.search(self.piece.text)
        return int(found.group().strip(" -–—|")) - self.page if found else None


def without_furniture(pages: Sequence[Page], body: float) -> list[Page]:
    """Give the pages without running heads, feet and page numbers; ``body`` is the size of most of the text."""
    edges = [edge for page in pages for edge in _edges(page)]
    gone: dict[int, set[int]] = defaultdict(set)
    for edge in [*_numbers(edges, len(pages), body), *_repeated(edges, len(pages), body)]:
        gone[edge.page].add(edge.place)
    for page in pages:
        gone[page.number] |= _dashes(page, gone[page.number])
    kept = [
        page._replace(pieces=tuple(piece for index, piece in enumerate(page.pieces) if index not in gone[page.number]))
        for page in pages
    ]
    return _without_slanted(kept)


def _dashes(page: Page, gone: set[int]) -> set[int]:
    """Give the marks right before what goes: the first dash of "– 3 –"."""
    return {
        place - 1
        for place in gone
        if place
        and page.pieces[place - 1].is_mark
        and abs(page.pieces[place - 1].base - page.pieces[place].base) < _SAME
    }


def _edges(page: Page) -> Iterator[_Edge]:
    """Give the pieces of the first and last rows of a page."""
    order = sorted(range(len(page.pieces)), key=lambda index: page.pieces[index].base)
    for at_top in (True, False):
        row, before = 0, None
        rows: list[tuple[int, int]] = []
        for index in order if at_top else reversed(order):
            piece = page.pieces[index]
            depth = piece.base if at_top else page.height - piece.base
            if before is None or abs(piece.base - before) > _SAME:
                row, before = row + 1, piece.base
            if row > _MOST_ROWS + 1 or depth > 2 * _DEEP * page.height:
                break
            rows.append((row, index))
        for row, index in rows:
            piece = page.pieces[index]
            depth = piece.base if at_top else page.height - piece.base
            if row <= _MOST_ROWS and depth <= _DEEP * page.height:
                beyond = [page.pieces[other].base for later, other in rows if later == row + 1]
                apart = abs(beyond[0] - piece.base) if beyond else page.height
                yield _Edge(page.number, index, piece, at_top, apart)


def _numbers(edges: Sequence[_Edge], pages: int, body: float) -> Iterator[_Edge]:
    """Give the page numbers: those that say so, and those that grow with the pages."""
    counted: list[tuple[_Edge, tuple[bool, int]]] = []
    for edge in edges:
        text = edge.piece.text.strip()
        if _CERTAIN.fullmatch(text) or (pages == 1 and _is_lone_foot(edge, body)):
            yield edge
        elif (found := _PAGE_NUMBER.fullmatch(text)) and (value := _value(found["number"])) is not None:
            counted.append((edge, (found["number"].isdigit(), value - edge.page)))
    seen = Counter({(kind, edge.page) for edge, kind in counted})
    steps = Counter(kind for kind, _ in seen)
    for edge, kind in counted:
        alone = pages == 1 and not edge.at_top and kind == (True, 0) and edge.apart > 3 * edge.piece.size
        if steps[kind] > 1 or alone:
            yield edge


def _is_lone_foot(edge: _Edge, body: float) -> bool:
    """Say whether a line at the foot of the only page is small, stands apart, and begins or ends in its number."""
    words = edge.piece.text.split()
    small = edge.piece.size < 0.93 * body and edge.apart > 2.2 * body
    return small and not edge.at_top and "1" in (words[0], words[-1])


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    if not _ROMAN.fullmatch(number):
        return None
    worth = [{"i": 1, "v": 5, "x": 10}[letter] for letter in number.lower()]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def _repeated(edges: Sequence[_Edge], pages: int, body: float) -> Iterator[_Edge]:
    """Give what stands at the same height of several pages in the same words."""
    groups: dict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.key].append(edge)
    for group in groups.values():
        group.sort(key=lambda edge: edge.piece.base)
        start = 0
        for end in range(1, len(group) + 1):
            if end == len(group) or group[end].piece.base - group[end - 1].piece.base > _SAME:
                if _is_running(group[start:end], pages, body):
                    yield from group[start:end]
                start = end


def _is_running(group: Sequence[_Edge], pages: int, body: float) -> bool:
    on = len({edge.page for edge in group})
    if on < 2 or sum(map(str.isalpha, group[0].piece.text)) < 2:
        return False
    piece = group[0].piece
    if piece.bold and piece.size >= body and len({edge.piece.text for edge in group}) > 1:
        return False  # headings with their numbers
    counts = Counter(edge.steps for edge in group if edge.steps is not None)
    counted = max(counts.values(), default=0) > 1 and on * 5 >= pages * 2
    if counted or (on >= 3 and on * 5 >= pages * 3):
        return True
    # Fewer pages say less: then the line must be set smaller than the text, or stand well apart from it.
    if on < min(3, pages):
        return False
    apart = min(edge.apart for edge in group) > 2.2 * piece.size
    return piece.size < 0.93 * body or (apart and piece.size < 1.03 * body)


def _without_slanted(pages: Sequence[Page]) -> list[Page]:
    """Drop the words set at an angle that stand on several pages: side tabs, watermarks."""
    seen = Counter(text for page in pages for text in {piece.text for piece in page.aslant})
    return [
        page._replace(aslant=tuple(piece for piece in page.aslant if seen[piece.text] < 2 and len(piece.text) > 1))
        for page in pages
    ]
