"""The tree of a page: walked without recursion, however deep it is, and asked for names and attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inspect_cli.reference import load

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

TEXT = "-text"
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


class Step(NamedTuple):
    """A step of a walk: into an element (or text), or out of it again."""

    node: LexborNode
    tag: str
    entering: bool


def walk(root: LexborNode, passed_over: Callable[[LexborNode, str], bool]) -> Iterator[Step]:
    """Go through a tree in document order; each element is entered and left, what is passed over is neither."""
    open_: list[tuple[LexborNode, str]] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        child = None
        if not passed_over(node, tag):
            yield Step(node, tag, True)
            child = node.first_child
            if child is not None:
                open_.append((node, tag))
                node = child
                continue
            yield Step(node, tag, False)
        while open_ and node.next is None:
            node, tag = open_.pop()
            yield Step(node, tag, False)
        node = node.next if open_ else None


def attributes_of(node: LexborNode) -> dict[str, str]:
    """Give an element's attributes by their names in lower case; one without a value is ''."""
    return {name.lower(): value or "" for name, value in node.attributes.items()}


def name_words(name: str) -> list[str]:
    """Split the name of a class, an id or an attribute: "siteHeader", "site-header" and "site_header" are the same."""
    return [word.lower() for word in _WORDS.findall(name)]


def is_chosen(attributes: dict[str, str]) -> bool:
    """Say whether an element is marked as the one of several that counts."""
    states = {attributes.get(f"aria-{state}", "").lower() for state in ("current", "selected", "checked")}
    if states & {"true", "page", "step"}:
        return True
    marks = words_of("chosen")
    return any(marks.intersection(name_words(token)[-1:]) for token in attributes.get("class", "").split())


@cache
def words_of(entry: str) -> frozenset[str]:
    """Give the words of an entry of the reference file on pages."""
    return frozenset(load("html")[entry].split())


@cache
def phrases_of(entry: str) -> tuple[str, ...]:
    """Give the phrases of an entry of the reference file on pages, each between blanks."""
    return tuple(f" {phrase} " for phrase in load("html")[entry])


def heading_level(tag: str, attributes: dict[str, str]) -> int:
    """Give the level of a heading from 1 to 6; 0 for what is none."""
    if tag in HEADINGS:
        return HEADINGS[tag]
    if attributes.get("role") != "heading":
        return 0
    level = attributes.get("aria-level", "")
    return min(int(level), 6) if level.isascii() and level.isdigit() and len(level) < 3 and int(level) else 2


def never(_node: LexborNode, tag: str) -> bool:
    """Pass over what has no words for a reader."""
    return tag in words_of("skipped")


def either(skipped: Container[int]) -> Callable[[LexborNode, str], bool]:
    """Pass over what has no words for a reader, and the elements with these memory ids."""
    without_words = words_of("skipped")
    return lambda node, tag: tag in without_words or (tag != TEXT and node.mem_id in skipped)
