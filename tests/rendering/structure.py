"""The structure of an example's text, for those that render it in another format: headings, lists, paragraphs, rows."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspect_cli.model import Block, BlockKind
from inspect_cli.read import read_source

_TITLE = re.compile(r"[A-Z#][^.!;:|]{3,90}\??")
_NO_TITLE = re.compile(
    r"(?:last updated|published|page|\d)\b.*|good|outstanding|adequate|requires improvement|inadequate", re.I
)
_LOWEST = 3


class Part(NamedTuple):
    """A piece of a report: ``kind`` is heading, bullet, number, row or paragraph; ``level`` that of a heading."""

    kind: str
    text: str
    marker: str = ""
    level: int = 0

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [cell.strip() for cell in re.split(r"[|\t]", self.text)]


def parts_of(text: str) -> list[Part]:
    """Give the parts of an example's text in order, without what a web page carries beside it.

    Where the text does not mark its headings, short lines that end as no sentence does are taken for such.
    """
    blocks = [
        block for block in read_source("example.txt", text.encode()).blocks if block.kind is not BlockKind.FURNITURE
    ]
    return [_part(block, first=index == 0) for index, block in enumerate(blocks)]


def _part(block: Block, *, first: bool) -> Part:
    if block.kind is BlockKind.ROW:
        return Part("row", block.text)
    if block.marker.startswith("#"):
        return Part("heading", block.text, level=len(block.marker))
    if block.kind is BlockKind.BULLET:
        return Part("number" if any(map(str.isalnum, block.marker)) else "bullet", block.text, block.marker)
    is_title = _TITLE.fullmatch(block.text) and not _NO_TITLE.fullmatch(block.text) and block.text.count(" ") < 14
    if is_title:
        return Part("heading", block.text, level=1 if first else _LOWEST if block.text.count(" ") < 4 else 2)
    return Part("paragraph", block.text)
