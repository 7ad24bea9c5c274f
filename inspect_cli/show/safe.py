"""Text from a report is data: what would act on a terminal or a spreadsheet is made visible or harmless."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\t\n\v\f\r]+")
# Controls (C0, C1), what turns the direction of writing round, line separators that are not "\n", lone surrogates.
_ACTS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def visible(text: str) -> str:
    """Give ``text`` as one line: control characters are spelt out as Python would, tabs and breaks are blanks."""
    return _ACTS.sub(_escape, _BLANKS.sub(" ", text))


def escape_json(encoded: str) -> str:
    """Escape in an encoded JSON text what JSON lets pass and a terminal would act on."""
    return _ACTS.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)


def harmless(text: str) -> str:
    """Give ``text`` as a spreadsheet cell that no spreadsheet runs as a formula."""
    runs = text[:1] in ("\t", "\r") or text.lstrip()[:1] in ("=", "+", "-", "@")
    return "'" + visible(text) if runs and text.strip() else visible(text)
