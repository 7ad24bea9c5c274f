"""How an area stands on a day: status, due date and colour."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspect_cli.model import Addressee, AreaStatus, Deadline, DueSetBy, Rag
from inspect_cli.track.status import area_state, area_view, colour, disputed
from tests.builders import area

TODAY = date(2019, 3, 1)
PAST = Deadline("within two years", date(2018, 12, 8))
AHEAD = Deadline("within six months", date(2019, 6, 8))
UNKNOWN_DAY = Deadline("within six months")


@pytest.mark.parametrize(
    ("changes", "status", "rag", "why"),
    [
        ({}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"deadline": UNKNOWN_DAY}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"deadline": AHEAD}, AreaStatus.OPEN, Rag.AMBER, "in hand, due 2019-06-08"),
        ({"deadline": Deadline("today", TODAY)}, AreaStatus.OPEN, Rag.AMBER, "in hand, due 2019-03-01"),
        ({"deadline": PAST}, AreaStatus.OPEN, Rag.RED, "past its date of 2018-12-08"),
        ({"deadline": PAST, "inspectorate_view": "not-achieved"}, AreaStatus.OPEN, Rag.RED, "past its date"),
        ({"deadline": PAST, "inspectorate_view": "achieved"}, AreaStatus.CLOSED, Rag.GREEN, "achieved"),
        ({"inspectorate_view": "discharged"}, AreaStatus.CLOSED, Rag.GREEN, "discharged"),
        ({"inspectorate_view": "not-discharged"}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"inspectorate_view": "in-progress"}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"inspectorate_view": "superseded"}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"inspectorate_view": "silent"}, AreaStatus.OPEN, Rag.AMBER, "no date"),
        ({"deadline": PAST, "addressed_to": Addressee.OTHER}, AreaStatus.OPEN, Rag.WHITE, "another body"),
        ({"deadline": PAST, "addressed_to": Addressee.ALL_FORCES}, AreaStatus.OPEN, Rag.RED, "past its date"),
    ],
)
def test_the_colour_follows_the_inspectorates_view_the_addressee_and_the_date(
    changes: dict[str, Any], status: AreaStatus, rag: Rag, why: str
) -> None:
    state = area_state(area(**changes), TODAY)
    assert (state.status, state.rag) == (status, rag)
    assert why in state.rag_why


def test_a_refusal_is_red_though_its_date_is_ahead() -> None:
    assert colour(area(), AreaStatus.NOT_ACCEPTED, date(2020, 1, 1), TODAY) == (Rag.RED, "not accepted by the force")


def test_a_date_from_a_report_is_the_inspectorates() -> None:
    state = area_state(area(deadline=PAST), TODAY)
    assert (state.due, state.due_set_by, state.days_left) == (date(2018, 12, 8), DueSetBy.INSPECTORATE, -83)
    assert area_state(area(deadline=UNKNOWN_DAY), TODAY).due_set_by is None


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({"first_raised": 2016}, 3),
        ({"first_raised": 2019}, 0),
        ({"first_raised": None}, None),
        ({"first_raised": 2016, "inspectorate_view": "achieved"}, None),
    ],
)
def test_years_open_run_from_the_year_first_raised_while_it_is_open(changes: dict[str, Any], years: int | None) -> None:
    assert area_view(area(**changes), TODAY).years_open == years


def test_done_by_the_force_and_not_achieved_for_the_inspectorate_is_disputed() -> None:
    said_done = area_view(area(inspectorate_view="not-achieved"), TODAY)
    assert not disputed(said_done)
    assert disputed(replace(said_done, state=replace(said_done.state, status=AreaStatus.COMPLETE)))
    assert not disputed(area_view(area(inspectorate_view="achieved"), TODAY))
