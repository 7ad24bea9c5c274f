"""Pages into lines: headings, lists, tables and paragraphs as a person sees them, in order."""

from __future__ import annotations

import pytest

from inspect_cli.model import BlockKind
from inspect_cli.read import read_source
from tests.read.pages import lines_of


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param("<h2>Custody</h2>Text.<p>More.", ["## Custody", "Text.", "More."], id="heading and paragraphs"),
        pytest.param("<h1>Kent<br>PEEL 2018</h1>", ["# Kent PEEL 2018"], id="a heading is one line"),
        pytest.param("<div role=heading aria-level=3>Custody</div>", ["### Custody"], id="a heading by its role"),
        pytest.param("<div role=heading aria-level=x>Custody</div>", ["## Custody"], id="of no known level"),
        pytest.param("<p><b>Custody</b></p><p>Text.", ["Custody", "Text."], id="bold words are no heading"),
        pytest.param("<p>One<p>Two<div>Three<div>Four", ["One", "Two", "Three", "Four"], id="nothing closed"),
        pytest.param("<blockquote>Quoted.</blockquote>", ["Quoted."], id="a quotation"),
        pytest.param(
            "<details><summary>Crime</summary>It acts.", ["#### Crime", "It acts."], id="details that are shut"
        ),
        pytest.param(
            "<h3><button aria-expanded=false>Crime</button></h3><div hidden>It acts.</div>",
            ["### Crime", "It acts."],
            id="an accordion that is shut",
        ),
        pytest.param(
            "<div role=tablist><button role=tab id=t>Crime</button></div>"
            "<div role=tabpanel aria-labelledby=t hidden>It acts.</div>",
            ["#### Crime", "It acts."],
            id="a tab stands where it opens",
        ),
        pytest.param(
            "<aside class=panel><p>A box.</p></aside><p>After.", ["A box.", "After."], id="a box in its place"
        ),
        pytest.param("<svg><text>12 %</text></svg><p>Words.<select><option>2018</select>", ["Words."], id="no text"),
        pytest.param("<style>p {}</style><script>x<p></script><p>Words.", ["Words."], id="nor scripts"),
    ],
)
def test_what_a_page_shows_is_read_in_order(page: str, lines: list[str]) -> None:
    assert lines_of(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ul><li>One<li>Two</ul>", ["• One", "• Two"]),
        ("<ol><li>One<li>Two</ol>", ["1. One", "2. Two"]),
        ("<ol start=3><li>Three<li value=7>Seven<li>Eight</ol>", ["3. Three", "7. Seven", "8. Eight"]),
        ("<ol start=last><li value=''>One</ol>", ["1. One"]),
        ("<ol type=a start=2><li>Two</ol><ol type=i><li>One</ol>", ["b) Two", "(i) One"]),
        ("<ul><li>One<ul><li>Below</ul><li>Two</ul>", ["• One", "  • Below", "• Two"]),
        ("<ul><li><p>One.</p><p>More of it.</p></ul>", ["• One.", "  More of it."]),
        ("<ul><li><h3>Custody</h3><p>It acts.</ul>", ["### Custody", "  It acts."]),
        ("<ul><li>• One</ul>", ["  • One"]),
        ("<div role=list><div role=listitem>One</div></div>", ["• One"]),
        ("<ul><li></li><li> </li></ul><p>Words.", ["Words."]),
        ("<dl><dt>Published<dd>1 May 2019<dt>Custody:<dd>Good</dl>", ["Published: 1 May 2019", "Custody: Good"]),
        ("<dl><dt>Good<dd>It does what it should.</dl>", ["Good: It does what it should."]),
        ("<dl><dt>Custody<dd>It does what it should.</dl>", ["Custody", "It does what it should."]),
        ("<dl><dt>How good is it?<dd>Good</dl>", ["How good is it?", "Good"]),
    ],
)
def test_lists_keep_their_marks(page: str, lines: list[str]) -> None:
    assert lines_of(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(
            "<table><tr><th>Area<th>Grade<tr><td>Custody<td>Good</table>",
            ["| Area | Grade |", "| Custody | Good |"],
            id="rows",
        ),
        pytest.param(
            "<table><tr><td rowspan=2>Kent<td>a<tr><td>b<tr><td>c<td>d</table>",
            ["| Kent | a |", "| Kent | b |", "| c | d |"],
            id="a cell over two rows is said in both",
        ),
        pytest.param(
            "<table><tr><th colspan=2>Custody<tr><td>a<td>b</table>",
            ["Custody", "| a | b |"],
            id="a cell over a whole row is a line",
        ),
        pytest.param(
            "<table><tr><th>a<th>b<th>c<tr><td colspan=2>x<td>y</table>",
            ["| a | b | c |", "| x |  | y |"],
            id="a cell over two columns leaves one empty",
        ),
        pytest.param(
            "<table><tr><th>a<td>Act:<ul><li>one<li>two</ul><p>Soon.</table>",
            ["| a | Act: • one • two Soon. |"],
            id="a list in a cell",
        ),
        pytest.param("<table><tr><th>a|b<td>c</table>", ["| a/b | c |"], id="a bar in a cell parts none"),
        pytest.param("<table><tr><td><p>Left.<td><p>Right.<tr><td></table>", ["| Left. | Right. |"], id="an empty row"),
        pytest.param("<table><tr><td>One.<tr><td>Two.</table>", ["One.", "Two."], id="one column only lays out"),
        pytest.param(
            "<table role=presentation><tr><td>One.<td>Two.</table>", ["One.", "Two."], id="so does one that says so"
        ),
        pytest.param(
            "<table><tr><td><h2>Custody</h2>It acts.<td>Beside.</table>",
            ["## Custody", "It acts.", "Beside."],
            id="and one with headings",
        ),
        pytest.param(
            "<table><tr><td>Left<td><table><tr><td>a<td>b</table></table>",
            ["Left", "| a | b |"],
            id="and one with a table in it",
        ),
        pytest.param("<table><caption>Grades<tr><th>a<td>b</table>", ["Grades", "| a | b |"], id="a caption"),
    ],
)
def test_tables_of_data_give_rows_and_others_paragraphs(page: str, lines: list[str]) -> None:
    assert lines_of(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>The force<br>acts on it.", ["The force acts on it."]),
        ("<p>Custody<br>Published on: 1 May 2019", ["Custody", "Published on: 1 May 2019"]),
        ("<p>1 High Street,<br>Maidstone", ["1 High Street, Maidstone"]),
        ("<p>It acts.<br>It learns.", ["It acts.", "It learns."]),
        ("<p>We saw the<br>Home Office act.", ["We saw the Home Office act."]),
        (
            "<p>It works with<br>Kent Police and<br>others to act.<br>Good",
            ["It works with Kent Police and others to act.", "Good"],
        ),
        ("<p>One<br><br>two", ["One", "two"]),
        ("<p>One<br>&gt;<br>Two", ["One", "Two"]),
        ("<p>Act:<br>• one<br>• two", ["Act:", "• one", "• two"]),
        ("<p>it has acted<sup>2</sup> on the 27<sup>th</sup>.", ["it has acted on the 27th."]),
        ("<p>It acted<sup><a href=#n>[12]</a></sup>, so.", ["It acted, so."]),
        ("<p>200 m<sup>2</sup>", ["200 m"]),
        ("<p>co&shy;oper&#8203;ation in&nbsp;custody", ["cooperation in custody"]),
        ("<p>It <b>is</b><em> good</em> at <q>this</q>.", ["It is good at “this”."]),
        ("<p>Kent <del>did not</del> act.", ["Kent act."]),
        ("<p><span>Custody</span><span>Kent</span>", ["Custody Kent"]),
        ("<p><b>S</b>ome <b>M</b>en", ["Some Men"]),
        ("<p><strong>Vetting:</strong><span>Kent</span>", ["Vetting: Kent"]),
        ("<p><span>Custody</span><span>Good</span>", ["Custody: Good"]),
        ("<p>The force is <span>good</span>.", ["The force is good."]),
        ("<p>It was judged as <a>Good</a>.", ["It was judged as Good."]),
    ],
)
def test_words_are_read_as_they_are_seen(page: str, lines: list[str]) -> None:
    assert lines_of(page) == lines


def test_the_title_stands_first_where_the_page_has_no_first_heading_and_does_not_say_it() -> None:
    title = "<title>Kent PEEL 2018 - The inspectorate</title>"
    assert lines_of(f"{title}<h2>Custody</h2>")[0] == "# Kent PEEL 2018 - The inspectorate"
    assert lines_of(f"{title}<h1>Kent</h1>") == ["# Kent"]
    assert lines_of(f"{title}<h2>Kent PEEL 2018</h2>") == ["## Kent PEEL 2018"]
    assert lines_of("<title></title><p>Kent") == ["Kent"]


def test_a_page_is_read_into_blocks_of_their_kinds() -> None:
    page = b"<!doctype html><h2>Areas for improvement</h2><ol><li>Act.</ol><table><tr><th>a<td>b</table>"
    found = [(block.kind, block.marker, block.text) for block in read_source("kent", page).blocks]
    assert found == [
        (BlockKind.PARAGRAPH, "##", "Areas for improvement"),
        (BlockKind.BULLET, "1.", "Act."),
        (BlockKind.ROW, "", "a | b"),
    ]
