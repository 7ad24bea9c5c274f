"""Whether the store itself can be relied on: doctor, of how it holds together; verify, of every quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from inspect_cli.cli.check import need_store
from inspect_cli.cli.options import taking
from inspect_cli.cli.printing import put
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspect_cli.model import Problem

# What the store answers wrongly while these are found; other problems do no harm beyond themselves.
_DAMAGE = ("totals", "duplicate-id", "text", "link")


def doctor(context: typer.Context) -> None:
    """Say what is not right in the store, one line each.

    With --repair what is safe to mend is mended, after a backup: links, counts, leftovers.
    Ends with 4 where the store is damaged, totals do not add up, a text is gone or a link leads nowhere; else with 0,
    also where a decision is listed whose area or finding is gone.
    """
    from inspect_cli.show.as_csv import FIELDS
    from inspect_cli.show.attention import problem_line, problem_record, sound_line
    from inspect_cli.workflow.doctor import doctor as look_through

    session = begin(context)
    session.need_now()
    need_store(session)
    if session.given.get("repair"):
        _repair(session)
        return
    found = look_through(session.folder, session.today)
    if not session.out.is_table:
        session.out.answer([problem_record(one) for one in found], fields=FIELDS["problems"])
    elif found:
        put("".join(f"{problem_line(one)}\n" for one in found))
        _say_mendable(session, found)
    else:
        session.out.show(sound_line(len(session.book.areas), len(session.book.reports)))
    _end(found)


def _say_mendable(session: Session, found: Iterable[Problem]) -> None:
    from inspect_cli.workflow.mending import MENDABLE

    if any(one.test in MENDABLE for one in found):
        session.out.say("hint: to mend what is safe to mend: inspect-cli doctor --repair")


def _repair(session: Session) -> None:
    from inspect_cli.show.as_csv import FIELDS
    from inspect_cli.show.attention import mended_lines, mended_record, mended_records
    from inspect_cli.workflow.mending import repair

    done = repair(session.folder, session.today, session.writing)
    if session.out.is_table:
        put("".join(f"{line}\n" for line in mended_lines(done)))
    else:
        session.out.answer(mended_records(done), mended_record(done), FIELDS["mended"])
    _end(done.left)


def _end(found: Iterable[Problem]) -> None:
    if any(one.test in _DAMAGE for one in found):
        raise typer.Exit(StoreError.exit_status)


def verify(context: typer.Context) -> None:
    """Cut every quote again from the texts and compare.

    Reports whose file changed since they were imported are told too.
    Ends with 4 where a quote or a text is not as it was stored; with 0 where only a file changed. That a file is no
    longer there is no fault.
    """
    from inspect_cli.show.as_csv import FIELDS
    from inspect_cli.show.attention import verified_line, verify_line, verify_record
    from inspect_cli.workflow.verifying import verify as look

    session = begin(context)
    session.need_now()
    need_store(session)
    done = look(session.folder)
    if not session.out.is_table:
        session.out.answer([verify_record(one) for one in done.found], fields=FIELDS["verified"])
    else:
        put("".join(f"{verify_line(one)}\n" for one in done.found))
        session.out.show(verified_line(done))
    if any(one.check != "file" for one in done.found):
        raise typer.Exit(StoreError.exit_status)


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command(cls=taking("repair", "wait"), epilog="Example: inspect-cli doctor --repair")(doctor)
    app.command(cls=taking(), epilog="Example: inspect-cli verify")(verify)
