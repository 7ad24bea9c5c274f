"""National recommendations at the command line: work for the force at hand, whatever the order and the settings."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.store import open_register
from tests.cli.desk import Analyst

THEMATIC = """\
A national inspection of how forces vet the people who handle their dogs

Published on: 8 December 2016

Contents
Foreword
Recommendations

Foreword

Most forces know their dogs well. Fewer know the people who look after them.

HM Inspector of Constabulary

About our inspection

Between May and July 2016 we visited four forces: Kent Police, Norfolk Constabulary, Cheshire Constabulary and South
Wales Police. We don't grade forces in thematic inspections. The vetting of handlers was good in Kent Police.

Recommendations

Recommendation 1

By 31 March 2019, all forces should vet each dog handler to the level that the role needs, as Kent Police does.

Recommendation 2

By 30 June 2017, the Home Office should pay for a national register of dogs.

Recommendation 3

By 30 June 2017, chief constables and the College of Policing should agree how custody sergeants are trained.

Area for improvement 1

Forces should improve how they record complaints about dogs.
"""
CHESHIRE = """\
Cheshire PEEL 2018

Legitimacy

Last updated 27/09/2019

Good

The constabulary serves a county of towns and farms, and its officers told us of long days on the road.

In 2016 we recommended that all forces vet each dog handler to the level that the role needs. The constabulary has not
achieved this recommendation.

Areas for improvement

- The constabulary should review how its ethics panel chooses what it looks at.
"""
_FOLLOW_UP = CHESHIRE[CHESHIRE.index("In 2016") : CHESHIRE.index("Areas for")]
KENT = CHESHIRE.replace(_FOLLOW_UP, "").replace("Cheshire", "Kent").replace("constabulary", "force")
FILES = {"thematic.txt": THEMATIC, "cheshire.txt": CHESHIRE, "kent.txt": KENT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a national report and a report on each of two forces."""
    place = tmp_path / "in"
    place.mkdir()
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def analyst(data: Path, force: str | None) -> Analyst:
    """Give an analyst of a force, whose settings name it."""
    data.mkdir(exist_ok=True)
    settle(data, force)
    return Analyst(data)


def settle(data: Path, force: str | None) -> None:
    """Name the force at hand."""
    (data / "settings.toml").write_text(f'force = "{force}"\n' if force else "", encoding="utf-8")


def areas(data: Path) -> dict[str, set[tuple[str, bool]]]:
    """Give the stored areas: of each force the beginnings of their findings, and whether they are national."""
    register = open_register(data)
    words = {one.id: one.text[:40] for one in register.findings} | {one.id: one.text for one in register.references}
    found: dict[str, set[tuple[str, bool]]] = {}
    for area in register.areas:
        found.setdefault(area.force, set()).add((min(words[one.id] for one in area.members), area.national))
    return found


def ids(data: Path) -> set[str]:
    return {area.id for area in open_register(data).areas}


VETTED = ("By 31 March 2019, all forces should vet ", True)
TRAINED = ("By 30 June 2017, chief constables and th", True)
RECORDED = ("Forces should improve how they record co", True)
PANEL = ("The constabulary should review how its e", False)
KENTS = ("The force should review how its ethics p", False)


def test_national_recommendations_are_areas_of_the_force_at_hand_alone(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    assert desk("import", folder).status == 0
    assert areas(data) == {"cheshire": {VETTED, TRAINED, RECORDED, PANEL}, "kent": {KENTS}}


def test_where_no_force_is_named_they_are_areas_of_every_known_one(data: Path, folder: Path) -> None:
    analyst(data, None)("import", folder)
    assert areas(data) == {"cheshire": {VETTED, TRAINED, RECORDED, PANEL}, "kent": {VETTED, TRAINED, RECORDED, KENTS}}


def test_a_force_at_hand_of_which_nothing_is_known_yet_has_them_too(data: Path, folder: Path) -> None:
    analyst(data, "gwent")("import", folder / "thematic.txt")
    assert areas(data) == {"gwent": {VETTED, TRAINED, RECORDED}}


def test_what_a_later_report_says_became_of_one_stands_in_its_area(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    desk("import", folder)
    (one,) = [area for area in desk("areas", "--national", "--json").json() if len(area["members"]) > 1]
    assert (one["national"], one["inspectorate_view"], one["due"]) == (True, "not-achieved", "2019-03-31")
    assert {member["kind"] for member in one["members"]} == {"recommendation"}


@pytest.mark.parametrize("force", ["cheshire", "kent", None])
def test_the_ids_are_the_same_whatever_the_order_of_import(force: str | None, tmp_path: Path, folder: Path) -> None:
    ends = []
    for number, order in enumerate(permutations(FILES)):
        desk = analyst(tmp_path / f"data{number}", force)
        for name in order:
            desk("import", folder / name)
        ends.append((ids(desk.data), areas(desk.data)))
    assert all(end == ends[0] for end in ends)


def test_settings_that_name_another_force_count_at_once_and_no_decision_is_lost(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    desk("import", folder)
    trained = next(area["id"] for area in desk("areas", "--json").json() if "custody" in str(area["themes"]))
    assert desk("update", trained, "--owner", "PSD").status == 0
    settle(data, "kent")
    listed = desk("areas", "--json").json()
    assert {area["force"] for area in listed} == {"kent"}
    assert sum(area["national"] for area in listed) == 3
    assert areas(data)["kent"] == {KENTS}  # to look is not to write
    national = next(area["id"] for area in listed if area["national"])
    assert desk("note", national, "Seen.").status == 0
    assert areas(data)["kent"] == {KENTS, VETTED, TRAINED, RECORDED}
    kept: list[dict[str, Any]] = desk("areas", "--force", "cheshire", "--national", "--json").json()
    assert {area["id"]: area["owner"] for area in kept}[trained] == "PSD"
    assert len(kept) == 2  # the one decided on, and the one that its own report speaks of
    settle(data, "cheshire")
    back = desk("areas", "--json").json()
    assert {area["id"]: area["owner"] for area in back}[trained] == "PSD"
    assert sum(area["national"] for area in back) == 3


def test_an_import_with_nothing_new_takes_another_force_in_hand(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    desk("import", folder)
    settle(data, "kent")
    desk("import", folder)
    assert areas(data)["kent"] == {KENTS, VETTED, TRAINED, RECORDED}
    assert desk("doctor").status == 0


def test_a_day_gone_by_shows_them_as_they_were_then(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    desk("import", folder)
    then = desk("areas", "--as-of", "2017-01-01", "--json").json()
    assert [area["national"] for area in then] == [True, True, True]
    assert all(len(area["members"]) == 1 for area in then)


def test_they_are_marked_where_people_read_and_may_be_picked_out(data: Path, folder: Path) -> None:
    desk = analyst(data, "cheshire")
    desk("import", folder)
    assert desk("areas").out.count("(national)") == 3
    assert "Ethics panel" not in desk("areas", "--national").out
    state = " ".join(desk("status").out.split())
    assert "Areas 4 = 4 open + 0 in progress + 0 complete + 0 closed + 0 not accepted; 3 national" in state
    assert "Cheshire: 2 reports" in state
    assert desk("status", "--json").json()["national"] == 3
    assert "(national)" in desk("track", "vetting").out
    overdue = desk("check", "--overdue", "--national")
    assert (overdue.status, overdue.out.count("\n"), "comments" in overdue.out) == (1, 2, False)
    recommended = desk("findings", "--kind", "recommendation", "--json").json()
    assert [one["addressed_to"] for one in recommended] == ["all-forces", "all-forces"]


def test_without_national_areas_nothing_is_said_of_them(data: Path, folder: Path) -> None:
    desk = analyst(data, "kent")
    desk("import", folder / "kent.txt")
    assert "national" not in desk("status").out + desk("areas").out
    ran = desk("areas", "--national")
    assert (ran.status, "match these filters" in ran.out) == (0, True)
