"""What a text is about within its themes."""

from __future__ import annotations

import pytest

from inspect_cli.link.matters import matters_of, only_names, theme_title


@pytest.mark.parametrize(
    ("themes", "text", "matters"),
    [
        (("vetting",), "Clear the backlog of renewals.", ("vetting-clearance",)),
        (("vetting",), "Everybody holds the right level of vetting.", ("vetting-clearance",)),
        (("vetting",), "Staff with out-of-date vetting are many.", ("vetting-clearance",)),
        (("vetting",), "Look for disparities among those refused.", ("vetting-disproportionality",)),
        (("vetting",), "It must get better at some parts of vetting.", ()),
        (("complaints",), "There is a backlog of complaints.", ()),
        (("complaints",), "Complainants are not kept updated; update complainants.", ("complaints-information",)),
        (("counter-corruption",), "The unit has not the capacity.", ("counter-corruption-capacity",)),
        (
            ("counter-corruption",),
            "It has not the capacity for IT monitoring.",
            ("counter-corruption-monitoring",),
        ),
        (("counter-corruption",), "Renew the threat assessment.", ("counter-corruption-threat-assessment",)),
        (("counter-corruption",), "Look at incapacity.", ()),
        (("abuse-of-position",), "Many had no training on it.", ("abuse-of-position",)),
        (("digital",), "Use mobile devices.", ()),
        (("no-such-theme",), "Clear the backlog.", ()),
        ((), "Clear the vetting backlog.", ()),
    ],
)
def test_matters_are_looked_for_within_the_themes(themes: tuple[str, ...], text: str, matters: tuple[str, ...]) -> None:
    assert matters_of(themes, text) == matters


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("The force needs to improve some areas of vetting.", True),
        ("Vetting requires improvement.", True),
        ("Cheshire must work better on aspects of vetting and on gifts.", True),
        ("The force should improve how it keeps vetting records.", False),
        ("Supervisors lacked knowledge of vetting.", False),
        ("The force deals with vetting.", False),
        ("There were no timescales for any of this, and that needs to improve.", False),
        ("Officers need training, and vetting is done by another force.", False),
    ],
)
def test_a_concern_is_vague_where_it_names_its_theme_and_nothing_more(text: str, vague: bool) -> None:
    assert only_names("vetting", text, frozenset({"cheshire"})) is vague


def test_a_theme_that_is_no_longer_kept_goes_by_its_id() -> None:
    assert theme_title("vetting") == "Vetting"
    assert theme_title("horses") == "horses"
    assert not only_names("horses", "Horses need improvement.")
