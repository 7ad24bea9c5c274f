"""Whether two wordings of an inspection question ask the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Pillar
from inspect_cli.workflow.questions import is_overall, likeness, same_question
from tests.builders import judgement


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "How well does the force look after its horses?",
            "To what extent does the force look after its horses?",
            True,
        ),
        (
            "How effective is the force at preventing crime, tackling nuisance and keeping people safe?",
            "How effectively does the force prevent crime, tackle nuisance and keep people safe?",
            True,
        ),
        ("finding lost property and returning it", "How well does the force find and return lost property?", True),
        ("Vetting", "vetting", True),
        (
            "To what extent does the force treat all of the people it serves with fairness and respect?",
            "To what extent does the force treat its workforce with fairness and respect?",
            False,
        ),
        ("How well does the force plan for the future?", "How well does the force use its resources?", False),
        ("Preventing crime", "Investigating crime", False),
        ("How good is the force?", "How well does it do?", False),
    ],
)
def test_a_question_keeps_its_subject_through_other_framing_but_not_through_another_subject(
    one: str, other: str, same: bool
) -> None:
    assert same_question(one, other) == same


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_goes_both_ways_and_a_subject_is_wholly_like_itself(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1


@pytest.mark.parametrize(
    ("subject", "pillar", "overall"),
    [
        ("How legitimately does the force act?", Pillar.LEGITIMACY, True),
        ("legitimacy", Pillar.LEGITIMACY, True),
        ("efficiency", Pillar.EFFICIENCY, True),
        ("How well led is the force?", Pillar.LEADERSHIP, True),
        ("looking after its horses", Pillar.LEGITIMACY, False),
        ("How efficiently does the force act?", Pillar.LEGITIMACY, False),
        ("How effectively does it answer?", None, False),
    ],
)
def test_a_pillars_own_grade_is_told_by_its_adjective(subject: str, pillar: Pillar | None, overall: bool) -> None:
    assert is_overall(judgement(subject, pillar=pillar)) == overall
