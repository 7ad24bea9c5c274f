"""What is one area, by an analyst: merged, split, opened, renamed; and where the ids lead then."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, FindingKind
from inspect_cli.workflow.deciding import Request
from inspect_cli.workflow.ids import area_named
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.shaping import Merge, Open, Rename, Split
from inspect_cli.workflow.undoing import Undo
from inspect_cli.workflow.update import Update
from tests.builders import finding, report
from tests.workflow.office import HAYLOFT, NEW, RIDING, VETTING, Office, told

ALL = {"fbacklog", "xagain", "fhorses"}
KENT = report(id="rkent", forces=("kent",), inspection_year=2017)
THEIRS = finding("The force should walk.", id="fwalk", report=KENT.id, force="kent")
TO_ALL = finding("Dogs ran free.", id="fdogs", report=NEW.id, force=None, kind=FindingKind.CONCERN)


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


def test_a_merged_areas_id_leads_to_the_one_that_was_kept_until_it_is_undone(office: Office) -> None:
    office.decide(Update((RIDING,), owner="Stables"))
    outcome = office.decide(Merge(VETTING, (RIDING,), "one yard"))
    assert told(outcome) == [("merge", RIDING, VETTING, "one yard")]
    assert (office.members(), outcome.messages) == ({VETTING: ALL}, ())
    assert area_named(office.book(), RIDING).id == VETTING
    assert office.view(VETTING).state.owner == "Stables"
    office.decide(Update((RIDING,), AreaStatus.IN_PROGRESS))
    assert office.view(VETTING).state.status is AreaStatus.IN_PROGRESS
    office.decide(Undo())
    office.decide(Undo())
    assert office.members() == {VETTING: {"fbacklog", "xagain"}, RIDING: {"fhorses"}}
    assert area_named(office.book(), RIDING).id == RIDING
    assert office.view(VETTING).state.owner is None


def test_an_id_that_led_to_an_area_before_it_was_merged_leads_there_again(office: Office) -> None:
    office.decide(Open("fhay"))
    office.decide(Merge(RIDING, (HAYLOFT,)))
    office.decide(Merge(VETTING, (RIDING,)))
    assert area_named(office.book(), HAYLOFT).id == VETTING
    office.decide(Undo())
    assert area_named(office.book(), HAYLOFT).id == RIDING


def test_split_off_finds_are_an_area_with_an_id_and_title_of_its_own(office: Office) -> None:
    outcome = office.decide(Split(VETTING, ("xagain",), "another backlog"))
    ((_, before, anew, _),) = told(outcome)
    assert (before, outcome.events[0].event.finds) == (VETTING, ("xagain",))
    assert office.members() == {VETTING: {"fbacklog"}, RIDING: {"fhorses"}, anew: {"xagain"}}
    assert [view.area.id for view in outcome.areas] == [VETTING, anew]
    assert all(view.area.title for view in outcome.areas)


def test_merging_then_splitting_restores_the_membership(office: Office) -> None:
    office.decide(Merge(VETTING, (RIDING,)))
    ((*_, anew, _),) = told(office.decide(Split(VETTING, ("fhorses",))))
    assert anew != RIDING
    assert office.members() == {VETTING: {"fbacklog", "xagain"}, anew: {"fhorses"}}


def test_an_opened_concern_is_tracked_and_its_id_is_never_given_again(office: Office) -> None:
    office.decide(Open("fhay", "fire risk"))
    assert office.members()[HAYLOFT] == {"fhay"}
    office.decide(Undo())
    assert HAYLOFT not in office.members()
    ((*_,),) = told(office.decide(Open("fhay")))
    assert sorted(office.members().values(), key=sorted) == [{"fbacklog", "xagain"}, {"fhay"}, {"fhorses"}]
    assert HAYLOFT not in office.members()


def test_a_find_taken_out_of_the_area_it_began_is_opened_under_another_id(office: Office) -> None:
    office.decide(Unlink(("fbacklog",)))
    office.decide(Open("fbacklog"))
    areas = office.members()
    assert areas[VETTING] == {"xagain"}
    assert {"fbacklog"} in areas.values()


def test_good_practice_asks_for_nothing_and_is_not_opened(data: Path) -> None:
    praised = finding("The stable boys sing.", id="fsong", report=NEW.id, kind=FindingKind.GOOD_PRACTICE)
    with pytest.raises(UsageError, match="good practice"):
        Office(data, ((NEW, (praised,), ()),)).decide(Open("fsong"))


def test_a_concern_to_all_forces_is_opened_for_the_force_named(data: Path) -> None:
    office = Office(data, ((NEW, (TO_ALL,), ()), (KENT, (THEIRS,), ())))
    with pytest.raises(UsageError) as caught:
        office.decide(Open("fdogs"))
    assert "--force" in caught.value.hint
    outcome = office.decide(Open("fdogs", force="kent"))
    assert [view.area.force for view in outcome.areas] == ["kent"]
    assert [area.force for area in office.book().areas if "fdogs" in {one.id for one in area.members}] == ["kent"]


def test_a_title_is_changed_and_the_same_title_is_no_change(office: Office) -> None:
    before = office.view(RIDING).area.title
    assert told(office.decide(Rename(RIDING, " The  yard "))) == [("rename", before, "The yard", None)]
    assert office.view(RIDING).area.title == "The yard"
    assert office.decide(Rename(RIDING, "The yard")).unchanged == (RIDING,)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Merge(VETTING, (VETTING,)), "itself"),
        (Merge(VETTING, ()), "no area"),
        (Split(VETTING, ()), "no member"),
        (Split(VETTING, ("xagain", "fbacklog")), "all members"),
        (Split(VETTING, ("fhorses",)), "not in area"),
        (Open("fhorses"), "Feed its horses at noon"),
        (Open("xagain"), "follow-up"),
        (Rename(RIDING, " "), "empty"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_written(office: Office, request_: Request, message: str) -> None:
    before = office.stored()
    with pytest.raises(UsageError, match=message):
        office.decide(request_)
    assert office.stored() == before


def test_two_forces_areas_are_not_merged(data: Path) -> None:
    office = Office(data, ((NEW, (finding(id="fown", report=NEW.id),), ()), (KENT, (THEIRS,), ())))
    one, other = office.members()
    with pytest.raises(UsageError, match="kent"):
        office.decide(Merge(one, (other,)))


def test_rulings_outlive_each_other(office: Office) -> None:
    office.decide(Link(("fhay",), RIDING))
    office.decide(Merge(VETTING, (RIDING,)))
    office.decide(Rename(RIDING, "Yard"))
    ((*_, anew, _),) = told(office.decide(Split(RIDING, ("fhay", "fhorses"))))
    assert office.members() == {VETTING: {"fbacklog", "xagain"}, anew: {"fhay", "fhorses"}}
    assert office.view(VETTING).area.title == "Yard"
