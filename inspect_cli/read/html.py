"""Pages as a browser saves them, alone or with their pictures in one file: the main content in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspect_cli.errors import SourceError
from inspect_cli.model import normal_words
from inspect_cli.read.clean import is_furniture
from inspect_cli.read.html_decode import decode_page
from inspect_cli.read.html_furniture import content_of, furniture_of
from inspect_cli.read.html_lines import Kind, Line, write_lines
from inspect_cli.read.html_text import clean, one_line
from inspect_cli.read.html_tree import attributes_of, either, never, walk
from inspect_cli.read.html_weight import check_weight
from inspect_cli.read.html_writer import Writer
from inspect_cli.read.mhtml import is_mhtml, pages_in
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text
from inspect_cli.reference import load

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_FRAMES = re.compile(r"<i?frame\b", re.I)
_SCRIPT = re.compile(r"<script\b", re.I)
# What parts a page's name from its site's.
_SITE = re.compile(r" [|–—-] | :: ")
# A page that says no more than this beside that it needs a program holds no report.
_SHELL = 80
_NEAR = 12


def read_html(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read a saved page, or a single-file page with the page in it; ``data`` are the file's bytes.

    Raises SourceError when it holds no text, is only the shell of a page that a program fills, or would not end.
    """
    pages = pages_in(name, data) if is_mhtml(data) else [(data, None)]
    texts = [decode_page(name, page, said) for page, said in pages if page.strip()]
    for text in texts:
        lines = _read_page(name, text, large=options.large)
        if lines:
            return Text(tuple(lines), whole=True)
    raise _without_text(name, texts)


def _read_page(name: str, text: str, *, large: bool) -> list[str]:
    """Give the lines of one page; [] where it says nothing, or nothing but that a program must be run."""
    from selectolax.lexbor import LexborHTMLParser

    check_weight(name, text, large=large)
    page = LexborHTMLParser(text)
    root = page.root
    if root is None:
        return []
    furniture = furniture_of(root)
    writer = Writer(_tab_names(root))
    for part in content_of(root, furniture):
        writer.read(part, either(furniture))
    if _is_shell(writer.lines):
        return []
    return list(write_lines(_with_title(page, writer.lines)))


def _is_shell(lines: list[Line]) -> bool:
    """Say whether a page says nothing, or little more than that it needs a program."""
    told: list[str] = []
    for line in lines:
        if not is_furniture(line.text):
            told += line.text.lower().split()
        if len(told) > _SHELL:
            return False
    return not told or load("html")["needs_script"] in " ".join(told)


def _with_title(page: LexborHTMLParser, lines: list[Line]) -> list[Line]:
    """Put the page's title first where its content has no first heading and does not say it near its beginning."""
    found = page.css_first("head > title")
    title = one_line(clean((found.text() if found else "").replace("\n", " ")))
    near = normal_words(" ".join(line.text for line in lines[:_NEAR]))
    name = normal_words(_SITE.split(title)[0])
    headed = any(line.kind is Kind.HEADING and line.level == 1 for line in lines)
    if not title or headed or f" {name} " in f" {near} ":
        return lines
    return [Line(Kind.HEADING, title, 1), *lines]


def _tab_names(root: LexborNode) -> dict[str, str]:
    """Give the names of a page's tabs by their ids: they stand apart from what they open."""
    names = {}
    for node, _, entering in walk(root, never):
        attributes = attributes_of(node) if entering and node.is_element_node else {}
        if attributes.get("role") == "tab" and attributes.get("id"):
            names[attributes["id"]] = one_line(clean(node.text(deep=True, separator=" ")))
    return names


def _without_text(name: str, texts: list[str]) -> SourceError:
    if any(_FRAMES.search(text) for text in texts):
        return SourceError(
            f"{name} holds no text: its content is in frames, which were not saved with it.",
            "Open the frame in a window of its own, save that page, and import it.",
        )
    if any(_SCRIPT.search(text) or load("html")["needs_script"] in text.lower() for text in texts):
        return SourceError(
            f"{name} holds no text: the page is filled by a program (JavaScript) when it is opened.",
            "Save it from the browser as a complete or single-file page, or print it to a PDF, and import that.",
        )
    return SourceError(f"{name} is a page without text.", "Look whether the report was saved whole.")
