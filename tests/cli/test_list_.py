"""The listings on a store of the five source reports: with a result, with none, narrowed, in every form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from inspect_cli.show.as_csv import FIELDS
from tests.running import run

LISTINGS = ("reports", "judgements", "findings", "references", "areas", "themes")


@pytest.mark.parametrize("command", LISTINGS)
def test_a_listing_gives_the_same_records_in_every_form(command: str, imported: Path) -> None:
    records = run(command, "--json", data=imported).json()
    rows = list(csv.DictReader(io.StringIO(run(command, "--csv", data=imported).out)))
    lines = run(command, "--plain", data=imported).out.splitlines()
    assert len(records) == len(rows) == len(lines) > 0
    assert [list(record) for record in records] == [list(FIELDS[command])] * len(records)
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert [line.split("\t")[0] for line in lines] == [record["id"] for record in records]
    assert {line.count("\t") for line in lines} == {len(FIELDS[command]) - 1}


@pytest.mark.parametrize("width", ["60", "80", "140"])
@pytest.mark.parametrize("command", [*LISTINGS, "trend", "status", "track vetting", "search vetting", "where"])
def test_what_people_read_fits_and_ends_with_a_next_step(
    command: str, width: str, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ran = run(*command.split(), data=imported)
    assert (ran.status, ran.err) == (0, "")
    assert max(len(line) for line in ran.out.split("\n")) <= int(width)
    assert "\x1b" not in ran.out
    assert "inspect-cli" in ran.out or command == "where"


@pytest.mark.parametrize("command", ["reports", "judgements", "trend", "findings", "references", "areas", "search x"])
def test_an_empty_store_gives_an_empty_list_and_says_how_to_begin(command: str, data: Path) -> None:
    assert run(*command.split(), "--json", data=data).json() == []
    ran = run(*command.split(), data=data)
    assert ran.status == 0
    assert "inspect-cli import" in ran.out


@pytest.mark.parametrize("command", ["judgements", "findings", "references", "areas", "trend"])
def test_filters_that_nothing_passes_are_said_in_words(command: str, imported: Path) -> None:
    assert run(command, "--force", "kent", "--json", data=imported).json() == []
    ran = run(command, "--force", "kent", data=imported)
    assert ran.status == 0
    assert f"match these filters. Without them: inspect-cli {command}" in ran.out


def test_an_empty_csv_still_has_its_header(data: Path) -> None:
    assert run("areas", "--csv", data=data).out == ",".join(FIELDS["areas"]) + "\n"
    assert run("areas", "--plain", data=data).out == ""


def test_a_pipe_gets_each_finding_whole_on_one_line(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [finding["text"] for finding in run("findings", "--json", data=imported).json()]
    monkeypatch.delenv("COLUMNS")
    lines = run("findings", "--quiet", "--limit", "0", data=imported).out.splitlines()
    assert len(lines) == len(texts) + 1
    assert [text for text in texts if not any(text in line for line in lines)] == []


def test_a_limit_is_said_aloud_and_holds_for_tables_alone(imported: Path) -> None:
    total = len(run("findings", "--json", data=imported).json())
    shown = run("findings", "--limit", "2", data=imported).out
    assert f"2 of {total} shown; --limit 0 for all" in shown
    assert "shown; --limit" not in run("findings", "--limit", "0", data=imported).out
    assert len(run("findings", "--limit", "2", "--json", data=imported).json()) == 2


def test_quiet_leaves_the_footer_out(imported: Path) -> None:
    loud, quiet = run("areas", data=imported).out, run("areas", "--quiet", data=imported).out
    assert loud.startswith(quiet)
    assert "inspect-cli" not in quiet


def test_filters_narrow(imported: Path) -> None:
    def found(*arguments: str) -> list[dict[str, object]]:
        listed: list[dict[str, object]] = run(*arguments, "--json", data=imported).json()
        return listed

    everything = found("findings")
    assert {one["kind"] for one in found("findings", "--formal")} == {"area-for-improvement"}
    assert found("findings", "--all") == everything
    assert {one["year"] for one in found("findings", "--year", "2018/19")} == {2018}
    assert {one["year"] for one in found("findings", "--until", "2016")} == {2012, 2016}
    assert {one["grade"] for one in found("judgements", "--grade", "good")} == {"good"}
    assert found("judgements", "--grade", "inadequate") == []
    vetting = found("findings", "--theme", "vetting")
    assert 0 < len(vetting) < len(everything)
    report = str(vetting[0]["report"])
    assert {one["report"] for one in found("findings", "--report", report[:4])} == {report}


def test_as_of_shows_what_was_known_then(imported: Path) -> None:
    years = {one["year"] for one in run("findings", "--as-of", "31 December 2017", "--json", data=imported).json()}
    assert years == {2012, 2016}
    assert run("areas", "--as-of", "2000-01-01", "--json", data=imported).json() == []
    assert "Nothing was known on 1 January 2000" in run("areas", "--as-of", "2000-01-01", data=imported).out


@pytest.mark.parametrize("command", ["status", "areas", "findings", "trend", "track"])
def test_an_answer_about_another_day_says_so(command: str, imported: Path) -> None:
    named = ["vetting"] if command == "track" else []
    told = "as things stood on 31 December 2019"
    assert told in run(command, *named, "--as-of", "2019-12-31", data=imported).out
    assert told not in run(command, *named, data=imported).out


@pytest.mark.parametrize(("command", "kinds"), [("reports", "press-release"), ("findings", "cause-of-concern")])
def test_help_names_kinds_that_the_command_knows(command: str, kinds: str) -> None:
    assert kinds in " ".join(run(command, "--help").out.split())


def test_the_grade_carried_over_is_marked_in_listing_and_grid(imported: Path) -> None:
    assert "carried over" in run("judgements", data=imported).out
    assert "good ←2017" in run("trend", data=imported).out


def test_the_grid_has_a_row_a_grade_as_csv(imported: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("trend", "--csv", data=imported).out)))
    cells = [cell for row in run("trend", "--json", data=imported).json() for cell in row["cells"]]
    assert [row["grade"] for row in rows] == [cell["grade"] for cell in cells]


def test_a_theme_is_found_by_its_other_names(imported: Path) -> None:
    hits = run("search", "abuse", "of", "authority", "--json", data=imported).json()
    assert any("abuse of position" in hit["matched"] for hit in hits)
    assert all(list(hit) == list(FIELDS["lines"]) for hit in hits)
    assert run("search", "marmalade", "--json", data=imported).json() == []
    assert "No line speaks of 'marmalade'" in run("search", "marmalade", data=imported).out


def test_the_state_of_things_names_reports_grades_and_open_areas(imported: Path) -> None:
    ran = run("status", data=imported)
    for said in ("Cheshire PEEL 2018", "legitimacy", "good", "Vetting clearance and backlogs", "years", "Overdue"):
        assert said in ran.out
    record = run("status", "--json", data=imported).json()
    assert record["reports"] == 5
    assert record["areas"]["open"] >= 5
    assert json.loads(run("status", "--json", "--force", "kent", data=imported).out)["reports"] == 0


UNGRADED = """\
Kent 2016

Last updated 08/12/2016

Legitimacy

To be graded

Efficiency

Good

The constabulary serves a county of towns and farms. HMIC did not give a graded judgment for leadership.
"""


def test_what_is_not_graded_is_listed_apart_and_counts_as_no_judgement(data: Path, tmp_path: Path) -> None:
    (tmp_path / "kent.txt").write_text(UNGRADED, encoding="utf-8")
    assert "1 judgement" in run("import", tmp_path / "kent.txt", data=data).out
    assert [one["grade"] for one in run("judgements", "--json", data=data).json()] == ["good"]
    found = run("judgements", "--ungraded", "--json", data=data).json()
    assert [(one["subject"], one["state"]) for one in found] == [
        ("legitimacy", "not-yet-graded"),
        ("leadership", "not-graded"),
    ]
    assert "2 subjects. inspect-cli judgements --ungraded" in run("judgements", data=data).out
    assert "not yet graded" in run("trend", data=data).out
    then = run("judgements", "--ungraded", "--as-of", "2016-01-01", "--json", data=data).json()
    assert then == []


def test_without_anything_ungraded_nothing_is_said_of_it(imported: Path) -> None:
    assert "--ungraded" not in run("judgements", data=imported).out
    ran = run("judgements", "--ungraded", data=imported)
    assert (ran.status, ran.out) == (0, "No report says of anything that it is not graded.\n")
    assert run("judgements", "--ungraded", "--csv", data=imported).out == ",".join(FIELDS["ungraded"]) + "\n"
