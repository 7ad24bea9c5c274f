"""check --nagios: the convention of monitoring plugins, however the command ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspect_cli.cli.nagios import asked_for
from inspect_cli.errors import StoreError
from tests.running import Ran, run

LINE = re.compile(r"INSPECT (OK|WARNING|CRITICAL|UNKNOWN) - [^|\n]+( \|( [a-z_]+=\d+;0?;0?)+)?\n")
STATES = {"OK": 0, "WARNING": 1, "CRITICAL": 2, "UNKNOWN": 3}


def _state(ran: Ran) -> str:
    """Give the state of a run, which is one line and an exit status that belongs to it."""
    said = LINE.fullmatch(ran.out)
    assert said, ran.out
    assert ran.status == STATES[said[1]]
    assert bool(said[2]) == (said[1] != "UNKNOWN")
    return said[1]


@pytest.mark.parametrize(
    ("now", "options", "state", "counts"),
    [
        ("2018-12-08", ("--overdue",), "OK", "overdue=0;;0 responses=0;;0"),
        ("2018-12-09", ("--overdue",), "CRITICAL", "overdue=1;;0 responses=0;;0"),
        ("2018-12-01", ("--due-within", "7"), "WARNING", "due_soon=1;0;"),
        ("2018-12-01", ("--due-within", "6"), "OK", "due_soon=0;0;"),
        ("2018-12-01", ("--due-within", "7", "--overdue"), "WARNING", "overdue=0;;0 responses=0;;0 due_soon=1;0;"),
        ("2019-11-21", ("--overdue", "--force", "kent"), "OK", "overdue=0;;0 responses=0;;0"),
        ("2019-11-22", (), "CRITICAL", "overdue=1;;0 responses=1;;0 due_soon=0;0; moved_without_reason=0;0;"),
        ("2024-11-01", ("--stale", "30"), "WARNING", "stale=5;0;"),
    ],
)
def test_the_state_is_that_of_the_worst_finding(
    now: str, options: tuple[str, ...], state: str, counts: str, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", now)
    ran = run("check", *options, "--nagios", data=imported)
    assert _state(ran) == state
    assert f"| {counts}\n" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--nagios", "--nosuch"),
        ("check", "--nosuch", "--nagios"),
        ("check", "--nagios", "--due-within"),
        ("check", "--nagios", "too", "many"),
        ("chek", "--nagios"),
        ("--nagios", "check"),
        ("status", "--nagios"),
        ("check", "--nagios", "--due-within", "soon"),
        ("check", "--nagios", "--as-of", "soon"),
        ("check", "--nagios", "--json", "--csv"),
        ("check", "--nagios", "--force", "chesire"),
        ("--nagios",),
    ],
)
def test_wrong_usage_is_unknown(arguments: tuple[str, ...], imported: Path) -> None:
    assert _state(run(*arguments, data=imported)) == "UNKNOWN"


def test_help_and_version_are_no_state_of_anything(imported: Path) -> None:
    for option in ("--help", "--version"):
        ran = run("check", "--nagios", option, data=imported)
        assert ran.status == STATES["UNKNOWN"]


def test_a_missing_store_is_unknown(data: Path) -> None:
    assert _state(run("check", "--nagios", data=data)) == "UNKNOWN"


@pytest.mark.parametrize("content", ["{", "", "[]", '{"meta": {"1": {"schema": 999}}}'])
def test_a_broken_store_is_unknown(content: str, imported: Path) -> None:
    (imported / "inspections.json").write_text(content, encoding="utf-8")
    assert _state(run("check", "--nagios", data=imported)) == "UNKNOWN"


def test_settings_that_are_not_right_are_unknown(imported: Path) -> None:
    (imported / "settings.toml").write_text("due_soon_days = 'x'\n", encoding="utf-8")
    assert _state(run("check", "--nagios", data=imported)) == "UNKNOWN"


def test_a_crash_is_unknown_and_still_shows_where_it_happened(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a | b\nc")

    monkeypatch.setattr("inspect_cli.workflow.checking.check", fail)
    ran = run("check", "--nagios", data=imported)
    assert _state(ran) == "UNKNOWN"
    assert ran.out == "INSPECT UNKNOWN - ZeroDivisionError: a / b c\n"
    assert "Traceback" in ran.err


def test_an_interrupt_is_unknown(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("inspect_cli.workflow.checking.check", interrupt)
    assert run("check", "--nagios", data=imported).status == STATES["UNKNOWN"]


def test_what_went_wrong_stands_in_the_line(data: Path, monkeypatch: pytest.MonkeyPatch, imported: Path) -> None:
    def fail(*_: object) -> None:
        raise StoreError("the store is locked | by another", "wait")

    monkeypatch.setattr("inspect_cli.workflow.checking.check", fail)
    assert run("check", "--nagios", data=imported).out == "INSPECT UNKNOWN - the store is locked / by another\n"


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["check", "--nagios"], True),
        (["--nagios"], True),
        (["note", "a1", "--", "--nagios"], False),
        (["search", "nagios"], False),
        ([], False),
    ],
)
def test_the_option_counts_wherever_an_option_may_stand(arguments: list[str], *, asked: bool) -> None:
    assert asked_for(arguments) is asked
