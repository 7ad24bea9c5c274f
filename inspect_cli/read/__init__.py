"""Bytes on disk into a Document: lines as a person sees them, and the blocks they form. Knows no police words."""

from __future__ import annotations

import hashlib

from inspect_cli.errors import SourceError
from inspect_cli.model import BlockKind, Document
from inspect_cli.read.blocks import make_blocks
from inspect_cli.read.folder import Found, find_sources, suffixes_of
from inspect_cli.read.limits import LARGEST_FILE, check_lines, check_size
from inspect_cli.read.reader import AS_USUAL, Reader, ReadOptions, Text
from inspect_cli.read.refusals import refusal
from inspect_cli.read.sniff import sniff
from inspect_cli.read.text import read_text

__all__ = [
    "AS_USUAL",
    "LARGEST_FILE",
    "Found",
    "ReadOptions",
    "check_size",
    "find_sources",
    "read_source",
    "suffixes_of",
]


# Each is imported when a file of its format is read: no other command pays for it.
def _read_docx(name: str, data: bytes, options: ReadOptions) -> Text:
    from inspect_cli.read.docx import read_docx

    return read_docx(name, data, options)


def _read_html(name: str, data: bytes, options: ReadOptions) -> Text:
    from inspect_cli.read.html import read_html

    return read_html(name, data, options)


def _read_odt(name: str, data: bytes, options: ReadOptions) -> Text:
    from inspect_cli.read.odt import read_odt

    return read_odt(name, data, options)


def _read_pdf(name: str, data: bytes, options: ReadOptions) -> Text:
    from inspect_cli.read.pdf import read_pdf

    return read_pdf(name, data, options)


def _read_rtf(name: str, data: bytes, options: ReadOptions) -> Text:
    from inspect_cli.read.rtf import read_rtf

    return read_rtf(name, data, options)


# A new format is one more row.
_READERS: dict[str, Reader] = {
    "txt": read_text,
    "md": read_text,
    "html": _read_html,
    "docx": _read_docx,
    "odt": _read_odt,
    "pdf": _read_pdf,
    "rtf": _read_rtf,
}


def read_source(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Document:
    """Read a source report: ``name`` is only for messages and the suffix, ``data`` the file's bytes.

    Raises SourceError when the file is empty, binary, too large, damaged, or in a format that cannot be read.
    """
    check_size(name, len(data), options)
    found = sniff(name, data)
    reader = _READERS.get(found)
    if reader is None:
        raise refusal(name, found)
    text = reader(name, data, options)
    check_lines(name, text.lines, options)
    blocks = make_blocks(text)
    if not blocks:
        raise SourceError(f"{name} is empty: it has no words.", "Look whether the report was saved whole.")
    if all(block.kind is BlockKind.FURNITURE for block in blocks):
        raise SourceError(
            f"{name} holds nothing but what stands beside a report: menus, notices, page numbers.",
            "Look whether the report was saved whole.",
        )
    return Document(name, found, hashlib.sha256(data).hexdigest(), text.lines, blocks, text.page_starts)
