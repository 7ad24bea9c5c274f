"""Rich text (.rtf): striprtf takes the marks off; what it would stumble over or lose is dealt with before and after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from inspect_cli.errors import SourceError
from inspect_cli.read import marks
from inspect_cli.read.breaks import split_breaks
from inspect_cli.read.counting import BULLET, marker
from inspect_cli.read.limits import MEGABYTE
from inspect_cli.read.marks import Line
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text

# Without its pictures; the text of 500 pages with Word's marks has 8 MB, and a megabyte takes half a second to read.
LARGEST_MARKED = 10 * MEGABYTE

_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
# Groups of figures: pictures, fonts, objects, themes.
_FIGURES = re.compile(rb"\{(?:\\\*\s*)?\\(?:pict|objdata|themedata|datastore|colorschememapping|fontemb)(?![a-z])")
_BRACE = re.compile(rb"[{}]")
# A line that a person broke, as a character that is no end of a paragraph.
_BREAK, _BREAK_SIGN = re.compile(rb"\\line(?![a-z0-9]) ?"), "\v"
_DELETED = re.compile(rb"\\deleted(?![a-z0-9-])")
_SHOWN_AGAIN = re.compile(rb"\\v0(?!\d)")
_HIDDEN = re.compile(rb"\\v(?=[ \\])")
_LISTED = re.compile(r"\s*(\S{1,8})\t\s*(?=\S)")
# What the symbol fonts show as bullets.
_BULLETS = frozenset("·•▪◦§o\uf0b7\uf0a7")
_NUMBERS = re.compile(r".*[.)]")


def read_rtf(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read rich text: a line for each paragraph, item and row, without what tracked changes deleted.

    Raises SourceError for a file that is damaged or larger than reports are.
    """
    from striprtf import striprtf

    del options
    to_text: Callable[..., str] = striprtf.rtf_to_text
    marked = _prepared(data)
    if len(marked) > LARGEST_MARKED:
        raise SourceError(
            f"{name} has more than {LARGEST_MARKED // MEGABYTE} MB of text and marks; reports have less.",
            "Open it in a word processor, save it as a Word document (.docx), and import that.",
        )
    try:
        text = to_text(marked.decode("cp1252", "replace"), errors="replace")
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise SourceError(
            f"{name} is damaged: it is no rich text that can be read ({error}).",
            "Open it in a word processor, save it as a Word document (.docx), and import that.",
        ) from error
    # A character beyond the first 65,536 is written in two halves.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")
    return Text(marks.laid_out(line for one in whole.split("\n") for line in _lines(one)), whole=True)


def _prepared(data: bytes) -> bytes:
    """Take out pictures and deleted words, and write differently what striprtf would not read or read slowly."""
    marked = _without_figures(_without_binary(data))
    marked = _BREAK.sub(rb"\\'0b", _DELETED.sub(rb"\\*", marked))
    if not _SHOWN_AGAIN.search(marked):
        marked = _HIDDEN.sub(rb"\\*", marked)
    # It passes over the bullets of older programs, and would show where links lead.
    return marked.replace(b"\\pntext", b"\\listtext").replace(b"\\fldinst{", b"\\fldinst {")


def _without_binary(data: bytes) -> bytes:
    kept: list[bytes] = []
    at = 0
    while found := _BINARY.search(data, at):
        kept.append(data[at : found.start()])
        at = found.end() + int(found[1])
    return b"".join([*kept, data[at:]])


def _without_figures(data: bytes) -> bytes:
    kept: list[bytes] = []
    at = 0
    while found := _FIGURES.search(data, at):
        end = _end_of_group(data, found.start())
        if end is None:  # cut off in the middle of a picture: what is left is figures
            return b"".join([*kept, data[at : found.start()]])
        kept.append(data[at : found.start()])
        at = end
    return b"".join([*kept, data[at:]])


def _end_of_group(data: bytes, start: int) -> int | None:
    depth = 0
    for brace in _BRACE.finditer(data, start):
        depth += 1 if brace.group() == b"{" else -1
        if not depth:
            return brace.end()
    return None


def _lines(text: str) -> Iterator[Line]:
    """Give the lines of a paragraph, of a row of cells, or of the one cell of a frame."""
    cells = [cell for cell in text.split("|") if cell.strip()]
    if len(cells) > 1:
        yield marks.row(text.removesuffix("|").replace(_BREAK_SIGN, " ").split("|"))
        return
    for one in cells:
        listed = _LISTED.match(one)
        sign = _sign(listed[1]) if listed else None
        words = one[listed.end() :] if listed and sign else one
        first, *others = split_breaks(words.replace(_BREAK_SIGN, "\n"))
        yield marks.item(sign, 0, first) if sign else marks.paragraph(first)
        yield from map(marks.paragraph, others)


def _sign(label: str) -> str | None:
    if label in _BULLETS:
        return BULLET
    return marker(label) if _NUMBERS.fullmatch(label) else None
