"""Running heads and page numbers in a text taken from pages: blanked, so that a paragraph goes on past them."""

from __future__ import annotations

import pytest

from inspect_cli.read import read_source

HEAD = "Police integrity – Gwent Police"


def texts(text: str) -> list[str]:
    return [block.text for block in read_source("a.txt", text.encode()).blocks]


def pages(*bodies: str, foot: str = "{page}\n\n" + HEAD) -> str:
    """Put a foot with the page's number below each body."""
    return "\n\n".join(f"{body}\n\n{foot.format(page=page)}" for page, body in enumerate(bodies, start=2))


@pytest.mark.parametrize(
    "foot", ["{page}\n\n" + HEAD, HEAD + "\n{page}", "Page {page} of 9\n\n" + HEAD, HEAD + "  |  {page}", "\f" + HEAD]
)
def test_heads_and_page_numbers_are_left_out_and_a_sentence_goes_on_past_them(foot: str) -> None:
    text = pages("The force looks at the views of", "the people it serves.", "It acts.", "It learns.", foot=foot)
    assert texts(text) == ["The force looks at the views of the people it serves.", "It acts.", "It learns."]


def test_the_lines_of_a_text_keep_their_numbers() -> None:
    document = read_source("a.txt", pages("One.", "Two.", "Three.").encode())
    assert [(block.line, block.text) for block in document.blocks] == [(1, "One."), (7, "Two."), (13, "Three.")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Questions\n\n1\n\nHow well?\n\n2\n\nHow often?\n\n3\n\nHow long?", id="numbers of questions"),
        pytest.param(
            "\n\n".join(f"Recommendation {n}\n\nForces should do thing {n} of many." for n in range(1, 5)),
            id="numbered headings",
        ),
        pytest.param("\n\n".join(["Area for improvement", "The force should act."] * 4), id="headings that recur"),
        pytest.param(pages("One.", "Two."), id="only twice"),
    ],
)
def test_what_recurs_for_another_reason_stays(text: str) -> None:
    assert texts(text) == [line for line in text.split("\n\n") if line]
