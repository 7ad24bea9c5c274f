"""What a file is: by its content, and only then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)
# A message as a mail program keeps it; text that was pasted out of one has no such number.
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,60}: ?[^\n]*\n(?:[ \t][^\n]*\n)*){1,80}?Message-ID:", re.I)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKDOWN = {".md", ".markdown"}
SUFFIXES = frozenset({".txt", ".text", ".docx", ".docm", ".odt", ".rtf", *_MARKDOWN})


def sniff(name: str, data: bytes) -> str:
    """Give the format of a source: "txt" or "md", or one that is known only by sight ("pdf", "html", "zip" …)."""
    for signature, found in _SIGNATURES:
        if data[:1024].lstrip().startswith(signature):
            return _contained(found, data)
    if _HTML.match(data[:4096]):
        return "html"
    if _MAIL.match(data[:16384]):
        return "eml"
    return "md" if PurePath(name).suffix.lower() in _MARKDOWN else "txt"


def _contained(found: str, data: bytes) -> str:
    """Give the kind of a file; one of the containers says by its parts which it is."""
    from inspect_cli.read.containers import ole_kind, zip_kind

    kinds = {"zip": zip_kind, "ole": ole_kind}
    return kinds[found](data) if found in kinds else found
