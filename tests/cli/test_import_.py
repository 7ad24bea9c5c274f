"""Importing: what is said of each file, what stdin and options give, which status it ends with."""

from __future__ import annotations

import io
from pathlib import Path
from unittest.mock import patch

import pytest

from inspect_cli.cli.progress import Bar, said
from inspect_cli.workflow.importing import Step
from tests.running import run, snapshot

LEGITIMACY = "cheshire-peel-2018-legitimacy.txt"
PRESS = "cheshire-peel-legitimacy-2016-press-release.txt"


def test_each_file_is_told_with_what_was_found(data: Path, seeds: Path) -> None:
    ran = run("import", seeds, data=data)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("imported   ") == 5
    assert "(2018/19, published 27 September 2019): 4 judgements" in ran.out
    assert "5 imported. inspect-cli status" in ran.out


def test_importing_again_changes_nothing_and_says_so(imported: Path, seeds: Path) -> None:
    ran = run("import", seeds, "--json", data=imported)
    outcome = ran.json()
    assert list(outcome) == ["imported", "unchanged", "replaced", "failed", "copies"]
    assert (len(outcome["unchanged"]), outcome["imported"], outcome["failed"]) == (5, [], [])


def test_quiet_says_nothing_but_errors(data: Path, seeds: Path) -> None:
    ran = run("import", seeds, "--quiet", data=data)
    assert (ran.out, ran.err) == ("", "")
    assert run("import", seeds / "gone.txt", "--quiet", data=data).err.startswith("error: ")


def test_standard_input_is_a_report(data: Path, seeds: Path) -> None:
    ran = run("import", "-", data=data, stdin=(seeds / LEGITIMACY).read_text(encoding="utf-8"))
    assert ran.status == 0
    (report,) = run("reports", "--json", data=data).json()
    assert report["counts"]["judgements"] == 4


def test_what_is_given_counts_as_given(data: Path, seeds: Path, tmp_path: Path) -> None:
    alone = tmp_path / PRESS
    alone.write_bytes((seeds / PRESS).read_bytes())
    given = ("--published", "8 December 2016", "--year", "2016", "--title", "A title", "--pillar", "legitimacy")
    assert run("import", alone, *given, data=data).status == 0
    (report,) = run("reports", "--json", data=data).json()
    assert (report["published"], report["inspection_year"], report["title"]) == ("2016-12-08", 2016, "A title")
    assert report["dated_by"] == {"inspection_year": "given", "published": "given"}


def test_an_undated_report_goes_in_and_the_hint_says_how_to_date_it(data: Path, tmp_path: Path) -> None:
    report = tmp_path / "undated.txt"
    report.write_text("HMIC's inspection of Kent Police\n\nHMIC found that Kent Police needs to do more.\n", "utf-8")
    ran = run("import", report, data=data)
    assert ran.status == 0
    assert "undated" in ran.err
    assert "--published 2016-12-08 --year 2016" in ran.err
    assert "undated" in run("reports", data=data).out


@pytest.mark.parametrize(
    ("names", "status"), [(("gone.txt",), 3), (("gone.txt", "lost.txt"), 3), (("gone.txt", ""), 5)]
)
def test_failures_are_told_with_a_hint_and_their_status(
    names: tuple[str, ...], status: int, data: Path, seeds: Path
) -> None:
    ran = run("import", *(seeds / name for name in names), data=data)
    assert ran.status == status
    assert ran.err.count("error: ") == ran.err.count("hint: ") == len([name for name in names if name])


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--force", "chesire", "cheshire"),
        ("--kind", "press", "press-release"),
        ("--pillar", "legit", "legitimacy"),
        ("--year", "soon", "2018"),
        ("--published", "soon", "2019-09-27"),
    ],
)
def test_what_is_given_wrongly_is_wrong_usage(option: str, value: str, near: str, data: Path, seeds: Path) -> None:
    ran = run("import", seeds, option, value, data=data)
    assert (ran.status, ran.out) == (2, "")
    assert value in ran.err
    assert near in ran.err
    assert run("reports", "--json", data=data).json() == []


def test_sentences_that_no_rule_used_are_listed(data: Path, seeds: Path) -> None:
    shown = " ".join(run("import", seeds, "--explain", data=data).out.split())
    assert "trigger word that no rule used" in shown
    assert "L45" in shown
    record = run("import", seeds, "--explain", "--json", data=data).json()
    assert any((one["line"], one["trigger"]) == (45, "judgment") for one in record["unclaimed"])


def test_a_report_without_finds_is_said_aloud(data: Path, tmp_path: Path) -> None:
    report = tmp_path / "bare.txt"
    report.write_text("Cheshire PEEL 2018\n\nLegitimacy\n\nThis page is being written.\n", encoding="utf-8")
    ran = run("import", report, data=data)
    assert ran.status == 0
    assert "nothing was found" in ran.err


def test_a_csv_has_a_row_a_file(data: Path, seeds: Path) -> None:
    ran = run("import", seeds / LEGITIMACY, seeds / "gone.txt", "--csv", data=data)
    head, first, second = ran.out.strip().split("\n")
    assert ran.status == 5
    assert head == "outcome,file,id,error,hint"
    assert first.startswith("imported,")
    assert second.startswith("failed,")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_bar_is_shown_only_where_someone_waits_and_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 1.5, 2.0])
    monkeypatch.setattr("inspect_cli.cli.progress.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", Terminal())
    with Bar(quiet=False) as bar:
        bar(Step(1, 3, "a"))
        assert bar._bar is None
        bar(Step(2, 3, "b"))
        assert bar._bar is not None
    with Bar(quiet=True) as silent:
        silent(Step(1, 3, "a"))
        assert silent._bar is None


@pytest.mark.parametrize(
    ("step", "counted"),
    [
        (Step(0, 1, "in/a.pdf", 12, 300), (12, 300)),
        (Step(2, 20, "in/a.pdf", 12, 300), (2, 20)),
        (Step(2, 4, ""), (2, 4)),
        (Step(0, 1, "a.pdf"), (0, None)),
    ],
)
def test_the_bar_of_one_file_counts_its_pages_and_of_several_files_the_files(
    step: Step, counted: tuple[int, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 1.5])
    monkeypatch.setattr("inspect_cli.cli.progress.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", Terminal())
    with Bar(quiet=False) as bar:
        bar(step)
        assert bar._bar is not None
        (task,) = bar._bar.tasks
        assert (task.completed, task.total) == counted


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step(0, 1, "in/a.pdf", 12, 300), "a.pdf, page 12 of 300"),
        (Step(2, 20, "in/a.pdf", 12, 300), "2 of 20 files, a.pdf, page 12 of 300"),
        (Step(2, 20, "in/a.txt"), "2 of 20 files, a.txt"),
        (Step(2, 20, ""), "2 of 20 files"),
        (Step(1, 1, ""), "linking"),
        (Step(0, 1, "x" * 30 + "y" * 30), "x" * 19 + "…" + "y" * 20),
        (Step(0, 1, "[red]\x1b[2J.txt"), "[red]\\x1b[2J.txt"),
    ],
)
def test_the_bar_says_what_is_read(step: Step, words: str) -> None:
    assert said(step) == words


def test_copies_are_told_and_both_are_kept_where_that_is_asked_for(data: Path, seeds: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes((seeds / LEGITIMACY).read_bytes() + b"\n\nPrint this page\n")
    ran = run("import", seeds / LEGITIMACY, copy, data=data)
    assert ran.status == 0
    assert f"copy       {seeds / LEGITIMACY} is a copy of {copy} (report " in ran.out
    assert f"kept {copy}; " in ran.out
    assert ran.out.endswith("--keep-both keeps both\n1 imported, 1 copy. inspect-cli status\n")
    assert len(run("reports", "--json", data=data).json()) == 1
    only = run("import", seeds / LEGITIMACY, "--json", data=data).json()
    assert [one["file"] for one in only["copies"]] == [str(seeds / LEGITIMACY)]
    run("import", seeds / LEGITIMACY, "--keep-both", data=data)
    assert len(run("reports", "--json", data=data).json()) == 2


@pytest.mark.parametrize("jobs", ["0", "two", "-1"])
def test_a_number_of_processes_is_one_or_more(jobs: str, data: Path, seeds: Path) -> None:
    ran = run("import", seeds, f"--jobs={jobs}", data=data)
    assert (ran.status, ran.out) == (2, "")
    assert "--jobs" in ran.err
    assert "for example --jobs 2" in ran.err


def test_more_processes_than_one_store_the_same(data: Path, seeds: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with patch.dict("os.environ", {"INSPECT_CLI_NOW": "2026-03-02T09:00:00+00:00"}):
        for folder, jobs in ((data, 1), (other, 2)):
            assert run("import", seeds, "--jobs", jobs, data=folder).status == 0
    assert snapshot(data) == snapshot(other)


def test_a_file_over_the_limit_asks_for_large(data: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(60_000_000_000)
    ran = run("import", huge, data=data)
    assert ran.status == 3
    assert "--large" in ran.err


def test_what_is_passed_over_is_said_beside_the_answer(data: Path, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / LEGITIMACY).write_bytes((seeds / LEGITIMACY).read_bytes())
    (tmp_path / "costs.xlsx").write_bytes(b"PK")
    ran = run("import", tmp_path, data=data)
    assert ran.err == "1 file passed over: .xlsx\n"
    assert run("import", tmp_path, "--quiet", data=data).err == ""


def test_of_each_file_as_many_sentences_are_listed_as_asked_for(data: Path, seeds: Path) -> None:
    ran = run("import", seeds, "--explain", "--limit", "1", data=data)
    assert "2 more in this file; all of them: --limit 0, or --json" in ran.out
