"""What is asked of one force is answered from a part of the store as it would be from the whole."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, Filters, Linked
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.deciding import decide
from inspect_cli.workflow.picking import proposals
from inspect_cli.workflow.queries import list_areas
from inspect_cli.workflow.update import Note, Update
from tests.bench.nation import nation
from tests.storing import change, put_tables, stored_tables

TODAY = date(2026, 1, 31)
NOW = datetime(2026, 1, 31, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return nation(tmp_path, 30)


def test_the_areas_of_one_force_are_the_same_from_the_part_as_from_the_whole(folder: Path) -> None:
    forces = sorted({area.force for area in open_register(folder).areas})
    assert len(forces) > 1
    for force in forces:
        part, whole = open_book(folder, TODAY, force=force), open_book(folder, TODAY)
        views = list_areas(whole, Filters(force=force))
        assert list_areas(part, Filters(force=force)) == views
        assert list(proposals(part, views)) == list(proposals(whole, views))
        assert part.former == whole.former
        for letter in "rjfxa":
            assert sorted(part.every_id(letter)) == sorted(whole.every_id(letter))


def test_of_one_force_the_rows_of_others_are_not_decoded(folder: Path) -> None:
    tables = stored_tables(folder)
    force = open_register(folder).areas[0].force
    for row in tables["areas"].values():
        if row["force"] != force:
            row["addressed_to"] = "nobody that is known"
    put_tables(folder, **tables)
    assert list_areas(open_book(folder, TODAY, force=force), Filters(force=force))


def _spoil_what_is_not_needed(folder: Path, area: str) -> None:
    """Make every row that a decision on one area has no use for one that cannot be decoded."""
    tables = stored_tables(folder)
    (force,) = {row["force"] for row in tables["areas"].values() if row["id"] == area}
    for name in ("areas", "findings", "references", "judgements"):
        for row in tables[name].values():
            if row["force"] not in (None, force):
                row["year"] = row["themes"] = row["members"] = 7
    put_tables(folder, **tables)


def test_a_decision_on_areas_reads_no_more_than_their_force(folder: Path) -> None:
    area = open_register(folder).areas[0].id
    _spoil_what_is_not_needed(folder, area)
    assert decide(folder, Update((area,), AreaStatus.COMPLETE), NOW, "A. Analyst").written
    assert decide(folder, Note(area[:6], "seen"), NOW, "A. Analyst").written


def test_a_beginning_that_areas_of_two_forces_share_is_refused_as_ever(folder: Path) -> None:
    areas = open_register(folder).areas
    one = areas[0]
    other = next(area for area in areas if area.force != one.force)
    with change(folder) as draft:
        draft.set_linked(one.force, draft_linked(folder, one.force), {"azzzz1": one.id, "azzzz2": other.id})
    with pytest.raises(UsageError, match="more than one"):
        decide(folder, Note("azzzz", "which?"), NOW, "A. Analyst")
    assert decide(folder, Note("azzzz2", "this"), NOW, "A. Analyst").areas[0].area.id == other.id


def test_a_former_id_of_an_area_of_another_force_is_understood_beside_one_of_the_first(folder: Path) -> None:
    areas = open_register(folder).areas
    one = areas[0]
    other = next(area for area in areas if area.force != one.force)
    with change(folder) as draft:
        draft.set_linked(one.force, draft_linked(folder, one.force), {"azzzz2": other.id})
    outcome = decide(folder, Update((one.id, "azzzz2"), owner="C. Inspector"), NOW, "A. Analyst")
    assert {view.area.id for view in outcome.areas} == {one.id, other.id}


def draft_linked(folder: Path, force: str) -> Linked:
    register = open_register(folder).of_force(force)
    return Linked(register.areas, register.resolutions)


def test_a_book_of_one_force_is_of_the_file_as_it_was_opened(folder: Path) -> None:
    force = open_register(folder).areas[0].force
    book = open_book(folder, TODAY, force=force)
    (folder / STORE_FILE).unlink()
    assert list_areas(book, Filters(force=force))
