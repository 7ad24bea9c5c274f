"""A folder of made-up reports beside a data folder, and imports from the one into the other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inspect_cli.model import Given, ImportOutcome
from inspect_cli.store import Register, open_register
from inspect_cli.workflow.importing import ImportOptions, gather, import_reports

NOW = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
LATER = datetime(2024, 6, 7, 8, 9, tzinfo=UTC)

BACKLOGS = "The force should make sure that it clears its backlog of vetting renewals."
PANEL = "The force should review how its ethics panel chooses what it looks at."
RECORDS = "The force should record every complaint within one working day."

PROSE = """\
The constabulary serves a county of towns and farms. Its officers told us of long days and of supervisors who listen.
We spoke with people at three stations and read a sample of files. Members of the public can raise a matter at a front
counter, by telephone or through a form, and most of them hear back within the week.
"""


NATIONAL = """\
PEEL: Police legitimacy 2017

A national overview

HMICFRS inspected all 43 police forces in England and Wales in 2017.

Recommendations

- By December 2018, all forces should have started to clear their backlogs of vetting renewals.
"""


def told(year: int, *areas: str, prose: str = PROSE) -> str:
    """Write a short report on Kent of one inspection year with these areas for improvement."""
    bullets = "\n".join(f"- {area}" for area in areas)
    head = f"Kent PEEL {year}\n\nLegitimacy\n\nLast updated 08/12/{year}\n\nGood\n\n"
    return f"{head}{prose}\nInspected in {year}.\n\nAreas for improvement\n\n{bullets}\n"


class Desk:
    """A folder of reports and a data folder, and imports from the one into the other."""

    def __init__(self, base: Path, data: Path) -> None:
        self.base = base
        self.data = data
        (base / "in").mkdir(exist_ok=True)

    def write(self, name: str, text: str) -> Path:
        """Put a file into the folder of reports."""
        path = self.base / "in" / name
        path.write_text(text, encoding="utf-8")
        return path

    def take(
        self, *names: str, now: datetime = NOW, keep_both: bool = False, jobs: int = 1, **given: Any
    ) -> ImportOutcome:
        """Import the files named, or the whole folder; ``given`` is what options say."""
        paths = [Path("in", name) for name in names] or [Path("in")]
        said = {key: Given(value, f"--{key}") for key, value in given.items()}
        options = ImportOptions(said, keep_both=keep_both, jobs=jobs)
        return import_reports(self.data, gather(paths, self.base).sources, options, now)

    @property
    def stored(self) -> Register:
        """The store as it is now."""
        return open_register(self.data)

    def said(self) -> dict[str, str]:
        """Give the ids of the stored findings by their words."""
        return {find.quote: find.id for find in self.stored.findings}
