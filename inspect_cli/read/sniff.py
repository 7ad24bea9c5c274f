"""What a file is: by its content, and only then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKDOWN = {".md", ".markdown"}
SUFFIXES = frozenset({".txt", ".text", *_MARKDOWN})


def sniff(name: str, data: bytes) -> str:
    """Give the format of a source: "txt" or "md", or one that is known only by sight ("pdf", "html", "zip" …)."""
    for signature, found in _SIGNATURES:
        if data[:1024].lstrip().startswith(signature):
            return "docx" if found == "zip" and b"word/" in data[:4096] else found
    if _HTML.match(data[:4096]):
        return "html"
    return "md" if PurePath(name).suffix.lower() in _MARKDOWN else "txt"
