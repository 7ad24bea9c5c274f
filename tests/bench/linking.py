"""How linking grows with what a force was told: ``python -m tests.bench.linking``.

Four sizes, each twice the last: of a force with many reports, and of one report with as many bullets. Processor time,
the sizes in turn so that a busy moment of the machine meets all of them alike, the best of the rounds. Twice as much
may take so many times longer as ``n log n`` grows, and a fifth more for what the machine does (memory, caches).
A report to read, never a test: machines differ.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from inspect_cli.link import link
from tests.bench.told import FINDS_A_REPORT, FORCE, Told, one_report, told

SIZES = (750, 1_500, 3_000, 6_000)
ALLOWANCE = 1.2
# A force of 200 reports beside 30 national ones, which have several hundred finds.
_NATIONAL = 30 / 200


class Measured(NamedTuple):
    """A force that was linked: how many finds it had, what came of them, and the seconds it took."""

    name: str
    finds: int
    areas: int
    seconds: float


def force_of(finds: int) -> Told:
    """Make up a force with so many finds of its own, and what national reports say beside them."""
    reports = finds // FINDS_A_REPORT
    return told(reports, national=round(reports * _NATIONAL))


def measure(name: str, make: Callable[[int], Told], sizes: Sequence[int], rounds: int) -> list[Measured]:
    """Link forces of all sizes, the best of so many rounds of each."""
    forces = [make(size) for size in sizes]
    link(FORCE, *make(FINDS_A_REPORT))  # compiles patterns once
    best = [float("inf")] * len(sizes)
    areas = [0] * len(sizes)
    for _ in range(rounds):
        for place, one in enumerate(forces):
            taken, areas[place] = seconds(one)
            best[place] = min(best[place], taken)
    return [Measured(name, one.finds, areas[place], best[place]) for place, one in enumerate(forces)]


def seconds(one: Told) -> tuple[float, int]:
    """Link a force; give the processor time that it took, and how many areas came of it."""
    gc.collect()
    start = time.process_time()
    linked = link(FORCE, *one)
    return time.process_time() - start, len(linked.areas)


def table(measured: Sequence[Measured]) -> list[str]:
    """Word what was measured, each size beside the one before it and beside what ``n log n`` allows."""
    lines = [f"{'':22} {'finds':>6} {'areas':>6} {'ms':>7} {'ratio':>6} {'n log n':>8}"]
    for place, one in enumerate(measured):
        before = measured[place - 1] if place and measured[place - 1].name == one.name else None
        growth = ""
        if before:
            ratio, due = one.seconds / before.seconds, nlogn(one.finds) / nlogn(before.finds)
            growth = f" {ratio:6.2f} {due:8.2f} {'within' if ratio <= due * ALLOWANCE else 'MORE'}"
        lines.append(f"{one.name:22} {one.finds:6} {one.areas:6} {one.seconds * 1000:7.0f}{growth}")
    return lines


def nlogn(finds: int) -> float:
    """Give the measure by which linking may grow."""
    return finds * log(finds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how linking grows with what a force was told")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="finds of a force")
    parser.add_argument("--rounds", type=int, default=3, help="how often each size is linked")
    asked = parser.parse_args()
    found = measure("many reports", force_of, asked.sizes, asked.rounds)
    found += measure("one report", one_report, asked.sizes, asked.rounds)
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
