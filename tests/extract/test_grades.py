"""Which sentences give which grade to what, and how firmly."""

from __future__ import annotations

import pytest

from inspect_cli.extract.grades import Voice, clauses
from inspect_cli.model import Grade

GOOD, REQUIRES, INADEQUATE = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE
JUDGED, STATED, EARLIER, COMPARED = Voice.JUDGED, Voice.STATED, Voice.EARLIER, Voice.COMPARED


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The extent to which Gwent Police is efficient at using money is good.", [(GOOD, JUDGED)]),
        ("the extent to which it is effective at cutting crime is outstanding;", [(Grade.OUTSTANDING, JUDGED)]),
        ("The extent to which the force acts lawfully is: requires improvement.", [(REQUIRES, JUDGED)]),
        ("The extent to which the force is efficient requires improvement.", [(REQUIRES, JUDGED)]),
        ("Suffolk Constabulary has been assessed as good in respect of its use of resources.", [(GOOD, JUDGED)]),
        ("Kent Police is judged as requiring improvement in looking after its staff.", [(REQUIRES, JUDGED)]),
        ("The force is judged to require improvement in some aspects of custody.", [(REQUIRES, JUDGED)]),
        ("We assess Essex Police as being good with respect to vetting.", [(GOOD, JUDGED)]),
        ("Wiltshire Police was rated 'inadequate' overall.", [(INADEQUATE, JUDGED)]),
        ("We judged the constabulary outstanding.", [(Grade.OUTSTANDING, JUDGED)]),
        ("Vetting: adequate", [(Grade.ADEQUATE, JUDGED)]),
        ("is ‘good’ at running custody; and", [(GOOD, JUDGED)]),
        ("Our finding is that Dorset Police is good at solving crime.", [(GOOD, JUDGED)]),
        ("Dorset Police is good at solving crime.", [(GOOD, STATED)]),
        ("The constabulary requires improvement in the way it protects people.", [(REQUIRES, STATED)]),
        ("How well the force uses its people is good.", [(GOOD, STATED)]),
        (
            "HM Inspectorate of Constabulary and Fire & Rescue Services judged that it requires improvement at patrol.",
            [(REQUIRES, JUDGED)],
        ),
        ("HM Inspectorate of Prisons and the fire authority said that it requires improvement at custody.", []),
        ("It has gone from good to requires improvement at patrol.", [(REQUIRES, JUDGED)]),
        (
            "It has gone from good to inadequate at patrol, and from inadequate to good at custody.",
            [(INADEQUATE, JUDGED), (GOOD, JUDGED)],
        ),
        ("It wants to move from inadequate to good at custody.", []),
        ("The custody suite went from good to bad.", []),
        ("At cutting crime it is good.", [(GOOD, STATED)]),
        ("At night it is good to see a light.", []),
        ("Its patrols have been marked ‘adequate’, which is a rise.", [(Grade.ADEQUATE, JUDGED)]),
        ("Exhibits are marked as good to be kept.", []),
        ("The force was held to be ‘good’ both at patrol and at custody.", [(GOOD, JUDGED)] * 2),
        ("Kent Police received ‘good’ grades for patrol and custody.", [(GOOD, JUDGED)]),
        ("HMICFRS graded the force ‘outstanding’ in no area.", []),
        ("Kent Police picks up a ‘good’ for patrol.", [(GOOD, JUDGED)]),
        ("Kent Police received good feedback for patrol.", []),
        ("It would be wrong not to mention that the force is good at patrol.", [(GOOD, STATED)]),
        ("Residents mention that the force is good at patrol.", []),
        ("In 2016, we judged the force as good at fighting crime.", [(GOOD, EARLIER)]),
        ("This matches last year, when we judged the force to be good.", [(GOOD, COMPARED)]),
        (
            "The force is judged good at patrol, which is better than when we last assessed it as inadequate.",
            [(GOOD, JUDGED), (INADEQUATE, COMPARED)],
        ),
    ],
)
def test_a_graded_sentence_gives_its_grade(sentence: str, expected: list[tuple[Grade, Voice]]) -> None:
    assert [(clause.grade, clause.voice) for clause in clauses(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "A force is judged good if it meets the standard.",
        "The extent to which the force is effective: not yet graded.",
        "Leadership was not graded this year.",
        "Victim service: no graded judgment",
        "The force would be judged good had it kept its plan.",
        "The force has made good progress since last year.",
        "Staff have a good understanding of the code.",
        "It makes good use of its volunteers.",
        "Officers provide a consistently good service.",
        "We saw good examples of joint work.",
        "The force is generally good at answering calls.",
        "The force was not adequately assessing risk.",
        "It was ‘inadequate’ in three areas and ‘good’ in two areas.",
        "The inspectorate graded forces and found good practice in most.",
        "It is good to talk.",
        "We make graded judgments in nine areas as follows:",
        "Since last year the force has made good use of drones.",
        "Records must be assessed by an officer with good judgement.",
    ],
)
def test_praise_hedges_definitions_legends_and_counts_give_no_grade(sentence: str) -> None:
    assert list(clauses(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We judged it to be good at patrol and answering calls.", ["patrol and answering calls"]),
        ("It was held to be ‘good’ in two respects, namely patrol and custody.", ["patrol", "custody"]),
        ("It is judged good at patrol and it has more cars.", ["patrol"]),
        ("It is judged good at patrol, but needs cars.", ["patrol"]),
        ("It is judged to be good at patrol and good at custody.", ["patrol", "custody"]),
        (
            "It was graded as ‘requiring improvement’ for patrol and custody, and ‘good’ for vetting.",
            ["patrol and custody", "vetting"],
        ),
        ("Inspectors rated its approach to fraud as inadequate.", ["its approach to fraud"]),
        ("Inspectors rated the force as inadequate.", [""]),
        ("Managing offenders: good", ["Managing offenders"]),
    ],
)
def test_the_subject_is_what_was_graded_and_nothing_more(sentence: str, expected: list[str]) -> None:
    assert [clause.subject for clause in clauses(sentence)] == expected


def test_a_past_grade_keeps_its_year() -> None:
    (clause,) = clauses("In 2015 we judged it to be good at patrol.")
    assert clause.year == 2015


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Custody, patrol and vetting were the inadequate areas.", ["Custody", "patrol", "vetting"]),
        ("The ‘requires improvement’ areas included custody and answering calls.", ["custody", "answering calls"]),
        ("The inadequate areas need work.", []),
        ("There were good areas to walk in.", []),
    ],
)
def test_one_grade_may_be_given_to_several_areas(sentence: str, expected: list[str]) -> None:
    assert [clause.subject for clause in clauses(sentence)] == expected
