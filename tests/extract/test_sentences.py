"""How a paragraph is split into sentences, and that each is found again in its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract.sentences import plain, sentences, whole
from tests.extract.texts import block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Another begins.", ["One ends.", "Another begins."]),
        ("Is it fair? Yes. It is!", ["Is it fair?", "Yes.", "It is!"]),
        ("“We saw it.” Then we left.", ["“We saw it.”", "Then we left."]),
        ("We left. “It was late.”", ["We left.", "“It was late.”"]),
        ("It costs more. £40 more. 12 officers left.", ["It costs more.", "£40 more.", "12 officers left."]),
        ("Some forces, e.g. Kent, pay.", ["Some forces, e.g. Kent, pay."]),
        ("We met Supt. Green and Mr. A. Brown.", ["We met Supt. Green and Mr. A. Brown."]),
        ("It rose by 2.5 percent in all.", ["It rose by 2.5 percent in all."]),
        ("It is small (see p. 4). It is new.", ["It is small (see p. 4).", "It is new."]),
        ("see www.example.org for more", ["see www.example.org for more"]),
        ("No full stop at all", ["No full stop at all"]),
        ("Listed: first; second; third.", ["Listed: first; second; third."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert [sentence.words for sentence in sentences(block(text))] == expected


def test_what_is_too_long_for_a_sentence_is_cut_at_blanks_and_loses_no_word() -> None:
    text = "long word " * 400 + "x" * 3000
    parts = [sentence.words for sentence in sentences(block(text.strip()))]
    assert max(map(len, parts)) <= 1000
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert parts[0].endswith(("long", "word"))


@given(st.text(st.sampled_from("Ab .?!”“(é’\t"), max_size=80))
def test_sentences_follow_each_other_and_hold_every_word(text: str) -> None:
    parts = list(sentences(block(text)))
    assert "".join("".join(part.words.split()) for part in parts) == "".join(text.split())
    for before, after in pairwise(parts):
        assert before.end <= after.start


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“All of it is quoted.”", "All of it is quoted."),
        ("‘One  blank’", "One blank"),
        ("He called it “good” and left.", "He called it “good” and left."),
        ("“Good” is what he called it", "“Good” is what he called it"),
        ("a\tb\n c", "a b c"),
    ],
)
def test_only_quotation_marks_around_the_whole_are_taken_off(words: str, expected: str) -> None:
    assert plain(words) == expected


def test_a_stretch_through_a_later_sentence_holds_what_stands_between() -> None:
    first, _, third = sentences(block("One. Two. Three. "))
    assert first.through(third).words == "One. Two. Three."
    assert whole(first.block).words == first.block.text
