"""Files and folders into documents, and what is said of those that cannot be read."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.model import BlockKind
from inspect_cli.read import find_sources, read_source


def test_a_document_knows_its_bytes_lines_blocks_and_format() -> None:
    data = b"# Kent PEEL 2018\r\n\r\nBack to top\r\n"
    document = read_source("kent.md", data)
    assert (document.name, document.format, document.sha256) == ("kent.md", "md", sha256(data).hexdigest())
    assert document.lines == ("# Kent PEEL 2018", "", "Back to top")
    assert [(block.kind, block.line) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.FURNITURE, 3),
    ]
    assert document.page_starts == ()


def test_pages_are_kept() -> None:
    assert read_source("a.txt", b"one\n\ftwo\n").page_starts == (1, 2)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n\xef\xbb\xbf"[:4], "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"Skip to content\n\nPage 3 of 40\n", "holds nothing but what stands beside a report"),
        (b"%PDF-1.4\n\x00", "is damaged"),
        (b"\x89PNG\r\n\x1a\n", "is an image: it has no text"),
        (b"<!doctype html><p></p>", "is a page without text"),
        (b"\x00\x01\x02", "is not a text"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read_source("kent.txt", data)
    assert "kent.txt" in caught.value.message
    assert caught.value.hint


def _folder(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Kent", encoding="utf-8")


def test_a_folder_gives_its_reports_sorted_and_nothing_else(tmp_path: Path) -> None:
    _folder(
        tmp_path, "b.txt", "a/c.MD", "a.markdown", "README.md", "sources.toml", ".hidden.txt", ".git/x.txt", "d.png"
    )
    found = find_sources(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in found.files] == ["a/c.MD", "a.markdown", "b.txt"]
    assert [path.name for path in found.passed_over] == ["d.png"]


def test_the_texts_that_a_data_folder_keeps_are_no_sources(tmp_path: Path) -> None:
    _folder(tmp_path, "b.txt", "data/inspections.json", "data/texts/r123456.txt", "texts/ours.txt")
    assert [str(path.relative_to(tmp_path)) for path in find_sources(tmp_path).files] == ["b.txt", "texts/ours.txt"]


def test_what_a_browser_saves_beside_a_page_is_no_source(tmp_path: Path) -> None:
    _folder(tmp_path, "kent.html", "kent_files/frame.html", "kent_files/in/ad.htm", "other_files/b.html", "c.mhtml")
    assert [str(path.relative_to(tmp_path)) for path in find_sources(tmp_path).files] == [
        "c.mhtml",
        "kent.html",
        "other_files/b.html",
    ]


def test_a_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    _folder(tmp_path, "report.dat")
    assert find_sources(tmp_path / "report.dat").files == (tmp_path / "report.dat",)


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    _folder(tmp_path, "README.md")
    with pytest.raises(SourceError, match="holds no reports"):
        find_sources(tmp_path)
    with pytest.raises(SourceError, match="There is no file or folder"):
        find_sources(tmp_path / "gone")


def test_what_a_browser_saved_beside_a_page_is_passed_over_in_silence(tmp_path: Path) -> None:
    beside = ("Kent PEEL_files/logo.png", "Kent PEEL_files/notes.txt", "old.files/a.md")
    _folder(tmp_path, "Kent PEEL.html", "old.htm", "b.txt", *beside, "case_files/c.txt", "case_files/d.png")
    found = find_sources(tmp_path)
    assert not {Path(name) for name in beside} & {path.relative_to(tmp_path) for path in found.files}
    assert {"b.txt", "c.txt"} <= {path.name for path in found.files}
    assert "logo.png" not in {path.name for path in found.passed_over}
    assert "d.png" in {path.name for path in found.passed_over}


def test_an_empty_hand_says_what_the_folder_holds(tmp_path: Path) -> None:
    _folder(tmp_path, "b.xlsx", "c.PNG", "README")
    with pytest.raises(SourceError, match=r"holds no reports. What it holds: .png, .xlsx") as caught:
        find_sources(tmp_path)
    assert ".txt" in caught.value.hint
