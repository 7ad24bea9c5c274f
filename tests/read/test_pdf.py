"""PDF as a person reads it: paragraphs, lists, headings, words; what is no text left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from inspect_cli.model import BlockKind
from inspect_cli.read import read_source
from inspect_cli.read.pdf import read_pdf
from tests.read.pdf_pages import Drawing, at, bold, draw, read

WIDE = "The constabulary has looked again at how it listens to the people who live in the county."
TEXT = at(60, 300, WIDE, "It asked them what they want to know about, and how they would like to hear of it.")
READ = f"{WIDE} It asked them what they want to know about, and how they would like to hear of it."


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("They asked for infor-", "mation about crime.", "They asked for information about crime."),
        ("They asked for infor\u00ad", "mation about crime.", "They asked for information about crime."),
        ("It looked at counter-", "corruption work.", "It looked at counter-corruption work."),
        ("It looked at drug-", "and alcohol-related crime.", "It looked at drug- and alcohol-related crime."),
        ("The cycle is PEEL 2023-", "25 for all forces.", "The cycle is PEEL 2023-25 for all forces."),
        ("It stands beside the Anglo-", "Saxon church.", "It stands beside the Anglo-Saxon church."),
        ("The force has a plan -", "a good one.", "The force has a plan - a good one."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_again(above: str, below: str, expected: str) -> None:
    assert read(draw([TEXT, at(60, 400, above, below)])) == [READ, expected]


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it() -> None:
    lines = at(60, 400, "A call-taker answers each call. The force trains every call-", "taker in the room.")
    assert read(draw([TEXT, lines]))[1].endswith("trains every call-taker in the room.")


@pytest.mark.parametrize("mark", ["•", "\u2022", "-", "–", "o", "*", "·"])
@pytest.mark.parametrize("apart", [True, False])
def test_a_bullet_of_any_shape_begins_an_item(mark: str, *, apart: bool) -> None:
    if apart:
        marks = at(60, 340, mark, mark, step=24)
        items = at(78, 340, "The force should record each use of", "force.", "The force should train its staff.")
        pages = draw([TEXT, marks, items])
    else:
        words = [f"{mark} The force should record it.", f"{mark} The force should train its staff."]
        pages = draw([TEXT, at(60, 340, *words)])
    first = "The force should record each use of force." if apart else "The force should record it."
    assert read(pages) == [READ, f"• {first}", "• The force should train its staff."]


def test_what_a_font_of_symbols_draws_before_words_is_a_bullet() -> None:
    marks = at(60, 340, "\u2756", "\u2756", font="ZapfDingbats")
    items = at(78, 340, "The force should record it.", "The force should train its staff.")
    assert read(draw([TEXT, marks, items])) == [
        READ,
        "• The force should record it.",
        "• The force should train its staff.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1. Record it.", "2. Train its staff."), ["1. Record it.", "2. Train its staff."]),
        (("(a) Record it.", "(b) Train its staff."), ["(a) Record it.", "(b) Train its staff."]),
        (("10) Record it.", "11) Train its staff."), ["10) Record it.", "11) Train its staff."]),
    ],
)
def test_a_numbered_item_keeps_its_number(lines: Sequence[str], expected: list[str]) -> None:
    assert read(draw([TEXT, at(60, 340, *lines)])) == [READ, *expected]


@pytest.mark.parametrize(
    "rest",
    [
        "12. It has since been dealt with.",
        "– though not in all of the stations that we went to.",
        "* of which ten were minor.",
    ],
)
def test_a_number_or_dash_that_a_sentence_runs_into_begins_no_item(rest: str) -> None:
    line = "The constabulary has looked again at the matter that last year's report told of in its section"
    assert read(draw([at(60, 300, line, rest)])) == [f"{line} {rest}"]


def test_items_of_lists_within_lists_are_set_in() -> None:
    marks = [at(60, 340, "•"), at(78, 352, "o"), at(60, 364, "•")]
    words = [at(74, 340, "Record it:"), at(92, 352, "on the day; and"), at(74, 364, "Train its staff.")]
    assert read(draw([TEXT, *marks, *words]))[1:] == ["• Record it:", "  • on the day; and", "• Train its staff."]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (bold(60, 270, "Areas for improvement"), "## Areas for improvement"),
        (at(60, 270, "Areas for improvement", size=14), "## Areas for improvement"),
        (bold(60, 270, "1. Areas for improvement"), "## 1. Areas for improvement"),
        (bold(60, 260, "How does the force", "treat its people?", size=14), "## How does the force treat its people?"),
        (at(60, 270, "Areas for improvement"), "Areas for improvement"),
        (bold(60, 270, "The force should record each use of force."), "The force should record each use of force."),
        (bold(60, 270, "The force should:"), "The force should:"),
        (at(60, 270, "Leaders listen. They act on what they hear, and they say so in public.", size=12),
         "Leaders listen. They act on what they hear, and they say so in public."),
    ],
)  # fmt: skip
def test_headings_are_known_by_size_and_weight(heading: Drawing, expected: str) -> None:
    lines = read(draw([bold(60, 200, "Kent Police", size=24), heading, TEXT]))
    assert lines == ["# Kent Police", expected, READ]


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        (at(60, 324, "Leaders listen to what staff say."), 1),
        (at(60, 330, "Leaders listen to what staff say."), 2),
        (at(72, 324, "Leaders listen to what staff say."), 2),
        (at(60, 324, "leaders listen to what staff say."), 1),
    ],
)
def test_a_gap_or_an_indent_parts_paragraphs(second: Drawing, parts: int) -> None:
    full = "It asked them what they want to know about, how they like to hear of it and when to tell."
    assert len(read(draw([at(60, 300, WIDE, full), second]))) == parts


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    lines = (
        WIDE,
        "It listens.",
        "Leaders hear what their staff say about the plans of the force, and act upon it at",
        "once.",
    )
    assert len(read(draw([at(60, 300, *lines)]))) == 2


def test_lines_that_stand_alone_stay_alone() -> None:
    lines = ("Vetting: good", "Michael Grey", "Her Majesty's Inspector")
    assert read(draw([TEXT, at(60, 340, *lines)]))[1:] == list(lines)


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_is_of_the_page_where_it_begins() -> None:
    last = at(60, 700, "It said of the last of these that it was still, after three years and two plans, for the")
    pages = draw([TEXT, last], [at(60, 80, "force to deal with."), at(60, 110, "Leaders listen.")])
    document = read_source("a.pdf", pages)
    assert [(block.text[-13:], block.page) for block in document.blocks] == [
        (READ[-13:], 1),
        ("to deal with.", 1),
        ("aders listen.", 2),
    ]


def test_each_page_has_its_first_line() -> None:
    text = read_pdf("a.pdf", draw([TEXT], [], [at(60, 300, "Leaders listen.")]))
    assert (text.lines, text.page_starts) == ((READ, "", "Leaders listen."), (1, 3, 3))


def test_a_mark_of_a_footnote_is_no_part_of_a_number() -> None:
    def noted(canvas: Canvas) -> None:
        words = canvas.beginText(60, 500)
        for text, size, rise in (
            ("We said so in 2017", 10, 0),
            ("12", 6, 4),
            (" and 2018, on the 8", 10, 0),
            ("th", 6, 4),
        ):
            words.setFont("Helvetica", size)
            words.setRise(rise)
            words.textOut(text)
        canvas.drawText(words)

    assert "We said so in 2017 and 2018, on the 8th" in read(draw([noted, TEXT]))


def test_footnotes_stand_after_the_text_of_their_page() -> None:
    notes = at(60, 780, "1 Integrity matters, HMIC, 2015.", "2 The same, page 12.", size=7, step=9)
    last = at(60, 700, "It said of the last of these that it was still, after three years and two plans, for the")
    lines = read(draw([TEXT, last, notes], [at(60, 80, "force to deal with.")]))
    assert lines[1].endswith("for the force to deal with.")
    assert lines[2:] == ["1 Integrity matters, HMIC, 2015.", "2 The same, page 12."]


def test_letters_joined_into_one_and_blanks_of_all_kinds_are_plain() -> None:
    assert read(draw([at(60, 300, "The\u00a0force  is good.")])) == ["The force is good."]


def test_words_drawn_twice_to_look_bold_are_there_once() -> None:
    twice = [at(60 + shift, 340, "Areas for improvement") for shift in (0, 0.3, 0.6)]
    assert read(draw([TEXT, *twice])) == [READ, "Areas for improvement"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("marked", [True, False])
def test_a_turned_page_is_read_upright(turn: int, *, marked: bool) -> None:
    def turned(canvas: Canvas) -> None:
        if marked:
            canvas.setPageRotation(turn)
        shift = {0: (0, 0), 90: (842, 0), 180: (842, 842), 270: (0, 842)}[turn]
        canvas.translate(*shift)
        canvas.rotate(turn)
        TEXT(canvas)
        at(60, 340, "• Record it.", "• Train its staff.")(canvas)

    assert read(draw([turned], size=(842, 842))) == [READ, "• Record it.", "• Train its staff."]


def test_words_up_the_side_of_a_page_come_last_and_not_where_they_repeat() -> None:
    def side(text: str) -> Drawing:
        def drawing(canvas: Canvas) -> None:
            canvas.saveState()
            canvas.translate(560, 300)
            canvas.rotate(90)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

        return drawing

    assert read(draw([side("Crown copyright"), TEXT])) == [READ, "Crown copyright"]
    assert read(draw([side("Crown copyright"), TEXT], [side("Crown copyright"), TEXT])) == [READ, READ]


def test_what_a_printer_needs_outside_the_page_is_left_out() -> None:
    def cropped(canvas: Canvas) -> None:
        canvas.setCropBox((40, 100, 560, 800))
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 50, "report_v3.indd 12 12/11/2014 10:00")

    assert read(draw([cropped, TEXT])) == [READ]


def test_items_and_rows_reach_the_blocks() -> None:
    table = [at(60, 340, "Vetting", "Counter-corruption", "Standards"), at(300, 340, "Good", "Adequate", "Good")]
    blocks = read_source("a.pdf", draw([TEXT, *table, at(60, 420, "• Record it.")])).blocks
    assert [(block.kind, block.cells) for block in blocks[1:]] == [
        (BlockKind.ROW, ("Vetting", "Good")),
        (BlockKind.ROW, ("Counter-corruption", "Adequate")),
        (BlockKind.ROW, ("Standards", "Good")),
        (BlockKind.BULLET, ("Record it.",)),
    ]
