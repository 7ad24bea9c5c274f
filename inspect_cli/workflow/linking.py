"""Rulings on which finds belong to which area: to link and unlink, and to settle what the program proposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspect_cli.errors import UsageError
from inspect_cli.model import Area, EventKind, Finding, Reference
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.deciding import Pen
from inspect_cli.workflow.ids import area_named, find_named

MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Link:
    """A request to make finds members of an area; they stay where else they are."""

    finds: tuple[str, ...]
    area: str
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each find that is not in the area yet."""
        area = area_named(book, self.area)
        for find in _finds(book, self.finds):
            _link(pen, area, find, self.reason)


@dataclass(frozen=True, slots=True)
class Unlink:
    """A request to take finds out of an area, or to reject that they are proposed to it, for good.

    Without an ``area``: out of the one that a find is in, or out of those that it is proposed to where it is in none.
    """

    finds: tuple[str, ...]
    area: str | None = None
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each find; raises UsageError for one that is in no such area, or in several."""
        for find in _finds(book, self.finds):
            for area in self._homes(book, find):
                _unlink(pen, area, find, self.reason)

    def _homes(self, book: Book, find: Finding | Reference) -> Sequence[Area]:
        homes, proposed = book.areas_of(find.id), proposed_to(book, find.id)
        if self.area is not None:
            area = area_named(book, self.area)
            if area.id not in {one.id for one in (*homes, *proposed)}:
                raise UsageError(f"{find.id} is not in area {area.id}, nor proposed to it", _where(homes, proposed))
            return [area]
        if len(homes) > 1:
            raise UsageError(f"{find.id} is in {len(homes)} areas", f"name one of them: {_ids(homes)}")
        if not homes and not proposed:
            raise UsageError(f"{find.id} is in no area and proposed to none", f"inspect-cli show {find.id}")
        return homes or proposed


@dataclass(frozen=True, slots=True)
class Accept:
    """A request to take finds into the area that they are proposed to (``area`` where that is one of several)."""

    finds: tuple[str, ...]
    area: str | None = None
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each find; raises UsageError for one that is not proposed, or to several areas."""
        for find in _finds(book, self.finds):
            homes = _proposals(book, find, self.area)
            if len(homes) > 1:
                raise UsageError(f"{find.id} is proposed to {len(homes)} areas", f"name one of them: {_ids(homes)}")
            _link(pen, homes[0], find, self.reason)


@dataclass(frozen=True, slots=True)
class Reject:
    """A request to propose finds no longer: to the ``area`` named, or to any of those that they are proposed to now."""

    finds: tuple[str, ...]
    area: str | None = None
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each proposal; raises UsageError for a find that is not proposed."""
        for find in _finds(book, self.finds):
            for area in _proposals(book, find, self.area):
                _unlink(pen, area, find, self.reason)


def proposed_to(book: Book, find: str) -> tuple[Area, ...]:
    """Give the areas that a find is proposed to."""
    return tuple(area for area in book.areas if any(member.id == find for member in area.proposed))


def _proposals(book: Book, find: Finding | Reference, named: str | None) -> tuple[Area, ...]:
    homes = proposed_to(book, find.id)
    area = area_named(book, named) if named is not None else None
    chosen = tuple(home for home in homes if area is None or home.id == area.id)
    if not chosen:
        where = f"to area {area.id}" if area else "to any area"
        raise UsageError(f"{find.id} is not proposed {where}", _where(book.areas_of(find.id), homes))
    return chosen


def _link(pen: Pen, area: Area, find: Finding | Reference, reason: str | None) -> None:
    if find.force not in (None, area.force):
        raise UsageError(
            f"{find.id} is about {find.force}, and area {area.id} about {area.force}",
            "an area holds what one force was told",
        )
    if any(member.id == find.id for member in area.members):
        pen.unchanged.append(find.id)
    else:
        pen.write(EventKind.LINK, area.id, field=MEMBER, after=find.id, reason=reason)


def _unlink(pen: Pen, area: Area, find: Finding | Reference, reason: str | None) -> None:
    pen.write(EventKind.UNLINK, area.id, field=MEMBER, before=find.id, reason=reason)


def _finds(book: Book, names: Sequence[str]) -> list[Finding | Reference]:
    found = {find.id: find for find in (find_named(book, name) for name in names)}
    if not found:
        raise UsageError("no finding or reference was named", "name one by its id: inspect-cli findings")
    return list(found.values())


def _where(homes: Sequence[Area], proposed: Sequence[Area]) -> str:
    said = [f"it is in {_ids(homes)}"] if homes else []
    said += [f"it is proposed to {_ids(proposed)}"] if proposed else []
    return "; ".join(said) or "it is in no area and proposed to none"


def _ids(areas: Sequence[Area]) -> str:
    return ", ".join(area.id for area in areas)
