"""Concerns in running text: which area they join, when they make one, when they stay alone."""

from __future__ import annotations

import pytest

from inspect_cli.link import link
from inspect_cli.model import Addressee, FindingKind, LinkKind
from tests.builders import finding, report
from tests.link.rows import Row, held, joined, link_rows, proposals

CLEARANCE = (
    "The force should ensure that everybody holds the lowest level of vetting for their role and clear its queue."
)
PANEL = "The force should let everybody know of its ethics panel and of how to put a question to it."
UNIT = "The force should ensure that its CCU has enough capability and capacity to act first."
WELL = "The force should train its supervisors to see early signs of stress in the officers they lead."
VAGUE = "However, Cheshire needs to improve some areas of vetting, and there is more to do."

TABLES = {
    "on the matter of a finding of the same report": [
        Row("afi", 2018, "vetting", CLEARANCE),
        Row("afi", 2018, "ethics", PANEL),
        Row("afi", 2018, "counter-corruption", UNIT),
        Row("concern", 2018, "vetting", "There are backlogs, and 40 people wait.", 0),
        Row("concern", 2018, "ethics", "Few had heard of an ethics committee.", 1),
        Row("concern", 2018, "counter-corruption", "But the unit lacks the capacity to look ahead.", 2),
    ],
    "on another matter of the theme": [
        Row("afi", 2018, "vetting", CLEARANCE),
        Row("afi", 2018, "counter-corruption", UNIT),
        Row("concern", 2018, "vetting", "It does not look for disparities in whom it refuses."),
        Row("concern", 2018, "counter-corruption", "The threat assessment could say more of each town."),
        Row("concern", 2018, "counter-corruption", "Nobody owns what follows, and there are no dates."),
        Row("concern", 2018, "complaints", "There is a backlog of complaints."),
    ],
    "on the matter of a finding of another year": [
        Row("concern", 2016, "vetting", "Too many wait in a backlog."),
        Row("afi", 2018, "vetting", CLEARANCE, 0),
        Row("concern", 2012, "counter-corruption", "The number of staff is what it was."),
        Row("afi", 2018, "counter-corruption", UNIT),
    ],
    "in the words of a finding of the same report": [
        Row("afi", 2018, "wellbeing", WELL),
        Row("concern", 2018, "wellbeing", "Supervisors were not trained to see signs of stress in officers.", 0),
        Row("concern", 2018, "wellbeing", "The gym is closed at night."),
        Row("concern", 2018, "digital", "Supervisors were never trained to see signs of stress in officers."),
    ],
    "in the words of a finding of another year": [
        Row("afi", 2016, "wellbeing", WELL),
        Row("concern", 2018, "wellbeing", "Supervisors are not trained to see early signs of stress in officers.", 0),
        Row("concern", 2018, "wellbeing", "Officers who lead others are tired."),
    ],
    "of two findings in one sentence": [
        Row("afi", 2018, "vetting", CLEARANCE),
        Row("afi", 2018, "abuse-of-position", "The force should tell everyone that abuse of position is corruption."),
        Row("concern", 2018, "vetting abuse-of-position", "Overdue vetting hides abuse of position.", 0),
    ],
    "a theme and nothing more, where the year spoke of one matter": [
        Row("2016 rec not-achieved", 2018, "vetting", "Not everybody holds the lowest level of vetting."),
        Row("afi", 2018, "vetting disproportionality", "The force should look for disparities in whom it refuses."),
        Row("concern", 2016, "vetting", VAGUE, 0),
        Row("concern", 2016, "ethics", "It must do better in matters of ethics."),
        Row("concern", 2014, "vetting", VAGUE),
        Row("concern", 2018, "vetting", VAGUE),
    ],
    "a theme that is one matter, in two years": [
        Row("concern", 2016, "abuse-of-position", "More must be trained to see signs of it."),
        Row("concern", 2018, "abuse-of-position", "Staff did not know its signs.", 0),
        Row("concern", 2018, "abuse-of-position", "Detectives had heard nothing of it.", 0),
        Row("good", 2018, "abuse-of-position", "The plan against abuse of position is clear to all."),
    ],
    "a matter in two years, and a theme in two years": [
        Row("concern", 2014, "integrity-registers", "Few declare a second job."),
        Row("concern", 2018, "integrity-registers", "Business interests are not looked at again.", 0),
        Row("concern", 2016, "social-media", "Some posts were not fit to be seen."),
        Row("concern", 2018, "social-media", "The guidance on posts is old."),
    ],
    "one year makes no area, nor does an undated report": [
        Row("concern", 2018, "abuse-of-position", "Staff did not know its signs."),
        Row("concern", 2018, "abuse-of-position", "Detectives had heard nothing of it.", report="again"),
        Row("concern", None, "abuse-of-position", "More must be trained to see signs of it."),
    ],
    "an undated report joins what two others made": [
        Row("concern", 2016, "abuse-of-position", "More must be trained to see signs of it."),
        Row("concern", 2018, "abuse-of-position", "Staff did not know its signs.", 0),
        Row("concern", None, "abuse-of-position", "This is not always understood.", 0),
    ],
}


@pytest.mark.parametrize("name", TABLES)
def test_a_concern_joins_the_area_it_must_and_no_other(name: str) -> None:
    rows = TABLES[name]
    linked, ids = link_rows(rows)
    assert joined(linked, ids) == [row.joins for row in rows]


def test_a_sentence_on_two_things_is_in_both_areas() -> None:
    linked, ids = link_rows(TABLES["of two findings in one sentence"])
    assert [ids[2] in held(area) for area in linked.areas] == [True, True]


def test_a_vague_concern_is_proposed_where_its_year_spoke_of_several() -> None:
    linked, ids = link_rows(TABLES["a theme and nothing more, where the year spoke of one matter"])
    assert proposals(linked, ids) == {(5, 0), (5, 1)}
    (member,) = (one for area in linked.areas for one in area.members if one.id == ids[2])
    assert (member.link, member.why) == (LinkKind.WORDING, "the only vetting matter of the 2016 inspection")


def test_an_undated_vague_concern_is_only_proposed() -> None:
    linked, ids = link_rows([Row("afi", 2018, "vetting", CLEARANCE), Row("concern", None, "vetting", VAGUE)])
    assert joined(linked, ids) == [None, None]
    assert proposals(linked, ids) == {(1, 0)}


def test_a_concern_on_a_matter_that_two_findings_share_goes_to_the_clearly_better() -> None:
    first = Row("afi", 2018, "vetting", "The force should clear the backlog of renewals among its detectives.")
    second = Row("afi", 2018, "vetting", "The force should give its vetting unit more people and better systems.")
    near = Row("concern", 2018, "vetting", "There is a backlog of renewals among detectives.", 0)
    unclear = Row("concern", 2018, "vetting", "Overdue vetting is a risk.")
    linked, ids = link_rows([first, second, near, unclear])
    assert joined(linked, ids) == [None, None, 0, None]
    assert {(3, 0), (3, 1)} <= proposals(linked, ids)


@pytest.mark.parametrize("addressed_to", [Addressee.ALL_FORCES, Addressee.OTHER])
def test_what_is_said_to_others_joins_nothing(addressed_to: Addressee) -> None:
    afi = finding(CLEARANCE, themes=("vetting",))
    concern = finding(
        "Backlogs grow.", themes=("vetting",), kind=FindingKind.CONCERN, addressed_to=addressed_to, force=None
    )
    (area,) = link("cheshire", [report()], [afi, concern], []).areas
    assert held(area) == {afi.id}


def test_a_concern_gives_an_area_only_the_themes_that_fit() -> None:
    rows = [
        Row("concern", 2016, "vulnerability abuse-of-position", "Some exploit vulnerable people by abuse of position."),
        Row("concern", 2018, "abuse-of-position counter-corruption", "Staff did not know its signs."),
    ]
    linked, _ = link_rows(rows)
    assert [area.themes for area in linked.areas] == [("abuse-of-position",)]
    assert not linked.areas[0].formal
