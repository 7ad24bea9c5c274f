"""Names of an OpenDocument text's elements, and reading of their attributes."""

from __future__ import annotations

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_URN}text:1.0}}"
TABLE = f"{{{_URN}table:1.0}}"
OFFICE = f"{{{_URN}office:1.0}}"
DRAW = f"{{{_URN}drawing:1.0}}"
STYLE = f"{{{_URN}style:1.0}}"
PICTURE = f"{{{_URN}svg-compatible:1.0}}"


def positive(text: str | None, otherwise: int) -> int:
    """Give a whole number of at most six figures, or what stands for one that is missing or none."""
    usable = text is not None and text.isascii() and text.isdigit() and len(text) < 7
    return int(text or "") if usable else otherwise
