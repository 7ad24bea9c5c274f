"""What a person should know after a decision, beyond what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspect_cli.model import Area, AreaView, Event, EventKind
from inspect_cli.track.status import SETTLED
from inspect_cli.workflow.book import Book


def remarks(before: Book, after: Book, events: Sequence[Event]) -> tuple[str, ...]:
    """Give what follows from ``events``: causes of concern that may be closed now, areas that are no longer there."""
    return (*_parents(after, events), *_emptied(before, after))


def _parents(book: Book, events: Iterable[Event]) -> Iterator[str]:
    """Propose to close a cause of concern the last of whose recommendations was settled elsewhere; never do it."""
    settled = [book.leads_to(event.area) for event in events if event.kind is EventKind.STATUS and event.area]
    views = {area.id: book.view_of(area) for area in book.areas} if settled else {}
    parent_of = {find.id: find.parent for find in book.findings if find.parent} if settled else {}
    children = {parent: [one for one, its in parent_of.items() if its == parent] for parent in parent_of.values()}
    touched = [views[name].area for name in dict.fromkeys(settled) if name in views and _done(views[name])]
    parents = dict.fromkeys(parent_of[one.id] for area in touched for one in area.members if one.id in parent_of)
    for parent in parents:
        for area in book.areas_of(parent):
            homes = {home.id for child in children[parent] for home in book.areas_of(child)} - {area.id}
            if homes and not _done(views[area.id]) and all(_done(views[home]) for home in homes):
                yield _proposal(area)


def _done(view: AreaView) -> bool:
    return view.state.status in SETTLED


def _proposal(area: Area) -> str:
    return (
        f"All recommendations of the cause of concern '{area.title}' are complete or closed. "
        f"It may be closed too: inspect-cli update {area.id} --status closed --evidence TEXT"
    )


def _emptied(before: Book, after: Book) -> Iterator[str]:
    present = {area.id for area in after.areas}
    for area in before.areas:
        if after.leads_to(area.id) not in present:
            yield f"'{area.title}' has no members left and is no longer listed."
