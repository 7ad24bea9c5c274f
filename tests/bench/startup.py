"""How long commands take from start to end, beside programs that do the least: ``python -m tests.bench.startup``.

Whole processes, run in turn so that a busy moment of the machine meets all of them alike; medians and ratios.
A report to read, never a test: machines differ.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"

BARE = """
import typer

app = typer.Typer(rich_markup_mode=None)


def version(asked: bool) -> None:
    if asked:
        print("bare 0.1.0")
        raise typer.Exit


@app.callback()
def main(version: bool = typer.Option(False, "--version", callback=version, is_eager=True)) -> None:
    pass


@app.command()
def table() -> None:
    from rich.console import Console
    from rich.table import Table

    shown = Table("id", "year", "pillar", "subject")
    for number in range(10):
        shown.add_row(f"a{number}", "2018", "legitimacy", "To what extent does the force treat people fairly?")
    Console().print(shown)


app()
"""
OURS = "from inspect_cli.cli.app import main\n\nmain()\n"


class Case(NamedTuple):
    """A command to time: ``beside`` names the case it is compared with, ``fresh`` gives it an empty data folder."""

    name: str
    argv: tuple[str, ...]
    beside: str = ""
    fresh: bool = False


def cases(folder: Path) -> list[Case]:
    """Write the programs into ``folder`` and say what to run."""
    bare, ours = folder / "bare.py", folder / "ours.py"
    bare.write_text(BARE, encoding="utf-8")
    ours.write_text(OURS, encoding="utf-8")
    least, tool = (sys.executable, str(bare)), (sys.executable, str(ours))
    return [
        Case("bare Typer --version", (*least, "--version")),
        Case("inspect-cli --version", (*tool, "--version"), "bare Typer --version"),
        Case("bare Typer, ten-row Rich table", (*least, "table")),
        Case("inspect-cli status", (*tool, "status"), "bare Typer, ten-row Rich table"),
        Case("inspect-cli areas", (*tool, "areas"), "bare Typer, ten-row Rich table"),
        Case("inspect-cli areas --json", (*tool, "areas", "--json"), "bare Typer, ten-row Rich table"),
        Case("inspect-cli import seeds/", (*tool, "import", str(SEEDS)), fresh=True),
    ]


def seconds(case: Case, surroundings: Mapping[str, str]) -> float:
    """Run a case once, in a data folder of its own where it wants one, and give the wall-clock time it took."""
    with tempfile.TemporaryDirectory() as empty:
        where = {**surroundings, "INSPECT_CLI_DATA": empty} if case.fresh else surroundings
        begun = time.perf_counter()
        done = subprocess.run(case.argv, env=where, cwd=ROOT, check=False, capture_output=True, text=True)
        taken = time.perf_counter() - begun
    if done.returncode:
        sys.exit(f"{case.name} failed:\n{done.stderr}")
    return taken


def measure(runs: int) -> dict[Case, list[float]]:
    """Run every case ``runs`` times in turn on a store of the five source reports; the seconds each took."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        surroundings = _surroundings(folder)
        planned = cases(folder)
        imported = planned[-1]._replace(fresh=False)
        seconds(imported, surroundings)
        for case in planned:
            seconds(case, surroundings)
        times: dict[Case, list[float]] = {case: [] for case in planned}
        for _ in range(runs):
            for case in planned:
                times[case].append(seconds(case, surroundings))
    return times


def _surroundings(folder: Path) -> dict[str, str]:
    """Run this checkout's code, compiled once into ``folder`` as an installed program's code is compiled once."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    own = {"PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, "INSPECT_CLI_DATA": str(folder), "COLUMNS": "100"}


def lay_out(times: Mapping[Case, Sequence[float]]) -> str:
    """Lay out medians and fastest runs as text, each with its ratio to the case that the command stands beside."""
    named = {case.name: taken for case, taken in times.items()}
    lines = [f"{'':<34}{'median ms':>10}{'ratio':>7}{'fastest ms':>12}{'ratio':>7}"]
    for case, taken in times.items():
        cells = []
        for figure, width in ((statistics.median, 10), (min, 12)):
            ratio = f"{figure(taken) / figure(named[case.beside]):.2f}" if case.beside else ""
            cells.append(f"{figure(taken) * 1000:>{width}.0f}{ratio:>7}")
        lines.append(f"{case.name:<34}{''.join(cells)}".rstrip())
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time whole processes side by side.")
    parser.add_argument("--runs", type=int, default=15, help="how often each command is run (default 15)")
    runs = parser.parse_args(argv).runs
    print(f"{runs} runs of each, in turn; Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    print(lay_out(measure(runs)))


if __name__ == "__main__":
    main()
