"""Pages that were made to break a reader: each ends soon, with a clear error or with its words."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from inspect_cli.read.html import read_html
from inspect_cli.read.html_weight import check_weight
from inspect_cli.read.reader import ReadOptions
from tests.read.pages import lines_of, mhtml
from tests.rendering.html import PageLayout, render_html


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "section", "table><tr><td", "ul><li", "b", "custom-box"])
def test_a_page_nested_ten_thousand_deep_is_read(tag: str) -> None:
    assert lines_of(f"<html>{f'<{tag}>' * 10_000}The force acts.")[-1].strip(" •") == "The force acts."


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 100_000, id="a hundred thousand deep"),
        pytest.param("<div>" * 30_000 + "<p>x</p>" * 20_000, id="much in the depth"),
        pytest.param("".join(f"<p><b id={number}>" for number in range(3_000)), id="bold that is never closed"),
        pytest.param("<div " + " ".join(f"a{number}=1" for number in range(50_000)) + ">x", id="many attributes"),
        pytest.param("<select>" + "<option>" * 60_000, id="many options"),
        pytest.param("<div></div>" * 200_000, id="many tags"),
        pytest.param("<div>" * 40_000 + "</p>" * 40_000, id="ends without a beginning"),
    ],
)
def test_a_page_that_would_take_too_long_is_refused_before_it_is_parsed(page: str) -> None:
    with pytest.raises(SourceError, match=r"^kent\.html") as caught:
        read_html("kent.html", page.encode())
    assert caught.value.hint


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>One<li>Two" * 40_000, id="paragraphs that are not closed"),
        pytest.param("<!--" + "<div>" * 100_000 + "-->", id="a comment"),
        pytest.param("<script>" + "a<b;" * 300_000 + "</script>", id="a script"),
        pytest.param('<img src="data:,' + "a b " * 100_000 + '">', id="a picture in the page"),
        pytest.param("<svg>" + "<path d=''/>" * 50_000 + "</svg>", id="a drawing"),
        pytest.param("<b>one</b> " * 50_000, id="bold that is closed"),
    ],
)
def test_a_long_page_is_not_taken_for_a_heavy_one(page: str) -> None:
    check_weight("kent.html", page)


def test_the_limit_on_tags_can_be_lifted() -> None:
    page = "<i></i>" * 110_000 + "Words of it."
    with pytest.raises(SourceError, match="too many"):
        read_html("kent.html", page.encode())
    assert read_html("kent.html", page.encode(), ReadOptions(large=True)).lines == ("Words of it.",)


def test_entities_that_a_page_declares_are_not_made_good() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;&b; and &amp;'
    assert lines_of(page) == ["]>", "&b;&b; and &"]


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        + b"--b\nContent-Type: text/html\n\n" * 9_000,
        b"MIME-Version: 1.0\n"
        + b"".join(b'Content-Type: multipart/related; boundary="%d"\n\n--%d\n' % (n, n) for n in range(2_000)),
    ],
    ids=["many parts", "parts in parts"],
)
def test_a_single_file_page_of_too_many_parts_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="too many parts"):
        read_html("kent.mhtml", data)


TEXT = """Kent PEEL 2018

How good is custody?

Requires improvement

• The force should act – now.
• It should learn.

3. It should plan.

| Vetting | Good |

It has a plan."""
PAGES = [render_html(TEXT, layout) for layout in PageLayout]
SOURCES = [*PAGES, *(mhtml(("Content-Type: text/html; charset=utf-8", page)) for page in PAGES)]
SPLICED = [
    *b"< > </div> <table> <b> <!-- <svg> <dd> <pre> <br> = --b-1 &#x0; charset=x <template> <frameset> <title>".split(),
    *(b"\x00", b"\xff", b"\xe2\x80", b"\r\n\r\n", b"<li value=99999999999>", b"<td rowspan=0 colspan=-1>"),
    *(b"<h2 role=heading aria-level=\xc2\xb2>", b'<i class="grade--good">', b"<ol start=-1>", b"<a role=tab id=t>"),
]
EDIT = st.tuples(st.integers(0, 4_000), st.integers(0, 60), st.sampled_from([b"", *SPLICED]) | st.binary(max_size=6))


@settings(max_examples=400)
@given(st.sampled_from(SOURCES), st.lists(EDIT, max_size=12), st.integers(0, 4_000))
@example(b"<html><body></html>", [], 0)
def test_whatever_is_broken_in_a_page_it_is_read_or_refused(
    source: bytes, edits: list[tuple[int, int, bytes]], cut: int
) -> None:
    for place, length, new in edits:
        source = source[:place] + new + source[place + length :]
    for data in (source, source[:cut]):
        try:
            lines = read_source("kent.html", data).lines
        except SourceError as error:
            assert error.hint
        else:
            assert "\n" not in "".join(lines)
