"""Rich text into lines: what Word, WordPad and others write."""

from __future__ import annotations

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from inspect_cli.read.rtf import LARGEST_MARKED

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f3\froman\fcharset2 Symbol;}}"
    r"{\colortbl;\red0\green0\blue0;}{\info{\title Not shown}}\pard\plain "
)


def _lines(body: str) -> list[str]:
    return [line for line in read_source("a.rtf", f"{_HEAD}{body}}}".encode("ascii")).lines if line]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r"Kent PEEL 2018\par\pard\b Good\b0\par", ["Kent PEEL 2018", "Good"]),
        (r"{\listtext\pard\plain\f3 \'b7\tab}{\ls1\ilvl0 The force should vet.}\par", ["• The force should vet."]),
        (r"{\pntext\f3\'B7\tab}{\*\pn\pnlvlblt{\pntxtb\'B7}}The force should vet.\par", ["• The force should vet."]),
        (r"\bullet\tab The force should vet.\par", ["• The force should vet."]),
        (r"{\listtext 1.\tab}One\par{\listtext b)\tab}Two\par", ["1. One", "(b) Two"]),
        (r"Vetting\tab Good\par", ["Vetting\tGood"]),
        (r"caf\'e9 \u8217?s \ldblquote q\rdblquote  \endash  \u-10179?\u-8704?\par", ["café ’s “q” – 😀"]),
        (r"soft\-hyphen multi\_agency a\~b\par", ["softhyphen multi-agency a b"]),
        (r"The force is\line good.\par", ["The force is good."]),
        (r"PEEL\line Kent\par", ["PEEL", "Kent"]),
        (r"kept {\deleted\revised gone }{\revised\revauth1 on}\par", ["kept on"]),
        (r"kept {\v gone}on\par", ["kept on"]),
        (r"kept \v gone\v0  on\par", ["kept gone on"]),
        (r'{\field{\*\fldinst{HYPERLINK "http://x.example/"}}{\fldrslt{\ul a link}}} on\par', ["a link on"]),
        (r"Good{\footnote PEEL 2017}.\par{\header Page 1\par}{\footer x\par}", ["Good."]),
        (r"\trowd\cellx1\cellx2\intbl Vetting\cell Good\cell\row\pard End.\par", ["| Vetting | Good |", "End."]),
        (r"\trowd\cellx1\intbl The force should vet.\par More.\cell\row", ["The force should vet.", "More."]),
        (r"a {\*\shppict{\pict\pngblip " + "89504e47\n" * 99 + r"}}b\par", ["a b"]),
        (r"a {\pict\wmetafile8\bin9 {{{{}\par}b\par", ["a b"]),
        (r"a\par{\pict 8950", ["a"]),
    ],
)
def test_rich_text_reads_as_its_paragraphs_lists_and_tables(body: str, lines: list[str]) -> None:
    assert _lines(body) == lines


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1 words \\uc words}", "is damaged"),
        (b"{\\rtf1 words \\u999999999? words}", "is damaged"),
        (b"{\\rtf1 }", "is empty"),
        (b"{\\rtf1 " + b"{" * LARGEST_MARKED, "10 MB of text and marks"),
    ],
)
def test_rich_text_that_cannot_be_read_is_refused_with_a_hint(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read_source("kent.rtf", data)
    assert "kent.rtf" in caught.value.message
    assert caught.value.hint
