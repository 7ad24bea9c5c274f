"""A document whole: how it is dated, what is refused, and what neither name nor layout may change."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.model import DocumentKind, Pillar, Publisher, Report, Rung
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from tests.recognise.texts import known


def test_a_page_dated_years_after_its_inspection_keeps_the_date_as_the_page_s() -> None:
    report = known("Gwent PEEL 2015", "Efficiency", "How efficient is it?", "Published on: 1 June 2022")
    assert (report.published, report.page_date) == (None, date(2022, 6, 1))
    assert report.rung("published") is Rung.UNKNOWN
    assert len(report.warnings) == 1
    assert "line 7 says “Published on: 1 June 2022”, more than a year after 2015" in report.warnings[0]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("PEEL 2018/19 – an inspection of Gwent Police", "Published on: 7 February 2020"),
        ("PEEL 2023–25: an inspection of Gwent Police", "Published on: 3 July 2026"),
        ("Gwent PEEL 2016", "Last updated 02/03/2017"),
    ],
)
def test_a_report_that_came_out_in_the_year_after_is_not_suspect(title: str, line: str) -> None:
    report = known(title, line, "The force is good.")
    assert report.published is not None
    assert (report.page_date, report.warnings) == (None, ())


def test_without_a_stated_year_the_name_of_the_inspectorate_makes_a_late_page_date_suspect() -> None:
    report = known("A report on custody suites", "Published on: 1 June 2022", "HMIC went to police custody suites.")
    assert (report.published, report.inspection_year) == (None, None)
    assert report.page_date == date(2022, 6, 1)


@pytest.mark.parametrize(
    ("paragraphs", "year", "rung"),
    [
        pytest.param(("Gwent PEEL 2016", "Good."), 2016, Rung.STATED, id="stated"),
        pytest.param(
            ("A report on custody suites", "Published on: 1 June 2022", "HMICFRS inspected it."),
            2022,
            Rung.DERIVED,
            id="publication",
        ),
        pytest.param(
            ("A report on custody suites", "Published: June 2022", "HMICFRS inspected it."),
            2022,
            Rung.DERIVED,
            id="month of publication",
        ),
        pytest.param(
            (
                "Response to HMICFRS on custody suites",
                "I am the Police and Crime Commissioner for Gwent. The report was published on 3 May 2022.",
            ),
            2022,
            Rung.DERIVED,
            id="the report's publication",
        ),
        pytest.param(
            ("Core business (1)", "HMIC asks.", "[on]4th May 2015 [status]complete[/status][/on]"),
            2015,
            Rung.DERIVED,
            id="register",
        ),
        pytest.param(
            ("PEEL: an inspection of Gwent Police", "Published on: 2 May 2019", "Good."),
            2018,
            Rung.INFERRED,
            id="PEEL by its cycle",
        ),
        pytest.param(
            ("Gwent Police", "HMICFRS spoke of custody suites: an inspection of police custody."),
            None,
            Rung.UNKNOWN,
            id="unknown",
        ),
    ],
)
def test_the_year_climbs_the_ladder(paragraphs: tuple[str, ...], year: int | None, rung: Rung) -> None:
    report = known(*paragraphs)
    assert (report.inspection_year, report.rung("inspection_year")) == (year, rung)


@pytest.mark.parametrize(
    ("paragraphs", "missing"),
    [
        (("A care home", "Overall: Requires improvement", "We made a recommendation."), "neither the inspectorate"),
        (("Minutes", "Kent Police came to the committee."), "neither the inspectorate"),
        (("Fire", "Her Majesty’s Inspectorate of Prisons inspected a prison."), "neither the inspectorate"),
        (("Apples", "One should peel 2018 apples."), "neither the inspectorate"),
        (("A history", "HMIC was founded in 1856."), "no police force it is about and no inspection programme"),
    ],
)
def test_other_texts_are_refused_and_the_hint_says_what_was_missing(paragraphs: tuple[str, ...], missing: str) -> None:
    with pytest.raises(SourceError, match=missing) as caught:
        known(*paragraphs)
    assert "--force FORCE --kind other" in caught.value.hint


@pytest.mark.parametrize(
    ("paragraphs", "missing"),
    [
        (("An inspection of Avon Fire and Rescue Service", "HMICFRS found that it is good."), "fire and rescue"),
        (("Culture in fire and rescue services", "HMICFRS found much to do."), "fire and rescue"),
        (
            ("Kent 2021/22", "HMICFRS came. Kent Fire and Rescue Service", "Its firefighters and its fire engines."),
            "fire and",
        ),
        (
            ("Chief fire officer pleased", "HMICFRS judged Kent good at putting out fires; efficiency is good."),
            "fire and",
        ),
        (("HMP Long Vale: a report", "HM Inspectorate of Prisons and HMICFRS came."), "a prison"),
        (("Report to the County Council", "HMICFRS came to Gwent Police."), "a council"),
        (("Gwent Police: our plan", "RED, GREEN", "Status", "We expect HMICFRS next year."), "no inspection"),
        (("Gwent Police and Crime Panel", "HMICFRS is to inspect Gwent Police."), "no inspection"),
        (("Terms of reference: a review of dogs", "HMICFRS will look at all forces."), "no police force"),
    ],
)
def test_other_services_and_what_is_to_come_are_refused(paragraphs: tuple[str, ...], missing: str) -> None:
    with pytest.raises(SourceError, match=missing):
        known(*paragraphs)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "An inspection visit to police custody in Gwent Police",
            "HM Inspectorate of Prisons and HMICFRS saw prisoners.",
        ),
        ("Gwent Police", "HMICFRS found that it works well with the fire and rescue service and with the council."),
        ("Gwent Police update", "RED, GREEN", "Status", "HMICFRS came to the force and will come again."),
    ],
)
def test_a_police_report_may_speak_of_other_services(paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).forces == ("gwent",)


def test_a_national_report_is_of_a_programme_of_its_own_name() -> None:
    report = known("Dogs at work: a review", "Published on: 3 June 2022", "We visited forces. Police dogs are many.")
    assert (report.kind, report.forces, report.programme) == (
        DocumentKind.THEMATIC_REPORT,
        (),
        "Dogs at work: a review",
    )
    again = known("An inspection of dogs", "Published on: 3 June 2022", "We visited police custody suites.")
    assert again.programme == "Custody"


def test_what_comes_out_early_in_a_year_does_not_date_the_inspection() -> None:
    years = [
        known("A review of Gwent Police", f"Published on: 3 {month} 2022", "HMICFRS.") for month in ("March", "May")
    ]
    assert [report.inspection_year for report in years] == [None, 2022]


@pytest.mark.parametrize(
    ("paragraphs", "year", "label"),
    [
        (
            ("Gwent Police: a letter to it", "Published on: 3 May 2024", "PEEL matters. We came back in April."),
            2024,
            "2024",
        ),
        (("Gwent Police: a letter to it", "Published on: 3 May 2024", "It was in PEEL 2021/22."), 2021, "2021/22"),
        (("Gwent Police: a letter to it", "Published on: 3 May 2024", "HMICFRS decided."), 2024, "2024"),
    ],
)
def test_a_letter_on_a_revisit_has_the_year_of_the_revisit(paragraphs: tuple[str, ...], year: int, label: str) -> None:
    report = known(*paragraphs)
    assert (report.inspection_year, report.inspection_label) == (year, label)


def test_a_letter_put_on_a_new_site_years_later_was_published_when_it_was_sent() -> None:
    days = ("3 June 2019", "3 June 2023")
    reports = [
        known("A letter to Gwent Police", f"Published on: {day}", "Sent on: 30 May 2019", "HMIC.") for day in days
    ]
    assert [report.published for report in reports] == [date(2019, 6, 3), date(2019, 5, 30)]
    assert [report.page_date for report in reports] == [None, date(2023, 6, 3)]
    assert [len(report.warnings) for report in reports] == [0, 1]


def test_a_report_on_the_last_day_of_its_cycle_is_not_late() -> None:
    page = ("Gwent PEEL 2018", "Legitimacy", "How legitimate is it?")
    days = [known(*page, f"Last updated {day}") for day in ("07/02/2020", "07/02/2021")]
    assert [report.published for report in days] == [date(2020, 2, 7), None]
    assert [report.page_date for report in days] == [None, date(2021, 2, 7)]


def test_force_and_kind_given_import_any_text() -> None:
    report = known("Minutes", "The committee met.", force="kent", kind="other")
    assert (report.forces, report.kind, report.publisher) == (("kent",), DocumentKind.OTHER, Publisher.OTHER)
    with pytest.raises(SourceError):
        known("Minutes", "The committee met.", force="kent")


def test_a_page_on_how_inspections_work_is_about_no_force() -> None:
    report = known("How we work", "HMIC’s PEEL looks at each force.", "There are three pillars:", "• efficiency.")
    assert (report.kind, report.forces, report.publisher) == (DocumentKind.OTHER, (), Publisher.HMIC)


SEEDS = {
    "cheshire-activism-impartiality-2024-news": (
        Publisher.FORCE,
        "news",
        "Activism and impartiality",
        2024,
        Rung.DERIVED,
    ),
    "cheshire-hmi-assessment-2016-transcript": (Publisher.HMIC, "transcript", "PEEL", 2016, Rung.INFERRED),
    "cheshire-peel-2018-legitimacy": (Publisher.HMICFRS, "peel-pillar", "PEEL", 2018, Rung.STATED),
    "cheshire-peel-legitimacy-2016-press-release": (Publisher.HMIC, "press-release", "PEEL", 2016, Rung.INFERRED),
    "cheshire-police-relationships-2012-press-release": (
        Publisher.HMIC,
        "press-release",
        "Revisiting police relationships",
        2012,
        Rung.STATED,
    ),
}


def _seed(seeds: Path, name: str) -> str:
    return (seeds / f"{name}.txt").read_text(encoding="utf-8")


def _recognised(text: str, name: str = "a.txt") -> Report:
    return recognise(read_source(name, text.encode()), {})


@pytest.mark.parametrize("name", SEEDS)
def test_the_source_reports_are_recognised_by_their_text_alone(seeds: Path, name: str) -> None:
    report = _recognised(_seed(seeds, name))
    assert report.forces == ("cheshire",)
    year = (report.inspection_year, report.rung("inspection_year"))
    assert (report.publisher, report.kind.value, report.programme, *year) == SEEDS[name]


def test_the_source_reports_are_dated_and_named_as_they_say(seeds: Path) -> None:
    news, transcript, page, release, relationships = (_recognised(_seed(seeds, name)) for name in SEEDS)
    assert (news.published, news.rung("published")) == (date(2024, 9, 10), Rung.DERIVED)
    assert (page.published, page.inspection_label) == (date(2019, 9, 27), "2018/19")
    assert (release.published, release.rung("published")) == (None, Rung.UNKNOWN)
    assert [one.pillar for one in (page, release, transcript)] == [Pillar.LEGITIMACY, Pillar.LEGITIMACY, None]
    inspectors = [one.inspector for one in (transcript, release, relationships)]
    assert inspectors == ["Mike Cunningham", "Mike Cunningham", "Roger Baker"]
    assert page.title == "Cheshire PEEL 2018 – Legitimacy"


@pytest.mark.parametrize("name", SEEDS)
def test_neither_name_nor_line_length_changes_what_a_report_is(seeds: Path, name: str) -> None:
    text = _seed(seeds, name)
    wrapped = "\n".join(textwrap.fill(line, 72) if line.strip() else line for line in text.split("\n"))
    plain, again = _recognised(text, f"{name}.txt"), _recognised(wrapped, "b.txt")
    same = replace(plain, file=again.file, sha256=again.sha256, evidence={}, warnings=())
    assert replace(again, evidence={}, warnings=()) == same
    assert plain.id.startswith("r")
    assert len(plain.id) == 7
