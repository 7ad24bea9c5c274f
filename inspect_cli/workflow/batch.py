"""The reports of one import: each read by itself, then held against what is stored and against the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from inspect_cli.errors import SourceError
from inspect_cli.model import Copy, Extraction, FailedImport, Given, ImportOutcome, Report, ReportView, make_id
from inspect_cli.store import Register
from inspect_cli.store.draft import Draft
from inspect_cli.workflow.alike import Alike
from inspect_cli.workflow.copies import Said, best_copy, decided, ids_of, possible_copies, serves_better
from inspect_cli.workflow.identity import inherit_from_copy, inherit_ids, stored_version
from inspect_cli.workflow.jobs import Progress, read_all
from inspect_cli.workflow.logs import unread_entries
from inspect_cli.workflow.reading import Known, Reading, Task, joined, read_report, stored_lines, with_kept
from inspect_cli.workflow.sources import ImportOptions, Source, Sources


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
        self._stored = stored
        self._notes = notes
        self._options = options
        self._known = Known(stored.folder, stored.reports, now)
        self._taken: dict[str, Taken] = {}
        # Which file stands for which report, by the report's id; and of copies put out again, what stands for them.
        self._settled: dict[str, str] = {}
        self._here = Alike()
        self._led: dict[str, str] = {}
        self._copies: list[Copy] = []
        self._unchanged: list[str] = []
        self._failed: list[FailedImport] = []
        self._unclaimed: dict[str, tuple[tuple[int, str, str], ...]] = {}
        self._warnings = [warning for note in notes.values() for warning in note.warnings]
        # The finds that go with a report in whose place a copy comes: nothing may have been decided on them.
        self._given_up: set[str] = set()

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The reports to be stored."""
        return tuple(self._taken.values())

    def loses_by(self, stored: Draft) -> bool:
        """Say whether a decision that is ``stored`` rests on what goes with a report in whose place a copy is taken."""
        return bool(self._given_up) and not self._given_up.isdisjoint(decided(stored))

    def take_all(self, sources: Sequence[Source], progress: Progress | None) -> None:
        """Take all sources; one that fails is remembered with its reason."""
        tasks = [Task(source, self._given(source), self._options.large) for source in sources]
        readings = []
        for source, read in zip(sources, read_all(tasks, self._known, self._options.jobs, progress), strict=True):
            if isinstance(read, SourceError):
                self._fail(source.name, read)
            else:
                readings.append(read)
        # What is known already comes first, so that a copy is held against what will be stored.
        for reading in sorted(readings, key=lambda reading: reading.before is None):
            try:
                self._settle(reading)
            except SourceError as error:  # it was read again, and by then it was another file or none
                self._fail(reading.name, error)

    def _fail(self, name: str, error: SourceError) -> None:
        self._failed.append(FailedImport(name, error.message, error.hint))

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
            copies=tuple(self._ended(copy) for copy in self._copies),
        )

    def _given(self, source: Source) -> Mapping[str, Given]:
        notes = self._notes.get(source.path.parent) if source.path else None
        noted = notes.given.get(source.path.name, {}) if notes and source.path else {}
        return joined(noted, self._options.given)

    def _settle(self, reading: Reading) -> None:
        """Say what becomes of a report that was read: taken, passed over, or held against one it is a copy of."""
        twin = self._twin(reading)
        if twin is not None:
            self._pass_over(reading, twin)
            return
        if reading.extraction is None:
            self._stands_for(reading.name, self._known.alike.get(reading.report.id) or reading.report)
            self._unchanged.append(reading.name)
            self._tell_unclaimed(reading.name, self._stored.extraction(reading.report.id))
            return
        if reading.before is None and not self._options.keep_both:
            copy = best_copy(Said(reading.report, reading.extraction), self._all_said(reading.report))
            if copy is not None:
                self._keep_one(reading, reading.extraction, copy)
                return
        self._take(self._with_id_of_its_own(reading))

    def _stands_for(self, name: str, report: Report) -> None:
        self._settled[report.id] = name
        self._here.put(report)

    def _twin(self, reading: Reading) -> Report | None:
        """Find what this import has already: the same bytes, another version, or one that takes the same place."""
        if reading.before is None:
            return stored_version(reading.report, self._here)
        return self._here.with_bytes(reading.report.sha256) or self._here.get(reading.report.id)

    def _pass_over(self, reading: Reading, twin: Report) -> None:
        """Leave out a source that is the same report as one of this import, and say so unless its bytes are, too."""
        self._unchanged.append(reading.name)
        if twin.sha256 != reading.report.sha256:
            self._warnings.append(
                f"{reading.name} is a version of {self._settled[twin.id]}, which was taken as report {twin.id}: "
                "it was left out."
            )

    def _with_id_of_its_own(self, reading: Reading) -> Reading:
        """Read a report again that has the id of a stored one: as its version, or to be kept beside it."""
        clash = self._known.alike.get(reading.report.id)
        taken = self._taken.get(reading.report.id)
        if reading.before is not None or (clash is None and taken is None):
            return reading
        if self._options.keep_both or taken is not None:
            own = make_id("r", reading.report.id, reading.report.sha256, size=6)
            return read_report(replace(reading.task, id=own), self._known)
        return read_report(replace(reading.task, before=clash), self._known)

    def _take(self, reading: Reading) -> None:
        extraction = reading.extraction or Extraction()
        before = reading.before
        if before is not None:
            same = before.sha256 == reading.report.sha256
            old_lines = reading.lines if same else stored_lines(self._stored.folder, before) or ()
            extraction = inherit_ids(old_lines, reading.lines, self._stored.extraction(before.id), extraction)
        self._put(Taken(reading.name, reading.report, extraction, reading.lines, before))

    def _put(self, one: Taken) -> None:
        self._taken[one.report.id] = one
        self._stands_for(one.name, one.report)
        self._warnings += unread_entries(one.name, one.extraction)
        self._tell_unclaimed(one.name, one.extraction)

    def _all_said(self, report: Report) -> list[Said]:
        """List what a report may be a copy of: what is taken, and what is stored and not replaced."""
        here = (self._taken[one.id] for one in possible_copies(report, self._here) if one.id in self._taken)
        stored = (one for one in possible_copies(report, self._known.alike) if one.id not in self._taken)
        return [
            *(Said(one.report, one.extraction) for one in here),
            *(Said(one, self._stored.extraction(one.id)) for one in stored),
        ]

    def _keep_one(self, reading: Reading, extraction: Extraction, copy: Said) -> None:
        """Keep of two copies the one that serves better, unless decisions rest on what only the other has."""
        name = self._settled.get(copy.report.id, copy.report.file)
        better = self._in_place_of(reading, copy) if serves_better(Said(reading.report, extraction), copy) else None
        gone = ids_of(copy.extraction) - ids_of(better.extraction) if better else frozenset()
        lost = gone & self._decided if gone else gone
        if lost:
            self._warnings.append(
                f"{reading.name} serves better than {name}, of which it is a copy, but it lacks what was decided on: "
                f"{', '.join(sorted(lost))}."
            )
        if better is None or lost:
            self._copies.append(Copy(reading.name, name, copy.report.id, name))
            self._tell_unclaimed(reading.name, extraction)
            self._tell_given(reading, copy.report, name)
        else:
            self._given_up |= gone
            self._displace(copy.report, better)

    @cached_property
    def _decided(self) -> frozenset[str]:
        return decided(self._stored)

    def _displace(self, former: Report, better: Taken) -> None:
        """Put a copy in the place of the report ``former``, which this import took, passed over or found stored."""
        self._taken.pop(former.id, None)
        name = self._settled.pop(former.id, None)
        self._here.drop(former.id)
        if name is None:
            self._copies.append(Copy(better.name, former.file, former.id, better.name))
        else:  # of two files of one import, the one that is left out is said to be the copy
            self._unchanged = [file for file in self._unchanged if file != name]
            self._copies = [copy._replace(file=better.name) if copy.file == name else copy for copy in self._copies]
            self._copies.append(Copy(name, better.name, former.id, better.name))
        if better.report.id != former.id:
            self._led[former.id] = better.report.id
        self._put(better)

    def _in_place_of(self, reading: Reading, copy: Said) -> Taken:
        """Read a report again in the place of its copy: what was said of that holds, and its finds' ids go on."""
        held = self._taken.get(copy.report.id)
        before = held.before if held else copy.report
        kept = with_kept(reading.task.given, copy.report, reading.task.source)
        if before is not None or kept != reading.task.given:
            reading = read_report(replace(reading.task, given=kept, before=before), self._known)
        extraction = reading.extraction or Extraction()
        if before is not None:
            extraction = inherit_from_copy(copy.extraction, extraction)
        return Taken(reading.name, reading.report, extraction, reading.lines, before)

    def _tell_given(self, reading: Reading, kept: Report, name: str) -> None:
        """Warn where something was said of the copy that is left out, and is not known of the one that is kept."""
        for key, fact in reading.task.given.items():
            field = "forces" if key == "force" else key
            if getattr(reading.report, field) != getattr(kept, field):
                self._warnings.append(
                    f"what {fact.where} says of {reading.name} ({key}) is not known of {name}, which was kept: "
                    "say it of that file."
                )

    def _ended(self, copy: Copy) -> Copy:
        """Say of a copy which report is kept in the end, and from which file."""
        report = copy.report
        while report in self._led:
            report = self._led[report]
        kept = self._settled.get(report, copy.kept)
        return copy._replace(of=copy.of if copy.file == kept else kept, report=report, kept=kept)

    def _tell_unclaimed(self, name: str, extraction: Extraction) -> None:
        self._unclaimed[name] = tuple((one.line, one.trigger, one.text) for one in extraction.unclaimed)
