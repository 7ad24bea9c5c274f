"""Likeness of wording: what counts, where the thresholds lie."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.link.alikes import alike, alike_across, anywhere
from inspect_cli.link.wording import (
    AUTOMATIC,
    FEWEST_PROPOSED,
    PROPOSAL,
    SAME_MATTER,
    Form,
    content_words,
    enough_words,
    likeness,
    overlap,
    worded,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The force should ensure that it clears its backlogs.", ("clear", "backlog")),
        ("HMICFRS found in 2017 that the constabulary needs to improve.", ()),
        ("Cheshire Constabulary’s grievance process, and its process for grievances", ("grievance", "process")),
        ("Progress has not been made on access", ("access",)),
    ],
)
def test_formulae_years_and_plurals_do_not_count(text: str, words: tuple[str, ...]) -> None:
    assert content_words(text, frozenset({"cheshire"})) == words


ALIKE = [
    (
        "The force should record each time that force is used, and watch how it is used, by national rules.",
        "The constabulary should record and watch every use of force, and keep the national rules on recording.",
    ),
    (
        "The force should test and share what works, inside and outside the force, to prevent crime.",
        "The force should regularly test what works to prevent crime and share it inside and outside the force.",
    ),
    (
        "The force should ensure that search records hold reasonable grounds and that officers understand them.",
        "The force should make sure that all search records hold reasonable grounds, understood by officers.",
    ),
]
UNLIKE = [
    (
        "The force should ensure that search records hold reasonable grounds and that officers understand them.",
        "The force should publish how often searches find something, and explain what differs between groups.",
    ),
    (
        "The force should record crimes within a day of their being reported.",
        "The force should make sure it records crimes against vulnerable victims, above all violent ones.",
    ),
    (
        "The force should have a better process to find officers with high potential.",
        "The force should hold regular talks with officers about their performance.",
    ),
    (
        "The force should give its counter-corruption unit enough people to act before harm is done.",
        "The force should buy software that watches all of its systems for signs of corruption.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_an_ask_that_is_restated_reaches_the_automatic_threshold(one: str, other: str) -> None:
    assert likeness(content_words(one), content_words(other)) >= AUTOMATIC


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_different_asks_in_one_field_are_neither_linked_nor_proposed(one: str, other: str) -> None:
    first, second = content_words(one), content_words(other)
    far = likeness(first, second) < min(PROPOSAL, SAME_MATTER)
    assert far or not enough_words(first, second, FEWEST_PROPOSED)


def test_a_few_common_words_are_enough_only_where_there_are_no_others() -> None:
    assert enough_words(("search", "power"), ("search", "power"))
    assert not enough_words(("search", "power", "train"), ("search", "power", "watch"))
    assert enough_words(("a", "b", "c", "d", "e"), ("d", "c", "b", "a"))


WORDS = st.lists(st.sampled_from(string.ascii_lowercase[:8]), unique=True, max_size=8).map(tuple)


@given(WORDS, WORDS)
def test_likeness_lies_between_nought_and_one_and_has_no_direction(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert overlap(one, other) == overlap(other, one)
    assert likeness(one, one) == (1 if one else 0)


class Sentence:
    """Words under themes."""

    def __init__(self, words: tuple[str, ...], themes: tuple[str, ...]) -> None:
        self.words = words
        self.form = Form.of(words)
        self.themes = themes


SENTENCES = st.lists(
    st.builds(Sentence, WORDS, st.lists(st.sampled_from(["vetting", "ethics"]), unique=True).map(tuple)), max_size=8
)


@given(SENTENCES, SENTENCES, st.sampled_from([SAME_MATTER, PROPOSAL, AUTOMATIC]))
def test_the_index_finds_the_same_pairs_as_comparing_all(
    left: list[Sentence], right: list[Sentence], floor: float
) -> None:
    found = {(pair.left, pair.right) for pair in alike(left, right, floor)}
    assert found == {
        (place, other)
        for place, one in enumerate(left)
        for other, two in enumerate(right)
        if likeness(one.words, two.words) >= floor
        and (set(one.themes) & set(two.themes) or not (one.themes or two.themes))
    }


@given(SENTENCES, st.data(), st.sampled_from([SAME_MATTER, PROPOSAL, AUTOMATIC]))
def test_across_parts_the_index_finds_the_same_pairs_as_comparing_all_of_different_parts(
    finds: list[Sentence], data: st.DataObject, floor: float
) -> None:
    parts = data.draw(st.lists(st.integers(0, 2), min_size=len(finds), max_size=len(finds)))
    found = sorted((pair.left, pair.right) for pair in alike_across(finds, floor, lambda place: parts[place], anywhere))
    assert found == [
        (one, other)
        for one in range(len(finds))
        for other in range(one + 1, len(finds))
        if parts[one] != parts[other] and likeness(finds[one].words, finds[other].words) >= floor
    ]


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (1.0, "worded much alike"),
        (AUTOMATIC, "worded much alike"),
        (AUTOMATIC - 0.01, "worded alike"),
        (0.35, "worded alike"),
    ],
)
def test_a_likeness_is_told_in_words(score: float, words: str) -> None:
    assert worded(score) == words
