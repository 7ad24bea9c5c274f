"""PDFs that grow beyond all measure: read within limits, and refused when they go beyond them."""

from __future__ import annotations

import zlib

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read.pdf import read_pdf
from inspect_cli.read.pdf_apart import read_apart
from inspect_cli.read.pdf_bombs import may_explode
from inspect_cli.read.reader import AS_USUAL, ReadOptions
from tests.read.pdf_pages import PROSE, at, box, draw, write

GOOD = draw([at(60, 300, *PROSE), box(50, 280, 300, 100)])
WORDS = b"BT /F1 10 Tf 60 500 Td (The force is good.) Tj ET\n"


def _pdf(content: bytes, form: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    """Write a PDF of one page with this content, which can draw a form that can draw itself."""
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    return write(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources " + resources + b"/Contents 4 0 R>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(content), filters, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources %s/Length %d>>stream\n%s\nendstream"
        % (resources, len(form), form),
    )


SOUND = _pdf(zlib.compress(WORDS))
BOMBS = {
    "a page that unpacks a thousandfold": _pdf(zlib.compress(b"q " * 12_000_000, 9)),
    "a page packed twice over": _pdf(
        zlib.compress(zlib.compress(b" " * 30_000_000, 9)), filters=b"/FlateDecode/FlateDecode"
    ),
    "forms that draw themselves": _pdf(zlib.compress(b"/X Do " + WORDS), b"/X Do /X Do /X Do"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_may_grow_beyond_measure_is_known_before_it_is_opened(name: str) -> None:
    assert may_explode(BOMBS[name])


@pytest.mark.parametrize("data", [GOOD, SOUND, _pdf(zlib.compress(b"/X Do " + WORDS), b"/X Do")])
def test_a_report_is_not_suspected(data: bytes) -> None:
    assert not may_explode(data)


@pytest.mark.parametrize("name", ["a page that unpacks a thousandfold", "forms that draw themselves"])
def test_what_takes_more_than_a_report_is_refused(name: str) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf takes more (time|memory) to open") as caught:
        read_pdf("a.pdf", BOMBS[name])
    assert caught.value.hint


def test_a_page_with_more_characters_than_fit_is_refused() -> None:
    lines = b"".join(b"BT /F1 1 Tf 10 %d Td (%s) Tj ET\n" % (10 * row, b"good " * 6000) for row in range(1, 9))
    with pytest.raises(SourceError, match=r"a\.pdf, page 1: it has more characters"):
        read_pdf("a.pdf", _pdf(zlib.compress(lines)))


def test_reading_apart_is_reading() -> None:
    told: list[tuple[int, int]] = []
    options = ReadOptions(on_page=lambda done, total: told.append((done, total)))
    assert read_apart("a.pdf", GOOD, options) == read_pdf("a.pdf", GOOD)
    assert told == [(1, 1)]
    with pytest.raises(SourceError, match=r"a\.pdf is damaged: its end is missing") as caught:
        read_apart("a.pdf", GOOD[:-100], AS_USUAL)
    assert "Download" in caught.value.hint
