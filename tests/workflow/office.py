"""A force's store of a few records, and decisions made in it one a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from inspect_cli.link import link
from inspect_cli.model import (
    AreaView,
    Deadline,
    Extraction,
    Finding,
    FindingKind,
    Outcome,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
    make_id,
)
from inspect_cli.workflow.book import Book, open_book
from inspect_cli.workflow.deciding import Request, decide, plan
from tests.builders import finding, reference, report
from tests.storing import change

BEGIN = datetime(2024, 1, 1, 9, 0, tzinfo=UTC)
TODAY = date(2024, 6, 1)
BY = "A. Analyst"

OLD = report(id="r000016", inspection_year=2016, published=date(2016, 12, 8), title="Legitimacy 2016")
NEW = report(id="r000018", inspection_year=2018, published=date(2019, 9, 27), title="Legitimacy 2018")
BACKLOG = finding(
    "The force should clear its backlog of vetting renewals.",
    id="fbacklog",
    report=OLD.id,
    year=2016,
    deadline=Deadline("by 2018", date(2018, 12, 8)),
)
AGAIN = reference(
    "The force has not cleared its backlog of vetting renewals.",
    id="xagain",
    report=NEW.id,
    to_year=2016,
    to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT,
    verdict=Verdict.NOT_ACHIEVED,
)
HORSES = finding("The force should feed its horses at noon.", id="fhorses", report=NEW.id)
HAY = finding("Hay lay about.", id="fhay", report=NEW.id, kind=FindingKind.CONCERN)
TOLD: tuple[tuple[Report, tuple[Finding, ...], tuple[Reference, ...]], ...] = (
    (OLD, (BACKLOG,), ()),
    (NEW, (HORSES, HAY), (AGAIN,)),
)


def area_of(find: str, force: str = "cheshire") -> str:
    """Give the id of the area that begins with a find."""
    return make_id("a", force, find, size=6)


VETTING, RIDING, HAYLOFT = area_of("fbacklog"), area_of("fhorses"), area_of("fhay")


class Office:
    """A data folder with records, linked; each decision is made a day after the one before."""

    def __init__(self, folder: Path, told: Sequence[tuple[Report, Sequence[Finding], Sequence[Reference]]] = TOLD):
        self.folder = folder
        self.now = BEGIN
        with change(folder) as draft:
            for one, findings, references in told:
                draft.put_report(one, Extraction((), tuple(findings), tuple(references)), ("text",))
            everything = (draft.reports, draft.findings, draft.references)
            for force in sorted({force for one in draft.reports for force in one.forces}):
                draft.set_linked(force, link(force, *everything), {})

    def decide(self, request: Request, by: str = BY) -> Outcome:
        """Carry out a request, a day later."""
        self.now += timedelta(days=1)
        return decide(self.folder, request, self.now, by)

    def plan(self, request: Request) -> Outcome:
        """Plan a request."""
        return plan(self.folder, request, self.now + timedelta(days=1), BY).outcome

    def book(self, as_of: date | None = None) -> Book:
        """Open the store as it is on a fixed day."""
        return open_book(self.folder, TODAY, as_of)

    def view(self, area: str) -> AreaView:
        """Give an area as it stands."""
        book = self.book()
        return next(book.view_of(one) for one in book.areas if one.id == area)

    def members(self) -> dict[str, set[str]]:
        """Give the members of each area."""
        return {area.id: {member.id for member in area.members} for area in self.book().areas}

    def stored(self) -> dict[str, bytes]:
        """Give every file of the data folder but the lock."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".lock")
        return {str(path): path.read_bytes() for path in files}


def told(outcome: Outcome) -> list[tuple[str, str | None, str | None, str | None]]:
    """Give kind, values before and after and reason of each event, in the order in which they were written."""
    events = [view.event for view in outcome.events]
    return [(event.kind.value, event.before, event.after, event.reason) for event in events]
