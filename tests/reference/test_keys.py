"""The keys of patterns: what a text must hold for a pattern to be found in it."""

from __future__ import annotations

import re

import pytest

from inspect_cli.reference.keys import DIGIT, keys_of


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        ("good", [{"good"}]),
        ("Good", [{"good"}]),
        ("[Gg]ood", [{"good"}]),
        (r"\bgood\b", [{" good "}]),
        (r"\bgood", [{" good"}]),
        ("good work", [{"good "}, {" work"}]),
        (r"\brecommend(?:s|ed)?\b", [{" recommend"}]),
        (r"\bgood(?: or better)?\b", [{" good "}]),
        (r"\b(?:not )?graded\b", [{" graded "}]),
        (r"\b(?:un)?graded\b", [{"graded "}]),
        (r"\bgrad(?:ed|ing)\b", [{" graded ", " grading "}]),
        (r"\b(?:we|I) found\b", [{" we ", " i "}, {" found "}]),
        (r"\b(?:was|were) (?:judged|graded)\b", [{" judged ", " graded "}]),
        ("(?:area for|cause of) concern", [{"area ", "cause "}, {" concern"}]),
        (r"(?=.*vetting)\w+", [{"vetting"}]),
        (r"(?<=vetting) works", [{"vetting"}, {" works"}]),
        (r"(?!not)(?<!un)graded", [{"graded"}]),
        (r"(?:graded ){1,3}good", [{"graded "}, {" good"}]),
        (r"(?:graded ){0,3}good", [{"good"}]),
        (r"(?>graded) \w", [{"graded"}]),
        (r"[–—-] \d", [{"–", "—", "-"}, {DIGIT}]),
        (r"(?:19|20)\d\d", [{"19", "20"}, {DIGIT}]),
        (r"_graded_", [{"_"}, {"graded"}]),
        (r"\w+|good", []),
        (r"[^g]", []),
        (r"(?:good)?", []),
    ],
)
def test_a_pattern_has_the_keys_that_each_of_its_matches_holds(pattern: str, keys: list[set[str]]) -> None:
    found = keys_of(pattern)
    assert all(wanted in found for wanted in keys)
    assert bool(found) == bool(keys)


def test_what_must_be_the_whole_text_ends_in_whole_words() -> None:
    assert keys_of("good|bad", whole=True) == [{" good ", " bad "}]


def test_behind_a_word_that_may_be_cut_off_there_is_no_edge() -> None:
    assert keys_of(r"\bgood\b", cut=True) == [{" good"}]


def test_a_common_word_is_a_key_only_where_there_is_no_other() -> None:
    assert keys_of(r"\bthe force\b") == [{" force "}]
    assert keys_of(r"\bthe\b") == [{" the "}]


def test_what_is_no_pattern_has_no_keys() -> None:
    with pytest.raises(re.error):
        keys_of("(")
