"""Themes by id, title or synonym, today's or former."""

import pytest

from inspect_cli.workflow.themes import find_theme, themes_meant


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("vetting", "vetting"),
        ("Vetting", "vetting"),
        ("unvetted", "vetting"),
        ("abuse of authority", "abuse-of-position"),
        ("Abuse of position for a sexual purpose", "abuse-of-position"),
        ("anti-corruption", "counter-corruption"),
        ("CCU", "counter-corruption"),
        ("anti-corruption unit", "counter-corruption"),
        ("counter-corruption units", "counter-corruption"),
        ("gifted", None),
        ("unethical", "ethics"),
        ("ethical", "ethics"),
        ("second jobs", "integrity-registers"),
        ("veting", None),
        ("abuse", None),
        ("vetting backlog", None),
        ("", None),
        ("*", None),
    ],
)
def test_a_theme_is_known_by_its_id_title_and_synonyms_and_by_nothing_shorter(text: str, theme: str | None) -> None:
    found = find_theme(text)
    assert (found.id if found else None) == theme


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("abuse of authority", {"abuse-of-position"}),
        ("abuse authority", {"abuse-of-position"}),
        ("social media", {"social-media"}),
        ("crime", set()),
        ("authority", set()),
        ("abuse of dogs", set()),
    ],
)
def test_a_search_means_a_theme_by_a_synonym_or_several_of_its_words_but_not_by_one(
    text: str, themes: set[str]
) -> None:
    assert {theme.id for theme in themes_meant(text)} == themes
