"""The lines that a reader of a structured format gives: headings, items of lists, rows of tables, with their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from inspect_cli.model import Grade

_DEEPEST_HEADING = 6
# A longer paragraph is prose that was given the look of a heading.
_LONGEST_HEADING = 300
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000\r\n\f\v]+")
_AROUND_TABS = re.compile(r" *\t[ \t]*")
# What shows nothing: hyphens for the end of a line, joiners, marks of direction.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_TYPED = re.compile(r"[•▪◦·‣●○\uf0b7\uf0a7][ \t]*(?=\S)")
_GRADES = {grade.value.replace("-", " "): grade for grade in Grade}


class Shape(Enum):
    """What a line is."""

    PLAIN = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()


class Line(NamedTuple):
    """A line with its mark; those of one list, and those of one table, stand together."""

    shape: Shape
    text: str


def plain(text: str) -> str:
    """Give a paragraph's words as one line: blanks of all kinds as one, what shows nothing left out."""
    words = _BLANKS.sub(" ", _UNSEEN.sub("", text).replace("\u2011", "-"))
    return _AROUND_TABS.sub("\t", words).strip()


def paragraph(text: str) -> Line:
    """Give a line for a paragraph; one that begins with a bullet was typed as an item."""
    words = plain(text)
    typed = _TYPED.match(words)
    return Line(Shape.ITEM, f"• {words[typed.end() :]}") if typed else Line(Shape.PLAIN, words)


def heading(level: int, text: str) -> Line:
    """Give a line for a heading of a level from 1."""
    words = plain(text).replace("\t", " ")
    if len(words) > _LONGEST_HEADING:
        return Line(Shape.PLAIN, words)
    return Line(Shape.HEADING, f"{'#' * min(level, _DEEPEST_HEADING)} {words}" if words else "")


def item(marker: str, depth: int, text: str) -> Line:
    """Give a line for an item of a list that stands in ``depth`` others; its marker is a bullet or a number."""
    words = plain(text)
    return Line(Shape.ITEM, f"{'  ' * depth}{marker} {words}" if words else "")


def row(cells: Iterable[str]) -> Line:
    """Give a line for a row of a table; one in which no cell has words is empty."""
    words = [plain(cell).replace("\t", " ").replace("|", "¦") for cell in cells]
    return Line(Shape.ROW, f"| {' | '.join(words)} |" if any(words) else "")


def grade_of(text: str | None) -> str | None:
    """Give the grade that a picture's words are and nothing else, as a report writes it."""
    grade = _GRADES.get(" ".join((text or "").lower().replace("-", " ").split()).rstrip("."))
    return grade.value.replace("-", " ").capitalize() if grade else None


def laid_out(lines: Iterable[Line]) -> tuple[str, ...]:
    """Give the text of the lines that have any, with a blank one wherever neither a list nor a table goes on."""
    texts: list[str] = []
    before: Shape | None = None
    for shape, text in lines:
        if not text:
            continue
        goes_on = shape is before and shape in (Shape.ITEM, Shape.ROW)
        if texts and not goes_on:
            texts.append("")
        texts.append(text)
        before = shape
    return tuple(texts)
