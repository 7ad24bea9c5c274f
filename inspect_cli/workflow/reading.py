"""One source read, recognised and extracted: all of an import that needs no other source of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from inspect_cli.errors import SourceError, StoreError
from inspect_cli.extract import EXTRACTOR, extract
from inspect_cli.model import Document, Extraction, Given, Report, Rung
from inspect_cli.read import ReadOptions, read_source
from inspect_cli.recognise import recognise
from inspect_cli.store import read_text
from inspect_cli.workflow.alike import Alike
from inspect_cli.workflow.identity import stored_version
from inspect_cli.workflow.sources import SOURCES_FILE, Source

Pages = Callable[[int, int], None]


@dataclass(frozen=True)
class Known:
    """What is stored as an import begins: in which folder, which reports; and the time of the import."""

    folder: Path
    reports: Sequence[Report]
    now: datetime

    @cached_property
    def alike(self) -> Alike:
        """The reports by what makes them the same as others."""
        return Alike(self.reports)


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read, and what is ``given`` of it.

    ``before`` is the stored report whose place it takes; where that is None, it is looked for. ``id`` is an id of its
    own for a report that has the words of another.
    """

    source: Source
    given: Mapping[str, Given]
    large: bool = False
    before: Report | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as read: the report, the stored one it is the same as or a version of, its lines, and what it says.

    ``extraction`` is None where the store has all this already.
    """

    task: Task
    report: Report
    before: Report | None
    lines: tuple[str, ...]
    extraction: Extraction | None

    @property
    def name(self) -> str:
        """The name the source was asked for by."""
        return self.task.source.name


def read_report(task: Task, known: Known, on_page: Pages | None = None) -> Reading:
    """Read a source, and find the stored report that it is or is a version of, whose id it then has.

    ``on_page`` is told of each page, and of none (0, 0) once all are read. Raises SourceError for what cannot be read
    or is no report, and UsageError for a given value that cannot be.
    """
    options = ReadOptions(task.large, on_page)
    told = on_page or _to_nobody
    source = task.source
    try:
        document = read_source(source.name, source.read(options), options)
        told(0, 0)
        report, before = _recognise(document, task, known)
        told(0, 0)
        if before is not None and task.before is None and _is_stored(report, before, document, known):
            return Reading(task, report, before, document.lines, None)
        return Reading(task, report, before, document.lines, extract(document, report))
    except MemoryError as error:
        raise SourceError(f"{source.name} needs more memory than there is.", "Import it alone: --jobs 1.") from error
    except RecursionError as error:
        raise SourceError(f"{source.name} is nested too deep to be read.", "Save the report as plain text.") from error


def _to_nobody(page: int, pages: int) -> None:
    del page, pages


def _recognise(document: Document, task: Task, known: Known) -> tuple[Report, Report | None]:
    """Recognise a document; what a person once said of the stored report still holds where nothing else is said now."""
    source, before = task.source, task.before
    if before is None:
        before = known.alike.with_bytes(document.sha256)
    report = _named(recognise(document, with_kept(task.given, before, source)), source, known)
    if before is None:
        before = stored_version(report, known.alike)
        kept = with_kept(task.given, before, source)
        if kept != task.given:
            report = _named(recognise(document, kept), source, known)
    if before is None:
        return replace(report, id=task.id or report.id, first_imported=known.now), None
    return replace(report, id=before.id, first_imported=before.first_imported or before.imported_at), before


def _named(report: Report, source: Source, known: Known) -> Report:
    file = source.place or "-"
    return replace(report, file=file, extractor=EXTRACTOR, imported_at=known.now)


def _is_stored(report: Report, before: Report, document: Document, known: Known) -> bool:
    """Say whether the store has all this already, by whatever name the file went then."""
    first, last = before.first_imported, before.imported_at
    same = replace(report, file=before.file, imported_at=last, first_imported=first) == before
    return same and stored_lines(known.folder, before) == document.lines


def stored_lines(folder: Path, report: Report) -> tuple[str, ...] | None:
    """Give the lines of a stored report's text; None for one that was lost, which this very import puts back."""
    try:
        return read_text(folder, report)
    except StoreError:
        return None


# What a fact takes with it when it is given anew: "2016" as year must not keep "2018/19" as its label.
_SPOKEN_WITH = {"force": ("forces",), "forces": ("force",), "inspection_year": ("inspection_label",)}


def joined(under: Mapping[str, Given], over: Mapping[str, Given]) -> dict[str, Given]:
    """Put what is said ``over`` what is said ``under``."""
    spoken = {*over, *(other for key in over for other in _SPOKEN_WITH.get(key, ()))}
    return {**{key: value for key, value in under.items() if key not in spoken}, **over}


def with_kept(given: Mapping[str, Given], before: Report | None, source: Source) -> Mapping[str, Given]:
    """Add what a person said of the report ``before``, but for what this file's ``sources.toml`` says no longer."""
    if before is None:
        return given
    same_file = source.place == before.file
    kept = {
        key: fact
        for key, fact in _once_given(before)
        if not (same_file and fact.where.startswith(SOURCES_FILE)) and fact.value is not None
    }
    return joined(kept, given)


def _once_given(report: Report) -> Iterator[tuple[str, Given]]:
    """List what a person said of a stored report; its note can have come from nowhere but ``sources.toml``."""
    yield "note", Given(report.note, SOURCES_FILE)
    for key, evidence in report.evidence.items():
        if evidence.rung is Rung.GIVEN:
            yield key, Given(getattr(report, key), evidence.why)
            if key == "inspection_year":
                yield "inspection_label", Given(report.inspection_label, evidence.why)
