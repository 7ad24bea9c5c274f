"""The pages of PDFs: columns, boxes, tables, lists of contents, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.read.pdf_pages import PROSE, Drawing, at, bold, box, draw, read

LEFT = PROSE
RIGHT = tuple(line.replace("county", "town").replace("Officers", "Sergeants") for line in PROSE)
THIRD = tuple(line.replace("county", "village").replace("Officers", "Inspectors") for line in PROSE)
LEFT_READ, RIGHT_READ, THIRD_READ = (" ".join(lines) for lines in (LEFT, RIGHT, THIRD))
ITEMS = ("• The force should record each use of", "force.")
WIDE = "The report that follows says what we found when we went there, and what the force has done about it since."


def test_two_columns_are_read_one_after_the_other() -> None:
    assert read(draw([at(60, 300, *LEFT), at(320, 300, *RIGHT)])) == [LEFT_READ, RIGHT_READ]


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [at(x, 300, *lines, size=7, step=9) for x, lines in ((50, LEFT), (225, RIGHT), (400, THIRD))]
    assert read(draw(columns)) == [LEFT_READ, RIGHT_READ, THIRD_READ]


@pytest.mark.parametrize("shift", [0, 4])
def test_the_order_in_which_lines_were_drawn_makes_no_difference(shift: float) -> None:
    rows = [
        drawing
        for number, (one, two) in enumerate(zip(LEFT, RIGHT, strict=True))
        for drawing in (at(320, 300 + shift + 12 * number, two), at(60, 300 + 12 * number, one))
    ]
    assert read(draw(rows)) == [LEFT_READ, RIGHT_READ]


@pytest.mark.parametrize(
    ("across", "expected"),
    [
        (bold(60, 400, "What we found when we went there and what the force has done", size=14), "# What we found"),
        (bold(60, 400, "What we found", size=14), "# What we found"),
        (at(60, 400, WIDE), "The report that follows"),
    ],
)
def test_what_goes_across_parts_columns_into_those_above_and_those_below(across: Drawing, expected: str) -> None:
    above, below = [at(60, 300, *LEFT), at(320, 300, *RIGHT)], [at(60, 430, *THIRD), at(320, 430, *RIGHT)]
    lines = read(draw([*above, across, *below]))
    assert [lines[0], lines[1], lines[3], lines[4]] == [LEFT_READ, RIGHT_READ, THIRD_READ, RIGHT_READ]
    assert lines[2].startswith(expected)


def test_a_paragraph_goes_on_at_the_top_of_the_next_column() -> None:
    assert read(draw([at(60, 300, *LEFT[:4]), at(320, 300, *LEFT[4:], *RIGHT)])) == [f"{LEFT_READ} {RIGHT_READ}"]


@pytest.mark.parametrize("x", [60, 320])
def test_a_box_in_a_column_is_read_in_place_and_apart(x: float) -> None:
    boxed = [box(x - 5, 385, 250, 60), bold(x, 400, "Areas for improvement"), at(x, 416, *ITEMS)]
    columns = [at(60, 300, *LEFT), at(320, 300, *RIGHT), at(380 - x, 390, *THIRD)]
    lines = read(draw([*columns, *boxed, at(x, 470, *THIRD)]))
    inside = ["# Areas for improvement", "• The force should record each use of force.", THIRD_READ]
    one, two = ([*inside], [THIRD_READ]) if x == 60 else ([THIRD_READ], [*inside])
    assert lines == [LEFT_READ, *one, RIGHT_READ, *two]


def test_a_box_beside_text_is_not_mixed_with_it() -> None:
    boxed = [box(315, 290, 240, 60), bold(320, 306, "Areas for improvement"), at(320, 322, *ITEMS)]
    lines = read(draw([at(60, 300, *LEFT), *boxed]))
    assert lines == [LEFT_READ, "# Areas for improvement", "• The force should record each use of force."]


def test_a_box_across_two_columns_parts_them() -> None:
    boxed = [box(55, 385, 500, 40), bold(60, 400, "Areas for improvement"), at(60, 416, " ".join(ITEMS))]
    above, below = [at(60, 300, *LEFT), at(320, 300, *RIGHT)], [at(60, 450, *THIRD), at(320, 450, *RIGHT)]
    inside = ["# Areas for improvement", "• The force should record each use of force."]
    assert read(draw([*above, *boxed, *below])) == [LEFT_READ, RIGHT_READ, *inside, THIRD_READ, RIGHT_READ]


def test_a_paragraph_goes_on_past_a_box() -> None:
    boxed = [box(55, 350, 500, 40), bold(60, 365, "Area for improvement"), at(60, 380, "The force should record it.")]
    above = f"{WIDE[:-1]}; but it was not able to"
    lines = read(draw([at(60, 300, above, size=9), *boxed, at(60, 420, "say what it had done.", size=9)]))
    assert lines == [f"{above} say what it had done.", "# Area for improvement", "The force should record it."]


SUBJECTS = ("Preventing crime", "Investigating crime", "Protecting vulnerable people", "Managing offenders")
GRADES = ("Good", "Adequate", "Requires improvement", "Good")
ROWS = [f"| {subject} | {grade} |" for subject, grade in zip(SUBJECTS, GRADES, strict=True)]


def test_words_on_one_line_with_a_gap_in_several_rows_are_a_table() -> None:
    table = [at(60, 400, *SUBJECTS, step=16), at(300, 400, *GRADES, step=16)]
    assert read(draw([at(60, 300, WIDE), *table])) == [WIDE, *ROWS]


def test_a_cell_of_several_lines_is_one() -> None:
    texts = ("The force should record each", "use of force.", "", "The force should train its", "staff.")
    drawn = [at(60, 400, "1", "", "", "2"), at(90, 400, *texts), at(300, 400, "GREEN", "", "", "AMBER")]
    assert read(draw([at(60, 300, WIDE), *drawn])) == [
        WIDE,
        "| 1 | The force should record each use of force. | GREEN |",
        "| 2 | The force should train its staff. | AMBER |",
    ]


def test_cells_end_at_the_lines_that_are_drawn() -> None:
    frames = [box(55 + 110 * column, 385 + 30 * row, 110, 30) for column in range(2) for row in range(2)]
    words = [at(60, 398, "The force should", "record it."), at(168, 398, "GREEN")]
    words += [at(60, 428, "The force should"), at(168, 428, "Done in", "June 2023.")]
    assert read(draw([at(60, 300, WIDE), *frames, *words])) == [
        WIDE,
        "| The force should record it. | GREEN |",
        "| The force should | Done in June 2023. |",
    ]


def test_columns_whose_lines_stand_at_one_height_are_no_table() -> None:
    assert not any(line.startswith("|") for line in read(draw([at(60, 300, *LEFT), at(320, 300, *RIGHT)])))


@pytest.mark.parametrize(
    "entries",
    [
        (
            "Introduction ........ 3",
            "Vetting ............. 5",
            "Areas for improvement 7".replace(" 7", " .......... 7"),
        ),
        ("1. Introduction . . . . . . iii", "2. Vetting . . . . . . . . 5", "3. Areas for improvement . . . . 12"),
    ],
)
def test_a_list_of_contents_is_left_out(entries: Sequence[str]) -> None:
    contents = [bold(60, 280, "Contents", size=16), at(60, 300, *entries)]
    assert read(draw(contents, [at(60, 300, WIDE)])) == [WIDE]


def test_a_list_of_contents_whose_numbers_stand_far_right_is_left_out() -> None:
    contents = [bold(60, 280, "Contents", size=16), at(60, 300, *SUBJECTS), at(500, 300, "3", "5", "9", "12")]
    assert read(draw(contents, [at(60, 300, WIDE)])) == [WIDE]


def test_dots_that_lead_to_something_else_than_pages_part_cells() -> None:
    lines = [f"{subject} {'.' * 30} {grade}" for subject, grade in zip(SUBJECTS, GRADES, strict=True)]
    assert read(draw([at(60, 300, WIDE), at(60, 400, *lines)])) == [WIDE, *ROWS]


def _pages(count: int, *furniture: Sequence[Drawing]) -> bytes:
    """Give pages of text of their own, each with the drawings that ``furniture`` has for it."""
    texts = [
        f"On day {chr(65 + number)} we went to another of the stations and spoke with its staff."
        for number in range(count)
    ]
    return draw(*([*furniture[number % len(furniture)], at(60, 300, texts[number])] for number in range(count)))


def _is_bare(data: bytes) -> bool:
    return all(line.startswith("On day") for line in read(data))


@pytest.mark.parametrize("count", [2, 3, 9])
@pytest.mark.parametrize("number", ["{}", "Page {}", "Page {} of 9", "– {} –", "| {}", "{} | Kent 2018"])
def test_page_numbers_are_left_out(number: str, count: int) -> None:
    assert _is_bare(_pages(count, *([at(300, 800, number.format(page), size=8)] for page in range(3, 3 + count))))


def test_roman_page_numbers_are_left_out() -> None:
    assert _is_bare(_pages(4, *([at(300, 800, number)] for number in ("i", "ii", "iii", "iv"))))


@pytest.mark.parametrize("count", [2, 3, 9])
@pytest.mark.parametrize(
    "furniture",
    [
        [[at(60, 40, "HMICFRS", size=8), at(400, 40, "PEEL: Kent 2018", size=8)]],
        [[at(60, 800, "PEEL: Kent 2018")], [at(400, 800, "PEEL: Kent 2018")]],
    ],
)
def test_lines_that_repeat_at_one_height_are_left_out(furniture: list[list[Drawing]], count: int) -> None:
    assert _is_bare(_pages(count, *furniture))


@pytest.mark.parametrize(
    ("furniture", "kept"),
    [
        ([[bold(60, 80 + shift, "Areas for improvement")] for shift in (0, 20, 7, 33)], "# Areas for improvement"),
        ([[at(60, 200, "Question")]] * 4, "Question"),
        (
            [[bold(60, 80, f"Recommendation {number}")] if number % 3 else [] for number in range(9)],
            "# Recommendation 1",
        ),
        ([[at(60, 80, "1")], [at(60, 80, "Good")], []], "1"),
        ([[bold(60, 80, "Good", size=14)], [], [], [], [bold(60, 80, "Good", size=14)], [], []], "# Good"),
    ],
)
def test_what_only_looks_like_furniture_stays(furniture: list[list[Drawing]], kept: str) -> None:
    assert kept in read(_pages(len(furniture), *furniture))


def test_the_foot_of_a_single_page_goes_where_it_has_its_number() -> None:
    assert _is_bare(_pages(1, [at(300, 800, "Kent 2018 1", size=8)]))
    assert not _is_bare(_pages(1, [at(300, 800, "Kent 2018", size=8)]))
