"""What a report judged: bare grades under their question, graded sentences, each once; and what was carried over."""

from __future__ import annotations

from typing import Any

import pytest

from inspect_cli.model import Basis, DocumentKind, Grade, Judgement, Pillar
from tests.extract.texts import extracted

GOOD, REQUIRES, ADEQUATE = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE
PAGE = """Effectiveness

Is the force effective at keeping people safe?

Last updated 22/03/2018

Good

{summary}

Questions for Effectiveness

1

How well does the force prevent crime?

Requires improvement

{below}

2

How well does the force investigate crime?

Good
"""


def judged(text: str, **changes: Any) -> tuple[Judgement, ...]:
    return extracted(text, **{"pillar": None, **changes}).judgements


def page(summary: str = "The county is large.", below: str = "Patrols are few.") -> tuple[Judgement, ...]:
    return judged(PAGE.format(summary=summary, below=below))


def test_a_bare_grade_is_of_the_question_above_it_and_of_the_pillar_at_the_top() -> None:
    assert [(one.pillar, one.question, one.grade) for one in page()] == [
        (Pillar.EFFECTIVENESS, None, GOOD),
        (Pillar.EFFECTIVENESS, 1, REQUIRES),
        (Pillar.EFFECTIVENESS, 2, GOOD),
    ]
    assert page()[1].subject == "How well does the force prevent crime?"


@pytest.mark.parametrize(
    "summary",
    [
        "Durham Constabulary is judged to be good at how effectively it keeps people safe.",
        "The force is good at solving crime.",
        "The extent to which the force is effective at keeping people safe is good.",
        "The force is judged good at investigating crime.",
        "Overall this is better than last year, when we judged the force to require improvement.",
    ],
)
def test_a_grade_told_again_in_words_is_one_judgement(summary: str) -> None:
    assert len(page(summary)) == 3


def test_the_public_and_the_workforce_are_two_things_judged_in_the_same_words() -> None:
    text = "The force is judged good at dealing fairly with {}."
    assert len(judged(f"{text.format('the public')}\n\n{text.format('its workforce')}")) == 2
    assert len(judged(f"{text.format('the public')}\n\n{text.format('all of the public')}")) == 1


def test_a_question_whose_grade_was_carried_over_says_from_which_year() -> None:
    note = "We did not look at this question; the judgment of our 2016 effectiveness inspection has been carried over."
    first, second, third = page(below=note)
    assert (second.basis, second.carried_from) == (Basis.CARRIED_OVER, 2016)
    assert {first.basis, third.basis} == {Basis.INSPECTED}


def test_a_note_under_the_next_question_carries_nothing_back() -> None:
    below = "3\n\nHow well does it plan?\n\nThe judgment from our 2016 inspection has been carried over."
    assert page(below=below)[1].basis is Basis.INSPECTED


def test_an_old_grade_told_alone_is_carried_over_and_beside_a_new_one_it_is_not() -> None:
    old = "In 2016 we judged the force as good at tackling organised crime."
    alone = judged(f"Effectiveness\n\n{old}")
    assert [(one.grade, one.carried_from) for one in alone] == [(GOOD, 2016)]
    new = "We have judged it as requiring improvement in tackling organised crime."
    both = judged(f"Effectiveness\n\n{old}\n\n{new}")
    assert [(one.grade, one.carried_from) for one in both] == [(REQUIRES, None)]


OVERVIEW = "\n\n".join(
    f"The extent to which the force is {adjective} at keeping people safe is {grade}."
    for adjective, grade in (("effective", "good"), ("efficient", "good"), ("legitimate", "requires improvement"))
)


def test_an_overview_gives_each_pillar_its_own_grade() -> None:
    assert [(one.pillar, one.grade) for one in judged(OVERVIEW, kind=DocumentKind.PEEL_OVERVIEW)] == [
        (Pillar.EFFECTIVENESS, GOOD),
        (Pillar.EFFICIENCY, GOOD),
        (Pillar.LEGITIMACY, REQUIRES),
    ]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (DocumentKind.PEEL_PILLAR, 1),
        (DocumentKind.THEMATIC_REPORT, 1),
        (DocumentKind.PRESS_RELEASE, 1),
        (DocumentKind.TRANSCRIPT, 1),
        (DocumentKind.NEWS, 0),
        (DocumentKind.LETTER, 0),
        (DocumentKind.PCC_RESPONSE, 0),
    ],
)
def test_only_a_reports_own_page_and_its_inspector_grade_without_saying_that_they_judge(
    kind: DocumentKind, count: int
) -> None:
    assert len(judged("Cheshire Constabulary is good at vetting its staff.", kind=kind)) == count


def test_a_grade_stated_inside_a_paragraph_is_praise() -> None:
    assert not judged("Officers know the code. Humberside Police is good at weighing intelligence.")


@pytest.mark.parametrize(
    ("text", "subject", "grade"),
    [
        ("1. Introduction\n\nVetting: adequate", "Vetting", ADEQUATE),
        ("About us\n\nWe inspect forces.\n\n1. Introduction\n\nStandards: good", "Standards", GOOD),
        ("• Managing offenders: Good\n• Custody is run well", "Managing offenders", GOOD),
    ],
)
def test_a_label_line_gives_its_grade(text: str, subject: str, grade: Grade) -> None:
    assert [(one.subject, one.grade) for one in judged(text)] == [(subject, grade)]


@pytest.mark.parametrize(
    "text",
    [
        "We give a graded judgment in eight of the nine areas, as follows:",
        "Notes to editors\n\nForces are judged as outstanding, good, requires improvement or inadequate.",
        "What does good look like?",
        "Areas for improvement\n\n• The force should make sure that it is judged as good next time.",
        "Good practice",
        "To be graded",
    ],
)
def test_boilerplate_legends_and_list_headings_are_no_judgement(text: str) -> None:
    assert not judged(text)


def test_a_judgement_points_at_its_words_and_knows_its_report() -> None:
    (one,) = judged("The county is flat.\n\nThe force was assessed as good for custody.")
    assert (one.span.line, one.quote) == (3, "The force was assessed as good for custody.")
    assert (one.report, one.force, one.programme, one.year) == ("r000001", "cheshire", "PEEL", 2018)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force was assessed as good for custody.", []),
        ("Kent Police was assessed as good for custody.", [("kent", "custody")]),
        (
            "Kent Police and Essex Police were assessed as good for custody.",
            [("kent", "custody"), ("essex", "custody")],
        ),
        ("Kent Police\n\nThe force was assessed as good for custody.", [("kent", "custody")]),
        ("Two forces are judged outstanding: Kent Police and Essex Police.", [("kent", ""), ("essex", "")]),
        ("Kent Police borders on Essex. All other forces were judged to be good.", []),
        ("Kent Police is large. Ten forces were judged to be good.", []),
    ],
)
def test_a_report_on_several_forces_judges_each_where_it_names_it(text: str, expected: list[tuple[str, str]]) -> None:
    found = judged(text, forces=("kent", "essex"), programme=None)
    assert [(one.force, one.subject.replace("overall", "")) for one in found] == expected


@pytest.mark.parametrize(
    ("note", "year"),
    [
        ("This question was not inspected in 2017. The 2016 judgment of good remains in place.", 2016),
        ("We judged this in 2017 and the judgment has been carried over.", 2017),
        ("We did not inspect this in 2018/19, and our judgment from the 2017 inspection has been carried over.", 2017),
        ("In 2017 the force kept its map. The judgment is ours.", None),
        ("The 2016 plan remains in place.", None),
        ("Our 2016 judgment was of 10 forces. The plan remains in place.", None),
    ],
)
def test_a_note_below_a_grade_says_from_which_year_it_was_carried_over(note: str, year: int | None) -> None:
    assert page(below=note)[1].carried_from == year


def test_the_pillars_question_said_in_other_words_is_no_judgement_of_its_own() -> None:
    said = page(summary="Cheshire Constabulary is judged to be good in the way that it keeps people safe.")
    assert len(said) == len(page())
    assert (
        len(page(summary="Cheshire Constabulary is judged to be inadequate at keeping its cells clean."))
        == len(page()) + 1
    )


def test_a_count_of_areas_gives_its_grade_to_the_list_below_and_else_to_nothing() -> None:
    lead = "We judged the force to be good in two areas:"
    listed = judged(f"{lead}\n\n- solving crime\n- running custody\n\nPatrols are few.")
    assert [one.subject for one in listed] == ["solving crime", "running custody"]
    assert not judged(f"{lead}\n\nThe county is large, and its patrols are few.")


def test_a_sentence_on_another_force_grades_not_the_force_of_the_report() -> None:
    assert not judged("Humberside Police is judged to be inadequate at vetting its staff.")
    assert judged("Unlike Humberside Police, the force is judged to be good at vetting its staff.")


def test_a_subject_that_stands_before_the_force_is_the_subject() -> None:
    (one,) = judged("However, in some aspects of treating its workforce, the force is judged to require improvement.")
    assert (one.subject, one.grade) == ("treating its workforce", REQUIRES)


AREAS = """PEEL 2021/22

An inspection of the county

Patrols and beats

Good

The force is good at patrols.

Leadership and stables

Adequate

The force minds its horses adequately.

{more}
"""


def test_from_2021_a_grade_is_of_the_area_of_policing_named_right_above_it() -> None:
    found = judged(AREAS.format(more="Hay\n\nAdequate"), inspection_year=2021)
    assert [(one.pillar, one.subject, one.grade) for one in found] == [
        (None, "Patrols and beats", GOOD),
        (None, "Leadership and stables", ADEQUATE),
        (None, "Hay", ADEQUATE),
    ]


@pytest.mark.parametrize("more", ["Hay\n\nHay is dear this year.\n\nGood", "Legitimacy\n\nGood"])
def test_a_grade_not_right_below_a_heading_or_below_a_pillar_is_of_no_area(more: str) -> None:
    last = judged(AREAS.format(more=more), inspection_year=2021)[-1]
    assert last.subject in ("overall", "legitimacy")
