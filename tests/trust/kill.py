"""Commands killed (SIGKILL) at random moments: ``python -m tests.trust.kill [--times N] [--seed S] [--only NUMBER]``.

Two in three are killed just before one of the system calls by which they change the data folder, chosen at random; the
others at a random time from when they begin. After each the store must open and be the one from before the command or
the one from after it, with every text and quote in its place; the same command again and another one must work at
once, without waiting for a lock; and nothing may be left behind. Each trial is made from the seed and its number alone.
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.trust.calls import Call, Watch, calls_of, watched
from tests.trust.desks import Case, make_cases, on_time, store_in, text_faults
from tests.trust.telling import Report

_PATIENCE = 20.0
_BY_CALL = 2 / 3
# So many of these are killed before one of the last calls, among which the change is made.
_AT_THE_END, _LAST = 1 / 3, 4
_CHILD_FAILED = 70


class Plan(NamedTuple):
    """Which case is to be killed: before its call ``call`` that changes something, or after so many seconds."""

    case: Case
    call: int | None
    seconds: float


class Ended(NamedTuple):
    """What came of a trial: whether it was killed before it ended, the state it left, and what is not right."""

    killed: bool
    state: str
    faults: list[str]


class Killer:
    """Kills commands; knows of each how many calls it makes and how long it takes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self.cases = [*make_cases(folder)]
        self.calls = {case.name: sum(call.changes for call in self._calls(case)) for case in self.cases}
        self.seconds = {case.name: self._time(case) for case in self.cases}

    def _calls(self, case: Case) -> list[Call]:
        folder = case.laid_out(self.folder)
        return calls_of(folder, lambda: case.run(folder))

    def _time(self, case: Case) -> float:
        took = []
        for _ in range(3):
            case.laid_out(self.folder)
            begun = time.monotonic()
            _in_child(lambda: case.run(self.folder), None)
            took.append(time.monotonic() - begun)
        return statistics.median(took)

    def plan(self, seed: int, number: int) -> Plan:
        """Choose what is killed when, by the seed and the number alone."""
        rng = Random(f"{seed} {number}")
        case = self.cases[number % len(self.cases)]
        seconds = rng.uniform(0, 1.1 * self.seconds[case.name])
        last = self.calls[case.name]
        call = rng.randint(max(1, last - _LAST), last) if rng.random() < _AT_THE_END else rng.randint(1, last)
        return Plan(case, call if rng.random() < _BY_CALL else None, seconds)

    def trial(self, plan: Plan) -> Ended:
        """Kill a command as planned, and look at what it left."""
        case, folder = plan.case, plan.case.laid_out(self.folder)
        if plan.call:
            status = _in_child(lambda: _killed_at(plan.call or 0, case, folder), None)
        else:
            status = _in_child(lambda: case.run(folder), plan.seconds)
        killed = os.WIFSIGNALED(status)
        faults = [] if killed or not os.WEXITSTATUS(status) else [f"the command itself: {os.WEXITSTATUS(status)}"]
        found = store_in(folder)
        state = "before" if found == case.before else "after" if found == case.after else "neither"
        if state == "neither":
            return Ended(killed, state, [*faults, "the store is neither the one from before nor the one from after"])
        if case.works_before or state == "after":
            opened = on_time(folder, "status", "--json")
            faults += [f"status: {opened.status}: {opened.err}"] if opened.status else text_faults(folder)
        return Ended(killed, state, [*faults, *case.faults_of_next(folder)])


def _killed_at(number: int, case: Case, folder: Path) -> None:
    """Run a case that ends itself before its changing call ``number``."""
    with watched(folder, _killing(number)):
        case.run(folder)


def _killing(number: int) -> Watch:
    left, process = [number], os.getpid()

    def watch(call: Call) -> None:
        if call.changes and os.getpid() == process:
            left[0] -= 1
            if not left[0]:
                os.kill(process, signal.SIGKILL)

    return watch


def _in_child(work: Callable[[], object], seconds: float | None) -> int:
    """Do ``work`` in a process of its own, killed after ``seconds``; gives its status as the system tells it.

    Waits until every process has ended that it began; raises TimeoutError where one lives on.
    """
    ours, theirs = os.pipe()
    process = os.fork()
    if not process:
        os.close(ours)
        _work_and_exit(work)
    os.close(theirs)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    ended, _, _ = select.select([ours], [], [], _PATIENCE)
    os.close(ours)
    if not ended:
        message = f"a process that was begun by {process} lives on"
        raise TimeoutError(message)
    return status


def _work_and_exit(work: Callable[[], object]) -> None:
    status = _CHILD_FAILED
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def run(times: int, seed: int, only: int | None = None) -> Report:
    """Make so many trials; gives the report."""
    report = Report("kill")
    with tempfile.TemporaryDirectory(prefix="inspect-trust-") as folder:
        killer = Killer(Path(folder))
        states: Counter[tuple[str, str]] = Counter()
        killed = 0
        for number in range(times) if only is None else [only]:
            plan = killer.plan(seed, number)
            ended = killer.trial(plan)
            killed += ended.killed
            states[plan.case.name, ended.state] += 1
            where = f"before call {plan.call}" if plan.call else f"after {plan.seconds:.3f} s"
            report.faults += [f"{number}: {plan.case.name} {where}: {fault}" for fault in ended.faults]
        report.say(f"{states.total():,} commands, {killed:,} killed before they ended")
        for case in killer.cases:
            before, after = states[case.name, "before"], states[case.name, "after"]
            report.say(f"  {case.name}: {before:,} left the state before, {after:,} the one after")
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.kill", description="Kill commands at random moments.")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="make one trial alone")
    asked = parser.parse_args(arguments)
    return run(asked.times, asked.seed, asked.only).put()


if __name__ == "__main__":
    sys.exit(main())
