"""What a grade means in a cycle, and with what it may be compared; it asks nothing of the store."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.offers import grades
from inspect_cli.cli.options import taking
from inspect_cli.cli.session import begin

GradeName = Annotated[
    str | None, typer.Argument(metavar="[GRADE]", help="outstanding, good, adequate, ….", autocompletion=grades)
]


def explain(context: typer.Context, grade: GradeName = None) -> None:
    """Say what a grade means in a cycle and what may be compared.

    Without --cycle: the grade through all cycles. Without a grade: the cycle whole, or all cycles.
    """
    from inspect_cli.workflow.explaining import explain as meanings
    from inspect_cli.workflow.explaining import scale_of

    session = begin(context)
    label = session.given.get("cycle")
    found = meanings(grade, label)
    if not session.out.is_table:
        from inspect_cli.show.as_csv import FIELDS
        from inspect_cli.show.meaning import meaning_record

        session.out.answer([meaning_record(one) for one in found], fields=FIELDS["meanings"])
        return
    from inspect_cli.show.meaning import meaning_text, meanings_footer, meanings_table

    if label is None:
        session.out.show(meanings_table(found, session.out.width))
        session.out.footer(meanings_footer())
    else:
        session.out.show(meaning_text(found[0], scale_of(label)))
        session.out.footer(["all cycles: inspect-cli explain"])


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command(cls=taking("cycle"), epilog="Example: inspect-cli explain good --cycle 2018/19")(explain)
