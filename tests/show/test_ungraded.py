"""What is not graded, as people and scripts see it."""

from __future__ import annotations

import pytest

from inspect_cli.model import TrendGap, Ungraded
from inspect_cli.show import answers
from inspect_cli.show.as_csv import FIELDS
from inspect_cli.show.grid import trend_grid
from inspect_cli.show.ungraded import ungraded_footer, ungraded_note, ungraded_record, ungraded_table
from tests.builders import span
from tests.show.samples import HOSTILE, TREND, look, printed, widest

ONE = Ungraded("r4k2mz1", "cheshire", "PEEL", 2016, None, 2, "How are horses minded?", False, "Not graded", span(7))
OTHER = Ungraded("r4k2mz1", "kent", "PEEL", 2016, None, None, HOSTILE, True, HOSTILE, span(9))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_and_says_what_is_still_to_come(width: int) -> None:
    shown = printed(ungraded_table([ONE, OTHER], look(width)), width)
    assert widest(shown) <= width
    assert "\x1b" not in shown
    assert "2. How are horses" in shown
    words = " ".join(shown.split())
    assert "not yet" in words


def test_a_record_has_the_fields_in_their_order() -> None:
    assert [tuple(ungraded_record(one)) for one in (ONE, OTHER)] == [FIELDS["ungraded"]] * 2
    assert [ungraded_record(one)["state"] for one in (ONE, OTHER)] == ["not-graded", "not-yet-graded"]


def test_below_a_list_of_judgements_they_are_counted_and_nothing_is_said_of_none() -> None:
    assert ungraded_note([]) == []
    assert "2 subjects" in ungraded_note([ONE, OTHER])[0]
    assert "1 subject not graded" in ungraded_footer([ONE], look())[0]


@pytest.mark.parametrize(("to_come", "words"), [(False, "not graded"), (True, "not yet graded")])
def test_a_gap_stands_in_its_year_and_is_no_grade(to_come: bool, words: str) -> None:
    row = TREND[0]._replace(cells=(), gaps=(TrendGap(2016, "2016", to_come),))
    head, _, line, *_ = printed(trend_grid((row,), look()), 80).split("\n")
    assert (head.split()[-1], " ".join(line.split())) == ("2016", f"legitimacy {words}")
    record = answers.trend(row)
    assert (record["cells"], [gap["state"] for gap in record["not_graded"]]) == ([], [words.replace(" ", "-")])
    assert answers.trend_cells(row) == []
