"""The records that filters keep."""

from datetime import date
from typing import Any

import pytest

from inspect_cli.model import Filters, FindingKind, Grade, Pillar, ReferenceKind
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.sieve import Sieve
from tests.builders import area, finding, judgement, reference, report

JOINT = report(id="r-joint", forces=("cheshire", "kent"))
OWN = finding(themes=("vetting",))
SHARED = finding("All forces should look up.", id="f-shared", report="r-joint", force=None)
NOTE = finding("It could be tidier.", id="f-note", kind=FindingKind.CONCERN, year=None, report="r-joint")
BOOK = Book(Held(reports=(report(), JOINT), findings=(OWN, SHARED, NOTE)), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({}, {OWN.id, SHARED.id, NOTE.id}),
        ({"force": "cheshire"}, {OWN.id, SHARED.id, NOTE.id}),
        ({"force": "kent"}, {SHARED.id}),
        ({"force": "essex"}, set()),
        ({"year": 2018}, {OWN.id, SHARED.id}),
        ({"since": 2018, "until": 2018}, {OWN.id, SHARED.id}),
        ({"since": 2019}, set()),
        ({"until": 2017}, set()),
        ({"formal": True}, {OWN.id, SHARED.id}),
        ({"kind": "concern"}, {NOTE.id}),
        ({"theme": "vetting"}, {OWN.id}),
        ({"pillar": Pillar.EFFICIENCY}, set()),
        ({"report": "r-joint"}, {SHARED.id, NOTE.id}),
        ({"grade": Grade.GOOD}, {OWN.id, SHARED.id, NOTE.id}),
    ],
)
def test_a_finding_is_kept_when_it_passes_every_filter(filters: dict[str, Any], kept: set[str]) -> None:
    assert {one.id for one in filter(Sieve(BOOK, Filters(**filters)).finding, BOOK.findings)} == kept


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"force": "cheshire"}, True),
        ({"force": "kent"}, False),
        ({"year": 2017}, True),
        ({"year": 2015}, False),
        ({"since": 2018}, True),
        ({"since": 2019}, False),
        ({"kind": "concern"}, True),
        ({"kind": "recommendation"}, False),
        ({"report": "r-joint"}, True),
        ({"report": "r-other"}, False),
        ({"formal": True}, True),
    ],
)
def test_an_area_is_kept_when_one_of_its_members_passes(filters: dict[str, Any], kept: bool) -> None:
    thread = area(OWN, NOTE, years=(2017, 2018))
    assert Sieve(BOOK, Filters(**filters)).area(thread) == kept


def test_an_informal_area_does_not_pass_as_formal() -> None:
    assert not Sieve(BOOK, Filters(formal=True)).area(area(NOTE, formal=False))


@pytest.mark.parametrize(("to_kind", "kept"), [(ReferenceKind.RECOMMENDATION, True), (ReferenceKind.INSPECTION, False)])
def test_a_follow_up_is_formal_when_what_it_speaks_of_is(to_kind: ReferenceKind, kept: bool) -> None:
    assert Sieve(BOOK, Filters(formal=True)).reference(reference(to_kind=to_kind)) == kept


@pytest.mark.parametrize(("grade", "kept"), [(Grade.GOOD, True), (Grade.INADEQUATE, False)])
def test_a_judgement_is_kept_by_its_grade(grade: Grade, kept: bool) -> None:
    assert Sieve(BOOK, Filters(grade=grade)).judgement(judgement()) == kept
