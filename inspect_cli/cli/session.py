"""One run of a command: what was asked for, where the data is, and how the answer is put out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from inspect_cli.cli.options import META
from inspect_cli.cli.output import Output
from inspect_cli.errors import StoreError, UsageError

if TYPE_CHECKING:
    from inspect_cli.model import Filters, Where
    from inspect_cli.show.look import Look
    from inspect_cli.store import Register
    from inspect_cli.store.locking import Writing
    from inspect_cli.workflow.book import Book
    from inspect_cli.workflow.settings import Settings

VARIABLE = "INSPECT_CLI_DATA"
# For tests, and to replay what was done: the moment that counts as now.
CLOCK = "INSPECT_CLI_NOW"
_LIMIT = 50
_WAIT = 10


class Session:
    """What was typed, checked; the clock, the environment and the working folder are read here and nowhere below."""

    def __init__(self, given: dict[str, Any], command: str = "") -> None:
        self.given = given
        self._command = command
        self._of_one_force = False
        self.out = Output(given)
        self.as_of = self.day("as_of")

    @cached_property
    def now(self) -> datetime:
        """The time of asking, with its zone; that of INSPECT_CLI_NOW where it is set. Raises UsageError."""
        told = os.environ.get(CLOCK)
        return read_moment(told, CLOCK) if told else datetime.now(UTC).astimezone()

    @property
    def today(self) -> date:
        """The day of asking."""
        return self.now.date()

    @property
    def by(self) -> str:
        """Who decides: --by, else ``by`` of the settings, else the login name; raises UsageError where nobody is."""
        named = self.given.get("by") or self.settings.by
        return named if named else _login_name()

    @cached_property
    def where(self) -> Where:
        """Where the data folder is, and why."""
        from inspect_cli.workflow.folder import find_folder

        user_folder = Path(typer.get_app_dir("inspect-cli"))
        return find_folder(self.given.get("data"), os.environ.get(VARIABLE), Path.cwd(), user_folder)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return Path(self.where.data)

    @cached_property
    def settings(self) -> Settings:
        """The settings of the data folder."""
        from inspect_cli.workflow.settings import read_settings

        return read_settings(self.folder)

    @property
    def writing(self) -> Writing:
        """How the store is changed: how long to wait for another who changes it, and what that one is told of us."""
        from inspect_cli.cli.days import read_number
        from inspect_cli.store.locking import Writing

        wait = self.given.get("wait")
        by = self.given.get("by") or self.settings.by or _login_name(nobody="somebody")
        who = f"{by}'s inspect-cli {self._command} (process {os.getpid()} on {_machine()})"
        return Writing(self.now, float(_WAIT if wait is None else read_number(wait, "--wait", "30")), who, self.out.say)

    def need_now(self) -> None:
        """Refuse --as-of where it would change nothing; raises UsageError."""
        if self.as_of:
            raise UsageError("--as-of looks back on a day, and this is about all that is known", "leave --as-of out")

    def need_no_loss(self) -> None:
        """Refuse to take a store that is gone for one that never was; raises StoreError with the way back."""
        if not self.where.exists:
            from inspect_cli.workflow.keeping import left_without

            if back := left_without(self.folder):
                raise StoreError(f"The store {self.where.store} is gone, but former states of it are kept.", back)

    @cached_property
    def book(self) -> Book:
        """What the store knows, today or on the day of --as-of."""
        from inspect_cli.workflow.book import open_book

        self.need_no_loss()
        return open_book(self.folder, self.today, self.as_of, self.force if self._of_one_force else None)

    @property
    def force(self) -> str | None:
        """The force asked for, or that of the settings."""
        from inspect_cli.workflow.filters import read_force

        named = self.given.get("force") or self.settings.force
        return read_force(named) if named else None

    def know(self, register: Register) -> None:
        """Take what was read of the store for a decision as what is known of it: ids, reports and their titles."""
        from inspect_cli.workflow.book import Book

        self.book = Book(register, self.today)

    def keep_to_force(self) -> None:
        """Say that of the book nothing will be asked but what concerns the force asked for, where one is."""
        self._of_one_force = True

    def filters(self, *kinds: type[StrEnum]) -> Filters:
        """Check the filters that were given; ``kinds`` are what --kind may name. Raises UsageError."""
        from inspect_cli.workflow.filters import Asked, read_filters

        given = self.given.get
        asked = Asked(
            force=given("force") or self.settings.force,
            year=self._year("year"),
            since=self._year("since"),
            until=self._year("until"),
            pillar=given("pillar"),
            grade=given("grade"),
            kind=given("kind"),
            theme=given("theme"),
            formal=bool(given("formal")),
            report=given("report"),
            status=given("status"),
            national=bool(given("national")),
        )
        return read_filters(self.book, asked, *([kinds] if kinds else []))

    def day(self, name: str, option: str = "", *, past: bool = True) -> date | None:
        """Read the day given as ``name``, None where none was; raises UsageError, which calls it ``option``.

        ``past``: a day without its year is the latest one up to today, else the next one.
        """
        text = self.given.get(name)
        if text is None:
            return None
        from inspect_cli.cli.days import read_day

        return read_day(text, option or f"--{name.replace('_', '-')}", self.today, past=past)

    def _year(self, name: str) -> int | None:
        text = self.given.get(name)
        if text is None:
            return None
        from inspect_cli.cli.days import read_year

        return read_year(text, f"--{name}")

    def limited(self, views: Sequence[Any], *, from_end: bool = False) -> Sequence[Any]:
        """Take as many as --limit says, the first or the last; a table shows no more than 50 where it says nothing."""
        limit = self.limit
        if not limit:
            return views
        return views[-limit:] if from_end else views[:limit]

    @property
    def limit(self) -> int:
        """How many to show, 0 for all: what --limit says, else 50 in a table; raises UsageError for no number."""
        if "limit" in self.given:
            from inspect_cli.cli.days import read_number

            return read_number(self.given["limit"], "--limit")
        return _LIMIT if self.out.is_table else 0

    @cached_property
    def look(self) -> Look:
        """What tables need to know of the room, the ids and the reports."""
        from inspect_cli.show.look import Look, ShortIds

        return Look(self.out.width, ShortIds(self.book.every_id), self.book.reports_by_id, self.book.label)


def read_moment(text: str, source: str) -> datetime:
    """Read a moment with its zone, or a day, which begins at midnight; raises UsageError with examples."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is None and len(text.strip()) == len("2026-12-31"):
        moment = moment.replace(tzinfo=UTC)
    if moment is None or moment.tzinfo is None:
        raise UsageError(
            f"{source} is '{text}', which is no moment with a time zone",
            f"for example {source}=2026-12-31T09:00:00+00:00, or {source}=2026-12-31",
        )
    return moment


def _machine() -> str:
    import platform

    return platform.node() or "this machine"


def _login_name(nobody: str = "") -> str:
    """Give the name of whoever is logged in, or ``nobody`` where none is known; raises UsageError without that."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as unknown:
        if nobody:
            return nobody
        raise UsageError("nobody is named who decides this", "name a person with --by NAME") from unknown


def begin(context: typer.Context) -> Session:
    """Begin the session of a command from what was typed before and after its name."""
    return Session(dict(context.meta.get(META, {})), context.info_name or "")
