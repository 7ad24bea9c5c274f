"""A word too many is refused with what it was likely meant for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import run


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("findings", "vetting"), "inspect-cli findings --theme vetting"),
        (("references", "abuse", "of", "authority"), "inspect-cli references --theme abuse-of-position"),
        (("areas", "vetting"), "inspect-cli areas --theme vetting"),
        (("findings", "wombat"), "inspect-cli findings --help"),
        (("judgements", "vetting"), "inspect-cli judgements --help"),
        (("where", "now"), "inspect-cli where --help"),
    ],
)
def test_a_word_that_a_listing_does_not_take_has_its_option_as_a_hint(
    data: Path, arguments: tuple[str, ...], hint: str
) -> None:
    ran = run(*arguments, data=data)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.split("\n")[1] == f"hint: {hint}"


def test_commands_that_take_words_take_them_all(data: Path) -> None:
    assert run("track", "abuse", "of", "authority", data=data).status == 0
