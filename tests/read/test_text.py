"""Bytes into text: every encoding that reports arrive in, every way to end a line, and what is no text."""

from __future__ import annotations

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read.text import decode, page_starts, split_lines

WORDS = "The force’s “plan” – café, 5 % better."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_reads_the_same_words_from_every_encoding(encoding: str) -> None:
    assert decode("a.txt", WORDS.encode(encoding)) == WORDS


def test_reads_utf_16_big_endian_by_its_mark() -> None:
    assert decode("a.txt", b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 4, id="every byte"),
        pytest.param(b"A report\x00with a zero byte in it and many more words after it", id="zero byte"),
        pytest.param(b"\x01\x02\x03\x04\x05 words", id="control characters"),
        pytest.param(b"\xff\xfea", id="half a UTF-16 character"),
        pytest.param(b"\x81\x8d\x8f", id="bytes that Windows-1252 has no letters for"),
    ],
)
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt is not a text"):
        decode("a.txt", data)


@pytest.mark.parametrize("name", ["a.docx", "a.PDF", "a.odt", "a.rtf"])
def test_says_of_a_file_named_as_another_kind_that_it_is_damaged(name: str) -> None:
    with pytest.raises(SourceError, match="is damaged: it does not begin as a"):
        decode(name, b"\x00\x01\x02\x81")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_counts_lines_as_an_editor_does(end: str) -> None:
    text = end.join(["one", "", "two\x0bstill two\x85and\u2028two", "three", ""])
    assert split_lines(text) == ("one", "", "two\x0bstill two\x85and\u2028two", "three")


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        (("one", "two"), ()),
        (("one", "\ftwo", "three", "\f", "four"), (1, 2, 4)),
        (("one\f", "two"), (1, 2)),
        (("\fone", "two"), ()),
    ],
)
def test_a_form_feed_starts_a_page(lines: tuple[str, ...], starts: tuple[int, ...]) -> None:
    assert page_starts(lines) == starts
