"""What a file is: by its content, and only then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from inspect_cli.read.mhtml import is_mhtml

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
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,80}?Message-ID:", re.I)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# A part of a page, saved alone: it begins with an element of a page and closes some.
_FRAGMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><!--.*?-->\s*)*"
    rb"<(?:article|aside|div|dl|figure|footer|h[1-6]|header|main|meta|nav|ol|p|section|span|table|title|ul)\b[^<>]*>",
    re.I | re.S,
)
_CLOSED = re.compile(rb"</(?:a|div|dl|h[1-6]|li|main|p|section|span|strong|t[dhr]|table|ul|ol)\s*>", re.I)
_TAG = re.compile(rb"<(?:br|div|h[1-6]|img|li|p|section|span|table|td|ul)\b[^<>]*>", re.I)
_FEWEST_CLOSED = 2
# What this program itself writes, given to it as if it were a report.
_OWN = (
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"inspect-cli export"'), "export"),
    (re.compile(rb'\s*\{\s*"meta"\s*:\s*\{\s*"1"\s*:\s*\{\s*"schema"\s*:'), "store"),
)
_MARKDOWN = {".md", ".markdown"}
PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
SUFFIXES = frozenset({".txt", ".text", ".docx", ".docm", ".odt", ".pdf", ".rtf", *_MARKDOWN, *PAGES})


def sniff(name: str, data: bytes) -> str:
    """Give the format of a source: one that is read ("txt", "html" …), or one known by sight ("zip" …)."""
    for signature, found in _SIGNATURES:
        if data[:1024].lstrip().startswith(signature):
            return _contained(found, data)
    for written, found in ((_MAIL, "eml"), *_OWN):
        if written.match(data[:16384]):
            return found
    suffix = PurePath(name).suffix.lower()
    if is_mhtml(data) or _is_page(data, suffix):
        return "html"
    return "md" if suffix in _MARKDOWN else "txt"


def _is_page(data: bytes, suffix: str) -> bool:
    """Say whether a file is a page or a part of one; a text that only speaks of a tag, or quotes one, is none."""
    head = data[:4096]
    if head.count(0) * 4 > len(head):
        # UTF-16: every other byte of the tags is zero
        head, data = head.replace(b"\x00", b"").lstrip(b"\xff\xfe"), data.replace(b"\x00", b"")
    if _HTML.match(head):
        return True
    if suffix in PAGES:
        return bool(_TAG.search(data) and _CLOSED.search(data))
    closed = len(_CLOSED.findall(data)) if suffix not in _MARKDOWN and _FRAGMENT.match(head) else 0
    return closed >= _FEWEST_CLOSED


def _contained(found: str, data: bytes) -> str:
    """Give the kind of a file; one of the containers says by its parts which it is."""
    from inspect_cli.read.containers import ole_kind, zip_kind

    kinds = {"zip": zip_kind, "ole": ole_kind}
    return kinds[found](data) if found in kinds else found
