"""All of a store outside of it: what an export holds, and what came of joining two analysts' copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from inspect_cli.model.events import Event
from inspect_cli.model.outcomes import EventView
from inspect_cli.model.records import Extraction, Report
from inspect_cli.model.views import ReportView


@dataclass(frozen=True, slots=True)
class Told:
    """A report with all it says; its text is read when it is asked for, since of most reports it is not."""

    report: Report
    extraction: Extraction
    text: Callable[[], tuple[str, ...]] = field(compare=False)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of its text; raises StoreError where that is gone."""
        return self.text()

    @property
    def view(self) -> ReportView:
        """The report with the counts of what it says."""
        said = self.extraction
        return ReportView(self.report, len(said.judgements), len(said.findings), len(said.references))


@dataclass(frozen=True, slots=True)
class Carried:
    """All that a store holds but for what linking works out of it; ``settings`` is the text of its settings file.

    ``aliases`` lead from former ids to today's; ``at_hand`` is the force for which the areas were last put together.
    """

    reports: tuple[Told, ...] = ()
    events: tuple[Event, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    at_hand: str | None = None
    settings: str | None = None

    @property
    def is_empty(self) -> bool:
        """True where nothing was ever told or decided."""
        return not (self.reports or self.events)


class Version(NamedTuple):
    """Two versions of one report that were joined: which is ``kept``; ``ours`` says that it is the store's own."""

    kept: Report
    dropped: Report
    ours: bool


class Side(NamedTuple):
    """What one of two analysts said where they differ: which value, by whom (or where) and when, as which event."""

    value: str | None
    by: str
    at: datetime | None
    event: Event | None = None


class Holds(StrEnum):
    """Whose word counts of two that differ: that of the later decision."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class Conflict(NamedTuple):
    """Where two analysts ruled otherwise on one thing: both are kept, and ``holds`` says whose counts by now.

    ``what`` is the field ("status", "member"), ``on`` the id of the area or report, ``find`` that of a find; a find
    that was put into two areas is in both.
    """

    what: str
    on: str
    title: str | None
    find: str | None
    ours: Side
    theirs: Side
    holds: Holds


class MergeOutcome(NamedTuple):
    """What joining another analyst's copy brought, or would where nothing was ``written``.

    ``same`` are the ids of reports that both have, ``updated`` of those whose other reading was taken; ``known`` counts
    the events that both have; ``renamed`` leads from ids that the store had not, or has no more, to those that hold.
    """

    new: tuple[ReportView, ...]
    same: tuple[str, ...]
    updated: tuple[str, ...]
    versions: tuple[Version, ...]
    events: tuple[EventView, ...]
    known: int
    conflicts: tuple[Conflict, ...]
    renamed: dict[str, str]
    written: bool
