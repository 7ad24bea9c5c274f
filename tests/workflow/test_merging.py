"""Two analysts' copies joined: either way round and however often, the same store."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.errors import SourceError
from inspect_cli.model import AreaStatus
from inspect_cli.store import open_register
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.deciding import decide
from inspect_cli.workflow.doctor import doctor
from inspect_cli.workflow.ids import area_named, find_named, report_named
from inspect_cli.workflow.linking import Link
from inspect_cli.workflow.merging import plan_merge
from inspect_cli.workflow.responding import Respond, response_views
from inspect_cli.workflow.shaping import Merge
from inspect_cli.workflow.update import Note, Update
from tests.running import snapshot
from tests.workflow.analysts import BEGIN, DECISIONS, FILES, MERGING, TODAY, Analyst, Step, facts, join, rows

IMPORTS = st.builds(Step, st.just("import"), st.integers(0, len(FILES) - 1))
RULINGS = st.builds(Step, st.sampled_from(DECISIONS), st.integers(0, 40))
STEPS = st.lists(IMPORTS | RULINGS | RULINGS, max_size=7)


def _both(base: Path, shared: Sequence[Step], ours: Sequence[Step], theirs: Sequence[Step]) -> tuple[Analyst, Analyst]:
    """Give two analysts who began with one store, and then each went on alone."""
    folder = base / "ours"
    folder.mkdir()
    first = Analyst(folder, "A. Analyst", 0)
    first.do(*shared)
    copy = first.copy("theirs")
    second = Analyst(copy, "B. Deputy", 1, first.now if shared else BEGIN)
    first.do(*ours)
    second.do(*theirs)
    return first, second


@settings(max_examples=25)
@given(st.lists(IMPORTS | RULINGS, max_size=5), STEPS, STEPS)
def test_merging_is_the_same_either_way_round_and_twice(
    shared: list[Step], ours: list[Step], theirs: list[Step]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        first, second = _both(Path(name), shared, ours, theirs)
        one, other = first.copy("one"), second.copy("other")
        join(one, second.carried())
        join(other, first.carried())
        assert facts(one) == facts(other)
        if one.joinpath("inspections.json").exists() and other.joinpath("inspections.json").exists():
            assert rows(one) == rows(other)
        before = snapshot(one)
        for again in (second.carried(), first.carried(), Analyst(other, "C", 2).carried()):
            assert not join(one, again).written
        assert snapshot(one) == before


@pytest.fixture
def two(tmp_path: Path) -> tuple[Analyst, Analyst]:
    """Give two analysts with one file under two ids: the one had an earlier version of it, the other had not."""
    first, second = _both(tmp_path, [], [Step("import", 2), Step("import", 3)], [Step("import", 3)])
    ids = [open_register(one.folder).reports[0].id for one in (first, second)]
    assert ids[0] != ids[1]
    return first, second


def _sides(two: tuple[Analyst, Analyst]) -> tuple[Analyst, Analyst]:
    """Give first the one whose id of the report holds once the two are joined."""
    one, other = sorted(two, key=lambda who: open_register(who.folder).reports[0].id)
    return one, other


def test_ids_that_hold_no_more_still_name_their_records(two: tuple[Analyst, Analyst]) -> None:
    holds, other = _sides(two)
    former = open_register(other.folder)
    outcome = join(holds.folder, other.carried())
    names = [former.reports[0].id, former.findings[0].id, former.areas[0].id]
    assert names[0] in outcome.renamed
    book = open_book(holds.folder, TODAY)
    assert len(book.reports) == 1
    assert report_named(book, names[0]).sha256 == former.reports[0].sha256
    assert find_named(book, names[1]).quote == former.findings[0].quote
    assert area_named(book, names[2]).title == former.areas[0].title


def test_what_was_decided_under_ids_that_hold_no_more_still_holds(two: tuple[Analyst, Analyst]) -> None:
    holds, other = _sides(two)
    register = open_register(other.folder)
    report, area, find = register.reports[0], register.areas[0], register.areas[1].members[0].id
    for request in (
        Update((area.id,), owner="Head of PSD"),
        Link((find,), area.id),
        Respond(report.id, date(2023, 12, 1)),
    ):
        other.now += timedelta(hours=1)
        decide(other.folder, request, other.now, other.by)
    join(holds.folder, other.carried())
    book = open_book(holds.folder, TODAY)
    joined = area_named(book, area.id)
    assert find_named(book, find).id in {member.id for member in joined.members}
    assert book.view_of(joined).state.owner == "Head of PSD"
    assert [view.published for view in response_views(book)] == [date(2023, 12, 1)]
    assert doctor(holds.folder, TODAY) == ()


def test_both_of_two_rulings_stay_in_the_log_and_the_later_one_holds(tmp_path: Path) -> None:
    first, second = _both(tmp_path, [Step("import", 1)], [], [])
    area = open_register(first.folder).areas[0].id
    decide(first.folder, Update((area,), status=AreaStatus.COMPLETE), first.now + timedelta(hours=1), first.by)
    refused = Update((area,), status=AreaStatus.NOT_ACCEPTED, reason="too small to tell")
    decide(second.folder, refused, second.now + timedelta(hours=2), second.by)
    outcome = join(first.folder, second.carried())
    assert [(one.what, one.on, one.ours.value, one.theirs.value) for one in outcome.conflicts] == [
        ("status", area, "complete", "not-accepted")
    ]
    book = open_book(first.folder, TODAY)
    assert [event.after for event in book.events] == ["complete", "not-accepted"]
    assert book.view_of(area_named(book, area)).state.status == AreaStatus.NOT_ACCEPTED


def test_one_area_merged_into_two_others_takes_both_along(tmp_path: Path) -> None:
    first, second = _both(tmp_path, [Step("import", 1), Step("import", 2)], [], [])
    names = sorted(area.id for area in open_register(first.folder).areas)[:3]
    decide(first.folder, Note(names[0], "on the first"), first.now + timedelta(minutes=30), first.by)
    decide(first.folder, Merge(names[0], (names[1],)), first.now + timedelta(hours=1), first.by)
    decide(second.folder, Merge(names[2], (names[1],)), second.now + timedelta(hours=2), second.by)
    outcome = join(first.folder, second.carried())
    assert [one.what for one in outcome.conflicts] == ["merge"]
    book = open_book(first.folder, TODAY)
    assert {book.leads_to(name) for name in names} == {names[2]}
    assert book.view_of(area_named(book, names[0])).standing.notes == ("on the first",)


def test_a_decision_that_is_told_in_two_ways_is_refused(tmp_path: Path) -> None:
    first, second = _both(tmp_path, [Step("import", 1), Step("note", 0)], [], [])
    whole = second.carried()
    changed = replace(whole, events=(replace(whole.events[0], note="forged"),))
    before = snapshot(first.folder)
    with pytest.raises(SourceError, match="is not the same in the two copies"):
        join(first.folder, changed)
    assert snapshot(first.folder) == before


def test_a_plan_says_what_a_merge_does_and_writes_nothing(tmp_path: Path) -> None:
    first, second = _both(tmp_path, [Step("import", 1)], [Step("status", 1)], [Step("import", 0), Step("owner", 1)])
    before = snapshot(first.folder)
    planned = plan_merge(first.folder, second.carried(), MERGING.now)
    assert snapshot(first.folder) == before
    assert join(first.folder, second.carried()) == planned._replace(written=True)
    assert planned.new
    assert planned.events


def test_a_merge_is_one_change_with_one_former_state(tmp_path: Path) -> None:
    first, second = _both(tmp_path, [Step("import", 1)], [], [Step("import", 0), Step("owner", 1)])
    before = len(list((first.folder / "backups").glob("*.json")))
    join(first.folder, second.carried())
    assert len(list((first.folder / "backups").glob("*.json"))) == before + 1
