"""Hostile words where no report puts them: in the store itself, in archives, on a real terminal, in a poorer one."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.show.as_json import dumps
from inspect_cli.store import STORE_FILE
from inspect_cli.store.content import Meta, compose
from tests.harmless import check_form, tree, tricks
from tests.hostile_desk import ASKING, TYPED, Hostile, make_hostile
from tests.hostile_report import ATTACKS, as_file, report_text
from tests.read.word_files import docx, par
from tests.running import run, snapshot

_ROOT = Path(__file__).parent.parent
_IDS = ("../../../tmp/owned", "/tmp/owned", "r\x1b[31m", "r\nerror: x", "r\u202e[/]", "=1+1", "", "r" * 300, "a\\..\\b")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Give a folder into which hostile reports were imported and decided on; for reading only."""
    return make_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("name", _IDS)
@pytest.mark.parametrize("letter", ["r", "f", "a"])
def test_no_id_in_a_store_becomes_a_path_or_acts(hostile: Hostile, tmp_path: Path, letter: str, name: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    former = {"r": hostile.report, "f": hostile.finding, "a": hostile.area}[letter]
    stored = json.loads((hostile.data / STORE_FILE).read_bytes())
    del stored["meta"]
    tables = _renamed(stored, former, name)
    (data / STORE_FILE).write_bytes(b"".join(compose(tables, Meta(reports=len(tables["reports"])))))
    before = snapshot(tmp_path)
    # Over the names, each command is asked in each form.
    commands = ("reports", "findings", "areas", "status", "log", "check", "doctor", "changes", "search")
    for place, command in enumerate(commands, start=_IDS.index(name)):
        form = ("", "--json", "--csv", "--plain")[place % 4]
        for arguments in ASKING[command](hostile)[:1]:
            ran = run(command, *arguments, *filter(None, [form]), data=data)
            assert ran.status in (0, 1, 4), ran.err
            check_form(ran, form)
    check_form(run("show", "--", name, data=data), "")
    assert snapshot(tmp_path) == before


def _renamed(value: Any, former: str, name: str) -> Any:
    """Put a name in the place of an id, wherever that stands in a store."""
    if isinstance(value, dict):
        return {key: _renamed(one, former, name) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, former, name) for one in value]
    return name if value == former else value


def test_names_in_an_archive_are_only_compared(tmp_path: Path) -> None:
    body = "".join(par(line) for line in report_text(2018, {"a": "x"}).split("\n") if line)
    made = io.BytesIO(docx(body))
    with warnings.catch_warnings(), zipfile.ZipFile(made, "a") as archive:
        warnings.simplefilter("ignore")  # the library says so of a name that is there twice
        link = zipfile.ZipInfo("word/link.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "../../../../etc/passwd")
        for name in ("../owned", "/tmp/owned", "..\\owned", "word/../../owned", "a\x1b[31m\nb", "word/link.xml"):
            archive.writestr(name, b"owned")
        archive.writestr("word/document.xml", archive.read("word/document.xml").replace(b"legitimacy", b"leadership"))
    (tmp_path / "report.docx").write_bytes(made.getvalue())
    ran = run("import", tmp_path / "report.docx", "--json", data=tmp_path / "data")
    assert ran.status == 0, ran.err
    assert "leadership" in ran.out  # of two members of one name the last counts, as word processors take it
    assert [path for path in tree(tmp_path) if "owned" in path or "link" in path] == []


def _on_pty(*arguments: object, data: Path, answer: str = "") -> str:
    """Run the program on a terminal of its own, and give what it showed there."""
    above, below = pty.openpty()
    told = {**os.environ, "INSPECT_CLI_DATA": str(data), "COLUMNS": "80", "TERM": "xterm-256color"}
    told.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "inspect_cli", *map(str, arguments)],
        stdin=below,
        stdout=below,
        stderr=below,
        env=told,
        cwd=_ROOT,
    ) as process:
        os.close(below)
        os.write(above, answer.encode())
        shown = b"".join(iter(lambda: _read(above), b""))
        process.wait()
    os.close(above)
    return shown.decode().replace("\r\n", "\n")


def _read(above: int) -> bytes:
    try:
        return os.read(above, 4096)
    except OSError:  # what a terminal says when nobody is left to write to it
        return b""


def test_a_real_terminal_is_shown_colours_and_the_bar_alone(tmp_path: Path) -> None:
    folder, data = tmp_path / "reports", tmp_path / "data"
    folder.mkdir()
    for number, name in enumerate(("a\x1b[31mred\x1b]0;x\x07.txt", "[bold]b[].html", "c\nd\u202e.pdf")):
        words = {key: f"{one} {number}" for key, one in ATTACKS.items()}
        (folder / name).write_bytes(as_file(report_text(2016 + number, words), name.rpartition(".")[2]))
    for command in (("import", folder, "--explain"), ("status",), ("findings",), ("show", "nothing\x1b[31m")):
        assert tricks(_on_pty(*command, data=data), terminal=True, bar=True) == []


def test_what_is_asked_acts_on_nothing(hostile: Hostile) -> None:
    areas = (hostile.area, hostile.other, hostile.third)
    shown = _on_pty("update", *areas, "--owner", f"B {TYPED}", "--by", TYPED, data=hostile.data, answer="n\n")
    assert "Change these 3 areas?" in shown
    assert tricks(shown, terminal=True) == []


@pytest.mark.parametrize("form", ["", "--json", "--csv", "--plain"])
def test_a_terminal_that_knows_ascii_alone_is_shown_no_more(hostile: Hostile, form: str) -> None:
    told = {**os.environ, "INSPECT_CLI_DATA": str(hostile.data), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "inspect_cli", "findings", *filter(None, [form])]
    done = subprocess.run(command, env=told, cwd=_ROOT, capture_output=True, check=True)
    shown = done.stdout.decode("ascii")
    assert tricks(shown.replace("\t", "")) == []
    if form == "--json":
        assert json.loads(shown) == hostile.ask("findings", "--json").json()
    if form == "--csv":
        assert len(list(csv.reader(io.StringIO(shown)))) == len(hostile.ask("findings", "--json").json()) + 1


def test_json_may_be_ascii_alone() -> None:
    assert dumps("é\U0001f600\u202e", in_ascii=True) == '"\\u00e9\\ud83d\\ude00\\u202e"'
