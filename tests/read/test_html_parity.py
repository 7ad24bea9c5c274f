"""The same report as text and as a web page: the same finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspect_cli.read import read_source
from tests.read.finds import finds
from tests.rendering.html import PageLayout, render_html

FORMATS = Path(__file__).parent.parent / "labelled" / "formats"


@pytest.mark.parametrize("layout", PageLayout)
@pytest.mark.parametrize("example", sorted(FORMATS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_yields_the_same_finds_as_a_page(example: Path, layout: PageLayout) -> None:
    text = example.read_bytes()
    rendered = render_html(text.decode(), layout)
    assert finds(read_source("a.html", rendered)) == finds(read_source("a.txt", text))
