"""What people decided, as it is looked back upon: the log, the dates that moved, what changed since a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inspect_cli.model import AreaView, Change, Event, EventView, Filters, Track
from inspect_cli.track.changes import changes as track_changes
from inspect_cli.track.events import undone_by
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import ambiguous, area_named, matches
from inspect_cli.workflow.queries import EVERYTHING, list_areas
from inspect_cli.workflow.sieve import Sieve
from inspect_cli.workflow.tracking import moments_of


def log(book: Book, area: str | None = None) -> tuple[EventView, ...]:
    """Give all events, or those of the area whose id begins with ``area``, oldest first.

    An area that is gone still has its log. Raises UsageError where no area, or more than one, has such an id.
    """
    if area is None:
        return event_views(book, book.events)
    gone = [] if matches(book, area, book.areas) else _gone(book, area)
    if len(gone) > 1:
        raise ambiguous(area, gone)
    return event_views(book, book.events_of(gone[0] if gone else area_named(book, area).id))


def _gone(book: Book, text: str) -> list[str]:
    """Give the ids that begin with ``text`` under which something was decided of areas that are no more."""
    wanted = text.strip().lower()
    named = {book.leads_to(event.area) for event in book.events if event.area and event.area.startswith(wanted)}
    return sorted(name for name in named if wanted and not book.has_area(name))


def event_views(book: Book, events: Iterable[Event]) -> tuple[EventView, ...]:
    """Join events with the areas or reports they speak of today, and with what took them back."""
    undone = undone_by(book.events)
    titles = {area.id: area.title for area in book.areas}
    by_id = {event.id: event for event in book.events}
    views = []
    for event in events:
        led = book.leads_to(event.area) if event.area else None
        report = book.report(event.report) if event.report else None
        title = titles.get(led) if led else report.title if report else None
        took_back = by_id.get(event.undoes or "")
        views.append(EventView(event, undone.get(event.id), led if led in titles else None, title, took_back))
    return tuple(views)


def moved(book: Book, filters: Filters = EVERYTHING) -> tuple[AreaView, ...]:
    """Give the areas whose due date was moved, most often moved first; ``standing.moves`` are the moves."""
    views = [view for view in list_areas(book, filters) if view.state.moved]
    return tuple(sorted(views, key=lambda view: -view.state.moved))


def changes(book: Book, since: date, filters: Filters = EVERYTHING) -> tuple[Change, ...]:
    """Give what changed from ``since`` to the book's day, both included, oldest first."""
    sieve = Sieve(book, filters)
    areas = list_areas(book, filters)
    told = Track(areas, moments_of(book, [view.area for view in areas]))
    reports = tuple(filter(sieve.report, book.reports))
    return track_changes(book.events, told, reports, since, book.today, book.leads_to)
