"""Inspection years from what is known about inspections."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from inspect_cli.model import Pillar, Rung
from inspect_cli.recognise.inference import Known, cycle_bounds, find_bounds, infer_year
from inspect_cli.reference import load
from tests.recognise.texts import prose

LEGITIMACY = Known("PEEL", Pillar.LEGITIMACY, None)
NOTHING = Known(None, None, None)


@pytest.mark.parametrize(
    ("sentence", "known", "year"),
    [
        ("It is the second year in which HMIC has inspected legitimacy.", LEGITIMACY, 2016),
        ("This is our third annual inspection of how legitimately forces act.", LEGITIMACY, None),
        ("This is the third annual inspection that assesses legitimacy.", LEGITIMACY, 2017),
        ("It is the second year in which HMIC has inspected efficiency.", Known("PEEL", Pillar.EFFICIENCY, None), None),
        ("This is the first PEEL assessment of the force.", NOTHING, 2014),
        ("This is the third yearly PEEL assessment of the force.", NOTHING, 2016),
        ("This is the first time that PEEL was read aloud.", NOTHING, None),
        ("For the first time, we looked at abuse of authority for sexual gain.", NOTHING, 2016),
        ("It must tackle those who abuse their authority for sexual gain.", NOTHING, None),
        (
            "It must tackle those who abuse their authority for sexual gain.",
            Known(None, None, "Michael Cunningham"),
            2016,
        ),
        ("It must tackle those who abuse their authority for sexual gain.", Known(None, None, "Ann Other"), None),
        ("It must tackle abuse of position for a sexual purpose, HMIC says.", NOTHING, 2017),
        ("HMICFRS says that cases went to the IPCC.", NOTHING, 2017),
        ("HMICFRS says that cases went to the IOPC, once the IPCC.", NOTHING, None),
        ("The force was inspected in tranche two.", NOTHING, 2018),
        ("The force is good.", NOTHING, None),
    ],
)
def test_facts_that_leave_one_year_infer_it(sentence: str, known: Known, year: int | None) -> None:
    found, evidence = infer_year(find_bounds(prose("Our view", sentence), known))
    assert found == year
    assert evidence.rung is (Rung.INFERRED if year else Rung.UNKNOWN)


def test_an_inferred_year_gives_its_reasons_and_a_line() -> None:
    _, evidence = infer_year(find_bounds(prose("Our view", "This is the first PEEL assessment."), NOTHING))
    assert (evidence.line, evidence.why) == (3, "“first PEEL assessment”: PEEL assessments began in 2014")


def test_reasons_that_contradict_each_other_leave_the_year_unknown() -> None:
    text = prose("Our view", "This is the first PEEL assessment. It was inspected in tranche two.")
    assert infer_year(find_bounds(text, NOTHING))[0] is None


def test_several_years_are_named_as_such() -> None:
    _, evidence = infer_year(find_bounds(prose("Our view", "HMIC speaks of PEEL."), NOTHING))
    assert evidence.why == "between 2014 and 2017"


@pytest.mark.parametrize(
    ("programme", "day", "years"),
    [
        ("PEEL", date(2019, 9, 27), [2018]),
        ("PEEL", date(2016, 12, 8), [2016]),
        ("PEEL", date(2020, 12, 8), []),
        ("Custody", date(2019, 9, 27), []),
        ("PEEL", None, []),
    ],
)
def test_a_peel_report_belongs_to_the_cycle_that_came_out_then(
    programme: str, day: date | None, years: list[int]
) -> None:
    assert [bound.first for bound in cycle_bounds(programme, day)] == years


def test_every_fact_has_a_reason_and_a_source() -> None:
    knowledge = load("knowledge")
    assert all(fact["reason"] and fact["source"] for fact in knowledge["fact"])
    assert all(one["reason"] and ({"from", "to"} & set(one)) for one in knowledge["inspector"])


def test_cycles_say_which_may_be_compared_and_why_not() -> None:
    cycles = load("cycles")["cycle"]
    assert [cycle["year"] for cycle in cycles] == sorted(cycle["year"] for cycle in cycles)
    for before, cycle in pairwise(cycles):
        assert cycle["comparable_with_previous"] == (cycle.get("comparable_with") == before["label"])
        assert cycle["comparable_with_previous"] or cycle["why_not"]
        assert ("adequate" in cycle["scale"]) == (cycle["year"] >= 2021)
    assert cycles[1]["except"][0]["pillar"] == "legitimacy"
