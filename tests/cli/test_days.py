"""Days and years as people type them, day first."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.cli.days import read_day, read_number, read_year
from inspect_cli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-09-27", date(2019, 9, 27)),
        ("27 September 2019", date(2019, 9, 27)),
        (" 8th  december 2016 ", date(2016, 12, 8)),
        ("8 Dec 2016", date(2016, 12, 8)),
        ("5/4/2019", date(2019, 4, 5)),
        ("29 February 2020", date(2020, 2, 29)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, "--as-of") == day


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2019", "2019-13-01", "31 February 2019", "8 Smarch 2016", "4/13/2019", "27-09-2019"]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_day(text, "--as-of")
    assert f"'{text}'" in refused.value.message
    assert "--as-of 2016-12-08" in refused.value.hint


@pytest.mark.parametrize(("text", "year"), [("2018", 2018), ("2018/19", 2018), ("2018-19", 2018), ("2018/2019", 2018)])
def test_a_year_is_read_as_a_label_too(text: str, year: int) -> None:
    assert read_year(text, "--year") == year


@pytest.mark.parametrize("text", ["18", "20188", "last", "2018/", "1066", "2018 19"])
def test_what_is_no_year_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="is no year"):
        read_year(text, "--year")


@pytest.mark.parametrize("text", ["-1", "x", "", "1.5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert read_number("20", "--limit") == 20
    with pytest.raises(UsageError, match="is no number"):
        read_number(text, "--limit")
