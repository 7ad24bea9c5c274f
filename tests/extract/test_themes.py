"""Which themes a text speaks of."""

from __future__ import annotations

import pytest

from inspect_cli.extract.themes import phrase_pattern, themes_of
from inspect_cli.reference import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff are not vetted.", ("vetting",)),
        ("The CCU looks into second jobs.", ("counter-corruption", "integrity-registers")),
        ("Gifts are logged, and anti-corruption staff check them.", ("integrity-registers", "counter-corruption")),
        ("The stop-and-search panel meets.", ("stop-and-search",)),
        ("Officers stopped to search for a key.", ()),
        ("Searches were disproportionate.", ("disproportionality",)),
        ("Complaints about Facebook rose.", ("complaints", "social-media")),
        ("Abuse of authority is corrupt.", ("abuse-of-position", "counter-corruption")),
        ("It vets every recruit.", ("vetting",)),
        ("The force must vet its volunteers.", ("vetting",)),
        ("A gift was refused.", ("integrity-registers",)),
        ("Gifted children visited.", ()),
        ("The vetoes of a veteran came.", ()),
        ("The county is flat.", ()),
        ("Pundits spoke.", ()),
    ],
)
def test_themes_come_in_the_order_in_which_they_are_spoken_of(text: str, expected: tuple[str, ...]) -> None:
    found = themes_of(text)
    assert tuple(theme for theme in found if theme in expected) == expected
    assert set(found) == set(expected)


def test_every_synonym_speaks_of_its_theme() -> None:
    for theme in load("themes")["theme"]:
        for synonym in theme["synonyms"]:
            assert theme["id"] in themes_of(f"On {synonym.replace('*', 's')} today"), synonym


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("second job*", "Second jobs", True),
        ("counter corruption", "counter-corruption", True),
        ("IAG", "iag", True),
        ("IAG", "IAGs", False),
        ("ethic", "unethical", False),
        ("use of force", "use of the force", False),
    ],
)
def test_a_phrase_is_whole_words_in_any_case(phrase: str, text: str, fits: bool) -> None:
    assert bool(phrase_pattern((phrase,)).search(text)) is fits
