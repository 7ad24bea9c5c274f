"""Short texts taken through the reader and the rules, as reports on one force unless a test says otherwise."""

from __future__ import annotations

from typing import Any

from inspect_cli.extract import extract
from inspect_cli.extract.layout import Passage, passages
from inspect_cli.model import Block, BlockKind, Document, Extraction, Piece
from inspect_cli.read import read_source
from tests.builders import report


def document(text: str) -> Document:
    """Read a text as a source report."""
    return read_source("report.txt", text.encode())


def extracted(text: str, **changes: Any) -> Extraction:
    """Give what a report (of 2018, on legitimacy, unless ``changes`` say otherwise) says in this text."""
    return extract(document(text), report(**changes))


def walked(text: str) -> list[Passage]:
    """Give the passages of a text."""
    return list(passages(document(text), None))


def block(text: str) -> Block:
    """Make a text one paragraph on one line."""
    return Block(BlockKind.PARAGRAPH, text, (Piece(1, 0, len(text)),))
