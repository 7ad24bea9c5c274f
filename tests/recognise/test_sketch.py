"""Likeness of whole texts from a few numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.recognise import likeness, sketch

TEXT = " ".join(f"word{number}" for number in range(400))


def test_a_text_is_wholly_like_itself_however_it_is_laid_out() -> None:
    assert likeness(sketch(TEXT), sketch(TEXT.upper().replace(" ", "\n"))) == 1.0


def test_a_small_edit_leaves_texts_alike_and_other_texts_are_not() -> None:
    edited = TEXT.replace("word200", "another word")
    assert 0.9 < likeness(sketch(TEXT), sketch(edited)) < 1.0
    assert likeness(sketch(TEXT), sketch(" ".join(f"other{number}" for number in range(400)))) == 0.0


def test_an_empty_text_is_like_none() -> None:
    assert sketch("") == ()
    assert likeness(sketch(""), sketch("")) == 0.0
    assert likeness(sketch("one"), sketch("one")) == 1.0


@given(st.text("abc ", max_size=200), st.text("abc ", max_size=200))
def test_likeness_is_the_same_both_ways_and_between_none_and_all(a: str, b: str) -> None:
    one, two = sketch(a), sketch(b)
    assert len(one) <= 64
    assert likeness(one, two) == likeness(two, one)
    assert 0.0 <= likeness(one, two) <= 1.0
