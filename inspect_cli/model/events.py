"""An analyst's decisions: appended, never changed. What holds is worked out from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from inspect_cli.model.words import AreaStatus, EventKind


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a person decided or wrote down, at a moment with its zone.

    ``field`` is what changed, ``before`` and ``after`` its values as text (days in ISO form). ``finds`` are the finds
    that a split moves; ``undoes`` is the event that an undo takes back; ``report`` is the report of a response.
    The events of one command share ``at`` and ``by``.
    """

    id: str
    at: datetime
    by: str
    kind: EventKind
    area: str | None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    evidence: str | None = None
    note: str | None = None
    undoes: str | None = None
    report: str | None = None
    finds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse, with a ValueError, what no decision can be: a moment of no zone, an unknown status, no day."""
        if self.at.tzinfo is None:
            raise ValueError(f"the moment {self.at} has no time zone")
        for value in filter(None, (self.before, self.after)):
            if self.kind is EventKind.STATUS:
                AreaStatus(value)
            elif self.kind in (EventKind.DUE, EventKind.RESPONSE):
                date.fromisoformat(value)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Put events in the order of time; those of one moment in that of their ids."""
    return tuple(sorted(events, key=lambda event: (event.at, event.id)))


class Ruling(NamedTuple):
    """What linking must respect of an analyst's decision: see EventKind for ``kind``.

    ``area`` is the area ruled on, ``other`` the area merged into it or split off from it, ``finds`` the finds moved,
    linked, unlinked or opened, ``title`` a new title, ``reason`` the words shown beside the member.
    """

    kind: EventKind
    area: str
    event: str
    other: str | None = None
    finds: tuple[str, ...] = ()
    title: str | None = None
    reason: str = ""


class DueMove(NamedTuple):
    """A due date that an analyst set or moved: from which day (None: there was none) to which (None: taken off)."""

    before: date | None
    after: date | None
    at: datetime
    by: str
    reason: str | None


class Standing(NamedTuple):
    """What the force has said of an area, folded from its events; ``status`` is None where it never said."""

    status: AreaStatus | None = None
    status_at: datetime | None = None
    status_reason: str | None = None
    owner: str | None = None
    due: date | None = None
    due_set: bool = False
    moves: tuple[DueMove, ...] = ()
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    last: datetime | None = None
    status_by: str | None = None

    @property
    def moved(self) -> tuple[DueMove, ...]:
        """The moves of a due date that was there; to set a first one is not to move it."""
        return tuple(move for move in self.moves if move.before is not None and move.before != move.after)
