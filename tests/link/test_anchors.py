"""Formal findings and follow-ups: which are one area, which must stay apart, what is only proposed."""

from __future__ import annotations

import pytest

from inspect_cli.link import link
from inspect_cli.model import FindingKind, LinkKind
from tests.builders import finding, report
from tests.link.rows import Row, held, joined, link_rows, proposals

RECORD_FORCE = "The force should record each time that force is used, and monitor how well by national rules."
CLEARANCE = (
    "The force should ensure that everybody holds the lowest level of vetting for their role and clear its queue."
)
GROUNDS = (
    "The force should ensure that stop and search records hold reasonable grounds and that officers understand them."
)

TABLES = {
    "a follow-up names what an earlier report listed": [
        Row("afi", 2017, "use-of-force", RECORD_FORCE),
        Row("afi", 2017, "advisory-groups", "The force should give its advisory groups an outside chair."),
        Row(
            "2017 afi not-discharged", 2018, "use-of-force", "The 2017 ask to record and monitor force still stands.", 0
        ),
        Row("2017 afi discharged", 2018, "advisory-groups", "Its advisory groups now have an outside chair.", 1),
    ],
    "a follow-up does not name another year's, another kind's or another field's": [
        Row("afi", 2016, "use-of-force", "The force should publish figures on Taser for its communities."),
        Row("rec", 2017, "use-of-force", "The force should teach officers to calm people before they use handcuffs."),
        Row("afi", 2017, "stop-and-search", GROUNDS),
        Row("2017 afi not-discharged", 2018, "use-of-force", "It does not yet record each time that force is used."),
    ],
    "an ask restated in the next report is one area": [
        Row("afi", 2016, "stop-and-search", GROUNDS),
        Row(
            "afi",
            2018,
            "stop-and-search",
            "The force should make sure that all stop and search records hold reasonable "
            "grounds, and that officers understand these.",
            0,
        ),
    ],
    "like words under another theme are another thing": [
        Row(
            "afi",
            2016,
            "stop-and-search",
            "The force should give all its front-line officers a yearly day of training on stop and search.",
        ),
        Row(
            "afi",
            2018,
            "domestic-abuse",
            "The force should give all its front-line officers a yearly day of training on domestic abuse.",
        ),
    ],
    "one theme and other words are another thing": [
        Row("afi", 2016, "crime-recording", "The force should record crimes within 24 hours of a victim's report."),
        Row(
            "afi", 2018, "crime-recording", "The force should tell victims before it cancels the record of their crime."
        ),
    ],
    "like words on two matters of a theme are two things": [
        Row(
            "afi",
            2016,
            "integrity-registers",
            "The force should check the forms each week on which staff declare each business interest.",
        ),
        Row(
            "afi",
            2018,
            "integrity-registers",
            "The force should check the forms each week on which staff declare each gift.",
        ),
        Row(
            "2015 rec not-achieved",
            2019,
            "integrity-registers",
            "It should check the forms each week on which staff declare gifts.",
            1,
        ),
        Row(
            "2015 rec not-achieved",
            2021,
            "integrity-registers",
            "It should check the forms each week on which staff declare second jobs.",
            0,
        ),
    ],
    "one matter needs some likeness of words": [
        Row(
            "rec",
            2016,
            "vetting",
            "Within two years, everybody should hold the lowest level of vetting for their role.",
        ),
        Row("afi", 2018, "vetting", CLEARANCE, 0),
        Row(
            "afi", 2021, "vetting", "The force should find more people for its vetting unit before demand outgrows it."
        ),
    ],
    "a follow-up joins the ask that its own report makes anew": [
        Row(
            "2016 rec not-achieved", 2018, "vetting", "Not everybody holds the lowest level of vetting for their role."
        ),
        Row("afi", 2018, "vetting", CLEARANCE, 0),
        Row("afi", 2018, "vetting disproportionality", "The force should look for disparities in whom it refuses."),
    ],
    "what was discharged is not what the same report asks": [
        Row("2016 rec discharged", 2018, "vetting", "All now hold the level of vetting that we recommended."),
        Row("afi", 2018, "vetting", "The force should give its vetting unit a plan for renewals."),
    ],
    "one report lists two findings apart, however alike": [
        Row("afi", 2018, "vetting", CLEARANCE),
        Row("afi", 2018, "vetting", CLEARANCE.replace("everybody", "every volunteer")),
    ],
    "a third finding does not bring two of one report together": [
        Row("afi", 2016, "vetting", CLEARANCE),
        Row("afi", 2018, "vetting", CLEARANCE.replace("everybody", "every volunteer")),
        Row("afi", 2018, "vetting", CLEARANCE, 0),
    ],
    "two pages of one inspection hold the same finding": [
        Row("afi", 2018, "stop-and-search", GROUNDS),
        Row("afi", 2018, "stop-and-search", GROUNDS, 0, report="again"),
    ],
    "two reports follow up one recommendation that was never imported": [
        Row("2016 rec in-progress", 2017, "vetting", "It has begun to clear its vetting backlogs, as asked."),
        Row("2016 rec not-achieved", 2018, "vetting", "It still has backlogs in vetting.", 0),
        Row("2016 rec not-achieved", 2018, "vetting", "It does not look for disparities in whom it refuses."),
        Row("2015 rec not-achieved", 2018, "custody", "It still has backlogs in custody records."),
    ],
    "findings without a theme need the same words": [
        Row("afi", 2016, "", "The force should publish a yearly plan of how it listens to young people in care."),
        Row("afi", 2018, "", "The force should publish a yearly plan of how it listens to young people in care.", 0),
        Row("afi", 2019, "", "The force should publish a yearly plan of how it spends money on cars."),
    ],
}


@pytest.mark.parametrize("name", TABLES)
def test_each_find_joins_the_one_it_must_and_no_other(name: str) -> None:
    rows = TABLES[name]
    linked, ids = link_rows(rows)
    assert joined(linked, ids) == [row.joins for row in rows]
    assert set().union(*map(held, linked.areas)) == set(ids)


def test_what_two_reports_ask_alike_and_one_lists_apart_is_proposed() -> None:
    linked, ids = link_rows(TABLES["a third finding does not bring two of one report together"])
    assert proposals(linked, ids) == {(1, 0)}


def test_words_half_alike_are_proposed_with_their_likeness() -> None:
    rows = [
        Row(
            "afi",
            2016,
            "investigation",
            "The force should ensure that a sergeant reviews every written investigation plan monthly.",
        ),
        Row(
            "afi",
            2018,
            "investigation",
            "The force should have each written investigation plan shared with victims early.",
        ),
    ]
    linked, ids = link_rows(rows)
    assert joined(linked, ids) == [None, None]
    assert proposals(linked, ids) == {(1, 0)}
    (proposal,) = (member for area in linked.areas for member in area.proposed)
    assert proposal.score is not None
    assert "2016 area for improvement" in proposal.why


def test_one_matter_in_other_words_is_proposed_to_the_area_before() -> None:
    linked, ids = link_rows(TABLES["one matter needs some likeness of words"])
    assert proposals(linked, ids) == {(2, 0)}


def test_a_follow_up_that_may_be_two_findings_is_proposed_to_both_and_is_no_area() -> None:
    rows = [
        Row("afi", 2017, "wellbeing", "The force should train supervisors to see when officers are unwell."),
        Row("afi", 2017, "wellbeing", "The force should offer its staff an occupational health service in good time."),
        Row("2017 afi not-discharged", 2018, "wellbeing", "It has not yet put this right."),
    ]
    linked, ids = link_rows(rows)
    assert proposals(linked, ids) == {(2, 0), (2, 1)}
    assert len(linked.areas) == 2
    assert linked.resolutions[0].because == "2 findings may be the 2017 area for improvement"


def test_the_recommendations_of_a_cause_of_concern_are_areas_of_their_own() -> None:
    """They close one by one, so each is tracked beside its parent."""
    cause = finding("The force fails to record crime.", kind=FindingKind.CAUSE_OF_CONCERN)
    rows = [
        cause,
        finding("Train those who record.", kind=FindingKind.RECOMMENDATION, parent=cause.id),
        finding("Look at what was cancelled.", kind=FindingKind.RECOMMENDATION, parent=cause.id),
    ]
    linked = link("cheshire", [report()], rows, [])
    assert sorted(map(sorted, map(held, linked.areas))) == sorted([one.id] for one in rows)


def test_reasons_name_the_evidence() -> None:
    linked, _ = link_rows(TABLES["a follow-up joins the ask that its own report makes anew"])
    (area,) = (one for one in linked.areas if one.years == (2016, 2018))
    reasons = {member.link: member.why for member in area.members}
    assert reasons[LinkKind.REFERENCE] == "the 2016 recommendation, known only by this follow-up"
    assert "same report and same matter as the follow-up on the 2016 recommendation" in reasons[LinkKind.SAME_REPORT]


def test_a_resolved_follow_up_says_which_finding_and_which_verdict() -> None:
    linked, ids = link_rows(TABLES["a follow-up names what an earlier report listed"])
    assert {(one.reference, one.resolved_to) for one in linked.resolutions} == {(ids[2], ids[0]), (ids[3], ids[1])}
    whys = {member.why for area in linked.areas for member in area.members if member.link is LinkKind.REFERENCE}
    assert "the later report names the 2017 area for improvement: not discharged" in whys
