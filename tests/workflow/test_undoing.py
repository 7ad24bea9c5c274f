"""Undo: what it takes back, that it is logged, and that it restores the state before, whatever was done."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus
from inspect_cli.workflow.deciding import Request
from inspect_cli.workflow.history import log
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.shaping import Merge, Open, Rename, Split
from inspect_cli.workflow.undoing import Undo
from inspect_cli.workflow.update import Note, Update
from tests.workflow.office import RIDING, TODAY, VETTING, Office


def state(office: Office) -> list[object]:
    """Give all that undo must restore: the areas, how they stand but for when that was said, and where ids lead."""
    book = office.book()
    views = [book.view_of(area) for area in sorted(book.areas, key=lambda area: area.id)]
    stand = [(view.standing.status, view.standing.moves, view.standing.notes, view.standing.evidence) for view in views]
    return [[view.area for view in views], [view.state for view in views], stand, dict(book.former)]


def test_with_nothing_decided_there_is_nothing_to_undo(data: Path) -> None:
    with pytest.raises(UsageError, match="nothing to undo"):
        Office(data).decide(Undo())


def test_one_command_is_taken_back_whole_and_the_log_keeps_both(data: Path) -> None:
    office = Office(data)
    before = state(office)
    done = office.decide(Update((RIDING, VETTING), AreaStatus.IN_PROGRESS, "Stables"))
    undone = office.decide(Undo("wrong ids"), by="B. Boss")
    assert state(office) == before
    assert len(done.events) == len(undone.events) == 4
    assert "A. Analyst" in undone.messages[0]
    took_back = {view.event.undoes: view.event.id for view in undone.events}
    logged = log(office.book())
    assert [view.undone_by for view in logged] == [took_back.get(view.event.id) for view in logged]
    assert took_back.keys() == {view.event.id for view in done.events}
    assert {view.event.reason for view in undone.events} == {"wrong ids"}


def test_a_further_undo_goes_one_command_further_back(data: Path) -> None:
    office = Office(data)
    states = [state(office)]
    for title in ("One", "Two", "Three"):
        office.decide(Rename(RIDING, title))
        states.append(state(office))
    for before in reversed(states[:-1]):
        office.decide(Undo())
        assert state(office) == before


Choose = Callable[[str, str], Request]
REQUESTS: list[Choose] = [
    lambda area, find: Update((area,), AreaStatus.CLOSED, evidence="minutes", reason="so"),
    lambda area, find: Update((area,), AreaStatus.NOT_ACCEPTED, owner=find, reason="so"),
    lambda area, find: Update((area,), due=date(2025, 1, 1), anyway="so"),
    Note,
    lambda area, find: Link((find,), area),
    lambda area, find: Unlink((find,), area),
    lambda area, find: Merge(area, (RIDING,)),
    lambda area, find: Split(area, (find,)),
    lambda area, find: Open(find),
    Rename,
    lambda area, find: Undo(),
]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(REQUESTS),
        st.sampled_from([VETTING, RIDING]),
        st.sampled_from(["fbacklog", "xagain", "fhorses", "fhay"]),
    ),
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(STEPS, st.sampled_from(REQUESTS[:-1]), st.sampled_from([VETTING, RIDING]), st.sampled_from(["fhay", "xagain"]))
def test_undo_restores_the_state_before_any_command(
    steps: list[tuple[Choose, str, str]], last: Choose, area: str, find: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        for choose, one, other in steps:
            _try(office, choose(one, other))
        before, events = state(office), office.book().events
        if _try(office, last(area, find)):
            made = len(office.book().events) - len(events)
            office.decide(Undo())
            assert state(office) == before
            assert len(office.book().events) == len(events) + 2 * made
        assert office.book().events[: len(events)] == events
        as_of_today = office.book(TODAY)
        assert {one.id: one for one in as_of_today.areas} == {one.id: one for one in office.book().areas}


def _try(office: Office, request: Request) -> bool:
    """Carry a request out where it can be; says whether anything was written."""
    try:
        return office.decide(request).written
    except UsageError:
        return False
