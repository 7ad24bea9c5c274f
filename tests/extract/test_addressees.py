"""Whom a sentence tells to act."""

from __future__ import annotations

import pytest

from inspect_cli.extract.addressees import addressee_of
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
    ],
)
def test_a_sentence_is_addressed_to_who_should_act(text: str, expected: Addressee) -> None:
    assert addressee_of(text) is expected
