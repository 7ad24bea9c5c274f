"""Files with any of their bytes changed: read, or refused with a clear error; never anything else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from tests.read.word_files import HEADING_STYLES, docx, item, odt, par, run, table, word_part

_BODY = (
    par("Kent PEEL 2018", "T")
    + par("The force", "", "<w:rPr><w:del/></w:rPr>")
    + par(
        run("should ") + '<w:ins w:id="1">' + run("vet") + '</w:ins><w:r><w:br/></w:r><w:r><w:sym w:char="F0B7"/></w:r>'
    )
    + item("one")
    + item("two", 1, 1)
    + table(("a", "b"), ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + par("c"), table(("d",))))
    + par(
        "<w:r><w:drawing><wps:txbx><w:txbxContent>" + par("In a box") + "</w:txbxContent></wps:txbx></w:drawing></w:r>"
    )
    + par(run("Good") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_PARTS = {
    "word/document.xml": word_part("document", f"<w:body>{_BODY}</w:body>"),
    "word/numbering.xml": word_part("numbering", _NUMBERING),
    "word/styles.xml": word_part("styles", HEADING_STYLES),
}
_WORD = docx(
    _BODY, styles=HEADING_STYLES, numbering=_NUMBERING, footnotes=f'<w:footnote w:id="2">{par("x")}</w:footnote>'
)
_OPEN = (
    '<text:h text:outline-level="2">Kent</text:h><text:p>The <text:span>force</text:span><text:s text:c="2"/>x</text:p>'
    '<text:list text:style-name="L"><text:list-item text:start-value="3">'
    "<text:p>vet</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    "</table:table-row></table:table>"
    "<text:p><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>"
)
_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i"'
    ' text:display-levels="1" text:start-value="2"/></text:list-style>'
)
_RICH = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f3\fcharset2 Symbol;}}\pard\plain "
    r"{\listtext\f3 \'b7\tab}The force should \u8217?s vet.\par\trowd\intbl a\cell b\cell\row "
    r"{\pict\bin3 abc}\line x\par}"
)
_ODD = st.sampled_from(
    [
        "",
        "-1",
        "99999999999",
        "x",
        "%1%9",
        "²",
        "&#0;",
        "<",
        ">",
        "/>",
        '"',
        "{",
        "}",
        "\\u-99999?",
        "\\bin9",
        "\\'zz",
        "\x00",
    ]
)
_EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 60), _ODD), min_size=1, max_size=6)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """Replace stretches of a text, each by its place, length and what comes instead."""
    for place, length, odd in edits:
        at = place % (len(text) + 1)
        text = text[:at] + odd + text[at + length :]
    return text


def _only_source_errors(name: str, data: bytes) -> None:
    try:
        lines = read_source(name, data).lines
    except SourceError as error:
        assert error.message
        assert error.hint
    else:
        assert not any("\n" in line for line in lines)


_MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_MANY
@given(st.sampled_from(sorted(_PARTS)), _EDITS)
def test_a_word_document_with_any_part_spoilt_is_read_or_refused(part: str, edits: list[tuple[int, int, str]]) -> None:
    _only_source_errors("a.docx", docx(_BODY, {**_PARTS, part: _edited(_PARTS[part], edits)}, footnotes=""))


@_MANY
@given(_EDITS)
def test_a_text_document_with_its_content_spoilt_is_read_or_refused(edits: list[tuple[int, int, str]]) -> None:
    _only_source_errors("a.odt", odt(_edited(_OPEN, edits), _edited(_LIST, edits[:1])))


@_MANY
@given(_EDITS)
def test_rich_text_that_is_spoilt_is_read_or_refused(edits: list[tuple[int, int, str]]) -> None:
    _only_source_errors("a.rtf", _edited(_RICH, edits).encode("utf-8", "replace"))


@_MANY
@given(st.sampled_from([_WORD, odt(_OPEN, _LIST)]), st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=8))))
def test_a_package_with_any_bytes_changed_is_read_or_refused(data: bytes, edits: list[tuple[int, bytes]]) -> None:
    for place, odd in edits:
        at = place % len(data)
        data = data[:at] + odd + data[at + len(odd) :]
    _only_source_errors("a.docx", data)


@_MANY
@given(st.integers(0, 10**6))
def test_a_package_that_was_cut_off_anywhere_is_refused(length: int) -> None:
    _only_source_errors("a.docx", _WORD[: length % len(_WORD)])
