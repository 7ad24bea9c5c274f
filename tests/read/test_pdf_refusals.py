"""PDFs that cannot be read: each is refused with what is wrong and what to do, and nothing else is ever raised."""

from __future__ import annotations

import io
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inspect_cli.errors import SourceError
from inspect_cli.read.pdf import read_pdf
from inspect_cli.read.reader import ReadOptions
from tests.read.pdf_pages import PROSE, Drawing, at, box, draw, read, write

GOOD = draw([at(60, 300, *PROSE), box(50, 280, 300, 100)], [at(60, 300, *PROSE), at(320, 300, *PROSE)])


def _scan(canvas: Canvas) -> None:
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def _locked(password: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="owner", canPrint=0))
    canvas.drawString(60, 500, "The force is good.")
    canvas.save()
    return out.getvalue()


def _without_map() -> bytes:
    """Give a PDF whose letters stand 29 places from their own, as where a font's glyphs are taken for letters."""
    moved = ["".join(chr(ord(letter) - 29) if letter > "=" else letter for letter in line) for line in PROSE * 3]
    return draw([at(60, 300, *moved)])


def _looping() -> bytes:
    """Give a PDF whose only node of pages is a child of itself."""
    return write(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>")


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (_locked("secret"), "a.pdf is locked with a password", "without one"),
        (GOOD[: len(GOOD) // 2], "a.pdf is damaged: its end is missing", "Download"),
        (b"%PDF-1.7\n" + b"junk " * 50 + b"\n%%EOF", "a.pdf is damaged: it does not open as a PDF", "Download"),
        (_looping(), "a.pdf is damaged: page 1 of 3 cannot be read", "Download"),
        (draw([_scan], [_scan]), "a.pdf holds pictures of pages and no text", "OCR"),
        (draw([_scan, at(60, 800, "Page 1")], [_scan, at(60, 800, "Page 2")]), "pictures of pages and no text", "OCR"),
        (draw([], []), "a.pdf holds no text", "viewer"),
        (_without_map(), r"a.pdf cannot be read: its fonts .* \d+% of it is unreadable", "OCR"),
        (draw([at(60, 300, *["\x80\x81\x8d\x8f\x90" * 9] * 9)]), "a.pdf", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint(data: bytes, message: str, hint: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read_pdf("a.pdf", data)
    assert hint in caught.value.hint


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert read(_locked("")) == ["The force is good."]


@pytest.mark.parametrize(
    "drawing",
    [
        at(60, 300, "Mae Heddlu Dyfed-Powys yn dda am atal troseddu ac am drin y cyhoedd yn deg."),
        at(60, 300, *[f"Kent {number} Essex {number} Gwent {number}" for number in range(30)]),
        at(60, 300, "Kent: good"),
        at(60, 300, "\u2022 The force should record it.", "\u2022 It should train its staff."),
    ],
)
def test_short_texts_names_and_other_languages_are_no_nonsense(drawing: Drawing) -> None:
    assert read(draw([drawing]))


def test_a_scanned_page_among_others_is_passed_over() -> None:
    assert read(draw([at(60, 300, *PROSE)], [_scan], [at(60, 300, *PROSE)], [at(60, 300, *PROSE)]))


def test_more_than_a_thousand_pages_are_read_when_asked_for() -> None:
    data = draw(*[[at(60, 300, "The force is good.")]] * 1001)
    with pytest.raises(SourceError, match=r"has 1,001 pages") as caught:
        read_pdf("a.pdf", data)
    assert "--large" in caught.value.hint
    assert len(read_pdf("a.pdf", data, ReadOptions(large=True)).page_starts) == 1001


def test_progress_is_told_of_each_page() -> None:
    told: list[tuple[int, int]] = []
    read_pdf("a.pdf", GOOD, ReadOptions(on_page=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]


def spoil(data: bytes, seed: int) -> bytes:
    """Change a few bytes, numbers or whole stretches of a file, the end that says that it is whole kept."""
    chance = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(spoilt) - 40)
        kind = chance.randrange(4)
        if kind == 0:
            spoilt[place] = chance.randrange(256)
        elif kind == 1:
            del spoilt[place : place + chance.randrange(1, 40)]
        elif kind == 2:
            spoilt[place:place] = spoilt[place : place + chance.randrange(1, 200)]
        else:
            numbers = [match.span() for match in re.finditer(rb"\d+", bytes(spoilt[:-40]))]
            start, end = chance.choice(numbers)
            spoilt[start:end] = chance.choice([b"0", b"-1", b"99999999999", b"1e30", b"3 0 R", b"nan"])
    return bytes(spoilt)


@given(st.integers(0, 2**32))
def test_a_spoilt_pdf_is_read_or_refused(seed: int) -> None:
    try:
        assert read_pdf("a.pdf", spoil(GOOD, seed)).whole
    except SourceError as error:
        assert error.hint
