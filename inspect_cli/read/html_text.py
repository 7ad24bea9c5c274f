"""The words of one paragraph of a page: blanks as a browser shows them, line breaks where each part reads alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from inspect_cli.read.rows import Row, make_rows

BREAK = "\n"
# Marks within words that are not to be seen: soft hyphens, joiners, blanks of no width.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc]|[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x85]+")
_NOTE = re.compile(r"\W*(?:\d{1,3}(?:\W+\d{1,3})*|[a-z]|[*†‡§]+|(?:note|fn|footnote) ?\d*)?\W*", re.I)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)", re.I)
# Words that a style sets apart: "Custody" and "Good" of two elements without a blank between.
_GLUED = re.compile(r"[a-z0-9%)][A-Z]|[.:;,!?)][A-Za-z0-9]")
_LONGEST_PART = 110


def clean(text: str) -> str:
    """Take out what is not to be seen and make all blanks plain; a line break of the source is a blank."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", text))


def glued(before: str, after: str) -> bool:
    """Say whether the texts of two elements would run into one word that they are not."""
    return bool(before and after and _GLUED.fullmatch(before[-1] + after[0]))


def is_note_mark(text: str) -> bool:
    """Say whether raised text is the mark of a footnote ("1", "[2]", "*") and no part of a word ("27th")."""
    return bool(_NOTE.fullmatch(text.strip())) and not _ORDINAL.fullmatch(text.strip())


def split_breaks(text: str) -> list[str]:
    """Split a paragraph at its line breaks: where each part reads as its own, and at an empty line in any case."""
    if BREAK not in text:
        return [one_line(text)]
    paragraphs: list[list[str]] = [[]]
    for part in (" ".join(part.split()) for part in text.split(BREAK)):
        if part:
            paragraphs[-1].append(part)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [line for parts in paragraphs if parts for line in _joined(parts)]


def one_line(text: str) -> str:
    """Make one line of a text whatever its breaks."""
    return " ".join(text.split())


def _joined(parts: list[str]) -> list[str]:
    # A part of signs alone has no words to be read by: it is left out.
    rows = [(row, part) for part in parts for row in islice(make_rows(1, part), 1)]
    wrapped = any(_goes_on(above, below) for (above, _), (below, _) in pairwise(rows))
    lines = [part for _, part in rows[:1]]
    for (above, _), (below, part) in pairwise(rows):
        if _parts(above, below, wrapped=wrapped):
            lines.append(part)
        else:
            lines[-1] += f" {part}"
    return lines


def _goes_on(above: Row, below: Row) -> bool:
    return below.starts_lower and not below.marker and not above.is_final


def _parts(above: Row, below: Row, *, wrapped: bool) -> bool:
    """Say whether the part below reads as its own."""
    if below.marker or below.stands_alone or above.stands_alone:
        return True
    if below.starts_lower:
        return above.is_final and not above.words.endswith((".", "…"))
    if above.is_final:
        return True
    return not wrapped and not above.is_hanging and not above.words.endswith(",") and len(above.words) <= _LONGEST_PART


def without_marker(text: str) -> bool:
    """Say whether a text has no bullet or number of its own before it."""
    row = next(make_rows(1, text), None)
    return row is None or not row.marker


def list_marker(kind: str, number: int) -> str:
    """Give the mark of an item: of a list without an order "•", or its number in the list's own letters."""
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord('a') + number - 1)})"
    if kind in ("i", "I") and 1 <= number < len(_ROMAN):
        return f"({_ROMAN[number]})"
    return f"{number}." if kind else "•"


_ROMAN: Sequence[str] = "_ i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
