"""What of a page is its content: its main part where it has one, without navigation, banners and links around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_cli.read.html_tree import (
    HEADINGS,
    TEXT,
    attributes_of,
    either,
    name_words,
    never,
    phrases_of,
    walk,
    words_of,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CONTENT = frozenset({"main", "article", "section", "aside", "blockquote", "figure", "td", "li"})
# Text that is judged with the element it stands in, never by its own class.
_TEXTUAL = frozenset({"html", "body", "main", "article", "p", "table", "tr", "td", "th", "summary", *HEADINGS})
_LONGEST_FRONT = 500


@dataclass(slots=True)
class _Sums:
    """What a walk has passed so far: letters, letters of links, first headings that are no link, main parts."""

    text: int = 0
    links: int = 0
    titles: int = 0
    mains: int = 0

    def since(self, before: _Sums) -> _Sums:
        return _Sums(
            self.text - before.text, self.links - before.links, self.titles - before.titles, self.mains - before.mains
        )

    def copy(self) -> _Sums:
        return _Sums(self.text, self.links, self.titles, self.mains)


def furniture_of(root: LexborNode) -> frozenset[int]:
    """Give the memory ids of the elements that stand around a page's content."""
    sums, suspects = _Sums(), []
    open_: list[tuple[int, str, _Sums]] = []
    within = links = titles = 0
    for node, tag, entering in walk(root, never):
        if tag == TEXT:
            size = len((node.text_content or "").strip()) if entering else 0
            sums.text += size
            sums.links += size if links else 0
            sums.titles += bool(size and titles and not links)
            continue
        step = 1 if entering else -1
        links += step * (tag == "a")
        titles += step * (tag == "h1")
        if entering:
            attributes = attributes_of(node)
            sums.mains += _is_main(tag, attributes)
            if suspicion := _suspicion(tag, attributes, within):
                open_.append((node.mem_id, suspicion, sums.copy()))
        elif open_ and open_[-1][0] == node.mem_id:
            suspect, suspicion, before = open_.pop()
            suspects.append((suspect, suspicion, sums.since(before)))
        within += step * (tag in _CONTENT)
    return frozenset(suspect for suspect, suspicion, held in suspects if _is_around(suspicion, held, sums.text))


def _is_main(tag: str, attributes: dict[str, str]) -> bool:
    return tag == "main" or attributes.get("role") == "main"


def _suspicion(tag: str, attributes: dict[str, str], within: int) -> str:
    """Say how much speaks for an element being furniture: "strong", "weak", "aside" or nothing."""
    if tag in words_of("elements") or (tag in words_of("outer") and not within):
        return "strong"
    roles = set(attributes.get("role", "").lower().split())
    if roles & words_of("roles") and not ("banner" in roles and within):
        return "strong"
    named = _named(tag, attributes)
    if named != "strong" and (tag == "aside" or "complementary" in roles):
        return "aside"
    return named


def _named(tag: str, attributes: dict[str, str]) -> str:
    names = attributes.get("class", "").split()
    if tag in _TEXTUAL or not (names or "id" in attributes):
        return ""
    spaced = [f" {' '.join(name_words(name))} " for name in names]
    own = f" {' '.join(name_words(attributes.get('id', '')))} "
    strong, weak = phrases_of("strong"), phrases_of("weak")
    if own in strong or any(phrase in name for name in spaced for phrase in strong):
        return "strong"
    heads = {f" {' '.join(name_words(name.split('__')[0].split('--')[0]))} " for name in names}
    return "weak" if own in weak or not heads.isdisjoint(weak) else ""


def _is_around(suspicion: str, held: _Sums, whole: int) -> bool:
    """Say whether a suspect is furniture: not what holds the main part or most of a page's words."""
    if held.mains:
        return False
    linked = held.text > 0 and held.links * 10 >= held.text * 7
    most = held.text * 2 > whole
    if suspicion == "aside":
        return linked
    if suspicion == "weak":
        return linked or not (held.titles or most)
    return linked or not (held.titles and (most or held.text < _LONGEST_FRONT))


def content_of(root: LexborNode, furniture: frozenset[int]) -> list[LexborNode]:
    """Give the parts of a page to be read, in order: its main part with the title before it, or all of it."""
    found = _Candidates(root, either(furniture))
    chosen = found.chosen()
    if chosen is None:
        return [root]
    front = found.front(chosen)
    return [front, chosen] if front is not None else [chosen]


class _Candidates:
    """The main parts and articles of a page by their sizes, and its first headings by where they stand."""

    def __init__(self, root: LexborNode, passed_over: Callable[[LexborNode, str], bool]) -> None:
        self._passed_over = passed_over
        self._found: list[tuple[bool, int, int, int, LexborNode]] = []
        self._titles: list[tuple[int, LexborNode]] = []
        self._whole = 0
        self._survey(root)

    def _survey(self, root: LexborNode) -> None:
        open_: list[tuple[int, int, bool]] = []
        for node, tag, entering in walk(root, self._passed_over):
            if tag == TEXT:
                self._whole += len((node.text_content or "").strip()) if entering else 0
            elif not entering:
                if open_ and open_[-1][0] == node.mem_id:
                    _, before, is_main = open_.pop()
                    self._found.append((is_main, self._whole - before, before, self._whole, node))
            elif tag == "h1":
                self._titles.append((self._whole, node))
            elif tag == "article" or _is_main(tag, attributes_of(node)):
                open_.append((node.mem_id, self._whole, tag != "article"))

    def chosen(self) -> LexborNode | None:
        """Give the main part, or else the article, that holds most of the page's words; None where none does."""
        best = self._best()
        return best[-1] if best else None

    def _best(self) -> tuple[bool, int, int, int, LexborNode] | None:
        large = [one for one in self._found if one[1] and one[1] * 10 >= self._whole * 6]
        return max(large, key=lambda one: one[:2], default=None)

    def front(self, chosen: LexborNode) -> LexborNode | None:
        """Give what holds the page's first heading where that stands before the chosen part, with a date beside it."""
        best = self._best()
        if best is None or not self._titles:
            return None
        begin, end = best[2], best[3]
        place, title = self._titles[0]
        if place >= end or any(begin <= other < end for other, _ in self._titles):
            return None
        parent = title.parent
        return parent if parent is not None and self._is_small(parent, chosen) else title

    def _is_small(self, parent: LexborNode, chosen: LexborNode) -> bool:
        size = 0
        for node in _entered(parent, self._passed_over):
            size += len((node.text_content or "").strip()) if node.tag == TEXT else 0
            if size > _LONGEST_FRONT or node.mem_id == chosen.mem_id:
                return False
        return True


def _entered(root: LexborNode, passed_over: Callable[[LexborNode, str], bool]) -> Iterator[LexborNode]:
    return (step.node for step in walk(root, passed_over) if step.entering)
