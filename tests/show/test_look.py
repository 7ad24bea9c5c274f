"""Short ids are understood, years are called what their reports call them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Span
from inspect_cli.show.look import Look, ShortIds
from tests.show.samples import RECORD, UNDATED, look

IDS = st.lists(st.text("abc", min_size=6, max_size=8).map(lambda rest: "f" + rest), min_size=1, max_size=30)


def _short(ids: list[str]) -> ShortIds:
    return ShortIds(lambda letter: [one for one in ids if one.startswith(letter)])


@given(IDS)
def test_a_short_id_is_the_beginning_of_no_other(ids: list[str]) -> None:
    short = _short(ids)
    for one in set(ids):
        begun = {other for other in ids if other.startswith(short(one))}
        assert one in begun
        assert begun == {one} or short(one) == one


@given(IDS)
def test_a_short_id_is_no_longer_than_it_must_be(ids: list[str]) -> None:
    short = _short(ids)
    for one in set(ids):
        length = len(short(one))
        shorter = [other for other in set(ids) - {one} if other.startswith(one[: length - 1])]
        assert length >= 5
        assert length == 5 or shorter


def test_no_id_is_shown_as_nothing() -> None:
    assert _short([])(None) == ""


def test_a_year_is_called_what_its_reports_call_it() -> None:
    assert (look().label(2018), look().label(2016), look().label(None)) == ("2018/19", "2016", "–")


def test_a_source_names_report_line_and_page() -> None:
    assert look().source(RECORD.id, Span(71, 72, 0, 1)) == "r4k2m L71"
    assert look().source(RECORD.id, Span(71, 72, 0, 1, page=9)) == "r4k2m p9 L71"
    assert look().source(UNDATED.id, None) == "r9zzz"


def test_a_title_with_controls_is_shown_safely() -> None:
    known = Look(reports={RECORD.id: RECORD})
    assert known.title(RECORD.id) == "Cheshire PEEL 2018 – Legitimacy"
    assert known.title("r0000000") == "r0000"
