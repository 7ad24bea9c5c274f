"""Two analysts with a copy of the store each: reports that they import and decisions that they make, one an hour."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from inspect_cli.errors import UsageError
from inspect_cli.model import AreaStatus, Carried, MergeOutcome
from inspect_cli.store import open_register
from inspect_cli.store.locking import Writing
from inspect_cli.workflow.book import Book, open_book
from inspect_cli.workflow.carrying import carried
from inspect_cli.workflow.deciding import Request, decide
from inspect_cli.workflow.importing import ImportOptions, gather, import_reports
from inspect_cli.workflow.linking import Link, Unlink
from inspect_cli.workflow.merging import merge
from inspect_cli.workflow.responding import Respond
from inspect_cli.workflow.shaping import Merge, Open, Rename, Split
from inspect_cli.workflow.undoing import Undo
from inspect_cli.workflow.update import Note, Update
from tests.workflow.desk import BACKLOGS, NATIONAL, PANEL, RECORDS, told

BEGIN = datetime(2024, 1, 1, 9, 0, tzinfo=UTC)
MERGING = Writing(datetime(2025, 1, 1, 9, 0, tzinfo=UTC))
TODAY = date(2025, 6, 1)
FOLLOWED = "The force has not achieved our 2016 area for improvement on clearing its backlog of vetting renewals.\n"
PANEL_AGAIN = "The force should review how its ethics panel chooses what it looks at, and when."
HORSES = "The force should feed its horses at noon."

# The files that may be imported; the last of those of one name is its newer version.
FILES: tuple[tuple[str, str], ...] = (
    ("kent-2014.txt", told(2014, BACKLOGS)),
    ("kent-2016.txt", told(2016, BACKLOGS, PANEL)),
    ("kent-2018.txt", told(2018, PANEL, RECORDS, prose=FOLLOWED)),
    ("kent-2018.txt", told(2018, PANEL_AGAIN, RECORDS, HORSES, prose=FOLLOWED)),
    ("all-2017.txt", NATIONAL),
)


class Step(NamedTuple):
    """What an analyst does: one of ``FILES`` to import, or a decision; ``pick`` says on what of what there is."""

    what: str
    pick: int = 0


class Analyst:
    """Somebody with a data folder; each step is an hour after the one before, and a minute after the other's."""

    def __init__(self, folder: Path, by: str, minute: int, begin: datetime = BEGIN) -> None:
        self.folder = folder
        self.by = by
        self.now = begin + timedelta(minutes=minute)

    def do(self, *steps: Step) -> None:
        """Take steps; a decision for which there is nothing yet is left out."""
        for step in steps:
            self.now += timedelta(hours=1)
            if step.what == "import":
                self._import(*FILES[step.pick % len(FILES)])
            else:
                self._decide(step)

    def _import(self, name: str, text: str) -> None:
        path = self.folder.parent / name
        path.write_text(text, encoding="utf-8")
        outcome = import_reports(self.folder, gather([path], path.parent).sources, ImportOptions(jobs=1), self.now)
        assert not outcome.failed

    def _decide(self, step: Step) -> None:
        book = open_book(self.folder, self.now.date())
        request = asked(book, step, self.by) if book.areas else None
        if request is not None:
            try:
                decide(self.folder, request, self.now, self.by)
            except UsageError:
                return

    def copy(self, name: str) -> Path:
        """Give a copy of the data folder as it is now."""
        return Path(shutil.copytree(self.folder, self.folder.parent / name))

    def carried(self) -> Carried:
        """Take all out of the store."""
        return carried(open_register(self.folder))


def asked(book: Book, step: Step, by: str) -> Request | None:
    """Give what a step asks for, of the areas and finds that there are; None where there is nothing to ask for."""
    area = book.areas[step.pick % len(book.areas)]
    other = book.areas[(step.pick + 1) % len(book.areas)]
    finds = [*(find.id for find in book.findings), *(find.id for find in book.references)]
    find = finds[step.pick % len(finds)]
    statuses = (AreaStatus.OPEN, AreaStatus.IN_PROGRESS, AreaStatus.COMPLETE)
    requests: dict[str, Callable[[], Request | None]] = {
        "status": lambda: Update((area.id,), status=statuses[step.pick % 3]),
        "owner": lambda: Update((area.id,), owner=f"Head of {by}"),
        "due": lambda: Update((area.id,), due=date(2026, 1 + step.pick % 12, 1), reason="agreed"),
        "note": lambda: Note(area.id, f"noted by {by}"),
        "rename": lambda: Rename(area.id, f"{area.title} of {by}"),
        "link": lambda: Link((find,), area.id),
        "unlink": lambda: Unlink((area.members[step.pick % len(area.members)].id,), area.id),
        "merge": lambda: Merge(area.id, (other.id,)) if area.force == other.force else None,
        "split": lambda: Split(area.id, (area.members[0].id,)),
        "open": lambda: Open(find, force="kent"),
        "respond": lambda: Respond(book.reports[step.pick % len(book.reports)].id, date(2023, 12, 1 + step.pick % 28)),
        "undo": Undo,
    }
    return requests[step.what]()


DECISIONS = (
    "status",
    "owner",
    "due",
    "note",
    "rename",
    "link",
    "unlink",
    "merge",
    "split",
    "open",
    "respond",
    "undo",
)


def join(into: Path, other: Carried) -> MergeOutcome:
    """Merge another copy into the store of a folder."""
    return merge(into, other, MERGING)


def facts(folder: Path) -> dict[str, Any]:
    """Give all that the store of a folder holds, as it would be asked for."""
    register = open_register(folder)
    names = ("reports", "judgements", "findings", "references", "ungraded", "areas", "resolutions", "events", "at_hand")
    known: dict[str, Any] = {name: getattr(register, name) for name in names}
    known |= {"aliases": dict(sorted(register.aliases.items())), "figures": register.figures}
    return known | {"texts": {report.id: register.text(report) for report in register.reports}}


def rows(folder: Path) -> dict[str, Any]:
    """Give the tables of the store as they stand in its file, but for its head."""
    tables: dict[str, Any] = json.loads((folder / "inspections.json").read_bytes())
    return {name: sorted(map(json.dumps, rows.values())) for name, rows in tables.items() if name != "meta"}
