"""CSV and plain text leave nothing out and run nowhere."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.show.as_csv import as_csv, as_plain, flat
from tests.show.samples import HOSTILE

TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (2018, "2018"),
        (["ethics", "vetting"], "ethics;vetting"),
        ([2016, 2018], "2016;2018"),
        ([], ""),
        ({"line": 1, "page": None}, '{"line":1,"page":null}'),
        ([{"value": 35, "of": "officers"}], '[{"value":35,"of":"officers"}]'),
    ],
)
def test_a_value_is_one_cell(value: object, cell: str) -> None:
    assert flat(value) == cell


def test_the_header_has_the_field_names() -> None:
    assert as_csv([{"id": "f1", "year": 2018}]) == "id,year\nf1,2018\n"
    assert as_csv([], ("id", "year")) == "id,year\n"


def test_hostile_text_is_made_harmless_and_numbers_stay_numbers() -> None:
    rows = list(csv.reader(io.StringIO(as_csv([{"text": "=1+1", "n": -1, "other": HOSTILE}]))))
    assert rows[1] == ["'=1+1", "-1", "[/status] \\x1b[31mred \\u202ereversed =cmd|' /C calc'!A0"]


@given(st.lists(st.fixed_dictionaries({"a": TEXT, "b": st.lists(TEXT) | st.none()}), max_size=5))
def test_every_record_is_one_row_of_two_cells_in_both(records: list[dict[str, object]]) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(records, ("a", "b")))))
    lines = as_plain(records).splitlines()
    assert [len(row) for row in rows] == [2] * (len(records) + 1)
    assert [line.count("\t") for line in lines] == [1] * len(records)
