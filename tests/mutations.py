"""Real-shaped reports spoilt in every way that files are: the same case for the same seed and number."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple
from unittest.mock import patch
from xml.sax.saxutils import escape

from inspect_cli.model import DocumentKind, Given
from tests.hostile import FILES, GAPS, LAYOUTS, RUNS
from tests.labels import read_examples
from tests.read.word_files import odt
from tests.rendering.docx import LAYOUTS as WORD_LAYOUTS
from tests.rendering.docx import render_docx
from tests.rendering.html import PageLayout, render_html
from tests.rendering.pdf import LAYOUTS as PDF_LAYOUTS
from tests.rendering.pdf import render_pdf
from tests.running import SEEDS
from tests.spoiling import damaged, mutated

_EXCERPT = 8_000
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe]")
_SUFFIXES = (".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".pdf", ".mhtml", "")


class Case(NamedTuple):
    """A file by its name and bytes, and what a person says of it where it is not recognised."""

    name: str
    data: bytes
    given: Mapping[str, Given]


@cache
def _texts() -> tuple[str, ...]:
    paths = [example.path for example in read_examples()] + sorted(SEEDS.glob("*.txt"))
    return tuple(path.read_bytes().decode("utf-8", "replace") for path in paths)


@cache
def _word(place: int, layout: str) -> dict[str, bytes]:
    return _unpacked(render_docx(_texts()[place][:_EXCERPT], layout))


@cache
def _printed(place: int, layout: str) -> bytes:
    # without compression, so that changes meet the words, too
    with patch("reportlab.rl_config.pageCompression", 0):
        return render_pdf(_texts()[place][:_EXCERPT], layout)


@cache
def _page(place: int, layout: PageLayout) -> str:
    return render_html(_texts()[place], layout).decode()


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(members: Mapping[str, bytes]) -> bytes:
    """Pack members with a day of their own, so that the same case has the same bytes tomorrow."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def make_case(seed: int, number: int) -> Case:
    """Give a case: a report of the examples or an excerpt of one, mutated and perhaps damaged; or a hostile text."""
    rng = random.Random(f"{seed}:{number}")
    suffix, data = rng.choice(_MAKERS)(rng)
    if rng.random() < (0.15 if suffix in (".txt", ".md") else 0.35):
        data = damaged(data, rng)
    name = f"case-{number}{suffix if rng.random() < 0.95 else rng.choice(_SUFFIXES)}"
    return Case(name, data, _given(rng))


def _given(rng: random.Random) -> Mapping[str, Given]:
    facts: dict[str, object] = {"forces": ("cheshire",), "kind": rng.choice(list(DocumentKind))}
    if rng.random() < 0.7:
        facts["inspection_year"] = rng.randint(2011, 2025)
    return {name: Given(value, "fuzz") for name, value in facts.items()}


def _excerpt(rng: random.Random) -> str:
    text = rng.choice(_texts())
    if rng.random() < 0.1:
        return text
    start = rng.choice((0, rng.randrange(len(text))))
    return text[start : start + rng.randint(200, _EXCERPT)]


def _as_text(rng: random.Random) -> tuple[str, bytes]:
    text = mutated(_excerpt(rng), rng)
    encoding = rng.choice(_ENCODINGS)
    return rng.choice((".txt", ".txt", ".txt", ".md")), text.encode(encoding, "replace")


def _as_page(rng: random.Random) -> tuple[str, bytes]:
    page = _page(rng.randrange(len(_texts())), rng.choice(list(PageLayout)))
    if rng.random() < 0.5:
        page = f"<html><body>{page[rng.randrange(len(page)) :][:_EXCERPT]}"
    return ".html", mutated(page, rng).encode(rng.choice(_ENCODINGS), "replace")


def _as_single_file_page(rng: random.Random) -> tuple[str, bytes]:
    _, page = _as_page(rng)
    head = b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=xx\n\n"
    return ".mhtml", head + b"--xx\nContent-Type: text/html\n\n" + page + b"\n--xx--\n"


def _as_rich_text(rng: random.Random) -> tuple[str, bytes]:
    lines = _excerpt(rng).splitlines()
    body = "\\par\n".join(re.sub(r"([\\{}])", r"\\\1", line) for line in lines)
    coded = "".join(one if ord(one) < 128 else f"\\u{min(ord(one), 32767)}?" for one in body)
    return ".rtf", mutated("{\\rtf1\\ansi " + coded + "}", rng).encode("utf-8", "replace")


def _as_word(rng: random.Random) -> tuple[str, bytes]:
    members = dict(_word(rng.randrange(len(_texts())), rng.choice(WORD_LAYOUTS)))
    part = rng.choice(("word/document.xml", "word/document.xml", *members))
    xml = members[part].decode("utf-8", "replace")
    members[part] = (_in_words(xml, rng) if rng.random() < 0.7 else mutated(xml, rng)).encode("utf-8", "replace")
    return ".docx", _packed(members)


def _as_open_document(rng: random.Random) -> tuple[str, bytes]:
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in _excerpt(rng).splitlines())
    made = odt(_in_words(body, rng) if rng.random() < 0.7 else mutated(body, rng))
    return ".odt", _packed(_unpacked(made))


def _as_pdf(rng: random.Random) -> tuple[str, bytes]:
    data = _printed(rng.randrange(len(_texts())), rng.choice(PDF_LAYOUTS))
    return ".pdf", mutated(data.decode("latin-1"), rng).encode("latin-1", "replace") if rng.random() < 0.6 else data


def _as_hostile(rng: random.Random) -> tuple[str, bytes]:
    name, make = rng.choice([*LAYOUTS.items(), *FILES.items(), *RUNS.items(), *GAPS.items()])
    length = rng.choice((1_000, 5_000, 20_000))
    text = make(length) if name in FILES else rng.choice(_texts())[:600] + "\n\n" + make(length)
    return ".txt", text.encode("utf-8", "replace")


def _as_noise(rng: random.Random) -> tuple[str, bytes]:
    begins = rng.choice((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return rng.choice(_SUFFIXES), begins + rng.randbytes(rng.randint(0, 3_000))


# Texts are cheapest and reach the extractor most surely.
_MAKERS: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (
    *(_as_text,) * 8,
    *(_as_page,) * 4,
    *(_as_word,) * 3,
    *(_as_open_document,) * 2,
    *(_as_pdf,) * 2,
    *(_as_rich_text,) * 2,
    _as_single_file_page,
    _as_hostile,
    _as_noise,
)


def _in_words(xml: str, rng: random.Random) -> str:
    """Change the words between two tags of a document, and leave the tags whole."""
    places = [match.span() for match in re.finditer(r"(?<=>)[^<>]+(?=<)", xml)]
    for start, end in sorted(rng.sample(places, min(len(places), rng.randint(1, 5))), reverse=True):
        words = escape(mutated(xml[start:end], rng))
        xml = xml[:start] + _CONTROL.sub("", words) + xml[end:]
    return xml
