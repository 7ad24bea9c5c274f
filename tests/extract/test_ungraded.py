"""What a report says that it does not grade, or not yet."""

from __future__ import annotations

import pytest

from inspect_cli.extract import extract
from inspect_cli.model import Pillar, Report, Ungraded
from inspect_cli.read import read_source
from tests.builders import report

PEEL_2016 = report(inspection_year=2016, pillar=None)
PEEL_2021 = report(inspection_year=2021, pillar=None)
LATER = "Prose that says nothing of grades stands here, so that the page has some."


def said(text: str, about: Report = PEEL_2016) -> list[Ungraded]:
    document = read_source("page.txt", f"Kent 2016\n\n{text}\n\n{LATER}\n".encode())
    return list(extract(document, about).ungraded)


@pytest.mark.parametrize(
    ("text", "subject", "pillar", "to_come"),
    [
        ("Legitimacy\n\nTo be graded", "legitimacy", Pillar.LEGITIMACY, True),
        ("Legitimacy\n\nNot graded", "legitimacy", Pillar.LEGITIMACY, False),
        (
            "The extent to which the force is effective at catching thieves: not yet graded.",
            "effective at catching thieves",
            Pillar.EFFECTIVENESS,
            True,
        ),
        ("Vetting: no graded judgment", "Vetting", None, False),
        ("We do not give graded judgments for leadership this year.", "leadership", Pillar.LEADERSHIP, False),
        (
            "HMIC has not given Kent Police a graded judgment for its legitimacy.",
            "legitimacy",
            Pillar.LEGITIMACY,
            False,
        ),
        ("Crime recording isn’t graded in this inspection.", "Crime recording", None, False),
        ("The ninth, the service to victims, was not inspected or graded.", "the service to victims", None, False),
    ],
)
def test_what_is_not_graded_is_told_with_its_subject(
    text: str, subject: str, pillar: Pillar | None, to_come: bool
) -> None:
    assert [(one.subject, one.pillar, one.to_come) for one in said(text)] == [(subject, pillar, to_come)]


@pytest.mark.parametrize(
    "text",
    [
        "We also looked at how well the force serves victims. This isn’t graded.",
        "We also assessed how well the force serves victims. No graded judgment is made in this area.",
        "We also examined how well the force serves victims. That area gets no graded judgment.",
    ],
)
def test_a_sentence_that_points_back_is_about_what_was_looked_at_before(text: str) -> None:
    (one,) = said(text, PEEL_2021)
    assert (one.subject, one.pillar) == ("how well the force serves victims", None)


def test_a_question_that_is_not_graded_keeps_its_number() -> None:
    text = "Questions for Legitimacy\n\n1\n\nHow well does the force treat people?\n\nNot graded"
    (one,) = said(text)
    assert (one.question, one.subject, one.pillar) == (1, "How well does the force treat people?", Pillar.LEGITIMACY)


@pytest.mark.parametrize(
    "text",
    [
        "We don’t grade forces in thematic inspections.",
        "No force was found to be inadequate; one was not graded.",
        "We make graded judgments in eight of these nine areas.",
        "The report will be published in spring. It’ll have graded judgments.",
        "Kent Police was not graded as good last year.",
        "Child protection: no graded judgments are made in this programme.",
        "This is not yet good enough, and the force knows it.",
        "Three of the ten areas were not inspected.",
        "To be graded as good, a force must know its dogs.",
        "No graded judgment was made.",
        "Three of the questions were not graded.",
        "Kent Police was not graded in this programme.",
        "The force was not graded.",
    ],
)
def test_near_misses_say_nothing_of_a_subject(text: str) -> None:
    assert said(text) == []


def test_what_the_report_grades_after_all_is_graded() -> None:
    text = "Legitimacy\n\nGood\n\nThe extent to which the force is legitimate: not yet graded."
    found = extract(read_source("page.txt", f"Kent 2016\n\n{text}\n".encode()), PEEL_2016)
    assert len(found.judgements) == 1
    assert [one.subject for one in found.ungraded if one.subject == "legitimacy"] == []


def test_it_is_no_judgement_and_its_quote_stands_at_its_span() -> None:
    document = read_source("page.txt", b"Kent 2016\n\nLegitimacy\n\nTo be graded\n")
    found = extract(document, PEEL_2016)
    (one,) = found.ungraded
    assert found.judgements == ()
    assert document.lines[one.span.line - 1][one.span.start : one.span.end] == one.quote == "To be graded"
