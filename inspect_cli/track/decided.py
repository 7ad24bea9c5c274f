"""What the force decided, in the same line of time as what the inspectorate said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspect_cli.model import Event, Moment, in_order


def with_decisions(told: Sequence[Moment], decided: Sequence[tuple[str, Event]]) -> tuple[Moment, ...]:
    """Put decisions, each with the area that it is on today, into a line of time that is in order already.

    A decision comes after all that was said by its day: what has a day by that, what has none by its year.
    """
    areas = {event.id: area for area, event in decided}
    line: list[Moment] = []
    said_by = _said_by(told)
    before = 0
    for event in in_order(event for _, event in decided):
        day = event.at.date()
        until = before
        while until < len(told) and said_by[until] <= day:
            until += 1
        line += [*told[before:until], _moment(event, areas[event.id])]
        before = until
    return (*line, *told[before:])


def _said_by(told: Sequence[Moment]) -> list[date]:
    """Give for each place in a line of time the first day by which something there or further on was said."""
    first = date.max
    days = []
    for one in reversed(told):
        first = min(first, _said_on(one))
        days.append(first)
    return days[::-1]


def _said_on(one: Moment) -> date:
    """Give the day by which a moment was said: what has only a year, by the next one; what has neither, never."""
    if one.date is not None:
        return one.date
    return date(one.year + 1, 1, 1) if one.year is not None and one.year < date.max.year else date.max


def _moment(event: Event, area: str) -> Moment:
    return Moment(
        year=event.at.year,
        date=event.at.date(),
        area=area,
        kind=event.kind.value,
        verdict=None,
        text=_text(event),
        figures=(),
        report=None,
        span=None,
        by=event.by,
        id=event.id,
        event=event,
    )


def _text(event: Event) -> str:
    """Tell an event as scripts spell its values: "open → closed; evidence: minutes; it is done"."""
    change = f"{event.before or 'none'} → {event.after or 'none'}" if event.before or event.after else ""
    finds = ", ".join(event.finds)
    evidence = f"evidence: {event.evidence}" if event.evidence else ""
    return "; ".join(part for part in (change, finds, event.note, evidence, event.reason) if part)
