"""A real file system that is too small, where the system lets us make one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.trust.desks import Case, store_in, text_faults

_BYTES = 1_000_000
_STEP = 4_096


def small_disk_faults(cases: Sequence[Case], folder: Path, faults: list[str]) -> list[str]:
    """Run each case with ever less room left, until it has none; adds what is not right, gives lines to tell."""
    disk = folder / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_BYTES}", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        return ["a real full disk: left out, since no file system can be mounted here"]
    try:
        refused = [_refused(case, disk, faults) for case in cases]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return [f"a real full disk of {_BYTES:,} bytes: {sum(refused):,} commands refused, with ever less room left"]


def _refused(case: Case, disk: Path, faults: list[str]) -> int:
    refused, work, ballast = 0, disk / "work", disk / "ballast"
    for left in range(0, 200_000, _STEP * 4):
        ballast.unlink(missing_ok=True)
        case.laid_out(work)
        _fill(ballast, left)
        ran = case.run(work)
        if ran.status:
            refused += 1
            if ran.status != 4 or "no space is left" not in ran.err:
                faults.append(f"{case.name} with {left} bytes left: status {ran.status}: {ran.err}")
            if store_in(work) != case.before:
                faults.append(f"{case.name} with {left} bytes left: another store than before")
        elif store_in(work) != case.after:
            faults.append(f"{case.name} with {left} bytes left: another store than after")
        ballast.unlink()
        sound = case.works_before or store_in(work) == case.after
        told = [*(text_faults(work) if sound else []), *case.faults_of_next(work)]
        faults += [f"{case.name} with {left} bytes left: {one}" for one in told]
    return refused


def _fill(ballast: Path, left: int) -> None:
    """Fill the disk up to so many bytes."""
    about = os.statvfs(ballast.parent)
    ballast.write_bytes(bytes(max(0, about.f_bavail * about.f_frsize - left)))
