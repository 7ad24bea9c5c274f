"""What is imported, and what sources.toml says of it: each fact with its line, each mistake with its place."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.model import Given
from inspect_cli.read import ReadOptions
from inspect_cli.workflow.sources import Source, from_stream, gather, read_sources

GOOD = """\
# known of these files
["a.txt"]
published = 2016-12-08
note = \"\"\"
[not a table]
published = never
\"\"\"
inspection_year = 2016

['b “two”.md']   # a literal name
"forces" = ["kent", "essex"]
"""


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "sources.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_facts_come_with_the_line_they_stand_on(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    given = read_sources(tmp_path).given
    assert given["a.txt"]["published"] == Given(date(2016, 12, 8), "sources.toml, line 3")
    assert given["a.txt"]["inspection_year"] == Given(2016, "sources.toml, line 8")
    assert given["b “two”.md"]["forces"] == Given(["kent", "essex"], "sources.toml, line 11")


def test_a_folder_without_the_file_gives_nothing(tmp_path: Path) -> None:
    assert not read_sources(tmp_path).given


def test_a_file_with_windows_line_ends_and_a_mark_is_read(tmp_path: Path) -> None:
    write(tmp_path, b'\xef\xbb\xbf["a.txt"]\r\nforce = "kent"\r\n')
    assert read_sources(tmp_path).given["a.txt"]["force"] == Given("kent", "sources.toml, line 2")


def test_an_inline_table_is_read(tmp_path: Path) -> None:
    write(tmp_path, '\n"a.txt" = { force = "kent" }\n')
    assert read_sources(tmp_path).given["a.txt"]["force"] == Given("kent", "sources.toml, line 2")


def test_a_table_for_a_missing_file_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    (warning,) = read_sources(tmp_path).warnings
    assert "line 10" in warning
    assert "b “two”.md" in warning


@pytest.mark.parametrize(
    ("content", "said", "hint"),
    [
        ('["a.txt"]\nforce = kent\n', "line 2, could not be read: force = kent", 'in quotes: force = "cheshire"'),
        ('["a.txt"]\nforce = "kent\n', 'line 2, could not be read: force = "kent', "Mend"),
        ('["a.txt"]\nnote = """\nkent\n\n', "line 3, could not be read: kent", "Mend"),
        ('["a.txt"]\nforce = "kent"\nforce = "essex"\n', "line 3, says again", "Mend"),
        ('["a.txt"\n', "line 1, could not be read", "Mend"),
        ('["a.txt"]\n\npublised = 2016-12-08\n', "line 3", "'published'"),
        ('["a.txt"]\nregion = "north"\n', "line 2", "inspection_year"),
        ('\nforce = "kent"\n["a.txt"]\n', "line 2", '["report.txt"]'),
        ('\n[report.txt]\nforce = "kent"\n', "line 2", '["report.txt"]'),
        (b'["a.txt"]\n\nnote = "\xe9"\n', "line 3", "UTF-8"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: str | bytes, said: str, hint: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(SourceError, match=said) as caught:
        read_sources(tmp_path)
    assert str(path) in caught.value.message
    assert hint in caught.value.hint


def reports(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def test_a_folder_is_walked_and_names_stay_as_they_were_typed(tmp_path: Path) -> None:
    reports(tmp_path, "in/b.txt", "in/a.txt", "in/deep/c.md", "in/sources.toml")
    found = gather([Path("in"), Path("in/a.txt")], tmp_path).sources
    assert [source.name for source in found] == ["in/a.txt", "in/b.txt", "in/deep/c.md"]
    assert [source.read() for source in found] == [b"in/a.txt", b"in/b.txt", b"in/deep/c.md"]
    assert all(source.path and source.path.is_absolute() for source in found)


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_nothing_at_a_path_fails_only_when_it_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (source,) = gather([Path(name)], tmp_path).sources
    assert source.name == name
    with pytest.raises(SourceError, match=name):
        source.read()


def test_a_file_gone_since_it_was_listed_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.txt"):
        Source("a.txt", tmp_path / "a.txt").read()


def test_standard_input_is_its_bytes() -> None:
    assert Source("-", data=b"text").read() == b"text"


def test_a_file_larger_than_any_report_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(60_000_000_000)  # of which nothing is on the disk
    with pytest.raises(SourceError, match="more than 50 MB") as caught:
        Source("huge.pdf", path).read()
    assert "--large" in caught.value.hint


@pytest.mark.parametrize(("over", "large", "read"), [(0, False, True), (1, False, False), (1, True, True)])
def test_the_limit_is_lifted_by_large_and_holds_for_what_is_piped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: int, large: bool, read: bool
) -> None:
    for name in ("inspect_cli.workflow.sources", "inspect_cli.read.limits"):
        monkeypatch.setattr(f"{name}.LARGEST_FILE", 100)
    data = b"a" * (100 + over)
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    for source in (Source("a.txt", path), from_stream("a.txt", io.BytesIO(data), large=large)):
        if read:
            assert source.read(ReadOptions(large=large)) == data
        else:
            with pytest.raises(SourceError, match=r"a\.txt has more than"):
                source.read(ReadOptions(large=large))


def test_no_more_of_a_stream_is_read_than_shows_that_it_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspect_cli.workflow.sources.LARGEST_FILE", 100)
    endless = io.BytesIO(b"a" * 1000)
    from_stream("-", endless, large=False)
    assert endless.tell() == 101


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "report.txt"
    make(path)
    with pytest.raises(SourceError, match=r"report\.txt is a (pipe|folder)") as caught:
        Source("report.txt", path).read()
    assert "import -" in caught.value.hint


def test_a_device_is_no_report() -> None:
    (source,) = gather([Path("/dev/null")], Path("/")).sources
    with pytest.raises(SourceError, match="is a device"):
        source.read()


@pytest.mark.parametrize("name", ["a" * 5000, "a.txt/b.txt"])
def test_a_name_that_no_file_can_have_is_an_error(tmp_path: Path, name: str) -> None:
    reports(tmp_path, "a.txt")
    (source,) = gather([Path(name)], tmp_path).sources
    with pytest.raises(SourceError, match="a"):
        source.read()
    assert source.size() == 0


def test_a_part_of_a_folder_that_cannot_be_read_fails_and_the_rest_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports(tmp_path, "in/a.txt", "in/locked/b.txt")
    scan = os.scandir

    def refused(path: str) -> Any:
        if Path(path).name == "locked":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    monkeypatch.setattr("os.scandir", refused)
    first, second = gather([Path("in")], tmp_path).sources
    assert first.read() == b"in/a.txt"
    with pytest.raises(SourceError, match=r"locked could not be read: Permission denied"):
        second.read()


def test_what_folders_hold_besides_is_counted_and_named_once(tmp_path: Path) -> None:
    reports(tmp_path, "in/a.txt", "in/b.XLSX", "in/c.png", "in/d.xlsx", "in/e")
    found = gather([Path("in"), Path("in"), Path("in/c.png")], tmp_path)
    assert found.passed_over == "3 files passed over: .xlsx, without a suffix"
    assert [source.name for source in found.sources] == ["in/a.txt", "in/c.png"]
    reports(tmp_path, "out/a.txt")
    assert gather([Path("out")], tmp_path).passed_over == ""
