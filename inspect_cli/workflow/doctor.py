"""What is not right in a store: each thing found is said, and nothing is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from inspect_cli.link import by_force, link
from inspect_cli.model import AreaStatus, Event, EventKind, Problem, Rag, day_in_full
from inspect_cli.store import open_register
from inspect_cli.store.register import Register
from inspect_cli.track.events import RULED, finds_of, rulings, undone_by
from inspect_cli.workflow import soundness
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.queries import list_areas
from inspect_cli.workflow.relinking import held, known_forces

# Rulings that may themselves have led to an area's having no members left.
_EMPTYING = RULED - {EventKind.SPLIT}


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The record's id."""


def doctor(folder: Path, today: date) -> tuple[Problem, ...]:
    """Look the store of ``folder`` through; a sound one gives nothing. Raises StoreError for a damaged one."""
    register = open_register(folder)
    book = Book(register, today)
    return (
        *soundness.schema_and_totals(register),
        *_totals(book),
        *_doubles(book),
        *soundness.texts(register),
        *soundness.links(register),
        *_stray(book, _unapplied(register)),
        *_future(book),
        *soundness.dates(register, today),
        *soundness.beside(register),
    )


def _totals(book: Book) -> Iterator[Problem]:
    """Every area has one of the statuses and a colour: their counts must add up to that of the areas."""
    states = [view.state for view in list_areas(book)]
    statuses, colours = Counter(one.status for one in states), Counter(one.rag for one in states)
    said = (("status", sum(statuses[one] for one in AreaStatus)), ("colour", sum(colours[one] for one in Rag)))
    for what, total in said:
        if total != len(book.areas):
            yield Problem("totals", None, f"{len(book.areas)} areas, but {total} by {what}")


def _doubles(book: Book) -> Iterator[Problem]:
    kinds: tuple[Iterable[Identified], ...] = (
        book.reports,
        book.judgements,
        book.findings,
        book.references,
        book.areas,
        book.events,
    )
    ids = [one.id for kind in kinds for one in kind]
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem("duplicate-id", name, f"{name} is the id of {count} records")


def _unapplied(register: Register) -> set[str]:
    """Name the events whose rulings find nothing to rule on, whichever force is linked."""
    ruled = rulings(register.events)
    if not ruled:
        return set()
    told = by_force(register.reports, register.findings, register.references)
    forces = known_forces(held(register))
    passed_over = [set(link(force, *told.of(force), ruled, register.aliases).unapplied) for force in sorted(forces)]
    return set.intersection(*passed_over) if passed_over else {ruling.event for ruling in ruled}


def _stray(book: Book, unapplied: Collection[str]) -> Iterator[Problem]:
    """Tell the events whose area, find or report is gone, and the rulings that found nothing to rule on."""
    undone = undone_by(book.events)
    for event in book.events:
        if event.kind is not EventKind.UNDO and event.id not in undone:
            reasons = list(_gone(book, event, event.id in unapplied))
            if event.id in unapplied and not reasons:
                reasons = ["it could not be applied"]
            if reasons:
                yield Problem("event", event.id, f"{_told(event)}: {'; '.join(reasons)}")


def _gone(book: Book, event: Event, unapplied: bool) -> Iterator[str]:
    """Say what an event speaks of that is gone; that its own ruling left an area without members is no fault."""
    if event.area and not book.has_area(event.area) and (unapplied or event.kind not in _EMPTYING):
        yield f"its area {event.area} is gone"
    yield from (f"{name} is gone" for name in finds_of(event) if not book.has_find(name))
    if event.report and book.report(event.report) is None:
        yield f"its report {event.report} is gone"


def _future(book: Book) -> Iterator[Problem]:
    for event in book.events:
        if event.at.date() > book.today:
            yield Problem("date", event.id, f"{_told(event)}: it was decided on a day to come")
    for report in book.reports:
        if report.published is not None and report.published > book.today:
            to_come = f"published on a day to come, {day_in_full(report.published)}"
            yield Problem("date", report.id, f"{report.title}: {to_come}")


def _told(event: Event) -> str:
    return f"{event.kind.value} by {event.by} on {day_in_full(event.at.date())}"
