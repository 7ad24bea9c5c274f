"""Importing: what is said of each file, what stdin and options give, which status it ends with."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from inspect_cli.cli.progress import Bar
from inspect_cli.workflow.importing import Step
from tests.running import run

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


def test_a_bar_is_shown_only_where_someone_waits_and_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        """A stream that says it is a terminal."""

        def isatty(self) -> bool:
            """Say so."""
            return True

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
