"""Verifying: every quote is cut again; what no longer agrees is told, and that a file is gone is no fault."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.model import Extraction, Figure, Span
from inspect_cli.store import open_register
from inspect_cli.workflow.verifying import verify
from tests.builders import finding, judgement, report
from tests.running import SEEDS, import_each
from tests.storing import change

LINE = "The force should clear its backlog of 35 files."
WHOLE = Span(1, 1, 0, len(LINE))


def keep(folder: Path, **changes: Any) -> None:
    """Store a report of one line with one finding."""
    one = replace(finding(LINE, span=WHOLE, figures=(Figure(35, "files", Span(1, 1, 38, 46)),)), **changes)
    with change(folder) as draft:
        draft.put_report(report(file="-"), Extraction((), (one,)), (LINE,))


def test_the_source_reports_agree_with_their_texts_and_files(imported: Path) -> None:
    done = verify(imported)
    assert (done.found, done.reports, done.gone) == ((), 5, 0)
    assert done.quotes > 40


@pytest.mark.parametrize(
    ("changes", "checks"),
    [
        ({}, []),
        ({"quote": "The force should clear its backlog of 36 files."}, ["quote"]),
        ({"span": Span(1, 1, 4, len(LINE))}, ["quote"]),
        ({"span": Span(9, 9, 0, 4)}, ["quote"]),
        ({"figures": (Figure(35, "files", Span(1, 1, 0, 9)),)}, ["figure"]),
        ({"figures": (Figure(35, "files", Span(7, 7, 0, 9)),)}, ["figure"]),
    ],
)
def test_what_does_not_stand_at_its_span_is_told(data: Path, changes: dict[str, object], checks: list[str]) -> None:
    keep(data, **changes)
    assert [line.check for line in verify(data).found] == checks


def test_a_text_that_is_gone_or_changed_is_told_once(data: Path) -> None:
    keep(data)
    (text,) = (data / "texts").iterdir()
    text.write_text("other", encoding="utf-8")
    assert [(line.check, line.id) for line in verify(data).found] == [("text", report().id)]


def test_a_find_whose_report_is_gone_is_told(data: Path) -> None:
    keep(data)
    with change(data) as draft:
        stray = judgement(report="rgone")
        draft.put_report(report(file="-"), Extraction((stray,)), (LINE,))
    assert [(line.check, line.report) for line in verify(data).found] == [("report", "rgone")]


def test_a_file_that_changed_is_told_and_one_that_is_gone_counted(data: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
    import_each(data, folder)
    first, second, *_ = (Path(one.file) for one in open_register(data).reports)
    first.write_text("other words", encoding="utf-8")
    second.unlink()
    done = verify(data)
    assert [line.check for line in done.found] == ["file"]
    assert done.gone == 1
