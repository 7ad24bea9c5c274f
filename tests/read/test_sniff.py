"""What a file is, by its content and then by its name."""

from __future__ import annotations

import pytest

from inspect_cli.read.sniff import sniff


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", b"Kent PEEL 2018", "txt"),
        ("a", b"Kent PEEL 2018", "txt"),
        ("a.MD", b"# Kent", "md"),
        ("a.markdown", b"# Kent", "md"),
        ("a.txt", b"# Kent", "txt"),
        ("a.txt", b"%PDF-1.7\n", "pdf"),
        ("a.txt", b"\n%PDF-1.7\n", "pdf"),
        ("a.txt", b"PK\x03\x04 [Content_Types].xml word/document.xml", "docx"),
        ("a.txt", b"PK\x03\x04 other", "zip"),
        ("a.txt", b"{\\rtf1 words", "rtf"),
        ("a.txt", b"\xef\xbb\xbf <!DOCTYPE html><html>", "html"),
        ("a.txt", b"<html lang='en'>", "html"),
        ("a.txt", b"<!-- saved --><HTML>", "html"),
        ("a.txt", b"The <html> tag in a text", "txt"),
        ("a.html", b"A text that is called html", "txt"),
    ],
)
def test_content_says_what_a_file_is_and_the_name_only_after_it(name: str, data: bytes, found: str) -> None:
    assert sniff(name, data) == found
