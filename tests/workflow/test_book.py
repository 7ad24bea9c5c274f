"""The book: what is known on a day, from a real store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from inspect_cli.link import link
from inspect_cli.model import AreaStatus, Extraction, Finding, Reference, Report, Standing, Verdict
from inspect_cli.store import open_register
from inspect_cli.track.events import standing
from inspect_cli.workflow.book import Book, open_book, undated
from inspect_cli.workflow.ids import resolve
from inspect_cli.workflow.looking_back import known_by, known_on
from inspect_cli.workflow.records import Held
from tests.builders import area, finding, judgement, reference, report, span
from tests.storing import change
from tests.track.log import START, owner, status

TODAY = date(2024, 1, 1)
OLD = report(id="r000016", inspection_year=2016, published=date(2016, 12, 8))
NEW = report(id="r000018", inspection_year=2018, published=date(2019, 9, 27))
UNDATED = report(
    id="r000000", inspection_year=None, published=None, imported_at=datetime(2020, 5, 1, 9, 30, tzinfo=UTC)
)
RAISED = finding(
    "The force should clear its vetting backlogs.", report=OLD.id, year=2016, themes=("vetting",), span=span(3)
)
LISTED = finding("The force should feed its horses.", report=NEW.id, span=span(5))
FOLLOWED = reference(
    "The force has not cleared its vetting backlogs, an area for improvement of 2016.",
    report=NEW.id,
    to_year=2016,
    verdict=Verdict.NOT_ACHIEVED,
    themes=("vetting",),
    span=span(9),
)


@pytest.fixture
def stored(data: Path) -> Path:
    """Give a data folder with three reports, linked."""
    told: list[tuple[Report, tuple[Finding, ...], tuple[Reference, ...]]] = [
        (OLD, (RAISED,), ()),
        (NEW, (LISTED,), (FOLLOWED,)),
        (UNDATED, (), ()),
    ]
    with change(data) as draft:
        for one, findings, references in told:
            graded = judgement(report=one.id, id=f"j{one.id}", year=one.inspection_year)
            draft.put_report(one, Extraction((graded,), findings, references), ("text",))
        linked = link("cheshire", [OLD, NEW, UNDATED], [RAISED, LISTED], [FOLLOWED])
        draft.set_linked("cheshire", linked, {"a00000": linked.areas[0].id})
    return data


def whole(book: Book) -> tuple[object, ...]:
    """Give all that a book knows, in an order of its own."""
    kinds = (book.reports, book.judgements, book.findings, book.references, book.areas)
    return (book.today, *({one.id: one for one in kind} for kind in kinds), set(book.resolutions))


def test_an_absent_store_gives_an_empty_book_and_creates_nothing(data: Path) -> None:
    book = open_book(data, TODAY)
    assert (book.reports, book.areas, book.today) == ((), (), TODAY)
    assert list(data.iterdir()) == []


def test_a_book_knows_all_that_is_stored_and_what_belongs_together(stored: Path) -> None:
    book = open_book(stored, TODAY)
    assert {one.id for one in book.reports} == {OLD.id, NEW.id, UNDATED.id}
    assert book.report(NEW.id) == NEW
    assert book.report("r-none") is None
    raised_in = book.area_of(RAISED.id)
    assert raised_in is not None
    assert raised_in in {area.id for area in book.areas}
    assert book.area_of("f-none") is None
    assert book.resolution_of(FOLLOWED.id) is not None


def test_as_of_today_is_the_same_as_not_asking(stored: Path) -> None:
    assert whole(open_book(stored, TODAY, TODAY)) == whole(open_book(stored, TODAY))
    assert whole(Book(known_on(open_register(stored), TODAY), TODAY)) == whole(open_book(stored, TODAY))


def test_as_of_today_is_what_is_stored_though_an_earlier_program_linked_it(stored: Path) -> None:
    linked = link("cheshire", [OLD, NEW, UNDATED], [RAISED, LISTED], [FOLLOWED])
    named = tuple(replace(one, title=f"{one.title}, as it was called") for one in linked.areas)
    with change(stored) as draft:
        draft.set_linked("cheshire", replace(linked, areas=named), draft.aliases)
    assert whole(open_book(stored, TODAY, TODAY)) == whole(open_book(stored, TODAY))


def test_as_of_today_knows_a_report_that_is_dated_ahead(stored: Path) -> None:
    early = date(2019, 9, 1)
    assert whole(open_book(stored, early, early)) == whole(open_book(stored, early))


def test_as_of_an_earlier_day_later_reports_are_unknown_and_areas_are_linked_without_them(stored: Path) -> None:
    book = open_book(stored, TODAY, date(2017, 6, 1))
    assert {one.id for one in book.reports} == {OLD.id}
    assert {one.report for one in book.judgements} == {OLD.id}
    assert (book.findings, book.references, book.resolutions) == ((RAISED,), (), ())
    assert [(area.last_seen, area.inspectorate_view) for area in book.areas] == [(2016, None)]
    assert book.today == date(2017, 6, 1)


def test_before_the_first_report_nothing_is_known(stored: Path) -> None:
    book = open_book(stored, TODAY, date(2010, 1, 1))
    assert (book.reports, book.areas) == ((), ())


def test_an_area_that_an_older_report_renamed_since_goes_by_todays_id_as_well() -> None:
    records = Held(reports=(OLD,), findings=(RAISED,), areas=(area(RAISED, LISTED, id="a-today"),))
    (then,) = known_on(records, TODAY).areas
    assert then.id != "a-today"
    assert resolve(Book(known_on(records, TODAY), TODAY), "a-today") == then


@pytest.mark.parametrize(
    ("one", "day", "known"),
    [
        (NEW, date(2019, 9, 27), True),
        (NEW, date(2019, 9, 26), False),
        (report(inspection_year=2018), date(2018, 1, 1), True),
        (report(inspection_year=2018), date(2017, 12, 31), False),
        (UNDATED, date(2020, 5, 1), True),
        (UNDATED, date(2020, 4, 30), False),
    ],
)
def test_a_report_is_known_from_its_publication_else_its_year_else_its_import(
    one: Report, day: date, known: bool
) -> None:
    assert known_by(one, day) == known


@pytest.mark.parametrize(
    ("one", "expected"),
    [(UNDATED, True), (NEW, False), (report(inspection_year=2018), False), (report(inspection_year=None), True)],
)
def test_a_report_is_undated_when_neither_its_day_nor_its_year_is_known(one: Report, expected: bool) -> None:
    assert undated(one) == expected


def test_a_book_knows_what_the_force_said_under_whatever_id_it_was_said(stored: Path) -> None:
    area_id = open_book(stored, TODAY).areas[0].id
    log = [status("open", area="a00000"), owner("Head of PSD", area=area_id, day=1), status("open", area="a-gone")]
    with change(stored) as draft:
        draft.add_events(log)
    book = open_book(stored, TODAY)
    assert set(book.events) == set(log)
    assert (book.leads_to("a00000"), book.leads_to(area_id), book.leads_to("a-gone")) == (area_id, area_id, "a-gone")
    assert book.events_of(area_id) == tuple(log[:2])
    assert book.standing_of(area_id) == standing(log[:2])
    assert book.standing_of("a-none") == Standing()
    view = book.view_of(book.areas[0])
    assert (view.state.owner, view.standing.status) == ("Head of PSD", AreaStatus.OPEN)


def test_an_area_was_told_of_last_when_the_newest_report_that_speaks_of_it_came_out(stored: Path) -> None:
    book = open_book(stored, TODAY)
    followed = next(area for area in book.areas if RAISED.id in {member.id for member in area.members})
    assert book.view_of(followed).told == NEW.published
    then = open_book(stored, TODAY, date(2017, 6, 1))
    assert then.view_of(then.areas[0]).told == OLD.published


def test_as_of_a_day_decisions_of_later_days_are_unknown(stored: Path) -> None:
    area_id = open_book(stored, TODAY).areas[0].id
    log = [status("open", area=area_id), status("complete", area=area_id, day=1, before="open")]
    with change(stored) as draft:
        draft.add_events(log)
    first = START.date()
    for day, known in [(first - timedelta(days=1), 0), (first, 1), (first + timedelta(days=1), 2)]:
        book = open_book(stored, TODAY, day)
        assert book.events == tuple(log[:known])
    assert open_book(stored, TODAY, first).standing_of(book.areas[0].id) == standing(log[:1])
