"""From five reports to a nation's: ``python -m tests.bench.scale --sizes 5,350,10000 --runs 7 --store FOLDER``.

Start-up, reading and changing, each beside a process that does the least, in the same run and in turn; tables to read,
never a test: machines differ. ``--only reading`` runs a part. Stores are made below ``--store`` and found there again.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inspect_cli.store import STORE_FILE
from tests.bench import changing, reading, startup
from tests.bench.processes import measure, python, surroundings, table

PARTS = ("startup", "reading", "doubling", "changing")
SIZES, DOUBLING = "5,350,10000", "1250,2500,5000,10000"


class Bench:
    """Where the stores are, how often each process is run and what surrounds it."""

    def __init__(self, folder: Path, runs: int, scratch: Path) -> None:
        self.folder = folder.resolve()
        self.runs = runs
        self.scratch = scratch
        self.around = surroundings(scratch / "compiled")

    def store(self, size: int) -> Path:
        """Give the store of so many reports; it is made by a process of its own, so that this one stays small."""
        made = python("from tests.bench.nation import main; main()", str(self.folder), "--reports", str(size))
        return Path(made.rsplit(":", 1)[0])

    def reading(self, sizes: Sequence[int]) -> None:
        """Print how long commands take that only read."""
        for size in sizes:
            data = self.store(size)
            planned = reading.cases(data)
            print(f"\n### Reading: {_told(size, data)}\n")
            print(table(planned, measure(planned, self.runs, self.around)), flush=True)

    def doubling(self, sizes: Sequence[int]) -> None:
        """Print how the time grows with the store."""
        times = [measure(reading.cases(self.store(size)), self.runs, self.around) for size in sizes]
        print(f"\n### Doubling: {', '.join(f'{size:,}' for size in sizes)} reports\n")
        print(reading.doubling(sizes, times), flush=True)

    def changing(self, sizes: Sequence[int]) -> None:
        """Print how long commands take that change the store, and how often an import writes it."""
        for size in sizes:
            data = self.store(size)
            with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
                planned = changing.cases(data, Path(scratch))
                print(f"\n### Changing: {_told(size, data)}\n")
                print(table(planned, measure(planned, self.runs, self.around)))
                count = changing.writes_of_import(data, Path(scratch), self.around)
                print(f"\nAn import of {changing.NEW} reports replaced the store's file {count} times.", flush=True)


def _told(size: int, data: Path) -> str:
    return f"{size:,} reports, {(data / STORE_FILE).stat().st_size / 1e6:.1f} MB"


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what was asked for, and print."""
    parser = argparse.ArgumentParser(description="Time whole processes on stores of several sizes, side by side.")
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of reports (default {SIZES})")
    parser.add_argument("--doubling", default=DOUBLING, help=f"those of which each doubles the last ({DOUBLING})")
    parser.add_argument("--runs", type=int, default=7, help="how often each process is run (default 7)")
    parser.add_argument("--store", type=Path, help="where stores are made and kept; without it they are thrown away")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; may be named again")
    asked = parser.parse_args(argv)
    sizes = [int(size) for size in asked.sizes.split(",")]
    print(f"{asked.runs} runs of each, in turn; Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(asked.store or Path(scratch), asked.runs, Path(scratch))
        for part in asked.only or PARTS:
            match part:
                case "startup":
                    print(f"\n### Start-up: the five source reports\n\n{startup.report(asked.runs)}", flush=True)
                case "reading":
                    bench.reading(sizes)
                case "doubling":
                    bench.doubling([int(size) for size in asked.doubling.split(",")])
                case "changing":
                    bench.changing(sizes)


if __name__ == "__main__":
    main()
