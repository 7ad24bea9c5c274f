"""What there is to know at a glance."""

from datetime import date
from typing import Any

import pytest

from inspect_cli.model import AreaStatus, Deadline, Pillar
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.status import most_reported, status
from tests.builders import area, finding, judgement, member, report

TODAY = date(2019, 3, 1)
PROPOSED = member(finding("perhaps"))


def due(day: date, **changes: Any) -> dict[str, Any]:
    return {"deadline": Deadline("in time", day), **changes}


AREAS = (
    area(id="a-late", first_raised=2016, **due(date(2018, 12, 8))),
    area(id="a-soon", first_raised=2018, **due(date(2019, 3, 29)), proposed=(PROPOSED, PROPOSED)),
    area(id="a-later", first_raised=2018, **due(date(2019, 3, 30)), proposed=(PROPOSED,)),
    area(id="a-silent", first_raised=2017, inspectorate_view="silent"),
    area(id="a-done", first_raised=2012, inspectorate_view="achieved", **due(date(2013, 1, 1))),
    area(id="a-kent", first_raised=2010, force="kent"),
)
BOOK = Book(
    Held(
        reports=(
            report(id="r1"),
            report(id="r2", inspection_year=None),
            report(id="r3", forces=("kent",), inspection_year=None),
        ),
        judgements=(judgement("How legitimately does the force act?", report="r1"), judgement(report="r1", question=1)),
        areas=AREAS,
    ),
    TODAY,
)


def test_status_is_of_the_force_most_reports_are_about() -> None:
    view = status(BOOK)
    assert (view.force, len(view.reports), view.undated, len(view.areas)) == ("cheshire", 2, 1, 5)
    assert [(one.pillar, one.question) for one in view.judgements] == [(Pillar.LEGITIMACY, None)]


def test_only_what_is_open_is_overdue_due_soon_or_oldest() -> None:
    view = status(BOOK)
    assert (view.overdue, view.due_soon, view.oldest) == (("a-late",), ("a-soon",), "a-late")
    assert (view.silent, view.disputed, view.proposed) == (("a-silent",), (), 3)


def test_the_next_three_dates_are_those_not_past_earliest_first() -> None:
    assert status(BOOK).next_dates == ("a-soon", "a-later")
    more = tuple(area(id=f"a{day}", **due(date(2019, 3, day))) for day in (9, 3, 1))
    assert status(Book(Held(areas=(*AREAS, *more)), TODAY), "cheshire").next_dates == ("a1", "a3", "a9")


def test_open_areas_without_a_date_are_named() -> None:
    assert status(BOOK).no_date == ("a-silent",)


def test_the_statuses_add_up_to_all_areas() -> None:
    view = status(BOOK)
    assert sum(one.state.status in AreaStatus for one in view.areas) == len(view.areas)


def test_how_soon_is_soon_and_which_force_may_be_said() -> None:
    assert status(BOOK, due_soon_days=29).due_soon == ("a-soon", "a-later")
    assert status(BOOK, due_soon_days=0).due_soon == ()
    kent = status(BOOK, "kent")
    assert (kent.force, kent.oldest, kent.undated, kent.judgements) == ("kent", "a-kent", 1, ())


def test_an_empty_store_has_nothing_to_say() -> None:
    view = status(Book(Held(), TODAY))
    assert (view.force, view.reports, view.areas, view.oldest, view.proposed) == (None, (), (), None, 0)


@pytest.mark.parametrize(
    ("named", "force"),
    [
        ([("kent",), ("cheshire",), ("kent",)], "kent"),
        ([("kent",), ("cheshire",)], "cheshire"),
        ([("kent", "essex"), ("essex",)], "essex"),
        ([()], None),
        ([], None),
    ],
)
def test_of_equals_the_first_by_name_is_taken(named: list[tuple[str, ...]], force: str | None) -> None:
    reports = tuple(report(id=f"r{number}", forces=forces) for number, forces in enumerate(named))
    assert most_reported(Book(Held(reports=reports), TODAY)) == force
