"""The floors of accuracy over the labelled examples; ``python -m tests.bench.accuracy`` shows the figures."""

from __future__ import annotations

from functools import cache

import pytest

from inspect_cli.model import Extraction, Report, cut
from inspect_cli.read import read_source
from tests.labels import Example, read_examples
from tests.scoring import Find, Score, read_out, score
from tests.threads import score_links

EXAMPLES = list(read_examples())
NEGATIVE = [example for example in EXAMPLES if example.is_negative]


@cache
def _read(name: str) -> tuple[Report, Extraction] | None:
    return read_out(next(example for example in EXAMPLES if example.name == name))


@cache
def _total(what: str) -> Score:
    total = Score()
    for example in EXAMPLES:
        total.add(score(example, _read(example.name))[what])
    return total


@pytest.mark.parametrize(
    ("what", "precision", "recall"),
    [
        ("judgements", 0.98, 0.94),
        ("findings", 0.98, 0.97),
        ("references", 0.95, 0.94),
        ("forces", 0.98, 0.98),
        ("kinds", 0.98, 0.98),
    ],
)
def test_what_a_careful_reader_finds_is_found_and_little_else(what: str, precision: float, recall: float) -> None:
    total = _total(what)
    assert (total.precision or 0) >= precision, total.invented
    assert (total.recall or 0) >= recall, total.missed


def test_no_date_is_wrong() -> None:
    assert _total("dates").invented == []


@pytest.mark.parametrize("example", NEGATIVE, ids=lambda example: str(example.name))
def test_nothing_is_found_where_nothing_is_to_be_found(example: Example) -> None:
    read = _read(example.name)
    if read:
        formal = [finding.text for finding in read[1].findings if finding.formal]
        assert (formal, [*read[1].judgements], [*read[1].references]) == ([], [], [])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.name))
def test_every_find_is_cut_from_the_words_it_points_at(example: Example) -> None:
    read = _read(example.name)
    if read is None:
        return
    lines = read_source(example.path.name, example.path.read_bytes()).lines
    finds: list[Find] = [*read[1].judgements, *read[1].findings, *read[1].references]
    assert [find.quote for find in finds] == [cut(lines, find.span) for find in finds]


def test_no_find_is_linked_with_another_thing_on_the_programs_own_account() -> None:
    links = score_links()
    assert links.right > 0
    assert links.invented == []
