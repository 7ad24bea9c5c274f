"""Word documents into lines: what a person reads who accepts all changes, in that order."""

from __future__ import annotations

import io
import zipfile

import pytest

from inspect_cli.model import BlockKind
from inspect_cli.read import read_source
from tests.read.word_files import HEADING_STYLES, docx, item, par, run, table


def _lines(data: bytes) -> list[str]:
    return [line for line in read_source("a.docx", data).lines if line]


def _styled(body: str) -> list[str]:
    return _lines(docx(body, styles=HEADING_STYLES))


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [
        (par("Kent 2018", "T"), "# Kent 2018"),
        (par("Kent 2018", "H2"), "## Kent 2018"),
        (par("Kent 2018", "Mine"), "## Kent 2018"),
        (par("Kent 2018", "L3"), "### Kent 2018"),
        (par("Kent 2018", "H2", '<w:outlineLvl w:val="0"/>'), "# Kent 2018"),
        (par("Kent 2018", "", '<w:outlineLvl w:val="3"/>'), "#### Kent 2018"),
        (par("Kent 2018", "Off"), "Kent 2018"),
        (par("Kent 2018", "A"), "Kent 2018"),
        (par("Kent 2018", "Unknown"), "Kent 2018"),
        (par("Kent 2018"), "Kent 2018"),
        (par("x" * 301, "H2"), "x" * 301),
    ],
)
def test_headings_are_known_by_their_style_or_outline_level(paragraph: str, line: str) -> None:
    assert _styled(paragraph) == [line]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:ins>" + run("kept") + "</w:ins>", "kept"),
        ("<w:moveTo>" + run("kept") + "</w:moveTo>", "kept"),
        (run("kept ") + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "kept"),
        (run("kept ") + "<w:del>" + run("gone") + "</w:del>", "kept"),
        (run("kept ") + "<w:moveFrom>" + run("gone") + "</w:moveFrom>", "kept"),
        ("<w:ins>" + run("kept ") + "<w:del>" + run("gone") + "</w:del></w:ins>", "kept"),
        (run("kept ") + run("gone", "<w:vanish/>"), "kept"),
        (run("kept ") + run("gone", '<w:rStyle w:val="Hid"/>'), "kept"),
        (run("both ") + run("kept", '<w:vanish w:val="0"/>'), "both kept"),
        (run("both ") + run("kept", '<w:rStyle w:val="Hid"/><w:vanish w:val="false"/>'), "both kept"),
        ("<w:hyperlink>" + run("a link") + "</w:hyperlink>", "a link"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("filled in") + "</w:sdtContent></w:sdt>", "filled in"),
        (
            run("a")
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("Type")
            + "</w:sdtContent></w:sdt>",
            "a",
        ),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText></w:r>' + run("May"), "May"),
        ('<w:fldSimple w:instr="TITLE">' + run("Kent") + "</w:fldSimple>", "Kent"),
        (run("co\u00adope") + "<w:r><w:softHyphen/></w:r>" + run("ration"), "cooperation"),
        (run("multi") + "<w:r><w:noBreakHyphen/></w:r>" + run("agency"), "multi-agency"),
        (run("multi\u2011agency\u00a0work"), "multi-agency work"),
        (run("Vetting") + "<w:r><w:tab/></w:r>" + run(" good"), "Vetting\tgood"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/></w:r>' + run("an item"), "• an item"),
        (run("a ") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>' + run("b"), "a b"),
        ("<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>" + run(" better"), "5% better"),
        ("<w:ruby><w:rt>" + run("over") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby>", "base"),
    ],
)
def test_a_paragraph_reads_as_with_all_changes_accepted(content: str, text: str) -> None:
    assert _styled(par(content)) == [text]


def _marked(mark: str) -> str:
    return f"<w:rPr><{mark}/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (par("The force", "", _marked("w:del")) + par(" is good."), ["The force is good."]),
        (par("One ", "", _marked("w:del")) + par("two ", "", _marked("w:del")) + par("three."), ["One two three."]),
        (par("The force", "", _marked("w:ins")) + par("is good."), ["The force", "is good."]),
        (
            par("<w:moveFrom>" + run("x") + "</w:moveFrom>", "", _marked("w:moveFrom")) + par("Next.", "H2"),
            ["## Next."],
        ),
        (par("The end", "", _marked("w:del")), ["The end"]),
    ],
)
def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next(body: str, lines: list[str]) -> None:
    assert _styled(body) == lines


_BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (("The force is", "good at vetting."), ["The force is good at vetting."]),
        (
            ("We went back in the spring of", "2018 and looked again."),
            ["We went back in the spring of 2018 and looked again."],
        ),
        (("PEEL 2018/19", "Kent Police"), ["PEEL 2018/19", "Kent Police"]),
        (("The force is good.", "It vets its people."), ["The force is good.", "It vets its people."]),
        (("The force should:", "• vet all", "• keep a list"), ["The force should:", "• vet all", "• keep a list"]),
        (("Last updated 27/09/2019", "Good"), ["Last updated 27/09/2019", "Good"]),
        (("Dear Sir,", "Thank you"), ["Dear Sir, Thank you"]),
        (("", "Kent", "", ""), ["Kent"]),
    ],
)
def test_a_line_break_parts_only_what_reads_as_lines_of_their_own(parts: tuple[str, ...], lines: list[str]) -> None:
    assert _styled(par(_BREAK.join(map(run, parts)))) == lines


def test_a_heading_goes_on_over_a_line_break_and_a_page_break_is_one_too() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert _styled(par(run("Is the force") + _BREAK + run("Effective?"), "H2")) == ["## Is the force Effective?"]
    assert _styled(par(run("One.") + page + run("Two."))) == ["One.", "Two."]


def _drawn(content: str, words: str = "") -> str:
    return f"<w:r><w:drawing><wp:inline><wp:docPr {words}/>{content}</wp:inline></w:drawing></w:r>"


def _boxed(content: str) -> str:
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    choice = f'<mc:Choice Requires="wps">{_drawn(_boxed(par("The force should vet.")))[5:-6]}</mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape>{_boxed(par('The force should vet.'))}</v:shape></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choice}{old}</mc:AlternateContent></w:r>"
    assert _styled(par(both + run("Beside it."))) == ["Beside it.", "The force should vet."]
    assert _styled(par(f"<w:r><mc:AlternateContent>{old}</mc:AlternateContent></w:r>")) == ["The force should vet."]
    assert _styled(par(f"<w:r><w:pict>{_boxed(par('Old box.'))}</w:pict></w:r>")) == ["Old box."]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ('descr="Good"', ["Good"]),
        ('descr="requires improvement"', ["Requires improvement"]),
        ('title="Requires-improvement." descr="x"', ["Requires improvement"]),
        ('descr="Good" title="Good"', ["Good"]),
        ('descr="A good officer"', []),
        ('descr="" name="Good"', []),
    ],
)
def test_a_grade_that_is_a_picture_is_a_line_of_its_own(words: str, lines: list[str]) -> None:
    assert _styled(par("Vetting") + par(_drawn("", words))) == ["Vetting", *lines]


def test_content_controls_are_read_in_place_and_the_contents_list_is_not() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        control.format(gallery, par("Contents") + par("Vetting 4"))
        + par("Vetting\t4", "TOC1")
        + control.format("", par("First.") + control.format("", par("Second.")))
        + "<w:customXml>" + par("Third.") + "</w:customXml>"
    )  # fmt: skip
    assert _styled(body) == ["First.", "Second.", "Third."]


def test_notes_stand_after_the_text_in_the_order_of_their_marks() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0">' + par("---") + "</w:footnote>"
        '<w:footnote w:id="1">' + par("Never referred to.") + "</w:footnote>"
        '<w:footnote w:id="2">'
        + par("<w:r><w:footnoteRef/></w:r>" + run(" PEEL 2017."))
        + par("Page 4.")
        + "</w:footnote>"
        '<w:footnote w:id="3">' + par("Our words.") + "</w:footnote>"
    )
    marked = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = par(run("Good") + marked.format(3) + run(".")) + par(run("More") + marked.format(2)) + par("End.")
    lines = ["Good.", "More", "End.", "# Notes", "Our words.", "PEEL 2017. Page 4."]
    assert _lines(docx(body, footnotes=notes)) == lines
    assert _lines(docx(par(run("Good") + marked.format(9)), footnotes=notes)) == ["Good"]


def _cell(content: str, properties: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{par(content)}"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (table(("Area", "Grade"), ("Vetting", "Good")), ["| Area | Grade |", "| Vetting | Good |"]),
        (table(("a", ""), ("", "")), ["| a |  |"]),
        (table((par("one") + par("two"), "b"), ("c", "d")), ["| one two | b |", "| c | d |"]),
        (table(("a|b", "c")), ["| a¦b | c |"]),
        (table((_cell("Both", '<w:gridSpan w:val="2"/>'),), ("a", "b")), ["| Both |", "| a | b |"]),
        (
            table((_cell("up", '<w:vMerge w:val="restart"/>'), "b"), (_cell("gone", "<w:vMerge/>"), "d")),
            ["| up | b |", "|  | d |"],
        ),
        (table((par("The force should vet.") + par("Second."),)), ["The force should vet.", "Second."]),
        (table(("One",), ("Two",)), ["One", "Two"]),
        (table((par("Left.") + par("Left two."), "Right.")), ["Left.", "Left two.", "Right."]),
        (
            table(("Left", table(("a", "b"), ("c", "d")) + par("")), ("x", "y")),
            ["Left", "| a | b |", "| c | d |", "x", "y"],
        ),
        (table(("a", "b"), ("c", "d")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1), ["| c | d |"]),
        (table(("a", _cell("x", "<w:cellDel/>"), "b"), ("c", "d")), ["| a | b |", "| c | d |"]),
        (
            f"<w:tbl><w:sdt><w:sdtContent>{table(('a', 'b'), ('c', 'd'))[17:-8]}</w:sdtContent></w:sdt></w:tbl>",
            ["| a | b |", "| c | d |"],
        ),
    ],
)
def test_tables_are_rows_and_frames_are_what_they_frame(body: str, lines: list[str]) -> None:
    assert _styled(body) == lines


def test_a_document_of_the_strict_form_and_in_wide_characters_reads_alike() -> None:
    usual = docx(par("Kent – 2018"))
    strict = docx("", {"word/document.xml": _part_of(usual).replace(_TRANSITIONAL, _STRICT)})
    wide = docx("", {"word/document.xml": _part_of(usual).replace("UTF-8", "UTF-16").encode("utf-16")})
    assert _lines(usual) == _lines(strict) == _lines(wide) == ["Kent – 2018"]


_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _part_of(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")


def test_each_line_is_a_block_with_its_mark() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    )
    lists = numbering + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = par("Kent", "T") + item("vet all.") + table(("a", "b"), ("c", "d")) + par("the end of it")
    document = read_source("kent.docx", docx(body, styles=HEADING_STYLES, numbering=lists))
    assert (document.format, document.page_starts) == ("docx", ())
    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "#", "Kent"),
        (BlockKind.BULLET, "•", "vet all."),
        (BlockKind.ROW, "", "a | b"),
        (BlockKind.ROW, "", "c | d"),
        (BlockKind.PARAGRAPH, "", "the end of it"),
    ]
