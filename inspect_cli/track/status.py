"""How an area stands on a day: the force's status, the due date and the colour, with a reason in words."""

from __future__ import annotations

from datetime import date

from inspect_cli.model import (
    SET_LOCALLY,
    Addressee,
    Area,
    AreaState,
    AreaStatus,
    AreaView,
    Deadline,
    DueSetBy,
    Rag,
    Standing,
    Verdict,
    day_in_full,
)
from inspect_cli.track.clocks import days_left, overdue

SETTLED_VIEWS = frozenset({Verdict.ACHIEVED.value, Verdict.DISCHARGED.value})
UNMET_VIEWS = frozenset({Verdict.NOT_ACHIEVED.value, Verdict.NOT_DISCHARGED.value, Verdict.IN_PROGRESS.value})
SETTLED = frozenset({AreaStatus.COMPLETE, AreaStatus.CLOSED})
UNDER_WAY = frozenset({AreaStatus.OPEN, AreaStatus.IN_PROGRESS})
# The rules of the colours in words, in the order in which they are gone through.
RAG_RULES = (
    (Rag.GREEN, "complete or closed"),
    (Rag.WHITE, "not the force's to do: addressed to others"),
    (Rag.RED, "not accepted, or past its date"),
    (Rag.AMBER, "in hand and not past its date, or without one"),
)


def area_state(area: Area, standing: Standing, today: date) -> AreaState:
    """Say how ``area`` stands on ``today``: as the force says; where it never said, as the inspectorate's view is.

    The analyst's due date goes before the inspectorate's.
    """
    status = standing.status or (AreaStatus.CLOSED if area.inspectorate_view in SETTLED_VIEWS else AreaStatus.OPEN)
    set_by_report = area.deadline.date if area.deadline else None
    due = standing.due or set_by_report
    rag, why = colour(area, status, due, today)
    refused = status is AreaStatus.NOT_ACCEPTED and rag is Rag.RED and standing.status_reason
    return AreaState(
        status=status,
        owner=standing.owner,
        due=due,
        due_set_by=_due_set_by(standing.due, area.deadline),
        rag=rag,
        rag_why=f"{why}: {standing.status_reason}" if refused else why,
        days_left=days_left(due, today),
        original_due=original_due(area, standing),
        moved=len(standing.moved),
    )


def _due_set_by(internal: date | None, told: Deadline | None) -> DueSetBy | None:
    """Say whose a due date is: a tracker tells of some that the force set itself."""
    day = told.date if told else None
    if internal is not None or (day and told and SET_LOCALLY in told.phrase):
        return DueSetBy.INTERNAL
    return DueSetBy.INSPECTORATE if day else None


def original_due(area: Area, standing: Standing) -> date | None:
    """Give the first due date there was: what the first move moved, else what it set, else the inspectorate's."""
    if standing.moves:
        return standing.moves[0].before or standing.moves[0].after
    return area.deadline.date if area.deadline else None


def area_view(area: Area, standing: Standing, today: date, told: date | None = None) -> AreaView:
    """Join an area with its state; a settled area is open for no years.

    ``told`` is the day of the newest report that speaks of it, where that is known.
    """
    state = area_state(area, standing, today)
    settled = area.first_raised is None or state.status in SETTLED
    years_open = None if settled or area.first_raised is None else today.year - area.first_raised
    return AreaView(area, state, years_open, standing, told)


def disputed(view: AreaView) -> bool:
    """Say whether the force's own word and the inspectorate's view differ.

    They do where the force calls an area done and the inspectorate's latest word is that it is not, and where the
    force said it has work to do after the inspectorate had settled it.
    """
    if view.standing.status in SETTLED:
        return view.area.inspectorate_view in UNMET_VIEWS
    if view.standing.status in UNDER_WAY:
        return view.area.inspectorate_view in SETTLED_VIEWS and _said_after(view)
    return False


def _said_after(view: AreaView) -> bool:
    """Say whether the force spoke after the inspectorate; by the inspection year where no day is known."""
    said = view.standing.status_at
    if said is None:
        return False
    if view.told is not None:
        return said.date() >= view.told
    return view.area.last_seen is not None and said.year > view.area.last_seen


def colour(area: Area, status: AreaStatus, due: date | None, today: date) -> tuple[Rag, str]:
    """Go through the rules in order; the first that holds gives the colour and the reason."""
    rules = (
        (status in SETTLED, Rag.GREEN, _settled_why(area, status)),
        (area.addressed_to is Addressee.OTHER, Rag.WHITE, "addressed to another body"),
        (status is AreaStatus.NOT_ACCEPTED, Rag.RED, "not accepted by the force"),
        (overdue(due, today), Rag.RED, f"past its date, {_in_words(due)}"),
        (due is not None, Rag.AMBER, f"in hand, due {_in_words(due)}"),
        (status is AreaStatus.IN_PROGRESS, Rag.AMBER, "in hand, no date set"),
    )
    held = next(((rag, why) for holds, rag, why in rules if holds), None)
    return held or (Rag.AMBER, "open, no date set")


def _in_words(day: date | None) -> str:
    return day_in_full(day) if day else ""


def _settled_why(area: Area, status: AreaStatus) -> str:
    if area.inspectorate_view in SETTLED_VIEWS:
        return f"{area.inspectorate_view} in the inspectorate's view"
    return f"{status} in the force's view"
