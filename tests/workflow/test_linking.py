"""Links by an analyst: into an area, out of it, and what the program proposes accepted or rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import LinkKind, ReferenceKind
from inspect_cli.workflow.deciding import Request
from inspect_cli.workflow.linking import Accept, Link, Reject, Unlink, proposed_to
from tests.builders import finding, reference, report
from tests.workflow.office import HAYLOFT, NEW, OLD, RIDING, VETTING, Office, told

KENT = report(id="rkent", forces=("kent",), inspection_year=2017)
SICK = [
    finding(words, id=name, report=OLD.id, year=2016, themes=("wellbeing",))
    for name, words in (
        ("fsee", "The force should train supervisors to see when officers are unwell."),
        ("fheal", "The force should offer its staff an occupational health service in good time."),
    )
]
VAGUE = reference(
    "It has not yet put this right.",
    id="xvague",
    report=NEW.id,
    to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT,
    to_year=2016,
    themes=("wellbeing",),
)
PLANS = [
    finding(words, id=f"fplan{year}", report=name, year=year, themes=("investigation",))
    for name, year, words in (
        (OLD.id, 2016, "The force should ensure that a sergeant reviews every written investigation plan monthly."),
        (NEW.id, 2018, "The force should have each written investigation plan shared with victims early."),
    )
]


@pytest.fixture
def office(data: Path) -> Office:
    return Office(data)


@pytest.fixture
def proposing(data: Path) -> Office:
    """Give a store in which one find is proposed to two areas, and one to one."""
    return Office(data, ((OLD, (*SICK, PLANS[0]), ()), (NEW, (PLANS[1],), (VAGUE,))))


def test_a_find_is_linked_with_its_reason(office: Office) -> None:
    outcome = office.decide(Link(("fhay", "xagain"), RIDING, "all of the stable"))
    assert [event[0] for event in told(outcome)] == ["link", "link"]
    assert office.members() == {VETTING: {"fbacklog", "xagain"}, RIDING: {"fhorses", "fhay", "xagain"}}
    (hay,) = [member for member in office.view(RIDING).area.members if member.id == "fhay"]
    assert (hay.link, hay.why) == (LinkKind.ANALYST, "all of the stable")
    assert [view.area for view in outcome.areas] == [office.view(RIDING).area]


def test_a_find_that_is_in_is_not_linked_again(office: Office) -> None:
    assert office.decide(Link(("fhorses",), RIDING)).unchanged == ("fhorses",)


def test_a_find_is_unlinked_from_the_only_area_that_it_is_in(office: Office) -> None:
    outcome = office.decide(Unlink(("xagain",), reason="another backlog"))
    assert told(outcome) == [("unlink", "xagain", None, "another backlog")]
    assert office.members()[VETTING] == {"fbacklog"}
    assert office.view(VETTING).area.inspectorate_view == "silent"


def test_an_area_that_lost_its_last_member_is_told_and_comes_back(office: Office) -> None:
    outcome = office.decide(Unlink(("fhorses",)))
    assert RIDING not in office.members()
    assert any("'Feed its horses at noon' has no members" in message for message in outcome.messages)


def test_a_proposal_is_accepted_where_it_is_proposed(proposing: Office) -> None:
    (home,) = proposed_to(proposing.book(), "fplan2018")
    proposing.decide(Accept(("fplan2018",)))
    assert "fplan2018" in proposing.members()[home.id]
    assert proposed_to(proposing.book(), "fplan2018") == ()


def test_a_find_proposed_to_several_areas_is_accepted_into_the_one_named(proposing: Office) -> None:
    one, other = (area.id for area in proposed_to(proposing.book(), "xvague"))
    with pytest.raises(UsageError) as caught:
        proposing.decide(Accept(("xvague",)))
    assert one in caught.value.hint
    assert other in caught.value.hint
    proposing.decide(Accept(("xvague",), one))
    assert "xvague" in proposing.members()[one]


@pytest.mark.parametrize("request_", [Reject(("xvague",)), Unlink(("xvague",))])
def test_what_is_rejected_is_proposed_nowhere_and_in_no_area(proposing: Office, request_: Request) -> None:
    before = proposing.members()
    assert len(proposing.decide(request_).events) == 2
    assert proposed_to(proposing.book(), "xvague") == ()
    assert proposing.members() == before


@pytest.mark.parametrize(
    ("request_", "hint"),
    [
        (Unlink(("fhay",)), "show fhay"),
        (Unlink(("fhorses",), VETTING), RIDING),
        (Accept(("fhorses",)), RIDING),
        (Reject(("fhay",)), "in no area"),
        (Link(("fnone",), RIDING), "begin|nearest"),
        (Link((RIDING,), RIDING), "begin|nearest"),
        (Link((), RIDING), "findings"),
        (Link(("fhay",), HAYLOFT), "nearest|begin"),
    ],
)
def test_what_cannot_be_linked_is_said(office: Office, request_: Request, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        office.decide(request_)
    assert any(word in caught.value.hint for word in hint.split("|"))


def test_of_two_areas_that_a_find_is_in_one_must_be_named(office: Office) -> None:
    office.decide(Link(("xagain",), RIDING))
    with pytest.raises(UsageError, match="2 areas"):
        office.decide(Unlink(("xagain",)))
    office.decide(Unlink(("xagain",), VETTING))
    assert office.members() == {VETTING: {"fbacklog"}, RIDING: {"fhorses", "xagain"}}


def test_what_one_force_was_told_is_not_linked_to_anothers_area(data: Path) -> None:
    ours = finding("The force should ride.", id="fride", report=NEW.id)
    theirs = finding("The force should walk.", id="fwalk", report=KENT.id, force="kent")
    office = Office(data, ((NEW, (ours,), ()), (KENT, (theirs,), ())))
    (area,) = (area for area in office.book().areas if area.force == "kent")
    with pytest.raises(UsageError, match="kent"):
        office.decide(Link(("fride",), area.id))
