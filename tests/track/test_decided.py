"""Decisions stand in the line of time where their day puts them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Event, EventKind, Moment
from inspect_cli.track.decided import with_decisions
from tests.track.log import START, due, event, status


def said(year: int | None, day: date | None = None) -> Moment:
    """Make a moment of an inspection year, published on a day or not known when."""
    return Moment(year, day, "a1", "concern", None, "Said.", (), "r1", None, "inspectorate", f"f{year}{day}")


def order(told: list[Moment], *days: int) -> list[str]:
    """Give what stands in the line, decisions by the day after the start that they were made on."""
    decided = [("a1", event(EventKind.NOTE, day=day, note=str(day))) for day in days]
    return [one.text if one.event else str(one.date or one.year) for one in with_decisions(told, decided)]


# The log of these tests starts on 8 January 2024.
@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ([], ["0"]),
        ([said(2018)], ["2018", "0"]),
        ([said(2018, date(2024, 1, 7))], ["2024-01-07", "0"]),
        ([said(2018, date(2024, 1, 8))], ["2024-01-08", "0"]),
        ([said(2018, date(2024, 1, 9))], ["0", "2024-01-09"]),
        ([said(2018), said(2023, date(2024, 2, 1))], ["2018", "0", "2024-02-01"]),
        ([said(2024)], ["0", "2024"]),
        ([said(2018), said(None)], ["2018", "0", "None"]),
    ],
)
def test_a_decision_comes_after_what_was_said_by_its_day(told: list[Moment], stands: list[str]) -> None:
    assert order(told, 0) == stands


@given(
    years=st.lists(st.integers(2015, 2026), max_size=6),
    days=st.lists(st.integers(0, 900), max_size=6, unique=True),
)
def test_what_was_said_keeps_its_order_and_so_does_what_was_decided(years: list[int], days: list[int]) -> None:
    told = [said(year, date(year, 6, 1)) for year in sorted(years)]
    decided = [("a1", event(EventKind.NOTE, day=day, note=str(day))) for day in days]
    line = with_decisions(told, decided)
    assert [one for one in line if one.event is None] == told
    assert [one.text for one in line if one.event] == [str(day) for day in sorted(days)]
    assert [one.date for one in line] == sorted(one.date for one in line if one.date)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (status("closed", before="open", evidence="minutes", reason="done"), "open → closed; evidence: minutes; done"),
        (due(None, "2027-03-31"), "none → 2027-03-31"),
        (due("2027-03-31", None), "2027-03-31 → none"),
        (event(EventKind.NOTE, note="asked"), "asked"),
        (event(EventKind.SPLIT, before="a1", after="a2", finds=("f1", "f2")), "a1 → a2; f1, f2"),
    ],
)
def test_a_decision_is_told_as_scripts_spell_it(made: Event, text: str) -> None:
    (moment,) = with_decisions([], [("a9", made)])
    assert (moment.text, moment.area, moment.year, moment.date) == (text, "a9", START.year, START.date())
    assert (moment.report, moment.span, moment.verdict, moment.event) == (None, None, None, made)
