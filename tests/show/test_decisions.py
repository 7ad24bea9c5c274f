"""Every decision in words: for the log from what to what, for who decided it with its days in full."""

from __future__ import annotations

import pytest

from inspect_cli.model import Event, EventKind
from inspect_cli.show.decisions import change_words, outcome_lines, told_words
from tests.show import decided
from tests.show.samples import look


@pytest.mark.parametrize(
    ("one", "logged", "told"),
    [
        (
            decided.STATUS,
            "status: in progress → closed, evidence: minutes",
            "status closed, was in progress, evidence: minutes",
        ),
        (decided.OWNER, "owner: A → Head of PSD", "owner Head of PSD, was A"),
        (decided.FREED, "owner: A → nobody", "owner nobody, was A"),
        (
            decided.DUE,
            "due: 8 December 2018 → 31 March 2027",
            "due 31 March 2027 (Wednesday), was 8 December 2018",
        ),
        (decided.FIRST, "due: 31 March 2027", "due 31 March 2027 (Wednesday)"),
        (decided.NOTE, "note: Asked the unit.", "note: Asked the unit."),
        (decided.EVIDENCE, "evidence: audit", "evidence: audit"),
        (decided.LINK, "f5k2m linked", "f5k2m linked"),
        (decided.UNLINK, "f5k2m unlinked", "f5k2m unlinked"),
        (decided.MERGE, "a8k2m merged into it", "a8k2m merged into it"),
        (decided.SPLIT, "f5k2m split off as a9k2m", "f5k2m split off as a9k2m"),
        (decided.OPEN, "tracked, for f5k2m", "tracked, for f5k2m"),
        (decided.RENAME, "title: Old → New", "title New, was Old"),
        (decided.RESPONSE, "comments published: 2 March 2026", "comments published 2 March 2026 (Monday)"),
    ],
)
def test_a_decision_says_from_what_to_what(one: Event, logged: str, told: str) -> None:
    short = look().short
    assert change_words(one, short) == logged
    assert told_words(one, short) == told


def test_an_undo_says_what_it_took_back() -> None:
    short = look().short
    assert change_words(decided.UNDO, short, decided.NOTE) == "undo of note: Asked the unit."
    assert told_words(decided.UNDO, short, decided.NOTE) == "took back: note: Asked the unit."
    assert change_words(decided.UNDO, short) == "undo"


def test_every_kind_of_decision_has_its_words() -> None:
    for kind in EventKind:
        one = decided.event(kind)
        assert change_words(one, look().short)
        assert told_words(one, look().short)


def test_an_outcome_has_a_line_an_area_then_what_else_there_is_to_know() -> None:
    lines = [line.plain for line in outcome_lines(decided.OUTCOME, look())]
    due = "due 31 March 2027 (Wednesday), was 8 December 2018"
    assert lines[0] == f"a7k2m  Training for evidence: {due}; owner Head of PSD, was A"
    assert lines[1].startswith("a8k2m  Queues: note: ")
    assert lines[2:] == ["a5k2m  nothing to change: it is so already", "All are closed."]


def test_hostile_words_do_nothing() -> None:
    outcome = decided.OUTCOME._replace(events=(decided.view(decided.HOSTILE_NOTE),))
    shown = "\n".join(line.plain for line in outcome_lines(outcome, look()))
    assert "[/status]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
