"""Golden files: what is read out of a source, written for a reviewer, against what is read out of it now.

A case is a folder below ``golden``: ``source.*`` (or ``seed``, naming a file of ``seeds/``) and ``expected.txt``.
UPDATE_GOLDEN=1 writes what is read now, and still fails: a person reads the diff before the next run passes.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspect_cli.extract import extract
from inspect_cli.model import Extraction, Report, cut
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from tests import golden_text
from tests.running import SEEDS

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def _source(case: str) -> Path:
    seed = GOLDEN / case / "seed"
    if seed.exists():
        return SEEDS / seed.read_text(encoding="utf-8").strip()
    (source,) = (GOLDEN / case).glob("source.*")
    return source


def _read(case: str) -> tuple[Report, Extraction, tuple[str, ...]]:
    source = _source(case)
    document = read_source(source.name, source.read_bytes())
    report = recognise(document, {})
    return report, extract(document, report), document.lines


def _compare(path: Path, now: str) -> None:
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    if written != now and os.environ.get("UPDATE_GOLDEN"):
        path.write_text(now, encoding="utf-8")
    assert now == written, f"{path.name} differs; with UPDATE_GOLDEN=1 it is written anew: then read its diff"


@pytest.mark.parametrize("case", CASES)
def test_what_is_read_out_of_a_source_is_what_was_expected(case: str) -> None:
    report, extraction, _ = _read(case)
    _compare(GOLDEN / case / "expected.txt", golden_text.render(report, extraction))


def test_the_totals_of_all_cases_are_what_was_expected() -> None:
    _compare(GOLDEN / "totals.txt", "".join(f"{golden_text.totals(case, _read(case)[1])}\n" for case in CASES))


@pytest.mark.parametrize("case", CASES)
def test_every_find_of_a_source_is_cut_from_the_words_it_points_at(case: str) -> None:
    _, extraction, lines = _read(case)
    finds: list[golden_text.Find] = [*extraction.judgements, *extraction.findings, *extraction.references]
    assert finds
    assert [find.quote for find in finds] == [cut(lines, find.span) for find in finds]
