"""Sentences with a trigger word that no rule used."""

from __future__ import annotations

import pytest

from tests.extract.texts import extracted


def unclaimed(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.trigger) for one in extracted(text).unclaimed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forces are judged each year.", [(1, "judged")]),
        ("It was a nice day.\n\nParliament should decide.", [(3, "should")]),
        ("These findings are the basis for our judgment.", [(1, "judgment")]),
        ("Managers make good use of data.", [(1, "good")]),
        ("It was a nice day.", []),
        ("The force should plan its work.", []),
        ("Areas for improvement", []),
        ("How should the force act?", []),
        ("We recommend that the force plans.", []),
        ("The goodwill of volunteers counts.", []),
    ],
)
def test_only_sentences_with_an_unused_trigger_word_are_listed(text: str, expected: list[tuple[int, str]]) -> None:
    assert unclaimed(text) == expected
