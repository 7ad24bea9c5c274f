"""One report of an import: known again or new, what a person said of it, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspect_cli.extract import EXTRACTOR, extract
from inspect_cli.model import Document, Extraction, Report, Rung
from inspect_cli.store import text_file
from inspect_cli.workflow.importing import ImportOptions, Source, Step, gather, import_reports
from tests.workflow.desk import BACKLOGS, LATER, NOW, PANEL, PROSE, Desk, told


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, tmp_path / "data")


def test_a_copy_beside_it_is_unchanged(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("copy.txt", told(2017, BACKLOGS))
    outcome = desk.take()
    assert [view.report.file for view in outcome.imported] == [str(desk.base / "in" / "a.txt")]
    assert (outcome.unchanged, outcome.warnings) == (("in/copy.txt",), ())


def test_of_two_versions_in_one_import_the_second_is_left_out_and_said(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS, prose=PROSE * 20))
    desk.write("b.txt", told(2017, BACKLOGS, prose=PROSE * 20 + "One more."))
    for names in ((), ("b.txt", "a.txt")):
        outcome = desk.take(*names)
        assert outcome.unchanged[-1] == "in/b.txt"
        assert "in/b.txt is a version of in/a.txt" in outcome.warnings[0]


def test_another_document_under_the_same_name_is_another_report(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take()
    desk.write("a.txt", told(2018, PANEL, prose="Elsewhere the matter stands quite differently, as this page tells.\n"))
    assert len(desk.take().imported) == 1
    assert len(desk.stored.reports) == 2


@pytest.mark.parametrize("lost", [False, True])
def test_a_newer_extractor_reads_the_report_anew_and_the_ids_hold(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    desk.write("a.txt", told(2017, BACKLOGS, PANEL))
    assert desk.take().imported
    before = desk.said()
    if lost:
        text_file(desk.data, desk.stored.reports[0]).unlink()

    def renamed(document: Document, report: Report) -> Extraction:
        found = extract(document, report)
        return replace(found, findings=tuple(replace(find, id=f"{find.id}x") for find in found.findings))

    monkeypatch.setattr("inspect_cli.workflow.reading.extract", renamed)
    monkeypatch.setattr("inspect_cli.workflow.reading.EXTRACTOR", EXTRACTOR + 1)
    (view,) = desk.take(now=LATER).replaced
    assert view.report.extractor == EXTRACTOR + 1
    assert desk.said() == before


def test_standard_input_is_stored_under_a_dash(desk: Desk) -> None:
    source = Source("standard input", data=told(2017, BACKLOGS).encode())
    for _ in range(2):
        outcome = import_reports(desk.data, [source], ImportOptions(), NOW)
    assert outcome.unchanged == ("standard input",)
    assert [report.file for report in desk.stored.reports] == ["-"]


def test_sources_toml_is_given_and_options_win(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.write("sources.toml", '["a.txt"]\ntitle = "Noted"\ninspector = "N. Body"\n')
    (view,) = desk.take(title="Typed").imported
    assert (view.report.title, view.report.inspector) == ("Typed", "N. Body")
    assert view.report.rung("inspector") is Rung.GIVEN


def test_what_was_once_given_holds_and_may_be_given_anew(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take(title="Typed", inspection_year="2015/16")
    assert desk.take().unchanged == ("in/a.txt",)
    (view,) = desk.take(title="Typed again").replaced
    assert view.report.title == "Typed again"


def test_what_was_once_given_holds_for_an_edited_file(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take(title="Typed")
    desk.write("a.txt", told(2017, BACKLOGS, PANEL))
    (view,) = desk.take().replaced
    assert view.report.title == "Typed"


def test_a_year_given_anew_does_not_keep_the_former_label(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    desk.take(inspection_year="2018/19")
    (view,) = desk.take(inspection_year="2016").replaced
    assert view.report.inspection_year == 2016
    assert view.report.inspection_label != "2018/19"


def test_what_sources_toml_no_longer_says_is_forgotten(desk: Desk) -> None:
    text = told(2017, BACKLOGS)
    desk.write("a.txt", text)
    noted = desk.write("sources.toml", '["a.txt"]\ntitle = "Noted"\nnote = "Seen."\n')
    desk.take()
    elsewhere = import_reports(desk.data, [Source("-", data=text.encode())], ImportOptions(), NOW)
    assert elsewhere.unchanged == ("-",)
    noted.unlink()
    (view,) = desk.take().replaced
    assert view.report.title != "Noted"
    assert view.report.note is None


def test_a_text_that_was_lost_is_put_back(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS))
    assert desk.take().imported
    text = text_file(desk.data, desk.stored.reports[0])
    content = text.read_bytes()
    text.unlink()
    ids = desk.said()
    assert len(desk.take(now=LATER).replaced) == 1
    assert text.read_bytes() == content
    assert desk.said() == ids


def test_progress_counts_up_to_all(desk: Desk) -> None:
    for name in ("a.txt", "b.txt"):
        desk.write(name, told(2017, BACKLOGS, prose=name * 50))
    steps: list[Step] = []
    import_reports(desk.data, gather([Path("in")], desk.base).sources, ImportOptions(), NOW, steps.append)
    assert list(dict.fromkeys(step[:3] for step in steps)) == [(0, 2, "in/a.txt"), (1, 2, "in/b.txt"), (2, 2, "")]


def test_a_report_in_which_nothing_was_found_is_named(desk: Desk) -> None:
    text = told(2017).replace("Good\n", "").replace("Areas for improvement\n", "")
    desk.write("a.txt", text)
    assert desk.take().empty == ("in/a.txt",)


def test_sentences_that_no_rule_used_are_told_again_for_an_unchanged_file(desk: Desk) -> None:
    desk.write("a.txt", told(2017, BACKLOGS, prose=PROSE + "The crew must, it is said, improve on nothing at all.\n"))
    first = desk.take().unclaimed
    assert set(first) == {"in/a.txt"}
    assert desk.take().unclaimed == first
