"""Styles of a Word document: which are headings, hide their words, number their paragraphs or list the contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from inspect_cli.read.docx_names import is_on, number, path, value, w

_HEADING = re.compile(r"heading ([1-9])", re.I)
_CONTENTS = re.compile(r"toc [1-9]|table of figures", re.I)
_TITLE = "title"
_BODY_LEVEL = 9
_PROPERTIES, _WORDS = w("pPr"), w("rPr")
_LEVEL, _NUMBERING, _HIDDEN = w("outlineLvl"), w("numPr"), w("vanish")


@dataclass(frozen=True, slots=True)
class Numbered:
    """That a paragraph is an item of the list ``list_id`` ("0": of none), on the level ``at`` if it says so."""

    list_id: str | None
    at: int | None


def numbered(properties: Element | None) -> Numbered | None:
    """Read of which list a paragraph's or a style's properties make it an item; None where they say nothing."""
    found = properties.find(_NUMBERING) if properties is not None else None
    if found is None:
        return None
    return Numbered(value(found.find(w("numId"))), number(found.find(w("ilvl"))))


class Styles:
    """The styles by their ids; what one does not say, the one that it is based on says."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(w("style")) if root is not None else []
        self._styles = {value(style, "styleId"): style for style in found}
        self._default = next((value(style, "styleId") for style in found if _is_default(style)), None)

    def heading(self, style_id: str | None, properties: Element | None) -> int | None:
        """Give the level of a heading from 1; None for what is none, by the paragraph's properties or its style."""
        level = number(properties.find(_LEVEL)) if properties is not None else None
        if level is not None:
            return _heading_level(level)
        for style in self._chain(style_id):
            level = number(style.find(path("pPr", "outlineLvl")))
            if level is not None:
                return _heading_level(level)
            name = value(style.find(w("name"))) or ""
            if match := _HEADING.fullmatch(name):
                return int(match[1])
            if name.lower() == _TITLE:
                return 1
        return None

    def is_contents(self, style_id: str | None) -> bool:
        """Say whether a paragraph is a line of the table of contents."""
        return any(_CONTENTS.fullmatch(value(style.find(w("name"))) or "") for style in self._chain(style_id))

    def is_hidden(self, style_id: str | None) -> bool:
        """Say whether a style hides its words."""
        for style in self._chain(style_id):
            hidden = style.find(path("rPr", "vanish"))
            if hidden is not None:
                return is_on(hidden)
        return False

    def numbered(self, style_id: str | None) -> tuple[str | None, Numbered] | None:
        """Give the style that makes a paragraph an item of a list, and of which."""
        for style in self._chain(style_id):
            found = numbered(style.find(_PROPERTIES))
            if found is not None:
                return value(style, "styleId"), found
        return None

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """Give a style, the one it is based on, and so on; a circle ends where it began."""
        seen: set[str | None] = set()
        wanted = style_id if style_id is not None else self._default
        while wanted in self._styles and wanted not in seen:
            seen.add(wanted)
            style = self._styles[wanted]
            yield style
            wanted = value(style.find(w("basedOn")))


def _is_default(style: Element) -> bool:
    """Say whether a style is the one of paragraphs that name none."""
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _heading_level(level: int) -> int | None:
    return level + 1 if level < _BODY_LEVEL else None


def is_hidden(run: Element, styles: Styles) -> bool:
    """Say whether a run's words are hidden, by its own properties or by its style."""
    properties = run.find(_WORDS)
    if properties is None:
        return False
    hidden = properties.find(_HIDDEN)
    if hidden is not None:
        return is_on(hidden)
    style = properties.find(w("rStyle"))
    return style is not None and styles.is_hidden(value(style))
