"""What the force decided, in the same line of time as what the inspectorate said."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_cli.model import Event, Moment, in_order


def with_decisions(told: Sequence[Moment], decided: Sequence[tuple[str, Event]]) -> tuple[Moment, ...]:
    """Put decisions, each with the area that it is on today, into a line of time that is in order already.

    A decision comes after all that was said by its day: what has a day by that, what has none by its year.
    """
    areas = {event.id: area for area, event in decided}
    line: list[Moment] = []
    left = list(told)
    for event in in_order(event for _, event in decided):
        before = max((place for place, one in enumerate(left, 1) if _said_by(one, event)), default=0)
        line += [*left[:before], _moment(event, areas[event.id])]
        left = left[before:]
    return (*line, *left)


def _said_by(one: Moment, event: Event) -> bool:
    day = event.at.date()
    if one.date is not None:
        return one.date <= day
    return one.year is not None and one.year < day.year


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
