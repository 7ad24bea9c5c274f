"""Whole processes timed side by side, in turn, so that a busy moment of the machine meets all of them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
# The unit in which the system tells the most memory that a process had.
_UNIT = 1 if sys.platform == "darwin" else 1024

# What a process has at all is many times a file as small as this.
_SMALL = 5_000_000


class Case(NamedTuple):
    """A command to time; "{run}" in ``argv`` is the number of the run.

    ``beside`` names the case that it is compared with. ``env`` is set for it alone; ``before`` is done before each run
    and is not timed. ``size`` is that of the file that its memory is compared with.
    """

    name: str
    argv: tuple[str, ...]
    beside: str = ""
    env: Mapping[str, str] = {}
    before: Callable[[], object] | None = None
    size: int = 0


class Taken(NamedTuple):
    """What a process took: seconds from start to end, seconds of processor, and the most memory in bytes."""

    seconds: float
    processor: float
    memory: int


Times = Mapping[str, Sequence[Taken]]


def run(case: Case, number: int, surroundings: Mapping[str, str]) -> Taken:
    """Run a case once, its output thrown away; ends the program where it fails."""
    if case.before:
        case.before()
    argv = [part.replace("{run}", str(number)) for part in case.argv]
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(
            argv, env={**surroundings, **case.env}, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, used = os.wait4(process.pid, 0)
        taken = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        if process.returncode:
            sys.exit(f"{case.name} failed:\n{errors.read().decode()}")
    return Taken(taken, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT)


def measure(cases: Iterable[Case], runs: int, surroundings: Mapping[str, str]) -> dict[str, list[Taken]]:
    """Run every case once to warm up, then ``runs`` times in turn; give what each run took."""
    planned = list(cases)
    for case in planned:
        run(case, 0, surroundings)
    times: dict[str, list[Taken]] = {case.name: [] for case in planned}
    for number in range(1, runs + 1):
        for case in planned:
            times[case.name].append(run(case, number, surroundings))
    return times


_AREA = """
import sys, pathlib
from inspect_cli.store import open_register
areas = open_register(pathlib.Path(sys.argv[1])).begun("a", "a")
print(*next((row["id"], row["force"]) for row in areas if row["members"]))
"""


def an_area(data: Path) -> tuple[str, str]:
    """Give an area of the store in ``data``, by its id, and its force.

    A process of its own looks, so that this one stays small: what the system says of the memory of a process is never
    less than that of the process that began it.
    """
    area, force = python(_AREA, str(data)).split()
    return area, force


def python(program: str, *arguments: str) -> str:
    """Run a program in a process of its own and give what it prints."""
    argv = (sys.executable, "-c", program, *arguments)
    return subprocess.run(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def surroundings(compiled: Path) -> dict[str, str]:
    """Run this checkout's code, compiled once into ``compiled`` as an installed program's code is compiled once."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    own = {"PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, "COLUMNS": "100", "NO_COLOR": "1"}


def tool(*arguments: str) -> tuple[str, ...]:
    """Give the command line of inspect-cli with these arguments."""
    return (sys.executable, "-c", "from inspect_cli.cli.app import main; main()", *arguments)


def seconds_of(taken: Taken) -> float:
    """Give the seconds from start to end."""
    return taken.seconds


def processor_of(taken: Taken) -> float:
    """Give the seconds of processor, which what else the machine does changes less."""
    return taken.processor


def median(times: Times, name: str, of: Callable[[Taken], float]) -> float:
    """Give the median of what a case took."""
    return statistics.median(of(one) for one in times[name])


def ratio(times: Times, case: Case, of: Callable[[Taken], float]) -> float:
    """Give how many times as much a case took as the one beside it, the median over the runs done in turn."""
    pairs = zip(times[case.name], times[case.beside], strict=True)
    return statistics.median(of(one) / of(other) for one, other in pairs)


def table(cases: Iterable[Case], times: Times) -> str:
    """Lay out what was measured as a table in Markdown: medians, spread, ratios and memory."""
    head = ("", "median ms", "from–to", "ratio", "processor ms", "ratio", "MB", "× file")
    rows = [_row(case, times) for case in cases]
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def _row(case: Case, times: Times) -> tuple[str, ...]:
    taken = times[case.name]
    seconds = sorted(one.seconds * 1000 for one in taken)
    memory = statistics.median(one.memory for one in taken)
    return (
        case.name,
        f"{statistics.median(seconds):.0f}",
        f"{seconds[0]:.0f}–{seconds[-1]:.0f}",
        f"{ratio(times, case, seconds_of):.2f}" if case.beside else "",
        f"{statistics.median(one.processor for one in taken) * 1000:.0f}",
        f"{ratio(times, case, processor_of):.2f}" if case.beside else "",
        f"{memory / 1e6:.0f}",
        f"{memory / case.size:.1f}" if case.size > _SMALL else "",
    )
