"""The data folder: where it is, and how to begin one."""

from __future__ import annotations

import typer

from inspect_cli.cli.options import taking
from inspect_cli.cli.session import begin


def where(context: typer.Context) -> None:
    """Say where the data folder is, and why there."""
    from inspect_cli.show import answers

    session = begin(context)
    record = answers.where(session.where)
    if session.out.is_table:
        from inspect_cli.show.overview import where_text

        session.out.show(where_text(session.where))
        session.out.footer([] if session.where.exists else ["no store yet: inspect-cli import FOLDER makes one"])
    else:
        session.out.answer([record], record)


def init(context: typer.Context) -> None:
    """Make a data folder with a settings file.

    What is there already is left as it is.
    """
    from inspect_cli.show import answers
    from inspect_cli.workflow.folder import init_folder

    session = begin(context)
    made = init_folder(session.folder)
    if session.out.is_table:
        from inspect_cli.show.columns import cell

        settings = session.folder / "settings.toml"
        session.out.show(cell(f"made {settings}" if made else f"{settings} was there already; nothing was changed"))
        session.out.footer(["next: inspect-cli import FOLDER"])
    else:
        record = answers.where(session.where)
        session.out.answer([record], record)


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command(cls=taking(), epilog="Example: inspect-cli where")(where)
    app.command(cls=taking(), epilog="Example: inspect-cli init --data ~/inspections")(init)
