"""Areas across the years: the threads of the five source reports, and the laws that hold for any."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.link import link
from inspect_cli.model import Addressee, Area, Deadline, FindingKind, Linked, make_id
from tests.builders import finding, report
from tests.link.rows import Row, held, link_rows, report_of
from tests.link.seed_finds import FINDINGS, FOLLOW_UPS, REPORTS, undated

PLACES = {one.id: (one.report, one.span.line) for one in FINDINGS}
PLACES |= {one.id: (one.report, one.span.line) for one in FOLLOW_UPS}
LEGITIMACY, PRESS, ASSESSMENT = "legitimacy-2018", "press-2016", "assessment-2016"

CLEARANCE = "Vetting clearance and backlogs"
ABUSE = "Abuse of position for a sexual purpose"
THREADS = {
    CLEARANCE: {(LEGITIMACY, 71), (ASSESSMENT, 23), (LEGITIMACY, 41), (LEGITIMACY, 73)},
    "Disproportionality in vetting decisions": {(LEGITIMACY, 42), (LEGITIMACY, 67)},
    ABUSE: {(PRESS, 27), (ASSESSMENT, 23), (LEGITIMACY, 103)},
    "Counter-corruption capability and capacity": {(LEGITIMACY, 43), (LEGITIMACY, 101)},
    "Ethics panel": {(LEGITIMACY, 40), (LEGITIMACY, 61)},
    "Complaints: information to complainants and recording": {(LEGITIMACY, 65)},
}


def _threads(linked: Linked) -> dict[str, set[tuple[str, int]]]:
    return {area.title: {PLACES[name] for name in held(area)} for area in linked.areas}


def _known(linked: Linked) -> dict[str, Area]:
    return {area.title: area for area in linked.areas}


def test_the_five_reports_give_their_six_threads_and_no_other() -> None:
    assert _threads(link("cheshire", REPORTS, FINDINGS, FOLLOW_UPS)) == THREADS


def test_the_standing_example_is_known_whole() -> None:
    area = _known(link("cheshire", REPORTS, FINDINGS, FOLLOW_UPS))[CLEARANCE]
    assert (area.first_raised, area.last_seen, area.years, area.inspections) == (2016, 2018, (2016, 2018), 2)
    assert area.deadline == Deadline("within two years", date(2018, 12, 8))
    assert (area.inspectorate_view, area.formal, area.themes) == ("not-achieved", True, ("vetting",))


@pytest.mark.parametrize(
    ("title", "years", "view", "themes"),
    [
        ("Disproportionality in vetting decisions", (2018,), None, ("vetting", "disproportionality")),
        (ABUSE, (2016, 2018), None, ("abuse-of-position",)),
        ("Counter-corruption capability and capacity", (2018,), None, ("counter-corruption",)),
        ("Ethics panel", (2018,), None, ("ethics",)),
        ("Complaints: information to complainants and recording", (2017, 2018), "achieved", ("complaints",)),
    ],
)
def test_the_other_threads_have_their_years_view_and_themes(
    title: str, years: tuple[int, ...], view: str | None, themes: tuple[str, ...]
) -> None:
    area = _known(link("cheshire", REPORTS, FINDINGS, FOLLOW_UPS))[title]
    assert (area.years, area.inspectorate_view, area.themes, area.formal) == (years, view, themes, title != ABUSE)


def test_an_undated_press_release_changes_no_thread() -> None:
    assert _threads(link("cheshire", *undated(PRESS))) == THREADS


def test_an_undated_assessment_is_proposed_where_its_year_decided() -> None:
    linked = link("cheshire", *undated(ASSESSMENT))
    assert _threads(linked) == THREADS | {CLEARANCE: THREADS[CLEARANCE] - {(ASSESSMENT, 23)}}
    assert [PLACES[one.id] for one in _known(linked)[CLEARANCE].proposed] == [(ASSESSMENT, 23)]


def test_an_area_goes_by_its_earliest_member_that_no_other_area_has() -> None:
    areas = _known(link("cheshire", REPORTS, FINDINGS, FOLLOW_UPS))
    (press,) = (name for name, place in PLACES.items() if place == (PRESS, 27))
    assert areas[ABUSE].id == make_id("a", "cheshire", press, size=6)
    assert len({area.id for area in areas.values()}) == len(areas)


def test_two_areas_of_the_same_members_have_ids_of_their_own() -> None:
    rows = [
        Row("concern", year, "abuse-of-position use-of-force", f"Few knew of it in {year}.") for year in (2016, 2018)
    ]
    linked, ids = link_rows(rows)
    assert [held(area) for area in linked.areas] == [set(ids), set(ids)]
    assert len({area.id for area in linked.areas}) == 2


def test_what_names_another_force_is_left_out() -> None:
    linked = link("cheshire", [], [finding(force="kent"), finding("Clear it.", force=None)], [])
    assert [len(area.members) for area in linked.areas] == [1]


@pytest.mark.parametrize(
    ("said", "area_says"),
    [
        ([Addressee.ALL_FORCES], Addressee.ALL_FORCES),
        ([Addressee.OTHER], Addressee.OTHER),
        ([Addressee.ALL_FORCES, Addressee.FORCE], Addressee.FORCE),
    ],
)
def test_an_area_is_the_forces_unless_all_that_is_formal_in_it_says_otherwise(
    said: list[Addressee], area_says: Addressee
) -> None:
    rows = [
        finding("Clear the vetting backlog of renewals soon.", addressed_to=to, report=f"r{place}", themes=("vetting",))
        for place, to in enumerate(said)
    ]
    (area,) = link("cheshire", [report(id="r0"), report(id="r1")], rows, []).areas
    assert area.addressed_to is area_says


def test_nothing_told_gives_nothing() -> None:
    assert link("cheshire", [], [], []) == Linked((), ())
    assert link("cheshire", [report()], [finding(kind=FindingKind.GOOD_PRACTICE)], []).areas == ()


WORDS = ["backlog", "vetting", "clearance", "level", "panel", "staff", "capacity", "training", "records", "grounds"]
KINDS = ["afi", "afi", "rec", "cause", "concern", "concern", "good", "2016 rec not-achieved", "2017 afi discharged"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(KINDS),
        st.sampled_from([2012, 2016, 2017, 2018, None]),
        st.sampled_from(["vetting", "ethics", "vetting abuse-of-position", "counter-corruption", "use-of-force", ""]),
        TEXTS.map("The force must improve {}.".format),
        joins=st.none(),
        report=st.sampled_from(["", "again"]),
        pillar=st.none(),
    ),
    unique_by=lambda row: row.record().id,
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_the_laws_of_linking(rows: list[Row]) -> None:
    linked, ids = link_rows(rows)
    homes = Counter(name for area in linked.areas for name in held(area))
    formal = {row.record().id: row for row in rows if row.kind in ("afi", "rec", "cause")}
    assert all(homes[name] == 1 for name in formal)
    assert max(homes.values(), default=0) <= 2
    assert not {ids[place] for place, row in enumerate(rows) if row.kind == "good"} & set(homes)
    assert len({area.id for area in linked.areas}) == len(linked.areas)
    for area in linked.areas:
        told_in = Counter(row.record().report for name, row in formal.items() if name in held(area))
        assert max(told_in.values(), default=1) == 1
        assert all(member.why and "{" not in member.why for member in (*area.members, *area.proposed))
        assert not held(area) & {member.id for member in area.proposed}


@settings(max_examples=100, deadline=None)
@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_in_which_things_come_makes_no_difference(both: tuple[list[Row], list[Row]]) -> None:
    rows, shuffled = both
    assert link_rows(rows)[0] == link_rows(shuffled)[0]


def test_more_reports_without_finds_change_no_link() -> None:
    row = Row("afi", 2018, "vetting", "The force should clear its vetting backlog.")
    alone, _ = link_rows([row])
    more, _ = link_rows([row], report_of(row._replace(year=2012)))
    assert alone == more
