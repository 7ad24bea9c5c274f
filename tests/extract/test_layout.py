"""What a block is by its place and shape, and to which question and list it belongs."""

from __future__ import annotations

import pytest

from inspect_cli.extract.layout import Role
from inspect_cli.model import FindingKind, Pillar
from tests.extract.texts import walked


def roles(text: str) -> list[str]:
    return [passage.role.value for passage in walked(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Good", Role.GRADE),
        ("‘Requires improvement’", Role.GRADE),
        ("Last updated 12/12/2017", Role.DATE),
        ("Published on: 4 May 2023", Role.DATE),
        ("3", Role.NUMBER),
        ("Question 3", Role.NUMBER),
        ("To what extent does the force look after its staff?", Role.QUESTION),
        ("How well does it plan?", Role.QUESTION),
        ("Areas for improvement", Role.LIST_HEADING),
        ("Area of improvement:", Role.LIST_HEADING),
        ("Areas for improvement (8)", Role.LIST_HEADING),
        ("Recommendations for the chief constable", Role.LIST_HEADING),
        ("Cause of concern", Role.LIST_HEADING),
        ("Managing offenders", Role.HEADING),
        ("1. Introduction", Role.HEADING),
        ("Questions for Efficiency", Role.HEADING),
        ("The force has two stations.", Role.PROSE),
        ("It has a plan. How will it work?", Role.PROSE),
        ("Good officers know the law.", Role.PROSE),
        ("Recommendations were made to four forces.", Role.PROSE),
        ("• how officers behave;", Role.BULLET),
        ("Skip to content", Role.FURNITURE),
    ],
)
def test_a_line_is_known_by_its_shape(line: str, expected: Role) -> None:
    assert walked(f"Something was said.\n\n{line}")[-1].role is expected


def test_bullets_under_a_formal_heading_are_items_until_prose_follows() -> None:
    text = (
        "Areas for improvement\n\n• The force should plan.\n• The force should train.\n\n"
        "We met officers.\n\n• They work hard."
    )
    assert roles(text) == ["list-heading", "item", "item", "prose", "bullet"]


def test_a_grade_ends_a_list() -> None:
    text = "Areas for improvement\n\n• The force should plan.\n\nGood\n\n• It plans."
    assert roles(text) == ["list-heading", "item", "grade", "bullet"]


def test_titles_without_bullets_are_items_and_the_evidence_below_them_is_prose() -> None:
    text = (
        "Areas for improvement\n\nKent Police needs to answer calls sooner\n\nCalls take a minute.\n\n"
        "Kent Police\n\nKent Police should train its sergeants\n\nVetting\n\nThe force should be proud of its cadets."
    )
    assert roles(text) == ["list-heading", "item", "prose", "heading", "item", "heading", "prose"]


def test_findings_of_an_earlier_year_are_a_list_of_that_year() -> None:
    passages = walked("In 2016, we set out two areas for improvement:\n\n• The force should plan.\n\nIt now plans.")
    assert [passage.role for passage in passages] == [Role.PROSE, Role.ITEM, Role.PROSE]
    listing = passages[1].listing
    assert listing
    assert (listing.kind, listing.earlier) == (FindingKind.AREA_FOR_IMPROVEMENT, 2016)


def test_what_we_recommend_after_a_colon_is_a_list_of_recommendations() -> None:
    passages = walked("Because of this, we recommend that by May 2019:\n\n• forces should plan; and\n• train.")
    assert [passage.listing and passage.listing.kind for passage in passages[1:]] == [FindingKind.RECOMMENDATION] * 2


def test_a_block_knows_its_pillar_and_its_question() -> None:
    passages = walked(
        "Efficiency\n\nLast updated 01/02/2018\n\nGood\n\nQuestions for Efficiency\n\n1\n\n"
        "How well does the force plan?\n\nGood\n\nIt plans."
    )
    first, last = passages[2].section, passages[-1].section
    assert (first.pillar, first.number, first.in_questions) == (Pillar.EFFICIENCY, None, False)
    assert (last.pillar, last.number, last.question) == (Pillar.EFFICIENCY, 1, "How well does the force plan?")
    assert last.in_questions


def test_a_page_of_several_pillars_begins_anew_at_each() -> None:
    passages = walked("Efficiency\n\n1\n\nHow well does it plan?\n\nGood\n\nLegitimacy\n\nGood")
    assert (passages[-1].section.pillar, passages[-1].section.number) == (Pillar.LEGITIMACY, None)


def test_notes_run_to_the_end_and_what_a_page_says_of_its_publisher_to_the_next_heading() -> None:
    assert roles("Notes to editors\n\nHeading\n\nWe inspect.") == ["heading", "note", "note"]
    assert roles("About us\n\nWe inspect.\n\nVetting\n\nIt is slow.") == ["heading", "note", "heading", "prose"]


def test_a_very_long_line_is_prose_whatever_it_looks_like() -> None:
    assert roles("How " + "well " * 100 + "does it plan?") == ["prose"]
