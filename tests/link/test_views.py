"""What is known of an area as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspect_cli.link import link
from inspect_cli.model import (
    Area,
    Deadline,
    DocumentKind,
    Finding,
    Pillar,
    Publisher,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
)
from tests.builders import finding, reference, report

ASK = "The force should clear its vetting backlog of renewals."
THEMES = ("vetting",)
LATER = report(id="r-later", inspection_year=2019)


def _only_area(reports: list[Report], findings: list[Finding], references: list[Reference]) -> Area:
    (area,) = link("cheshire", reports, findings, references).areas
    return area


@pytest.mark.parametrize(
    ("later", "view"),
    [
        (LATER, "silent"),
        (replace(LATER, pillar=None), "silent"),
        (replace(LATER, inspection_year=2018), None),
        (replace(LATER, inspection_year=None), None),
        (replace(LATER, pillar=Pillar.EFFICIENCY), None),
        (replace(LATER, programme="Integrity"), None),
        (replace(LATER, programme=None), None),
        (replace(LATER, forces=("kent",)), None),
        (replace(LATER, kind=DocumentKind.PRESS_RELEASE), None),
        (replace(LATER, publisher=Publisher.PCC, kind=DocumentKind.PCC_RESPONSE), None),
    ],
)
def test_a_later_report_on_the_same_ground_that_says_nothing_is_silent(later: Report, view: str | None) -> None:
    assert _only_area([report(), later], [finding(ASK, themes=THEMES)], []).inspectorate_view == view


@pytest.mark.parametrize(
    ("verdicts", "view", "then"),
    [
        ([Verdict.NOT_ACHIEVED], "not-achieved", "silent"),
        ([Verdict.ACHIEVED], "achieved", "achieved"),
        ([Verdict.DISCHARGED], "discharged", "discharged"),
        ([Verdict.SUPERSEDED], "superseded", "superseded"),
        ([Verdict.IN_PROGRESS, Verdict.ACHIEVED], "achieved", "achieved"),
        ([Verdict.ACHIEVED, Verdict.IN_PROGRESS], "in-progress", "silent"),
    ],
)
def test_the_latest_verdict_is_the_view_and_only_a_settling_one_survives_silence(
    verdicts: list[Verdict], view: str, then: str
) -> None:
    told = [
        reference(f"On its vetting backlog, {year}.", report=f"r{year}", year=year, verdict=verdict, themes=THEMES)
        for year, verdict in enumerate(verdicts, 2017)
    ]
    reports = [report(id=one.report, inspection_year=one.year) for one in told]
    assert _only_area(reports, [], told).inspectorate_view == view
    assert _only_area([*reports, LATER], [], told).inspectorate_view == then


SET_2016 = report(id="r-2016", inspection_year=2016, published=date(2016, 12, 8))
TWO_YEARS = date(2018, 12, 8)


@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ([SET_2016], TWO_YEARS),
        ([replace(SET_2016, forces=())], TWO_YEARS),
        ([SET_2016, replace(SET_2016, id="r-copy", published=date(2022, 5, 1))], TWO_YEARS),
        ([SET_2016, replace(SET_2016, id="r-x", pillar=Pillar.EFFICIENCY, published=date(2016, 11, 3))], TWO_YEARS),
        ([SET_2016, replace(SET_2016, id="r-x", pillar=None, published=date(2016, 1, 1))], TWO_YEARS),
        ([replace(SET_2016, pillar=None)], TWO_YEARS),
        ([], None),
        ([replace(SET_2016, published=None)], None),
        ([replace(SET_2016, inspection_year=2015)], None),
        ([replace(SET_2016, programme="Integrity")], None),
        ([replace(SET_2016, pillar=Pillar.EFFICIENCY)], None),
        ([replace(SET_2016, publisher=Publisher.FORCE)], None),
        ([replace(SET_2016, forces=("kent",))], None),
    ],
)
def test_a_follow_ups_deadline_runs_from_the_report_that_set_it(reports: list[Report], day: date | None) -> None:
    follow_up = reference(themes=THEMES, deadline=Deadline("within two years"))
    area = _only_area([report(published=date(2019, 9, 27)), *reports], [], [follow_up])
    assert area.deadline == Deadline("within two years", day)


def test_a_findings_deadline_runs_from_its_own_report_and_a_day_in_words_stands() -> None:
    published = report(published=date(2019, 9, 27))
    counted = finding(ASK, themes=THEMES, deadline=Deadline("within six months"))
    area = _only_area([published], [counted], [])
    assert area.deadline == Deadline("within six months", date(2020, 3, 27))
    stated = Deadline("by 1 March 2020", date(2020, 3, 1))
    assert _only_area([published], [replace(counted, deadline=stated)], []).deadline == stated
    assert _only_area([], [counted], []).deadline == Deadline("within six months")


@pytest.mark.parametrize(
    ("later", "theme", "view"),
    [
        (replace(LATER, inspection_year=2021, pillar=None), "vetting", None),
        (replace(LATER, inspection_year=2023, pillar=None), "counter-corruption", None),
        (replace(LATER, inspection_year=2023, pillar=None), "abuse-of-position", None),
        (replace(LATER, inspection_year=2021, pillar=None), "integrity-registers", None),
        (replace(LATER, inspection_year=2021, pillar=None), "use-of-force", "silent"),
        (replace(LATER, inspection_year=2021, pillar=None), "no-such-theme", "silent"),
        (replace(LATER, inspection_year=2020, pillar=None), "vetting", "silent"),
    ],
)
def test_what_peel_no_longer_looks_at_it_is_not_silent_on(later: Report, theme: str, view: str | None) -> None:
    assert _only_area([report(), later], [finding(ASK, themes=(theme,))], []).inspectorate_view == view


def test_a_theme_that_left_peel_is_not_passed_over_elsewhere_either() -> None:
    first = report(programme="Integrity", pillar=None)
    later = report(id="r-later", programme="Integrity", pillar=None, inspection_year=2022)
    asked = finding(ASK, themes=THEMES, pillar=None)
    assert _only_area([first, later], [asked], []).inspectorate_view == "silent"


def test_an_area_under_a_pillar_is_not_passed_over_by_a_report_on_another() -> None:
    spoken = report(id="r-talk", pillar=None, kind=DocumentKind.TRANSCRIPT)
    told = [finding(ASK, themes=THEMES), finding(ASK, report="r-talk", themes=THEMES, pillar=None)]
    other = replace(LATER, pillar=Pillar.EFFICIENCY)
    assert _only_area([report(), spoken, other], told, []).inspectorate_view is None


def test_the_last_verdict_is_known_though_a_later_report_is_silent() -> None:
    area = _only_area([report(), LATER], [], [reference(themes=THEMES)])
    assert (area.inspectorate_view, area.verdict, area.verdict_year) == ("silent", "not-achieved", 2018)
    bare = _only_area([report()], [finding(ASK, themes=THEMES)], [])
    assert (bare.verdict, bare.verdict_year) == (None, None)


@pytest.mark.parametrize(
    ("verdict", "due"),
    [
        (None, date(2017, 5, 1)),
        (Verdict.NOT_ACHIEVED, date(2017, 5, 1)),
        (Verdict.ACHIEVED, date(2019, 5, 1)),
        (Verdict.MENTIONED, date(2017, 5, 1)),
    ],
)
def test_the_earliest_deadline_of_what_is_not_settled_counts(verdict: Verdict | None, due: date) -> None:
    rows = [
        finding(ASK, report=f"r{year}", year=year, themes=THEMES, deadline=Deadline("by 1 May", date(year + 1, 5, 1)))
        for year in (2018, 2016)
    ]
    afi = ReferenceKind.AREA_FOR_IMPROVEMENT
    told = [reference(ASK, report="r2018", to_kind=afi, themes=THEMES, verdict=verdict)] if verdict else []
    reports = [report(id=f"r{year}", inspection_year=year) for year in (2016, 2018)]
    deadline = _only_area(reports, rows, told).deadline
    assert deadline
    assert deadline.date == due


def test_where_all_is_settled_the_deadline_that_was_set_last_stands() -> None:
    done = reference(themes=THEMES, verdict=Verdict.ACHIEVED, deadline=Deadline("by May 2017", date(2017, 5, 1)))
    assert _only_area([report()], [], [done]).deadline == done.deadline


def test_a_deadline_whose_day_is_not_known_gives_way_to_one_that_has_a_day() -> None:
    vague = finding(ASK, report="r2016", year=2016, themes=THEMES, deadline=Deadline("as soon as possible"))
    exact = finding(ASK, report="r2018", themes=THEMES, deadline=Deadline("by 1 May 2019", date(2019, 5, 1)))
    area = _only_area([report(id=f"r{year}", inspection_year=year) for year in (2016, 2018)], [vague, exact], [])
    assert area.deadline == exact.deadline


@pytest.mark.parametrize(
    ("programmes", "years", "inspections"),
    [
        (("PEEL", "PEEL"), (2018, 2018), 1),
        (("PEEL", "PEEL"), (2016, 2018), 2),
        (("PEEL", "Integrity"), (2018, 2018), 2),
        (("PEEL", None), (2018, 2018), 1),
        ((None, None), (2016, 2018), 2),
        (("PEEL", "PEEL"), (2018, None), 1),
    ],
)
def test_inspections_are_counted_by_programme_and_year(
    programmes: tuple[str | None, ...], years: tuple[int | None, ...], inspections: int
) -> None:
    reports, findings = [], []
    for place, (programme, year) in enumerate(zip(programmes, years, strict=True)):
        reports.append(report(id=f"r{place}", programme=programme, inspection_year=year))
        findings.append(finding(ASK, report=f"r{place}", year=year, themes=THEMES))
    area = _only_area(reports, findings, [])
    assert area.inspections == inspections
    assert area.years == tuple(sorted({year for year in years if year}))


def test_a_year_known_only_by_reference_is_an_inspection_too() -> None:
    area = _only_area([report()], [], [reference(themes=THEMES)])
    assert (area.years, area.first_raised, area.last_seen, area.inspections) == ((2016, 2018), 2016, 2018, 2)
