"""Text from a report acts on no terminal, no spreadsheet and no reader of JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.show.as_json import dumps
from inspect_cli.show.safe import harmless, visible

ANY_TEXT = st.text(st.characters())


def _acts(text: str) -> list[str]:
    return [one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a plain line", "a plain line"),
        ("Café – “quoted” 警察", "Café – “quoted” 警察"),
        ("[/status]", "[/status]"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2066b\u2069", "a\\u2066b\\u2069"),
        ("two\tcolumns\r\nand a line", "two columns and a line"),
        ("a\x00b\x7fc", "a\\x00b\\x7fc"),
        ("a\u2028b", "a\\u2028b"),
        ("clo\u00adsed o\u200bpen", "clo\\xadsed o\\u200bpen"),
        ("flag\U000e0001\U000e0068", "flag\\U000e0001\\U000e0068"),
        ("a\ufe0f b\U000e0100 c\u3164", "a\\ufe0f b\\U000e0100 c\\u3164"),
        ("e\u0301\u0323\u0302\u0308 e\u0301", "e\u0301\u0323\u0302\u0308 e\u0301"),
        ("e\u0301\u0323\u0302\u0308\u0301", "e\u0301\u0323\u0302\u0308\\u0301"),
        ("Ŵyn \uf0b7 → ✓ £5", "Ŵyn \uf0b7 → ✓ £5"),
    ],
)
def test_what_acts_on_a_terminal_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_that_acts_is_left_in_any_text(text: str) -> None:
    assert _acts(visible(text)) == []
    assert len(visible(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0b1", "'\uff0b1"),
        ("a;=1;\t-2; b", "a;'=1; '-2; b"),
        (';"=1', ";\"'=1"),
        ("a=b", "a=b"),
        ("well-being", "well-being"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell: str, expected: str) -> None:
    assert harmless(cell) == expected


@given(st.dictionaries(ANY_TEXT, ANY_TEXT | st.lists(ANY_TEXT)))
def test_json_says_the_same_without_acting(value: object) -> None:
    encoded = dumps(value)
    assert [one for one in _acts(encoded) if one != "\n"] == []
    assert json.loads(encoded) == value
