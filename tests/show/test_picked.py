"""Areas picked out: dates that moved, links to rule on, disputes, silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspect_cli.show import picked
from tests.show import decided
from tests.show.samples import AREA_VIEW, HOSTILE, look, printed, widest

HOSTILE_PROPOSAL = decided.PROPOSAL._replace(text=HOSTILE)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_listings_fit_their_terminal(width: int) -> None:
    assert widest(printed(picked.moved_table((decided.MOVED,), look(width)), width)) <= width
    found = (decided.PROPOSAL, HOSTILE_PROPOSAL)
    shown = printed(picked.proposals_table(found, look(width)), width)
    assert widest(shown) <= width
    assert "\x1b" not in shown


@pytest.mark.parametrize("width", [80, 140])
def test_each_move_says_from_what_to_what_by_whom_and_why(width: int) -> None:
    flat = " ".join(printed(picked.moved_table((decided.MOVED,), look(width)), width).split())
    for said in (
        "twice",
        "8 Dec 2018 1 Jun 2026",
        "1 Jun 2026 31 Mar 2027",
        "no staff",
        "no reason given",
        "B. Deputy",
    ):
        assert said in flat
    assert flat.count("Training for evidence") == 1


def test_a_pipe_gets_one_whole_line_a_move() -> None:
    lines = printed(picked.moved_table((decided.MOVED,), look(None)), None).strip().split("\n")
    assert len(lines) == 3
    assert all(line.startswith("a7k2m  Training for evidence") for line in lines[1:])


def test_a_proposed_link_has_its_words_area_score_and_reason() -> None:
    one = decided.PROPOSAL._replace(member=decided.PROPOSAL.member._replace(score=0.5))
    shown = printed(picked.proposals_table((one,), look(None)), None)
    for said in (
        "f5k2m",
        one.text,
        "a7k2m",
        "Training for evidence",
        "0.50",
        "wording, four words in five are the same",
    ):
        assert said in shown


def test_footers_count_and_name_a_next_step() -> None:
    assert picked.moved_footer((decided.MOVED,), look()) == [
        "1 area, moved twice; a7k2m was first due 8 Dec 2018. inspect-cli log a7k2m"
    ]
    assert "link --accept f5k2m" in picked.proposals_footer((decided.PROPOSAL, decided.PROPOSAL), look())[0]
    elsewhere = decided.PROPOSAL._replace(area=replace(decided.PROPOSAL.area, id="a9zzzzzzz"))
    (several,) = picked.proposals_footer((decided.PROPOSAL, elsewhere), look())
    assert "inspect-cli link f5k2m a7k2m; or link --reject f5k2m" in several
    assert "open to the force, not achieved to the inspectorate" in picked.disputed_footer((AREA_VIEW,), look())[0]
    assert "inspect-cli track a7k2m" in picked.silent_footer((AREA_VIEW,), look())[0]
