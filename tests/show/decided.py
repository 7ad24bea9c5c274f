"""Events and what is shown of them, made by hand: ordinary and hostile."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from inspect_cli.model import Change, ChangeKind, DueMove, Event, EventKind, EventView, Outcome, Proposal, Standing
from tests.show.samples import AREA, AREA_VIEW, CONCERN, HOSTILE, LONG, RECORD, STATE

AT = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
BY = "A. Analyst"


def event(kind: EventKind, **said: Any) -> Event:
    """Make an event of 2 March 2026 on the sample area."""
    base: dict[str, Any] = {"id": "e1", "at": AT, "by": BY, "kind": kind, "area": AREA.id}
    return Event(**(base | said))


def view(one: Event, undone_by: str | None = None, undone: Event | None = None) -> EventView:
    """Join an event with the sample area."""
    return EventView(one, undone_by, AREA.id, AREA.title, undone)


STATUS = event(EventKind.STATUS, before="in-progress", after="closed", evidence="minutes", reason="all done")
OWNER = event(EventKind.OWNER, before="A", after="Head of PSD")
FREED = event(EventKind.OWNER, before="A", after=None)
DUE = event(EventKind.DUE, before="2018-12-08", after="2027-03-31", reason="no staff")
FIRST = event(EventKind.DUE, after="2027-03-31")
NOTE = event(EventKind.NOTE, note="Asked the unit.")
EVIDENCE = event(EventKind.EVIDENCE, evidence="audit")
LINK = event(EventKind.LINK, after=CONCERN.id)
UNLINK = event(EventKind.UNLINK, before=CONCERN.id)
MERGE = event(EventKind.MERGE, before="a8k2mz1", after=AREA.id)
SPLIT = event(EventKind.SPLIT, before=AREA.id, after="a9k2mz1", finds=(CONCERN.id,))
OPEN = event(EventKind.OPEN, after=CONCERN.id)
RENAME = event(EventKind.RENAME, before="Old", after="New")
RESPONSE = event(EventKind.RESPONSE, area=None, report=RECORD.id, after="2026-03-02")
UNDO = event(EventKind.UNDO, id="e9", undoes="e1", before="2027-03-31", after="2018-12-08")
HOSTILE_NOTE = event(EventKind.NOTE, note=HOSTILE, by=HOSTILE, reason=HOSTILE)

LOG = (view(STATUS), view(DUE, undone_by="e9"), view(NOTE), view(UNDO, undone=DUE))
OTHER = EventView(event(EventKind.NOTE, area="a8k2mz1", note=LONG), None, "a8k2mz1", "Queues")
GONE = EventView(event(EventKind.NOTE, area="a0", note="x"), None, None, None)
OUTCOME = Outcome((view(DUE), view(OWNER), OTHER), (AREA_VIEW,), ("All are closed.",), ("a5k2mz1",), written=True)

MOVES = (
    DueMove(None, date(2018, 12, 8), AT, BY, None),
    DueMove(date(2018, 12, 8), date(2026, 6, 1), AT, BY, "no staff"),
    DueMove(date(2026, 6, 1), date(2027, 3, 31), AT, "B. Deputy", None),
)
MOVED = AREA_VIEW._replace(
    state=STATE._replace(moved=2, due=date(2027, 3, 31), original_due=date(2018, 12, 8)),
    standing=Standing(moves=MOVES),
)
PROPOSAL = Proposal(AREA, AREA.proposed[0], LONG)


def change(what: ChangeKind, one: Event | None = None, **said: Any) -> Change:
    """Make a change of 2 March 2026 on the sample area."""
    base: dict[str, Any] = {"what": what, "area": AREA.id, "title": AREA.title, "day": AT.date(), "by": BY}
    return Change(**(base | {"event": one} | said))


CHANGES = (
    change(ChangeKind.REPORTED, report=RECORD.id, by="inspectorate"),
    change(ChangeKind.MOVED, DUE, before=DUE.before, after=DUE.after, reason="no staff"),
    change(ChangeKind.CLOSED, STATUS),
    change(ChangeKind.NOTED, NOTE),
    change(ChangeKind.TAKEN_BACK, UNDO, before=UNDO.before, after=UNDO.after),
    change(ChangeKind.MOVED, FIRST),
)
