"""Commands on spoilt stores: ``python -m tests.trust.mutants [--times N] [--seed S] [--jobs N] [--only NUMBER]``.

Each store of ten thousand is spoilt in one of the ways of ``tests.trust.spoilt``, and some commands that read and some
that write are run on it. Nothing may end in a traceback, and nothing be overwritten that could not be read: a store
whose bytes are not those that were written is refused with status 4, words and a hint, and stands as it was afterwards.
One that says odd things under a right checksum may be read or refused; what only reads leaves it as it was.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random

from inspect_cli.store import STORE_FILE
from tests.running import Ran, run
from tests.trust.children import Child, Ready
from tests.trust.desks import Case, areas_in, make_cases, on_time
from tests.trust.spoilt import ODD, Mutant, make_mutant
from tests.trust.telling import Escaped, Report

Command = tuple[object, ...]

_READING = (
    "status", "areas --json", "show AREA", "show REPORT --json", "track vetting", "search vetting", "reports --json",
    "judgements", "findings --json", "references", "trend --json", "themes", "log", "check", "doctor", "verify",
    "changes --since 2020-01-01", "areas --force cheshire", "restore --list",
)  # fmt: skip
_WRITING = ("update AREA --status in-progress", "note AREA Looked at", "import EDITED", "undo")
_READ_EACH, _WRITE_EACH = 3, 2
_LIST: Command = ("restore", "--list")
_REFUSED, _BUG = 4, 70


class Bench:
    """A store that is whole, and a folder in which spoilt ones are put under commands."""

    def __init__(self, place: Path) -> None:
        cases = {case.name: case for case in make_cases(place)}
        whole = cases["update"]
        edited = cases["import-edited"].command[1]
        self.folder = place / "work"
        self.whole = whole
        self.content = whole.before or b""
        self.names = {"AREA": areas_in(whole.base)[0], "REPORT": _a_report(whole), "EDITED": str(edited)}
        known = run("--help").out.split("Commands:")[1]
        self.reading = [self._command(line) for line in _READING if f"  {line.split()[0]} " in known]
        self.writing = [self._command(line) for line in _WRITING if f"  {line.split()[0]} " in known]

    def _command(self, line: str) -> Command:
        return tuple(self.names.get(word, word) for word in line.split())

    def faults_of(self, mutant: Mutant, rng: Random) -> tuple[str, list[str]]:
        """Run commands on a spoilt store; gives whether it was read or refused, and what is not right."""
        faults: list[str] = []
        statuses = set()
        store = self._laid_out() / STORE_FILE
        for command in (*rng.sample(self.reading, _READ_EACH), *rng.sample(self.writing, _WRITE_EACH)):
            store.write_bytes(mutant.content)
            said = " ".join(str(word) for word in command)
            escaped = Escaped()
            ran = Ran(_BUG, "", "")
            with escaped:
                ran = on_time(self.folder, *command, *(("--wait", "0") if command in self.writing else ()))
            statuses |= {ran.status} if command != _LIST else set()
            wrong = [escaped.told] if escaped.told else self._faults(mutant, ran, command)
            faults += [f"{said}: {fault}" for fault in wrong]
        return "refused" if statuses == {_REFUSED} else "read", faults

    def _faults(self, mutant: Mutant, ran: Ran, command: Command) -> list[str]:
        faults = []
        reads, lists = command in self.reading, command == _LIST  # what is kept is listed, whatever the store is
        if mutant.damaged and ran.status != _REFUSED and not lists:
            faults.append(f"status {ran.status} on a store that is damaged")
        clear = ("error: " in ran.err and "hint: " in ran.err) or (ran.out and not mutant.damaged)  # doctor's list
        if ran.status == _REFUSED and not clear:
            faults.append(f"no clear error: {ran.err}")
        if "Traceback" in ran.err:
            faults.append(ran.err)
        same = (self.folder / STORE_FILE).read_bytes() == mutant.content
        if not same and (mutant.damaged or reads or ran.status):
            faults.append(f"status {ran.status}, but the store was overwritten")
        return faults

    def odd_faults(self) -> list[str]:
        """Put what is no file in the place of the store; say what is not right."""
        faults = []
        for name, put in ODD.items():
            store = self._laid_out() / STORE_FILE
            store.unlink()
            put(store)
            before = store.lstat()
            for command in (*self.reading, *self.writing):
                ran = on_time(self.folder, *command, *(("--wait", "0") if command in self.writing else ()))
                after = store.lstat()
                if (ran.status != _REFUSED and command != _LIST) or (before.st_ino, before.st_mode) != (
                    after.st_ino,
                    after.st_mode,
                ):
                    faults.append(f"{name}: {' '.join(map(str, command))}: status {ran.status}: {ran.err}")
        return faults

    def _laid_out(self) -> Path:
        """Lay the folder out anew: what was backed up of one spoilt store is not the next one's."""
        return self.whole.laid_out(self.folder)


def _a_report(case: Case) -> str:
    return str(on_time(case.base, "reports", "--json").json()[0]["id"])


def _work(seed: int, numbers: Sequence[int], ready: Ready) -> str:
    """Try the mutants with these numbers; gives what came of each kind and the faults, as JSON."""
    ready()
    counts: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="inspect-trust-") as place:
        bench = Bench(Path(place))
        for number in numbers:
            mutant = make_mutant(bench.content, seed, number)
            came, wrong = bench.faults_of(mutant, Random(number))
            counts[f"{mutant.kind}: {came}"] += 1
            faults += [f"{number}, {mutant.kind}: {fault}" for fault in wrong]
        faults += bench.odd_faults() if 0 in numbers else []
        shutil.rmtree(bench.folder, ignore_errors=True)
    return json.dumps([counts, faults])


def run_mutants(times: int, seed: int, jobs: int = 1, only: int | None = None) -> Report:
    """Try so many mutants, in ``jobs`` processes; gives the report."""
    report = Report("mutants")
    numbers = range(times) if only is None else [only]
    parts = [numbers[first::jobs] for first in range(jobs)]
    counts: Counter[str] = Counter()
    answers = [_work(seed, numbers, lambda: None)] if jobs == 1 else _apart(seed, parts)
    for told in answers:
        if not told.startswith("["):
            report.faults.append(told or "a process ended before its work")
            continue
        count, faults = json.loads(told)
        counts.update(count)
        report.faults += faults
    refused = sum(count for kind, count in counts.items() if kind.endswith(": refused"))
    report.say(
        f"{counts.total():,} spoilt stores: {refused:,} refused by every command, {counts.total() - refused:,} read"
    )
    report.lines += [f"  {count:>6,} {kind}" for kind, count in sorted(counts.items())]
    return report


def _apart(seed: int, parts: Sequence[Sequence[int]]) -> list[str]:
    children = [Child(partial(_work, seed, part)) for part in parts]
    return [child.result() for child in children]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.mutants", description="Put commands to spoilt stores.")
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, help="try one alone")
    asked = parser.parse_args(arguments)
    return run_mutants(asked.times, asked.seed, asked.jobs, asked.only).put()


if __name__ == "__main__":
    sys.exit(main())
