"""Bytes on disk into a Document: lines as a person sees them, and the blocks they form. Knows no police words."""

from __future__ import annotations

import hashlib
from pathlib import Path

from inspect_cli.errors import SourceError
from inspect_cli.model import Document
from inspect_cli.read.blocks import make_blocks
from inspect_cli.read.limits import check_lines, check_size
from inspect_cli.read.reader import AS_USUAL, Reader, ReadOptions, Text
from inspect_cli.read.refusals import refusal
from inspect_cli.read.sniff import PAGES, SUFFIXES, sniff
from inspect_cli.read.text import read_text


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
    return Document(name, found, hashlib.sha256(data).hexdigest(), text.lines, blocks, text.page_starts)


def find_sources(path: Path) -> list[Path]:
    """Give the source files at ``path``: the file itself, or the files of known formats in and below a folder, sorted.

    Hidden files, READMEs, the texts that a data folder keeps and what a browser saved beside a page are passed over.
    Raises SourceError when nothing is there.
    """
    if not path.exists():
        raise SourceError(f"There is no file or folder {path}.", "Look at the spelling of the path.")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if _is_source(file, file.relative_to(path)))
    found = [file for file in found if not _is_stored(file) and not _is_beside_page(file, path)]
    if not found:
        suffixes = " ".join(sorted(SUFFIXES))
        raise SourceError(f"The folder {path} holds no reports.", f"Reports are files ending in {suffixes}.")
    return found


def _is_source(file: Path, within: Path) -> bool:
    hidden = any(part.startswith(".") for part in within.parts)
    readme = file.stem.lower() == "readme"
    return file.suffix.lower() in SUFFIXES and not hidden and not readme and file.is_file()


def _is_stored(file: Path) -> bool:
    """Say whether a file is the copy of a report's text in a data folder: importing it would import it twice."""
    return file.parent.name == "texts" and (file.parent.parent / "inspections.json").exists()


def _is_beside_page(file: Path, within: Path) -> bool:
    """Say whether a file is a frame or script that a browser saved in a folder of its own, beside the page it is of."""
    folders = [folder for folder in file.parents if folder.is_relative_to(within) and folder.name.endswith("_files")]
    pages = [folder.with_name(folder.name.removesuffix("_files") + suffix) for folder in folders for suffix in PAGES]
    return any(page.exists() for page in pages)
