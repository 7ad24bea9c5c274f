"""Importing source reports: taken in one by one, linked anew, and stored as one write or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from inspect_cli.model import Extraction, ImportOutcome, Report
from inspect_cli.store import change, open_register
from inspect_cli.store.draft import Draft
from inspect_cli.store.locking import Writing
from inspect_cli.workflow.at_hand import force_at_hand, is_out_of_date
from inspect_cli.workflow.batch import Batch, Taken
from inspect_cli.workflow.jobs import Progress, Step, worthwhile
from inspect_cli.workflow.relinking import known_forces, linked_anew, own_areas, take_in_hand
from inspect_cli.workflow.settings import kept_by_settings
from inspect_cli.workflow.sources import Gathered, ImportOptions, Source, from_stream, gather, read_sources

__all__ = [
    "Gathered",
    "ImportOptions",
    "Progress",
    "Source",
    "Step",
    "from_stream",
    "gather",
    "import_reports",
    "worthwhile",
]


def import_reports(
    folder: Path,
    inputs: Sequence[Source],
    options: ImportOptions,
    now: datetime,
    progress: Progress | None = None,
    how: Writing | None = None,
) -> ImportOutcome:
    """Import reports into the store of a data folder as one write, and link anew every force they speak of.

    A source that fails is told in the outcome and the rest goes on; where nothing new was read, nothing is written.
    Of copies in several formats one is kept, unless ``options`` keep both. What is said to all forces is work for the
    force that settings name, or where they name none for every known one. ``progress`` is told of each step; ``how`` is
    how the store is changed. Raises
    SourceError for a ``sources.toml`` that is not right, StoreError for a store that cannot be read or written, and
    UsageError for settings that are not right.
    """
    # In an order of their own, so that the order they were named in makes no difference.
    sources = sorted(inputs, key=lambda source: (str(source.path or ""), source.name))
    folders = {one.path.parent for one in sources if one.path and not one.error}
    notes = {path: read_sources(path) for path in sorted(folders)}
    register = open_register(folder)
    batch = Batch(register, notes, options, now)
    batch.take_all(sources, progress)
    hand = force_at_hand(folder)
    if batch.taken or is_out_of_date(register, hand):
        with change(folder, kept_by_settings(folder, how or Writing(now))) as draft:
            if draft.reports != register.reports or batch.loses_by(draft):  # another command came in between
                batch = Batch(draft, notes, options, now)
                batch.take_all(sources, None)
            take_in_hand(draft, hand)
            _store(draft, batch.taken)
    return batch.outcome()


def _store(draft: Draft, taken: Sequence[Taken]) -> None:
    touched: set[str | None] = set()
    for one in taken:
        if one.before is not None:
            touched |= _forces(one.before, draft.extraction(one.before.id))
        touched |= _forces(one.report, one.extraction)
    # What was said to all forces touches all that are known.
    forces = {force for force in touched if force} | (known_forces(draft) if None in touched else set())
    before = own_areas(draft, forces)
    for one in taken:
        draft.put_report(one.report, one.extraction, one.lines)
    found, aliases = linked_anew(draft, before)
    for force, linked in found.items():
        draft.set_linked(force, linked, aliases)


def _forces(report: Report, extraction: Extraction) -> set[str | None]:
    """Say whom a report speaks to; None stands for all forces."""
    said = {find.force for find in extraction.findings} | {find.force for find in extraction.references}
    return said | set(report.forces)
