"""Single-file pages (MHTML): the page itself out of the message that holds it with its pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspect_cli.errors import SourceError

if TYPE_CHECKING:
    from email.message import Message

_HEADERS = re.compile(rb"(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+", re.I)
_MIME = re.compile(rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")
_HEAD = 8192
_DEEPEST, _MOST_PARTS = 50, 5_000
_PART = re.compile(rb"^content-type:", re.I | re.M)
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.I)


def is_mhtml(data: bytes) -> bool:
    """Say whether a file is a page as a message: headers of mail, of several parts or of a page."""
    headers = _HEADERS.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip())
    return bool(headers and _MIME.search(headers.group()))


def pages_in(name: str, data: bytes) -> list[tuple[bytes, str | None]]:
    """Give the pages of a single-file page as bytes with their encodings, the page itself before its frames.

    Raises SourceError where none is in it.
    """
    from email import message_from_bytes

    hint = "Save the page again as a web page, or print it to a PDF, and import that."
    if len(_BOUNDARY.findall(data)) > _DEEPEST or len(_PART.findall(data)) > _MOST_PARTS:
        raise SourceError(f"{name} is a saved page with too many parts within each other or beside each other.", hint)
    try:
        message = message_from_bytes(data.lstrip())
        start = _plain_id(message.get_param("start"))
        parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
        parts.sort(key=lambda part: _plain_id(part.get("Content-ID")) != start)
        pages = [(_content(part), part.get_content_charset()) for part in parts]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise SourceError(f"{name} is a saved page whose parts cannot be told apart: {error}.", hint) from error
    if not any(content.strip() for content, _ in pages):
        raise SourceError(f"{name} is a saved page without a page in it.", hint)
    return pages


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _plain_id(value: object) -> str:
    return str(value or "").strip("<> \t\r\n")
