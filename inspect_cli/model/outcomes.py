"""What the tracker answers with: changes for a meeting, the log, responses, what a command did, what is not right."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from inspect_cli.model.events import Event
from inspect_cli.model.records import Area, Member, Report
from inspect_cli.model.views import AreaView
from inspect_cli.model.words import ChangeKind


class Change(NamedTuple):
    """One line of a meeting's paper: what happened, to which area or report, on which day, by whom and why.

    ``event`` is the decision (of what was taken back: the undo); None for what a ``report`` said.
    """

    what: ChangeKind
    area: str | None
    title: str
    day: date
    by: str
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    event: Event | None = None
    report: str | None = None


class ResponseView(NamedTuple):
    """Whether the local policing body must comment on a report, until when and why; and when it did.

    ``days_left`` is None once it did, or where there is no such clock. ``explain``: the report has a recommendation,
    so that the comments must say what is done about it, or why nothing is.
    """

    report: Report
    applies: bool
    why: str
    due: date | None
    published: date | None
    days_left: int | None
    late: bool
    explain: bool


class EventView(NamedTuple):
    """A line of the log: an event, the undo that took it back, and the area it speaks of today.

    ``area`` and ``title`` are of the area that goes on for the event's own, or of its report; None where that is gone.
    ``undone`` is what an undo took back.
    """

    event: Event
    undone_by: str | None
    area: str | None
    title: str | None
    undone: Event | None = None


class Proposal(NamedTuple):
    """A link that awaits a ruling: the area, the find that may belong to it and why, and the find's words."""

    area: Area
    member: Member
    text: str


class Outcome(NamedTuple):
    """What a command that decides something did, or would do where nothing was ``written``.

    ``areas`` are those it speaks of as they stand afterwards, ``unchanged`` the ids to which there was nothing to
    change, ``messages`` what the person should know besides.
    """

    events: tuple[EventView, ...]
    areas: tuple[AreaView, ...]
    messages: tuple[str, ...]
    unchanged: tuple[str, ...]
    written: bool


class CheckLine(NamedTuple):
    """One thing that needs attention: found by which check, of which area or report, and since when."""

    check: str
    area: str | None
    report: str | None
    since: date | None
    message: str


class FormerState(NamedTuple):
    """A kept state of the store: the change that left it and when, what it holds (None: not known), and its file.

    ``kept``: a person asked for it, and it is never thinned out. ``good``: it can be read whole.
    """

    change: int
    at: str | None
    reports: int | None
    events: int | None
    size: int
    kept: bool
    good: bool
    file: str


class Restored(NamedTuple):
    """What bringing a former state back did, or would do where it is not ``written``.

    ``change`` is the number of the change that did it, ``before`` that of the state it replaced, which is kept, and
    ``damaged`` the file to which a damaged one was moved. ``same``: the store stood like this already. ``missing`` are
    the reports whose text is gone.
    """

    state: FormerState
    written: bool
    same: bool
    change: int | None
    before: int | None
    damaged: str | None
    missing: tuple[str, ...]


class Problem(NamedTuple):
    """Something that is not right in the store: found by which test, of which id, and what it is."""

    test: str
    id: str | None
    message: str


class Mended(NamedTuple):
    """What was mended in a store and what is left to mend; ``backup`` is where it was kept before, None: untouched."""

    backup: str | None
    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


class VerifyLine(NamedTuple):
    """Something that no longer agrees: by which check, of which find (or report) in which report, and what."""

    check: str
    id: str | None
    report: str
    message: str


class Verified(NamedTuple):
    """What verifying found; how many reports and quotes were looked at, and of how many reports the file is gone."""

    found: tuple[VerifyLine, ...]
    reports: int
    quotes: int
    gone: int
