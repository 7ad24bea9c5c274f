"""A year of an analyst's work, as a shell script: what the checks, the meetings and the end say, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import run

HERE = Path(__file__).parent
CHECKS = ("2024-10-02", "2024-12-02", "2025-01-13", "2025-04-02", "2025-07-14")
MEETINGS = ("2024-10-16", "2025-01-15", "2025-04-16", "2025-07-16")


def test_the_year_ends_as_it_is_spelt_out(year: Path) -> None:
    told = "\n".join((*_checks(year), *_meetings(year), *_end(year)))
    assert told.splitlines() == (HERE / "year" / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("paper", ["areas", "status"])
@pytest.mark.parametrize("day", MEETINGS)
def test_a_meetings_paper_comes_out_again_as_of_its_day(day: str, paper: str, year: Path) -> None:
    then, again = ((year / f"{when}-{day}.{paper}").read_bytes() for when in ("meeting", "again"))
    assert then == again != b""


def test_the_papers_of_the_meetings_differ_from_each_other(year: Path) -> None:
    assert len({(year / f"meeting-{day}.areas").read_bytes() for day in MEETINGS}) == len(MEETINGS)


def test_as_of_today_is_the_same_as_without(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECT_CLI_NOW", "2025-10-01T18:00:00+01:00")
    data = year / "data"
    for listing in ("areas", "findings", "references", "reports --responses", "status", "check"):
        command = (*listing.split(), "--plain")
        assert run(*command, "--as-of", "2025-10-01", data=data).out == run(*command, data=data).out != ""


def _load(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _checks(year: Path) -> Iterator[str]:
    yield "CHECKS FROM CRON"
    for day in CHECKS:
        status = (year / f"check-{day}.status").read_text(encoding="utf-8").strip()
        monitoring, its_status = (year / f"nagios-{day}.txt").read_text(encoding="utf-8").splitlines()
        yield f"{day}  status {status}; monitoring {its_status}: {monitoring}"
        yield from (f"    {one['check']}: {one['message']}" for one in _load(year / f"check-{day}.json"))


def _meetings(year: Path) -> Iterator[str]:
    for day in MEETINGS:
        yield f"\nCHANGES, MEETING OF {day}"
        for one in _load(year / f"changes-{day}.json"):
            change = " → ".join(filter(None, (one["from"], one["to"])))
            why = f" ({one['reason']})" if one["reason"] else ""
            yield " | ".join(filter(None, (one["date"], one["what"], one["title"], change, one["by"]))) + why


def _end(year: Path) -> Iterator[str]:
    status = _load(year / "end.status.json")
    areas = {area["id"]: area for area in _load(year / "end.areas.json")}
    yield "\nTHE END: AREAS"
    for one in areas.values():
        due = f"due {one['due']} ({one['due_set_by']})" if one["due"] else "no date"
        raised = "raised " + ", ".join(str(said) for said in one["years"])
        yield f"{one['rag']} | {one['title']} | {one['status']}, inspectorate: {one['inspectorate_view']} | " + (
            f"{one['owner'] or 'nobody'} | {due} | {raised}"
        )
    yield "\nTHE END: TOTALS"
    yield ", ".join(f"{name} {count}" for name, count in (*status["areas"].items(), *status["rag"].items()))
    for name in ("overdue", "due_soon", "disputed", "silent"):
        yield f"{name}: {'; '.join(areas[one]['title'] for one in status[name]) or 'none'}"
    yield f"proposed: {status['proposed']}; oldest: {areas[status['oldest']]['title']}"
    yield "\nTHE END: DATES THAT MOVED"
    for one in _load(year / "end.moved.json"):
        moves = [move for move in one["moves"] if move["from"]]
        yield f"{one['title']}: {len(moves)} × moved, first {one['original_due']}"
        yield from (f"    {move['from']} → {move['to']} by {move['by']}: {move['reason']}" for move in moves)
    for name in ("disputed", "silent", "proposed"):
        yield f"\nTHE END: {name.upper()}"
        yield from (one["title"] for one in _load(year / f"end.{name}.json"))
    yield "\nTHE END: RESPONSES"
    for one in _load(year / "end.responses.json"):
        if one["applies"]:
            yield f"{one['title']}: by {one['due']}, published {one['responded']}"
    yield "\nTHE END: LOG"
    log = _load(year / "end.log.json")
    undone = sum(one["undone_by"] is not None for one in log)
    undos = sum(one["kind"] == "undo" for one in log)
    yield f"{len(log)} events, {undone} of them taken back by {undos} undos"
