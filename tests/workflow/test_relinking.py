"""Imports after decisions: rulings hold, ids lead on, and no event is ever lost."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, Event, Extraction, Finding, FindingKind, Reference, Report
from inspect_cli.track.events import finds_of
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.deciding import Request, decide
from inspect_cli.workflow.doctor import doctor
from inspect_cli.workflow.ids import area_named
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.relinking import linked_anew, own_areas
from inspect_cli.workflow.shaping import Merge, Rename, Split
from inspect_cli.workflow.update import Note, Update
from tests.builders import finding, report
from tests.storing import change
from tests.workflow.desk import BACKLOGS, PANEL, RECORDS, Desk, told
from tests.workflow.office import AGAIN, BACKLOG, HAY, HORSES, NEW, OLD, RIDING, TODAY, TOLD, VETTING, Office

NOW = datetime(2024, 5, 7, 9, tzinfo=UTC)
BY = "A. Analyst"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, tmp_path / "data")
    desk.write("2016.txt", told(2016, BACKLOGS, RECORDS))
    desk.write("2017.txt", told(2017, BACKLOGS, PANEL))
    return desk


def members(desk: Desk) -> list[list[str]]:
    """Give the words of each area's members."""
    words = {find.id: find.quote for find in desk.stored.findings}
    return sorted(sorted(words[member.id] for member in area.members) for area in desk.stored.areas)


def named(desk: Desk, words: str) -> str:
    """Give the id of the area that holds the newest finding of these words."""
    (find,) = [one for one in desk.stored.findings if one.quote == words]
    (area,) = open_book(desk.data, TODAY).areas_of(find.id)
    return area.id


def test_an_import_of_an_older_report_keeps_all_that_was_ruled_and_written(desk: Desk) -> None:
    desk.take("2017.txt")
    vetting, panel = named(desk, BACKLOGS), named(desk, PANEL)
    decide(desk.data, Update((vetting,), owner="PSD"), NOW.replace(minute=10), BY)
    decide(desk.data, Rename(vetting, "Renewals"), NOW.replace(minute=20), BY)
    decide(desk.data, Merge(vetting, (panel,)), NOW.replace(minute=30), BY)
    desk.take("2016.txt")
    book = open_book(desk.data, TODAY)
    area = area_named(book, vetting)
    assert area.id != vetting
    assert area_named(book, panel) == area
    assert (area.title, book.view_of(area).state.owner, len(area.members)) == ("Renewals", "PSD", 3)
    assert members(desk) == [sorted([BACKLOGS, BACKLOGS, PANEL]), [RECORDS]]
    assert doctor(desk.data, TODAY) == ()
    decide(desk.data, Note(panel, "still here"), NOW.replace(minute=40), BY)
    assert area_named(open_book(desk.data, TODAY), panel) == area


def test_the_order_of_import_makes_no_difference_to_what_was_ruled(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path, tmp_path / "other")
    for one, names in ((desk, ("2016.txt", "2017.txt")), (other, ("2017.txt", "2016.txt"))):
        one.take(names[0])
        one.take(names[1])
    decide(desk.data, Merge(named(desk, PANEL), (named(desk, RECORDS),)), NOW, BY)
    decide(other.data, Merge(named(other, PANEL), (named(other, RECORDS),)), NOW, BY)
    assert {area.id: area for area in desk.stored.areas} == {area.id: area for area in other.stored.areas}


def test_a_find_that_was_unlinked_stays_out_when_its_report_is_read_anew(desk: Desk) -> None:
    desk.take()
    newest = next(one for one in desk.stored.findings if one.quote == BACKLOGS and one.year == 2017)
    decide(desk.data, Unlink((newest.id,)), NOW, BY)
    desk.write("2017.txt", told(2017, BACKLOGS, PANEL, "The force should mend its fences at once."))
    assert len(desk.take("2017.txt").replaced) == 1
    assert open_book(desk.data, TODAY).areas_of(newest.id) == ()
    desk.write("2018.txt", told(2018, BACKLOGS, prose="Elsewhere the matter stands otherwise, as this page tells.\n"))
    desk.take("2018.txt")
    assert open_book(desk.data, TODAY).areas_of(newest.id) == ()
    assert [BACKLOGS, BACKLOGS] in members(desk)


def test_importing_again_changes_nothing_that_was_decided(desk: Desk) -> None:
    desk.take()
    decide(desk.data, Merge(named(desk, PANEL), (named(desk, RECORDS),)), NOW, BY)
    before = (desk.stored.areas, desk.stored.aliases, desk.stored.events)
    desk.take()
    assert (desk.stored.areas, desk.stored.aliases, desk.stored.events) == before


def test_as_of_a_day_knows_what_was_ruled_by_then(desk: Desk) -> None:
    desk.take()
    panel, records = named(desk, PANEL), named(desk, RECORDS)
    decide(desk.data, Merge(panel, (records,)), NOW, BY)
    on = {day: open_book(desk.data, TODAY, date(2024, 5, day)) for day in (6, 7)}
    assert records in {area.id for area in on[6].areas}
    assert area_named(on[7], records).id == panel
    assert {area.id: area for area in on[7].areas} == {area.id: area for area in desk.stored.areas}


REQUESTS: list[Request] = [
    Update((VETTING, RIDING), AreaStatus.IN_PROGRESS, "PSD"),
    Note(RIDING, "so"),
    Link(("fhay",), VETTING),
    Unlink(("xagain",), VETTING),
    Merge(VETTING, (RIDING,)),
    Merge(RIDING, (VETTING,)),
    Split(VETTING, ("xagain",)),
    Rename(RIDING, "Yard"),
]
OLDEST = report(id="r000012", inspection_year=2012, published=date(2012, 1, 2), title="Legitimacy 2012")
BEFORE = finding(
    "The force should clear the backlog of its vetting renewals.", id="fbefore", report=OLDEST.id, year=2012
)
PARTS = [
    replace(HORSES, id=f"fpart{part}", text=words, quote=words)
    for part, words in enumerate(("The force should feed its horses", "at noon"))
]
Told = tuple[Report, tuple[Finding, ...], tuple[Reference, ...]]
# What another extractor, or an older report imported late, may make of what is told.
LATER: list[Told] = [
    (OLDEST, (BEFORE,), ()),
    (NEW, (*PARTS, HAY), (AGAIN,)),
    (NEW, (HORSES, replace(HAY, kind=FindingKind.AREA_FOR_IMPROVEMENT)), ()),
    (NEW, (), ()),
    (OLD, (replace(BACKLOG, id="fanew"),), ()),
    *TOLD,
]


def put(folder: Path, told: Told) -> None:
    """Store a report as an import does."""
    with change(folder) as draft:
        before = own_areas(draft, ["cheshire"])
        draft.put_report(told[0], Extraction((), told[1], told[2]), ("text",))
        found, aliases = linked_anew(draft, before)
        draft.set_linked("cheshire", found["cheshire"], aliases)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(REQUESTS), unique_by=id, max_size=3),
    st.lists(st.sampled_from(LATER), max_size=4),
)
def test_no_import_loses_an_event_and_the_doctor_lists_those_whose_find_is_gone(
    requests: Sequence[Request], later: Sequence[Told]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        office = Office(Path(name))
        for request in requests:
            if _can(office, request):
                office.decide(request)
        events, areas = office.book().events, office.book().areas
        for one in later:
            put(office.folder, one)
        book = office.book()
        assert book.events == events
        listed = {problem.id for problem in doctor(office.folder, TODAY)}
        assert {event.id for event in events if _is_stray(event, office)} <= listed
        shown = {event.id for area in book.areas for event in book.events_of(area.id)}
        assert {event.id for event in events} <= shown | listed
        for one in TOLD:
            put(office.folder, one)
        assert doctor(office.folder, TODAY) == ()
        assert office.book().areas == areas or any(one[0] is OLDEST for one in later)


def test_an_area_whose_finds_were_gone_for_a_while_is_found_again_under_an_earlier_find(data: Path) -> None:
    office = Office(data)
    office.decide(Update((VETTING,), owner="PSD"))
    for one in ((OLD, (), ()), (NEW, (HORSES, HAY), ()), (OLDEST, (BEFORE,), ()), *TOLD):
        put(office.folder, one)
    book = office.book()
    area = area_named(book, VETTING)
    assert area.id != VETTING
    assert book.view_of(area).state.owner == "PSD"


def _can(office: Office, request: Request) -> bool:
    try:
        return bool(office.plan(request).events)
    except UsageError:
        return False


def _is_stray(event: Event, office: Office) -> bool:
    return not all(office.book().has_find(name) for name in finds_of(event))
