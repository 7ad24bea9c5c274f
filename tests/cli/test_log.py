"""log and changes; the areas picked out by what awaits the analyst; the force's own side in show and track."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from inspect_cli.show.as_csv import FIELDS
from tests.cli.desk import COMPLAINTS, ETHICS, VETTING, Analyst
from tests.running import run


@pytest.fixture
def analyst(imported: Path) -> Analyst:
    return Analyst(imported)


@pytest.fixture
def worked(analyst: Analyst) -> Analyst:
    """Give an analyst who has worked for three days."""
    vetting, ethics = analyst.id(VETTING), analyst.id(ETHICS)
    analyst("update", vetting, "--owner", "Head of PSD", "--due", "1 June", "--reason", "plan")
    analyst("update", vetting, "--due", "1 September", "--reason", "no staff", day="2026-03-03")
    analyst("update", ethics, "--status", "closed", "--evidence", "minutes", day="2026-03-04")
    analyst("note", ethics, "told the panel", day="2026-03-05")
    analyst("undo", day="2026-03-06")
    return analyst


@pytest.mark.parametrize("width", ["60", "80", "140"])
@pytest.mark.parametrize("command", ["log", "changes --since 2026-03-01", "areas --moved", "areas", "track vetting"])
def test_what_people_read_fits(command: str, width: str, worked: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ran = worked(*command.split(), day="2026-03-07")
    assert (ran.status, ran.err) == (0, "")
    assert max(len(line) for line in ran.out.split("\n")) <= int(width)
    assert "inspect-cli" in ran.out


@pytest.mark.parametrize(("command", "kind"), [("log", "events"), ("changes --since 2026-03-01", "changes")])
def test_a_listing_gives_the_same_records_in_every_form(command: str, kind: str, worked: Analyst) -> None:
    words = [*command.split(), "--as-of", "2026-03-07"]
    records = worked(*words, "--json").json()
    rows = list(csv.DictReader(io.StringIO(worked(*words, "--csv").out)))
    assert [list(record) for record in records] == [list(FIELDS[kind])] * len(records)
    assert len(records) == len(rows) == len(worked(*words, "--plain").out.splitlines()) > 0


def test_the_log_says_who_decided_what_when_and_why_and_marks_what_was_undone(
    worked: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = worked("log").out.split("\n")
    (moved,) = [line for line in lines if "1 June 2026 → 1 September 2026" in line]
    for said in ("3 Mar 2026 09:00", "A. Analyst", VETTING, "no staff"):
        assert said in moved
    assert [line.split("  ")[-1] for line in lines if "(undone)" in line] == ["note: told the panel (undone)"]
    assert any("undo of note: told the panel" in line for line in lines)
    note, undo = worked.log()[-2:]
    assert (note["undone_by"], undo["undoes"]) == (undo["id"], note["id"])


def test_the_log_of_an_area_holds_its_events_alone(worked: Analyst) -> None:
    assert {event["area"] for event in worked.log(worked.id(VETTING)[:5])} == {worked.id(VETTING)}
    assert worked.log(worked.id(COMPLAINTS)) == []
    assert "Nothing was decided yet" in worked("log", worked.id(COMPLAINTS)).out


def test_a_short_log_ends_with_the_newest(worked: Analyst) -> None:
    assert [event["kind"] for event in worked.log("--limit", "2")] == ["note", "undo"]
    assert "2 of 6 shown" in worked("log", "--limit", "2").out


def test_the_log_as_of_a_day_knows_nothing_later(worked: Analyst) -> None:
    assert len(worked("log", "--as-of", "2026-03-03", "--json", day="2026-04-01").json()) == 3


def test_changes_since_a_meeting_are_grouped(worked: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = worked("changes", "--since", "3 March", day="2026-03-07").out.split("\n")
    headings = [line.split("  ")[0] for line in lines if line[:1].strip()]
    assert headings[2:4] == ["closed", "moved"]
    (closed,) = [line for line in lines if line.startswith("closed")]
    assert ETHICS in closed
    assert "minutes" in closed
    assert not any("told the panel" in line for line in lines)
    whats = [
        one["what"] for one in worked("changes", "--since", "2026-03-03", "--as-of", "2026-03-07", "--json").json()
    ]
    assert whats[-2:] == ["moved", "closed"]


def test_nothing_changed_is_said_in_words(worked: Analyst) -> None:
    words = ("changes", "--since", "2027-01-01", "--as-of", "2027-01-02")
    assert worked(*words, "--json", day="2027-01-03").json() == []
    assert "Nothing changed since 1 January 2027." in worked(*words, day="2027-01-03").out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("log", "zzz"), "zzz"),
        (("changes",), "--since"),
        (("changes", "--since", "the flood"), "--since was given 'the flood'"),
    ],
)
def test_wrong_usage_is_told_in_words(command: tuple[str, ...], said: str, worked: Analyst) -> None:
    ran = worked(*command)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["log", "changes --since 2026-01-01", "areas --moved", "areas --proposed"])
def test_an_empty_store_says_how_to_begin(command: str, data: Path) -> None:
    assert run(*command.split(), "--json", data=data).json() == []
    assert "inspect-cli import" in run(*command.split(), data=data).out


def test_moved_dates_are_listed_with_every_move(worked: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    (area,) = worked("areas", "--moved", "--json").json()
    assert [move["reason"] for move in area["moves"]] == ["plan", "no staff"]
    shown = worked("areas", "--moved").out
    for said in (VETTING, "twice", "8 Dec 2018", "1 Sep 2026", "no staff", "A. Analyst"):
        assert said in shown


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--moved", "No due date was moved."),
        ("--disputed", "no area on which the force's word"),
        ("--silent", "no open area"),
    ],
)
def test_nothing_picked_out_is_said_in_words(option: str, said: str, analyst: Analyst) -> None:
    assert analyst("areas", option, "--json").json() == []
    assert said in " ".join(analyst("areas", option).out.split())
    assert f"inspect-cli areas {option}" in analyst("areas", option, "--force", "kent").out


def test_an_area_on_which_the_two_sides_differ_is_disputed(analyst: Analyst) -> None:
    area = analyst.id(VETTING)
    analyst("update", area, "--status", "complete", "--evidence", "audit")
    assert list(analyst.areas("--disputed")) == [VETTING]
    flat = " ".join(analyst("areas", "--disputed").out.split())
    assert "complete to the force, not achieved to the inspectorate" in flat
    analyst("undo")
    assert analyst.areas("--disputed") == {}


def test_picks_narrow_each_other(worked: Analyst) -> None:
    assert worked.areas("--moved", "--disputed") == {}
    assert "No areas are all of these." in worked("areas", "--moved", "--disputed").out


def test_the_force_s_own_side_stands_in_show_and_track(worked: Analyst) -> None:
    vetting, ethics = worked.id(VETTING), worked.id(ETHICS)
    for command in ("show", "track"):
        flat = " ".join(worked(command, vetting).out.replace("│", " ").split())
        assert "due 1 September 2026 (internal; moved twice, first 8 December 2018), 183 days left" in flat
        assert "deadline 8 December 2018 (within two years)" in flat
        assert "owner: Head of PSD" in flat
        assert "due: 1 June 2026 → 1 September 2026 why: no staff A. Analyst, 3 March 2026" in flat
    flat = " ".join(worked("show", ethics).out.split())
    assert "Status closed by A. Analyst, 4 March 2026" in flat
    assert "Evidence minutes" in flat
    assert "told the panel" not in flat


def test_decisions_stand_in_the_line_of_time_where_their_day_puts_them(worked: Analyst) -> None:
    moments = worked("track", worked.id(VETTING), "--json").json()["timeline"]
    assert [one["kind"] for one in moments[-3:-1]] in (["owner", "due"], ["due", "owner"])
    last = moments[-1]
    assert (last["kind"], last["date"], last["by"], last["report"]) == ("due", "2026-03-03", "A. Analyst", None)
    assert last["text"] == "2026-06-01 → 2026-09-01; no staff"
