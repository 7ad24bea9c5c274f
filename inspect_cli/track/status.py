"""How an area stands on a day: the force's status, the due date and the colour, with a reason in words."""

from __future__ import annotations

from datetime import date

from inspect_cli.model import Addressee, Area, AreaState, AreaStatus, AreaView, DueSetBy, Rag, Verdict
from inspect_cli.track.clocks import days_left, overdue

SETTLED_VIEWS = frozenset({Verdict.ACHIEVED.value, Verdict.DISCHARGED.value})
UNMET_VIEWS = frozenset({Verdict.NOT_ACHIEVED.value, Verdict.NOT_DISCHARGED.value, Verdict.IN_PROGRESS.value})
SETTLED = frozenset({AreaStatus.COMPLETE, AreaStatus.CLOSED})


def area_state(area: Area, today: date) -> AreaState:
    """Say how ``area`` stands on ``today``: open, unless the inspectorate itself has settled it."""
    status = AreaStatus.CLOSED if area.inspectorate_view in SETTLED_VIEWS else AreaStatus.OPEN
    due = area.deadline.date if area.deadline else None
    rag, why = colour(area, status, due, today)
    return AreaState(
        status=status,
        owner=None,
        due=due,
        due_set_by=DueSetBy.INSPECTORATE if due else None,
        rag=rag,
        rag_why=why,
        days_left=days_left(due, today),
    )


def area_view(area: Area, today: date) -> AreaView:
    """Join an area with its state; a settled area is open for no years."""
    state = area_state(area, today)
    if area.first_raised is None or state.status in SETTLED:
        return AreaView(area, state, None)
    return AreaView(area, state, today.year - area.first_raised)


def disputed(view: AreaView) -> bool:
    """Say whether the force calls an area done while the inspectorate's latest word is that it is not."""
    return view.state.status in SETTLED and view.area.inspectorate_view in UNMET_VIEWS


def colour(area: Area, status: AreaStatus, due: date | None, today: date) -> tuple[Rag, str]:
    """Go through the rules in order; the first that holds gives the colour and the reason."""
    rules = (
        (status in SETTLED, Rag.GREEN, _settled_why(area, status)),
        (area.addressed_to is Addressee.OTHER, Rag.WHITE, "addressed to another body"),
        (status is AreaStatus.NOT_ACCEPTED, Rag.RED, "not accepted by the force"),
        (overdue(due, today), Rag.RED, f"past its date of {due}"),
        (due is not None, Rag.AMBER, f"in hand, due {due}"),
    )
    held = next(((rag, why) for holds, rag, why in rules if holds), None)
    return held or (Rag.AMBER, "no date")


def _settled_why(area: Area, status: AreaStatus) -> str:
    if area.inspectorate_view in SETTLED_VIEWS:
        return f"{area.inspectorate_view} in the inspectorate's view"
    return f"{status} in the force's view"
