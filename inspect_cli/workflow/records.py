"""Where a book's records come from: the store, memory, or either with more decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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


class Decided:
    """Records as they are with more decisions; what nobody asks for is not read."""

    def __init__(self, records: Register | Held, events: Iterable[Event]) -> None:
        self._records = records
        self.events = tuple(events)

    def __getattr__(self, name: str) -> Any:
        """Give everything else as it is."""
        return getattr(self._records, name)


Records: TypeAlias = "Register | Held | Decided"
