"""update, note and undo: what is changed and said, what is refused, and that a plan writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import ABUSE, CAPACITY, ETHICS, VETTING, Analyst
from tests.running import run, snapshot

EVENT = "id at by kind area field from to reason evidence note undoes undone_by area_now title report finds".split()


@pytest.fixture
def analyst(imported: Path) -> Analyst:
    return Analyst(imported)


def test_an_update_says_in_one_line_what_changed_with_its_dates_in_full(analyst: Analyst) -> None:
    area = analyst.id(VETTING)
    ran = analyst(
        "update", area[:5], "--status", "in progress", "--owner", "Head of PSD", "--due", "31 March", "--reason", "new"
    )
    (line, *_) = ran.out.split("\n\n")
    said = (
        f"{VETTING}: status in progress, was open; owner Head of PSD; due 31 March 2026 (Tuesday), was 8 December 2018"
    )
    assert " ".join(line.split()) == f"{area[:5]} {said}"
    assert ran.out.endswith("to take it back: inspect-cli undo\n")
    now = analyst.areas()[VETTING]
    assert (now["status"], now["owner"], now["due"], now["due_set_by"]) == (
        "in-progress",
        "Head of PSD",
        "2026-03-31",
        "internal",
    )
    assert (now["original_due"], now["status_by"], now["status_reason"]) == ("2018-12-08", "A. Analyst", "new")
    assert [(one["from"], one["to"], one["by"]) for one in now["moves"]] == [("2018-12-08", "2026-03-31", "A. Analyst")]


def test_a_script_gets_the_events_that_were_written(analyst: Analyst) -> None:
    area = analyst.id(ETHICS)
    written = analyst(
        "update", area, "--status", "complete", "--evidence", "minutes", "--by", "B. Deputy", "--json"
    ).json()
    assert [list(event) for event in written] == [EVENT]
    assert written == analyst.log()
    event = written[0]
    assert (event["kind"], event["from"], event["to"], event["by"]) == ("status", "open", "complete", "B. Deputy")
    assert (event["evidence"], event["at"], event["title"]) == ("minutes", "2026-03-02T09:00:00+00:00", ETHICS)


def test_a_plan_is_shown_and_writes_nothing(analyst: Analyst) -> None:
    area = analyst.id(ETHICS)
    before = snapshot(analyst.data)
    ran = analyst("update", area, "--due", "in 6 weeks", "--dry-run")
    assert "Nothing is written; this is the plan." in ran.out
    assert "due 13 April 2026 (Monday)" in ran.out
    (planned,) = analyst("update", area, "--due", "in 6 weeks", "--dry-run", "--json").json()
    assert planned["to"] == "2026-04-13"
    assert snapshot(analyst.data) == before


def test_what_is_so_already_is_said_and_not_written(analyst: Analyst) -> None:
    area = analyst.id(ETHICS)
    before = snapshot(analyst.data)
    assert "nothing to change" in analyst("update", area, "--status", "open").out
    assert analyst("update", area, "--status", "open", "--json").json() == []
    assert snapshot(analyst.data) == before


def test_from_three_areas_on_it_asks_and_where_nobody_can_be_asked_refuses(analyst: Analyst) -> None:
    areas = [analyst.id(title) for title in (ETHICS, ABUSE, CAPACITY)]
    assert analyst("update", *areas[:2], "--owner", "Two").status == 0
    before = snapshot(analyst.data)
    ran = analyst("update", *areas, "--owner", "Three")
    assert (ran.status, ran.out) == (2, "")
    assert "3 areas would be changed" in ran.err
    assert "--yes" in ran.err
    assert snapshot(analyst.data) == before
    assert len(analyst("update", *areas, "--owner", "Three", "--yes", "--json").json()) == 3


@pytest.mark.parametrize(("answer", "status", "owner"), [("y\n", 0, "Three"), ("n\n", 2, None), ("", 2, None)])
def test_who_is_asked_decides(
    answer: str, status: int, owner: str | None, analyst: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspect_cli.cli.deciding._can_be_asked", lambda: True)
    areas = [analyst.id(title) for title in (ETHICS, ABUSE, CAPACITY)]
    ran = analyst("update", *areas, "--owner", "Three", stdin=answer)
    assert ran.status == status
    assert "Change these 3 areas?" in ran.err
    assert "owner Three" in " ".join(ran.err.split())
    assert analyst.areas()[ETHICS]["owner"] == owner
    assert "Change these" not in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--status"),
        (("--status", "closed"), "--evidence"),
        (("--status", "not-accepted"), "--reason"),
        (("--due", "31 March"), "--reason"),
        (("--due", "someday"), "someday"),
        (("--status", "finished"), "in-progress"),
        (("--owner", "A", "--as-of", "2020-01-01"), "--as-of"),
        (("--owner", "A", "--by", " "), "--by"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(options: tuple[str, ...], said: str, analyst: Analyst) -> None:
    area = analyst.id(VETTING)
    before = snapshot(analyst.data)
    ran = analyst("update", area, *options)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert snapshot(analyst.data) == before


def test_anyway_overrides_and_the_log_says_so(analyst: Analyst) -> None:
    area = analyst.id(VETTING)
    assert analyst("update", area, "--status", "closed", "--anyway", "the board said so").status == 0
    assert [event["reason"] for event in analyst.log()] == ["anyway: the board said so"]
    assert "anyway: the board said so" in analyst("log").out


@pytest.mark.parametrize("command", [("update", "a7k2m", "--owner", "A"), ("note", "a7k2m", "words"), ("undo",)])
def test_an_empty_store_has_nothing_to_decide_on(command: tuple[str, ...], data: Path) -> None:
    ran = run(*command, data=data)
    assert (ran.status, ran.out) == (2, "")
    assert snapshot(data) == {}


def test_settings_say_who_decides(analyst: Analyst) -> None:
    (analyst.data / "settings.toml").write_text('by = "C. Lerk"\n', encoding="utf-8")
    assert analyst("note", analyst.id(ETHICS), "seen", "--json").json()[0]["by"] == "C. Lerk"
    assert analyst("note", analyst.id(ETHICS), "seen", "--by", "D", "--json").json()[0]["by"] == "D"


def test_a_note_is_kept_and_shown_with_its_area(analyst: Analyst) -> None:
    area = analyst.id(ETHICS)
    assert "note: Asked the panel’s chair" in analyst("note", area, "Asked", "the panel’s chair").out
    assert analyst.areas()[ETHICS]["notes"] == ["Asked the panel’s chair"]
    assert analyst("note", area, " ").status == 2
    assert "Asked the panel’s chair" in analyst("show", area).out
    assert "note: Asked the panel’s chair" in analyst("track", area).out


def test_undo_says_what_it_took_back_and_goes_one_command_further_back_each_time(analyst: Analyst) -> None:
    area = analyst.id(VETTING)
    before = analyst.areas()
    analyst("update", area, "--owner", "A", "--due", "1 June", "--reason", "first")
    analyst("note", area, "second", day="2026-03-03")
    first = analyst("undo", day="2026-03-04").out
    assert "took back: note: second" in first
    assert "It was decided by A. Analyst on 3 March 2026 at" in first
    assert "inspect-cli undo" not in first
    said = " ".join(analyst("undo", day="2026-03-05").out.split())
    assert "took back: due 1 June 2026 (Monday), was 8 December 2018" in said
    assert "took back: owner A" in said
    assert analyst.areas() == before
    ran = analyst("undo", day="2026-03-06")
    assert (ran.status, ran.out) == (2, "")
    assert "nothing to undo" in ran.err
    assert [event["kind"] for event in analyst.log()].count("undo") == 3
