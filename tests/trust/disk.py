"""A disk that fails at each system call of a write: ``python -m tests.trust.disk [--times N] [--seed S]``.

Each call that a command makes on its data folder is failed in turn, with each of the reasons below, once alone and once
with all calls after it. The command must say so in words with status 4 and leave the store as it was; or, where the
call did not matter, do its work whole. Then the same command must work, and nothing may be left behind. Where the
system lets us, the same is done on a real file system of 1 MB that is all but full.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from errno import EACCES, EIO, ENOSPC, EROFS, errorcode
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.running import Ran
from tests.trust.calls import Call, Watch, calls_of, watched
from tests.trust.desks import Case, make_cases, store_in, text_faults
from tests.trust.small_disk import small_disk_faults
from tests.trust.telling import Escaped, Report

REASONS = (ENOSPC, EIO, EROFS, EACCES)
_SETTINGS = "settings.toml"


class Fault(NamedTuple):
    """A call that is to fail: of which case, which and why; and whether all after it fail, too."""

    case: Case
    call: Call
    reason: int
    for_good: bool

    @property
    def told(self) -> str:
        """It in words."""
        on = "and all after it" if self.for_good else "alone"
        return f"{self.case.name}: call {self.call.number} {on}, {self.call.name} {self.call.path.name}, " + (
            f"{errorcode[self.reason]}"
        )


def faults_of(cases: Sequence[Case], folder: Path) -> Iterator[Fault]:
    """Give every fault there is: each call of each case with each reason. What only looks does not find a full disk."""
    for case in cases:
        for call in _calls(case, folder):
            for reason in REASONS if call.changes else (EIO, EACCES):
                yield Fault(case, call, reason, for_good=False)
                yield Fault(case, call, reason, for_good=True)


def _calls(case: Case, folder: Path) -> list[Call]:
    case.laid_out(folder)
    return calls_of(folder, lambda: case.run(folder))


def _failing(fault: Fault) -> Watch:
    """Fail calls. A lock that is refused for EACCES is one that another has, so that it fails otherwise here."""

    def watch(call: Call) -> None:
        if call.number == fault.call.number or (fault.for_good and call.number > fault.call.number):
            reason = EIO if call.name == "flock" and fault.reason == EACCES else fault.reason
            if call.changes or reason not in (ENOSPC, EROFS):
                raise OSError(reason, os.strerror(reason), str(call.path))

    return watch


def attempt(fault: Fault, folder: Path) -> tuple[str, list[str]]:
    """Run a command on a disk that fails; gives what came of it and what is not right."""
    case = fault.case
    case.laid_out(folder)
    with watched(folder, _failing(fault)):
        ran = case.run(folder)
    found = store_in(folder)
    state = "before" if found == case.before else "after" if found == case.after else "neither"
    if state == "neither":
        return state, ["the store is neither the one from before nor the one from after"]
    faults = [] if case.before == case.after and ran.status == 0 else list(_said(ran, state))
    if case.works_before or state == "after":
        faults += text_faults(folder)
    faults += case.faults_of_next(folder)
    return f"{'done' if ran.status == 0 else 'refused'}, {state}", faults


def _said(ran: Ran, state: str) -> Iterator[str]:
    """Hold what a command said against what it did."""
    if ran.status == 0 and state == "before":
        yield "status 0, but nothing was stored"
    if ran.status and not (ran.status == 4 or (ran.status == 2 and _SETTINGS in ran.err)):
        yield f"status {ran.status}"
    if ran.status and not ("error: " in ran.err and "hint: " in ran.err and "Traceback" not in ran.err):
        yield f"no clear error: {ran.err}"
    if ran.status and state == "after" and "Nothing was stored" in ran.err:
        yield f"it says that nothing was stored, but it was: {ran.err}"


def run(times: int | None, seed: int, only: Sequence[str] = ()) -> Report:
    """Try ``times`` faults chosen at random, all where it is None, of the cases named; gives the report."""
    report = Report("disk")
    with tempfile.TemporaryDirectory(prefix="inspect-trust-") as place:
        folder = Path(place) / "work"
        cases = [case for case in make_cases(Path(place)) if not only or case.name in only]
        faults = list(faults_of(cases, folder))
        calls = len({(fault.case.name, fault.call.number) for fault in faults})
        if times is not None:
            faults = Random(seed).sample(faults, min(times, len(faults)))
        came: Counter[str] = Counter()
        for fault in faults:
            escaped = Escaped()
            state, wrong = "raised", list[str]()
            with escaped:
                state, wrong = attempt(fault, folder)
            came[state] += 1
            report.faults += [f"{fault.told}: {one}" for one in [*wrong, *filter(None, [escaped.told])]]
        report.say(f"{len(faults):,} failures, at {calls} system calls of {len(cases)} commands")
        report.lines += [f"  {count:>6,} {state}" for state, count in came.most_common()]
        report.lines += small_disk_faults(cases, Path(place), report.faults) if times is None else []
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.disk", description="Fail each system call of a write.")
    parser.add_argument("--times", type=int, help="so many failures chosen at random; all where it is left out")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--case", action="append", default=[], help="this command alone")
    asked = parser.parse_args(arguments)
    return run(asked.times, asked.seed, asked.case).put()


if __name__ == "__main__":
    sys.exit(main())
