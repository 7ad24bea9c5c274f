"""Plain text and Markdown: bytes into the lines that an editor shows."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from inspect_cli.errors import SourceError
from inspect_cli.read.limits import check_text
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text
from inspect_cli.read.running import running_lines

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What is named so comes here only when its first bytes are not those of its kind.
_BY_SIGNATURE = frozenset({".docx", ".docm", ".odt", ".rtf", ".pdf", ".doc"})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(name: str, data: bytes) -> str:
    """Decode UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252; SourceError for anything else."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            return text
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_SIGNATURE:
        raise SourceError(
            f"{name} is damaged: it does not begin as a {suffix} file does, and is no text either.",
            "Download or save it again; where that does not help, save the report as plain text (UTF-8).",
        )
    raise SourceError(
        f"{name} is not a text: it holds bytes that no text encoding explains.",
        "Save the report as plain text (UTF-8) and import that.",
    )


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,)
    wide = _wide(data[:4000])
    return (wide,) if wide else ("utf-8", "cp1252")


def _wide(head: bytes) -> str | None:
    """Recognise UTF-16 without a mark by where its zero bytes stand."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < len(head) // 4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _reads_as_text(text: str) -> bool:
    return "\x00" not in text and len(_CONTROL.findall(text)) * 200 <= len(text)


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split as editors count lines: at \n, \r\n and \r, and nowhere else."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(lines if lines[-1] else lines[:-1])


def page_starts(lines: tuple[str, ...]) -> tuple[int, ...]:
    """Give the lines on which pages begin, from 1; () for a text without form feeds."""
    starts = [1]
    for number, line in enumerate(lines, start=1):
        if "\f" in line:
            before, _, after = line.rpartition("\f")
            starts.append(number if after.strip() or not before.strip() else number + 1)
    pages = tuple(dict.fromkeys(starts))
    return pages if len(pages) > 1 else ()


def read_text(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read a plain text: its lines, running heads blanked, and where its pages begin; SourceError for binary data."""
    text = decode(name, data)
    check_text(name, text, options)
    lines = split_lines(text)
    starts, running = page_starts(lines), running_lines(lines)
    kept = tuple("" if number in running else line for number, line in enumerate(lines))
    return Text(kept, starts, blanked=frozenset(running))
