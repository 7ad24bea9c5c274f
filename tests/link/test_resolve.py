"""Which earlier finding a follow-up names, and why none."""

from __future__ import annotations

import pytest

from inspect_cli.model import Pillar
from tests.link.rows import Row, link_rows

SUPERVISE = "The force should ensure that sergeants supervise each investigation and write down what they decide."
PLANS = "The force should ensure that each investigation has a written plan from its first day."
EFFECTIVENESS = Pillar.EFFECTIVENESS

TABLE = [
    (
        "the only one of its year, kind and theme",
        Row("2017 afi discharged", 2018, "investigation", "The force has put right what we asked of it."),
        [Row("afi", 2017, "investigation", PLANS)],
        0,
    ),
    (
        "of several the one with its words",
        Row(
            "2017 afi discharged",
            2018,
            "investigation",
            "Sergeants now supervise each investigation and write down why.",
        ),
        [Row("afi", 2017, "investigation", PLANS), Row("afi", 2017, "investigation", SUPERVISE)],
        1,
    ),
    (
        "of several the one on its matter",
        Row("2016 rec in-progress", 2018, "vetting", "Work on the backlogs goes on."),
        [
            Row("rec", 2016, "vetting", "Record the rationale of each refusal."),
            Row("rec", 2016, "vetting", "Clear overdue vetting."),
        ],
        1,
    ),
    (
        "of two on its matter the one with clearly more of its words",
        Row("2016 rec in-progress", 2018, "vetting", "A backlog of renewals among detectives of rank remains."),
        [
            Row("rec", 2016, "vetting", "Clear the backlog of renewals among detectives of every rank."),
            Row("rec", 2016, "vetting", "Clear the backlog of new volunteers and of students."),
        ],
        0,
    ),
    (
        "the same finding on two pages counts once",
        Row("2017 afi discharged", 2018, "investigation", "Every plan is now written down on the first day."),
        [Row("afi", 2017, "investigation", PLANS), Row("afi", 2017, "investigation", PLANS, report="again")],
        0,
    ),
    (
        "no year, but the words of one earlier finding",
        Row(
            "? afi not-discharged",
            2018,
            "investigation",
            "Sergeants still do not supervise each investigation and write down what they decide.",
        ),
        [Row("afi", 2016, "investigation", SUPERVISE), Row("afi", 2017, "stop-and-search", "Publish find rates.")],
        0,
    ),
    (
        "a mention with the finding's own words",
        Row(
            "2017 afi mentioned",
            2018,
            "investigation",
            "In 2017 we asked that each investigation has a written plan from its first day.",
        ),
        [Row("afi", 2017, "investigation", PLANS)],
        0,
    ),
    (
        "another year",
        Row("2016 afi discharged", 2018, "investigation", "Every plan is now written."),
        [Row("afi", 2017, "investigation", PLANS)],
        "the 2016 area for improvement is in none of the imported reports",
    ),
    (
        "another kind",
        Row("2017 rec achieved", 2018, "investigation", "Every plan is now written."),
        [Row("afi", 2017, "investigation", PLANS)],
        "the 2017 recommendation is in none of the imported reports",
    ),
    (
        "another theme",
        Row("2017 afi discharged", 2018, "custody", "Detainees are seen at once."),
        [Row("afi", 2017, "investigation", PLANS)],
        "the 2017 area for improvement is in none of the imported reports",
    ),
    (
        "another pillar",
        Row("2017 afi discharged", 2018, "vulnerability", "It is put right.", pillar=Pillar.LEGITIMACY),
        [Row("afi", 2017, "vulnerability", "Assess the risk to each missing child.", pillar=EFFECTIVENESS)],
        "the 2017 area for improvement is in none of the imported reports",
    ),
    (
        "another matter of the theme",
        Row("2016 rec achieved", 2018, "vetting", "Reasons are now recorded: the rationale is plain."),
        [Row("rec", 2016, "vetting", "Clear overdue vetting.")],
        "the 2016 recommendation is in none of the imported reports",
    ),
    (
        "two that fit alike",
        Row("2017 afi not-discharged", 2018, "investigation", "Much is still to be done."),
        [Row("afi", 2017, "investigation", PLANS), Row("afi", 2017, "investigation", SUPERVISE)],
        "2 findings may be the 2017 area for improvement",
    ),
    (
        "no year and no like words",
        Row("? afi not-discharged", 2018, "investigation", "Much is still to be done."),
        [Row("afi", 2017, "investigation", PLANS)],
        "it names no year, and no earlier finding is like it",
    ),
    (
        "a mention of several",
        Row("2017 rec mentioned", 2018, "investigation", "That report made several recommendations."),
        [Row("rec", 2017, "investigation", PLANS)],
        "it names no single recommendation",
    ),
    (
        "a judgement",
        Row("2017 judgement carried-over", 2018, "investigation", "The judgment of 2017 has been carried over."),
        [Row("afi", 2017, "investigation", PLANS)],
        "it speaks of an earlier judgement, not of a finding",
    ),
]


@pytest.mark.parametrize(("follow_up", "earlier", "answer"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_a_follow_up_is_resolved_when_exactly_one_finding_is_left(
    follow_up: Row, earlier: list[Row], answer: int | str
) -> None:
    linked, ids = link_rows([*earlier, follow_up])
    (resolution,) = linked.resolutions
    assert resolution.reference == ids[-1]
    if isinstance(answer, str):
        assert (resolution.resolved_to, resolution.because) == (None, answer)
    else:
        texts = dict(zip(ids, (row.text for row in earlier), strict=False))
        assert resolution.resolved_to is not None
        assert (texts[resolution.resolved_to], resolution.because) == (earlier[answer].text, None)


@pytest.mark.parametrize(
    "row",
    [
        Row("2017 rec mentioned", 2018, "vetting", "That report made several recommendations on vetting."),
        Row("2017 judgement carried-over", 2018, "vetting", "The judgment on vetting has been carried over."),
        Row("2017 inspection mentioned", 2018, "vetting", "We inspected vetting in 2017."),
    ],
)
def test_what_names_no_finding_makes_no_area(row: Row) -> None:
    linked, _ = link_rows([row])
    assert linked.areas == ()
    assert linked.resolutions[0].because


def test_a_mention_that_may_be_one_of_several_findings_joins_none_of_them() -> None:
    asked = (f"The force should clear its backlog of vetting renewals for {who} within the year." for who in _WHO)
    earlier = [Row("afi", 2017, "vetting", text) for text in asked]
    mention = Row("2017 afi mentioned", 2018, "vetting", "The force should clear its backlog of vetting renewals.")
    linked, ids = link_rows([*earlier, mention])
    assert linked.resolutions[0].because == "2 findings may be the 2017 area for improvement"
    assert ids[-1] not in {member.id for area in linked.areas for member in (*area.members, *area.proposed)}


_WHO = ("officers", "staff")
