"""What needs attention on a day: one line for each thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inspect_cli.model import AreaView, CheckLine, Filters, count, day_in_full
from inspect_cli.track.clocks import due_soon, overdue
from inspect_cli.track.status import SETTLED
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.queries import EVERYTHING, list_areas
from inspect_cli.workflow.responding import response_views
from inspect_cli.workflow.update import ANYWAY


@dataclass(frozen=True, slots=True)
class Checks:
    """Which checks are made, and of what; ``overdue`` takes in the responses of local policing bodies."""

    overdue: bool = False
    due_within: int | None = None
    stale: int | None = None
    moved_without_reason: bool = False
    responses: bool = False
    filters: Filters = EVERYTHING

    @property
    def named(self) -> bool:
        """True where any check was named."""
        days = (self.due_within, self.stale)
        asked = self.overdue or self.moved_without_reason or self.responses
        return asked or any(one is not None for one in days)


def check(book: Book, checks: Checks) -> tuple[CheckLine, ...]:
    """Make the checks asked for; gives what needs attention, check by check, that of the earliest day first."""
    views = [view for view in list_areas(book, checks.filters) if view.state.status not in SETTLED]
    found: list[CheckLine] = []
    if checks.overdue:
        found += _by_day(_overdue(view) for view in views if overdue(view.state.due, book.today))
    if checks.due_within is not None:
        soon = (view for view in views if due_soon(view.state.due, book.today, checks.due_within))
        found += _by_day(_due_soon(view) for view in soon)
    if checks.stale is not None:
        found += _by_day(_stale(views, book.today, checks.stale))
    if checks.moved_without_reason:
        found += _by_day(_moved_without_reason(list_areas(book, checks.filters)))
    if (checks.overdue or checks.responses) and not checks.filters.national:
        found += _by_day(_responses(book, checks.filters))
    return tuple(found)


def _by_day(lines: Iterator[CheckLine]) -> list[CheckLine]:
    return sorted(lines, key=lambda line: (line.since or date.min, line.area or "", line.report or ""))


def _overdue(view: AreaView) -> CheckLine:
    late = -(view.state.days_left or 0)
    words = f"{view.area.title}: {count(late, 'day')} past its date of {_on(view.state.due)}{_owner(view)}"
    return CheckLine("overdue", view.area.id, None, view.state.due, words)


def _due_soon(view: AreaView) -> CheckLine:
    left = view.state.days_left or 0
    when = f"due in {count(left, 'day')}, on {_on(view.state.due)}" if left else f"due today, {_on(view.state.due)}"
    return CheckLine("due-within", view.area.id, None, view.state.due, f"{view.area.title}: {when}{_owner(view)}")


def _stale(views: list[AreaView], today: date, days: int) -> Iterator[CheckLine]:
    """Find what neither a decision nor a report has spoken of for more than so many days."""
    for view in views:
        decided = view.standing.last.date() if view.standing.last else None
        last = max((day for day in (decided, view.told) if day), default=None)
        if last is None or (today - last).days > days:
            since = f"for {count((today - last).days, 'day')}, since {_on(last)}" if last else "as far as is known"
            yield CheckLine("stale", view.area.id, None, last, f"{view.area.title}: nothing new {since}{_owner(view)}")


def _moved_without_reason(views: tuple[AreaView, ...]) -> Iterator[CheckLine]:
    for view in views:
        for move in view.standing.moved:
            if not move.reason or move.reason.startswith(ANYWAY):
                said = f" ({move.reason})" if move.reason else ""
                words = f"{view.area.title}: moved from {_on(move.before)} to {_on(move.after)} by {move.by}{said}"
                yield CheckLine("moved-without-reason", view.area.id, None, move.at.date(), words)


def _responses(book: Book, filters: Filters) -> Iterator[CheckLine]:
    for view in response_views(book, filters):
        if view.applies and view.late and view.published is None:
            late = -(view.days_left or 0)
            words = f"{view.report.title}: comments were due by {_on(view.due)}, {count(late, 'day')} ago"
            yield CheckLine("response", None, view.report.id, view.due, words)


def _owner(view: AreaView) -> str:
    return f" ({view.state.owner})" if view.state.owner else ""


def _on(day: date | None) -> str:
    return day_in_full(day) if day else "no date"
