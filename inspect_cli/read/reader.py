"""What a reader of one format gives: the lines that are stored, as a person reads them.

A reader that knows the structure of its format (``whole``) gives one line for each paragraph, in reading order, with
blank lines between as it likes, and marks them so:

    ## Heading           one to six number signs, by level
    • item of a list     "•", or the number it has ("3."); two blanks of indent for each list it stands in
    | Vetting | Good |   a row of a table

Page furniture (navigation, running heads, page numbers) is left out. A grade that stands in a picture, a class or an
attribute becomes a line of its own where it is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Text(NamedTuple):
    """A source's lines, the lines from 1 on which its pages begin, and whether each line is a paragraph ``whole``.

    ``blanked`` are the lines (from 0) from which running heads were taken, so that a paragraph goes on past them.
    """

    lines: tuple[str, ...]
    page_starts: tuple[int, ...] = ()
    whole: bool = False
    blanked: frozenset[int] = frozenset()


class ReadOptions(NamedTuple):
    """How to read: ``large`` lifts the limits on size; ``on_page`` is told how many pages are done and how many are."""

    large: bool = False
    on_page: Callable[[int, int], None] | None = None


AS_USUAL = ReadOptions()

# Takes a name (for messages) and the file's bytes; raises SourceError for what it cannot read.
Reader = Callable[[str, bytes, ReadOptions], Text]
