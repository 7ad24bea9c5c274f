"""How long a decision and an import take, beside a process that only reads the store's bytes and writes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from inspect_cli.store import STORE_FILE
from tests.bench.composing import reports_of
from tests.bench.nation import write_texts
from tests.bench.processes import ROOT, Case, an_area, tool

_WRITES = """
import os, sys, tempfile
path = sys.argv[1]
with open(path, "rb") as file:
    content = file.read()
handle, name = tempfile.mkstemp(dir=os.path.dirname(path))
with os.fdopen(handle, "wb") as file:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())
os.replace(name, path)
"""
_COUNTS = """
import os, sys
replace, counted = os.replace, []

def counting(source, target, **more):
    counted.append(os.path.basename(target))
    return replace(source, target, **more)

os.replace = counting
from inspect_cli.cli.app import main
try:
    main()
finally:
    print(counted.count("inspections.json"), file=sys.stderr)
"""
REFERENCE = "read and write the bytes"
NEW = 8


def cases(data: Path, scratch: Path) -> list[Case]:
    """Make copies of the store in ``data`` below ``scratch`` and say what to run on them."""
    size = (data / STORE_FILE).stat().st_size
    one, several, other = (copied(data, scratch / name) for name in ("one", "several", "other"))
    area, _ = an_area(data)
    update = ("update", area, "--owner", "Officer {run}", "--by", "A. Analyst")
    new = scratch / "new"
    write_texts(new, list(reports_of("psni", NEW, seed=7)))
    again = partial(restored, data, several)
    return [
        Case(REFERENCE, (sys.executable, "-c", _WRITES, str(other / STORE_FILE)), size=size),
        Case("`update` of an area", tool("--data", str(one), *update), REFERENCE, size=size),
        Case(
            f"`import` of {NEW} new reports",
            tool("--data", str(several), "import", str(new)),
            REFERENCE,
            before=again,
            size=size,
        ),
    ]


def copied(data: Path, folder: Path) -> Path:
    """Copy a data folder; the texts, which are never changed, are the same files by another name."""
    shutil.copytree(data / "texts", folder / "texts", copy_function=os.link)
    return restored(data, folder)


def restored(data: Path, folder: Path) -> Path:
    """Put the store of ``data`` into its copy again, with no former state."""
    shutil.rmtree(folder / "backups", ignore_errors=True)
    shutil.copy2(data / STORE_FILE, folder / STORE_FILE)
    return folder


def writes_of_import(data: Path, scratch: Path, surroundings: Mapping[str, str]) -> int:
    """Count how often an import of several new reports replaces the store's file."""
    folder = copied(data, scratch / "counted")
    new = scratch / "new"
    write_texts(new, list(reports_of("psni", NEW, seed=7)))
    argv = (sys.executable, "-c", _COUNTS, "--data", str(folder), "import", str(new))
    ran = subprocess.run(argv, env=dict(surroundings), cwd=ROOT, capture_output=True, text=True, check=True)
    return int(ran.stderr.split()[-1])
