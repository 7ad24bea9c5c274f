"""One item whole."""

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import StoreError, UsageError
from inspect_cli.model import Extraction, Figure, Linked, Resolution, Span
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.detail import detail, lines_around
from tests.builders import area, finding, judgement, member, reference, report, span
from tests.storing import change

TEXT = ("Title", "", "Before.", "", "The force should feed", "its horses.", "", "After.", "  ", "Last.")
REPORT = report(id="raa0001")
FED = finding("The force should feed its horses.", id="faa00001", report=REPORT.id, span=Span(5, 6, 0, 11))
OTHER = finding("Something else.", id="fbb00001", report="rbb0001")
FOLLOWED = reference(id="xaa00001", report=REPORT.id, span=span(8, "After."))
GRADED = judgement(id="jaa00001", report=REPORT.id, span=span(1, "Title"))
COUNTED = Figure(12, "horses", span(10, "Last."))
THREAD = area(FED, id="aaa001", proposed=(member(FOLLOWED),))


@pytest.fixture
def stored(data: Path) -> Path:
    """Give a data folder with one report that says something of everything, and another."""
    made = Resolution(FOLLOWED.id, None, "no report of 2016 is here")
    with change(data) as draft:
        draft.put_report(REPORT, Extraction((GRADED,), (FED,), (FOLLOWED,), (COUNTED,)), TEXT)
        draft.put_report(report(id="rbb0001"), Extraction((), (OTHER,)), ("Another",))
        draft.set_linked("cheshire", Linked((THREAD,), (made,)), {})
    return data


def test_a_find_is_shown_in_its_surroundings_with_its_report_and_its_area(stored: Path) -> None:
    shown = detail(open_book(stored, date(2024, 1, 1)), "faa", stored)
    assert shown.item == FED
    assert shown.around == (
        (1, "Title"),
        (3, "Before."),
        (5, "The force should feed"),
        (6, "its horses."),
        (8, "After."),
        (10, "Last."),
    )
    assert shown.report is not None
    assert (shown.report.report, shown.report.findings) == (REPORT, 1)
    assert [view.area for view in shown.areas] == [THREAD]


def test_a_follow_up_shows_what_it_was_resolved_to_and_the_area_it_is_proposed_for(stored: Path) -> None:
    shown = detail(open_book(stored, date(2024, 1, 1)), "xaa", stored, context=0)
    assert shown.around == ((8, "After."),)
    assert shown.resolution is not None
    assert shown.resolution.because == "no report of 2016 is here"
    assert [view.area.id for view in shown.areas] == [THREAD.id]


def test_an_area_shows_its_members_and_proposed_ones_and_its_line_of_time(stored: Path) -> None:
    shown = detail(open_book(stored, date(2024, 1, 1)), "aaa", stored)
    assert (shown.report, shown.around) == (None, ())
    assert [view.finding for view in shown.findings] == [FED]
    assert [(view.reference, view.area) for view in shown.references] == [(FOLLOWED, None)]
    assert [moment.id for moment in shown.timeline] == [FED.id]
    assert shown.areas[0].years_open == 6


def test_a_cause_of_concern_holds_its_recommendations_and_they_name_it(data: Path) -> None:
    cause = finding("Calls wait, a cause of concern.", id="fca00001", report=REPORT.id)
    asked = [finding(f"Do {name}.", id=f"f{name}00001", report=REPORT.id, parent=cause.id) for name in ("cb", "cc")]
    held = (area(cause, id="aca001"), *(area(one, id=f"a{one.id[1:3]}001") for one in asked))
    with change(data) as draft:
        draft.put_report(REPORT, Extraction((), (cause, *asked)), TEXT)
        draft.set_linked("cheshire", Linked(held, ()), {})
    shown = {name: detail(open_book(data, date(2024, 1, 1)), name, data) for name in ("aca", "acb", cause.id, "fcc")}
    below = {name: [view.area.id for view in one.below] for name, one in shown.items()}
    above = {name: [view.area.id for view in one.above] for name, one in shown.items()}
    assert below == {"aca": ["acb001", "acc001"], "acb": [], cause.id: ["acb001", "acc001"], "fcc": []}
    assert above == {"aca": [], "acb": ["aca001"], cause.id: [], "fcc": ["aca001"]}


def test_a_report_shows_all_that_it_says_and_nothing_of_another(stored: Path) -> None:
    shown = detail(open_book(stored, date(2024, 1, 1)), "raa", stored)
    assert [view.finding for view in shown.findings] == [FED]
    assert [view.reference for view in shown.references] == [FOLLOWED]
    assert (shown.judgements, shown.figures) == ((GRADED,), (COUNTED,))


def test_a_judgement_has_surroundings_and_no_area(stored: Path) -> None:
    shown = detail(open_book(stored, date(2024, 1, 1)), "jaa", stored, context=1)
    assert shown.around == ((1, "Title"), (3, "Before."))
    assert (shown.areas, shown.resolution) == ((), None)


def test_an_unknown_id_and_a_lost_text_are_said(stored: Path) -> None:
    book = open_book(stored, date(2024, 1, 1))
    with pytest.raises(UsageError):
        detail(book, "fzz", stored)
    next((stored / "texts").glob(f"{REPORT.id}-*.txt")).unlink()
    with pytest.raises(StoreError):
        detail(book, "faa", stored)


@pytest.mark.parametrize(
    ("where", "context", "numbers"),
    [
        (span(1), 2, [1, 3, 5]),
        (span(10), 2, [6, 8, 10]),
        (Span(5, 6, 0, 3), 1, [3, 5, 6, 8]),
        (Span(3, 5, 0, 3), 0, [3, 5]),
        (span(8), 99, [1, 3, 5, 6, 8, 10]),
    ],
)
def test_surroundings_keep_their_line_numbers_and_pass_over_lines_without_words(
    where: Span, context: int, numbers: list[int]
) -> None:
    assert [number for number, _ in lines_around(TEXT, where, context)] == numbers
