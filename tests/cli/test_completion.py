"""What a shell is offered when Tab is pressed: commands, options, ids, themes and names, quickly and without harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from inspect_cli.cli.completion import plain
from inspect_cli.model import Extraction, Linked
from inspect_cli.store import STORE_FILE, open_register
from tests.builders import area, finding, report
from tests.running import Ran, run
from tests.storing import change

ROOT = Path(__file__).parent.parent.parent
LOADED = """
import json, sys
from inspect_cli.cli.app import main
try:
    main()
except SystemExit:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
# A title as a hostile report might have it: it must end no string and run nothing in a shell's script.
HOSTILE = 'Backlogs"\'); $(touch ran) `touch ran` \\" ; :x \x1b[31m'


def pressed(shell: str, line: str, data: Path | None = None) -> Ran:
    """Press Tab at the end of what was typed after the program's name."""
    with patch.dict(os.environ, _asking(shell, line)):
        return run(data=data)


def _asking(shell: str, line: str) -> dict[str, str]:
    words = ["inspect-cli", *line.split(" ")]
    return {
        "_INSPECT_CLI_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": f"inspect-cli {line}",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }


def offered(line: str, data: Path | None = None) -> list[str]:
    """Give the values that bash is offered."""
    ran = pressed("bash", line, data)
    assert (ran.status, ran.err) == (0, "")
    return ran.out.split()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("tr", ["trend", "track"]),
        ("areas me", ["merge"]),
        ("areas --pro", ["--proposed"]),
        ("--js", ["--json"]),
        ("findings --force west-m", ["west-mercia", "west-midlands"]),
        ("--data x areas --force=glou", ["gloucestershire"]),
        ("findings --theme vet", ["vetting"]),
        ("track stop", ["stop-and-search"]),
        ("judgements --grade ", ["outstanding", "good", "adequate", "requires-improvement", "inadequate"]),
        ("judgements --pillar le", ["legitimacy", "leadership"]),
        ("findings --kind re", ["recommendation"]),
        ("reports --kind press", ["press-release"]),
        ("update --status in", ["in-progress"]),
        ("import --publisher H", ["HMIC", "HMICFRS"]),
        ("explain in", ["inadequate"]),
        ("explain good --cycle 2018", ["2018/19"]),
        ("show --nonsense 1 --theme v", []),
        ("--version ", None),
    ],
)
def test_what_is_known_without_a_store_is_offered(line: str, wanted: list[str] | None, data: Path) -> None:
    found = offered(line, data)
    assert found == wanted if wanted is not None else "status" in found
    assert list(data.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "table"),
    [
        ("show a", "areas"),
        ("show r", "reports"),
        ("show f", "findings"),
        ("show x", "references"),
        ("show j", "judgements"),
        ("update ", "areas"),
        ("note a", "areas"),
        ("log a", "areas"),
        ("areas merge ", "areas"),
        ("link f", "findings"),
        ("unlink x", "references"),
        ("respond ", "reports"),
        ("findings --report ", "reports"),
    ],
)
def test_ids_are_offered_where_a_command_takes_them(line: str, table: str, imported: Path) -> None:
    assert offered(line, imported) == [one.id for one in getattr(open_register(imported), table)]


def test_themes_and_areas_are_offered_to_follow_and_only_few_kinds_of_id_where_nothing_is_typed(imported: Path) -> None:
    register = open_register(imported)
    areas = {one.id for one in register.areas}
    assert {"vetting", *areas} <= set(offered("track ", imported))
    assert set(offered("show ", imported)) == areas | {one.id for one in register.reports}


def test_the_second_id_of_a_command_is_offered_too(imported: Path) -> None:
    first, second, *_ = (one.id for one in open_register(imported).areas)
    assert second in offered(f"areas merge {first} {second[:2]}", imported)


def test_of_a_store_of_several_forces_the_areas_of_the_force_asked_for_are_offered(data: Path) -> None:
    with change(data) as draft:
        for force in ("kent", "surrey"):
            one = area(finding(force), force=force, id=f"a{force}", title=f"Backlogs of {force}")
            draft.set_linked(force, Linked((one,), ()), {})
    assert offered("show a", data) == ["akent", "asurrey"]
    assert offered("areas --force surrey split a", data) == ["asurrey"]
    (data / "settings.toml").write_text('force = "kent"\n', encoding="utf-8")
    assert offered("show a", data) == ["akent"]


def test_shells_that_show_words_beside_an_id_get_the_title_of_the_area(imported: Path) -> None:
    one = open_register(imported).areas[0]
    assert f"{one.id}\t{one.title}" in pressed("fish", f"show {one.id[:3]}", imported).out.splitlines()
    assert f'"{one.id}":"{one.title}"' in pressed("zsh", f"show {one.id[:3]}", imported).out
    assert f"{one.id}:::{one.title}" in pressed("powershell", f"show {one.id[:3]}", imported).out.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_hostile_title_acts_on_no_shell(shell: str, data: Path) -> None:
    with change(data) as draft:
        draft.put_report(report(title=HOSTILE), Extraction((), (finding(HOSTILE),)), ("x",))
        draft.set_linked("cheshire", Linked((area(finding(HOSTILE), title=HOSTILE),), ()), {})
    for line in ("show a", "show r", "show f"):
        out = pressed(shell, line, data).out
        assert not set(out.replace("_arguments '*: :((", "").replace("))'", "")) & set("$`\\'\x1b")
        assert out.count('"') in (0, 4)


def test_the_changes_whose_states_are_kept_are_offered_to_restore(imported: Path) -> None:
    assert run("backup", data=imported).status == 0
    assert offered("restore ", imported) == ["1"]
    assert offered("restore 2", imported) == []
    assert "of change 1, " in pressed("zsh", "restore ", imported).out


def test_words_are_one_short_line() -> None:
    assert plain("two\nlines\tand  blanks") == "two lines and blanks"
    assert plain(None) == ""
    assert len(plain("word " * 100)) <= 72
    assert plain("word " * 100).endswith("…")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"meta": {"1": {"schema": 999}}}', '{"areas": {"1": {"id": 7}}}'])
@pytest.mark.parametrize("line", ["show a", "track a", "findings --report r", "areas --force x split a"])
def test_a_broken_store_offers_nothing_and_says_nothing(content: str, line: str, data: Path) -> None:
    (data / STORE_FILE).write_text(content, encoding="utf-8")
    assert set(offered(line, data)) <= {"abuse-of-position", "advisory-groups"}  # which are themes


def test_settings_that_are_not_right_offer_nothing_and_say_nothing(imported: Path) -> None:
    (imported / "settings.toml").write_text("force = [", encoding="utf-8")
    assert offered("show a", imported) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("line", ["show a", "findings --theme vet", "tra"])
def test_completion_loads_no_table_database_or_reader(shell: str, line: str, imported: Path) -> None:
    where = {**os.environ, **_asking(shell, line), "INSPECT_CLI_DATA": str(imported)}
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, cwd=ROOT, env=where
    )
    loaded = {name.split(".")[0] for name in json.loads(ran.stderr)}
    assert ran.stdout.strip()
    assert not loaded & {"rich", "tinydb", "filelock", "rapidfuzz", "selectolax", "pypdfium2", "dateutil"}


@pytest.mark.parametrize(("shell", "says"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "--no-files")])
def test_the_script_for_a_shell_is_shown_by_its_name(shell: str, says: str) -> None:
    ran = run("--show-completion", shell)
    assert (ran.status, ran.err) == (0, "")
    assert says in ran.out
    assert f"_INSPECT_CLI_COMPLETE=complete_{shell}" in ran.out
    assert "inspect-cli" in ran.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_installed_in_the_shells_own_place(shell: str, tmp_path: Path) -> None:
    with patch.dict(os.environ, {"HOME": str(tmp_path)}):
        ran = run("--install-completion", shell)
    assert (ran.status, ran.err) == (0, "")
    written = [path for path in tmp_path.rglob("*inspect-cli*") if path.is_file()]
    assert len(written) == 1
    assert str(written[0]) in ran.out
    assert written[0].read_text(encoding="utf-8").strip() == run("--show-completion", shell).out.strip()


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_is_not_known_is_refused_with_those_that_are(option: str) -> None:
    ran = run(option, "tcsh")
    assert ran.status == 2
    assert "tcsh" in ran.err
    assert "bash, zsh, fish" in ran.err


def test_where_completion_cannot_be_installed_the_way_without_is_said(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").mkdir()
    (tmp_path / ".bash_completions").write_text("a file", encoding="utf-8")
    with patch.dict(os.environ, {"HOME": str(tmp_path)}):
        ran = run("--install-completion", "bash")
    assert ran.status == 2
    assert "inspect-cli --show-completion bash" in ran.err


def test_bash_itself_completes_by_the_script(imported: Path, tmp_path: Path) -> None:
    program = tmp_path / "inspect-cli"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m inspect_cli "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    script = tmp_path / "script.sh"
    script.write_text(run("--show-completion", "bash").out, encoding="utf-8")
    one = open_register(imported).areas[0].id
    typed = f'. "{script}"; COMP_WORDS=(inspect-cli show {one[:4]}); COMP_CWORD=2; _inspect_cli_completion inspect-cli'
    where = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "INSPECT_CLI_DATA": str(imported)}
    ran = subprocess.run(
        ["bash", "-c", f'{typed}; echo "${{COMPREPLY[@]}}"'],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**where, "PYTHONPATH": str(ROOT)},
    )
    assert one in ran.stdout.split()
    assert ran.stderr == ""


def test_the_program_runs_as_a_module_too() -> None:
    command = [sys.executable, "-m", "inspect_cli", "--help"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.startswith("Usage: inspect-cli ")
