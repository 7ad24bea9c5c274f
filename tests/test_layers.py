"""The plan of the code, held against the code: layers, libraries, start-up, sizes, docstrings."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import layering
from tests.layering import Module

ROOT = Path(__file__).parent.parent
CODE = layering.modules(ROOT / layering.PACKAGE, ROOT)
TESTS = layering.modules(ROOT / "tests", ROOT)
FRONT_DOOR = "inspect_cli.cli.app"


def _all(check: Callable[[Module], list[str]], known: dict[str, Module]) -> list[str]:
    return [fault for module in known.values() for fault in check(module)]


def test_every_part_of_the_package_has_a_place_in_the_layer_table() -> None:
    assert {module.room for module in CODE.values()} <= set(layering.ROOMS)


def test_no_part_imports_what_the_layer_table_does_not_grant() -> None:
    assert _all(layering.layer_faults, CODE) == []


def test_nothing_costly_is_imported_on_the_way_to_the_command_line() -> None:
    assert FRONT_DOOR in CODE, "the console script is not where this test looks"
    assert layering.heavy_faults(FRONT_DOOR, CODE) == []


def test_files_functions_commands_and_parameter_lists_stay_small() -> None:
    assert _all(layering.size_faults, CODE) == []


def test_test_files_and_their_functions_stay_small_too() -> None:
    assert _all(layering.size_faults, TESTS) == []


def test_all_that_is_public_has_a_docstring() -> None:
    assert _all(layering.docstring_faults, CODE) == []


def test_nothing_catches_everything_or_switches_a_check_off() -> None:
    assert _all(layering.silence_faults, CODE | TESTS) == []


_LOADED = """
import json, sys
sys.argv = ["inspect-cli", *sys.argv[1:]]
from inspect_cli.cli.app import main
try:
    main()
except SystemExit as stop:
    print(json.dumps([stop.code, sorted(sys.modules)]), file=sys.stderr)
"""


def _loaded_by(*arguments: str) -> set[str]:
    """Name the modules that a process of its own has loaded once it ran this command."""
    ran = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    status, names = json.loads(ran.stderr)
    assert not status
    assert ran.stdout
    return set(names)


def test_version_loads_the_command_line_and_typer_and_nothing_else_of_ours() -> None:
    loaded = _loaded_by("--version")
    ours = {name for name in loaded if name.split(".")[0] == layering.PACKAGE}
    assert {name.split(".")[1] for name in ours if "." in name} <= {"cli", "errors"}
    assert not {name.split(".")[0] for name in loaded} & layering.HEAVY


def test_help_loads_neither_the_database_nor_any_reader() -> None:
    loaded = _loaded_by("--help")
    assert not {name.split(".")[0] for name in loaded} & (layering.HEAVY - {"rich"})
    assert not {name for name in loaded if name.startswith(("inspect_cli.read", "inspect_cli.store"))}


def _module(name: str, source: str) -> Module:
    return Module(f"inspect_cli.{name}", source)


@pytest.mark.parametrize(
    ("name", "source", "granted"),
    [
        ("read.text", "from inspect_cli.model import Document", True),
        ("read.text", "from inspect_cli.extract import extract", False),
        ("read.text", "from inspect_cli import extract", False),
        ("read.text", "from ..extract import extract", False),
        ("read.text", "from .clean import clean", True),
        ("read.text", "def late():\n    import inspect_cli.store.codec", False),
        ("read.text", "try:\n    import tinydb\nexcept ImportError:\n    pass", False),
        ("store.storage", "from tinydb.storages import Storage", True),
        ("show.tables", "from rich.table import Table", True),
        ("show.tables", "import typer", False),
        ("show.tables", "from inspect_cli.store import open_register", False),
        ("link.areas", "from inspect_cli.errors import InspectError", False),
        ("link.areas", "import numpy", False),
        ("workflow.imports", "from inspect_cli.show import tables", False),
        ("workflow.imports", "from inspect_cli import read, recognise, extract, link, track, store", True),
        ("workflow.imports", "def late():\n    from rich.console import Console", False),
        ("cli.area", "from inspect_cli.workflow import queries", True),
        ("cli.area", "from inspect_cli.extract import extract", False),
        ("model.records", "from inspect_cli.reference import load", False),
        (
            "link.areas",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from inspect_cli.store import x",
            True,
        ),
    ],
)
def test_the_layer_check_tells_granted_imports_from_others(name: str, source: str, *, granted: bool) -> None:
    assert (layering.layer_faults(_module(name, source)) == []) is granted


@pytest.mark.parametrize(
    ("helper", "caught"),
    [
        ("import tinydb", True),
        ("from rich.table import Table", True),
        ("class Late:\n    import tinydb", True),
        ("def late():\n    import tinydb", False),
        ("if TYPE_CHECKING:\n    import tinydb", False),
        ("import json", False),
    ],
)
def test_the_start_up_check_follows_imports_through_the_package(helper: str, *, caught: bool) -> None:
    known = {
        "inspect_cli": Module("inspect_cli", "", is_package=True),
        "inspect_cli.a": _module("a", "from inspect_cli import b"),
        "inspect_cli.b": _module("b", helper),
    }
    assert bool(layering.heavy_faults("inspect_cli.a", known)) is caught


def _function(lines: int, parameters: str = "", before: str = "") -> str:
    return f"{before}def f({parameters}):\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("name", "source", "faults"),
    [
        ("read.text", "\n" * 300, 0),
        ("read.text", "\n" * 301, 1),
        ("read.text", _function(50), 0),
        ("read.text", _function(51), 1),
        ("read.text", "class C:\n    def m(self, a, b, c, d, e, f): ...", 0),
        ("read.text", "def f(a, b, c, *, d, e, f, g): ...", 1),
        ("cli.area", _function(31, before="@app.command()\n"), 1),
        ("cli.area", _function(31), 0),
        ("cli.area", "@app.command('x')\ndef f(a, b, c, d, e, f, g): ...", 0),
        ("cli.area", "def f(a, b, c, d, e, f, g): ...", 1),
    ],
)
def test_the_size_check_counts_lines_and_parameters(name: str, source: str, faults: int) -> None:
    assert len(layering.size_faults(_module(name, source))) == faults


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ('"""Doc."""\ndef f():\n    """Doc."""', 0),
        ("def _f(): ...", 1),
        ('"""Doc."""\ndef f(): ...', 1),
        ('"""Doc."""\nclass C:\n    def m(self): ...\n    def _n(self): ...', 2),
        ('"""Doc."""\nclass _C:\n    def m(self): ...', 0),
    ],
)
def test_the_docstring_check_looks_at_what_is_public(source: str, faults: int) -> None:
    assert len(layering.docstring_faults(_module("read.text", source))) == faults


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("try:\n    pass\nexcept:\n    pass", 1),
        ("try:\n    pass\nexcept (OSError, Exception) as error:\n    pass", 1),
        ("try:\n    pass\nexcept OSError:\n    pass", 0),
        ("x = 1  # type:" + " ignore[assignment]", 1),
        ("import os  # no" + "qa: F401", 1),
        ("x = 1  # a type to ignore", 0),
        ("x = 'pragma: no" + " cover'", 0),
    ],
)
def test_the_silence_check_finds_what_switches_checks_off(source: str, faults: int) -> None:
    assert len(layering.silence_faults(_module("read.text", source))) == faults
