"""Linking by what concerns one force gives what linking by all there is gives, in whatever order it comes."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.link import by_force, link
from inspect_cli.model import ReferenceKind, Verdict
from tests.bench.told import FORCE, told
from tests.builders import finding, reference


def test_a_force_is_linked_alike_by_its_own_part_and_by_all_there_is() -> None:
    reports, findings, references = told(4, national=4)
    others = tuple(finding(one.text, report=one.report, force="kent") for one in findings[:30])
    back = (reference("Kent has not done what we asked.", force="kent"),)
    whole = (reports, (*others, *findings), (*back, *references))
    parted = by_force(*whole)
    for force in (FORCE, "kent"):
        assert link(force, *parted.of(force)) == link(force, *whole)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 1000))
def test_the_order_in_which_much_was_told_makes_no_difference(turn: int, seed: int) -> None:
    reports, findings, references = told(3, seed, national=2)
    chance = Random(turn)
    mixed = (chance.sample(reports, len(reports)), chance.sample(findings, len(findings)))
    back = chance.sample(references, len(references))
    assert link(FORCE, *mixed, back) == link(FORCE, reports, findings, references)


def test_a_mention_that_may_be_of_several_findings_is_in_no_area_and_says_so() -> None:
    text = "The force should clear its vetting backlog of officers in specialist posts."
    asked = [finding(f"{text} {more}", report=f"r{place}", year=2017, themes=("vetting",)) for place, more in SAID]
    back = reference(
        text,
        report="r9",
        to_year=2017,
        to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT,
        verdict=Verdict.MENTIONED,
        themes=("vetting",),
    )
    linked = link(FORCE, (), asked, (back,))
    assert linked.resolutions[0].because == "2 findings may be the 2017 area for improvement"
    assert back.id not in {member.id for area in linked.areas for member in (*area.members, *area.proposed)}


SAID = ((1, "Managers should watch the queue."), (2, "Partners should hear of the result."))
