"""The statutory responses: what became of each, in words and in a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspect_cli.model import ResponseView
from inspect_cli.show.as_csv import FIELDS
from inspect_cli.show.attention import response_record
from inspect_cli.show.responses import response_words, responses_footer, responses_table
from tests.show import samples
from tests.show.samples import look, printed, widest

DUE = date(2019, 11, 21)
WAITING = ResponseView(samples.RECORD, True, "56 days", DUE, None, 12, False, True)
LATE = WAITING._replace(days_left=-12, late=True)
DONE = WAITING._replace(published=date(2019, 11, 1), days_left=None)
NONE = ResponseView(samples.UNDATED, False, "its day of publication is not known", None, None, None, False, False)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (WAITING, "12 days left"),
        (LATE, "overdue, 12 days ago"),
        (DONE, "published 1 November 2019"),
        (DONE._replace(published=date(2019, 12, 1), late=True), "published 1 December 2019, late"),
        (NONE, "not required"),
        (NONE._replace(published=date(2019, 12, 1)), "published 1 December 2019"),
    ],
)
def test_what_became_of_a_response(view: ResponseView, said: str) -> None:
    assert response_words(view) == said


@pytest.mark.parametrize(
    ("view", "overdue"), [(WAITING, False), (LATE, True), (DONE._replace(late=True), False), (NONE, False)]
)
def test_a_record_has_every_field_and_says_whether_it_is_overdue(view: ResponseView, *, overdue: bool) -> None:
    record = response_record(view)
    assert tuple(record) == FIELDS["responses"]
    assert record["overdue"] is overdue
    assert record["due"] == ("2019-11-21" if view.applies else None)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_and_tells_where_an_explanation_is_needed(width: int) -> None:
    hostile = NONE._replace(report=replace(samples.UNDATED, title=samples.HOSTILE))
    shown = printed(responses_table((LATE, hostile), look(width)), width)
    assert widest(shown) <= width
    assert "explanation needed" in " ".join(shown.split()) or "Explanation" in shown
    assert "\x1b" not in shown


def test_the_next_response_to_record_is_named() -> None:
    assert responses_footer((DONE, NONE), look()) == ["1 report of 2 with a clock, 0 overdue"]
    (line,) = responses_footer((WAITING, LATE, NONE), look())
    assert line == "2 reports of 3 with a clock, 1 overdue. inspect-cli respond r4k2m --published DATE"
