"""link, unlink and the commands of areas: the analyst's ruling wins, is undone, and what cannot be is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.desk import ABUSE, CAPACITY, ETHICS, VETTING, Analyst
from tests.running import run, snapshot


@pytest.fixture
def analyst(imported: Path) -> Analyst:
    return Analyst(imported)


def members(area: dict[str, Any]) -> dict[str, str]:
    """Give the members of an area with the kind of their link."""
    return {member["id"]: member["link"] for member in area["members"]}


def loose(analyst: Analyst) -> str:
    """Give the id of a concern that is in no area and proposed to none."""
    proposed = {one["id"] for area in analyst.areas().values() for one in area["proposed"]}
    found = analyst("findings", "--kind", "concern", "--json").json()
    return next(str(one["id"]) for one in found if one["area"] is None and one["id"] not in proposed)


def test_a_find_is_linked_and_unlinked(analyst: Analyst) -> None:
    before, find, area = analyst.areas(), loose(analyst), analyst.id(ETHICS)
    assert f"{find[:5]} linked" in analyst("link", find[:6], area, "--reason", "one matter").out
    linked = analyst.areas()[ETHICS]
    assert members(linked)[find] == "analyst"
    assert "one matter" in analyst("show", area).out
    assert "nothing to change" in analyst("link", find, area).out
    (event,) = analyst("unlink", find, "--json").json()
    assert (event["kind"], event["from"], event["field"]) == ("unlink", find, "member")
    assert members(analyst.areas()[ETHICS]) == members(before[ETHICS])


@pytest.mark.parametrize(("option", "kind"), [("--accept", "link"), ("--reject", "unlink")])
def test_a_proposed_link_is_settled(option: str, kind: str, analyst: Analyst) -> None:
    (area,) = analyst("areas", "--proposed", "--json").json()
    (find,) = [one["id"] for one in area["proposed"]]
    shown = analyst("areas", "--proposed").out
    assert find[:5] in shown
    assert f"{area['proposed'][0]['score']:.2f}" in shown
    (event,) = analyst("link", option, find, "--reason", "read both", "--json").json()
    assert (event["kind"], event["area"], event["reason"]) == (kind, area["id"], "read both")
    assert analyst("areas", "--proposed", "--json").json() == []
    assert analyst("areas", "--proposed").out.strip() == "No link awaits a ruling."
    assert (find in members(analyst.areas()[area["title"]])) is (kind == "link")
    assert analyst("undo").status == 0
    assert analyst("areas", "--proposed", "--json").json() == [area]


def test_merged_areas_are_one_until_that_is_undone(analyst: Analyst) -> None:
    before, kept, other = analyst.areas(), analyst.id(ETHICS), analyst.id(CAPACITY)
    assert f"{other[:5]} merged into it" in analyst("areas", "merge", kept, other, "--reason", "one board").out
    after = analyst.areas()
    assert CAPACITY not in after
    assert members(after[ETHICS]).keys() == members(before[ETHICS]).keys() | members(before[CAPACITY]).keys()
    assert analyst("show", other, "--json").json()["id"] == kept
    assert [event["id"] for event in analyst.log(other)] == [event["id"] for event in analyst.log(kept)]
    assert "took back" in analyst("undo").out
    assert analyst.areas() == before


def test_members_are_split_off_into_an_area_of_their_own(analyst: Analyst) -> None:
    area = analyst.areas()[VETTING]
    find = area["members"][0]["id"]
    (event,) = analyst("areas", "split", area["id"], find, "--json").json()
    assert event["finds"] == [find]
    after = {one["id"]: members(one) for one in analyst.areas().values()}
    assert list(after[event["to"]]) == [find]
    assert find not in after[area["id"]]


def test_a_concern_becomes_an_area_and_gets_a_title(analyst: Analyst) -> None:
    find = loose(analyst)
    (event,) = analyst("areas", "open", find, "--json").json()
    assert "title Calls to the desk, was " in " ".join(
        analyst("areas", "rename", event["area"], "Calls", "to the desk", day="2026-03-03").out.split()
    )
    assert list(members(analyst.areas()["Calls to the desk"])) == [find]


def test_a_merge_of_three_asks_first(analyst: Analyst) -> None:
    areas = [analyst.id(title) for title in (ETHICS, CAPACITY, ABUSE)]
    before = snapshot(analyst.data)
    ran = analyst("areas", "merge", *areas)
    assert (ran.status, ran.out) == (2, "")
    assert "3 areas would be changed" in ran.err
    assert snapshot(analyst.data) == before
    assert analyst("areas", "merge", *areas, "--yes").status == 0


def test_a_planned_ruling_writes_nothing(analyst: Analyst) -> None:
    before = snapshot(analyst.data)
    ran = analyst("areas", "merge", analyst.id(ETHICS), analyst.id(ABUSE), "--dry-run")
    assert "this is the plan" in ran.out
    assert snapshot(analyst.data) == before


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("link", "FIND"), "no area was named"),
        (("link", "AREA"), "no finding"),
        (("link", "--accept", "FIND"), "is not proposed"),
        (("link", "--accept", "--reject", "FIND"), "--accept and --reject"),
        (("unlink", "FIND"), "is in no area"),
        (("unlink", "zzz"), "zzz"),
        (("areas", "merge", "AREA", "AREA"), "itself"),
        (("areas", "merge", "AREA"), "OTHER"),
        (("areas", "split", "AREA", "FIND"), "not in area"),
        (("areas", "open", "AREA"), "no finding"),
        (("areas", "rename", "AREA", " "), "title is empty"),
        (("areas", "marge", "AREA"), "merge"),
    ],
)
def test_what_cannot_be_ruled_is_refused_in_words(command: tuple[str, ...], said: str, analyst: Analyst) -> None:
    names = {"AREA": analyst.id(ETHICS), "FIND": loose(analyst)}
    before = snapshot(analyst.data)
    ran = analyst(*(names.get(word, word) for word in command))
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert snapshot(analyst.data) == before


@pytest.mark.parametrize(
    "command",
    ["link f4k2m a7k2m", "unlink f4k2m", "areas merge a7k2m a8k2m", "areas split a7k2m f4k2m", "areas open f4k2m"],
)
def test_an_empty_store_has_nothing_to_rule_on(command: str, data: Path) -> None:
    ran = run(*command.split(), data=data)
    assert (ran.status, ran.out) == (2, "")
    assert snapshot(data) == {}


@pytest.mark.parametrize("name", ["merge", "split", "open", "rename"])
def test_each_command_of_areas_has_the_common_options_and_an_example(name: str) -> None:
    ran = run("areas", name, "--help")
    assert ran.status == 0
    assert f"Example: inspect-cli areas {name}" in ran.out
    wanted = ("--json", "--reason", "--by", "--dry-run", "--yes")
    assert [option for option in wanted if option not in ran.out] == []
