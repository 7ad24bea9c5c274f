"""A data folder as a nation's would be: ``python -m tests.bench.nation FOLDER --reports 10000``.

The reports are composed in our own words, read by the program's own rules and stored through the store's own draft,
with what analysts decided besides. The same count and seed give the same store.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from inspect_cli.link import link
from inspect_cli.model import Area, AreaStatus, Event, EventKind, Extraction, Linked, Report
from inspect_cli.store import STORE_FILE, change
from inspect_cli.store.locking import Writing
from inspect_cli.track.events import Said, make_event
from inspect_cli.workflow.reading import Known, Task, read_report
from inspect_cli.workflow.sources import Source
from tests.bench.composing import Composed, national_reports, reports_of, territorial_forces

SEED = 2025
IMPORTED = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
_ANALYSTS = ("A. Analyst", "B. Barrow", "C. Chowdhury")
_OWNERS = ("Head of PSD", "ACC Crime", "T/Supt Ngata", "Head of Change")


class Read(NamedTuple):
    """A report as it goes into a store."""

    report: Report
    extraction: Extraction
    lines: tuple[str, ...]


class Shares(NamedTuple):
    """How many reports there are on each of the forces, and on no one force."""

    forces: tuple[str, ...]
    each: int
    national: int


def shares(count: int) -> Shares:
    """Share ``count`` reports out: eight or more to each of at most 43 forces, what is left is national."""
    forces = territorial_forces()
    number = max(1, min(len(forces), count // 8))
    return Shares(tuple(forces[:number]), count // number, count % number)


def compose(count: int, seed: int = SEED) -> Iterator[Composed]:
    """Give the texts of ``count`` reports."""
    shared = shares(count)
    for force in shared.forces:
        yield from reports_of(force, shared.each, seed)
    yield from national_reports(shared.national, seed)


def nation(folder: Path, count: int, seed: int = SEED) -> Path:
    """Give a data folder below ``folder`` that holds ``count`` reports; it is built where it is not there."""
    data = folder / f"nation-{count}-{seed}"
    if not (data / STORE_FILE).exists():
        build(data, count, seed)
    return data


def build(data: Path, count: int, seed: int = SEED) -> None:
    """Read and link ``count`` composed reports, on all processors, and store them in ``data`` as one write.

    Raises ValueError where two of so many happen to get one id: another seed then makes others.
    """
    shared = shares(count)
    national = [_read(one) for one in national_reports(shared.national, seed)]
    tell = partial(_told, each=shared.each, seed=seed, national=national)
    ids = {one.report.id for one in national}
    with ProcessPoolExecutor() as pool, change(data, Writing(IMPORTED)) as draft:
        for one in national:
            draft.put_report(*one)
        for force, (reports, linked, events) in zip(shared.forces, pool.map(tell, shared.forces), strict=True):
            ids |= {one.report.id for one in reports}
            for one in reports:
                draft.put_report(*one)
            draft.set_linked(force, linked, {})
            draft.add_events(events)
        if len(ids) != count:
            raise ValueError(f"two of {count} reports have one id: take another seed than {seed}")


def write_texts(folder: Path, composed: Sequence[Composed]) -> None:
    """Write reports as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in composed:
        (folder / one.name).write_text(one.text, encoding="utf-8")


def _told(force: str, each: int, seed: int, national: Sequence[Read]) -> tuple[list[Read], Linked, tuple[Event, ...]]:
    """Give the reports on a force, its areas, and what was decided on these."""
    own = [_read(one) for one in reports_of(force, each, seed)]
    told = (*own, *national)
    linked = link(
        force,
        [one.report for one in told],
        [find for one in told for find in one.extraction.findings],
        [find for one in told for find in one.extraction.references],
    )
    return own, linked, tuple(_decided(force, linked.areas, seed))


def _read(composed: Composed) -> Read:
    """Read a composed report as an import does, without looking for it among others."""
    source = Source(composed.name, data=composed.text.encode())
    reading = read_report(Task(source, {}), Known(Path(), (), IMPORTED))
    report = replace(reading.report, file=composed.name)
    return Read(report, reading.extraction or Extraction(), reading.lines)


def _decided(force: str, areas: Sequence[Area], seed: int) -> Iterator[Event]:
    """Decide on a handful of the areas of a force: two things on each, at moments that no other force shares."""
    chance = Random(f"{seed} {force} decided")
    at = IMPORTED + timedelta(seconds=chance.randrange(1_000_000), microseconds=chance.randrange(1_000_000))
    for area in chance.sample(areas, min(6, len(areas))):
        for kind, said in chance.sample(_decisions(chance), 2):
            at += timedelta(minutes=chance.randint(1, 600))
            yield make_event(at, chance.choice(_ANALYSTS), kind, area.id, **said)


def _decisions(chance: Random) -> list[tuple[EventKind, Said]]:
    status = chance.choice((AreaStatus.IN_PROGRESS, AreaStatus.COMPLETE))
    due = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return [
        (EventKind.STATUS, Said(field="status", before=AreaStatus.OPEN.value, after=status.value, reason="As agreed")),
        (EventKind.OWNER, Said(field="owner", after=chance.choice(_OWNERS))),
        (EventKind.DUE, Said(field="due", after=due)),
        (EventKind.NOTE, Said(field="note", note="Taken to the board, which asked for a paper in the spring.")),
    ]


def main(argv: Sequence[str] | None = None) -> None:
    """Build a store, or write the texts alone."""
    parser = argparse.ArgumentParser(description="Make a data folder of composed reports.")
    parser.add_argument("folder", type=Path, help="below which it is made, or found")
    parser.add_argument("--reports", type=int, default=350, help="how many reports (default 350)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"which reports (default {SEED})")
    parser.add_argument("--texts", action="store_true", help="write the texts alone, into the folder itself")
    asked = parser.parse_args(argv)
    if asked.texts:
        write_texts(asked.folder, list(compose(asked.reports, asked.seed)))
    else:
        data = nation(asked.folder, asked.reports, asked.seed)
        print(f"{data}: {(data / STORE_FILE).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
