"""Text from reports, and from the analyst, is data: on every command and in every form it acts on nothing.

A new command fails here until ``tests.hostile_desk`` says how it is tried.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest

from inspect_cli.show.safe import visible
from tests.harmless import check_form, on_terminal, strings_in, tree, tricks
from tests.hostile_desk import (
    ASKING,
    COMMANDS,
    DECIDING,
    KINDS,
    NO_TEXT,
    TYPED,
    Hostile,
    make_hostile,
    of_program,
    options_of,
)
from tests.hostile_report import ATTACKS, FILE_NAMES, FORMATS, REGISTERS, as_file, register_text, report_text, together
from tests.running import run, snapshot

FORMS = ("", "--json", "--csv", "--plain")
# What a data folder holds, by names that no report has a say in.
_KEPT = re.compile(
    r"(?:copy/)?data(?:/(?:inspections\.(?:json|lock|holder)|settings\.toml|export\.json|texts(?:/[0-9a-z-]+\.txt)?"
    r"|backups(?:/\d{6}-[0-9TZ:.+-]+(?:-kept)?\.json)?))?"
)
_FEW = {name: ATTACKS[name] for name in ("markup", "colour", "right to left", "a command", "a script")}
# A place outside that what goes astray would write to.
_OUTSIDE = (Path("/tmp/owned"), Path("/tmp/owned.txt"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Give a folder into which hostile reports were imported and decided on; for reading only."""
    return make_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def copied(hostile: Hostile, tmp_path: Path) -> Hostile:
    """Give a copy of the hostile folder that a command may change, with the reports beside it."""
    shutil.copytree(hostile.data.parent, tmp_path / "copy")
    return hostile._replace(data=tmp_path / "copy" / "data")


def _form(form: str) -> list[str]:
    return [form] if form else []


def _strays(folder: Path, but: set[str]) -> set[str]:
    """Give what lies in a folder that belongs neither there nor to a data folder; with it what went further astray."""
    return {path for path in tree(folder) - but if not _KEPT.fullmatch(path)} | {
        str(path) for path in _OUTSIDE if path.exists()
    }


def test_every_command_of_the_program_is_tried_here() -> None:
    assert set(of_program()) == set(COMMANDS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", ASKING)
def test_what_a_command_answers_acts_on_nothing(hostile: Hostile, command: str, form: str) -> None:
    before = snapshot(hostile.data.parent)
    for arguments in ASKING[command](hostile):
        ran = hostile.ask(*command.split(), *arguments, *_form(form))
        assert ran.status in ((0, 1, 2) if "--nagios" in arguments else (0, 1)), ran.err
        check_form(ran, "" if "--nagios" in arguments else form)
    assert snapshot(hostile.data.parent) == before


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("command", ASKING)
def test_a_terminal_is_shown_colours_and_nothing_else_that_acts(hostile: Hostile, command: str, width: int) -> None:
    with on_terminal(width):
        for arguments in ASKING[command](hostile):
            check_form(hostile.ask(*command.split(), *arguments), "", terminal=True)


@pytest.mark.parametrize("form", [*FORMS, "terminal"])
@pytest.mark.parametrize("command", DECIDING)
def test_what_is_decided_in_such_words_acts_on_nothing(copied: Hostile, command: str, form: str) -> None:
    around = tree(copied.data.parent.parent)
    for arguments in DECIDING[command](copied):
        if form == "terminal":
            with on_terminal(80):
                check_form(copied.ask(*command.split(), *arguments, "--yes"), "", terminal=True)
            continue
        ran = copied.ask(*command.split(), *arguments, *_form(form))
        assert ran.status in (0, 2), ran.err
        check_form(ran, form)
    check_form(copied.ask("log", "--csv"), "--csv")
    assert _strays(copied.data.parent.parent, around) == set()


@pytest.mark.parametrize("value", [TYPED, NO_TEXT, "\x1b[31m\nerror: x", "../../x"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_every_command_takes_such_words_as_words(copied: Hostile, command: str, value: str) -> None:
    around = tree(copied.data.parent.parent)
    first = COMMANDS[command](copied)[0][:1] if command not in ("undo", "init") else []
    named = [one for one in first if not one.startswith("-")]
    for option in options_of(of_program()[command]):
        typed = [*named, f"{option}={value}"] if option else [value]
        if option != "--data":
            ran = copied.ask(*command.split(), *typed)
            assert tricks(ran.out) + tricks(ran.err) == []
            assert "Traceback" not in ran.err
    assert _strays(copied.data.parent.parent, around) == set()


def test_the_words_of_a_report_are_shown_as_they_stand(hostile: Hostile) -> None:
    with patch.dict(os.environ, {"COLUMNS": ""}):
        shown = hostile.ask("findings", "--limit", "0").out
    words = together({name: one for name, one in ATTACKS.items() if name != REGISTERS})
    assert [one for one in words if f"is recorded {visible(_words(one))}, by" not in shown] == []


def test_json_gives_the_words_that_were_stored(hostile: Hostile) -> None:
    from inspect_cli.store import open_register

    register = open_register(hostile.data)
    stored: dict[str, dict[str, tuple[object, ...]]] = {
        "reports": {one.id: (one.title, one.inspector) for one in register.reports},
        "findings": {one.id: (one.text, one.quote) for one in register.findings},
        "references": {one.id: (one.text, one.quote) for one in register.references},
        "judgements": {one.id: (one.subject, one.quote) for one in register.judgements},
        "log": {one.id: (one.by, one.reason, one.note) for one in register.events},
    }
    fields = {"reports": ("title", "inspector"), "judgements": ("subject", "quote"), "log": ("by", "reason", "note")}
    for kind, known in stored.items():
        records = hostile.ask(kind, "--json").json()
        said = {one["id"]: tuple(one[name] for name in fields.get(kind, ("text", "quote"))) for one in records}
        assert said == {name: known[name] for name in said}
        assert said
    quoted = " ".join(strings_in(hostile.ask("findings", "--json").json()))
    assert [name for name, one in ATTACKS.items() if name != REGISTERS and _words(one) not in quoted] == []


def _words(text: str) -> str:
    """Give words as a finding has them, a blank between each two."""
    return " ".join(text.split())


@pytest.mark.parametrize("kind", [*KINDS, "areas", "log"])
def test_csv_and_plain_have_a_record_where_json_has_one(hostile: Hostile, kind: str) -> None:
    count = len(hostile.ask(kind, "--json").json())
    assert len(check_form(hostile.ask(kind, "--csv"), "--csv")) == count + 1
    assert len(check_form(hostile.ask(kind, "--plain"), "--plain")) == count


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_hostile_report_of_any_format_is_read_and_acts_on_nothing(tmp_path: Path, suffix: str) -> None:
    data, file = tmp_path / "data", tmp_path / f"report.{suffix}"
    file.write_bytes(as_file(report_text(2018), suffix))
    for form in FORMS:
        ran = run("import", file, "--explain", *_form(form), data=data)
        assert ran.status == 0, ran.err
        check_form(ran, form)
    found = run("findings", "--json", data=data).json()
    assert len(found) >= 10
    for command in (("findings",), ("areas",), ("status",), ("search", "vetting"), ("show", found[0]["id"])):
        check_form(run(*command, data=data), "")
        with on_terminal(80):
            check_form(run(*command, data=data), "", terminal=True)
    assert _strays(tmp_path, {file.name}) == set()


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_report_may_have_any_name_that_a_file_can_have(tmp_path: Path, name: str) -> None:
    folder, data = tmp_path / "reports", tmp_path / "data"
    folder.mkdir()
    file = folder / os.fsdecode(FILE_NAMES[name])
    file.write_text(report_text(2018, _FEW) + register_text(), encoding="utf-8")
    around = tree(tmp_path)
    for form in FORMS:
        ran = run("import", folder, *_form(form), data=data)
        assert ran.status == 0, ran.err
        check_form(ran, form)
        report = run("reports", "--json", data=data).json()[0]["id"]
        for command in (("reports",), ("findings",), ("show", report), ("doctor",)):
            check_form(run(*command, *_form(form), data=data), form)
    assert run("import", "--json", "--", file, data=data).json()["unchanged"] == [str(file)]
    assert _strays(tmp_path, around) == set()


@pytest.mark.parametrize(
    "name", ["a\nb", "\x1b[31mred\x1b]0;x\x07", "--json", " x ", NO_TEXT, "\u202ex\u200b", "[/]", "=1"]
)
def test_a_data_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder, file = tmp_path / name, tmp_path / "report.txt"
    file.write_text(report_text(2018, _FEW), encoding="utf-8")
    commands = (("where",), ("init",), ("status",), ("import", file), ("areas",), ("doctor",), ("check",))
    for form in FORMS:
        for command in commands:
            ran = run(*command, *_form(form), data=folder)
            assert ran.status in (0, 1, 4), ran.err
            check_form(ran, form)
    (folder / "inspections.json").write_text("no store", encoding="utf-8")
    for form in FORMS:
        check_form(run("status", *_form(form), data=folder), form)


# What writes, by the name that it is called or reached by; and where it may: the streams are set up in app.
_WRITERS = {"print", "echo", "secho", "Console", "stdout", "stderr"}
_MAY = {"cli/printing.py": _WRITERS, "read/pdf_apart.py": {"stdout"}, "cli/app.py": {"stdout", "stderr"}}


def test_one_module_alone_writes_to_the_terminal() -> None:
    package = Path(__file__).parent.parent / "inspect_cli"
    found = [
        f"{place}: {name} in line {getattr(node, 'lineno', 0)}"
        for path in sorted(package.rglob("*.py"))
        for place in [path.relative_to(package).as_posix()]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (_WRITERS - _MAY.get(place, set())) & _names(node)
    ]
    assert found == []


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Attribute):
        return {node.attr}
    return {node.func.id} if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else set()
