"""Where two analysts ruled otherwise on one thing: both rulings stay in the log, and here they are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from inspect_cli.model import Conflict, Event, EventKind, Holds, Report, Rung, Side, Told, in_order
from inspect_cli.track.events import finds_of, undone_by

# What an event of each kind sets, to the value that it holds.
_SET = {
    EventKind.STATUS: "status",
    EventKind.OWNER: "owner",
    EventKind.DUE: "due",
    EventKind.RENAME: "title",
    EventKind.RESPONSE: "response",
}
_NOT_IN = "not in "
Titles = Mapping[str, str]
Sets = dict[tuple[str, str], dict[str, tuple["Set", Event]]]


class Set(NamedTuple):
    """What an event sets: of which thing (field, area or report, find), and to which value."""

    what: str
    on: str
    find: str | None
    value: str | None


class Log:
    """The decisions of both sides joined; ``leads_to`` gives the id that an area, find or report has now."""

    def __init__(self, ours: Iterable[Event], theirs: Iterable[Event], leads_to: Callable[[str], str]) -> None:
        self._ours = {event.id: event for event in ours}
        self._theirs = {event.id: event for event in theirs}
        self._leads_to = leads_to
        self.events = in_order({**self._ours, **self._theirs}.values())
        self._undone = undone_by(self.events)

    @property
    def new(self) -> tuple[Event, ...]:
        """What the other side decided and the store does not know."""
        return tuple(event for event in self.events if event.id not in self._ours)

    @property
    def known(self) -> int:
        """How many decisions both sides know."""
        return len(self._ours.keys() & self._theirs.keys())

    def conflicts(self, titles: Titles) -> Iterator[Conflict]:
        """Give what each side set otherwise than the other, by what neither knew of the other."""
        mine, its = self._last_set(self._theirs, self._ours), self._last_set(self._ours, self._theirs)
        for key in sorted(mine.keys() & its.keys()):
            for (ours, one), (theirs, other) in product(mine[key].values(), its[key].values()):
                if _differ(ours, theirs):
                    yield Conflict(
                        what=ours.what,
                        on=min(ours.on, theirs.on),
                        title=titles.get(self._leads_to(min(ours.on, theirs.on))),
                        find=ours.find,
                        ours=Side(ours.value, one.by, one.at, one),
                        theirs=Side(theirs.value, other.by, other.at, other),
                        holds=_holds(ours, theirs, (one.at, one.id) > (other.at, other.id)),
                    )

    def _last_set(self, known: Collection[str], own: Mapping[str, Event]) -> Sets:
        """Give what one side, whose log is ``own``, last set of each thing; the other side knows the events ``known``.

        By what was set of which find, area or report; a find may have been put into one area and out of another.
        """
        last: Sets = {}
        for event in self.events:
            if event.id in own and event.id not in known and event.id not in self._undone:
                for one in self._sets(event, known):
                    last.setdefault((one.what, one.find or one.on), {})[one.on] = (one, event)
        return last

    def _sets(self, event: Event, known: Collection[str]) -> Iterator[Set]:
        """Say what an event sets; to take back what the other side still goes by sets it, too."""
        kind, before, after = event.kind, event.before, event.after
        if kind is EventKind.UNDO:
            undone = next((one for one in self.events if one.id == event.undoes), None)
            if undone is None or undone.id not in known or undone.kind in _LEFT_ALONE:
                return
            kind = _OPPOSITE.get(undone.kind, undone.kind)
            event = undone if kind is not undone.kind else event
        if kind in _SET:
            on = event.report if kind is EventKind.RESPONSE else event.area
            yield Set(_SET[kind], self._leads_to(on or ""), None, after)
        elif kind is EventKind.MERGE and before and event.area:
            yield Set("merge", before, None, event.area)
        else:
            yield from self._of_members(kind, event)

    def _of_members(self, kind: EventKind, event: Event) -> Iterator[Set]:
        """Say into or out of which area finds are put."""
        area = {EventKind.SPLIT: event.after}.get(kind, event.area)
        if area is None or kind not in (EventKind.LINK, EventKind.UNLINK, EventKind.OPEN, EventKind.SPLIT):
            return
        place = self._leads_to(area)
        value = _NOT_IN + place if kind is EventKind.UNLINK else place
        for find in finds_of(event):
            yield Set("member", place, self._leads_to(find), value)


_OPPOSITE = {EventKind.LINK: EventKind.UNLINK, EventKind.UNLINK: EventKind.LINK, EventKind.OPEN: EventKind.UNLINK}

# What is not set by taking these back: two areas again, or a remark less.
_LEFT_ALONE = frozenset({EventKind.MERGE, EventKind.SPLIT})


def _differ(one: Set, other: Set) -> bool:
    """Say whether two values cannot both be: to be out of one area and in another can."""
    if one.what != "member":
        return one.value != other.value
    values = [str(one.value), str(other.value)]
    out = [value.startswith(_NOT_IN) for value in values]
    if not any(out):
        return values[0] != values[1]
    return not all(out) and one.on == other.on


def _holds(ours: Set, theirs: Set, later: bool) -> Holds:
    """Say whose word counts: the later one's; a find that was put into two areas is in both."""
    if ours.what == "member" and ours.on != theirs.on:
        return Holds.BOTH
    return Holds.OURS if later else Holds.THEIRS


def told_otherwise(ours: Told, theirs: Told, kept: Report) -> Iterator[Conflict]:
    """Give the facts that a person gave of one report on either side, and that differ; ``kept`` is what holds."""
    for name, evidence in ours.report.evidence.items():
        other = theirs.report.evidence.get(name)
        if other is None or other.rung is not Rung.GIVEN or evidence.rung is not Rung.GIVEN:
            continue
        mine, its = getattr(ours.report, name), getattr(theirs.report, name)
        if mine != its:
            yield Conflict(
                what=name,
                on=kept.id,
                title=kept.title,
                find=None,
                ours=Side(_text(mine), evidence.why, ours.report.imported_at),
                theirs=Side(_text(its), other.why, theirs.report.imported_at),
                holds=Holds.OURS if getattr(kept, name) == mine else Holds.THEIRS,
            )


def _text(value: object) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return None if value is None else str(value)
