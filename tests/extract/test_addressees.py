"""Whom a sentence tells to act."""

from __future__ import annotations

import pytest

from inspect_cli.extract.addressees import addressee_of, recalled_addressee
from inspect_cli.model import Addressee

FORCE, ALL, OTHER = Addressee.FORCE, Addressee.ALL_FORCES, Addressee.OTHER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All forces should check their lists.", ALL),
        ("Within a year, forces should check their lists.", ALL),
        ("Chief constables should check their lists.", ALL),
        ("Every force must check its list.", ALL),
        ("The police service needs to do more.", ALL),
        ("The Home Office should pay for it.", OTHER),
        ("The College of Policing should write guidance.", OTHER),
        ("Police and crime commissioners should ask for it.", OTHER),
        ("The force should check its list.", FORCE),
        ("Kent Police should check its list.", FORCE),
        ("The force should work with the College of Policing.", FORCE),
        ("The force should do as all good forces do.", FORCE),
        ("The force should tell the Home Office what it costs.", FORCE),
        ("The victim service desk should open earlier.", FORCE),
        ("The force needs to learn from other forces.", FORCE),
        ("The ambulance service should be told sooner.", FORCE),
        ("The College of Policing and chief constables should write guidance.", ALL),
        ("By May 2020, the Home Office, the College of Policing and police forces should agree a date.", ALL),
        ("The Crown Prosecution Service and the police should agree on one form.", ALL),
        ("The Crown Prosecution Service and the police should, by May, agree on one form.", ALL),
        ("Within a year, the three forces should share one list.", FORCE),
        ("The National Police Chiefs’ Council, working with forces, should agree a standard.", OTHER),
        ("By March, the National Police Chiefs’ Council lead should agree a standard with all forces.", OTHER),
        ("The Home Office and police and crime commissioners should pay for it.", OTHER),
        ("The College of Policing should tell forces that they must act.", OTHER),
        ("The force and the College of Policing should agree a date.", FORCE),
        ("Kent Police and the Home Office should agree a date.", FORCE),
        ("The force’s work with the Home Office should improve.", FORCE),
        ("The force should act on the national recommendation.", FORCE),
    ],
)
def test_a_sentence_is_addressed_to_who_should_act(text: str, expected: Addressee) -> None:
    assert addressee_of(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force has not acted on the 2016 national recommendation on dogs.", ALL),
        ("In 2016 we recommended that all forces should count their dogs. The force has done so.", ALL),
        ("The force has not acted on our 2016 recommendation on the national dog register.", FORCE),
        ("The Home Office has met our 2016 recommendation.", FORCE),
    ],
)
def test_what_a_follow_up_calls_national_was_addressed_to_all_forces(text: str, expected: Addressee) -> None:
    assert recalled_addressee(text) is expected
