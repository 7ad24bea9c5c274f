"""Reading in several processes: the same as in one, whatever fails; and nothing is left behind."""

from __future__ import annotations

import os
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from inspect_cli.errors import SourceError, UsageError
from inspect_cli.model import Given
from inspect_cli.workflow.importing import ImportOptions, Source, Step, gather, import_reports, worthwhile
from inspect_cli.workflow.jobs import read_all
from inspect_cli.workflow.reading import Known, Reading, Task
from tests.running import snapshot
from tests.workflow.desk import BACKLOGS, NOW, PANEL, RECORDS, Desk, told


class Fatal:
    """Something that ends the process in which it arrives."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, tmp_path / "data")
    for year, area in ((2015, BACKLOGS), (2016, PANEL), (2017, RECORDS)):
        desk.write(f"{year}.txt", told(year, BACKLOGS, area, prose=f"In {year} we saw {area} " * 30))
    desk.write("copy.md", told(2017, BACKLOGS, RECORDS, prose=f"In 2017 we saw {RECORDS} " * 30))
    desk.write("empty.txt", "")
    desk.write("scones.txt", "Rub the butter into the flour.\n")
    return desk


def tasks(desk: Desk, **given: object) -> list[Task]:
    facts = {name: Given(value, f"--{name}") for name, value in given.items()}
    return [Task(source, facts) for source in gather([Path("in")], desk.base).sources]


def known(desk: Desk) -> Known:
    return Known(desk.data, (), NOW)


def test_the_store_is_the_same_to_the_byte_in_however_many_processes(desk: Desk) -> None:
    many = Desk(desk.base, desk.base / "many")
    alone, together = desk.take(), many.take(jobs=3)
    assert len(alone.imported) == 3
    assert alone == together
    assert snapshot(desk.data) == snapshot(many.data)
    assert many.take(jobs=2).unchanged == desk.take().unchanged
    assert active_children() == []


def test_what_fails_in_a_process_is_told_with_its_hint(desk: Desk) -> None:
    here, there = read_all(tasks(desk), known(desk), 1, None), read_all(tasks(desk), known(desk), 2, None)
    failed = [(read.message, read.hint) for read in there if isinstance(read, SourceError)]
    assert failed == [(read.message, read.hint) for read in here if isinstance(read, SourceError)]
    assert len(failed) == 2
    assert all(hint for _, hint in failed)


def test_what_is_given_wrongly_is_wrong_usage_also_from_a_process(desk: Desk) -> None:
    with pytest.raises(UsageError, match="chesire") as caught:
        read_all(tasks(desk, force="chesire"), known(desk), 2, None)
    assert "cheshire" in caught.value.hint
    assert active_children() == []


def test_a_source_that_ends_its_process_fails_alone(desk: Desk) -> None:
    those = tasks(desk)
    those[1] = Task(those[1].source, {"note": Given(Fatal(), "here")})
    read = read_all(those, known(desk), 2, None)
    assert isinstance(read[0], Reading)
    assert isinstance(read[2], Reading)
    assert isinstance(read[1], SourceError)
    assert those[1].source.name in read[1].message
    assert read[1].hint


def test_where_no_processes_can_be_made_one_reads_them_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("no semaphores here")

    steps: list[Step] = []
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    assert len(read_all(tasks(desk), known(desk), 2, steps.append)) == len(tasks(desk))
    assert steps[0].name == "in/2015.txt"


def test_who_stops_an_import_leaves_neither_a_store_nor_a_process(desk: Desk) -> None:
    def stopped(_: Step) -> None:
        raise KeyboardInterrupt

    sources = gather([Path("in")], desk.base).sources
    with pytest.raises(KeyboardInterrupt):
        import_reports(desk.data, sources, ImportOptions(jobs=2), NOW, stopped)
    assert not desk.data.exists()
    assert active_children() == []


def test_progress_counts_files_where_several_are_read_at_once(desk: Desk) -> None:
    steps: list[Step] = []
    read_all(tasks(desk), known(desk), 2, steps.append)
    assert [(step.done, step.total, step.name) for step in steps] == [(done, 6, "") for done in (*range(7), 6)]


def source(size: int) -> Source:
    return Source("a", data=b"a" * size)


@pytest.mark.parametrize(
    ("sizes", "cores", "jobs"),
    [
        ((1_000_000,), 8, 1),
        ((10_000,) * 5, 8, 1),
        ((150_000, 150_000), 8, 2),
        ((100_000,) * 20, 4, 4),
        ((100_000,) * 20, 1, 1),
        ((), 4, 1),
    ],
)
def test_processes_are_begun_where_they_save_time(sizes: tuple[int, ...], cores: int, jobs: int) -> None:
    assert worthwhile([source(size) for size in sizes], cores) == jobs
