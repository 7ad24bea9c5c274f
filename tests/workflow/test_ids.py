"""From the beginning of an id to the record."""

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import area_named, resolve
from inspect_cli.workflow.records import Held
from tests.builders import area, finding, judgement, reference, report
from tests.workflow.office import VETTING, Office

HELD = Held(
    reports=(report(id="rbb0001"),),
    judgements=(judgement(id="jcc00001"),),
    findings=(finding(id="fa000001"), finding("b", id="fa000002"), finding("c", id="fa0000021")),
    references=(reference(id="xdd00001"),),
    areas=(area(id="aee001"), area(id="agg001")),
    aliases={"ahh001": "aee001", "agg009": "agg001", "ajj001": "a-gone"},
)
BOOK = Book(HELD, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rbb0001", "rbb0001"),
        ("r", "rbb0001"),
        ("j", "jcc00001"),
        ("x", "xdd00001"),
        ("XDD", "xdd00001"),
        (" fa000001 ", "fa000001"),
        ("fa000002", "fa000002"),
        ("aee", "aee001"),
        ("ahh001", "aee001"),
        ("ahh", "aee001"),
        ("agg", "agg001"),
    ],
)
def test_an_unambiguous_beginning_of_an_id_or_former_id_leads_to_the_record(text: str, found: str) -> None:
    assert resolve(BOOK, text).id == found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("fa0000", "fa000001, fa000002"),
        ("a", "aee001, agg001"),
        ("fa000003", "nearest: fa00000"),
        ("f9", "ids begin with r"),
        ("ajj001", "nearest"),
        ("q123", "ids begin with r"),
        ("", "ids begin with r"),
        ("vetting", "inspect-cli track vetting"),
        ("backlog", "inspect-cli track backlog"),
    ],
)
def test_what_leads_to_several_or_to_none_is_refused_with_what_to_type(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(BOOK, text)
    assert hint in refused.value.hint


@pytest.mark.parametrize("text", ["fa000001", "vetting", "q"])
def test_where_nothing_is_imported_an_id_leads_to_how_to_begin(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(Book(Held(), date(2024, 1, 1)), text)
    assert "nothing is imported yet; to begin: inspect-cli import" in refused.value.hint


def test_an_area_is_named_by_its_whole_title_too(data: Path) -> None:
    office = Office(data)
    title = office.view(VETTING).area.title
    assert area_named(office.book(), title.upper()).id == VETTING
    with pytest.raises(UsageError, match="no area"):
        area_named(office.book(), title.split()[0])
