"""The program: start-up, help, common options before and after a command, errors in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspect_cli import __version__
from inspect_cli.cli.app import Program, app
from inspect_cli.errors import StoreError
from tests.running import run

ROOT = Path(__file__).parent.parent.parent
COMMANDS = (
    "init where import reports judgements trend findings references areas track show search themes status"
    " update note undo log changes link unlink check doctor respond verify backup restore".split()
)
LOADED = "import sys; from inspect_cli.cli.app import app; app(standalone_mode=False); print(*sys.modules)"
FORBIDDEN = ("tinydb", "rich", "dateutil", "filelock", "rapidfuzz", "inspect_cli.read", "inspect_cli.workflow")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_start_up_loads_no_database_reader_or_table(option: str) -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED, option], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = ran.stdout.strip().split("\n")[-1].split()
    assert "inspect_cli.cli.app" in loaded
    assert [name for name in loaded if name.startswith(FORBIDDEN)] == []
    assert "importlib.metadata" not in loaded


def test_version_is_said_on_one_line() -> None:
    ran = run("--version")
    assert (ran.status, ran.out) == (0, f"inspect-cli {__version__}\n")


def test_help_names_every_command_whole() -> None:
    ran = run("--help")
    assert ran.status == 0
    lines = {line.split()[0]: line for line in ran.out.split("\n") if line.startswith("  ") and line.split()}
    assert [name for name in COMMANDS if name not in lines] == []
    assert [name for name in COMMANDS if lines[name].endswith("...")] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_the_common_options_and_an_example(command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    options = ("--data", "--json", "--csv", "--plain", "--no-color", "--quiet", "--as-of")
    assert [option for option in options if option not in ran.out] == []
    assert f"Example: inspect-cli {command}" in ran.out


def test_no_command_takes_more_than_thirty_lines() -> None:
    groups = [group.typer_instance for group in app.registered_groups if group.typer_instance]
    for registered in [*app.registered_commands, *(one for group in groups for one in group.registered_commands)]:
        assert registered.callback is not None
        code = registered.callback.__code__
        assert max(line for *_, line in code.co_lines() if line) - code.co_firstlineno <= 30


def test_common_options_may_stand_before_or_after_the_command(imported: Path) -> None:
    after = run("areas", "--json", "--data", imported)
    before = run("--json", "--data", imported, "areas")
    assert after.json() == before.json() != []


def test_the_data_folder_given_after_the_command_counts(imported: Path, tmp_path: Path) -> None:
    assert run("--data", tmp_path, "where", "--data", imported, "--json").json()["data"] == str(imported)


def test_without_a_command_the_state_of_things_is_shown(imported: Path, data: Path) -> None:
    assert run(data=imported).out == run("status", data=imported).out != ""
    assert "inspect-cli import" in run(data=data).out
    assert run("--json", data=imported).json()["reports"] == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nosuch",), "nosuch"),
        (("judgments",), "judgements"),
        (("areas", "--nosuch"), "--nosuch"),
        (("search",), "WORDS"),
        (("areas", "--force"), "--force"),
        (("areas", "--json", "--csv"), "--json and --csv"),
        (("--plain", "areas", "--csv"), "--csv and --plain"),
        (("areas", "--as-of", "soon"), "soon"),
        (("areas", "--year", "soon"), "soon"),
        (("areas", "--year", ""), "no year"),
        (("areas", "--limit", "few"), "few"),
        (("areas", "--force", "chesire"), "cheshire"),
        (("findings", "--theme", "veting"), "vetting"),
        (("judgements", "--grade", "goood"), "good"),
        (("judgements", "--pillar", "legitimate"), "legitimacy"),
        (("findings", "--kind", "reccomendation"), "recommendation"),
        (("findings", "--report", "zzz"), "zzz"),
        (("show", "f0000000000"), "f0000000000"),
        (("track", "marmalade"), "marmalade"),
    ],
)
def test_wrong_usage_is_told_in_words_with_status_2(arguments: tuple[str, ...], said: str, imported: Path) -> None:
    ran = run(*arguments, data=imported)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "rror: " in ran.err
    assert "Traceback" not in ran.err


def test_an_error_is_told_with_its_hint_and_status(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        raise StoreError(f"the store in {folder} is \x1b[31mdamaged", "restore a backup")

    monkeypatch.setattr("inspect_cli.workflow.folder.init_folder", fail)
    ran = run("init", data=data)
    assert (ran.status, ran.out) == (4, "")
    assert ran.err == f"error: the store in {data} is \\x1b[31mdamaged\nhint: restore a backup\n"


def test_a_bug_shows_where_it_is_but_no_values(data: Path) -> None:
    broken = "import inspect_cli.workflow.folder as f; f.init_folder = lambda folder: 1 / 0\n"
    program = f"{broken}from inspect_cli.cli.app import main; main()"
    where = {**os.environ, "INSPECT_CLI_DATA": str(data)}
    command = [sys.executable, "-c", program, "init"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=where)
    assert ran.returncode == 1
    assert ran.stderr.strip().endswith("ZeroDivisionError: division by zero")
    assert "locals" not in ran.stderr


def test_a_reader_that_has_seen_enough_is_no_error(imported: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from inspect_cli.cli.app import main; main()",
        "--data",
        str(imported),
        "findings",
    ]
    ran = subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.read(1)
    ran.stdout.close()
    complaint = ran.stderr.read()
    assert (ran.wait(), complaint) == (0, b"")
    ran.stderr.close()


def test_an_interrupt_ends_with_its_usual_status(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("inspect_cli.workflow.folder.init_folder", interrupt)
    assert run("init", data=data).status == 130


def test_the_error_boundary_is_the_group_of_all_commands() -> None:
    assert app.info.cls is Program
