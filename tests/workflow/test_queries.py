"""Listings: their order, their counts, and what each record is joined with."""

from datetime import date
from typing import Any

from inspect_cli.model import AreaStatus, Deadline, Filters, FindingKind, Pillar, Resolution
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.queries import (
    list_areas,
    list_findings,
    list_judgements,
    list_references,
    list_reports,
    list_themes,
)
from inspect_cli.workflow.records import Held
from tests.builders import area, finding, judgement, reference, report, span

OLD = report(id="r-old", inspection_year=2016, published=date(2016, 12, 8))
NEW = report(id="r-new", inspection_year=2018, published=date(2019, 9, 27))
UNDATED = report(id="r-undated", inspection_year=None)
TODAY = date(2024, 1, 1)


def book(**records: Any) -> Book:
    return Book(Held(**{"reports": (UNDATED, OLD, NEW), **records}), TODAY)


def test_reports_come_newest_first_with_counts_and_undated_ones_last() -> None:
    found = (finding(report="r-new"), finding("b", report="r-new", kind=FindingKind.CONCERN), finding(report="r-old"))
    views = list_reports(book(findings=found, references=(reference(report="r-new"),)))
    assert [(view.report.id, view.findings, view.references) for view in views] == [
        ("r-new", 2, 1),
        ("r-old", 1, 0),
        ("r-undated", 0, 0),
    ]


def test_a_report_whose_year_only_its_publication_tells_stands_in_that_year() -> None:
    only_published = report(id="r-2017", inspection_year=None, published=date(2017, 5, 1))
    views = list_reports(book(reports=(UNDATED, only_published, OLD, NEW)))
    assert [view.report.id for view in views] == ["r-new", "r-2017", "r-old", "r-undated"]


def test_judgements_come_newest_year_first_the_pillar_before_its_questions_in_document_order() -> None:
    graded = (
        judgement("old", year=2016),
        judgement("area of policing", pillar=None),
        judgement("second question", question=2),
        judgement("pillar"),
        judgement("first question", question=1),
        judgement("effective", pillar=Pillar.EFFECTIVENESS),
    )
    assert [one.subject for one in list_judgements(book(judgements=graded))] == [
        "effective",
        "pillar",
        "first question",
        "second question",
        "area of policing",
        "old",
    ]


def test_findings_come_newest_report_first_as_they_stand_in_it_with_their_area() -> None:
    late, early = finding("late", report="r-new", span=span(9)), finding("early", report="r-new", span=span(2))
    older = finding("older", report="r-old")
    views = list_findings(book(findings=(older, late, early), areas=(area(early, id="a1"), area(early, id="a2"))))
    assert [(view.finding.text, view.area) for view in views] == [("early", "a1"), ("late", None), ("older", None)]


def test_follow_ups_carry_what_they_were_resolved_to_and_a_resolved_one_goes_before_an_unresolved() -> None:
    followed = reference(report="r-new")
    made = (Resolution(followed.id, "f1", None), Resolution(followed.id, None, "of another force"))
    (view,) = list_references(book(references=(followed,), resolutions=made, areas=(area(followed, id="a1"),)))
    assert (view.area, view.resolution) == ("a1", made[0])


def test_a_deadline_in_words_has_its_day_where_the_report_that_set_it_is_dated() -> None:
    words, by_day = Deadline("within two years"), Deadline("by 1 May 2020", date(2020, 5, 1))
    asked = finding("asked", report="r-old", span=span(1), deadline=words)
    dated = finding("dated", report="r-old", span=span(2), deadline=by_day)
    free = finding("free", report="r-undated", deadline=words)
    views = list_findings(book(findings=(asked, dated, free)))
    two_years = Deadline("within two years", date(2018, 12, 8))
    assert [view.finding.deadline for view in views] == [two_years, by_day, words]
    old, later = reference(report="r-new", to_year=2016, deadline=words), reference(report="r-new", to_year=2015)
    (known,) = list_references(book(references=(old,)))
    assert known.reference.deadline == two_years
    assert list_references(book(references=(later,)))[0].reference.deadline is None


def test_areas_come_longest_open_first_and_settled_ones_last() -> None:
    areas = (
        area(id="a-new", first_raised=2018),
        area(id="a-unknown", first_raised=None),
        area(id="a-settled", first_raised=2012, inspectorate_view="achieved"),
        area(id="a-old", first_raised=2014),
        area(id="a-outlived", first_raised=2018, inspections=3),
        area(id="a-informal", first_raised=2018, inspections=9, formal=False),
    )
    views = list_areas(book(areas=areas))
    assert [view.area.id for view in views] == ["a-old", "a-outlived", "a-new", "a-informal", "a-unknown", "a-settled"]
    assert views[0].years_open == 10


def test_themes_are_all_listed_most_spoken_of_first_with_counts_that_filters_narrow() -> None:
    found = (
        finding(themes=("ethics",), report="r-old", year=2016),
        finding("b", themes=("ethics", "vetting"), report="r-new"),
        finding("c", themes=("vetting",), report="r-new"),
        finding("d", themes=("vetting",), report="r-new"),
    )
    known = book(findings=found, areas=(area(themes=("ethics",), years=(2016,)),))
    views = list_themes(known)
    assert [(view.id, view.findings, view.areas) for view in views[:3]] == [
        ("vetting", 3, 0),
        ("ethics", 2, 1),
        (views[2].id, 0, 0),
    ]
    assert "vetted" in views[0].synonyms
    (ethics,) = (view for view in list_themes(known, Filters(year=2018)) if view.id == "ethics")
    assert (ethics.findings, ethics.areas) == (1, 0)
    assert len(list_themes(known, Filters(year=1999))) == len(views)


def test_areas_are_narrowed_to_a_status() -> None:
    done = area(id="a-done", inspectorate_view="achieved")
    known = book(areas=(area(id="a-open"), done))
    assert [view.area.id for view in list_areas(known, Filters(status=AreaStatus.CLOSED))] == ["a-done"]
    assert [view.area.id for view in list_areas(known, Filters(status=AreaStatus.OPEN))] == ["a-open"]
    assert list_areas(known, Filters(status=AreaStatus.IN_PROGRESS)) == ()
