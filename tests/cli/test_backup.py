"""backup, restore, doctor --repair and verify, as they are typed: what they say, in every form, and their statuses."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desk import VETTING, Analyst
from tests.running import run, snapshot

FORMER = ["change", "at", "reports", "events", "size", "kept", "good", "file"]


@pytest.fixture
def desk(imported: Path) -> Analyst:
    """Give an analyst who wrote two notes, on two days."""
    desk = Analyst(imported)
    for day in ("2026-02-01", "2026-02-02"):
        desk("note", desk.id(VETTING), f"written on {day}", day=day)
    return desk


def listed(desk: Analyst) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk("restore", "--list", "--json").json()
    return found


def test_a_backup_says_where_it_is_and_is_listed_as_kept(desk: Analyst) -> None:
    said = desk("backup")
    assert said.out.startswith("kept the state of change 3, 2 Feb 2026 09:00 (5 reports, 2 events) in ")
    assert said.out.endswith("-kept.json\n")
    first = listed(desk)[0]
    assert list(first) == FORMER
    assert (first["change"], first["kept"], first["good"], first["reports"], first["events"]) == (3, True, True, 5, 2)
    assert desk("backup", "--json").json()["file"] == first["file"]


def test_former_states_are_listed_in_every_form(desk: Analyst) -> None:
    table = desk("restore", "--list").out
    assert "1 Feb 2026 09:00" in table
    assert table.endswith("the newest good one: inspect-cli restore 2\n")
    rows = list(csv.reader(io.StringIO(desk("restore", "--list", "--csv").out)))
    assert (rows[0], [row[0] for row in rows[1:]]) == (FORMER, ["2", "1"])
    assert len(desk("restore", "--list", "--plain").out.splitlines()) == 2


def test_a_state_that_is_kept_twice_is_one_row_of_the_table(desk: Analyst) -> None:
    desk("backup")
    desk("note", desk.id(VETTING), "written later", day="2026-02-03")
    table = desk("restore", "--list").out
    assert [line.split()[0] for line in table.splitlines()[2:5]] == ["3", "2", "1"]
    assert table.count("on request") == 1
    assert [state["change"] for state in listed(desk)] == [3, 3, 2, 1]


@pytest.mark.parametrize(
    "typed",
    ["areas", "status --json", "doctor", "verify", "check", "note a x", "update a --owner x", "undo", "search vetting"],
)
def test_a_store_that_is_gone_is_not_taken_for_one_that_never_was(desk: Analyst, typed: str) -> None:
    (desk.data / "inspections.json").unlink()
    ran = desk(*typed.split())
    assert (ran.status, ran.out) == (4, "")
    assert "is gone, but former states of it are kept" in ran.err
    assert "inspect-cli restore 2" in ran.err
    assert desk("restore", "2").status == 0
    assert len(desk.log()) == 1


def test_an_import_where_the_store_is_gone_says_that_it_begins_anew(desk: Analyst, tmp_path: Path) -> None:
    (desk.data / "inspections.json").unlink()
    path = tmp_path / "report.txt"
    path.write_text("HMICFRS PEEL 2018/19. Kent Police. The force should clear its backlogs.", encoding="utf-8")
    ran = desk("import", path)
    assert ran.status == 0
    assert "is gone, and a new one is begun" in ran.err
    assert "hint: The newest good one is that of change 2" in ran.err
    assert desk("restore", "2").status == 0
    assert len(desk.log()) == 1


def test_a_file_that_took_the_place_of_a_store_is_told_with_the_way_back(desk: Analyst) -> None:
    (desk.data / "inspections.json").write_text("{}", encoding="utf-8")
    ran = desk("areas")
    assert ran.status == 4
    assert "is no store of inspect-cli" in ran.err
    assert "inspect-cli restore 2" in ran.err
    assert desk("restore", "2").status == 0


@pytest.mark.parametrize("typed", [("backup",), ("restore", "1"), ("restore", "--list"), ("doctor",), ("verify",)])
def test_a_day_to_look_back_on_is_refused_where_it_would_change_nothing(desk: Analyst, typed: tuple[str, ...]) -> None:
    ran = desk(*typed, "--as-of", "2020-01-01")
    assert (ran.status, ran.out) == (2, "")
    assert "leave --as-of out" in ran.err


def test_without_former_states_the_list_is_empty(data: Path) -> None:
    assert run("restore", "--list", "--json", data=data).json() == []
    assert run("restore", "--list", "--csv", data=data).out == ",".join(FORMER) + "\n"
    assert "No former state is kept" in run("restore", "--list", data=data).out


def test_a_restore_takes_a_decision_back_and_says_how_to_return(desk: Analyst) -> None:
    said = desk("restore", "2")
    assert said.out.splitlines() == [
        "brought back change 2, 1 Feb 2026 09:00 (5 reports, 1 event), as change 4",
        "the state before is kept: inspect-cli restore 3 brings it back",
    ]
    assert len(desk.log()) == 1
    done = desk("restore", "3", "--json").json()
    assert (done["restored"], done["change"], done["before"], done["damaged"], done["written"]) == (3, 5, 4, None, True)
    assert len(desk.log()) == 2


def test_a_dry_run_changes_nothing(desk: Analyst) -> None:
    before = snapshot(desk.data)
    assert desk("restore", "1", "--dry-run").out.endswith("; nothing was changed\n")
    assert desk("restore", "1", "--dry-run", "--json").json()["written"] is False
    assert snapshot(desk.data) == before


@pytest.mark.parametrize("typed", [(), ("99",), ("soon",), ("1", "--list")])
def test_what_cannot_be_restored_is_wrong_usage(desk: Analyst, typed: tuple[str, ...]) -> None:
    before = snapshot(desk.data)
    ran = desk("restore", *typed)
    assert (ran.status, ran.out) == (2, "")
    assert "hint:" in ran.err
    assert snapshot(desk.data) == before


def test_without_a_change_the_newest_good_state_is_named(desk: Analyst) -> None:
    assert "inspect-cli restore 2" in desk("restore").err


def test_a_damaged_store_is_moved_aside_by_the_command_that_its_error_names(desk: Analyst) -> None:
    (desk.data / "inspections.json").write_text('{"meta', encoding="utf-8")
    refused = desk("areas")
    assert refused.status == 4
    assert "inspect-cli restore 2" in refused.err
    assert desk("doctor").status == 4
    said = desk("restore", "2").out
    assert "the damaged store was moved to " in said
    assert said.endswith("what was decided after change 2 is to be entered again\n")
    (aside,) = (desk.data / "backups").glob("damaged-*.json")
    assert aside.read_text(encoding="utf-8") == '{"meta'
    assert len(desk.log()) == 1


def test_nothing_is_kept_where_there_is_no_store(data: Path) -> None:
    ran = run("backup", data=data)
    assert (ran.status, ran.out) == (4, "")
    assert list(data.iterdir()) == []


def test_the_doctor_says_what_he_mended_and_where_the_store_was_kept(desk: Analyst) -> None:
    (desk.data / "texts" / "rgone-0.txt").write_text("x", encoding="utf-8")
    told = desk("doctor")
    assert (told.status, told.out) == (0, "unnamed-text  texts/rgone-0.txt: no report and no kept state names it\n")
    assert "inspect-cli doctor --repair" in told.err
    mended = desk("doctor", "--repair")
    assert (mended.status, mended.out.splitlines()[0]) == (0, f"mended  {told.out.strip()}")
    assert "-kept.json" in mended.out
    assert desk("doctor", "--repair").out == "Nothing is wrong, and nothing was changed.\n"
    assert desk("doctor", "--repair", "--json").json() == {"backup": None, "mended": [], "left": []}
    assert desk("doctor", "--repair", "--csv").out == "test,id,message,mended\n"


def test_what_the_doctor_cannot_mend_is_damage_still(desk: Analyst) -> None:
    next((desk.data / "texts").iterdir()).unlink()
    for typed in (("doctor",), ("doctor", "--repair"), ("verify",)):
        ran = desk(*typed)
        assert ran.status == 4
        assert "Import the report again" in ran.out


def test_verify_says_what_it_looked_at(desk: Analyst) -> None:
    ran = desk("verify")
    assert (ran.status, ran.err) == (0, "")
    assert "in 5 reports: all agree with the stored texts" in ran.out
    assert desk("verify", "--json").json() == []
    assert desk("verify", "--csv").out == "check,id,report,message\n"


def test_verify_tells_quotes_that_could_not_be_compared_from_those_that_differ(desk: Analyst) -> None:
    for path in sorted((desk.data / "texts").iterdir())[:2]:
        path.unlink()
    assert desk("verify").out.endswith("in 5 reports: those of 2 reports could not be compared.\n")


def test_verify_gives_scripts_a_record_of_each_fault(desk: Analyst) -> None:
    next((desk.data / "texts").iterdir()).write_text("other words", encoding="utf-8")
    ran = desk("verify", "--plain")
    assert ran.status == 4
    assert ran.out.split("\t")[0] == "text"


def test_verify_needs_a_store(data: Path) -> None:
    assert run("verify", data=data).status == 4
