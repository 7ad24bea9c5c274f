"""The doctor: silent over a sound store, and what it says of each fault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspect_cli.link import link
from inspect_cli.model import Event, EventKind, Extraction, Linked
from inspect_cli.store.draft import Draft
from inspect_cli.track.events import rulings
from inspect_cli.workflow.deciding import Request
from inspect_cli.workflow.doctor import doctor
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.responding import Respond
from inspect_cli.workflow.shaping import Merge, Open, Rename, Split
from inspect_cli.workflow.undoing import Undo
from inspect_cli.workflow.update import Note, Update
from tests.storing import change
from tests.workflow.office import AGAIN, BEGIN, NEW, RIDING, TODAY, VETTING, Office


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def faults_of(office: Office, today: date = TODAY) -> list[tuple[str, str | None]]:
    return [(problem.test, problem.id) for problem in doctor(office.folder, today)]


def test_a_sound_store_has_no_problem_whatever_was_ruled(office: Office) -> None:
    assert faults_of(office) == []
    for request in (
        Update((RIDING,), owner="Stables"),
        Open("fhay"),
        Link(("xagain",), RIDING),
        Split(VETTING, ("xagain",)),
        Merge(VETTING, (RIDING,)),
        Rename(RIDING, "Yard"),
        Unlink(("fhay",)),
        Respond(NEW.id, date(2019, 11, 1)),
        Undo(),
    ):
        office.decide(request)
        assert faults_of(office) == []


def test_no_store_is_no_problem(tmp_path: Path) -> None:
    assert doctor(tmp_path / "none", TODAY) == ()


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Link(("fhorses",), VETTING), "fhorses is gone"),
        (Split(VETTING, ("xagain",)), ""),
        (Note(RIDING, "so"), f"its area {RIDING} is gone"),
        (Merge(VETTING, (RIDING,)), "could not be applied"),
        (Open("fhay"), "fhay is gone"),
        (Rename(RIDING, "Yard"), f"its area {RIDING} is gone"),
    ],
)
def test_a_decision_on_what_is_gone_is_told_and_kept(office: Office, request_: Request, words: str) -> None:
    outcome = office.decide(request_)
    with change(office.folder) as draft:
        draft.put_report(NEW, Extraction((), (), (AGAIN,)), ("text",))
        draft.set_linked("cheshire", _linked_as_now(draft), draft.aliases)
    said = [(problem.id, problem.message) for problem in doctor(office.folder, TODAY)]
    assert [name for name, _ in said] == ([outcome.events[0].event.id] if words else [])
    assert all(words in message for _, message in said)
    assert [event.id for event in office.book().events] == [outcome.events[0].event.id]
    office.decide(Undo())
    assert faults_of(office) == []


def _linked_as_now(draft: Draft) -> Linked:
    return link("cheshire", draft.reports, draft.findings, draft.references, rulings(draft.events), draft.aliases)


def test_what_is_of_a_day_to_come_is_told(office: Office) -> None:
    outcome = office.decide(Note(RIDING, "so"))
    assert faults_of(office, BEGIN.date()) == [("date", outcome.events[0].event.id)]
    assert faults_of(office, date(2019, 1, 1)) == [("date", outcome.events[0].event.id), ("date", NEW.id)]


def test_a_response_to_a_report_that_is_gone_is_told(office: Office) -> None:
    outcome = office.decide(Respond(NEW.id, date(2019, 11, 1)))
    with change(office.folder) as draft:
        draft.drop_report(NEW.id)
        draft.set_linked("cheshire", _linked_as_now(draft), {})
    assert faults_of(office) == [("event", outcome.events[0].event.id)]


def test_an_id_given_twice_is_told(office: Office) -> None:
    with change(office.folder) as draft:
        draft.add_events([Event(RIDING, BEGIN, "A", EventKind.NOTE, RIDING, note="so")])
        draft.put_report(replace(NEW, id="r2"), Extraction((), (), (AGAIN,)), ("text",))
    assert faults_of(office) == [("duplicate-id", AGAIN.id), ("duplicate-id", RIDING)]
