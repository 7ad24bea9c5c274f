"""Where the force stands with areas: status, owner, due date, evidence; and what it notes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from inspect_cli.errors import UsageError
from inspect_cli.model import Area, AreaStatus, AreaView, EventKind, day_in_full
from inspect_cli.track.events import Said
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.deciding import Pen
from inspect_cli.workflow.ids import area_named

ANYWAY = "anyway: "


@dataclass(frozen=True, slots=True)
class Update:
    """A request to set what is given for each of ``areas`` (beginnings of ids); None leaves a thing as it is.

    An empty ``owner`` takes the owner off, ``no_due`` the analyst's due date. ``anyway`` is the reason for which
    evidence or a reason may be lacking; the log keeps it.
    """

    areas: tuple[str, ...]
    status: AreaStatus | None = None
    owner: str | None = None
    due: date | None = None
    no_due: bool = False
    reason: str | None = None
    evidence: str | None = None
    anyway: str | None = None

    def on_areas(self) -> tuple[str, ...]:
        """Give the areas named."""
        return self.areas

    def write(self, book: Book, pen: Pen) -> None:
        """Write an event for each field that changes; raises UsageError for what is lacking."""
        if self.status is None and self.owner is None and self.due is None and not (self.no_due or self.evidence):
            raise UsageError(
                "nothing was named that should change",
                "name --status, --owner, --due or --evidence; a remark is kept with: inspect-cli note AREA TEXT",
            )
        if self.due is not None and self.no_due:
            raise UsageError("a due date was given and taken off at once", "give --due once")
        for area in areas_named(book, self.areas):
            changes = list(self._changes(book.view_of(area)))
            for kind, said in changes:
                pen.write(kind, area.id, **said)
            if not changes:
                pen.unchanged.append(area.id)

    def _changes(self, view: AreaView) -> Iterator[tuple[EventKind, Said]]:
        evidence = _text(self.evidence)
        if evidence in view.standing.evidence:
            evidence = None
        if self.status is not None and self.status is not view.state.status:
            yield EventKind.STATUS, self._status(view, evidence)
        elif evidence:
            yield EventKind.EVIDENCE, Said(field="evidence", evidence=evidence, reason=_text(self.reason))
        if self.owner is not None and _text(self.owner) != view.state.owner:
            owner = Said(field="owner", before=view.state.owner, after=_text(self.owner), reason=_text(self.reason))
            yield EventKind.OWNER, owner
        if self.no_due if self.due is None else self.due != view.state.due:
            yield from self._due(view)

    def _status(self, view: AreaView, evidence: str | None) -> Said:
        lacking = None
        if self.status is AreaStatus.CLOSED and not (evidence or view.standing.evidence):
            lacking = f"'{view.area.title}' cannot be closed without evidence", "--evidence TEXT"
        if self.status is AreaStatus.NOT_ACCEPTED and not _text(self.reason):
            lacking = f"'{view.area.title}' cannot be set to not accepted without a reason", "--reason TEXT"
        return Said(
            field="status",
            before=view.state.status.value,
            after=self.status.value if self.status else None,
            reason=self._reason(lacking),
            evidence=evidence,
        )

    def _due(self, view: AreaView) -> Iterator[tuple[EventKind, Said]]:
        before = view.state.due
        if self.no_due and view.standing.due is None:
            return  # the inspectorate's own deadline is not the analyst's to take off
        lacking = None
        if before and not _text(self.reason):
            date_of = f"the due date of '{view.area.title}', {day_in_full(before)},"
            lacking = f"{date_of} cannot be moved without a reason", "--reason TEXT"
        reason = self._reason(lacking)
        yield EventKind.DUE, Said(field="due", before=_iso(before), after=_iso(self.due), reason=reason)

    def _reason(self, lacking: tuple[str, str] | None) -> str | None:
        """Give the reason to be kept; raises UsageError where something is lacking and nothing was said against it."""
        reason, anyway = _text(self.reason), _text(self.anyway)
        if lacking is None:
            return reason or anyway
        if anyway is None:
            raise UsageError(lacking[0], f"add {lacking[1]}, or --anyway REASON, which the log will show")
        return f"{reason}; {ANYWAY}{anyway}" if reason else ANYWAY + anyway


@dataclass(frozen=True, slots=True)
class Note:
    """A request to keep a remark on an area."""

    area: str
    text: str

    def on_areas(self) -> tuple[str, ...]:
        """Give the area named."""
        return (self.area,)

    def write(self, book: Book, pen: Pen) -> None:
        """Write the note; raises UsageError for an empty one."""
        text = _text(self.text)
        if text is None:
            raise UsageError("the note is empty", "inspect-cli note AREA TEXT")
        pen.write(EventKind.NOTE, area_named(book, self.area).id, field="note", note=text)


def areas_named(book: Book, names: Iterable[str]) -> tuple[Area, ...]:
    """Give the areas that ``names`` begin the ids of, each once; raises UsageError, also where none is named."""
    areas = {area.id: area for area in (area_named(book, name) for name in names)}
    if not areas:
        raise UsageError("no area was named", "name one by its id: inspect-cli areas")
    return tuple(areas.values())


def _text(text: str | None) -> str | None:
    """Give a text without needless blanks; None for an empty one."""
    return " ".join((text or "").split()) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
