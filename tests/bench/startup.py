"""How long commands take from start to end, beside programs that do the least: ``python -m tests.bench.startup``.

A report to read, never a test: machines differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.bench.processes import ROOT, Case, an_area, measure, run, surroundings, table, tool

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
_VERSION, _TABLE = "bare Typer --version", "bare Typer, ten-row Rich table"


def cases(folder: Path, data: Path) -> list[Case]:
    """Write the bare program into ``folder`` and say what to run on the store of five reports in ``data``."""
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    stored = {"INSPECT_CLI_DATA": str(data)}
    (area, _), new = an_area(data), folder / "new"
    return [
        Case(_VERSION, (sys.executable, str(bare), "--version")),
        Case("`--version`", tool("--version"), _VERSION),
        Case(_TABLE, (sys.executable, str(bare), "table")),
        Case("`status`", tool("status"), _TABLE, stored),
        Case("`areas`", tool("areas"), _TABLE, stored),
        Case("`areas --json`", tool("areas", "--json"), _TABLE, stored),
        Case("completion of an area's id", tool(), _TABLE, {**stored, **pressed("show", area[:2])}),
        Case("completion of a theme", tool(), _TABLE, {**stored, **pressed("track", "ve")}),
        Case("`import seeds/`", tool("--data", str(new), "import", str(SEEDS)), before=partial(_clear, new)),
    ]


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def pressed(*words: str) -> dict[str, str]:
    """Give the environment in which bash asks for completion of the last of the words typed."""
    return {
        "_INSPECT_CLI_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(["inspect-cli", *words]),
        "COMP_CWORD": str(len(words)),
    }


def report(runs: int) -> str:
    """Measure on a store of the five source reports and lay out what was measured."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, data = Path(scratch), Path(scratch) / "data"
        around = surroundings(folder / "compiled")
        run(Case("import", tool("--data", str(data), "import", str(SEEDS))), 0, around)
        planned = cases(folder, data)
        return table(planned, measure(planned, runs, around))


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time whole processes side by side.")
    parser.add_argument("--runs", type=int, default=15, help="how often each command is run (default 15)")
    runs = parser.parse_args(argv).runs
    print(f"{runs} runs of each, in turn; Python {sys.version.split()[0]}, {os.cpu_count()} processors\n")
    print(report(runs))


if __name__ == "__main__":
    main()
