"""What an analyst decided, folded: the log only grows, and what holds is worked out from it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack

from inspect_cli.model import AreaStatus, DueMove, Event, EventKind, Ruling, Standing, in_order, make_id

ID_SIZE = 8
RULED = frozenset(
    {EventKind.LINK, EventKind.UNLINK, EventKind.MERGE, EventKind.SPLIT, EventKind.OPEN, EventKind.RENAME}
)
_TICK = timedelta(microseconds=1)
# No command waits longer for its turn.
_TURN = timedelta(minutes=10)


class Said(TypedDict, total=False):
    """What an event may say beside who decided what, when and of which area: see Event."""

    field: str | None
    before: str | None
    after: str | None
    reason: str | None
    evidence: str | None
    note: str | None
    undoes: str | None
    report: str | None
    finds: tuple[str, ...]


def make_event(
    at: datetime, by: str, kind: EventKind, area: str | None, position: int = 0, **said: Unpack[Said]
) -> Event:
    """Make an event with its id; ``position`` counts the events of its command, so that no two of them are alike.

    Raises ValueError for a moment without a zone, an unknown status, or a due date that is no ISO day.
    """
    values = [f"{name}={value}" for name, value in sorted(said.items()) if value]
    event = make_id("e", at.isoformat(), by, kind.value, area or "", position, *values, size=ID_SIZE)
    return Event(id=event, at=at, by=by, kind=kind, area=area, **said)


def moment(now: datetime, events: Iterable[Event]) -> datetime:
    """Give the moment of a new command: ``now``, or the first tick after what was decided while it waited its turn.

    So the log tells decisions in the order in which they were stored. What was decided long after ``now`` was decided
    by another clock; but no two commands have one moment, since they would be undone together.
    """
    taken = {event.at for event in events}
    now = max((at + _TICK for at in taken if now <= at <= now + _TURN), default=now)
    while now in taken:
        now += _TICK
    return now


def undone_by(events: Iterable[Event]) -> dict[str, str]:
    """Say of each event that was taken back which undo took it back. An undo itself is never undone."""
    ordered = in_order(events)
    decisions = {event.id for event in ordered if event.kind is not EventKind.UNDO}
    undone: dict[str, str] = {}
    for event in ordered:
        if event.kind is EventKind.UNDO and event.undoes in decisions:
            undone.setdefault(event.undoes, event.id)
    return undone


def effective(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give the events that hold, in order: no undo, and nothing that was undone."""
    ordered = in_order(events)
    undone = undone_by(ordered)
    return tuple(event for event in ordered if event.kind is not EventKind.UNDO and event.id not in undone)


def last_step(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give what the next undo takes back: what still holds of the newest command; empty where nothing is left."""
    held = effective(events)
    return tuple(event for event in held if (event.at, event.by) == (held[-1].at, held[-1].by))


def undo_events(events: Iterable[Event], at: datetime, by: str, reason: str | None = None) -> tuple[Event, ...]:
    """Make the events that take back the newest command, newest first: each says what goes back to what."""
    return tuple(
        make_event(
            at,
            by,
            EventKind.UNDO,
            event.area,
            position,
            field=event.field,
            before=event.after,
            after=event.before,
            reason=reason,
            undoes=event.id,
            report=event.report,
            finds=event.finds,
        )
        for position, event in enumerate(reversed(last_step(events)))
    )


def standing(events: Iterable[Event]) -> Standing:
    """Fold the events of one area, in whatever order they come, to what the force has said of it."""
    held = effective(events)
    status = _newest(held, EventKind.STATUS)
    owner = _newest(held, EventKind.OWNER)
    moves = tuple(_move(event) for event in held if event.kind is EventKind.DUE)
    return Standing(
        status=AreaStatus(status.after) if status and status.after else None,
        status_at=status.at if status else None,
        status_reason=status.reason if status else None,
        owner=owner.after if owner else None,
        due=moves[-1].after if moves else None,
        due_set=bool(moves),
        moves=moves,
        evidence=tuple(event.evidence for event in held if event.evidence),
        notes=tuple(event.note for event in held if event.kind is EventKind.NOTE and event.note),
        last=held[-1].at if held else None,
        status_by=status.by if status else None,
    )


def _newest(held: tuple[Event, ...], kind: EventKind) -> Event | None:
    return next((event for event in reversed(held) if event.kind is kind), None)


def _move(event: Event) -> DueMove:
    return DueMove(_day(event.before), _day(event.after), event.at, event.by, event.reason)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def responses(events: Iterable[Event]) -> dict[str, date]:
    """Say of each report on which day the local policing body published its comments, as last recorded."""
    said = {event.report: _day(event.after) for event in effective(events) if event.kind is EventKind.RESPONSE}
    return {report: day for report, day in said.items() if report and day}


def by_area(events: Iterable[Event], leads_to: Callable[[str], str]) -> dict[str, tuple[Event, ...]]:
    """Sort events by the area that their area's id leads to today, each area's in order of time."""
    sorted_out: dict[str, list[Event]] = {}
    for event in in_order(events):
        if event.area is not None:
            sorted_out.setdefault(leads_to(event.area), []).append(event)
    return {area: tuple(found) for area, found in sorted_out.items()}


def leading(present: Container[str], aliases: Mapping[str, str], events: Iterable[Event]) -> Callable[[str], str]:
    """Make the way from an id that an event names to the area that goes on for it.

    An area that is ``present`` is its own; else its id leads on through merges that hold and through ``aliases``. An
    id that leads nowhere stays as it is; a merge into an area that is gone leads nowhere.
    """
    merges = [(one.other, one.area) for one in rulings(events) if one.kind is EventKind.MERGE and one.other]
    # A merge may name its areas by ids that have since become former ones.
    by_alias = {_last(other, aliases): area for other, area in merges}
    ways = (dict(merges), by_alias, aliases, _in_turn(merges, aliases))

    def follow(area: str, passed: frozenset[str]) -> str | None:
        if area in present:
            return area
        further = (way[area] for way in ways if area in way and way[area] not in passed)
        return next((found for one in further if (found := follow(one, passed | {area}))), None)

    return lambda area: follow(area, frozenset()) or area


def _in_turn(merges: Iterable[tuple[str, str]], aliases: Mapping[str, str]) -> dict[str, str]:
    """Say where each area went, one merge after the other.

    Where two analysts merged one area into two others, the first of these went into the second with it.
    """
    led: dict[str, str] = {}
    for other, area in merges:
        gone, kept = _last(_last(other, led), aliases), _last(_last(area, led), aliases)
        if gone != kept:
            led[gone] = kept
    return led


def _last(area: str, aliases: Mapping[str, str]) -> str:
    passed: set[str] = set()
    while area in aliases and area not in passed:
        passed.add(area)
        area = aliases[area]
    return area


def rulings(events: Iterable[Event]) -> tuple[Ruling, ...]:
    """Give what linking must respect, in the order of time."""
    return tuple(_ruling(event, event.area) for event in effective(events) if event.kind in RULED and event.area)


def finds_of(event: Event) -> tuple[str, ...]:
    """Give the finds that an event speaks of."""
    one = {EventKind.LINK: event.after, EventKind.UNLINK: event.before, EventKind.OPEN: event.after}.get(event.kind)
    return (one,) if one else event.finds


def _ruling(event: Event, area: str) -> Ruling:
    other = {EventKind.MERGE: event.before, EventKind.SPLIT: event.after}.get(event.kind)
    return Ruling(
        kind=event.kind,
        area=area,
        event=event.id,
        other=other,
        finds=finds_of(event),
        title=event.after if event.kind is EventKind.RENAME else None,
        reason=event.reason or "",
    )
