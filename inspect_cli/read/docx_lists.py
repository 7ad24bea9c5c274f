"""Lists of a Word document: what stands before each item, counted as Word counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from inspect_cli.read.counting import DEEPEST, Counter, Level
from inspect_cli.read.docx_names import is_on, number, value, w
from inspect_cli.read.docx_styles import Numbered, Styles, numbered

NO_LIST = "0"


@dataclass(slots=True)
class _Pattern:
    """A way to number (Word's abstract list): its levels, and the styles whose paragraphs stand on one of them."""

    levels: dict[int, Level]
    by_style: dict[str, int]
    counter: Counter = field(default_factory=Counter)


@dataclass(slots=True)
class _List:
    """A list: its pattern, what it changes of its levels, and where it begins anew."""

    pattern: _Pattern
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """The lists of a document by their ids; ``label`` is asked once for each paragraph in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        if root is not None:
            patterns = _patterns(root)
            for one in root.findall(w("num")):
                pattern = patterns.get(value(one.find(w("abstractNumId"))) or "")
                if pattern is not None:
                    self._lists[value(one, "numId") or ""] = _list(one, pattern)

    def label(self, style_id: str | None, properties: Element | None) -> tuple[str, int] | None:
        """Count a paragraph and give what stands before it and its level from 0; None where it is in no list."""
        own, styled = numbered(properties), self._styles.numbered(style_id)
        list_id = (own.list_id if own else None) or (styled[1].list_id if styled else None)
        if list_id is None or list_id == NO_LIST:
            return None
        found = self._lists.get(list_id)
        if found is None:
            return None
        at = min(_level(own, styled, found.pattern), DEEPEST - 1)
        counter = found.pattern.counter
        if at in found.starts:
            counter.restart(at, found.starts.pop(at))
        return counter.next(at, found.levels), at


def _level(own: Numbered | None, styled: tuple[str | None, Numbered] | None, pattern: _Pattern) -> int:
    if own and own.at is not None:
        return own.at
    if styled is None:
        return 0
    style_id, said = styled
    return said.at if said.at is not None else pattern.by_style.get(style_id or "", 0)


def _patterns(root: Element) -> dict[str, _Pattern]:
    """Give the ways to number by their ids; one that names a style of lists is the one that defines that style."""
    found: dict[str, _Pattern] = {}
    defining: dict[str | None, _Pattern] = {}
    linked: dict[str, str] = {}
    for one in root.findall(w("abstractNum")):
        pattern_id = value(one, "abstractNumId") or ""
        found[pattern_id] = _pattern(one)
        defines, link = one.find(w("styleLink")), one.find(w("numStyleLink"))
        if defines is not None:
            defining[value(defines)] = found[pattern_id]
        if link is not None:
            linked[pattern_id] = value(link) or ""
    found.update({one: defining[style] for one, style in linked.items() if style in defining})
    return found


def _pattern(element: Element) -> _Pattern:
    levels, by_style = {}, {}
    for one in element.findall(w("lvl")):
        at = number(one, "ilvl") or 0
        levels[at] = _read_level(one)
        style = value(one.find(w("pStyle")))
        if style:
            by_style[style] = at
    return _Pattern(levels, by_style)


def _read_level(element: Element) -> Level:
    restart = number(element.find(w("lvlRestart")))
    start = number(element.find(w("start")))
    return Level(
        style=value(element.find(w("numFmt"))) or "decimal",
        pattern=value(element.find(w("lvlText"))) or "",
        start=1 if start is None else start,
        restarts=restart != 0,
        decimal=is_on(element.find(w("isLgl"))),
    )


def _list(element: Element, pattern: _Pattern) -> _List:
    levels, starts = dict(pattern.levels), {}
    for one in element.findall(w("lvlOverride")):
        at = number(one, "ilvl") or 0
        own, start = one.find(w("lvl")), number(one.find(w("startOverride")))
        if own is not None:
            levels[at] = _read_level(own)
        if start is not None:
            starts[at] = start
    return _List(pattern, levels, starts)
