"""export --all, import --all and merge at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import VETTING, Analyst
from tests.running import Ran, run, snapshot


@pytest.fixture
def file(imported: Path, tmp_path: Path) -> Path:
    """Give the file to which the store of the five reports was written."""
    path = tmp_path / "all.json"
    assert run("export", "--all", path, data=imported).status == 0
    return path


def _refused(ran: Ran, status: int, says: str) -> None:
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith("error: ")
    assert "hint: " in ran.err
    assert says in ran.err


def test_export_says_what_it_wrote_and_the_file_is_its_owners_alone(imported: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    ran = run("export", "--all", path, data=imported)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"wrote {path}: 5 reports, 0 decisions, ")
    assert path.stat().st_mode & 0o777 == 0o600
    told = run("export", "--all", path, "--overwrite", "--json", data=imported).json()
    assert told == {"file": str(path), "reports": 5, "events": 0, "bytes": path.stat().st_size}


def test_export_to_standard_output_puts_out_the_file_and_nothing_else(imported: Path, file: Path) -> None:
    ran = run("export", "--all", "-", data=imported)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.encode() == file.read_bytes()


def test_export_overwrites_no_file_unless_told_to(imported: Path, file: Path) -> None:
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o640)
    _refused(run("export", "--all", file, data=imported), 2, "--overwrite")
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("export", "--all", file, "--overwrite", data=imported).status == 0
    assert json.loads(file.read_bytes())["format"] == "inspect-cli export"
    assert file.stat().st_mode & 0o777 == 0o640


def test_export_never_writes_over_the_store(imported: Path) -> None:
    before = snapshot(imported)
    store = imported / "inspections.json"
    for path in (store, imported / "texts" / "all.json", imported / "all.json"):
        _refused(run("export", "--all", path, "--overwrite", data=imported), 2, "is in the data folder")
    assert snapshot(imported) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("export", "all.json"), "inspect-cli export --all all.json"),
        (("export", "all.json"), "inspect-cli findings --csv"),
        (("export", "--all", "no/such/all.json"), "there is no folder no/such"),
        (("export", "--all", "."), "is a folder"),
        (("export", "--all", "/dev/null"), "is no file"),
        (("export", "--all", "x.json", "--as-of", "2020-01-01"), "--as-of"),
        (("import", "--all", "one.json", "two.json"), "--all takes one file"),
        (("import", "--all", "one.json", "--force", "kent"), "--force was given with --all"),
        (("merge", "."), "there is no store in ."),
    ],
)
def test_wrong_usage_is_told_with_what_to_type(
    imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    _refused(run(*arguments, data=imported), 2, says)


def test_without_a_store_there_is_nothing_to_export(data: Path, tmp_path: Path) -> None:
    _refused(run("export", "--all", tmp_path / "all.json", data=data), 4, "There is no store in")
    assert not (tmp_path / "all.json").exists()


def test_where_a_text_is_gone_nothing_is_exported(imported: Path, tmp_path: Path) -> None:
    for text in (imported / "texts").iterdir():
        text.unlink()
    _refused(run("export", "--all", tmp_path / "all.json", data=imported), 4, "is gone")
    assert list(tmp_path.glob("*.json")) == []


def test_import_all_says_which_reports_and_how_many_decisions_came(file: Path, data: Path) -> None:
    ran = run("import", "--all", file, data=data)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("imported   r") == 5
    assert ran.out.endswith("5 reports and 0 decisions imported. inspect-cli status\n")


def test_import_all_answers_scripts_as_import_does(file: Path, data: Path, tmp_path: Path) -> None:
    told = run("import", "--all", "-", "--json", data=data, stdin=file.read_text(encoding="utf-8")).json()
    assert [len(told["imported"]), told["failed"], told["events"]] == [5, [], 0]
    lines = run("import", "--all", file, "--plain", data=tmp_path / "other").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["imported"] * 5


@pytest.mark.parametrize(("name", "says"), [("all.json", "--all FILE"), ("inspections.json", "merge FOLDER")])
def test_what_the_program_writes_is_not_taken_for_a_report(
    file: Path, imported: Path, data: Path, name: str, says: str
) -> None:
    path = file if name == file.name else imported / name
    _refused(run("import", path, data=data), 3, says)
    assert not (data / "inspections.json").exists()


def test_a_folder_is_no_export(imported: Path, data: Path) -> None:
    _refused(run("import", "--all", imported, data=data), 3, "inspect-cli merge FOLDER")


def test_import_all_into_a_store_that_holds_something_is_refused(file: Path, imported: Path) -> None:
    before = snapshot(imported)
    _refused(run("import", "--all", file, data=imported), 2, "inspect-cli merge FILE")
    assert snapshot(imported) == before


@pytest.mark.parametrize("command", [("import", "--all"), ("merge",)])
@pytest.mark.parametrize(
    ("content", "says"), [(b"", "it is cut off"), (b"{}", 'its "format"'), (None, "could not be read")]
)
def test_a_file_that_is_no_export_is_refused_and_nothing_is_stored(
    command: tuple[str, ...], content: bytes | None, says: str, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    _refused(run(*command, path, data=data), 3, says)
    assert snapshot(data) == {}


def test_an_id_that_is_a_path_writes_no_file_anywhere(file: Path, data: Path, tmp_path: Path) -> None:
    whole = json.loads(file.read_bytes())
    whole["reports"][0]["id"] = "../../outside\x1b[2J"
    file.write_text(json.dumps(whole), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ran = run("import", "--all", file, data=data)
    _refused(ran, 3, "no such id can be")
    assert "\x1b" not in ran.err
    assert sorted(tmp_path.rglob("*")) == before


def test_settings_come_along_where_nobody_wrote_any(imported: Path, tmp_path: Path) -> None:
    (imported / "settings.toml").write_text('force = "cheshire"\n', encoding="utf-8")
    file = tmp_path / "with.json"
    run("export", "--all", file, data=imported)
    fresh, begun, other = (tmp_path / name for name in ("fresh", "begun", "other"))
    run("init", data=begun)
    other.mkdir()
    (other / "settings.toml").write_text('force = "kent"\n', encoding="utf-8")
    warned = [run("import", "--all", file, data=folder).err for folder in (fresh, begun, other)]
    assert [(folder / "settings.toml").read_text(encoding="utf-8") for folder in (fresh, begun, other)] == [
        'force = "cheshire"\n',
        'force = "cheshire"\n',
        'force = "kent"\n',
    ]
    assert [bool(line) for line in warned] == [False, False, True]
    assert "settings of the file were not taken" in warned[2]


@pytest.fixture
def two(imported: Path, file: Path, tmp_path: Path) -> tuple[Analyst, Analyst]:
    """Give two analysts with the same five reports, who decided otherwise on one area."""
    other = tmp_path / "other"
    run("import", "--all", file, data=other)
    ours, theirs = Analyst(imported), Analyst(other)
    area = ours.id(VETTING)
    ours("update", area, "--owner", "Supt Shah", day="2026-03-01")
    theirs("update", area, "--owner", "Head of Standards", "--by", "B. Deputy", day="2026-03-02")
    theirs("note", area, "rang them", "--by", "B. Deputy", day="2026-03-03")
    return ours, theirs


def test_merge_lists_what_came_and_where_the_two_ruled_otherwise(two: tuple[Analyst, Analyst]) -> None:
    ours, theirs = two
    shown = ours("merge", theirs.data)
    assert (shown.status, shown.err) == (0, "")
    assert "rang them" in shown.out
    assert "Supt Shah" in shown.out
    assert "Head of Standards" in shown.out
    assert "Reports: 5 the same. Decisions: 2 new, 0 known; 1 conflict." in shown.out
    again = ours("merge", theirs.data)
    assert "Nothing new: 5 reports and 2 decisions are here already." in again.out


def test_merge_answers_scripts_with_every_field(two: tuple[Analyst, Analyst], tmp_path: Path) -> None:
    ours, theirs = two
    theirs("export", "--all", tmp_path / "theirs.json")
    told = ours("merge", tmp_path / "theirs.json", "--json").json()
    assert list(told) == ["written", "reports", "events", "conflicts", "renamed"]
    assert list(told["reports"]) == ["new", "same", "updated", "versions"]
    assert [event["kind"] for event in told["events"]["new"]] == ["owner", "note"]
    (conflict,) = told["conflicts"]
    assert {name: conflict[name] for name in ("what", "area", "report", "find", "title", "holds")} == {
        "what": "owner",
        "area": ours.id(VETTING),
        "report": None,
        "find": None,
        "title": VETTING,
        "holds": "theirs",
    }
    assert [conflict[side]["value"] for side in ("ours", "theirs")] == ["Supt Shah", "Head of Standards"]
    assert conflict["theirs"]["event"] in {event["id"] for event in ours.log()}
    assert len(ours.log()) == 3


@pytest.mark.parametrize("form", ["--csv", "--plain"])
def test_merge_gives_a_line_each_to_what_came(two: tuple[Analyst, Analyst], form: str) -> None:
    ours, theirs = two
    lines = ours("merge", theirs.data, form).out.splitlines()
    outcomes = [line.replace("\t", ",").split(",")[0] for line in lines]
    assert outcomes == [*(["outcome"] if form == "--csv" else []), "event", "event", "conflict"]
    header = ours("merge", theirs.data, "--csv").out
    assert header == "outcome,id,what,title,ours,theirs,holds,by,at\n"


def test_merge_with_dry_run_plans_and_writes_nothing(two: tuple[Analyst, Analyst]) -> None:
    ours, theirs = two
    before = snapshot(ours.data)
    assert ours("merge", theirs.data, "--dry-run").out.startswith("Nothing is written; this is the plan.\n")
    assert ours("merge", theirs.data, "--dry-run", "--json").json()["written"] is False
    assert snapshot(ours.data) == before


def test_merge_either_way_round_gives_the_same_answers(two: tuple[Analyst, Analyst], tmp_path: Path) -> None:
    ours, theirs = two
    copy = tmp_path / "copy.json"
    ours("export", "--all", copy)
    ours("merge", theirs.data)
    theirs("merge", copy)
    for command in ("areas", "log", "reports", "findings", "status", "check"):
        assert ours(command, "--json").out == theirs(command, "--json").out != ""
