"""Commands that decide something: planned, asked about where much would change, carried out, and told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from inspect_cli.cli.printing import say
from inspect_cli.cli.session import Session
from inspect_cli.errors import UsageError

if TYPE_CHECKING:
    from inspect_cli.model import Outcome
    from inspect_cli.workflow.deciding import Request

# From so many areas on a command asks before it changes them.
MANY = 3
_NOT_DONE = UsageError.exit_status


def carry_out(session: Session, request: Request) -> None:
    """Do what is requested, or with --dry-run plan it, and say what was changed.

    Raises UsageError for what cannot be done, and where many areas would change and nobody can be asked.
    """
    from inspect_cli.workflow.deciding import decide, plan

    if session.as_of:
        raise UsageError("--as-of looks back on a day, and what is decided is decided now", "leave --as-of out")
    session.need_no_loss()
    planned = plan(session.folder, request, session.now, session.by)
    session.know(planned.register)
    if session.given.get("dry_run"):
        _tell(session, planned.outcome)
        return
    if not session.given.get("yes"):
        _ask(session, planned.outcome)
    _tell(session, decide(session.folder, request, session.now, session.by, session.writing, planned))


def _ask(session: Session, planned: Outcome) -> None:
    count = len(_areas(planned))
    if count < MANY:
        return
    if not _can_be_asked():
        raise UsageError(f"{count} areas would be changed", "to change them say --yes; to see how: --dry-run")
    from inspect_cli.show.decisions import outcome_lines

    for line in outcome_lines(planned, session.look):
        say(line.plain)
    if not _agreed(f"Change these {count} areas?"):
        say("Nothing was changed.")
        raise typer.Exit(_NOT_DONE)


def _agreed(question: str) -> bool:
    """Ask; an input that ends, or is broken off, is no agreement."""
    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        say("")
        return False


def _can_be_asked() -> bool:
    return sys.stdin.isatty()


def _areas(outcome: Outcome) -> set[str]:
    """Give the areas that are changed, those among them that another one takes in."""
    from inspect_cli.model import EventKind

    events = [view.event for view in outcome.events]
    merged = {event.before for event in events if event.kind is EventKind.MERGE}
    return {name for name in ({event.area for event in events} | merged) if name}


def _tell(session: Session, outcome: Outcome) -> None:
    """Say what was done; to a script the events, and beside them what else there is to know."""
    if not session.out.is_table:
        from inspect_cli.show import as_json
        from inspect_cli.show.as_csv import FIELDS

        session.out.answer([as_json.event(view) for view in outcome.events], fields=FIELDS["events"])
        for message in outcome.messages:
            session.out.say(message)
        return
    from rich.text import Text

    from inspect_cli.show.decisions import outcome_lines

    lines = list(outcome_lines(outcome, session.look))
    planned = [] if outcome.written or not outcome.events else [Text("Nothing is written; this is the plan.")]
    session.out.show(Text("\n").join([*planned, *lines]))
    session.out.footer([_next(outcome)] if outcome.written else [])


def _next(outcome: Outcome) -> str:
    """Say what may be done next; an undo is not taken back, the next one goes a decision further back."""
    from inspect_cli.model import EventKind

    if any(view.event.kind is EventKind.UNDO for view in outcome.events):
        return "what still holds: inspect-cli log"
    return "to take it back: inspect-cli undo"
