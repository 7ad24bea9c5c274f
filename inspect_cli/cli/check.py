"""What needs attention: check, for a person or from cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from inspect_cli.cli.nagios import State
from inspect_cli.cli.options import taking
from inspect_cli.cli.printing import put
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import StoreError

if TYPE_CHECKING:
    from inspect_cli.model import CheckLine
    from inspect_cli.workflow.checking import Checks

_ATTENTION = 1


def check(context: typer.Context) -> State | None:
    """Say what needs attention, one line each.

    Nothing is said where nothing needs it. Without a choice of checks: what is overdue or due soon, dates moved
    without a reason, responses past their day.
    Ends with 1 where anything was found, with 0 where not.
    """
    from inspect_cli.workflow.checking import check as look_for

    session = begin(context)
    need_store(session)
    checks = _checks(session)
    found = look_for(session.book, checks)
    if session.given.get("nagios"):
        return _put_state(found, checks)
    _put(session, found)
    if found:
        raise typer.Exit(_ATTENTION)
    return None


def need_store(session: Session) -> None:
    """Refuse to go on without a store: that there is none must not read as that all is well. Raises StoreError."""
    session.need_no_loss()
    if not session.where.exists:
        hint = "name its folder with --data or INSPECT_CLI_DATA; inspect-cli where says which one was taken, and why"
        raise StoreError(f"there is no store: {session.where.store}", hint)


def _checks(session: Session) -> Checks:
    from inspect_cli.cli.days import read_number
    from inspect_cli.workflow.checking import Checks

    given = session.given
    numbers = {
        name: read_number(given[name], f"--{name.replace('_', '-')}", "28")
        for name in ("due_within", "stale")
        if name in given
    }
    chosen = Checks(
        overdue=bool(given.get("overdue")),
        due_within=numbers.get("due_within"),
        stale=numbers.get("stale"),
        moved_without_reason=bool(given.get("moved_without_reason")),
        filters=session.filters(),
    )
    if chosen.named:
        return chosen
    return Checks(True, session.settings.due_soon_days, session.settings.stale_days, True, True, chosen.filters)


def _put(session: Session, found: tuple[CheckLine, ...]) -> None:
    from inspect_cli.show.as_csv import FIELDS
    from inspect_cli.show.attention import check_line, check_record

    if session.out.is_table:
        put("".join(f"{check_line(one, session.look)}\n" for one in found))
    else:
        session.out.answer([check_record(one) for one in found], fields=FIELDS["checks"])


def _put_state(found: tuple[CheckLine, ...], checks: Checks) -> State:
    from inspect_cli.show.attention import monitoring_line

    asked = {
        "overdue": checks.overdue,
        "response": checks.overdue or checks.responses,
        "due-within": checks.due_within is not None,
        "moved-without-reason": checks.moved_without_reason,
        "stale": checks.stale is not None,
    }
    state, line = monitoring_line(found, [name for name, made in asked.items() if made])
    put(f"{line}\n")
    return State[state]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    options = ("force", "national", "overdue", "due-within", "stale", "moved-without-reason", "nagios")
    app.command(cls=taking(*options), epilog="Example: inspect-cli check --overdue --due-within 14")(check)
