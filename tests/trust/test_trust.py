"""What is promised of the store, tried a little: each harness beside this file does so at length, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trust import crowd, disk, kill, mutants, readers
from tests.trust.calls import Call, calls_of, watched
from tests.trust.desks import make_cases, on_time
from tests.trust.telling import Report


def passed(report: Report) -> bool:
    """Show the faults of a report, if any."""
    assert not report.faults
    return bool(report.lines)


def test_a_command_that_is_killed_leaves_a_whole_state_and_nothing_in_the_way() -> None:
    assert passed(kill.run(16, seed=1))


def test_a_disk_that_fails_at_any_call_leaves_a_whole_state_and_is_said() -> None:
    assert passed(disk.run(40, seed=1))


@pytest.mark.parametrize("now", [None, "2026-03-02T09:00:00+00:00"])
def test_of_many_writers_none_loses_what_another_wrote(now: str | None) -> None:
    assert passed(crowd.run_crowd(4, seed=1, writers=4, now=now))


def test_readers_beside_writers_see_whole_states() -> None:
    assert passed(readers.run_readers(4, seed=1, readers=2))


def test_spoilt_stores_are_refused_and_kept() -> None:
    assert passed(mutants.run_mutants(32, seed=1))


def test_the_calls_of_a_write_are_seen(tmp_path: Path) -> None:
    case = next(case for case in make_cases(tmp_path) if case.name == "update")
    folder = case.laid_out(tmp_path / "work")
    made = [call.name for call in calls_of(folder, lambda: case.run(folder))]
    assert [name for name in made if name in ("flock", "fsync", "link", "replace")] == [
        "flock", "flock", "fsync", "link", "fsync", "replace", "fsync",
    ]  # fmt: skip
    assert made.count("write") > 2


def test_reading_changes_nothing(tmp_path: Path) -> None:
    case = next(case for case in make_cases(tmp_path) if case.name == "update")
    changing: list[Call] = []

    def watch(call: Call) -> None:
        changing.extend([call] if call.changes else [])

    for command in ("status", "areas", "findings", "log", "check", "themes", "doctor"):
        with watched(case.base, watch):
            on_time(case.base, command, "--json")
    assert not changing
