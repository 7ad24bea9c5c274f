"""An example's text as a web page: a plain one, and one such as public bodies publish, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from html import escape
from itertools import groupby, pairwise

from tests.rendering.structure import Part, parts_of


class PageLayout(StrEnum):
    """How a page is laid out."""

    PLAIN = "plain"
    SITE = "site"


_GRADE = re.compile("outstanding|good|adequate|requires improvement|inadequate", re.I)
_NUMBER = re.compile(r"(\d+)\.")


def render_html(text: str, layout: PageLayout) -> bytes:
    """Make a page of an example's text."""
    parts = parts_of(text)
    return (_plain(parts) if layout is PageLayout.PLAIN else _site(parts)).encode()


def _number(part: Part) -> int | None:
    found = _NUMBER.fullmatch(part.marker)
    return int(found[1]) if found else None


def _is_grade(part: Part) -> bool:
    return part.kind == "paragraph" and bool(_GRADE.fullmatch(part.text))


def _plain(parts: Sequence[Part]) -> str:
    body = "\n".join(_in_order(parts))
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"></head>\n<body>\n{body}\n</body></html>\n'


def _in_order(parts: Sequence[Part]) -> Iterator[str]:
    for (kind, numbered), run in groupby(parts, lambda part: (part.kind, _number(part) is not None)):
        group = list(run)
        if kind == "number" and not numbered:
            # a page has no list for "3.1": the number is typed
            yield from (f"<p>{escape(part.marker)} {escape(part.text)}</p>" for part in group)
        elif kind in ("bullet", "number"):
            yield from _list(group, numbered=numbered)
        elif kind == "row":
            yield from _table(group)
        elif kind == "heading":
            yield from (f"<h{part.level}>{escape(part.text)}</h{part.level}>" for part in group)
        else:
            yield from (f"<p>{escape(part.text)}</p>" for part in group)


def _list(items: Sequence[Part], *, numbered: bool) -> Iterator[str]:
    tag = "ol" if numbered else "ul"
    yield f"<{tag}>"
    for item in items:
        value = f' value="{_number(item)}"' if numbered else ""
        yield f"<li{value}>{escape(item.text)}</li>"
    yield f"</{tag}>"


def _table(rows: Sequence[Part]) -> Iterator[str]:
    yield "<table><tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells) + "</tr>"
    yield "</tbody></table>"


_BEFORE = """<!DOCTYPE html>
<html class="no-js"><head><meta charset="utf-8"><title>{title} - The Inspectorate</title>
<style>.grade--good::before {{ content: "Good" }}</style>
<script>if (1 < 2) document.write("Inadequate");</script></head>
<body class="page-template has-sidebar">
<a class="skip-link" href="#content">Skip to content</a>
<div id="cookie-notice" class="cookie-notice" role="dialog"><h2>Cookies</h2>
<p>We use cookies that the force should know about. The force is inadequate at biscuits.</p>
<button>Accept</button></div>
<header class="site-header" role="banner"><a class="logo" href="/"><img src="l.svg" alt="The Inspectorate"></a>
<nav aria-label="Main"><ul><li><a href="/a">PEEL assessments 2014</a></li>
<li><a href="/b">Recommendations</a></li></ul></nav>
<form class="search-form" role="search"><label for="s">Search</label>
<input id="s"><button>Search</button></form></header>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/p">Publications</a></li></ol>
<div class="layout"><main id="content"><article>
"""
_AFTER = """
<div class="share-buttons"><span>Share this page</span><a href="#">Facebook</a></div></article></main>
<aside class="sidebar"><h2>Related content</h2><ul><li><a href="/k">Kent Police is inadequate at custody</a></li>
<li><a href="/e">Recommendation 3</a></li></ul></aside></div>
<footer role="contentinfo"><p>Contact the inspectorate</p><ul><li><a href="/c">Cookies</a></li></ul></footer>
<noscript>Please enable JavaScript.</noscript></body></html>
"""


def _site(parts: Sequence[Part]) -> str:
    title = next((part.text for part in parts if part.kind == "heading"), "Report")
    return _BEFORE.format(title=escape(title)) + "\n".join(_sections(parts)) + _AFTER


def _sections(parts: Sequence[Part]) -> Iterator[str]:
    """Each heading below the first opens an accordion that is shut; grades are badges without words."""
    starts = [place for place, part in enumerate(parts) if part.kind == "heading"]
    bounds = [0, *(place for place in starts if place), len(parts)]
    for first, last in pairwise(bounds):
        section = parts[first:last]
        if not section:
            continue
        head = section[0] if section[0].kind == "heading" else None
        if head and head.level > 1:
            yield from _accordion(head, section[1:])
        else:
            yield from _with_badges(section)


def _accordion(head: Part, below: Sequence[Part]) -> Iterator[str]:
    is_box = bool(below) and below[0].kind == "bullet"
    yield '<div class="panel callout">' if is_box else '<section class="accordion__item">'
    yield f'<h{head.level} class="accordion__title"><button aria-expanded="false">{escape(head.text)}'
    yield f'<span class="accordion__icon" aria-hidden="true"></span></button></h{head.level}>'
    yield '<div class="accordion__content" hidden>'
    yield from _with_badges(below)
    yield "</div>"
    yield "</div>" if is_box else "</section>"


def _with_badges(parts: Sequence[Part]) -> Iterator[str]:
    for is_grade, run in groupby(parts, _is_grade):
        group = list(run)
        yield from (_badge(part.text, len(part.text) + len(parts)) for part in group) if is_grade else _in_order(group)


def _badge(grade: str, turn: int) -> str:
    """Show a grade in one of the ways in which pages do."""
    slug = grade.lower().replace(" ", "-")
    ways = (
        f'<span class="grade grade--{slug}"></span>',
        f'<div class="badge" data-judgement="{slug}"></div>',
        f'<p><img src="{slug}.svg" alt="{escape(grade)}"></p>',
        f'<div><svg role="img"><title>Judgement: {escape(grade)}</title><path d="M0 0"/></svg></div>',
        f'<i class="icon-{slug}" aria-label="{escape(grade)}"></i>',
    )
    return ways[turn % len(ways)]
