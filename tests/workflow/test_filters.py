"""The words of a filter, checked: what is meant, or the nearest names."""

from datetime import date

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, DocumentKind, Filters, FindingKind, Grade, Pillar, ReferenceKind
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.filters import Asked, read_filters
from inspect_cli.workflow.records import Held
from tests.builders import report

BOOK = Book(Held(reports=(report(id="rab0001"), report(id="rab0002"), report(id="rcd0001"))), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (Asked(), Filters()),
        (Asked(grade="good"), Filters(grade=Grade.GOOD)),
        (Asked(grade="Requires Improvement"), Filters(grade=Grade.REQUIRES_IMPROVEMENT)),
        (Asked(grade="RI"), Filters(grade=Grade.REQUIRES_IMPROVEMENT)),
        (Asked(pillar="Legitimacy"), Filters(pillar=Pillar.LEGITIMACY)),
        (Asked(kind="afi"), Filters(kind="area-for-improvement")),
        (Asked(kind="areas for improvement"), Filters(kind="area-for-improvement")),
        (Asked(kind="recommendations"), Filters(kind="recommendation")),
        (Asked(kind="cause_of_concern"), Filters(kind="cause-of-concern")),
        (Asked(theme="abuse of authority"), Filters(theme="abuse-of-position")),
        (Asked(theme="Use of force"), Filters(theme="use-of-force")),
        (Asked(force="Cheshire Constabulary"), Filters(force="cheshire")),
        (Asked(force="cheshire"), Filters(force="cheshire")),
        (Asked(status="In progress"), Filters(status=AreaStatus.IN_PROGRESS)),
        (Asked(report="rcd"), Filters(report="rcd0001")),
        (Asked(since=2016, until=2018, formal=True), Filters(since=2016, until=2018, formal=True)),
    ],
)
def test_a_filter_is_read_as_people_type_it(asked: Asked, meant: Filters) -> None:
    assert read_filters(BOOK, asked) == meant


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (Asked(theme="veting"), "unknown theme 'veting'", "nearest: vetting; all themes: inspect-cli themes"),
        (Asked(theme="abuse of athority"), "unknown theme", "nearest: abuse-of-position"),
        (Asked(theme="xyzzy"), "unknown theme 'xyzzy'", "all themes: inspect-cli themes"),
        (Asked(grade="goood"), "unknown grade 'goood'", "nearest: good; one of: outstanding, good, adequate"),
        (
            Asked(grade="fine"),
            "unknown grade 'fine'",
            "one of: outstanding, good, adequate, requires-improvement, inad",
        ),
        (Asked(grade="xyzzy"), "unknown grade 'xyzzy'", "one of: outstanding, good, adequate"),
        (Asked(status="shut"), "unknown status 'shut'", "one of: open, in-progress, complete, closed, not-accepted"),
        (Asked(pillar="legitimate"), "unknown pillar 'legitimate'", "legitimacy"),
        (Asked(kind="area for improvment"), "unknown kind", "nearest: area-for-improvement"),
        (Asked(force="Cheshyre"), "unknown force 'Cheshyre'", "cheshire"),
        (Asked(force="xyzzy"), "unknown force 'xyzzy'", "by its name or slug"),
        (Asked(report="rab"), "more than one id begins with 'rab'", "rab0001, rab0002"),
        (Asked(report="rcd0009"), "no report has an id", "rcd0001"),
        (Asked(report=""), "no report has an id", "all reports: inspect-cli reports"),
    ],
)
def test_a_word_that_names_nothing_is_refused_with_the_nearest_that_do(asked: Asked, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_filters(BOOK, asked)
    assert message in refused.value.message
    assert hint in refused.value.hint


def test_a_kind_is_one_of_those_the_listing_has() -> None:
    assert read_filters(BOOK, Asked(kind="inspection"), (FindingKind, ReferenceKind)).kind == "inspection"
    assert read_filters(BOOK, Asked(kind="press releases"), (DocumentKind,)).kind == "press-release"
    with pytest.raises(UsageError):
        read_filters(BOOK, Asked(kind="press release"))


def test_the_beginning_of_a_kind_has_that_kind_as_its_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        read_filters(BOOK, Asked(kind="press"), (DocumentKind,))
    assert refused.value.hint == "nearest: press-release"
