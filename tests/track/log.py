"""An analyst's log for tests: commands that follow each other, and any sequence of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from inspect_cli.model import AreaStatus, Event, EventKind
from inspect_cli.track.events import effective, make_event, undo_events

START = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
BY = "A. Nalyst"
AREAS = ("a1", "a2", "a3")


def event(kind: EventKind, *, day: int = 0, by: str = BY, area: str | None = "a1", **said: Any) -> Event:
    """Make the event of a command given so many days after the start."""
    return make_event(START + timedelta(days=day), by, kind, area, **said)


def status(after: str, *, day: int = 0, before: str | None = None, **said: Any) -> Event:
    """Make the event of a status."""
    return event(EventKind.STATUS, day=day, field="status", before=before, after=after, **said)


def due(before: str | None, after: str | None, *, day: int = 0, **said: Any) -> Event:
    """Make the event of a due date."""
    return event(EventKind.DUE, day=day, field="due", before=before, after=after, **said)


def owner(after: str, *, day: int = 0, before: str | None = None, **said: Any) -> Event:
    """Make the event of an owner."""
    return event(EventKind.OWNER, day=day, field="owner", before=before, after=after, **said)


def merge(kept: str, other: str, *, day: int = 0) -> Event:
    """Make the event of a merge of ``other`` into ``kept``."""
    return event(EventKind.MERGE, day=day, area=kept, field="area", before=other, after=kept)


def undo(events: Sequence[Event], *, day: int) -> tuple[Event, ...]:
    """Make the events of an undo of the newest command of ``events``."""
    return undo_events(events, START + timedelta(days=day), BY)


_WORDS = st.text("abcé –", min_size=1, max_size=6)
_DAYS = st.dates(START.date(), START.date() + timedelta(days=900)).map(lambda day: day.isoformat())
_FINDS = st.sampled_from(("f1", "f2", "x1"))
_SAID = st.one_of(
    st.tuples(st.just(EventKind.STATUS), st.fixed_dictionaries({"after": st.sampled_from(AreaStatus)})),
    st.tuples(st.just(EventKind.OWNER), st.fixed_dictionaries({"after": _WORDS})),
    st.tuples(st.just(EventKind.DUE), st.fixed_dictionaries({"after": _DAYS, "reason": st.none() | _WORDS})),
    st.tuples(st.just(EventKind.NOTE), st.fixed_dictionaries({"note": _WORDS})),
    st.tuples(st.just(EventKind.EVIDENCE), st.fixed_dictionaries({"evidence": _WORDS})),
    st.tuples(st.just(EventKind.LINK), st.fixed_dictionaries({"after": _FINDS})),
    st.tuples(st.just(EventKind.UNLINK), st.fixed_dictionaries({"before": _FINDS})),
    st.tuples(st.just(EventKind.MERGE), st.fixed_dictionaries({"before": st.sampled_from(AREAS)})),
    st.tuples(st.just(EventKind.SPLIT), st.fixed_dictionaries({"after": st.just("a9"), "finds": st.just(("f1",))})),
    st.tuples(st.just(EventKind.RENAME), st.fixed_dictionaries({"after": _WORDS})),
)
_DECISION = st.tuples(_SAID, st.lists(st.sampled_from(AREAS), min_size=1, max_size=3, unique=True))
# What an analyst does one after the other: a command of some decisions, or (None) an undo.
COMMANDS = st.lists(st.none() | st.lists(_DECISION, min_size=1, max_size=2), max_size=8)


def perform(commands: Sequence[Any]) -> list[tuple[Event, ...]]:
    """Give the events of each command in turn: half an hour apart, told by two people, the values before filled in."""
    log: list[Event] = []
    steps = []
    for number, command in enumerate(commands):
        at, by = START + timedelta(minutes=30 * number), (BY, "B. Deputy")[number % 2]
        step = undo_events(log, at, by) if command is None else _decided(log, command, at, by)
        log.extend(step)
        steps.append(step)
    return steps


def _decided(log: Sequence[Event], decisions: Sequence[Any], at: datetime, by: str) -> tuple[Event, ...]:
    made: list[Event] = []
    for (kind, said), areas in decisions:
        for area in areas:
            before = {"before": _value(log, kind, area), **said}
            made.append(make_event(at, by, kind, area, len(made), **before))
    return tuple(made)


def _value(log: Sequence[Event], kind: EventKind, area: str) -> str | None:
    if kind not in (EventKind.STATUS, EventKind.OWNER, EventKind.DUE):
        return None
    return next((one.after for one in reversed(effective(log)) if (one.kind, one.area) == (kind, area)), None)
