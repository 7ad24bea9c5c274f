"""Many writers on one store: ``python -m tests.trust.crowd [--times N] [--seed S] [--writers N] [--now MOMENT]``.

Eight processes make 200 updates each. Every event must be in the log, once; in the log's order each must begin with
what the one before it ended with; changes must be numbered without a gap, and no two events have one moment. With
``--now`` all processes have the same clock, which stands. Then a writer that cannot have the lock in time must say who
has it, with status 4; and the lock of a process that is killed must be free at once.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from unittest.mock import patch

from inspect_cli.store import open_register
from inspect_cli.store.backups import backups, is_good
from inspect_cli.store.content import read_head
from inspect_cli.store.locking import Writing, locked
from tests.running import SEEDS, run
from tests.storing import WHEN
from tests.trust.children import Child, Ready
from tests.trust.desks import areas_in, store_in
from tests.trust.telling import Report

CLOCK = "INSPECT_CLI_NOW"
_PATIENT = ("--wait", "60")
_KEPT = 20


def run_crowd(times: int, seed: int, writers: int = 8, now: str | None = None) -> Report:
    """Let so many writers make ``times`` updates each; gives the report."""
    report = Report("crowd")
    with tempfile.TemporaryDirectory(prefix="inspect-trust-") as place:
        folder = Path(place)
        assert run("import", SEEDS, data=folder).status == 0
        first = _change(folder)
        areas = areas_in(folder)[:3]
        begun = time.monotonic()
        crowd = [Child(partial(_write, folder, areas, f"{seed} {one}", times, now)) for one in range(writers)]
        told = [child.result() for child in crowd]
        took = time.monotonic() - begun
        for writer, one in enumerate(told):
            report.faults += [f"writer {writer}: {fault}" for fault in one.splitlines()]
        report.faults += faults_of_log(folder, writers * times)
        if (made := _change(folder) - first) != writers * times:
            report.faults.append(f"{made:,} changes were numbered, not {writers * times:,}")
        report.faults += _faults_of_backups(folder, writers * times)
        report.faults += lock_faults(folder)
        clock = f"all at {now}" if now else "each by the clock"
        report.say(f"{writers} writers, {times} updates each, {clock}: {writers * times:,} events in {took:,.0f} s")
    return report


def _write(folder: Path, areas: Sequence[str], writer: str, times: int, now: str | None, ready: Ready) -> str:
    """Make updates, each to what nobody else says; gives what went wrong, a line each."""
    ready()
    rng, faults = Random(writer), []
    with patch.dict(os.environ, {CLOCK: now} if now else {}):
        for number in range(times):
            owner = f"owner {number} of writer {writer}"
            said = ("--owner", owner, "--by", f"W {writer}")
            ran = run("update", rng.choice(areas), *said, *_PATIENT, data=folder)
            if ran.status:
                faults.append(f"update {number}: status {ran.status}: {' '.join(ran.err.split())}")
    return "\n".join(faults)


def _change(folder: Path) -> int:
    head = read_head(store_in(folder) or b"")
    return head[0].change if head else 0


def faults_of_log(folder: Path, count: int) -> list[str]:
    """Say what is not right with the log of a store in which so many owners were set."""
    faults = []
    events = open_register(folder).events
    if len(events) != count or len({event.after for event in events}) != count:
        faults.append(f"{len(events):,} events in the log, not {count:,} of which none is like another")
    if len({event.at for event in events}) != len(events):
        faults.append("two events have one moment")
    owners: defaultdict[str | None, str | None] = defaultdict(lambda: None)
    for event in events:
        if event.before != owners[event.area]:
            faults.append(f"{event.id} takes over from {event.before}, but the log says {owners[event.area]}")
        owners[event.area] = event.after
    return faults


def _faults_of_backups(folder: Path, changes: int) -> list[str]:
    kept = backups(folder)
    bad = [f"the former state {one.path.name} is not whole" for one in kept if not is_good(one)]
    few = [f"only {len(kept)} former states are kept"] if len(kept) < min(_KEPT, changes) else []
    return [*bad, *few]


def lock_faults(folder: Path) -> list[str]:
    """Hold the lock in another process; look at what a writer says that cannot have it; kill that process and write."""
    holder = Child(partial(_hold, folder))
    holder.wait_until_ready()
    area = areas_in(folder)[0]
    refused = run("note", area, "Too late", "--wait", "1", data=folder)
    faults = []
    if refused.status != 4 or "the holder" not in refused.err or "hint: " not in refused.err:
        faults.append(f"a writer without the lock: status {refused.status}: {refused.err}")
    holder.kill()
    freed = run("note", area, "At once", "--wait", "0", data=folder)
    if freed.status:
        faults.append(f"after the holder was killed: status {freed.status}: {freed.err}")
    return faults


def _hold(folder: Path, ready: Ready) -> str:
    with locked(folder, Writing(WHEN, who="the holder")):
        ready()
        signal.pause()
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.crowd", description="Let many write to one store.")
    parser.add_argument("--times", type=int, default=200, help="so many updates by each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--now", help="the moment that counts as now for all: 2026-03-02T09:00:00+00:00")
    asked = parser.parse_args(arguments)
    return run_crowd(asked.times, asked.seed, asked.writers, asked.now).put()


if __name__ == "__main__":
    sys.exit(main())
