"""What was said to all forces: of whom it makes areas, which are marked national, and what links to them."""

from __future__ import annotations

from typing import Any

import pytest

from inspect_cli.link import link, own_finds, without_shared
from inspect_cli.model import (
    Addressee,
    Area,
    DocumentKind,
    Finding,
    FindingKind,
    Linked,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
)
from tests.builders import finding, reference, report
from tests.link.rows import held

FORCE, ALL, OTHER = Addressee.FORCE, Addressee.ALL_FORCES, Addressee.OTHER
REC, AFI, CAUSE = FindingKind.RECOMMENDATION, FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.CAUSE_OF_CONCERN
THEMATIC = report(
    id="rthematic", forces=(), kind=DocumentKind.THEMATIC_REPORT, programme="Dogs", pillar=None, inspection_year=2016
)
ENTRY = report(id="rentry", forces=(), kind=DocumentKind.REGISTER, inspection_year=2016)
VISITED = report(id="rvisited", forces=("cheshire", "kent"), kind=DocumentKind.THEMATIC_REPORT, inspection_year=2016)
OWN = report(id="rown", inspection_year=2016)
LATER = report(id="rlater", inspection_year=2018)
REPORTS = [THEMATIC, ENTRY, VISITED, OWN, LATER]
ASK = "Forces should bring the vetting of every officer up to the national standard and clear its renewals."


def told(text: str = ASK, where: Report = THEMATIC, to: Addressee = ALL, **changes: Any) -> Finding:
    """A recommendation of this report; of no force, unless its report is about one."""
    common = {"force": where.force, "year": where.inspection_year, "pillar": None, "kind": REC, "themes": ("vetting",)}
    return finding(text, report=where.id, addressed_to=to, **{**common, **changes})


def later(text: str, **changes: Any) -> Reference:
    """What the force's report of 2018 says of a recommendation of 2016."""
    return reference(text, report=LATER.id, **{"themes": ("vetting",), **changes})


def linked(*records: Finding | Reference, force: str = "cheshire") -> Linked:
    findings = [one for one in records if isinstance(one, Finding)]
    return link(force, REPORTS, findings, [one for one in records if isinstance(one, Reference)])


def only(*records: Finding | Reference, force: str = "cheshire") -> Area:
    (area,) = linked(*records, force=force).areas
    return area


@pytest.mark.parametrize(
    ("said", "national"),
    [
        (told(), True),
        (told(kind=AFI), True),
        (told(kind=CAUSE), True),
        (told(where=ENTRY), True),
        (told(where=VISITED), True),
        (told(where=OWN), True),
        (told("Custody sergeants should write down what they are told.", to=FORCE), True),
        # Near misses: the force's own, or that of a force that an entry of the register does not name.
        (told(where=OWN, to=FORCE), False),
        (told(where=OWN, to=OTHER), False),
        (told(where=VISITED, to=FORCE), False),
        (told("The force should clear its renewals.", ENTRY, FORCE), False),
    ],
)
def test_an_area_is_national_where_all_forces_were_asked(said: Finding, national: bool) -> None:
    area = only(said)
    assert (area.national, held(area)) == (national, {said.id})


@pytest.mark.parametrize(
    ("said", "force"),
    [
        (told("The Home Office should pay for a register of dogs.", to=OTHER), "cheshire"),
        (told("The College of Policing should write guidance.", where=ENTRY, to=OTHER), "cheshire"),
        (told("In Kent, renewals take too long.", where=VISITED, to=FORCE), "essex"),
        (told("The Home Office should pay for it.", where=VISITED, to=OTHER), "essex"),
        (told("Kent Police should clear its renewals.", to=FORCE, force="kent"), "cheshire"),
        (told("Some forces could not say who is vetted.", to=FORCE, kind=FindingKind.CONCERN), "cheshire"),
        (told(where=OWN), "kent"),
    ],
)
def test_what_others_are_to_do_makes_no_area(said: Finding, force: str) -> None:
    assert linked(said, force=force).areas == ()


def test_a_report_on_the_force_makes_an_area_of_what_another_body_is_to_do() -> None:
    said = told("The Home Office should pay for a register of dogs.", where=VISITED, to=OTHER)
    assert only(said, force="kent").addressed_to is OTHER


@pytest.mark.parametrize(
    "follow_up",
    [
        later("In 2016 we recommended that all forces bring vetting up to standard. It has not.", addressed_to=ALL),
        later("The constabulary has not acted on the 2016 national recommendation on vetting.", addressed_to=ALL),
        later("The constabulary has not achieved our 2016 recommendation on vetting."),
    ],
)
def test_a_later_report_of_the_force_on_a_national_recommendation_joins_it(follow_up: Reference) -> None:
    said = told()
    found = linked(said, follow_up)
    (area,) = found.areas
    assert (held(area), area.national, area.inspectorate_view) == ({said.id, follow_up.id}, True, "not-achieved")
    assert [one.resolved_to for one in found.resolutions] == [said.id]


def test_what_is_called_national_is_not_the_forces_own_recommendation_of_that_year() -> None:
    own = told("The force should vet its dog handlers and tell their supervisors.", OWN, FORCE)
    said = told()
    follow_up = later("It has not acted on the 2016 national recommendation on vetting.", addressed_to=ALL)
    assert [one.resolved_to for one in linked(own, said, follow_up).resolutions] == [said.id]
    vague = later("It has not acted on our 2016 recommendation on vetting.")
    assert [one.resolved_to for one in linked(own, said, vague).resolutions] == [None]


@pytest.mark.parametrize(
    "near_miss",
    [
        later(
            "It has not acted on our 2016 area for improvement on vetting.", to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT
        ),
        later("It has not acted on the 2015 national recommendation on vetting.", to_year=2015, addressed_to=ALL),
        later(
            "It has not acted on the 2016 national recommendation on custody.", themes=("custody",), addressed_to=ALL
        ),
    ],
)
def test_a_follow_up_on_another_kind_year_or_theme_does_not_join(near_miss: Reference) -> None:
    found = linked(told(), near_miss)
    assert [one.resolved_to for one in found.resolutions] == [None]
    assert len(found.areas) == 2


def test_what_a_national_report_says_of_another_bodys_work_is_no_follow_up_of_the_force() -> None:
    said = reference(
        "The Home Office has met our 2016 recommendation.", report=THEMATIC.id, force=None, addressed_to=OTHER
    )
    found = linked(said)
    assert found.areas == ()
    assert [(one.resolved_to, one.because) for one in found.resolutions] == [
        (None, "it speaks of what others than the force were asked to do")
    ]


def test_a_recommendation_known_only_by_what_a_follow_up_says_of_all_forces_is_national() -> None:
    known = later("In 2016 we recommended that all forces clear renewals. It has.", addressed_to=ALL)
    assert only(known).national
    assert not only(later("It has acted on our 2016 recommendation.", verdict=Verdict.ACHIEVED)).national


def test_of_a_force_not_at_hand_only_what_holds_its_own_finds_stays() -> None:
    said, other = told(), told("Chief constables should count their dogs.", themes=("dogs",))
    follow_up = later("It has not acted on the 2016 national recommendation on vetting.", addressed_to=ALL)
    records = (said, other, follow_up)
    found = linked(*records)
    own = own_finds("cheshire", REPORTS, [said, other], [follow_up])
    assert own == {follow_up.id}
    assert [held(area) for area in without_shared(found, own, ()).areas] == [{said.id, follow_up.id}]
    (dogs,) = (area for area in found.areas if other.id in held(area))
    assert len(without_shared(found, own, {dogs.id}).areas) == 2
