"""What measures speed: processes are run in turn, what fails is said, and the tables hold what was measured."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench import changing, reading
from tests.bench.nation import nation
from tests.bench.processes import Case, Taken, measure, processor_of, ratio, run, seconds_of, table
from tests.bench.scale import Bench
from tests.running import snapshot

NOTES = "import sys; open(sys.argv[1], 'a').write(sys.argv[2] + ' ')"
BIG = "held = b'x' * 80_000_000"


def test_cases_are_run_in_turn_after_one_run_to_warm_up(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    cases = [Case(name, (sys.executable, "-c", NOTES, str(notes), f"{name}{{run}}")) for name in ("a", "b")]
    times = measure(cases, 2, os.environ)
    assert notes.read_text(encoding="utf-8").split() == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert [len(times[case.name]) for case in cases] == [2, 2]


def test_what_a_process_took_is_its_own_time_processor_and_memory() -> None:
    small = run(Case("small", (sys.executable, "-c", "pass")), 0, os.environ)
    big = run(Case("big", (sys.executable, "-c", BIG)), 0, os.environ)
    assert small.processor > 0
    assert small.seconds > 0
    # No less than the process that measures has itself, which is a large one here.
    assert big.memory >= max(small.memory, 80_000_000)


def test_a_process_that_fails_ends_the_measurement_with_its_words() -> None:
    with pytest.raises(SystemExit, match=r"(?s)broken failed.*no such"):
        run(Case("broken", (sys.executable, "-c", "raise SystemExit('no such')")), 0, os.environ)


def test_a_ratio_is_that_of_runs_done_in_turn_and_the_table_holds_it() -> None:
    cases = [Case("least", ()), Case("ours", (), "least", size=10_000_000)]
    slow_moment = {
        "least": [Taken(1, 1, 9), Taken(10, 1, 9), Taken(1, 1, 9)],
        "ours": [Taken(2, 3, 20_000_000), Taken(20, 3, 20_000_000), Taken(3, 3, 20_000_000)],
    }
    assert ratio(slow_moment, cases[1], seconds_of) == 2
    assert ratio(slow_moment, cases[1], processor_of) == 3
    row = table(cases, slow_moment).splitlines()[-1]
    assert row == "| ours | 3000 | 2000–20000 | 2.00 | 3000 | 3.00 | 20 | 2.0 |"


def test_doubling_tells_how_many_times_as_long_each_store_took_as_the_one_before() -> None:
    measured = [{"x": [Taken(one, one / 2, 1)]} for one in (1, 2, 6)]
    row = reading.doubling([100, 200, 400], measured).splitlines()[-1]
    assert row == "| x | 1000 | 2.00 | 3.00 | 2.00 3.00 |"


def test_every_command_that_is_measured_works_and_the_store_itself_is_left_alone(tmp_path: Path) -> None:
    bench = Bench(tmp_path, 1, tmp_path)
    data = nation(tmp_path, 5)
    assert bench.store(5) == data
    before = snapshot(data)
    (tmp_path / "copies").mkdir()
    for case in (*reading.cases(data), *changing.cases(data, tmp_path / "copies")):
        assert run(case, 1, bench.around).seconds > 0, case.name
    assert changing.writes_of_import(data, tmp_path / "copies", bench.around) == 1
    assert snapshot(data) == before
