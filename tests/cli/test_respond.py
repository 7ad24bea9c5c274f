"""respond and reports --responses: the statutory response of the local policing body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from inspect_cli.show.as_csv import FIELDS
from tests.running import run, snapshot


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2019-11-25")


@pytest.fixture
def report(imported: Path) -> str:
    """Give the id of the report of 2018/19, published on 27 September 2019."""
    reports = run("reports", "--json", data=imported).json()
    return next(str(one["id"]) for one in reports if one["inspection_year"] == 2018)


def _response(folder: Path, report: str, *options: str) -> dict[str, Any]:
    records = run("reports", "--responses", *options, "--json", data=folder).json()
    assert [list(record) for record in records] == [list(FIELDS["responses"])] * len(records)
    return next(dict(record) for record in records if record["report"] == report)


def test_the_clock_of_each_report_is_told_with_why(imported: Path, report: str) -> None:
    one = _response(imported, report)
    assert (one["applies"], one["due"], one["days_left"], one["overdue"]) == (True, "2019-11-21", -4, True)
    others = run("reports", "--responses", "--json", data=imported).json()
    assert [other["applies"] for other in others].count(True) == 1
    assert [other for other in others if not other["why"]] == []
    assert _response(imported, report, "--as-of", "2019-11-21")["overdue"] is False


def test_a_response_that_is_recorded_stops_the_clock(imported: Path, report: str) -> None:
    ran = run("respond", report[:4], "--published", "1/11/2019", data=imported)
    assert ran.status == 0
    assert "1 November 2019 (Friday)" in " ".join(ran.out.split())
    one = _response(imported, report)
    assert (one["responded"], one["days_left"], one["overdue"]) == ("2019-11-01", None, False)
    assert [event["kind"] for event in run("log", "--json", data=imported).json()] == ["response"]
    run("undo", data=imported)
    assert _response(imported, report)["responded"] is None


def test_a_response_after_its_last_day_came_late(imported: Path, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS")
    assert "it came late" in run("respond", report, "--published", "22 November", data=imported).out
    assert "22 November 2019, late" in run("reports", "--responses", data=imported).out
    assert run("check", "--overdue", "--json", data=imported).out.count("response") == 0


def test_a_plan_of_a_response_writes_nothing(imported: Path, report: str) -> None:
    before = snapshot(imported)
    assert run("respond", report, "--published", "yesterday", "--dry-run", data=imported).status == 0
    assert snapshot(imported) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--published"),
        (("--published", "soon"), "soon"),
        (("--published", "31 June"), "31 June"),
        (("--published", "2019-09-26"), "before the report"),
        (("--published", "2019-11-26"), "still to come"),
    ],
)
def test_a_day_that_cannot_be_is_wrong_usage(options: tuple[str, ...], said: str, imported: Path, report: str) -> None:
    before = snapshot(imported)
    ran = run("respond", report, *options, data=imported)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert snapshot(imported) == before


def test_a_report_that_is_not_there_is_wrong_usage(imported: Path) -> None:
    assert run("respond", "rzzzz", "--published", "2019-11-01", data=imported).status == 2


@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_the_table_fits_and_says_how_to_record(width: str, imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ran = run("reports", "--responses", data=imported)
    assert max(len(line) for line in ran.out.split("\n")) <= int(width)
    flat = " ".join(ran.out.split())
    assert "overdue, 4" in flat
    assert "1 report of 5 with a clock, 1 overdue" in flat
    assert "inspect-cli respond rhezw --published DATE" in flat


def test_without_reports_there_are_no_responses(data: Path, imported: Path) -> None:
    assert run("reports", "--responses", "--json", data=data).json() == []
    assert "inspect-cli import" in run("reports", "--responses", data=data).out
    narrowed = run("reports", "--responses", "--force", "kent", data=imported)
    assert "Without them: inspect-cli reports --responses" in " ".join(narrowed.out.split())
