"""Decisions: a request is worked out to events, and these are stored in one write with all that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias, Unpack, runtime_checkable

from inspect_cli.errors import UsageError
from inspect_cli.model import Event, EventKind, Linked, Outcome, is_text
from inspect_cli.store import Register, change, open_register
from inspect_cli.store.locking import Writing
from inspect_cli.track.events import RULED, Said, make_event, moment
from inspect_cli.workflow.at_hand import force_at_hand, is_out_of_date
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.history import event_views
from inspect_cli.workflow.ids import area_meant
from inspect_cli.workflow.records import Decided, Held
from inspect_cli.workflow.relinking import held, known_forces, linked_anew, own_areas, take_in_hand, taken_in_hand
from inspect_cli.workflow.remarks import remarks
from inspect_cli.workflow.settings import kept_by_settings


class Pen:
    """Takes down what one command decides: events of one moment and one person, and what is to be told besides."""

    def __init__(self, at: datetime, by: str) -> None:
        self.at = at
        self.by = by
        self.events: list[Event] = []
        self.messages: list[str] = []
        self.unchanged: list[str] = []

    def write(self, kind: EventKind, area: str | None, **said: Unpack[Said]) -> None:
        """Write an event on an area (None: on no area)."""
        self.events.append(make_event(self.at, self.by, kind, area, len(self.events), **said))


Known: TypeAlias = Register | Held


class Request(Protocol):
    """What a command asks for: it looks into the book and writes down what is decided. Raises UsageError."""

    def write(self, book: Book, pen: Pen) -> None:
        """Write the events that this request comes to, by what the book knows."""


@runtime_checkable
class OnAreas(Protocol):
    """A request that looks at no more than the areas it names, and at what concerns their forces."""

    def on_areas(self) -> Sequence[str]:
        """Give the names of these areas, as they were typed."""


class Plan(NamedTuple):
    """What a request would come to, and what of the store that was worked out from."""

    outcome: Outcome
    register: Register


def plan(folder: Path, request: Request, now: datetime, by: str) -> Plan:
    """Say what ``decide`` would do, and write nothing. Raises UsageError and StoreError as it does."""
    register = open_register(folder)
    before = _known(register, force_at_hand(folder), request)
    pen = _ask(before, request, now, by)
    return Plan(_outcome(before, _after(before, pen.events)[0], pen, written=False), register)


def decide(
    folder: Path, request: Request, now: datetime, by: str, how: Writing | None = None, planned: Plan | None = None
) -> Outcome:
    """Carry out what ``request`` asks for in the store of ``folder`` as one write, decided at ``now`` by ``by``.

    Where there is nothing to change nothing is written; ``how`` is how the store is changed, ``planned`` what ``plan``
    said of the same request. Raises UsageError for what cannot be asked, and StoreError for a store that cannot be
    read or written.
    """
    planned = planned or plan(folder, request, now, by)
    if not planned.outcome.events:
        return planned.outcome
    with change(folder, kept_by_settings(folder, how or Writing(now)), planned.register) as draft:
        hand = force_at_hand(folder)
        if is_out_of_date(draft, hand):
            take_in_hand(draft, hand)
            before: Known = held(draft)
        else:
            draft.set_at_hand(hand)
            before = _known(draft.stored, hand, request)
        pen = _ask(before, request, now, by)
        after, found = _after(before, pen.events)
        draft.add_events(pen.events)
        for force, linked in found.items():
            draft.set_linked(force, linked, draft.aliases)
    return _outcome(before, after, pen, written=True)


def _known(register: Register, hand: str | None, request: Request) -> Known:
    """Give what a request looks into: all there is, or where it is on areas of one force what concerns that."""
    if is_out_of_date(register, hand):
        return taken_in_hand(register, hand)
    if not isinstance(request, OnAreas):
        return replace(held(register), at_hand=hand)
    force = _only_force(register, request.on_areas())
    return register.of_force(force) if force else register


def _only_force(register: Register, names: Sequence[str]) -> str | None:
    """Give the force whose areas are named; None where that is not plain from their ids alone."""
    once = (*register.aliases, *(event.area for event in register.events if event.area))
    ids = sorted({*register.ids("a"), *once})
    named = [area_meant(name, ids) for name in names]
    present = set(register.ids("a"))
    areas = {name for name in named if name in present}
    if len(areas) < len(set(named)):  # a former id may lead to an area of another force
        return None
    forces = register.forces_of(areas)
    return forces.pop() if len(forces) == 1 else None


def _ask(before: Known, request: Request, now: datetime, by: str) -> Pen:
    if not by.strip():
        raise UsageError("nobody is named who decides this", "name a person with --by NAME")
    pen = Pen(moment(now, before.events), " ".join(by.split()))
    request.write(Book(before, now.date()), pen)
    for event in pen.events:
        _check_texts(event)
    return pen


def _check_texts(event: Event) -> None:
    """Refuse what cannot be stored; raises UsageError."""
    for words in (event.by, event.before, event.after, event.reason, event.evidence, event.note):
        if words is not None and not is_text(words):
            raise UsageError(f"some of '{words}' is no text", "type it in a terminal that is set to UTF-8")


def _after(before: Known, events: Sequence[Event]) -> tuple[Held | Decided, dict[str, Linked]]:
    """Give what is known once ``events`` were decided, and how the forces are linked then that they rule on."""
    forces = _ruled_on(before, events)
    if not forces:
        return Decided(before, (*before.events, *events)), {}
    whole = before if isinstance(before, Held) else held(before)
    decided = replace(whole, events=(*before.events, *events))
    found, _ = linked_anew(decided, own_areas(whole, forces))
    kept = (area for area in before.areas if area.force not in found)
    return replace(decided, areas=(*kept, *(area for linked in found.values() for area in linked.areas))), found


def _ruled_on(before: Known, events: Iterable[Event]) -> set[str]:
    """Name the forces whose areas the events rule on; all of them where an area is not there before."""
    by_id = {event.id: event for event in before.events}
    ruling = [one for one in events if one.kind in RULED or (one.undoes and by_id[one.undoes].kind in RULED)]
    if not ruling:
        return set()
    book = Book(before, min(event.at for event in ruling).date())
    force_of = {area.id: area.force for area in before.areas}
    forces = {force_of.get(book.leads_to(event.area or "")) for event in ruling}
    return (
        {force for force in forces if force}
        if None not in forces
        else known_forces(before if isinstance(before, Held) else held(before))
    )


def _outcome(before: Known, after: Held | Decided, pen: Pen, *, written: bool) -> Outcome:
    old, new = Book(before, pen.at.date()), Book(after, pen.at.date())
    named = [name for event in pen.events for name in (event.area, _made_by(event)) if name]
    touched = dict.fromkeys(new.leads_to(name) for name in named)
    views = {area.id: new.view_of(area) for area in new.areas if area.id in touched}
    return Outcome(
        events=event_views(new, pen.events),
        areas=tuple(views[name] for name in touched if name in views),
        messages=(*pen.messages, *remarks(old, new, pen.events)),
        unchanged=tuple(pen.unchanged),
        written=written,
    )


def _made_by(event: Event) -> str | None:
    return event.after if event.kind is EventKind.SPLIT else None
