"""A page's tree into lines: what each element does to the paragraph, the list and the table that are being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspect_cli.read.html_grades import Mark, bare_grade, is_label, says, seen_in
from inspect_cli.read.html_lines import Kind, Line
from inspect_cli.read.html_paragraph import Paragraph
from inspect_cli.read.html_tables import Table, is_data
from inspect_cli.read.html_text import is_note_mark, list_marker, one_line
from inspect_cli.read.html_tree import TEXT, attributes_of, heading_level, is_chosen, walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol optgroup p pre search section summary table tbody td tfoot "
    "th thead tr ul".split()
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_ITEM_ROLES = {"list": "ul", "listitem": "li"}
_STYLES = frozenset("b strong i em u font small big mark s sub sup abbr cite code wbr".split())
_PAGE = frozenset({"html", "body", "head"})
# What is in one of these is read otherwise than elsewhere.
_COUNTED = frozenset({"pre", "svg", "dd"})
_LONGEST_NOTE = 12
# So many lines of an element are looked through for the grade that it shows.
_READ_ON = 200
# An accordion's or a list's heading stands below the headings of the text.
_SUMMARY_LEVEL = 4
_LONGEST_DEFINITION = 110


@dataclass(slots=True)
class _List:
    """A list being read: the kind of its marks, the next number, the mark that the next line takes."""

    kind: str
    number: int
    waiting: str = ""


@dataclass(slots=True)
class _Open:
    """An open element: where its lines begin, what it shows, and what it changed."""

    tag: str
    start: int
    mark: Mark | None
    level: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    is_block: bool = False
    ends: Callable[[_Open], None] | None = None


class Writer:
    """Reads elements one after another; ``lines`` holds what they say."""

    def __init__(self, labels: dict[str, str]) -> None:
        """Take the names of a page's tabs by their ids."""
        self.lines: list[Line] = []
        self._labels = labels
        self._sinks = [self.lines]
        self._open: list[_Open] = []
        self._paragraph = Paragraph()
        self._levels: list[int] = []
        self._lists: list[_List] = []
        self._tables: list[Table | None] = []
        self._within = dict.fromkeys(_COUNTED, 0)

    def read(self, root: LexborNode, passed_over: Callable[[LexborNode, str], bool]) -> None:
        """Read an element with all that is in it, but for what is passed over."""

        def out_of_sight(node: LexborNode, tag: str) -> bool:
            return self._within["svg"] > 0 or passed_over(node, tag) or _is_tool(node, tag)

        for node, tag, entering in walk(root, out_of_sight):
            if tag == TEXT:
                if entering:
                    self._paragraph.add(node.text_content or "", keeps_breaks=self._within["pre"] > 0)
            elif tag.startswith("-"):
                continue
            elif entering:
                self._enter(node, tag)
            else:
                self._leave(self._open.pop())
        self._flush()

    def _enter(self, node: LexborNode, tag: str) -> None:
        attributes = attributes_of(node) | (_told_by_drawing(node) if tag == "svg" else {})
        tag = _ITEM_ROLES.get(attributes.get("role", ""), tag)
        level = _level(tag, attributes, bool(self._levels))
        is_block = tag in _BLOCKS or level > 0 or "-" in tag
        if is_block:
            self._flush()
        elif tag not in _STYLES:
            self._paragraph.part()
        here = _Open(tag, len(self._sinks[-1]), None, level, attributes, is_block)
        here.mark = seen_in(tag, attributes) if attributes and tag not in _PAGE else None
        self._open.append(here)
        if level:
            self._levels.append(level)
        if attributes and is_chosen(attributes):
            self._paragraph.chosen = True
        self._begin(node, here)

    def _begin(self, node: LexborNode, here: _Open) -> None:
        tag, attributes = here.tag, here.attributes
        if tag == "br":
            self._paragraph.add_break()
        elif tag == "q":
            self._paragraph.add("“")
        elif tag in _COUNTED:
            self._within[tag] += 1
        elif tag in _LISTS:
            kind = (attributes.get("type") or "1") if tag == "ol" else ""
            self._lists.append(_List(kind, _number(attributes.get("start"), 1)))
        elif tag == "li" and self._lists:
            self._begin_item(attributes)
        elif tag == "table":
            self._tables.append(Table() if is_data(node) else None)
        elif tag in ("td", "th") and self._tables and self._tables[-1]:
            self._sinks.append([])
            here.start = 0
        if attributes.get("role") == "tabpanel" and (label := self._labels.get(attributes.get("aria-labelledby", ""))):
            self._sinks[-1].append(Line(Kind.HEADING, label, _SUMMARY_LEVEL))

    def _begin_item(self, attributes: dict[str, str]) -> None:
        current = self._lists[-1]
        current.number = _number(attributes.get("value"), current.number)
        current.waiting = list_marker(current.kind, current.number)
        current.number += 1

    def _leave(self, here: _Open) -> None:
        tag = here.tag
        if tag == "q":
            self._paragraph.add("”")
        elif not here.is_block and tag not in _STYLES:
            self._paragraph.part()
        if here.is_block:
            self._flush()
        if here.level:
            self._levels.pop()
        if tag in ("td", "th") and self._tables and self._tables[-1]:
            self._tables[-1].add(self._sinks.pop(), here.attributes, here.mark)
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._sinks[-1].extend(filter(None, [self._tables[-1].end_row(here.mark)]))
        elif here.mark:
            self._show(here, here.mark)
        if here.is_block and len(self._sinks[-1]) > here.start + 1 and self._sinks[-1][here.start].grade:
            _put_below_heading(self._sinks[-1], here.start)
        self._end(tag)

    def _end(self, tag: str) -> None:
        if tag in _COUNTED:
            self._within[tag] -= 1
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li" and self._lists:
            self._lists[-1].waiting = ""
        elif tag == "table":
            self._tables.pop()
        elif tag == "dt" and self._sinks[-1] and self._sinks[-1][-1].kind is Kind.PLAIN:
            last = self._sinks[-1][-1]
            self._sinks[-1][-1] = Line(Kind.TERM, last.text, last.level, "", last.grade)

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        if not self._paragraph:
            self._paragraph.chosen = self._paragraph.chosen and bool(self._open) and self._open[-1].tag == "li"
            return
        sink = self._sinks[-1]
        level = self._levels[-1] if self._levels else 0
        waiting = self._lists[-1].waiting if self._lists else ""
        lines = list(self._paragraph.lines(level=level, depth=len(self._lists), marker=waiting))
        if lines and self._lists:
            self._lists[-1].waiting = ""
        if lines and sink and sink[-1].kind is Kind.TERM and self._within["dd"]:
            lines[:1] = _defined(sink.pop(), lines[0])
        sink += lines

    def _show(self, here: _Open, mark: Mark) -> None:
        """Show an element's grade where its own text does not say it."""
        sink = self._sinks[-1]
        own = sink[here.start : here.start + _READ_ON]
        if not own:
            self._paragraph.mark(mark)
            if here.is_block:
                self._flush()
            return
        bare = (bare_grade(line.text) == mark.grade or line.grade == mark.grade for line in own)
        if any(says(line.text, mark.grade) for line in own[:3]) or any(bare):
            return
        first = own[0]
        if len(own) == 1 and first.kind is Kind.ITEM:
            sink[-1] = Line(Kind.ITEM, f"{first.text.rstrip(' :')}: {mark.text}", first.level, first.marker)
            return
        labelled = first.kind is Kind.HEADING or (first.kind is not Kind.ITEM and is_label(first.text))
        sink.insert(here.start + labelled, Line(Kind.PLAIN, mark.text, len(self._lists), grade=mark.grade))


def _put_below_heading(sink: list[Line], start: int) -> None:
    """A grade seen before the only heading of its element is that heading's."""
    own = sink[start:]
    if own[1].kind is Kind.HEADING and sum(line.kind is Kind.HEADING for line in own) == 1:
        sink[start], sink[start + 1] = own[1], own[0]


def _defined(term: Line, definition: Line) -> list[Line]:
    """A term and its definition: one line where it is short, or where the term is a grade."""
    plain = definition.kind is Kind.PLAIN and not term.text.endswith("?")
    if plain and (bare_grade(term.text) or (is_label(definition.text) and len(definition.text) <= _LONGEST_DEFINITION)):
        return [Line(Kind.PLAIN, f"{term.text.rstrip(' :')}: {definition.text}", definition.level)]
    return [Line(Kind.PLAIN, term.text, term.level), definition]


def _level(tag: str, attributes: dict[str, str], in_heading: bool) -> int:
    """Give the level of what is a heading, or looks like one: what an accordion is opened by."""
    if in_heading:
        return 0
    if tag == "summary" or (tag == "button" and "aria-expanded" in attributes):
        return _SUMMARY_LEVEL
    return heading_level(tag, attributes)


def _is_tool(node: LexborNode, tag: str) -> bool:
    """Say whether an element is for doing something with the page, or the mark of a footnote."""
    if tag == "button":
        attributes = attributes_of(node)
        parent = node.parent
        in_heading = parent is not None and ((parent.tag or "") in ("summary", "h1", "h2", "h3", "h4", "h5", "h6"))
        return not (in_heading or attributes.keys() & {"aria-expanded", "aria-controls", "data-target", "data-toggle"})
    if tag == "sup":
        text = node.text() if node.first_child is not None and _is_shallow(node) else ""
        return bool(text) and len(text.strip()) <= _LONGEST_NOTE and is_note_mark(text)
    return tag == "a" and "doc-noteref" in attributes_of(node).get("role", "")


def _is_shallow(node: LexborNode) -> bool:
    """Say whether an element holds little: the mark of a footnote is a link with a number, at most."""
    child, depth = node.first_child, 0
    while child is not None and depth < 5:
        child, depth = child.first_child, depth + 1
    return depth < 5


def _told_by_drawing(node: LexborNode) -> dict[str, str]:
    """Give the title and description of a drawing as a picture's text."""
    told = {child.tag: one_line(child.text()) for child in node.iter() if child.tag in ("title", "desc")}
    return {name: text for name, text in (("alt", told.get("title")), ("aria-description", told.get("desc"))) if text}


def _number(value: str | None, otherwise: int) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
