"""Names of a Word document's elements, and reading of their attributes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VAL = f"{WORD}val"
_OFF = {"0", "false", "off", "none"}


def w(name: str) -> str:
    """Give the full name of an element or attribute of Word's."""
    return WORD + name


def path(*names: str) -> str:
    """Give the path to an element by the names of those on the way to it."""
    return "/".join(WORD + name for name in names)


def value(element: Element | None, attribute: str = "val") -> str | None:
    """Give an attribute of Word's; None where the element or the attribute is missing."""
    return None if element is None else element.get(WORD + attribute)


def number(element: Element | None, attribute: str = "val") -> int | None:
    """Give an attribute that is a whole number; None where it is missing or is none."""
    text = value(element, attribute) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def is_on(element: Element | None) -> bool:
    """Say whether a property is there and not switched off."""
    return element is not None and element.get(_VAL, "") not in _OFF
