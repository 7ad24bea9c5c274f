"""A kept store of every earlier schema is read as a fresh import is, and upgraded at its first change; a newer refused.

The example of the first schema was written by that version's own commands: the five source reports, and the decisions
that ``DECIDED`` makes again.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.store.backups import backups
from inspect_cli.store.content import SCHEMA, Meta, compose, read_head
from tests.cli.desk import Analyst
from tests.running import run

SCHEMAS = Path(__file__).parent / "schemas"
DECIDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("2026-01-07", ("note", "aw63rpf", "looked at in the meeting")),
    ("2026-01-08", ("areas", "rename", "adn2z9z", "A title of our own")),
    ("2026-01-09", ("update", "ahffegk", "--status", "in-progress", "--reason", "begun")),
    ("2026-01-10", ("undo",)),
)
LISTINGS = (
    *(("reports",), ("judgements",), ("judgements", "--ungraded"), ("trend",), ("findings",), ("references",)),
    *(("areas",), ("themes",), ("status",), ("log",), ("changes", "--since", "2026-01-01"), ("search", "vetting")),
    *(("track", "vetting"), ("areas", "--proposed"), ("reports", "--responses"), ("show", "ahffegk")),
)
COMMANDS = (
    *LISTINGS,
    *(("check",), ("doctor",), ("doctor", "--repair"), ("verify",), ("backup",), ("undo",)),
    *(("note", "ahffegk", "so"), ("import", "."), ("update", "ahffegk", "--owner", "B")),
)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Give a copy of the store of the first schema."""
    return Path(shutil.copytree(SCHEMAS / "1", tmp_path / "first"))


def without_times(answer: Any) -> Any:
    """Leave out when and from which file a report was imported."""
    if isinstance(answer, dict):
        return {key: without_times(value) for key, value in answer.items() if key not in ("imported_at", "file")}
    return [without_times(one) for one in answer] if isinstance(answer, list) else answer


def answers(data: Path) -> dict[tuple[str, ...], Any]:
    analyst = Analyst(data)
    return {listing: without_times(analyst(*listing, "--json").json()) for listing in LISTINGS}


def test_every_earlier_schema_has_its_example() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {str(number) for number in range(1, SCHEMA)}


def test_a_store_of_the_first_schema_answers_as_a_fresh_import_before_and_after_its_upgrade(
    first: Path, data: Path, seeds: Path
) -> None:
    analyst = Analyst(data)
    assert analyst("import", seeds, day="2026-01-05").status == 0
    for day, command in DECIDED:
        assert analyst(*command, day=day).status == 0
    assert answers(first) == answers(data)
    for folder in (first, data):
        assert Analyst(folder)("note", "aw63rpf", "once more").status == 0
    assert answers(first) == answers(data)


def test_the_first_change_upgrades_the_store_and_keeps_it_as_it_was(first: Path) -> None:
    before = (first / STORE_FILE).read_bytes()
    reading = [path.read_bytes() for path in sorted((first / "texts").iterdir())]
    run("reports", data=first)
    assert (first / STORE_FILE).read_bytes() == before
    assert Analyst(first)("note", "aw63rpf", "once more").status == 0
    head = read_head((first / STORE_FILE).read_bytes())
    assert head is not None
    assert (head[0].schema, head[0].change, head[0].reports, head[0].events) == (SCHEMA, 1, 5, 5)
    (kept,) = backups(first)
    assert kept.path.read_bytes() == before
    reports = open_register(first).reports
    named = [hashlib.sha256(content).hexdigest() for content in reading]
    assert sorted(report.text_sha256 for report in reports) == sorted(named)
    texts = {path.name for path in (first / "texts").iterdir()}
    assert {f"{report.id}-{report.text_sha256[:16]}.txt" for report in reports} <= texts
    assert {f"{report.id}.txt" for report in reports} <= texts, "the state that was kept needs them"


def test_the_store_of_the_first_schema_can_be_brought_back(first: Path) -> None:
    before = answers(first)
    Analyst(first)("note", "aw63rpf", "once more")
    ran = Analyst(first)("restore", "0")
    assert ran.status == 0, ran.err
    assert answers(first) == before
    assert Analyst(first)("verify").status == 0


def test_the_doctor_mends_a_store_of_the_first_schema_by_upgrading_it(first: Path) -> None:
    (told,) = Analyst(first)("doctor", "--json").json()
    assert told["test"] == "schema"
    done = Analyst(first)("doctor", "--repair", "--json").json()
    assert [one["test"] for one in done["mended"]] == ["schema"]
    assert done["left"] == []
    assert Analyst(first)("doctor", "--json").json() == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_newer_schema_is_refused_by_every_command(command: tuple[str, ...], tmp_path: Path) -> None:
    newer = b"".join(compose({}, Meta(schema=SCHEMA + 1)))
    (tmp_path / STORE_FILE).write_bytes(newer)
    ran = Analyst(tmp_path)(*command)
    assert (ran.status, ran.out) == (4, "")
    assert "newer version" in ran.err
    assert (tmp_path / STORE_FILE).read_bytes() == newer
