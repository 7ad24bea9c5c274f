"""Pages for the tests of their reader."""

from __future__ import annotations

from inspect_cli.read.html import read_html


def lines_of(page: str | bytes) -> list[str]:
    """Give the lines that a page, or a part of one, is read into; blank ones left out."""
    data = page.encode() if isinstance(page, str) else page
    return [line for line in read_html("page.html", data).lines if line]


def mhtml(*parts: tuple[str, bytes], start: str = "") -> bytes:
    """Make a single-file page: each part is its headers below the boundary, and its body as it is sent."""
    related = f'; start="{start}"' if start else ""
    head = f'From: <a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b-1"{related}\r\n'
    body = b"".join(b"\r\n--b-1\r\n" + headers.encode() + b"\r\n\r\n" + content for headers, content in parts)
    return head.encode() + body + b"\r\n--b-1--\r\n"
