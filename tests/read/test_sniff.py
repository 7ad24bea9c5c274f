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
        ("a.htm", b"The <p> tag, which a text quotes", "txt"),
        ("a.htm", b"Kent<br><p>It acts.</p>", "html"),
        ("a.txt", b"Kent<br><p>It acts.</p>", "txt"),
        ("a.txt", b"<div class='x'><h2>Kent</h2><p>It acts.</p></div>", "html"),
        ("a.md", b"<div align=center><h2>Kent</h2><p>It acts.</p></div>", "md"),
        ("a.txt", b"<p> is how a paragraph begins in a page", "txt"),
        ("a.txt", b"<Kent> and </p> </p>", "txt"),
        ("a.txt", "<!doctype html><p>Kent".encode("utf-16"), "html"),
        ("a.txt", "<html><p>Kent".encode("utf-16-be"), "html"),
        ("a.json", b'{\n"format": "inspect-cli export",\n"version": 1,', "export"),
        ("a.txt", b'{"format":"inspect-cli export"', "export"),
        ("a.json", b'{"format": "another program\'s", "of": "inspect-cli export"}', "txt"),
        ("a.json", b'{"meta":{"1":{"schema":2,"change":7', "store"),
        ("a.json", b'{"meta": {"1": {"schema": 1}}, "reports": {}}', "store"),
        ("a.txt", b'The "format": "inspect-cli export" of a text', "txt"),
        ("a", b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html>", "html"),
        ("a.txt", b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n", "html"),
        ("a.txt", b"From: a\nMessage-ID: <1@a>\nContent-Type: multipart/related; boundary=b\n\n", "eml"),
        ("a.mht", b"Subject: Kent\nContent-Type: text/plain\n\nIt acts.", "txt"),
        ("a.txt", b"Content-Type: it is what a message says of its parts", "txt"),
        ("a.htm", b"The <p> tag, which a text quotes", "txt"),
        ("a.htm", b"Kent<br><p>It acts.</p>", "html"),
        ("a.txt", b"Kent<br><p>It acts.</p>", "txt"),
        ("a.txt", b"<div class='x'><h2>Kent</h2><p>It acts.</p></div>", "html"),
        ("a.md", b"<div align=center><h2>Kent</h2><p>It acts.</p></div>", "md"),
        ("a.txt", b"<p> is how a paragraph begins in a page", "txt"),
        ("a.txt", b"<Kent> and </p> </p>", "txt"),
        ("a.txt", "<!doctype html><p>Kent".encode("utf-16"), "html"),
        ("a.txt", "<html><p>Kent".encode("utf-16-be"), "html"),
        ("a", b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html>", "html"),
        (
            "a.txt",
            b"From: <a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n",
            "html",
        ),
        ("a.mht", b"Subject: Kent\nContent-Type: text/plain\n\nIt acts.", "txt"),
        ("a.txt", b"Content-Type: it is what a message says of its parts", "txt"),
    ],
)
def test_content_says_what_a_file_is_and_the_name_only_after_it(name: str, data: bytes, found: str) -> None:
    assert sniff(name, data) == found
