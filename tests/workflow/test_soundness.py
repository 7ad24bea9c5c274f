"""What the doctor says of texts, links, totals, dates and what lies beside the store; what it mends, and what not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from inspect_cli.model import Evidence, Extraction, Linked, Resolution, Rung
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.store.backups import backups
from inspect_cli.store.content import compose
from inspect_cli.store.draft import Draft
from inspect_cli.store.locking import Writing
from inspect_cli.workflow.doctor import doctor
from inspect_cli.workflow.mending import repair
from inspect_cli.workflow.update import Note
from tests.builders import finding, reference
from tests.storing import WHEN, change
from tests.workflow.office import NEW, OLD, RIDING, TODAY, Office

HOW = Writing(WHEN)


@pytest.fixture
def office(data: Path) -> Office:
    office = Office(data)
    office.decide(Note(RIDING, "so"))
    return office


def told(folder: Path, today: date = TODAY) -> list[tuple[str, str | None]]:
    return [(problem.test, problem.id) for problem in doctor(folder, today)]


def kept(folder: Path) -> tuple[Any, ...]:
    """Give what a repair never touches."""
    held = open_register(folder)
    return (held.reports, held.judgements, held.findings, held.references, held.events)


def head(folder: Path, **wrong: int) -> None:
    """Write the store again with another head."""
    content = open_register(folder).content
    assert content is not None
    (folder / STORE_FILE).write_bytes(b"".join(compose(content.tables, structs.replace(content.meta, **wrong))))


def touch(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")


def orphan_member(draft: Draft) -> None:
    areas = tuple(replace(one, members=(*one.members, one.members[0]._replace(id="fgone"))) for one in draft.areas)
    draft.set_linked("cheshire", Linked(areas, draft.resolutions), {})


def orphan_resolution(draft: Draft) -> None:
    draft.set_linked("cheshire", Linked(draft.areas, (Resolution("xgone", "fgone", None),)), {})


def test_a_store_that_is_sound_is_left_alone(office: Office) -> None:
    before = sorted(office.folder.rglob("*"))
    assert told(office.folder) == []
    assert repair(office.folder, TODAY, HOW) == (None, (), ())
    assert sorted(office.folder.rglob("*")) == before


MENDED: list[tuple[Callable[[Path], None], list[tuple[str, str | None]]]] = [
    (lambda folder: head(folder, reports=7, events=9), [("totals", None), ("totals", None)]),
    (lambda folder: touch(folder, ".inspections.json.abc.new"), [("leftover", None)]),
    (lambda folder: touch(folder, "texts/.x.abc.new"), [("leftover", None)]),
    (lambda folder: touch(folder, "texts/rgone-0.txt"), [("unnamed-text", None)]),
    (lambda folder: change_by(folder, orphan_resolution), [("link", "xgone"), ("link", "xgone")]),
]


def change_by(folder: Path, spoil: Callable[[Draft], None]) -> None:
    with change(folder) as draft:
        spoil(draft)


@pytest.mark.parametrize(("spoil", "problems"), MENDED)
def test_what_is_safe_is_mended_after_a_backup(
    office: Office, spoil: Callable[[Path], None], problems: list[tuple[str, str | None]]
) -> None:
    before = kept(office.folder)
    spoil(office.folder)
    spoilt = (office.folder / STORE_FILE).read_bytes()
    assert told(office.folder) == problems
    done = repair(office.folder, TODAY, HOW)
    assert [(one.test, one.id) for one in done.mended] == problems
    assert (done.left, told(office.folder), kept(office.folder)) == ((), [], before)
    assert Path(str(done.backup)).read_bytes() == spoilt


def test_members_that_are_gone_are_dropped_by_linking_anew(office: Office) -> None:
    areas = open_register(office.folder).areas
    change_by(office.folder, orphan_member)
    assert set(told(office.folder)) == {("link", area.id) for area in areas}
    assert repair(office.folder, TODAY, HOW).left == ()
    assert open_register(office.folder).areas == areas


def test_texts_that_a_kept_state_names_are_never_taken_away(office: Office) -> None:
    with change(office.folder) as draft:
        draft.put_report(OLD, draft.extraction(OLD.id), ("another text",))
    touch(office.folder, "texts/rgone-0.txt")
    before = {path.name for path in (office.folder / "texts").iterdir()} - {"rgone-0.txt"}
    repair(office.folder, TODAY, HOW)
    assert {path.name for path in (office.folder / "texts").iterdir()} == before


@pytest.mark.parametrize("name", ["backups/000000.json", "backups/damaged-20260101T000000.json"])
def test_while_a_kept_state_cannot_be_read_no_text_is_taken_away(office: Office, name: str) -> None:
    touch(office.folder, name)
    touch(office.folder, "texts/rgone-0.txt")
    assert told(office.folder) == [("backup", None)]
    head(office.folder, reports=7)
    assert [one.test for one in repair(office.folder, TODAY, HOW).left] == ["backup"]
    assert (office.folder / "texts" / "rgone-0.txt").exists()


def test_texts_that_are_gone_or_changed_are_told_with_what_to_do(office: Office) -> None:
    gone, changed = sorted((office.folder / "texts").iterdir())
    gone.unlink()
    changed.write_text("other words", encoding="utf-8")
    found = doctor(office.folder, TODAY)
    assert [(one.test, one.id) for one in found] == [("text", OLD.id), ("text", NEW.id)]
    assert all("Import the report again" in one.message for one in found)


def test_finds_that_name_what_is_gone_are_told_and_kept(office: Office) -> None:
    child = finding("The force should mend the roof.", id="fchild", report=NEW.id, parent="fgone")
    later = reference("The roof leaks.", id="xlater", report=NEW.id, follows=("fgone",))
    stray = finding("The force should mend the door.", id="fstray", report="rgone")
    with change(office.folder) as draft:
        draft.put_report(OLD, Extraction((), (child, stray), (later,)), ("text",))
    said = told(office.folder)
    for one in ("fchild", "xlater", "fstray"):
        assert ("link", one) in said
    before = kept(office.folder)
    left = [(one.test, one.id) for one in repair(office.folder, TODAY, HOW).left]
    assert ("link", "fchild") in left
    assert kept(office.folder) == before


TO_COME = [{"page_date": date(2031, 1, 1)}, {"inspection_year": 2030}]
WEB = [
    ({"published": date(2017, 3, 2)}, {"published": Evidence(Rung.INFERRED, 4)}),
    ({"inspection_year": 2017}, {"published": Evidence(Rung.UNKNOWN, 4), "inspection_year": Evidence(Rung.DERIVED, 4)}),
]
RIGHT = [
    ({"published": date(2017, 3, 2)}, {"published": Evidence(Rung.STATED, 4)}),
    ({"inspection_year": 2017}, {"published": Evidence(Rung.UNKNOWN, 4), "inspection_year": Evidence(Rung.STATED, 4)}),
    ({"inspection_year": 2017}, {"published": Evidence(Rung.UNKNOWN, 4), "inspection_year": Evidence(Rung.DERIVED, 9)}),
]


@pytest.mark.parametrize("changed", TO_COME)
def test_pages_and_inspections_to_come_are_told(office: Office, changed: dict[str, Any]) -> None:
    with change(office.folder) as draft:
        draft.put_report(replace(OLD, **changed), draft.extraction(OLD.id), ("text",))
    assert ("date", OLD.id) in told(office.folder)


@pytest.mark.parametrize(("changed", "web"), [*((one, True) for one in WEB), *((one, False) for one in RIGHT)])
def test_the_date_of_a_page_that_stands_as_the_reports_is_told(
    office: Office, changed: tuple[dict[str, Any], dict[str, Evidence]], web: bool
) -> None:
    facts, evidence = changed
    one = replace(OLD, **{"published": None, "page_date": date(2017, 3, 2), "evidence": evidence, **facts})
    with change(office.folder) as draft:
        draft.put_report(one, draft.extraction(OLD.id), ("text",))
    assert (("web-date", OLD.id) in told(office.folder)) == web


def test_the_state_before_a_repair_is_kept_for_good(office: Office) -> None:
    change_by(office.folder, orphan_resolution)
    repair(office.folder, TODAY, HOW)
    (asked,) = (backup for backup in backups(office.folder) if backup.kept)
    assert b"xgone" in asked.path.read_bytes()
