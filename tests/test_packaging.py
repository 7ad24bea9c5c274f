"""What a new user gets: the two commands of the README, and a package that holds its data."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import inspect_cli
from inspect_cli.reference import load

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_has_one_command_that_begins_and_one_that_tests() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    begin, check = commands
    assert ".venv/bin/inspect-cli import seeds/ && .venv/bin/inspect-cli status" in begin
    assert check.endswith(".venv/bin/python -m pytest")


def test_every_reference_file_is_in_the_package_and_can_be_loaded() -> None:
    names = [entry.name for entry in files("inspect_cli.reference").iterdir() if entry.name.endswith(".toml")]
    assert {"themes.toml", "forces.toml", "cycles.toml", "programmes.toml"} <= set(names)
    assert [name for name in names if not load(name.removesuffix(".toml"))] == []


def test_the_package_carries_its_licence_and_says_that_it_is_typed() -> None:
    (named,) = SETTINGS["project"]["license-files"]
    assert SETTINGS["project"]["license"] == "MIT"
    assert (ROOT / named).read_text(encoding="utf-8").startswith("MIT License")
    assert files("inspect_cli").joinpath("py.typed").is_file()


def test_the_console_script_and_the_version_are_where_the_settings_say() -> None:
    assert SETTINGS["project"]["scripts"] == {"inspect-cli": "inspect_cli.cli.app:main"}
    assert SETTINGS["tool"]["hatch"]["version"]["path"] == "inspect_cli/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", inspect_cli.__version__)


def test_the_data_folder_is_marked_by_its_settings_and_its_store_is_not_committed() -> None:
    assert tomllib.loads((ROOT / "data" / "settings.toml").read_text(encoding="utf-8")) == {
        "force": "cheshire",
        "due_soon_days": 28,
    }
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert [line for line in ignored if "data" in line] == ["/data/*", "!/data/README.md", "!/data/settings.toml"]


def test_the_notes_on_the_source_reports_name_each_and_its_terms(seeds: Path) -> None:
    notes = (seeds / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\S+\.txt)` \| .* \| (.*) \|$", notes, re.MULTILINE))
    assert set(rows) == {path.name for path in seeds.glob("*.txt")}
    assert {terms for name, terms in rows.items() if "news" not in name} == {"Open Government Licence v3.0"}
    known = tomllib.loads((seeds / "sources.toml").read_text(encoding="utf-8"))
    assert set(known) <= set(rows)
