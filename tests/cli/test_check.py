"""check and doctor: one line a finding, and the exit statuses that cron and scripts rely on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from inspect_cli.model import Problem
from tests.running import run

FIELDS = ["check", "area", "report", "since", "message"]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2024-10-01")


@pytest.fixture
def vetting(imported: Path) -> str:
    """Give the id of the area that is past its date."""
    (found,) = run("status", "--json", data=imported).json()["overdue"]
    return str(found)


@pytest.fixture
def quiet(imported: Path, vetting: str) -> Path:
    """Give a data folder in which nothing needs attention."""
    report = next(one["id"] for one in run("reports", "--json", data=imported).json() if one["inspection_year"] == 2018)
    run("respond", report, "--published", "2019-11-01", data=imported)
    run("update", vetting, "--due", "2025-03-31", "--reason", "agreed", data=imported)
    return imported


def test_where_all_is_well_nothing_is_said(quiet: Path) -> None:
    ran = run("check", data=quiet)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert run("check", "--json", data=quiet).json() == []
    assert run("check", "--csv", data=quiet).out == ",".join(FIELDS) + "\n"


def test_each_finding_is_one_line_and_the_status_is_1(
    imported: Path, vetting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = run("check", data=imported)
    assert (ran.status, ran.err) == (1, "")
    late, response = ran.out.splitlines()
    assert late.startswith(
        f"overdue  {vetting[:5]}  Vetting clearance and backlogs: 2124 days past its date of 8 December 2018"
    )
    assert response.startswith("response  r")
    assert "due by 21 November 2019" in response


def test_scripts_get_the_fields_of_the_contract_in_every_form(imported: Path, vetting: str) -> None:
    ran = run("check", "--overdue", "--json", data=imported)
    records = json.loads(ran.out)
    assert ran.status == 1
    assert [list(record) for record in records] == [FIELDS, FIELDS]
    assert (records[0]["check"], records[0]["area"], records[0]["since"]) == ("overdue", vetting, "2018-12-08")
    assert records[1]["area"] is None
    rows = list(csv.DictReader(io.StringIO(run("check", "--overdue", "--csv", data=imported).out)))
    assert [row["check"] for row in rows] == ["overdue", "response"]
    plain = run("check", "--overdue", "--plain", data=imported).out.splitlines()
    assert [line.split("\t")[0] for line in plain] == ["overdue", "response"]


def _checks(folder: Path, *options: str) -> list[str]:
    return [one["check"] for one in json.loads(run("check", *options, "--json", data=folder).out)]


def test_without_a_choice_all_that_cannot_wait_is_checked(quiet: Path, vetting: str) -> None:
    run("update", vetting, "--due", "2024-10-29", "--anyway", "told by telephone", data=quiet)
    assert _checks(quiet) == ["due-within", "moved-without-reason"]
    assert _checks(quiet, "--overdue") == []
    assert _checks(quiet, "--due-within", "27") == []
    assert _checks(quiet, "--due-within", "28") == ["due-within"]
    assert _checks(quiet, "--moved-without-reason") == ["moved-without-reason"]


def test_the_settings_say_what_is_soon_and_what_is_stale(quiet: Path, vetting: str) -> None:
    run("update", vetting, "--due", "2024-10-29", "--reason", "agreed", data=quiet)
    (quiet / "settings.toml").write_text("due_soon_days = 27\n", encoding="utf-8")
    assert _checks(quiet) == []
    (quiet / "settings.toml").write_text("due_soon_days = 28\nstale_days = 1000\n", encoding="utf-8")
    assert sorted(set(_checks(quiet))) == ["due-within", "stale"]


def test_stale_is_what_nobody_spoke_of(quiet: Path, vetting: str) -> None:
    stale = {one["area"] for one in json.loads(run("check", "--stale", "1000", "--json", data=quiet).out)}
    assert len(stale) == 4
    assert vetting not in stale


def test_a_check_may_be_of_one_force_or_of_a_day_gone_by(imported: Path) -> None:
    assert _checks(imported, "--force", "kent") == []
    assert _checks(imported, "--as-of", "2019-11-21") == ["overdue"]
    assert _checks(imported, "--as-of", "2019-11-22") == ["overdue", "response"]


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_that_there_is_no_store_does_not_read_as_all_is_well(command: str, data: Path) -> None:
    ran = run(command, data=data)
    assert (ran.status, ran.out) == (4, "")
    assert "there is no store" in ran.err
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_a_damaged_store_is_a_store_error(command: str, imported: Path) -> None:
    (imported / "inspections.json").write_text("{", encoding="utf-8")
    ran = run(command, data=imported)
    assert (ran.status, ran.out) == (4, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("options", [("--due-within", "soon"), ("--stale", "-1"), ("--due-within", ""), ("--nosuch",)])
def test_wrong_usage_is_never_taken_for_a_finding(options: tuple[str, ...], imported: Path) -> None:
    ran = run("check", *options, data=imported)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err != ""


def test_the_doctor_says_of_a_sound_store_that_it_is_sound(imported: Path) -> None:
    ran = run("doctor", data=imported)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Nothing is wrong: 5 reports, 6 areas, and the totals add up.\n"
    assert run("doctor", "--json", data=imported).json() == []
    assert run("doctor", "--csv", data=imported).out == "test,id,message\n"


def test_a_decision_of_a_day_to_come_is_listed_and_is_no_damage(
    imported: Path, vetting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2026-01-01")
    run("note", vetting, "written with a clock that was wrong", data=imported)
    monkeypatch.setenv("INSPECT_CLI_NOW", "2024-10-01")
    ran = run("doctor", data=imported)
    assert ran.status == 0
    (line,) = ran.out.splitlines()
    assert line.startswith("date  e")
    (problem,) = run("doctor", "--json", data=imported).json()
    assert list(problem) == ["test", "id", "message"]


@pytest.mark.parametrize(("test", "status"), [("totals", 4), ("duplicate-id", 4), ("event", 0), ("date", 0)])
def test_what_makes_answers_wrong_is_damage(
    test: str, status: int, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (Problem(test, None, "6 areas, \x1b[31mbut 5 by status"),)
    monkeypatch.setattr("inspect_cli.workflow.doctor.doctor", lambda folder, today: found)
    ran = run("doctor", data=imported)
    assert (ran.status, ran.out) == (status, f"{test}  6 areas, \\x1b[31mbut 5 by status\n")
