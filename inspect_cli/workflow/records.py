"""Where a book's records come from: the store, memory, or either with more decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from inspect_cli.model import Area, Event, Figure, Finding, Judgement, Reference, Report, Resolution, Ungraded

if TYPE_CHECKING:
    from inspect_cli.store import Register


@dataclass(frozen=True, slots=True)
class Held:
    """Records held in memory; ``figures`` are by report, ``aliases`` lead from a former id to today's.

    ``at_hand`` is the force for which what was said to all forces is work to do; None: for every force.
    """

    reports: tuple[Report, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    areas: tuple[Area, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    at_hand: str | None = None
    ungraded: tuple[Ungraded, ...] = ()

    def report(self, report: str) -> Report | None:
        """Give the report with this id, None where there is none."""
        return next((one for one in self.reports if one.id == report), None)

    def published(self, report: str) -> date | None:
        """Give the day on which a report was published, None where that or the report is not known."""
        found = self.report(report)
        return found.published if found else None

    def label(self, year: int) -> str | None:
        """Give the label that the first report of an inspection year has for that, None where none has one."""
        labels = (report.inspection_label for report in self.reports if report.inspection_year == year)
        return next((label for label in labels if label), None)

    def ids(self, letter: str) -> list[str]:
        """Give the ids of the kind of record whose ids begin with ``letter``: r, j, f, x or a."""
        kinds: dict[str, tuple[Report | Judgement | Finding | Reference | Area, ...]] = {
            "r": self.reports,
            "j": self.judgements,
            "f": self.findings,
            "x": self.references,
            "a": self.areas,
        }
        return [one.id for one in kinds.get(letter, ())]


class ReportsById(Mapping[str, Report]):
    """The reports of some records by id, each read when it is asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __getitem__(self, report: str) -> Report:
        """Give the report with this id; raises KeyError."""
        found = self._records.report(report)
        if found is None:
            raise KeyError(report)
        return found

    def __iter__(self) -> Iterator[str]:
        """Give all ids."""
        return iter(self._records.ids("r"))

    def __len__(self) -> int:
        """Give how many reports there are."""
        return len(self._records.ids("r"))


class Decided:
    """Records as they are with more decisions; what nobody asks for is not read."""

    def __init__(self, records: Register | Held, events: Iterable[Event]) -> None:
        self._records = records
        self.events = tuple(events)

    def __getattr__(self, name: str) -> Any:
        """Give everything else as it is."""
        return getattr(self._records, name)


Records: TypeAlias = "Register | Held | Decided"
