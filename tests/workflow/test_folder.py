"""The data folder is found in a fixed order, and begun without touching what is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from inspect_cli.errors import StoreError, UsageError
from inspect_cli.workflow.folder import find_folder, init_folder
from inspect_cli.workflow.settings import Settings, read_settings


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """Give a folder two levels below one that has a data folder, with a data/ of another kind in between."""
    init_folder(tmp_path / "project" / "data")
    start = tmp_path / "project" / "reports" / "2016"
    start.mkdir(parents=True)
    (start.parent / "data").mkdir()
    return start


@pytest.mark.parametrize(
    ("option", "environment", "expected", "why"),
    [
        ("/given", "/named", "/given", "--data"),
        ("here", None, "{start}/here", "--data"),
        (None, "/named", "/named", "INSPECT_CLI_DATA"),
        (None, "there", "{start}/there", "INSPECT_CLI_DATA"),
        (None, None, "{project}/data", "nearest"),
        ("", "", "{project}/data", "nearest"),
    ],
)
def test_the_data_folder_is_found_in_order(
    start: Path, option: str | None, environment: str | None, expected: str, why: str
) -> None:
    found = find_folder(option, environment, start, Path("/home/user"))
    assert found.data == expected.format(start=start, project=start.parent.parent)
    assert why in found.why
    assert not found.exists


def test_the_users_own_folder_comes_last(tmp_path: Path) -> None:
    found = find_folder(None, None, tmp_path, tmp_path / "user")
    assert found.data == str(tmp_path / "user")
    assert found.store == str(tmp_path / "user" / "inspections.json")
    assert not (tmp_path / "user").exists()


def test_a_store_that_is_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "inspections.json").write_text("{}", encoding="utf-8")
    assert find_folder(str(tmp_path), None, tmp_path, tmp_path).exists


def test_a_new_folder_has_the_default_settings(tmp_path: Path) -> None:
    assert init_folder(tmp_path / "a" / "data")
    assert read_settings(tmp_path / "a" / "data") == Settings(force=None, due_soon_days=28)


def test_the_offered_settings_are_the_defaults(tmp_path: Path) -> None:
    init_folder(tmp_path)
    settings = tmp_path / "settings.toml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    offered = "\n".join(line.removeprefix("# ") for line in lines if " = " in line)
    told = {"force": "", "due_soon_days": 28, "by": "", "stale_days": 180, "keep_last": 20, "keep_days": 30}
    assert tomllib.loads(offered) == told
    assert read_settings(tmp_path) == Settings()


def test_the_settings_offered_are_understood(tmp_path: Path) -> None:
    content = 'force = "kent"\ndue_soon_days = 7\nby = " A. Analyst "\nstale_days = 90\n'
    (tmp_path / "settings.toml").write_text(content, encoding="utf-8")
    assert read_settings(tmp_path) == Settings("kent", 7, "A. Analyst", 90)


def test_settings_that_are_there_are_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('force = "kent"\n', encoding="utf-8")
    assert not init_folder(tmp_path)
    assert read_settings(tmp_path) == Settings(force="kent")


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="there is a file"):
        init_folder(tmp_path / "data")


def test_no_settings_are_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'force = "kent"\ndue_soon_days = \n', "line 2"),
        (b"force = 'kent", "line 1"),
        (b"# \n# \xff\n", "line 2"),
        (b"due_son_days = 3\n", "due_son_days"),
        (b"force = 3\n", "force is 3"),
        (b"due_soon_days = -1\n", "due_soon_days is -1"),
        (b"due_soon_days = true\n", "due_soon_days is True"),
        (b'due_soon_days = "3"\n', "due_soon_days is '3'"),
        (b"by = 3\n", "by is 3"),
        (b"stale_days = -1\n", "stale_days is -1"),
        (b'stale_days = "long"\n', "stale_days is 'long'"),
    ],
)
def test_settings_that_are_not_right_are_wrong_usage(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    with pytest.raises(UsageError, match=said) as caught:
        read_settings(tmp_path)
    assert str(tmp_path / "settings.toml") in caught.value.message
    assert caught.value.hint


def test_the_nearest_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("due_son_days = 3\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path)
    assert "'due_soon_days'" in caught.value.hint
