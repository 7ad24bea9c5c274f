"""The log, and the paper of a meeting."""

from __future__ import annotations

import pytest

from inspect_cli.model import ChangeKind
from inspect_cli.show import log
from tests.show import decided
from tests.show.samples import RECORD, look, printed, widest

HOSTILE = decided.view(decided.HOSTILE_NOTE)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_log_and_changes_fit_their_terminal(width: int) -> None:
    for views in (decided.LOG, (*decided.LOG, decided.OTHER, decided.GONE, HOSTILE)):
        assert widest(printed(log.log_text(views, look(width)), width)) <= width
    assert widest(printed(log.changes_table(decided.CHANGES, look(width)), width)) <= width


def test_a_pipe_gets_one_whole_line_an_event() -> None:
    views = (*decided.LOG, decided.OTHER)
    lines = printed(log.log_text(views, look(None)), None).strip().split("\n")
    assert len(lines) == len(views) + 1
    assert all(line.startswith("2 Mar 2026 14:05  A. Analyst  ") for line in lines[1:])
    assert len(printed(log.changes_table(decided.CHANGES, look(None)), None).strip().split("\n")) == 7


def test_what_was_taken_back_is_marked_and_its_undo_says_what() -> None:
    lines = printed(log.log_text(decided.LOG, look(140)), 140).split("\n")
    marked = [line for line in lines if "(undone)" in line]
    assert len(marked) == 1
    assert "due: 8 December 2018 → 31 March 2027 (undone)" in marked[0]
    assert any("undo of due: 8 December 2018 → 31 March 2027" in line for line in lines)


def test_the_log_of_one_area_names_it_once_above() -> None:
    shown = printed(log.log_text(decided.LOG, look(140)), 140)
    assert shown.startswith("Training for evidence  a7k2m\n")
    assert shown.count("Training for evidence") == 1


def test_the_moment_of_a_command_is_said_once() -> None:
    assert printed(log.log_text(decided.LOG, look(140)), 140).count("2 Mar 2026") == 1
    assert printed(log.log_text(decided.LOG, look(None)), None).count("2 Mar 2026") == len(decided.LOG)


def test_what_a_command_decided_on_one_area_stands_together() -> None:
    shown = printed(
        log.log_text((decided.view(decided.STATUS), decided.OTHER, decided.view(decided.NOTE)), look(140)), 140
    )
    assert shown.index("status: ") < shown.index("Queues")
    assert shown.count("Training for evidence") == shown.count("Queues") == 1


def test_what_a_report_said_names_it_by_its_year() -> None:
    shown = printed(log.changes_table(decided.CHANGES, look(200)), 200)
    assert f"in the {RECORD.inspection_label} report " in shown


def test_an_event_whose_area_is_gone_says_so() -> None:
    assert "gone" in printed(log.log_text((*decided.LOG, decided.GONE), look(140)), 140)


def test_hostile_words_do_nothing() -> None:
    shown = printed(log.log_text((HOSTILE, decided.OTHER), look(140)), 140)
    assert "[/status]" in shown
    assert "\x1b" not in shown


def test_changes_stand_under_the_headings_of_a_paper_in_their_order() -> None:
    lines = printed(log.changes_table(decided.CHANGES, look(200)), 200).split("\n")[2:]
    headings = [line[:14].strip() for line in lines]
    assert [name for name in headings if name] == ["closed", "moved", "newly reported", "noted", "rearranged"]
    assert headings[1:3] == ["moved", ""]
    (back,) = [line for line in lines if "an undo" in line]
    assert "31 Mar 2027 → 8 Dec 2018" in back


def test_every_kind_of_change_has_its_heading() -> None:
    shown = printed(log.changes_table([decided.change(kind) for kind in ChangeKind], look(None)), None)
    assert len(shown.strip().split("\n")) == len(ChangeKind) + 1


def test_footers_count() -> None:
    assert log.log_footer(decided.LOG, look())[0].startswith("3 decisions, 1 of them taken back. ")
    told = "6 changes: 1 closed, 2 moved, 1 newly reported, 1 noted, 1 rearranged. "
    assert log.changes_footer(decided.CHANGES, look())[0].startswith(told)
