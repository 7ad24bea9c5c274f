"""An analyst's rulings over the program's areas: each kind, what it survives, and the laws that hold for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inspect_cli.link import fresh_id, link
from inspect_cli.model import (
    Area,
    Deadline,
    EventKind,
    Finding,
    FindingKind,
    Linked,
    LinkKind,
    Reference,
    ReferenceKind,
    Ruling,
    Verdict,
    make_id,
)
from tests.builders import finding, reference, report
from tests.link.rows import Row, held
from tests.link.test_areas import ROWS

OLDER, OLD, NEW = (report(id=f"r{year}", inspection_year=year) for year in (2012, 2016, 2018))
BACKLOG = finding("The force should clear its backlog of vetting renewals.", report=OLD.id, year=2016, id="fbacklog")
AGAIN = reference(
    "The force has not cleared its backlog of vetting renewals.",
    id="xagain",
    report=NEW.id,
    to_year=2016,
    to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT,
    verdict=Verdict.NOT_ACHIEVED,
)
HORSES = finding(
    "The force should feed its horses at noon.",
    id="fhorses",
    report=NEW.id,
    themes=("horses",),
    deadline=Deadline("by 2020", date(2020, 1, 1)),
)
FIRST = finding("The force should clear the backlog of its vetting renewals.", report=OLDER.id, year=2012, id="ffirst")
STABLES = finding("Stables stood empty.", kind=FindingKind.CONCERN, report=OLD.id, year=2016, id="fstables")
FINDS = (BACKLOG, AGAIN, HORSES, STABLES)


def area_named(find: str) -> str:
    return make_id("a", "cheshire", find, size=6)


VETTING, RIDING = area_named("fbacklog"), area_named("fhorses")


def ruling(kind: EventKind, area: str, *finds: str, **more: str) -> Ruling:
    return Ruling(kind, area, more.pop("event", "e1"), finds=finds, **more)


def linked(*rulings: Ruling, told: Sequence[Finding | Reference] = FINDS, aliases: Mapping[str, str] = {}) -> Linked:
    findings = [one for one in told if isinstance(one, Finding)]
    references = [one for one in told if isinstance(one, Reference)]
    return link("cheshire", [OLDER, OLD, NEW], findings, references, rulings, aliases)


def known(found: Linked) -> dict[str, set[str]]:
    return {area.id: held(area) for area in found.areas}


def by_id(found: Linked, name: str) -> Area:
    return next(area for area in found.areas if area.id == name)


def test_without_rulings_the_areas_are_the_programs_own() -> None:
    found = linked()
    assert known(found) == {VETTING: {"fbacklog", "xagain"}, RIDING: {"fhorses"}}
    assert (found.own, found.aliases, found.unapplied) == (found.areas, {}, ())


def test_a_linked_find_is_a_member_by_the_analyst_and_stays_where_else_it_was() -> None:
    found = linked(ruling(EventKind.LINK, RIDING, "xagain", reason="the same stable"))
    assert known(found) == {VETTING: {"fbacklog", "xagain"}, RIDING: {"fhorses", "xagain"}}
    area = by_id(found, RIDING)
    assert [(one.link, one.why) for one in area.members if one.id == "xagain"] == [
        (LinkKind.ANALYST, "the same stable")
    ]
    assert (area.years, area.inspectorate_view) == ((2016, 2018), "not-achieved")
    assert known(Linked(found.own, ())) == known(linked())


def test_what_no_area_would_ever_hold_can_be_linked() -> None:
    praise = finding("Grooms care.", kind=FindingKind.GOOD_PRACTICE, report=NEW.id, id="fpraise")
    found = linked(ruling(EventKind.LINK, RIDING, "fpraise"), told=(*FINDS, praise))
    assert known(found)[RIDING] == {"fhorses", "fpraise"}


def test_an_unlinked_find_stays_out_whatever_is_imported_later() -> None:
    out = ruling(EventKind.UNLINK, VETTING, "xagain")
    assert known(linked(out))[VETTING] == {"fbacklog"}
    later = linked(out, told=(*FINDS, FIRST), aliases={VETTING: area_named("ffirst")})
    assert known(later)[area_named("ffirst")] == {"ffirst", "fbacklog"}
    assert by_id(linked(out), VETTING).inspectorate_view == "silent"


def test_a_rejected_proposal_is_not_proposed_again() -> None:
    asked = {
        2016: "The force should ensure that a sergeant reviews every written investigation plan monthly.",
        2018: "The force should have each written investigation plan shared with victims early.",
    }
    rows = [
        finding(words, report=f"r{year}", year=year, id=f"f{year}", themes=("investigation",))
        for year, words in asked.items()
    ]
    before = linked(told=rows)
    (home,) = [area for area in before.areas if area.proposed]
    (guest,) = home.proposed
    after = linked(ruling(EventKind.UNLINK, home.id, guest.id), told=rows)
    assert [area.proposed for area in after.areas] == [(), ()]
    assert known(after) == known(before)
    taken = linked(ruling(EventKind.LINK, home.id, guest.id), told=rows)
    assert guest.id in held(by_id(taken, home.id))
    assert by_id(taken, home.id).proposed == ()


def test_an_area_left_without_members_is_none_and_comes_back_with_one() -> None:
    out = ruling(EventKind.UNLINK, RIDING, "fhorses")
    assert known(linked(out)) == {VETTING: {"fbacklog", "xagain"}}
    assert known(linked(out, ruling(EventKind.LINK, RIDING, "fstables")))[RIDING] == {"fstables"}


def test_a_merged_area_is_worked_out_anew_over_all_its_members() -> None:
    found = linked(ruling(EventKind.MERGE, VETTING, other=RIDING, reason="one yard"))
    (area,) = found.areas
    assert (area.id, area.title) == (VETTING, by_id(linked(), VETTING).title)
    assert held(area) == {"fbacklog", "xagain", "fhorses"}
    assert (area.years, area.themes, area.deadline) == ((2016, 2018), ("horses",), HORSES.deadline)
    (moved,) = [one for one in area.members if one.id == "fhorses"]
    assert moved.link is LinkKind.ANALYST
    assert moved.why.startswith("one yard (listed as")
    assert found.aliases == {RIDING: VETTING}


def test_what_is_ruled_of_a_merged_area_holds_for_the_one_that_it_became() -> None:
    merged = ruling(EventKind.MERGE, VETTING, other=RIDING)
    found = linked(merged, ruling(EventKind.RENAME, RIDING, title="Yard"), ruling(EventKind.LINK, RIDING, "fstables"))
    assert [(area.id, area.title) for area in found.areas] == [(VETTING, "Yard")]
    assert "fstables" in held(found.areas[0])


def test_a_split_moves_the_finds_named_and_no_other() -> None:
    name = fresh_id("cheshire", "xagain", ())
    found = linked(ruling(EventKind.SPLIT, VETTING, "xagain", other=name, reason="another matter"))
    assert known(found) == {VETTING: {"fbacklog"}, name: {"xagain"}, RIDING: {"fhorses"}}
    area = by_id(found, name)
    assert area.title
    assert (area.formal, area.inspectorate_view, area.members[0].why) == (True, "not-achieved", "another matter")


def test_a_split_off_area_that_the_program_knows_by_now_is_that_area() -> None:
    split = ruling(EventKind.SPLIT, VETTING, "fhorses", other=RIDING)
    assert known(linked(split)) == known(linked())


def test_an_opened_concern_is_an_area_of_its_own() -> None:
    name = fresh_id("cheshire", "fstables", ())
    found = linked(ruling(EventKind.OPEN, name, "fstables"))
    area = by_id(found, name)
    assert (held(area), area.formal, area.first_raised) == ({"fstables"}, False, 2016)
    assert known(found).keys() == {VETTING, RIDING, name}


def test_a_concern_voiced_to_all_forces_is_opened_for_the_one_force_only() -> None:
    everywhere = finding("Stables stood empty.", kind=FindingKind.CONCERN, force=None, report=OLD.id, id="fall")
    opened = ruling(EventKind.OPEN, fresh_id("kent", "fall", ()), "fall")
    here, there = (link(force, [OLD], [everywhere], [], [opened]) for force in ("cheshire", "kent"))
    assert (here.areas, here.unapplied) == ((), ("e1",))
    assert [held(area) for area in there.areas] == [{"fall"}]


def test_a_fresh_id_is_none_that_is_taken() -> None:
    taken: set[str] = set()
    for _ in range(5):
        taken.add(fresh_id("cheshire", "fstables", taken))
    assert len(taken) == 5
    assert area_named("fstables") in taken


def test_a_ruling_finds_its_area_under_a_later_id() -> None:
    aliases = {VETTING: area_named("ffirst")}
    found = linked(ruling(EventKind.RENAME, VETTING, title="Renewals"), told=(*FINDS, FIRST), aliases=aliases)
    assert by_id(found, area_named("ffirst")).title == "Renewals"
    assert found.unapplied == ()


@pytest.mark.parametrize(
    "lost",
    [
        ruling(EventKind.LINK, "agone", "fstables"),
        ruling(EventKind.LINK, VETTING, "fgone"),
        ruling(EventKind.UNLINK, "agone", "fstables"),
        ruling(EventKind.UNLINK, VETTING, "fgone"),
        ruling(EventKind.MERGE, VETTING, other="agone"),
        ruling(EventKind.MERGE, "agone", other=VETTING),
        ruling(EventKind.SPLIT, VETTING, "fgone", other="anew"),
        ruling(EventKind.OPEN, "anew", "fgone"),
        ruling(EventKind.RENAME, "agone", title="Gone"),
    ],
    ids=lambda one: f"{one.kind} {one.area}",
)
def test_a_ruling_on_what_is_gone_is_passed_over_and_told(lost: Ruling) -> None:
    found = linked(lost, ruling(EventKind.RENAME, RIDING, title="Yard", event="e2"))
    assert found.unapplied == ("e1",)
    assert known(found) == known(linked())
    assert by_id(found, RIDING).title == "Yard"


def test_of_two_rulings_the_newer_wins() -> None:
    into, out = (ruling(kind, RIDING, "fstables") for kind in (EventKind.LINK, EventKind.UNLINK))
    assert known(linked(into, out))[RIDING] == {"fhorses"}
    assert known(linked(out, into))[RIDING] == {"fhorses", "fstables"}


def _records(rows: Sequence[Row]) -> tuple[list[Finding], list[Reference]]:
    records = [row.record() for row in rows]
    return [one for one in records if isinstance(one, Finding)], [one for one in records if isinstance(one, Reference)]


def _link(rows: Sequence[Row], *rulings: Ruling) -> Linked:
    reports = {f"r{row.year}{row.report}": row for row in rows}
    told = [report(id=name, inspection_year=row.year, pillar=row.pillar) for name, row in sorted(reports.items())]
    return link("cheshire", told, *_records(rows), rulings)


def _memberships(found: Linked) -> list[list[str]]:
    return sorted(sorted(held(area)) for area in found.areas)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.data())
def test_linking_then_unlinking_restores_the_membership(rows: list[Row], data: st.DataObject) -> None:
    before = _link(rows)
    assume(before.areas)
    area = data.draw(st.sampled_from(before.areas))
    others = [row.record().id for row in rows if row.record().id not in held(area)]
    assume(others)
    find = data.draw(st.sampled_from(others))
    both = [ruling(kind, area.id, find) for kind in (EventKind.LINK, EventKind.UNLINK)]
    assert find in held(by_id(_link(rows, both[0]), area.id))
    assert known(_link(rows, *both)) == known(before)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.data())
def test_merging_then_splitting_off_the_same_finds_restores_the_membership(
    rows: list[Row], data: st.DataObject
) -> None:
    before = _link(rows)
    assume(len(before.areas) > 1)
    kept, other = data.draw(st.permutations(before.areas))[:2]
    merged = ruling(EventKind.MERGE, kept.id, other=other.id)
    assert held(by_id(_link(rows, merged), kept.id)) == held(kept) | held(other)
    assume(not held(kept) & held(other))
    anew = fresh_id("cheshire", min(held(other)), {area.id for area in before.areas})
    split = ruling(EventKind.SPLIT, kept.id, *held(other), other=anew)
    assert _memberships(_link(rows, merged, split)) == _memberships(before)


def _draw_ruling(before: Linked, rows: Sequence[Row], data: st.DataObject) -> Ruling:
    kind = data.draw(st.sampled_from([EventKind.LINK, EventKind.UNLINK, EventKind.MERGE, EventKind.SPLIT]))
    area, other = (data.draw(st.sampled_from(before.areas)) for _ in range(2))
    find = data.draw(st.sampled_from([row.record().id for row in rows]))
    if kind is EventKind.MERGE:
        return ruling(kind, area.id, other=other.id)
    if kind is EventKind.SPLIT:
        return ruling(kind, area.id, find, other=fresh_id("cheshire", find, {one.id for one in before.areas}))
    return ruling(kind, area.id, find)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.data())
def test_rulings_hold_in_whatever_order_things_come_and_move_no_other_area(
    rows: list[Row], data: st.DataObject
) -> None:
    before = _link(rows)
    assume(before.areas)
    rulings = [_draw_ruling(before, rows, data) for _ in range(data.draw(st.integers(1, 3)))]
    after = _link(rows, *rulings)
    assert _link(data.draw(st.permutations(rows)), *rulings) == after
    named = {name for one in rulings for name in (one.area, one.other)}
    untouched = [area for area in before.areas if area.id not in named]
    assert [area for area in after.areas if area.id in {one.id for one in untouched}] == untouched
    assert all(area.members for area in after.areas)
    assert after.own == before.areas
