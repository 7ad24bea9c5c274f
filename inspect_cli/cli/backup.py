"""Former states of the store: kept on request, listed, brought back."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.offers import changes
from inspect_cli.cli.options import taking
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import UsageError

Change = Annotated[
    str | None,
    typer.Argument(
        metavar="[CHANGE]",
        help="The number of the change that left the state wanted; see --list.",
        show_default=False,
        autocompletion=changes,
    ),
]


def backup(context: typer.Context) -> None:
    """Keep the store as it is now, for good.

    Each change keeps the state before it anyway, but those are thinned out in time; this one is not.
    """
    from inspect_cli.show.formers import backup_line, former_record
    from inspect_cli.workflow.keeping import backup as keep

    session = begin(context)
    session.need_now()
    kept = keep(session.folder, session.writing)
    if session.out.is_table:
        session.out.tell(backup_line(kept))
    else:
        session.out.answer([former_record(kept)], former_record(kept))


def restore(context: typer.Context, change: Change = None) -> None:
    """Bring a former state back, or list what is kept.

    The state before is kept too, so that it can be brought back again; a damaged store is moved aside.
    """
    from inspect_cli.cli.days import read_number
    from inspect_cli.show.formers import restored_lines, restored_record
    from inspect_cli.workflow import keeping

    session = begin(context)
    session.need_now()
    if session.given.get("list"):
        _put_list(session, change)
        return
    if change is None:
        raise keeping.which(session.folder)
    number = read_number(change, "restore", "17")
    planned = session.given.get("dry_run")
    done = (
        keeping.plan_restore(session.folder, number)
        if planned
        else keeping.restore(session.folder, number, session.writing)
    )
    if session.out.is_table:
        for line in restored_lines(done):
            session.out.tell(line)
    else:
        session.out.answer([restored_record(done)], restored_record(done))


def _put_list(session: Session, change: str | None) -> None:
    from inspect_cli.show.as_csv import FIELDS
    from inspect_cli.show.formers import former_record, formers_table
    from inspect_cli.workflow.keeping import formers

    if change is not None:
        raise UsageError("restore --list lists, and brings nothing back", f"inspect-cli restore {change}")
    states = formers(session.folder)
    if not session.out.is_table:
        session.out.answer([former_record(state) for state in states], fields=FIELDS["formers"])
    elif states:
        session.out.show(formers_table(states, session.out.width))
        good = next((state.change for state in states if state.good), None)
        session.out.footer([] if good is None else [f"the newest good one: inspect-cli restore {good}"])
    else:
        session.out.show(
            "No former state is kept: each change keeps the one before it, inspect-cli backup the present."
        )


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command(cls=taking("wait"), epilog="Example: inspect-cli backup")(backup)
    app.command(cls=taking("list", "dry-run", "wait"), epilog="Example: inspect-cli restore 17")(restore)
