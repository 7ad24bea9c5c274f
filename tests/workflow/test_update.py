"""What an update writes: an event for each field that changes, and what it does not take without a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, DueSetBy, FindingKind
from inspect_cli.workflow.deciding import Request
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.update import Note, Update
from tests.builders import finding
from tests.workflow.office import BY, NEW, OLD, RIDING, VETTING, Office, told

DAY, LATER = date(2024, 3, 31), date(2024, 9, 30)


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def test_each_field_that_changes_is_an_event_and_all_are_of_one_moment(office: Office) -> None:
    outcome = office.decide(Update((RIDING,), AreaStatus.IN_PROGRESS, "Stables", DAY, reason="agreed"))
    assert sorted(told(outcome)) == [
        ("due", None, "2024-03-31", "agreed"),
        ("owner", None, "Stables", "agreed"),
        ("status", "open", "in-progress", "agreed"),
    ]
    assert len({(view.event.at, view.event.by) for view in outcome.events}) == 1
    assert len({view.event.id for view in outcome.events}) == 3
    assert outcome.written
    state = office.view(RIDING).state
    assert (state.status, state.owner, state.due, state.due_set_by) == (
        AreaStatus.IN_PROGRESS,
        "Stables",
        DAY,
        DueSetBy.INTERNAL,
    )


def test_several_areas_are_updated_at_once_by_any_beginning_of_their_ids(office: Office) -> None:
    outcome = office.decide(Update((VETTING[:4], RIDING, VETTING), owner="  PSD   lead "))
    assert [view.area.id for view in outcome.areas] == [VETTING, RIDING]
    assert {view.state.owner for view in outcome.areas} == {"PSD lead"}


def test_what_is_so_already_is_no_event_and_writes_nothing(office: Office) -> None:
    office.decide(Update((RIDING,), owner="Stables", due=DAY, evidence="hay bought"))
    before = office.stored()
    outcome = office.decide(Update((RIDING,), AreaStatus.OPEN, "Stables", DAY, evidence="hay bought"))
    assert (outcome.events, outcome.unchanged, outcome.written) == ((), (RIDING,), False)
    assert office.stored() == before


def test_a_plan_says_what_would_be_and_writes_nothing(office: Office) -> None:
    before = office.stored()
    outcome = office.plan(Update((RIDING,), owner="Stables"))
    assert (outcome.written, outcome.areas[0].state.owner) == (False, "Stables")
    assert told(outcome) == [("owner", None, "Stables", None)]
    assert office.stored() == before


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (Update((RIDING,), AreaStatus.CLOSED), "--evidence"),
        (Update((RIDING,), AreaStatus.CLOSED, reason="done", evidence=" "), "--evidence"),
        (Update((RIDING,), AreaStatus.NOT_ACCEPTED), "--reason"),
        (Update((RIDING,), AreaStatus.NOT_ACCEPTED, evidence="minutes"), "--reason"),
        (Update((VETTING,), due=LATER), "--reason"),
        (Update((RIDING, VETTING), due=LATER), "--reason"),
        (Update((RIDING,)), "--status"),
        (Update((RIDING,), reason="so"), "--status"),
        (Update((), owner="Stables"), "areas"),
        (Update((RIDING,), due=DAY, no_due=True), "--due"),
        (Update(("a0000",), owner="Stables"), "nearest|begin"),
        (Update(("fhorses",), owner="Stables"), "nearest|begin"),
        (Note(RIDING, "  "), "note"),
    ],
)
def test_what_is_lacking_is_named_and_nothing_is_written(office: Office, request_: Request, named: str) -> None:
    before = office.stored()
    with pytest.raises(UsageError) as caught:
        office.decide(request_)
    assert any(word in caught.value.hint for word in named.split("|"))
    assert office.stored() == before


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (Update((RIDING,), AreaStatus.CLOSED, anyway="chief's word"), "anyway: chief's word"),
        (Update((RIDING,), AreaStatus.CLOSED, reason="done", anyway="chief's word"), "done; anyway: chief's word"),
        (Update((RIDING,), AreaStatus.CLOSED, evidence="minutes", anyway="chief's word"), "chief's word"),
        (Update((RIDING,), AreaStatus.NOT_ACCEPTED, anyway="later"), "anyway: later"),
        (Update((VETTING,), due=LATER, anyway="no time"), "anyway: no time"),
        (Update((RIDING,), due=LATER, anyway="no time"), "no time"),
        (Update((RIDING,), AreaStatus.COMPLETE), None),
    ],
)
def test_anyway_stands_in_for_what_is_lacking_and_the_log_says_so(
    office: Office, request_: Update, reason: str | None
) -> None:
    (event,) = told(office.decide(request_))
    assert event[-1] == reason


def test_evidence_of_an_earlier_day_counts_when_an_area_is_closed(office: Office) -> None:
    outcome = office.decide(Update((RIDING,), evidence="hay bought"))
    assert [view.event.evidence for view in outcome.events] == ["hay bought"]
    assert told(outcome)[0][0] == "evidence"
    closed = office.decide(Update((RIDING,), AreaStatus.CLOSED))
    assert told(closed) == [("status", "open", "closed", None)]


def test_evidence_given_with_a_status_stands_in_that_event(office: Office) -> None:
    (view,) = office.decide(Update((RIDING,), AreaStatus.CLOSED, evidence="minutes")).events
    assert (view.event.kind, view.event.evidence) == ("status", "minutes")


def test_a_date_that_moves_keeps_the_first_one_and_every_reason(office: Office) -> None:
    office.decide(Update((RIDING,), due=DAY))
    office.decide(Update((RIDING,), due=LATER, reason="no hay"))
    office.decide(Update((RIDING,), no_due=True, reason="no horses"))
    view = office.view(RIDING)
    assert [(move.before, move.after, move.reason) for move in view.standing.moves] == [
        (None, DAY, None),
        (DAY, LATER, "no hay"),
        (LATER, None, "no horses"),
    ]
    assert (view.state.original_due, view.state.due, view.state.moved) == (DAY, None, 2)
    assert office.decide(Update((RIDING,), no_due=True, reason="again")).unchanged == (RIDING,)


def test_the_inspectorates_own_deadline_cannot_be_taken_off(office: Office) -> None:
    assert office.decide(Update((VETTING,), no_due=True, reason="x")).unchanged == (VETTING,)


def test_a_note_is_kept_as_it_was_said(office: Office) -> None:
    (view,) = office.decide(Note(RIDING, "the  vet came"), by="B. Groom").events
    assert (view.event.note, view.event.by) == ("the vet came", "B. Groom")
    assert office.view(RIDING).standing.notes == ("the vet came",)


def test_nobody_decides_nothing(office: Office) -> None:
    with pytest.raises(UsageError, match="who"):
        office.decide(Note(RIDING, "so"), by=" ")


CAUSE = finding("The horses go hungry.", id="fcause", report=OLD.id, year=2016, kind=FindingKind.CAUSE_OF_CONCERN)
ASKED = [
    finding(words, id=name, report=OLD.id, year=2016, kind=FindingKind.RECOMMENDATION, parent="fcause")
    for name, words in (("foats", "The force should buy oats."), ("fwater", "The force should draw water."))
]


def test_closing_the_last_recommendation_proposes_to_close_its_cause_of_concern_and_never_does(data: Path) -> None:
    office = Office(data, ((OLD, (CAUSE, *ASKED), ()), (NEW, (), ())))
    home = {find: area for area, finds in office.members().items() for find in finds}
    cause, oats, water = (home[find] for find in ("fcause", "foats", "fwater"))
    assert office.decide(Update((oats,), AreaStatus.CLOSED, evidence="oats")).messages == ()
    (message,) = office.decide(Update((water,), AreaStatus.COMPLETE)).messages
    assert f"update {cause}" in message
    assert office.view(cause).state.status is AreaStatus.OPEN
    office.decide(Update((cause,), AreaStatus.COMPLETE))
    assert office.decide(Update((water,), AreaStatus.CLOSED, evidence="well")).messages == ()


def test_who_decided_and_what_it_led_to_is_told(office: Office) -> None:
    office.decide(Link(("fhay",), RIDING))
    outcome = office.decide(Unlink(("fhay",), RIDING))
    assert [(view.event.by, view.area, view.title) for view in outcome.events] == [
        (BY, RIDING, office.view(RIDING).area.title)
    ]
