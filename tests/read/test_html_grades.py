"""Grades that a page shows in classes, attributes and pictures: each said once, where it is seen; and no others."""

from __future__ import annotations

import pytest

from tests.read.pages import lines_of


@pytest.mark.parametrize(
    "badge",
    [
        '<span class="grade--requires-improvement"></span>',
        '<span class="c-Grade c-grade__icon--requires_improvement"></span>',
        '<i class="judgment requires improvement"></i>',
        '<div class="requires-improvement"></div>',
        '<i class="iconRequiresImprovement"></i>',
        '<span data-grade="Requires Improvement"></span>',
        '<span data-x="grade-requires-improvement"></span>',
        '<span aria-label="Rating: requires improvement"></span>',
        '<span title="Requires improvement"></span>',
        '<img alt="Requires improvement icon">',
        '<img alt="We judged this as requires improvement">',
        "<svg><title>Judged as requires improvement</title></svg>",
        '<svg aria-label="Requires improvement"></svg>',
    ],
)
def test_a_badge_below_a_heading_is_a_line_of_its_own(badge: str) -> None:
    assert lines_of(f"<h3>Custody</h3>{badge}<p>It acts.") == ["### Custody", "Requires improvement", "It acts."]


@pytest.mark.parametrize(
    "element",
    [
        '<div class="good-practice">{}</div>',
        '<div class="good">{}</div>',
        '<div class="not-good grade">{}</div>',
        '<div class="previous-grade--good">{}</div>',
        '<div class="goods grade">{}</div>',
        '<div class="grade--good grade--inadequate">{}</div>',
        '<div data-filter="good">{}</div>',
        '<div data-grades="good adequate">{}</div>',
        '<div title="A good example of judgement">{}</div>',
        '<div aria-label="Last year\'s rating: previously good">{}</div>',
        '<div>{}<img alt="The officers had a good day"></div>',
        '<div>{}<img alt="Key to grades: outstanding, good, adequate, inadequate"></div>',
        '<div>{}<img alt="A chart of ratings that are good in most forces"></div>',
        '<body class="grade--good">{}</body>',
    ],
)
def test_what_only_holds_the_word_is_no_badge(element: str) -> None:
    assert lines_of(element.format("<h3>Custody</h3><p>It acts.</p>")) == ["### Custody", "It acts."]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(
            "<section data-judgement=good><h3>Custody</h3><p>It acts.</section>",
            ["### Custody", "Good", "It acts."],
            id="of a section: below its heading",
        ),
        pytest.param(
            "<div><i class=icon-good></i><h3>Custody</h3><p>It acts.</div>",
            ["### Custody", "Good", "It acts."],
            id="before the heading of its own box",
        ),
        pytest.param(
            "<div><i class=icon-good></i><h3>One</h3><h3>Two</h3></div>",
            ["Good", "### One", "### Two"],
            id="but not before one of several",
        ),
        pytest.param("<h3>Custody <i class=icon-good></i></h3>", ["### Custody", "Good"], id="in the heading"),
        pytest.param("<h3>Custody: good <i class=icon-good></i></h3>", ["### Custody: good"], id="said in the heading"),
        pytest.param("<div class=grade--good><b>Good</b></div>", ["Good"], id="said in the badge"),
        pytest.param("<h3>Custody</h3><img alt=Good><p>Good</p>", ["### Custody", "Good"], id="said right below"),
        pytest.param(
            "<section class=grade--good><h3>Custody</h3><p>It acts.</p><p>Grade: Good</p></section>",
            ["### Custody", "It acts.", "Grade: Good"],
            id="said further below",
        ),
        pytest.param(
            "<section class=grade--good><h3>Custody</h3><p>It has a good plan.</p></section>",
            ["### Custody", "Good", "It has a good plan."],
            id="not said by praise",
        ),
        pytest.param(
            "<p><img alt=Good> The force is good at custody.</p>", ["The force is good at custody."], id="said in words"
        ),
        pytest.param("<p>Custody <img alt=Good></p>", ["Custody: Good"], id="after a label"),
        pytest.param("<ul><li class=rating-good>Custody</ul>", ["• Custody: Good"], id="of an item"),
        pytest.param("<ul><li><i class=icon-good></i>Custody</ul>", ["• Custody: Good"], id="before the item's words"),
        pytest.param("<p><img alt='Custody: good'>", ["Custody: Good"], id="a picture that names its subject"),
        pytest.param(
            "<table><tr><th>a<th>b<tr><td>Custody<td><img alt=Good></table>",
            ["| a | b |", "| Custody | Good |"],
            id="in a cell",
        ),
        pytest.param(
            "<table><tr class=grade-good><th>Custody<td></table>",
            ["| Custody | Good |"],
            id="of a row: in its empty cell",
        ),
        pytest.param("<table><tr><th>a<td class=grade-good>Custody</table>", ["| a | Custody: Good |"], id="of a cell"),
        pytest.param(
            "<details class=grade-good><summary>Custody</summary>It acts.</details>",
            ["#### Custody", "Good", "It acts."],
            id="of details",
        ),
    ],
)
def test_a_badge_stands_where_it_belongs_and_only_where_the_text_does_not_say_it(page: str, lines: list[str]) -> None:
    assert lines_of(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(
            "<ul><li>Outstanding<li>Good<li>Inadequate</ul>", ["| Outstanding | Good | Inadequate |"], id="in words"
        ),
        pytest.param(
            "<p><img alt=Outstanding><img alt=Good><img alt=Inadequate></p>",
            ["| Outstanding | Good | Inadequate |"],
            id="in pictures",
        ),
        pytest.param(
            "<div class=icon-outstanding></div><div class=icon-good></div><div class=icon-adequate></div>",
            ["| Outstanding | Good | Adequate |"],
            id="in classes",
        ),
        pytest.param(
            "<ul><li>Outstanding<li class=is-active>Good<li>Inadequate</ul>", ["Good"], id="with one that is marked"
        ),
        pytest.param(
            "<div><img alt=Outstanding><p>It leads all.</div><div><img alt=Good><p>It does it.</div>"
            "<div><img alt=Inadequate><p>It fails.</div>",
            ["Outstanding: It leads all.", "Good: It does it.", "Inadequate: It fails."],
            id="with what each means",
        ),
    ],
)
def test_a_key_to_the_grades_does_not_grade_what_it_stands_under(page: str, lines: list[str]) -> None:
    assert lines_of(f"<h3>Grades</h3>{page}") == ["### Grades", *lines]


def test_grades_that_each_have_a_subject_are_no_key() -> None:
    page = "".join(
        f"<div><span>{subject}</span><img alt={grade}></div>"
        for subject, grade in (("Custody", "Good"), ("Crime", "Inadequate"), ("Vetting", "Outstanding"))
    )
    assert lines_of(page) == ["Custody: Good", "Crime: Inadequate", "Vetting: Outstanding"]
