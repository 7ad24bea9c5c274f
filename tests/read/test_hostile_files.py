"""Files that were made to do harm, or were damaged: a clear error, quickly, in little memory; never anything else."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from inspect_cli.read.limits import LARGEST_FILE, LONGEST_LINE, MEGABYTE, MOST_LINES, check_lines
from inspect_cli.read.package import DEEPEST, LARGEST_PART, MOST_MARKS, MOST_MEMBERS
from inspect_cli.read.reader import AS_USUAL, ReadOptions
from tests.read.word_files import docx, odt, packed, par, word_part

_ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def _document(text: str) -> bytes:
    return docx("", {"word/document.xml": text})


def _many_parts() -> bytes:
    return docx(par("Kent"), {f"word/media/{number}.png": b"" for number in range(MOST_MEMBERS + 1)})


def _bomb() -> bytes:
    return docx(par("Kent"), {"word/media/a.png": bytes(LARGEST_PART + MEGABYTE)})


def _lying_bomb() -> bytes:
    """A part that unpacks to more than the list of members says."""
    data = _document(word_part("document", " " * (LARGEST_PART + MEGABYTE)))
    size = (LARGEST_PART + MEGABYTE + len(word_part("document", ""))).to_bytes(4, "little")
    assert size in data
    return data.replace(size, (1000).to_bytes(4, "little"))


def _locked_member() -> bytes:
    data = bytearray(docx(par("Kent")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (_bomb, "unpacks to more than reports are"),
        (_lying_bomb, "is damaged|unpacks to more"),
        (_many_parts, "holds more than 10,000 files"),
        (lambda: _document(_ENTITIES + word_part("document", "&b;")), "declares entities"),
        (lambda: docx("", {"word/document.xml": (_ENTITIES + "<x>&b;</x>").encode("utf-16")}), "declares entities"),
        (lambda: docx("<w:p>" * (DEEPEST + 1) + "</w:p>" * (DEEPEST + 1)), "nested more than"),
        (lambda: docx("<w:b/>" * (MOST_MARKS + 1)), "tags and attributes"),
        (
            lambda: docx(par("Kent"), styles="<w:b/>" * (MOST_MARKS // 2), footnotes="<w:b/>" * MOST_MARKS),
            "tags and attr",
        ),
        (lambda: odt("<text:p/>" * (MOST_MARKS + 1)), "tags and attributes"),
        (lambda: _document("<w:document"), "is no XML"),
        (lambda: docx(par("Kent"))[:-200], "is damaged"),
        (lambda: docx(par("Kent"))[:200], "is damaged"),
        (lambda: docx("", {"_rels/.rels": "<Relationships/>", "word/other.xml": "<x/>"}), "is empty"),
        (lambda: packed({"[Content_Types].xml": "<Types/>", "word/x.xml": "<x/>"}), "it has no word/document.xml"),
        (
            lambda: packed({"[Content_Types].xml": "<x/>", "word/document.xml": "x"}, zipfile.ZIP_LZMA),
            "is packed in a way",
        ),
        (_locked_member, "is a document with a password"),
        (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "is a document with a password"),
        (lambda: _OLE + "WordDocument".encode("utf-16-le"), r"Word 97–2003 document \(\.doc\)"),
        (lambda: _OLE + "Workbook".encode("utf-16-le"), r"Excel 97–2003"),
        (lambda: _OLE + "__properties_version1.0".encode("utf-16-le"), r"an Outlook message"),
        (lambda: _OLE, r"older Office program"),
        (lambda: packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), r"an Excel workbook \(\.xlsx\)"),
        (lambda: packed({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), r"a PowerPoint presentation"),
        (lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), r"a spreadsheet \(\.ods\)"),
        (lambda: packed({"mimetype": "application/epub+zip"}), r"an e-book"),
        (lambda: packed({"report.txt": "Kent"}), "a zip archive"),
        (lambda: packed({"in/word/report.docx": docx(par("Kent"))}, zipfile.ZIP_STORED), "a zip archive"),
        (lambda: packed({}), "a zip archive"),
        (lambda: b"\x1f\x8b\x08\x00", "a packed file"),
        (lambda: b"Rar!\x1a\x07\x00", "a packed archive"),
        (lambda: b"Received: from a\n by b\nMessage-ID: <1@x>\n\nKent", "an e-mail message"),
        (lambda: b"x" * (LONGEST_LINE + 1), r"line 1: it has 500,001 characters"),
        (lambda: b"x\n" * (MOST_LINES + 1), r"has 200,001 lines"),
        (lambda: (b"x" * LONGEST_LINE + b"\n") * 11, r"has more than 5 million characters"),
        (lambda: docx(par("x" * (LONGEST_LINE + 1))), r"line 1: it has 500,001 characters"),
    ],
)
def test_a_harmful_or_damaged_file_is_refused_with_a_hint(made: Callable[[], bytes], words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read_source("kent.docx", made())
    assert "kent.docx" in caught.value.message
    assert caught.value.hint


def test_a_text_that_was_pasted_out_of_a_message_is_a_text() -> None:
    assert read_source("a.txt", b"From: HMICFRS\nSubject: Kent\n\nThe force is good.\n").format == "txt"


@pytest.mark.parametrize("member", ["../../etc/passwd", "/etc/passwd", "word/../../x", "C:\\x"])
def test_a_member_that_points_elsewhere_does_nothing(member: str, tmp_path: Path) -> None:
    target = "../" * 12 + str(tmp_path).lstrip("/") + "/x.xml"
    relations = f'<Relationship Id="r" Type="x/styles" Target="{target}"/>'
    spaces = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    more: dict[str, str | bytes] = {
        member: "x",
        "word/_rels/document.xml.rels": f"<Relationships {spaces}>{relations}</Relationships>",
    }
    assert read_source("a.docx", docx(par("Kent"), more)).lines == ("Kent",)
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_is_read_when_it_is_asked_for() -> None:
    large = b"Kent is good.\n" + b" \n" * 100 + b"\x00" * LARGEST_FILE
    with pytest.raises(SourceError, match=r"has more than 50 MB") as caught:
        read_source("a.txt", large)
    assert "--large" in caught.value.hint
    with pytest.raises(SourceError, match=r"is not a text"):
        read_source("a.txt", large, ReadOptions(large=True))


def test_the_longest_line_and_the_most_lines_are_still_read() -> None:
    check_lines("a.txt", ["x" * LONGEST_LINE], AS_USUAL)
    check_lines("a.txt", [""] * MOST_LINES, AS_USUAL)
    check_lines("a.txt", ["x" * LONGEST_LINE] * 11, ReadOptions(large=True))


# In a process of its own, since only a whole process can be held to a gigabyte and ten seconds.
_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from pathlib import Path
from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
try:
    read_source("kent", Path(sys.argv[1]).read_bytes())
except SourceError as error:
    print(error.message)
else:
    print("read")
"""


def _names() -> bytes:
    """Make the part that costs most memory: each of its names is another."""
    return docx("".join(f'<a{number} b{number}="{number}"/>' for number in range(MOST_MARKS // 2 - 100)))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: docx(par("<w:r><w:br/></w:r>".join(["<w:r><w:t>a b</w:t></w:r>"] * 50_000))), ("read",)),
        (lambda: docx("", styles="x", more={"word/document.xml": b"<x>" + b" " * LARGEST_PART}), ("unpacks",)),
        (lambda: b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 400_000, ("is empty",)),
        (lambda: b"{\\rtf1 " + b"{\\pict " * 1_000_000, ("is empty",)),
        (lambda: b"{\\rtf1 " + b"\\'b7" * 2_000_000 + b"}", ("characters",)),
        (_names, ("is empty",)),
    ],
    ids=["breaks", "blanks", "fields", "pictures", "one line", "names"],
)
def test_the_worst_that_the_limits_let_in_stays_within_ten_seconds_and_a_gigabyte(
    made: Callable[[], bytes], words: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "kent"
    path.write_bytes(made())
    root = Path(__file__).parent.parent.parent
    argv = [sys.executable, "-c", _LIMITED, str(path)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=root, env=dict(os.environ))
    assert done.returncode == 0, done.stderr[-2000:]
    assert any(word in done.stdout for word in words), done.stdout
