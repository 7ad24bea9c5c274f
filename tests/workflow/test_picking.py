"""Areas picked out by what awaits the analyst."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.model import Area, AreaStatus, LinkKind, Member
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.picking import Pick, pick_areas, proposals
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.update import Update
from tests.builders import area, finding
from tests.workflow.office import RIDING, VETTING, Office


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def picked(office: Office, *picks: Pick) -> list[str]:
    return [view.area.id for view in pick_areas(office.book(), picks=picks)]


def test_nothing_asked_for_leaves_every_area(office: Office) -> None:
    assert set(picked(office)) == {one.id for one in office.book().areas}


def test_areas_whose_date_moved_come_by_how_often(office: Office) -> None:
    for name, days in ((RIDING, (1, 2)), (VETTING, (1, 2, 3))):
        for day in days:
            office.decide(Update((name,), due=date(2026, 1, day), anyway="asked"))
    assert picked(office, Pick.MOVED)[0] == VETTING
    assert RIDING in picked(office, Pick.MOVED)


def test_what_the_force_calls_done_and_the_inspectorate_does_not_is_disputed(office: Office) -> None:
    assert picked(office, Pick.DISPUTED) == []
    office.decide(Update((VETTING, RIDING), status=AreaStatus.COMPLETE, evidence="audit"))
    assert picked(office, Pick.DISPUTED) == [VETTING]
    assert picked(office, Pick.DISPUTED, Pick.MOVED) == []


def _book(*areas: Area) -> Book:
    return Book(Held(areas=areas, findings=(FIRST, SECOND)), date(2026, 3, 2))


FIRST, SECOND = finding("One thing."), finding("Another thing.")
LIKELY, UNLIKELY = (
    Member(find.id, 2018, "concern", LinkKind.WORDING, "alike", score) for find, score in ((SECOND, 0.6), (FIRST, 0.2))
)
PROPOSED = area(id="a1", proposed=(UNLIKELY, LIKELY))
SILENT = area(id="a2", inspectorate_view="silent")


def test_links_that_await_a_ruling_come_likeliest_first_with_their_words() -> None:
    book = _book(PROPOSED, SILENT)
    views = pick_areas(book, picks=[Pick.PROPOSED])
    assert [view.area.id for view in views] == ["a1"]
    assert [(one.area.id, one.text, one.member.score) for one in proposals(book, views)] == [
        ("a1", "Another thing.", 0.6),
        ("a1", "One thing.", 0.2),
    ]


def test_a_silent_area_is_picked_out_while_it_is_open() -> None:
    assert [view.area.id for view in pick_areas(_book(PROPOSED, SILENT), picks=[Pick.SILENT])] == ["a2"]
