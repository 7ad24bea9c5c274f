"""Areas picked out by what awaits the analyst: dates that moved, links to rule on, disputes, silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum

from inspect_cli.model import SILENT, AreaView, Filters, Proposal
from inspect_cli.track.status import SETTLED, disputed
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.history import moved
from inspect_cli.workflow.queries import EVERYTHING, list_areas


class Pick(StrEnum):
    """What areas may be picked out by."""

    MOVED = "moved"
    PROPOSED = "proposed"
    DISPUTED = "disputed"
    SILENT = "silent"


_HOLDS: dict[Pick, Callable[[AreaView], bool]] = {
    Pick.MOVED: lambda view: view.state.moved > 0,
    Pick.PROPOSED: lambda view: bool(view.area.proposed),
    Pick.DISPUTED: disputed,
    Pick.SILENT: lambda view: view.area.inspectorate_view == SILENT and view.state.status not in SETTLED,
}


def pick_areas(book: Book, filters: Filters = EVERYTHING, picks: Collection[Pick] = ()) -> tuple[AreaView, ...]:
    """Give the areas of which all of ``picks`` hold, longest open first; moved ones the most often moved first."""
    views = moved(book, filters) if Pick.MOVED in picks else list_areas(book, filters)
    return tuple(view for view in views if all(_HOLDS[pick](view) for pick in picks))


def proposals(book: Book, views: Iterable[AreaView]) -> Sequence[Proposal]:
    """Give the links that are proposed for areas, with the words of their finds: area by area, the likeliest first."""
    texts = {one.id: one.text for one in book.findings} | {one.id: one.text for one in book.references}
    return [
        Proposal(view.area, member, texts.get(member.id, ""))
        for view in views
        for member in sorted(view.area.proposed, key=lambda one: -(one.score or 0.0))
    ]
