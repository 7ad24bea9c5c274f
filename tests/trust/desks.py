"""Data folders in a known state, the commands that change them, and what each must give: all by a clock that stands.

So the bytes of the store after a command are always the same, and a store is whole where they are those from before the
command or those from after it.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

from inspect_cli.errors import StoreError
from inspect_cli.model import Finding, Judgement, Reference, cut
from inspect_cli.store import STORE_FILE, open_register
from tests.running import SEEDS, Ran, run

NOW = {"INSPECT_CLI_NOW": "2026-03-02T09:00:00+00:00", "LOGNAME": "A. Analyst"}
_NAMES = ("cheshire-peel-2018-legitimacy.txt", "cheshire-peel-legitimacy-2016-press-release.txt")
_NO_LOCK = ("--wait", "0")


@dataclass(frozen=True)
class Case:
    """A command on a data folder: ``base`` is the folder before it (one that is not there: nothing was ever stored)."""

    name: str
    base: Path
    command: tuple[object, ...]
    clean: Path

    @cached_property
    def before(self) -> bytes | None:
        """The store before the command; None where there is none."""
        return store_in(self.base)

    @cached_property
    def after(self) -> bytes | None:
        """The store after it."""
        return store_in(self.clean)

    @property
    def works_before(self) -> bool:
        """False where the store is damaged before the command."""
        return self.base.name != "damaged"

    def laid_out(self, folder: Path) -> Path:
        """Put the folder as it is before the command at ``folder``, where there may be another."""
        shutil.rmtree(folder, ignore_errors=True)
        if self.base.exists():
            shutil.copytree(self.base, folder, symlinks=True)
        return folder

    def run(self, folder: Path) -> Ran:
        """Run the command on ``folder``; it waits for no lock."""
        return on_time(folder, *self.command, *_NO_LOCK)

    def faults_of_next(self, folder: Path) -> list[str]:
        """Run the command again on what an attempt left behind, and one more; say what is not as it should be."""
        again = self.run(folder)
        if again.status:
            return [f"the command again: status {again.status}: {again.err}"]
        if store_in(folder) != self.after:
            return ["the command again: another store than the first time"]
        noted = on_time(folder, "note", _an_area(folder), "Looked", "after", *_NO_LOCK)
        if noted.status:
            return [f"the next command: status {noted.status}: {noted.err}"]
        left = names_in(folder) ^ self._names_after_note
        return [f"left behind, or gone: {', '.join(sorted(left))}"] if left else []

    @cached_property
    def _names_after_note(self) -> set[str]:
        folder = Path(shutil.copytree(self.clean, self.clean.with_name(f"{self.name}-noted"), symlinks=True))
        assert on_time(folder, "note", _an_area(folder), "Looked", "after", *_NO_LOCK).status == 0
        return names_in(folder)


def on_time(folder: Path, *arguments: object) -> Ran:
    """Run a command on a data folder, by the clock that stands."""
    with patch.dict(os.environ, NOW):
        return run(*arguments, data=folder)


def store_in(folder: Path) -> bytes | None:
    """Give the bytes of a folder's store; None where there is none."""
    path = folder / STORE_FILE
    return path.read_bytes() if path.exists() else None


def names_in(folder: Path) -> set[str]:
    """Name all files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def text_faults(folder: Path) -> list[str]:
    """Say which reports' texts cannot be read, and which quotes are not what stands at their places."""
    register = open_register(folder)
    faults: list[str] = []
    texts = {}
    for report in register.reports:
        try:
            texts[report.id] = register.text(report)
        except StoreError as error:
            faults.append(error.message)
    finds: tuple[Judgement | Finding | Reference, ...]
    finds = (*register.judgements, *register.findings, *register.references)
    told = (find for find in finds if find.report in texts)
    misplaced = [find.id for find in told if cut(texts[find.report], find.span) != find.quote]
    return [*faults, *(f"the quote of {name} is not at its place" for name in misplaced)]


def _an_area(folder: Path) -> str:
    return str(areas_in(folder)[0])


def areas_in(folder: Path) -> list[str]:
    """Give the ids of a store's areas, in their order."""
    return [str(area["id"]) for area in on_time(folder, "areas", "--json").json()]


def make_cases(folder: Path) -> list[Case]:
    """Make the cases, all their folders below ``folder``."""
    report, edited = make_seeds(folder)
    seeds = report.parent
    two = [seeds / name for name in _NAMES]
    part = _made(folder / "part", ("import", *two))
    full = _made(folder / "full", ("import", seeds))
    first, second, *_ = areas_in(full)
    _made(full, ("update", first, second, "--owner", "Head of PSD"), ("note", first, "Raised"))
    old = _of_first_schema(full, folder / "old")
    damaged = Path(shutil.copytree(full, folder / "damaged"))
    (damaged / STORE_FILE).write_bytes((store_in(full) or b"")[:-1])
    update = ("update", first, second, "--status", "in-progress", "--due", "2026-06-30", "--reason", "as agreed")
    named: list[tuple[str, Path, tuple[object, ...]]] = [
        ("first-import", folder / "none", ("import", *two)),
        ("import", part, ("import", seeds)),
        ("import-edited", full, ("import", edited)),
        ("update", full, update),
        ("update-old-schema", old, update),
        ("import-in-two-processes", part, ("import", seeds, "--jobs", "2")),
        ("restore", full, ("restore", "1")),
        ("restore-over-damage", damaged, ("restore", "2")),
        ("backup", full, ("backup",)),
    ]
    return [_case(folder, *one) for one in named]


def _case(folder: Path, name: str, base: Path, command: tuple[object, ...]) -> Case:
    case = Case(name, base, command, folder / f"{name}-after")
    ran = case.run(case.laid_out(case.clean))
    assert ran.status == 0, ran.err
    return case


def _made(folder: Path, *commands: tuple[object, ...]) -> Path:
    for command in commands:
        ran = on_time(folder, *command)
        assert ran.status == 0, ran.err
    return folder


def make_seeds(folder: Path) -> tuple[Path, Path]:
    """Copy the five reports; gives one of them, and that as it might be put out again, with a sentence more."""
    first, edited = folder / "seeds" / _NAMES[0], folder / "edited" / _NAMES[0]
    shutil.copytree(SEEDS, first.parent)
    edited.parent.mkdir()
    shutil.copy(SEEDS / "sources.toml", edited.parent)
    edited.write_text(f"{first.read_text('utf-8')}\n\nThe force should make sure that it keeps a record.\n", "utf-8")
    return first, edited


def _of_first_schema(folder: Path, old: Path) -> Path:
    """Make a store as the first schema had it: no checksum, no members' reports, texts named by their report."""
    shutil.copytree(folder, old)
    shutil.rmtree(old / "backups")
    tables = json.loads((old / STORE_FILE).read_bytes())
    tables["meta"] = {"1": {"schema": 1}}
    for row in tables["reports"].values():
        checksum = row.pop("text_sha256")
        (old / "texts" / f"{row['id']}-{checksum[:16]}.txt").rename(old / "texts" / f"{row['id']}.txt")
    (old / STORE_FILE).write_text(json.dumps(tables), "utf-8")
    return old
