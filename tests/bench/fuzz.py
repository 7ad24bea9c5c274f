"""Files spoilt in every way, read and extracted: ``python -m tests.bench.fuzz [--cases N] [--seed N] [--jobs N]``.

Each case is made from the seed and its number alone, so that ``--only NUMBER`` makes it again, shows how it fails and
with ``--save`` keeps its file. A worker process has a limit on memory and each case one on processor time: a case that
breaks one is reported and the rest goes on. Nothing may be raised but SourceError, and each quote must be in the text.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from inspect_cli.errors import SourceError
from inspect_cli.extract import extract
from inspect_cli.model import Document, Extraction, Finding, Judgement, Reference, cut
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from tests.hostile import at_most
from tests.mutations import Case, make_case

_MEMORY = 1_000_000_000
_SECONDS = 10
# So often as its own limit may a case take in real time, where other programs want the processor too.
_PATIENCE = 20
_SLOWEST = 10
# One case in so many is extracted twice.
_AGAIN = 20


class Outcome(NamedTuple):
    """What came of a case: ``said`` is a refusal, ``fault`` what should not have happened; "" where there is none."""

    number: int
    seconds: float
    memory: int
    finds: int = 0
    said: str = ""
    fault: str = ""


@dataclass
class Tally:
    """All outcomes so far."""

    cases: int = 0
    finds: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    faults: list[Outcome] = field(default_factory=list)
    slowest: list[Outcome] = field(default_factory=list)
    memory: int = 0

    def add(self, one: Outcome) -> None:
        """Count an outcome."""
        self.cases += 1
        self.finds += one.finds
        self.memory = max(self.memory, one.memory)
        if one.said:
            self.refusals[one.said] += 1
        if one.fault:
            self.faults.append(one)
        self.slowest = sorted([*self.slowest, one], key=lambda other: -other.seconds)[:_SLOWEST]

    def lines(self) -> Iterator[str]:
        """Give the report."""
        refused = self.refusals.total()
        read = self.cases - refused - len(self.faults)
        yield f"{self.cases:,} cases: {read:,} read as reports, {refused:,} refused, {len(self.faults)} faults;"
        yield f"{self.finds:,} finds; highest memory {self.memory / 1e6:,.0f} MB"
        yield from (f"  {count:>6,}  {said}" for said, count in self.refusals.most_common())
        yield "slowest: " + ", ".join(f"{one.number} ({one.seconds:.2f} s)" for one in self.slowest)
        yield f"faults: {', '.join(str(one.number) for one in self.faults) or 'none'}"


def run_case(case: Case, *, twice: bool = False) -> tuple[int, str]:
    """Read, recognise and extract a case: how many finds, and the refusal, "" where there is none.

    A text that is not recognised is extracted all the same, as what the case says it is. Raises ValueError for a
    quote that is not in the text, or for finds that are others the second time; and whatever the program raises.
    """
    try:
        document = read_source(case.name, case.data)
    except SourceError as error:
        return 0, _kind_of(error, case)
    said = ""
    try:
        report = recognise(document, {})
    except SourceError as error:
        said = _kind_of(error, case)
        report = recognise(document, case.given)
    found = extract(document, report)
    if twice and extract(document, report) != found:
        message = "other finds the second time"
        raise ValueError(message)
    return check_quotes(document, found), said


def check_quotes(document: Document, found: Extraction) -> int:
    """Give the number of finds; raises ValueError for one whose quote is not what is cut at its span."""
    finds: tuple[Judgement | Finding | Reference, ...] = (*found.judgements, *found.findings, *found.references)
    for find in finds:
        if not find.quote or find.quote != cut(document.lines, find.span):
            message = f"{find.quote[:300]!r} is not at {find.span}: {cut(document.lines, find.span)[:300]!r}"
            raise ValueError(message)
    return len(finds)


def _kind_of(error: SourceError, case: Case) -> str:
    if not (error.message and error.hint):
        message = f"a refusal without a message or hint: {error.message!r}"
        raise ValueError(message)
    return re.sub(r"\d[\d,.]*", "#", error.message.replace(case.name, "FILE")).partition(":")[0][:90]


class _Raised:
    """Keeps what a case raises, whatever that is: it is what this program looks for. An interrupt goes on."""

    told = ""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> bool:
        """Keep the last calls before an error."""
        if error is None or kind in (KeyboardInterrupt, SystemExit):
            return False
        self.told = "".join(traceback.format_exception(error, limit=-6))
        return True


def _run(seed: int, number: int) -> Outcome:
    case = make_case(seed, number)
    begun = time.process_time()
    finds, said, raised = 0, "", _Raised()
    with raised, at_most(_SECONDS):
        finds, said = run_case(case, twice=number % _AGAIN == 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Outcome(number, time.process_time() - begun, memory, finds, said, raised.told)


def _work(seed: int, asked: Connection) -> None:
    """Run the cases whose numbers come in, and send their outcomes back."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    while (number := asked.recv()) is not None:
        asked.send(_run(seed, number))


class _Worker:
    """A process that runs one case after another."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.number = 0
        self.begun = 0.0
        self.pipe, self.process = self._start()

    def _start(self) -> tuple[Connection, BaseProcess]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self.seed, theirs), daemon=True)
        process.start()
        theirs.close()
        return ours, process

    def begin(self, number: int | None) -> None:
        """Hand over the next case; None ends the worker."""
        self.pipe.send(number)
        self.number, self.begun = number or 0, time.monotonic()

    def outcome(self) -> Outcome:
        """Take the outcome; where the process died or does not answer, say so and start another."""
        taken = time.monotonic() - self.begun
        try:
            if self.pipe.poll():
                received: Outcome = self.pipe.recv()
                return received
            fault = "no answer: it runs on outside of Python"
        except EOFError:
            fault = "the process died"
        self.process.kill()
        self.process.join()
        self.pipe, self.process = self._start()
        return Outcome(self.number, taken, 0, fault=fault)


def fuzz(cases: int, seed: int, jobs: int) -> Tally:
    """Run cases 0 to ``cases`` of a seed in as many processes as ``jobs``."""
    tally = Tally()
    numbers = iter(range(cases))
    busy = [_Worker(seed) for _ in range(min(jobs, cases))]
    for worker in busy:
        worker.begin(next(numbers))
    while busy:
        ready = wait([worker.pipe for worker in busy], timeout=1)
        late = time.monotonic() - _SECONDS * _PATIENCE
        for worker in [one for one in busy if one.pipe in ready or one.begun < late]:
            outcome = worker.outcome()
            tally.add(outcome)
            if outcome.fault:
                print(f"FAULT in case {outcome.number} after {outcome.seconds:.1f} s: {outcome.fault}", flush=True)
            number = next(numbers, None)
            worker.begin(number)
            if number is None:
                busy.remove(worker)
            if tally.cases % 1000 == 0:
                print(f"{tally.cases:,} cases, {len(tally.faults)} faults", flush=True)
    return tally


def main() -> None:
    """Run and print; the exit status is 1 where a case was at fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", type=int, help="run this case alone, and let it fail")
    parser.add_argument("--save", type=Path, help="with --only: the folder to put its file in")
    asked = parser.parse_args()
    if asked.only is not None:
        case = make_case(asked.seed, asked.only)
        if asked.save:
            (asked.save / case.name).write_bytes(case.data)
        print(case.name, f"{len(case.data):,} bytes", run_case(case, twice=True))
        return
    tally = fuzz(asked.cases, asked.seed, asked.jobs)
    print("\n".join(tally.lines()))
    raise SystemExit(1 if tally.faults else 0)


if __name__ == "__main__":
    main()
