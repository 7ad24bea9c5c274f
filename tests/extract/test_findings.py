"""The formal findings: what a report lists, numbers or declares, and what only sounds formal."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.extract import extract
from inspect_cli.model import Addressee, FindingKind, cut
from tests.builders import report
from tests.extract.texts import document, extracted

AFI, RECOMMENDATION, CAUSE = (
    FindingKind.AREA_FOR_IMPROVEMENT,
    FindingKind.RECOMMENDATION,
    FindingKind.CAUSE_OF_CONCERN,
)


CONCERN_TEXT = """2

How well does the force plan?

Good

Cause of concern

The call queue is a cause of concern.

Recommendations

- Within six months, the force should shorten the queue.
- The force should train those who answer.

{between}

Recommendations

- The force should publish its plan.
"""


@pytest.mark.parametrize(
    ("between", "parented"),
    [
        ("Calls are many.", 3),
        ("Planning for the future", 2),
        ("Areas for improvement\n\n- The force should buy a map.", 2),
        ("3\n\nHow well does the force spend?\n\nGood", 2),
    ],
)
def test_a_recommendation_belongs_to_the_cause_of_concern_before_it(between: str, parented: int) -> None:
    found = [one for one in extracted(CONCERN_TEXT.format(between=between)).findings if one.formal]
    (cause,) = (one for one in found if one.kind is CAUSE)
    recommendations = [one for one in found if one.kind is RECOMMENDATION]
    assert [one.parent for one in recommendations] == [cause.id] * parented + [None] * (3 - parented)
    assert cause.parent is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Recommendation 3: The force should: • vet its staff; • brief them; and • keep a record.",
            "The force should: • vet its staff; • brief them; and • keep a record.",
        ),
        (
            "Recommendations\n\n> The force should keep a record of\n> those whom it vets.",
            "The force should keep a record of those whom it vets.",
        ),
        (
            "> Recommendation 3: The force should:\n> - vet its staff; and\n> - brief them.",
            "The force should: - vet its staff; and - brief them.",
        ),
    ],
)
def test_a_finding_over_quoted_or_joined_lines_is_found_at_its_words(text: str, quote: str) -> None:
    read = document(text)
    found = [one for one in extract(read, report()).findings if one.formal]
    assert [cut(read.lines, one.span) for one in found] == [one.quote for one in found]
    assert quote in [one.quote for one in found]


def formal(text: str) -> list[tuple[FindingKind, str]]:
    return [(one.kind, one.text) for one in extracted(text).findings if one.formal]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Areas for improvement\n\n• The force should plan.\n• The force should train its staff.",
            [(AFI, "The force should plan."), (AFI, "The force should train its staff.")],
        ),
        (
            "Area for improvement\n\nNorth Wales Police should answer 101 calls sooner\n\nIt takes minutes.",
            [(AFI, "North Wales Police should answer 101 calls sooner")],
        ),
        (
            "Recommendations\n\n1. By May 2015, the force should review its policy.",
            [(RECOMMENDATION, "By May 2015, the force should review its policy.")],
        ),
        (
            "Recommendation 2: The force should review its policy.",
            [(RECOMMENDATION, "The force should review its policy.")],
        ),
        (
            "We recommend that chief constables publish their plans.",
            [(RECOMMENDATION, "We recommend that chief constables publish their plans.")],
        ),
        (
            "HMIC recommends that:\n\n• forces should publish their plans.",
            [(RECOMMENDATION, "forces should publish their plans.")],
        ),
        (
            "Recommendations\n\nSo the force should immediately:\n\n• answer calls sooner; and\n• say so.",
            [(RECOMMENDATION, "answer calls sooner"), (RECOMMENDATION, "say so.")],
        ),
        (
            "Calls wait for minutes. This is a cause of concern.",
            [(CAUSE, "Calls wait for minutes. This is a cause of concern.")],
        ),
        (
            "Call times are a cause of concern.",
            [(CAUSE, "Call times are a cause of concern.")],
        ),
        (
            "Cause of concern\n\n• The force does not answer calls in time.",
            [(CAUSE, "The force does not answer calls in time.")],
        ),
        (
            "Cause of concern\n\nThe force does not answer calls in time. Callers give up.\n\nWe saw this twice.",
            [(CAUSE, "The force does not answer calls in time. Callers give up.")],
        ),
        (
            "Cause of concern\n\nCallers give up.\n\nRecommendations\n\nThe force should answer calls in time.",
            [(CAUSE, "Callers give up."), (RECOMMENDATION, "The force should answer calls in time.")],
        ),
        (
            "Cause of concern\n\nCallers give up. Call times are a cause of concern.",
            [(CAUSE, "Callers give up. Call times are a cause of concern.")],
        ),
    ],
)
def test_what_is_listed_numbered_or_declared_is_a_formal_finding(
    text: str, expected: list[tuple[FindingKind, str]]
) -> None:
    assert formal(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The force should plan better.",
        "Reports list causes of concern and areas for improvement.",
        "There are no causes of concern in this report.",
        "Causes of concern\n\nWe have no causes of concern about this force.",
        "Causes of concern\n\nNone.",
        "Cause of concern\n\nIn this section we say:\n\nCallers give up.",
        "If a cause of concern is not dealt with, we return.",
        "The force acted on all our recommendations.",
        "Some staff recommend that new starters visit the custody suite.",
        "What would you recommend?\n\n• A visit to the custody suite.",
        "Areas for improvement\n\nHow we inspect\n\nWe visit every force.",
        "Good practice\n\n• The force should be copied by others.",
        "In 2015, we set this area for improvement:\n\n• The force should plan.",
        "Notes to editors\n\n1. Recommendation 1: The force should plan.",
    ],
)
def test_what_only_speaks_of_findings_or_quotes_old_ones_is_none(text: str) -> None:
    assert formal(text) == []


def test_the_same_words_listed_twice_are_one_finding() -> None:
    once = "Areas for improvement\n\n• The force should plan.\n\nPlanning\n\nIt has plans."
    assert len(formal(f"{once}\n\n{once}")) == 1


def test_an_area_for_improvement_and_a_concern_in_the_same_words_are_two() -> None:
    found = extracted("Areas for improvement\n\n• The force should plan.\n\nPlans\n\nThe force should plan.").findings
    assert [one.kind for one in found] == [AFI, FindingKind.CONCERN]
    assert found[0].id != found[1].id


def test_a_finding_carries_deadline_figures_themes_addressee_and_place() -> None:
    (one,) = extracted(
        "3\n\nHow well does the force act?\n\nGood\n\nRecommendations\n\n"
        "• By 31 March 2019, all forces should review the vetting of their 40 volunteers."
    ).findings
    assert one.deadline
    assert (one.deadline.phrase, one.deadline.date) == ("By 31 March 2019", date(2019, 3, 31))
    assert [(figure.value, figure.of) for figure in one.figures] == [(40, "volunteers")]
    assert (one.themes, one.addressed_to, one.question) == (("vetting",), Addressee.ALL_FORCES, 3)
    assert one.span.line == 9


def test_an_identifier_does_not_change_with_the_lines_or_the_blanks() -> None:
    first = extracted("Areas for improvement\n\n• The force should plan its work.").findings
    second = extracted("The year\n\nAreas for improvement:\n\n- The force  should plan\n  its work.").findings
    assert [one.id for one in first] == [one.id for one in second]


@pytest.mark.parametrize(
    ("point", "text"),
    [
        ("The force should plan its work; and", "The force should plan its work"),
        ("The force should plan its work, or", "The force should plan its work"),
        ("The force should plan its work;", "The force should plan its work"),
        ("The force should plan its work and", "The force should plan its work and"),
        ("The force should plan; and it should act.", "The force should plan; and it should act."),
        ("The force should plan for command.", "The force should plan for command."),
    ],
)
def test_a_point_loses_the_joint_to_the_next_and_its_quote_keeps_it(point: str, text: str) -> None:
    (one,) = extracted(f"Areas for improvement\n\n• {point}").findings
    assert (one.text, one.quote) == (text, point)


@pytest.mark.parametrize(("forces", "force"), [(("kent",), "kent"), (("kent", "essex"), None)])
def test_a_finding_is_about_a_force_where_its_report_is_about_one(forces: tuple[str, ...], force: str | None) -> None:
    (one,) = extracted("Areas for improvement\n\n• The force should plan.", forces=forces).findings
    assert one.force == force


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("Forces should plan.", 1),
        ("The Home Office should pay.", 1),
        ("There should be one form.", 1),
        ("The force should plan.", 0),
        ("It should plan.", 0),
    ],
)
def test_a_report_about_no_force_has_no_findings_for_one(item: str, found: int) -> None:
    assert len(extracted(f"Recommendations\n\n• {item}", forces=()).findings) == found
