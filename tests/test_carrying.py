"""All of a store in one file: on another machine it gives the same answers, and it is the same whoever writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspect_cli.store import open_register
from tests.answers import answers
from tests.running import run, snapshot


@pytest.fixture(autouse=True)
def _in_autumn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2025-10-01T18:00:00+01:00")


@pytest.fixture
def carried(year: Path, tmp_path: Path) -> Path:
    """Give the file to which the store of the scripted year was written."""
    file = tmp_path / "year.json"
    ran = run("export", "--all", file, data=year / "data")
    assert ran.status == 0, ran.err
    return file


def test_an_export_taken_in_elsewhere_gives_every_answer_byte_for_byte(
    year: Path, carried: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there" / "data"
    ran = run("import", "--all", carried, data=there)
    assert (ran.status, ran.err) == (0, "")
    first, second = answers(year / "data"), answers(there)
    assert len(first) > 100
    assert [command for command in first if first[command] != second[command]] == []
    assert first.keys() == second.keys()


def test_what_was_taken_in_is_exported_byte_for_byte_again(carried: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    run("import", "--all", carried, data=there)
    assert run("export", "--all", "-", data=there).out.encode() == carried.read_bytes()


def test_merging_into_an_empty_store_is_importing_all(carried: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    run("import", "--all", carried, data=one)
    assert run("merge", carried, data=other).status == 0
    first, second = snapshot(one), snapshot(other)
    assert first == second


def test_merging_what_is_there_already_writes_nothing(year: Path, carried: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    run("import", "--all", carried, data=there)
    before = snapshot(there)
    for copy in (carried, year / "data", year / "data" / "inspections.json", there):
        told = run("merge", copy, "--json", data=there).json()
        assert (told["written"], told["conflicts"]) == (False, [])
    assert snapshot(there) == before


def test_an_export_holds_every_report_with_its_text_and_every_decision(year: Path, carried: Path) -> None:
    whole = json.loads(carried.read_text(encoding="utf-8"))
    register = open_register(year / "data")
    assert [one["id"] for one in whole["reports"]] == [report.id for report in register.reports]
    assert [one["id"] for one in whole["events"]] == [event.id for event in register.events]
    for one, report in zip(whole["reports"], register.reports, strict=True):
        assert tuple(one["text"]) == register.text(report)
        assert len(one["findings"]) == sum(find.report == report.id for find in register.findings)
    assert (whole["format"], whole["version"], whole["at_hand"]) == ("inspect-cli export", 1, "cheshire")
