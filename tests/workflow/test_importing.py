"""Imports: once is enough, order is nothing, ids hold, what fails is told, and nothing is half stored."""

from __future__ import annotations

import errno
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.errors import SourceError, StoreError
from inspect_cli.extract import EXTRACTOR
from inspect_cli.store import open_register
from tests.running import snapshot
from tests.workflow.desk import BACKLOGS, LATER, NATIONAL, NOW, PANEL, RECORDS, Desk, told


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, tmp_path / "data")


def test_a_report_is_stored_with_its_finds_areas_and_text(desk: Desk) -> None:
    path = desk.write("a.txt", told(2017, BACKLOGS, PANEL))
    outcome = desk.take()
    (view,) = outcome.imported
    (report,) = desk.stored.reports
    assert report == view.report
    assert (report.forces, report.inspection_year, report.file) == (("kent",), 2017, str(path))
    assert (report.imported_at, report.extractor) == (NOW, EXTRACTOR)
    assert view.findings == 2
    assert set(desk.said()) == {BACKLOGS, PANEL}
    members = {member.id for area in desk.stored.areas for member in area.members}
    assert members == set(desk.said().values())
    assert desk.stored.text(desk.stored.reports[0]) == tuple(path.read_text(encoding="utf-8").splitlines())


def test_the_same_again_changes_nothing(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take()
    before = snapshot(desk.data)
    outcome = desk.take(now=LATER)
    assert (outcome.unchanged, outcome.imported, outcome.replaced) == (("in/a.txt",), (), ())
    assert snapshot(desk.data) == before


def test_an_edited_file_replaces_its_report_and_the_ids_hold(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS, PANEL))
    (first,) = desk.take().imported
    before = desk.said()
    areas = {area.id for area in desk.stored.areas}
    edited = BACKLOGS.replace("clears its", "soon clears its whole")
    desk.write("a.txt", told(2017, edited, PANEL, RECORDS))
    (second,) = desk.take(now=LATER).replaced
    after = desk.said()
    assert (second.report.id, second.report.imported_at) == (first.report.id, LATER)
    assert (first.report.first_imported, second.report.first_imported) == (NOW, NOW)
    assert len(desk.stored.reports) == 1
    assert (after[edited], after[PANEL]) == (before[BACKLOGS], before[PANEL])
    assert after[RECORDS] not in before.values()
    assert areas < {area.id for area in desk.stored.areas}
    assert RECORDS in "\n".join(desk.stored.text(desk.stored.reports[0]))


def test_what_fails_is_told_and_the_rest_goes_in(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("b.txt", "")
    outcome = desk.take("b.txt", "a.txt", "missing.txt")
    assert len(outcome.imported) == 1
    assert [bad.file for bad in outcome.failed] == ["in/b.txt", "in/missing.txt"]
    assert all(bad.error and bad.hint for bad in outcome.failed)


def test_where_all_fail_nothing_is_written(desk: Desk) -> None:
    desk.write("b.txt", "Milk, eggs, a loaf of bread.\n")
    outcome = desk.take()
    assert [bad.file for bad in outcome.failed] == ["in/b.txt"]
    assert not desk.data.exists()


def test_a_sources_toml_that_is_not_right_stores_nothing(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("sources.toml", '["a.txt"]\ntitle = Noted\n')
    with pytest.raises(SourceError, match="line 2"):
        desk.take()
    assert not desk.data.exists()


def test_a_table_for_a_file_that_is_not_there_is_a_warning(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("sources.toml", '["b.txt"]\ntitle = "Noted"\n')
    assert "b.txt" in desk.take().warnings[0]


def in_store(desk: Desk) -> tuple[Any, ...]:
    stored = desk.stored
    return stored.reports, stored.findings, stored.references, stored.areas, stored.resolutions


def test_the_order_of_import_makes_no_difference(desk: Desk) -> None:
    for name, year, area in (("a.txt", 2015, BACKLOGS), ("b.txt", 2016, BACKLOGS), ("c.txt", 2017, PANEL)):
        desk.write(name, told(year, area, prose=f"{area} {year} " * 30))
    ends = []
    for order in permutations(("a.txt", "b.txt", "c.txt")):
        together = Desk(desk.base, desk.base / f"together-{'-'.join(order)}")
        together.take(*order)
        one_by_one = Desk(desk.base, desk.base / f"one-by-one-{'-'.join(order)}")
        for name in order:
            one_by_one.take(name)
        ends += [in_store(together), in_store(one_by_one)]
    assert all(end == ends[0] for end in ends)
    assert len(ends[0][0]) == 3


def test_a_report_given_to_another_force_leaves_the_first(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take()
    desk.take(force="essex")
    assert {area.force for area in desk.stored.areas} == {"essex"}


def test_what_is_said_to_all_forces_reaches_those_imported_before(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("b.txt", NATIONAL)
    after, before = Desk(desk.base, desk.base / "after"), Desk(desk.base, desk.base / "before")
    for order, place in ((("a.txt", "b.txt"), after), (("b.txt", "a.txt"), before)):
        for name in order:
            place.take(name)
    assert in_store(after) == in_store(before)
    assert any(find.force is None for find in after.stored.findings)


def test_an_older_report_that_moves_an_areas_id_leaves_an_alias(desk: Desk) -> None:
    desk.write("b.txt", told(2016, BACKLOGS, prose="Second. " * 40))
    desk.take()
    (young,) = desk.stored.areas
    desk.write("a.txt", told(2015, BACKLOGS, prose="First and foremost. " * 40))
    desk.take()
    (grown,) = desk.stored.areas
    assert grown.years == (2015, 2016)
    assert grown.id != young.id
    assert desk.stored.aliases == {young.id: grown.id}


def test_a_write_that_fails_leaves_the_store_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take()
    before = snapshot(desk.data)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    desk.write("a.txt", told(2017, BACKLOGS, PANEL))
    with pytest.raises(StoreError, match="no space"):
        desk.take()
    assert snapshot(desk.data) == before


def test_an_import_that_came_in_between_is_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    stale = open_register(desk.data)
    desk.take()
    before = snapshot(desk.data)
    monkeypatch.setattr("inspect_cli.workflow.importing.open_register", lambda _: stale)
    assert desk.take(now=LATER).unchanged == ("in/a.txt",)
    assert snapshot(desk.data) == before


def test_what_a_register_says_that_cannot_be_read_is_named_by_its_line(desk: Desk) -> None:
    desk.write(
        "register.txt",
        "PEEL: police legitimacy 2016 (6129)\n\nKent Police should keep its records in order.\n\n"
        "[on]8th December 2016 [status]awaiting-review[/status][/on]\n"
        "[on]31st June 2018 [status]complete[/status][/on]\n",
    )
    (warning,) = desk.take().warnings
    assert warning.startswith("in/register.txt, line 6: ")
    assert "31st June 2018" in warning
    (found,) = desk.stored.findings
    assert [entry.parsed for entry in found.log] == [True, False]
    assert desk.stored.references[0].follows == (found.id,)
