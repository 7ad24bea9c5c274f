"""What the README shows is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.running import run

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ inspect-cli ([^\n]*)\n(.*?)```", README, flags=re.DOTALL)


def test_the_readme_shows_something() -> None:
    assert any(command == "track vetting" for command, _ in SHOWN)


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_an_example_prints_what_the_readme_shows(
    command: str, shown: str, imported_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2026-11-22T09:00:00+00:00")
    printed = [line.rstrip() for line in run(*shlex.split(command), data=imported_once).out.splitlines()]
    wanted = shown.rstrip("\n").split("\n")
    if wanted[-1] == "…":
        wanted.pop()
    assert printed[: len(wanted)] == wanted


def test_every_command_stands_in_the_readme_and_no_other() -> None:
    commands = set(re.findall(r"^  (\w+) ", run("--help").out.split("Commands:")[1], flags=re.MULTILINE))
    assert set(re.findall(r"(?:`|/)inspect-cli ([a-z]+)\b", README)) <= commands
    assert commands <= set(re.findall(r"`([a-z]+)[ `]", README))
