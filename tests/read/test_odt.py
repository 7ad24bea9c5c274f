"""OpenDocument texts into lines: what a person reads who accepts all changes, in that order."""

from __future__ import annotations

import pytest

from inspect_cli.errors import SourceError
from inspect_cli.read import read_source
from tests.read.word_files import odt

STYLES = (
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="Count"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1"'
    ' text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="Rec"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-prefix="Recommendation " style:num-suffix=":" text:start-value="4"/></text:list-style>'
    '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
)


def _p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _list(style: str, *items: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{one if one.startswith('<') else _p(one)}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{one}</table:table-cell>" for one in row) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


def _lines(body: str) -> list[str]:
    return [line for line in read_source("a.odt", odt(body, STYLES)).lines if line]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ('<text:h text:outline-level="2">Vetting</text:h>', ["## Vetting"]),
        ("<text:h>Vetting</text:h>", ["# Vetting"]),
        (_p("The <text:span>force</text:span> is\n good."), ["The force is good."]),
        (_p("a<text:s text:c='3'/>b<text:tab/>c"), ["a b\tc"]),
        (_p("The force is<text:line-break/>good."), ["The force is good."]),
        (_p("PEEL<text:line-break/>Kent"), ["PEEL", "Kent"]),
        (_p("<text:a>a link</text:a> and <text:bookmark-start/>more"), ["a link and more"]),
        (_p("kept <text:change/>on") + _p("gone", "Gone"), ["kept on"]),
        (_p("kept <text:span text:style-name='Gone'>gone</text:span>on"), ["kept on"]),
        (_p("kept<office:annotation><text:p>A remark</text:p></office:annotation> on"), ["kept on"]),
        ("<text:section>" + _p("Inside.") + "</text:section>", ["Inside."]),
        (
            "<text:table-of-content><text:index-body>" + _p("Vetting 4") + "</text:index-body></text:table-of-content>",
            [],
        ),
        (_p("x<draw:frame><draw:text-box>" + _p("Boxed.") + "</draw:text-box></draw:frame>"), ["x", "Boxed."]),
        ("<draw:frame><draw:text-box>" + _p("Boxed.") + "</draw:text-box></draw:frame>", ["Boxed."]),
        (_p("<draw:frame><draw:image/><svg:desc>good</svg:desc></draw:frame>"), ["Good"]),
        (_p("<draw:frame><draw:image/><svg:desc>A good photograph</svg:desc></draw:frame>"), []),
        (_table((_p("a"), _p("b")), (_p("c"), "")), ["| a | b |", "| c |  |"]),
        (_table((_p("The force should vet.") + _p("More."),)), ["The force should vet.", "More."]),
        (_list("Dots", "vet", "keep a list"), ["• vet", "• keep a list"]),
        (
            _list("Dots", _p("vet") + _p("Evidence.") + _list("", "deep", "deeper")),
            ["• vet", "Evidence.", "  (a) deep", "  (b) deeper"],
        ),
        (
            _list("Count", "one", _p("two") + _list("", "x", "y"), "three"),
            ["1. one", "2. two", "  2.1 x", "  2.2 y", "3. three"],
        ),
        (_list("Count", "one") + _list("Count", "two"), ["1. one", "1. two"]),
        (
            _list("Count", "one") + _p("x") + _list("Count", "two", more='text:continue-numbering="true"'),
            ["1. one", "x", "2. two"],
        ),
        (_list("Rec", "vet", "list"), ["Recommendation 4: vet", "Recommendation 5: list"]),
        (_list("Unknown", "vet"), ["• vet"]),
    ],
)
def test_a_text_reads_as_with_all_changes_accepted(body: str, lines: list[str]) -> None:
    assert _lines(body + _p("End.")) == [*lines, "End."]


def test_what_was_deleted_is_kept_apart_and_left_out() -> None:
    deleted = f"<text:changed-region><text:deletion>{_p('Gone.')}</text:deletion></text:changed-region>"
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes>{_p('Kept<text:change/>.')}"
    assert _lines(body) == ["Kept."]


def test_notes_stand_after_the_text() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    body = _p("Good" + note.format(_p("PEEL 2017.")) + ".") + _p("End.")
    assert _lines(body) == ["Good.", "End.", "# Notes", "PEEL 2017."]


@pytest.mark.parametrize(
    "more",
    [
        {"META-INF/manifest.xml": "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"},
        {"encrypted-package": b"\x00\x01"},
    ],
)
def test_a_text_with_a_password_is_refused(more: dict[str, str | bytes]) -> None:
    with pytest.raises(SourceError, match=r"a\.odt is a document with a password") as caught:
        read_source("a.odt", odt("", more=more))
    assert caught.value.hint
