"""Where the data is, and how a data folder is begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import run, snapshot


def test_where_says_which_folder_and_why(imported: Path, data: Path) -> None:
    record = run("where", "--json", data=imported).json()
    assert record == {
        "data": str(imported),
        "store": str(imported / "inspections.json"),
        "why": record["why"],
        "exists": True,
    }
    assert "INSPECT_CLI_DATA" in record["why"]
    given = run("where", "--data", data, "--json", data=imported).json()
    assert (given["data"], given["exists"]) == (str(data), False)
    assert "--data" in given["why"]
    assert "not there yet" in run("where", data=data).out


def test_init_makes_a_folder_and_says_what_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    ran = run("init", data=folder)
    assert ran.status == 0
    assert f"made {folder / 'settings.toml'}" in " ".join(ran.out.split("\n"))
    assert (folder / "settings.toml").is_file()


def test_init_overwrites_nothing(data: Path) -> None:
    (data / "settings.toml").write_text('force = "kent"\n', encoding="utf-8")
    before = snapshot(data)
    assert "was there already" in " ".join(run("init", data=data).out.split())
    assert run("init", "--json", data=data).json()["data"] == str(data)
    assert snapshot(data) == before


def test_init_where_no_folder_can_be_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    ran = run("init", data=tmp_path / "file" / "data")
    assert ran.status == 4
    assert "error: " in ran.err


def test_the_force_of_the_settings_is_the_one_meant(imported: Path) -> None:
    (imported / "settings.toml").write_text('force = "kent"\n', encoding="utf-8")
    assert run("areas", "--json", data=imported).json() == []
    assert run("areas", "--force", "cheshire", "--json", data=imported).json() != []


@pytest.mark.parametrize("command", ["areas", "status"])
def test_settings_that_cannot_be_read_are_wrong_usage(command: str, imported: Path) -> None:
    (imported / "settings.toml").write_text("force = = 1\n", encoding="utf-8")
    ran = run(command, data=imported)
    assert ran.status == 2
    assert "settings.toml" in ran.err
