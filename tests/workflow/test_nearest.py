"""Names near to one that is not known."""

import pytest

from inspect_cli.workflow.nearest import nearest

NAMES = ("press release", "progress", "horse", "house")


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("press", ["press release"]),
        ("pres", ["press release"]),
        ("ho", []),
        ("horze", ["horse"]),
        ("hose", ["house", "horse"]),
        ("progres", ["progress"]),
        ("elephant", []),
        ("", []),
    ],
)
def test_what_a_text_begins_comes_before_what_it_looks_like(text: str, near: list[str]) -> None:
    assert sorted(nearest(text, NAMES, most=2, cutoff=0.7)) == sorted(near)
