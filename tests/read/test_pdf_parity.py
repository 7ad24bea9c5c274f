"""The same report as text and as PDF: the same finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspect_cli.read import read_source
from tests.read.finds import finds
from tests.rendering.pdf import LAYOUTS, render_pdf

FORMATS = Path(__file__).parent.parent / "labelled" / "formats"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("example", sorted(FORMATS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_yields_the_same_finds_as_pdf(example: Path, layout: str) -> None:
    text = example.read_bytes()
    rendered = render_pdf(text.decode(), layout)
    assert finds(read_source("a.pdf", rendered)) == finds(read_source("a.txt", text))
