"""Patterns with keys find what the same regular expressions find, in any text."""

from __future__ import annotations

import gc
import random
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract import extract
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from inspect_cli.reference.keyed import Choice, Keyed, Texts, any_of, signs_of
from tests.labels import read_examples
from tests.running import SEEDS
from tests.spoiling import mutated

# Patterns of any make, over a few letters that texts of the same letters may well hold.
_LETTERS = ("a", "B", "ab", "k1", " ", "-", "’", "_", "[ab]", "[ -]", "[aA]", ".")
_SIGNS = (r"\b", r"\B", r"\w", r"\W", r"\d", r"\s", "^", "$", "(?=a)", "(?= )", "(?!b)", "(?<=a)", "(?<!-)", "(?>ab)")
_PARTS = st.sampled_from((*_LETTERS, *_SIGNS, "(?-i:A)"))
_MADE = st.recursive(
    _PARTS,
    lambda made: st.one_of(
        st.lists(made, min_size=1, max_size=4).map("".join),
        st.lists(made, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        st.tuples(made, st.sampled_from(["?", "*", "+", "{1,2}", "{0,2}?"])).map(
            lambda made: f"(?:{made[0]}){made[1]}"
        ),
        made.map(lambda one: f"({one})"),
    ),
    max_leaves=8,
)
_TEXTS = st.text("aAbBkK1 -’_ſK", max_size=12)


# A longer line, searched for what is meant to be matched whole, takes too long.
_LONGEST = 300


@cache
def _sentences() -> tuple[str, ...]:
    """Lines of the examples, and as many spoilt."""
    paths = [*(example.path for example in read_examples()), *SEEDS.glob("*.txt")]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    rng = random.Random(5)
    return (*(line[:_LONGEST] for line in lines[::20]), *(mutated(line, rng)[:_LONGEST] for line in lines[::60]))


@cache
def _patterns() -> tuple[Keyed, ...]:
    """All patterns with keys that the program has, once it has read a report."""
    document = read_source("seed.txt", next(SEEDS.glob("*2018*.txt")).read_bytes())
    extract(document, recognise(document, {}))
    return tuple(one for one in gc.get_objects() if isinstance(one, Keyed))


def test_no_line_of_an_example_holds_a_match_of_a_pattern_without_its_keys() -> None:
    missed = [
        (pattern.pattern, text)
        for pattern in _patterns()
        for text in _sentences()
        if not pattern.may_match(text) and pattern.pattern and _is_found(pattern, text)
    ]
    assert len(_patterns()) > 300
    assert missed == []


def _is_found(pattern: Keyed, text: str) -> bool:
    found = pattern.compiled.fullmatch(text) if pattern.whole else pattern.compiled.search(text)
    return found is not None


@given(_MADE, st.lists(_TEXTS, min_size=1, max_size=5), st.sampled_from([re.IGNORECASE, re.NOFLAG]))
def test_a_keyed_pattern_finds_what_its_regular_expression_finds(
    pattern: str, texts: list[str], flags: re.RegexFlag
) -> None:
    plain = re.compile(pattern, flags)
    keyed, cut, whole = Keyed(pattern, flags), Keyed(pattern, flags, cut=True), Keyed(pattern, flags, whole=True)
    for text in texts:
        assert [one.span() for one in keyed.finditer(text)] == [one.span() for one in plain.finditer(text)]
        assert keyed.sub("#", text) == plain.sub("#", text)
        assert _span(cut.search(text, 0, len(text) // 2)) == _span(plain.search(text, 0, len(text) // 2))
        assert _span(whole.fullmatch(text)) == _span(plain.fullmatch(text))


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found.span() if found else None


@pytest.mark.parametrize(
    "text", ["ſtaff", "K9 unit", "ınspected", "İnspected", "STAFF", "\u00a0staff\u00a0", "staff\x1d"]
)
def test_letters_that_count_as_others_where_case_does_not_are_seen(text: str) -> None:
    for word in ("staff", "k9", "inspected"):
        pattern = rf"\b{word}\b"
        found = re.search(pattern, text, re.IGNORECASE)
        assert (Keyed(pattern, re.IGNORECASE).search(text) is not None) == (found is not None)


def test_a_word_longer_than_words_are_may_hold_anything() -> None:
    assert Keyed("vetting").search("x" * 100 + "vetting") is not None


def test_a_pattern_made_after_a_text_was_looked_at_is_found_in_it() -> None:
    text = "Superintendents were unforthcoming."
    signs_of(text)
    texts = Texts([text, "Nobody was."])
    assert texts.with_keys_of(Keyed("superintendent")) == [0]
    assert texts.with_keys_of(Keyed("unforthcoming")) == [0]
    assert Keyed("unforthcoming").search(text) is not None


def test_of_many_patterns_those_are_chosen_whose_keys_a_text_holds_in_their_order() -> None:
    good, bad, any_word = Keyed(r"\bgood\b"), Keyed(r"\bbad\b"), Keyed(r"\w+")
    assert any_of((good, bad, any_word)).within("It was bad.") == (bad, any_word)
    named = Choice([("good", good), ("bad", bad)], lambda pair: pair[1])
    assert [name for name, _ in named.within("bad and good")] == ["good", "bad"]
