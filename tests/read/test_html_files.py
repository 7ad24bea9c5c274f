"""Files that hold pages: their encodings, single-file pages, and what holds no page to read."""

from __future__ import annotations

import base64
import quopri

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from inspect_cli.read.html import read_html
from inspect_cli.read.sniff import sniff
from tests.read.pages import lines_of, mhtml

WORDS = "The force’s “plan” – café"
PAGE = f"<!doctype html>{{}}<p>{WORDS}</p>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "cp1252"),
        ("", "utf-16"),
        ("<meta charset=utf-8>", "utf-16"),
        ("<meta charset='windows-1252'>", "cp1252"),
        ('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">', "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=no-such>", "utf-8"),
        ("<meta charset=punycode>", "utf-8"),
        ("<meta charset=mac-roman>", "mac-roman"),
    ],
)
def test_a_page_is_decoded_as_it_was_written_whatever_it_says(declared: str, encoding: str) -> None:
    data = PAGE.format(declared).encode(encoding)
    assert sniff("page.txt", data) == "html"
    assert lines_of(data) == [WORDS]


def test_a_broken_letter_does_not_change_how_the_others_are_read() -> None:
    data = PAGE.format("<meta charset=utf-8>").encode() + b"<p>" + "é and ".encode() * 200 + b"\xff"
    assert lines_of(data)[0] == WORDS


def test_in_a_page_of_xml_an_element_may_close_itself() -> None:
    page = '<?xml version="1.0"?><html><head><script src="x"/></head><body><div/><p>Words.</p></body></html>'
    assert lines_of(page) == ["Words."]


QUOTED = quopri.encodestring(f"<h1>Kent</h1><p>{WORDS}</p>".encode())
CODED = base64.encodebytes(f"<h1>Kent</h1><p>{WORDS}</p>".encode("cp1252"))
FRAME = ("Content-Type: text/html\r\nContent-ID: <frame>", b"<p>A frame.</p>")
PICTURE = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", b"iVBORw0K")


@pytest.mark.parametrize(
    "data",
    [
        mhtml(
            ("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", QUOTED), PICTURE
        ),
        mhtml(PICTURE, ("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", QUOTED), FRAME),
        mhtml(("Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64", CODED)),
        mhtml(
            FRAME,
            ("Content-Type: text/html\r\nContent-ID: <it>\r\nContent-Transfer-Encoding: quoted-printable", QUOTED),
            start="<it>",
        ),
        mhtml(
            ("Content-Type: text/html", b"<frameset><frame src=x></frameset>"),
            ("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", QUOTED),
        ),
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + QUOTED,
    ],
    ids=["quoted", "after a picture", "base64", "named", "in a frame", "without parts"],
)
def test_a_single_file_page_gives_its_page(data: bytes) -> None:
    assert sniff("page.txt", data) == "html"
    assert lines_of(data) == ["# Kent", WORDS]
    assert read_source("page.mhtml", data).format == "html"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body></body></html>", "is a page without text"),
        (b"<html><nav>Home</nav></html>", "is a page without text"),
        (b"<html><p>Skip to content</p></html>", "is a page without text"),
        (b"<html><body><div id=root></div><script>run()</script></html>", "filled by a program"),
        (b"<html><p>You must enable JavaScript to see this.</p></html>", "filled by a program"),
        (b"<html><frameset><frame src=a></frameset></html>", "in frames"),
        (b"<html><iframe src=a></iframe></html>", "in frames"),
        (mhtml(PICTURE), "without a page in it"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nnothing", "without a page in it"),
        (b"<html>\x00\x01\x02", "is not a text"),
    ],
)
def test_a_file_without_a_page_to_read_is_refused_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read_html("kent.html", data)
    assert "kent.html" in caught.value.message
    assert caught.value.hint


def test_a_report_that_speaks_of_programs_is_no_shell_of_a_page() -> None:
    page = "<p>The force wrote its site in JavaScript.</p>" + "<p>It acts on what people say about it.</p>" * 12
    assert len(lines_of(page)) == 13
