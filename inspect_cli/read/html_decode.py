"""The bytes of a page into its text: by its mark, by what was said of it, by what it says itself, by trying."""

from __future__ import annotations

import codecs
import re

from inspect_cli.read.text import decode

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml\b[^>]{0,80}?encoding=[\"']([\w.:-]+)",
    re.I,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Pages that say Latin-1 or ASCII mean Windows-1252; one whose declaration can be read byte by byte is not UTF-16.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
# Encodings that pages come in; some others of Python's are no encodings of text, or take for ever.
_KNOWN = ("utf-8", "utf-16", "utf-32", "cp", "iso8859", "mac", "koi8", "gb", "big5", "euc", "shift", "ascii")
_HEAD = 4096
_XML = re.compile(r"\s*<\?xml\b")
_SELF_CLOSED = re.compile(
    r"<(script|style|title|iframe|textarea|noscript|div|span|a|p|i|b|td|li|h[1-6])\b([^<>]*?)/>", re.I
)


def decode_page(name: str, data: bytes, said: str | None = None) -> str:
    """Decode a page; ``said`` is the encoding that came with it. Raises SourceError for what is no text."""
    text = _declared(data, said) if not data.startswith(_MARKS) else None
    text = decode(name, data) if text is None else text
    # As XML an element may close itself; read as HTML it would stay open and swallow the page.
    return _SELF_CLOSED.sub(r"<\1\2></\1>", text) if _XML.match(text) else text


def _declared(data: bytes, said: str | None) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    inside = (found[1] or found[2]).decode("ascii", "replace") if found else None
    for label in filter(None, (said, inside)):
        encoding = _known(label)
        text = _try(data, encoding) if encoding else None
        if text is not None and "\x00" not in text:
            return text
    return None


def _known(label: str) -> str | None:
    try:
        encoding = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(encoding, encoding) if encoding.startswith(_KNOWN) else None


def _try(data: bytes, encoding: str) -> str | None:
    """Decode, where the encoding is UTF-8 with a few broken letters in it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace") if encoding == "utf-8" else ""
    return text if text.count("\ufffd") * 500 < len(text) else None
