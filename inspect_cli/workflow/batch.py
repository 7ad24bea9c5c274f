"""The reports of one import, each read, recognised, extracted and held against what is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspect_cli.errors import SourceError, StoreError
from inspect_cli.extract import EXTRACTOR, extract
from inspect_cli.model import (
    Document,
    Extraction,
    FailedImport,
    Given,
    ImportOutcome,
    Report,
    ReportView,
    Rung,
)
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from inspect_cli.store import Register
from inspect_cli.store.draft import Draft
from inspect_cli.workflow.identity import inherit_ids, stored_version
from inspect_cli.workflow.sources import SOURCES_FILE, ImportOptions, Source, Sources

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A report read and ready to be stored; ``before`` is the stored report whose place it takes."""

    name: str
    report: Report
    extraction: Extraction
    lines: tuple[str, ...]
    before: Report | None

    @property
    def view(self) -> ReportView:
        """The report with the counts of what it says."""
        said = self.extraction
        return ReportView(self.report, len(said.judgements), len(said.findings), len(said.references))

    @property
    def empty(self) -> bool:
        """True where nothing was found in the report."""
        return not (self.extraction.judgements or self.extraction.findings or self.extraction.references)


class Batch:
    """The reports of one import: give it all sources, then ask for ``taken`` and ``outcome``."""

    def __init__(
        self, stored: Register | Draft, notes: Mapping[Path, Sources], options: ImportOptions, now: datetime
    ) -> None:
        self.taken: list[Taken] = []
        self._stored = stored
        self._notes = notes
        self._options = options
        self._now = now
        self._reports = {report.id: report for report in stored.reports}
        self._settled: dict[str, str] = {}
        self._unchanged: list[str] = []
        self._failed: list[FailedImport] = []
        self._unclaimed: dict[str, tuple[tuple[int, str, str], ...]] = {}
        self._warnings = [warning for note in notes.values() for warning in note.warnings]

    def take_all(self, sources: Sequence[Source], progress: Progress | None) -> None:
        """Take each source in turn; one that fails is remembered with its reason."""
        for done, source in enumerate(sources):
            if progress:
                progress(done, len(sources), source.name)
            try:
                self._take(source)
            except SourceError as error:
                self._failed.append(FailedImport(source.name, error.message, error.hint))
        if progress and sources:
            progress(len(sources), len(sources), "")

    def outcome(self) -> ImportOutcome:
        """Say what was done with each source."""
        return ImportOutcome(
            imported=tuple(one.view for one in self.taken if one.before is None),
            unchanged=tuple(self._unchanged),
            replaced=tuple(one.view for one in self.taken if one.before is not None),
            failed=tuple(self._failed),
            empty=tuple(one.name for one in self.taken if one.empty),
            unclaimed=self._unclaimed,
            warnings=tuple(self._warnings),
        )

    def _take(self, source: Source) -> None:
        document = read_source(source.name, source.read())
        report, before = self._recognise(document, source)
        if report.id in self._settled:
            self._pass_over(source, report)
            return
        self._settled[report.id] = source.name
        if before is not None and self._is_stored(report, before, document):
            self._unchanged.append(source.name)
            self._tell_unclaimed(source, self._stored.extraction(report.id))
            return
        extraction = extract(document, report)
        if before is not None:
            old_lines = self._old_lines(before, document)
            extraction = inherit_ids(old_lines, document.lines, self._stored.extraction(report.id), extraction)
        self._reports[report.id] = report
        self.taken.append(Taken(source.name, report, extraction, document.lines, before))
        self._tell_unclaimed(source, extraction)

    def _recognise(self, document: Document, source: Source) -> tuple[Report, Report | None]:
        """Recognise a document, and find the stored report that it is or is a version of, whose id it then has.

        What a person once said of that report still holds where nothing else is said now.
        """
        given = self._given(source)
        before = next((one for one in self._reports.values() if one.sha256 == document.sha256), None)
        report = self._named(recognise(document, _with_kept(given, before, source)), source)
        if before is None:
            before = stored_version(report, self._reports.values())
            kept = _with_kept(given, before, source)
            if kept != given:
                report = self._named(recognise(document, kept), source)
        if before is None:
            return replace(report, first_imported=self._now), None
        return replace(report, id=before.id, first_imported=before.first_imported or before.imported_at), before

    def _given(self, source: Source) -> Mapping[str, Given]:
        noted = self._notes[source.path.parent].given.get(source.path.name, {}) if source.path else {}
        return _joined(noted, self._options.given)

    def _named(self, report: Report, source: Source) -> Report:
        file = str(source.path) if source.path else "-"
        return replace(report, file=file, extractor=EXTRACTOR, imported_at=self._now)

    def _is_stored(self, report: Report, before: Report, document: Document) -> bool:
        """Say whether the store has all this already, by whatever name the file went then."""
        first, last = before.first_imported, before.imported_at
        same = replace(report, file=before.file, imported_at=last, first_imported=first) == before
        return same and self._stored_lines(before) == document.lines

    def _stored_lines(self, report: Report) -> tuple[str, ...] | None:
        try:
            return self._stored.text(report.id)
        except StoreError:  # a text that was lost is put back by this very import
            return None

    def _old_lines(self, before: Report, document: Document) -> tuple[str, ...]:
        same = before.sha256 == document.sha256
        return document.lines if same else self._stored_lines(before) or ()

    def _pass_over(self, source: Source, report: Report) -> None:
        """Leave out a source that is the same report as one taken in this import, and say so unless it is a copy."""
        self._unchanged.append(source.name)
        first = self._reports[report.id]
        if first.sha256 != report.sha256:
            self._warnings.append(
                f"{source.name} is a version of {self._settled[report.id]}, which was taken as report {report.id}: "
                "it was left out."
            )

    def _tell_unclaimed(self, source: Source, extraction: Extraction) -> None:
        self._unclaimed[source.name] = tuple((one.line, one.trigger, one.text) for one in extraction.unclaimed)


# What a fact takes with it when it is given anew: "2016" as year must not keep "2018/19" as its label.
_SPOKEN_WITH = {"force": ("forces",), "forces": ("force",), "inspection_year": ("inspection_label",)}


def _joined(under: Mapping[str, Given], over: Mapping[str, Given]) -> dict[str, Given]:
    """Put what is said ``over`` what is said ``under``."""
    spoken = {*over, *(other for key in over for other in _SPOKEN_WITH.get(key, ()))}
    return {**{key: value for key, value in under.items() if key not in spoken}, **over}


def _with_kept(given: Mapping[str, Given], before: Report | None, source: Source) -> Mapping[str, Given]:
    """Add what a person said of the stored report, but for what this file's ``sources.toml`` says no longer."""
    if before is None:
        return given
    same_file = source.path is not None and str(source.path) == before.file
    kept = {
        key: fact
        for key, fact in _once_given(before)
        if not (same_file and fact.where.startswith(SOURCES_FILE)) and fact.value is not None
    }
    return _joined(kept, given)


def _once_given(report: Report) -> Iterator[tuple[str, Given]]:
    """List what a person said of a stored report; its note can have come from nowhere but ``sources.toml``."""
    yield "note", Given(report.note, SOURCES_FILE)
    for key, evidence in report.evidence.items():
        if evidence.rung is Rung.GIVEN:
            yield key, Given(getattr(report, key), evidence.why)
            if key == "inspection_year":
                yield "inspection_label", Given(report.inspection_label, evidence.why)
