"""How an area stands on a day: status, due date and colour."""

from datetime import date, timedelta
from typing import Any

import pytest

from inspect_cli.model import Addressee, AreaStatus, Deadline, DueSetBy, Event, EventKind, Rag, Standing
from inspect_cli.track.events import standing
from inspect_cli.track.status import RAG_RULES, area_state, area_view, colour, disputed
from tests.builders import area
from tests.track.log import START, due, owner, status

TODAY = date(2019, 3, 1)
NOTHING = Standing()
PAST = Deadline("within two years", date(2018, 12, 8))
AHEAD = Deadline("within six months", date(2019, 6, 8))
UNKNOWN_DAY = Deadline("within six months")


@pytest.mark.parametrize(
    ("changes", "status", "rag", "why"),
    [
        ({}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"deadline": UNKNOWN_DAY}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"deadline": AHEAD}, AreaStatus.OPEN, Rag.AMBER, "in hand, due 8 June 2019"),
        ({"deadline": Deadline("today", TODAY)}, AreaStatus.OPEN, Rag.AMBER, "in hand, due 1 March 2019"),
        ({"deadline": PAST}, AreaStatus.OPEN, Rag.RED, "past its date, 8 December 2018"),
        ({"deadline": PAST, "inspectorate_view": "not-achieved"}, AreaStatus.OPEN, Rag.RED, "past its date"),
        ({"deadline": PAST, "inspectorate_view": "achieved"}, AreaStatus.CLOSED, Rag.GREEN, "achieved"),
        ({"inspectorate_view": "discharged"}, AreaStatus.CLOSED, Rag.GREEN, "discharged"),
        ({"inspectorate_view": "not-discharged"}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"inspectorate_view": "in-progress"}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"inspectorate_view": "superseded"}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"inspectorate_view": "silent"}, AreaStatus.OPEN, Rag.AMBER, "open, no date set"),
        ({"deadline": PAST, "addressed_to": Addressee.OTHER}, AreaStatus.OPEN, Rag.WHITE, "another body"),
        ({"deadline": PAST, "addressed_to": Addressee.ALL_FORCES}, AreaStatus.OPEN, Rag.RED, "past its date"),
    ],
)
def test_the_colour_follows_the_inspectorates_view_the_addressee_and_the_date(
    changes: dict[str, Any], status: AreaStatus, rag: Rag, why: str
) -> None:
    state = area_state(area(**changes), NOTHING, TODAY)
    assert (state.status, state.rag) == (status, rag)
    assert why in state.rag_why


def test_a_refusal_is_red_though_its_date_is_ahead() -> None:
    assert colour(area(), AreaStatus.NOT_ACCEPTED, date(2020, 1, 1), TODAY) == (Rag.RED, "not accepted by the force")


def test_a_date_from_a_report_is_the_inspectorates() -> None:
    state = area_state(area(deadline=PAST), NOTHING, TODAY)
    assert (state.due, state.due_set_by, state.days_left) == (date(2018, 12, 8), DueSetBy.INSPECTORATE, -83)
    assert area_state(area(deadline=UNKNOWN_DAY), NOTHING, TODAY).due_set_by is None


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
    assert area_view(area(**changes), NOTHING, TODAY).years_open == years


@pytest.mark.parametrize(
    ("said", "changes", "rag", "why"),
    [
        (status("complete"), {"deadline": PAST}, Rag.GREEN, "complete in the force's view"),
        (status("closed"), {"inspectorate_view": "not-achieved"}, Rag.GREEN, "closed in the force's view"),
        (status("closed"), {"addressed_to": Addressee.OTHER}, Rag.GREEN, "closed in the force's view"),
        (status("in-progress"), {}, Rag.AMBER, "in hand, no date set"),
        (status("open"), {}, Rag.AMBER, "open, no date set"),
        (status("in-progress"), {"deadline": PAST}, Rag.RED, "past its date, 8 December 2018"),
        (status("in-progress"), {"inspectorate_view": "achieved"}, Rag.AMBER, "in hand, no date set"),
        (status("not-accepted", reason="no funds"), {}, Rag.RED, "not accepted by the force: no funds"),
        (status("not-accepted"), {"deadline": AHEAD}, Rag.RED, "not accepted by the force"),
        (status("not-accepted", reason="x"), {"addressed_to": Addressee.OTHER}, Rag.WHITE, "addressed to another body"),
        (due("2018-12-08", "2019-05-01"), {"deadline": PAST}, Rag.AMBER, "in hand, due 1 May 2019"),
        (due(None, "2019-02-28"), {"deadline": AHEAD}, Rag.RED, "past its date, 28 February 2019"),
    ],
)
def test_the_forces_own_word_and_date_go_before_the_reports(
    said: Event, changes: dict[str, Any], rag: Rag, why: str
) -> None:
    state = area_state(area(**changes), standing([said]), TODAY)
    assert (state.rag, state.rag_why) == (rag, why)
    assert state.status == (said.after if said.kind is EventKind.STATUS else AreaStatus.OPEN)


def test_each_colour_has_its_rule_in_words() -> None:
    assert {rag for rag, _ in RAG_RULES} == set(Rag)


def test_an_analysts_date_is_internal_and_the_original_stays_however_often_it_moves() -> None:
    moved = [due("2018-12-08", "2019-05-01"), due("2019-05-01", "2019-09-01", day=1), owner("Head of PSD")]
    state = area_state(area(deadline=PAST), standing(moved), TODAY)
    assert (state.due, state.due_set_by, state.owner) == (date(2019, 9, 1), DueSetBy.INTERNAL, "Head of PSD")
    assert (state.original_due, state.moved) == (date(2018, 12, 8), 2)


@pytest.mark.parametrize(
    ("events", "changes", "original", "moved"),
    [
        ([], {"deadline": PAST}, date(2018, 12, 8), 0),
        ([], {}, None, 0),
        ([due(None, "2019-05-01")], {}, date(2019, 5, 1), 0),
        ([due(None, "2019-05-01")], {"deadline": PAST}, date(2019, 5, 1), 0),
        ([due(None, "2019-05-01"), due("2019-05-01", "2019-06-01", day=1)], {}, date(2019, 5, 1), 1),
        ([due("2019-05-01", "2019-05-01")], {}, date(2019, 5, 1), 0),
        ([due("2019-05-01", "2019-06-01")], {"deadline": AHEAD}, date(2019, 5, 1), 1),
    ],
)
def test_the_original_date_is_the_first_there_was_and_to_set_it_is_no_move(
    events: list[Event], changes: dict[str, Any], original: date | None, moved: int
) -> None:
    said = standing(events)
    state = area_state(area(**changes), said, TODAY)
    assert (state.original_due, state.moved, len(said.moved)) == (original, moved, moved)


def test_a_date_taken_off_leaves_the_inspectorates() -> None:
    state = area_state(
        area(deadline=AHEAD), standing([due("2019-06-08", "2019-07-01"), due("2019-07-01", None, day=1)]), TODAY
    )
    assert (state.due, state.due_set_by, state.original_due) == (AHEAD.date, DueSetBy.INSPECTORATE, AHEAD.date)


SAID_ON = START.date()


@pytest.mark.parametrize(
    ("said", "view", "told", "expected"),
    [
        ("complete", "not-achieved", None, True),
        ("closed", "not-discharged", SAID_ON + timedelta(days=9), True),
        ("closed", "in-progress", None, True),
        ("complete", "achieved", None, False),
        ("complete", "silent", None, False),
        ("complete", None, None, False),
        (None, "achieved", None, False),
        (None, "not-achieved", None, False),
        ("in-progress", "not-achieved", None, False),
        ("not-accepted", "not-achieved", None, False),
        ("in-progress", "achieved", SAID_ON, True),
        ("open", "discharged", SAID_ON - timedelta(days=1), True),
        ("open", "discharged", SAID_ON + timedelta(days=1), False),
        ("open", "discharged", None, True),
    ],
)
def test_the_views_differ_where_one_calls_done_what_the_other_does_not(
    said: str | None, view: str | None, told: date | None, expected: bool
) -> None:
    words = standing([status(said)] if said else [])
    assert disputed(area_view(area(inspectorate_view=view, last_seen=2018), words, TODAY, told)) == expected


def test_without_a_day_the_force_spoke_after_the_inspection_only_in_a_later_year() -> None:
    settled = area(inspectorate_view="discharged", last_seen=SAID_ON.year)
    assert not disputed(area_view(settled, standing([status("open")]), TODAY))
