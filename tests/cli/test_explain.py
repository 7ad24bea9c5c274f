"""explain at the command line: it needs no store, and says what is not known with the nearest names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.running import run


def test_a_grade_in_a_cycle_is_explained_without_a_store(data: Path) -> None:
    ran = run("explain", "good", "--cycle", "2018/19", data=data / "nowhere")
    assert (ran.status, ran.err) == (0, "")
    assert "good in PEEL 2018/19" in ran.out
    assert not (data / "nowhere").exists()


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("good", "--cycle", "2018"), 1),
        (("adequate", "--cycle", "2018/19"), 1),
        (("adequate",), 9),
        ((), 10),
        (("--cycle", "2023-25"), 1),
    ],
)
def test_every_form_gives_the_same_records(arguments: tuple[str, ...], count: int) -> None:
    records = run("explain", *arguments, "--json").json()
    rows = list(csv.DictReader(io.StringIO(run("explain", *arguments, "--csv").out)))
    lines = run("explain", *arguments, "--plain").out.splitlines()
    assert len(records) == len(rows) == len(lines) == count
    assert [row["cycle"] for row in rows] == [record["cycle"] for record in records]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("excellent",), "one of: outstanding, good, adequate"),
        (("good", "--cycle", "2030"), "nearest: 2023–25"),
        (("good", "better"), "inspect-cli explain"),
    ],
)
def test_what_is_not_known_is_wrong_usage(arguments: tuple[str, ...], hint: str) -> None:
    ran = run("explain", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert hint in ran.err


@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_tables_fit_and_end_with_a_next_step(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in ((), ("adequate",), ("adequate", "--cycle", "2016")):
        ran = run("explain", *arguments)
        assert max(map(len, ran.out.splitlines())) <= int(width)
        assert ran.out.rstrip().splitlines()[-1].find("inspect-cli explain") >= 0
