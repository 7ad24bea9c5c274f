"""Rulings on what is one area: to merge and split, to open one of a concern, to give one another title."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from inspect_cli.errors import UsageError
from inspect_cli.link import fresh_id
from inspect_cli.model import EventKind, Finding, FindingKind
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.deciding import Pen
from inspect_cli.workflow.ids import area_named, find_named
from inspect_cli.workflow.linking import proposed_to
from inspect_cli.workflow.update import areas_named

AREA = "area"


@dataclass(frozen=True, slots=True)
class Merge:
    """A request to make one area of several: ``area`` is kept, the ids of the ``others`` lead to it from now on."""

    area: str
    others: tuple[str, ...]
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each area merged; raises UsageError for an area merged with itself or another force's."""
        kept = area_named(book, self.area)
        for other in areas_named(book, self.others):
            if other.id == kept.id:
                raise UsageError(f"'{kept.title}' cannot be merged with itself", "name two different areas")
            if other.force != kept.force:
                raise UsageError(
                    f"'{other.title}' is about {other.force}, and '{kept.title}' about {kept.force}",
                    "an area holds what one force was told",
                )
            pen.write(EventKind.MERGE, kept.id, field=AREA, before=other.id, after=kept.id, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Split:
    """A request to move some of an area's members into an area of their own."""

    area: str
    finds: tuple[str, ...]
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write the event; raises UsageError where finds are no members of the area, or all of them."""
        area = area_named(book, self.area)
        members = {member.id for member in area.members}
        finds = {find.id: find for find in (find_named(book, name) for name in self.finds)}
        if strangers := [name for name in finds if name not in members]:
            raise UsageError(
                f"{', '.join(strangers)}: not in area '{area.title}'", f"its members: {', '.join(sorted(members))}"
            )
        if not finds or finds.keys() == members:
            which = "all members were" if finds else "no member was"
            raise UsageError(f"{which} named to be split off '{area.title}'", "name some of them, and leave some")
        first = min(finds.values(), key=lambda find: (find.year is None, find.year or 0, find.id))
        anew = fresh_id(area.force, first.id, _ever_used(book))
        moved = tuple(sorted(finds))
        pen.write(EventKind.SPLIT, area.id, field=AREA, before=area.id, after=anew, finds=moved, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Open:
    """A request to track a finding that is in no area; ``force`` says whose area, for one that speaks to all."""

    find: str
    reason: str | None = None
    force: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write the event; raises UsageError for what is tracked already, is no finding, or is of no known force."""
        find = find_named(book, self.find)
        if not isinstance(find, Finding):
            raise UsageError(f"{find.id} is a follow-up, no finding", f"link it: inspect-cli link {find.id} AREA")
        if find.kind is FindingKind.GOOD_PRACTICE:
            raise UsageError(
                f"{find.id} is good practice", "what asks for something: inspect-cli findings --kind concern"
            )
        force = self._force(book, find)
        if home := next((area for area in book.areas_of(find.id) if area.force == force), None):
            raise UsageError(
                f"{find.id} is in area '{home.title}' already", f"to track it apart: inspect-cli areas split {home.id}"
            )
        if proposed := [f"'{area.title}'" for area in proposed_to(book, find.id) if area.force == force]:
            pen.messages.append(f"It is also proposed to {', '.join(proposed)}.")
        anew = fresh_id(force, find.id, _ever_used(book))
        pen.write(EventKind.OPEN, anew, field=AREA, after=find.id, reason=self.reason)

    def _force(self, book: Book, find: Finding) -> str:
        known = {force for report in book.reports for force in report.forces}
        only = next(iter(known)) if len(known) == 1 else None
        force = find.force or self.force or only
        if force is None:
            raise UsageError(f"{find.id} speaks to all forces", "say whose area it becomes: --force FORCE")
        return force


@dataclass(frozen=True, slots=True)
class Rename:
    """A request to give an area another title."""

    area: str
    title: str
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write the event, unless the title is the same; raises UsageError for an empty one."""
        area, title = area_named(book, self.area), " ".join(self.title.split())
        if not title:
            raise UsageError("the title is empty", "inspect-cli areas rename AREA TITLE")
        if title == area.title:
            pen.unchanged.append(area.id)
        else:
            pen.write(EventKind.RENAME, area.id, field="title", before=area.title, after=title, reason=self.reason)


def _ever_used(book: Book) -> Collection[str]:
    """Give every id that an area has or had: none is ever given again."""
    named = {name for event in book.events for name in (event.area, event.before, event.after) if name}
    return {*(area.id for area in book.areas), *book.aliases, *named}
