"""How fast reports are taken in: ``python -m tests.bench.importing``.

PDF against the library alone giving the text of all pages, in the same process and in turn; and reports of some sixty
pages imported in one process against two. Beside wall-clock time stands that of the processor, which other work on the
machine touches less; for two processes, what it leaves where each has a processor of its own.
A report to read, never a test: machines differ.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from inspect_cli.read.pdf import read_pdf
from inspect_cli.workflow.importing import ImportOptions, Source, import_reports
from tests.bench.composing import reports_of, territorial_forces
from tests.rendering.pdf import LAYOUTS, render_pdf

SEED = 2025
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
# So many characters make sixty to seventy pages in either layout.
_LETTERS = {"single": 180_000, "columns": 320_000}


class Took(NamedTuple):
    """Seconds: by the clock, and of the processor in this process and in those that it began."""

    clock: float
    own: float
    others: float

    @property
    def apart(self) -> float:
        """What two processes take where each has a processor of its own: this one waits while they share the rest."""
        return self.own + self.others / 2


def took(work: Callable[[], object]) -> Took:
    """Do some work and say what it took."""
    clock, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    others = after.children_user + after.children_system - before.children_user - before.children_system
    own = after.user + after.system - before.user - before.system
    return Took(time.perf_counter() - clock, own, others)


def texts(count: int, letters: int) -> Iterator[str]:
    """Compose ``count`` long texts, each of the reports on one force with the head of the first."""
    forces = territorial_forces()
    for number in range(count):
        parts: list[str] = []
        for one in reports_of(forces[number % len(forces)], 200, SEED + number):
            parts.append(one.text)
            if sum(map(len, parts)) > letters:
                break
        yield "\n\n".join(parts)


def give_text(data: bytes) -> int:
    """Have the library alone give the text of all pages; gives how many there are."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    for number in range(pages):
        page = document[number]
        words = page.get_textpage()
        words.get_text_range()
        words.close()
        page.close()
    document.close()
    return pages


def measure_reading(runs: int) -> Iterator[str]:
    """Read a report in each layout, in turn with the library alone; gives the rows of a table."""
    yield f"{'PDF, pages a second of the processor':<42}{'pages':>6}{'library':>9}{'read':>7}{'ratio':>7}"
    for layout in LAYOUTS:
        data = render_pdf(next(texts(1, _LETTERS[layout])), layout)
        pages = give_text(data)
        read_pdf("a.pdf", data)
        alone, read = [], []
        for _ in range(runs):
            alone.append(took(partial(give_text, data)).own)
            read.append(took(partial(read_pdf, "a.pdf", data)).own)
        one, two = statistics.median(alone), statistics.median(read)
        yield f"{layout:<42}{pages:>6}{pages / one:>9.0f}{pages / two:>7.0f}{two / one:>7.2f}"


def measure_jobs(folder: Path, count: int, runs: int) -> Iterator[str]:
    """Import ``count`` reports in one process and in two, in turn; gives the rows of a table."""
    sources = []
    for number, text in enumerate(texts(count, _LETTERS["columns"])):
        path = folder / f"{number:04}.pdf"
        path.write_bytes(render_pdf(text, "columns"))
        sources.append(Source(path.name, path))
    times: dict[int, list[Took]] = {1: [], 2: []}
    for _ in range(runs):
        for jobs, taken in times.items():
            taken.append(took(partial(_imported, sources, jobs)))
    once = [statistics.median(figures) for figures in zip(*times[1], strict=True)]
    yield f"{f'{count} PDF reports imported, seconds':<42}{'clock':>9}{'processor':>11}{'apart':>8}"
    yield f"{'--jobs 1':<42}{once[0]:>9.2f}{once[1]:>11.2f}{once[1]:>8.2f}"
    clock = statistics.median(one.clock for one in times[2])
    processor = statistics.median(one.own + one.others for one in times[2])
    apart = statistics.median(one.apart for one in times[2])
    yield f"{'--jobs 2':<42}{clock:>9.2f}{processor:>11.2f}{apart:>8.2f}"
    yield f"{'ratio':<42}{clock / once[0]:>9.2f}{processor / once[1]:>11.2f}{apart / once[1]:>8.2f}"


def _imported(sources: Sequence[Source], jobs: int) -> None:
    with tempfile.TemporaryDirectory() as data:
        outcome = import_reports(Path(data), sources, ImportOptions(jobs=jobs), NOW)
    if outcome.failed:
        sys.exit(f"{outcome.failed[0].file} failed: {outcome.failed[0].error}")


def measure_growth(counts: Sequence[int]) -> Iterator[str]:
    """Import text reports into an empty store, more each time: what one more report costs stays the same."""
    yield f"{'text reports imported by one process':<42}{'seconds':>9}{'ms each':>9}"
    forces = territorial_forces()
    for count in counts:
        each = -(-count // len(forces))
        composed = [one for force in forces for one in reports_of(force, each, SEED)][:count]
        sources = [Source(one.name, data=one.text.encode()) for one in composed]
        own = took(partial(_imported, sources, 1)).own
        yield f"{count:<42}{own:>9.2f}{1000 * own / count:>9.1f}"


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the import of reports.")
    parser.add_argument("--runs", type=int, default=5, help="how often each thing is done (default 5)")
    parser.add_argument("--reports", type=int, default=8, help="how many PDF reports are imported (default 8)")
    parser.add_argument("--texts", type=int, default=100, help="text reports imported: so many, 2, 4 and 8 times that")
    asked = parser.parse_args(argv)
    print(f"{asked.runs} runs of each, in turn; Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    for row in measure_reading(asked.runs):
        print(row, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for row in measure_jobs(Path(folder), asked.reports, asked.runs):
            print(row, flush=True)
    for row in measure_growth([asked.texts * times for times in (1, 2, 4, 8)]):
        print(row, flush=True)


if __name__ == "__main__":
    main()
