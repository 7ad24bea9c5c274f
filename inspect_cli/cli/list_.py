"""The listings: reports, judgements, trend, findings, references, search, themes; and the status of it all."""

from __future__ import annotations

from typing import Annotated

import typer

from inspect_cli.cli.listing import as_of_line, colours_line, nothing, put
from inspect_cli.cli.options import FILTERS, taking
from inspect_cli.cli.respond import put_responses
from inspect_cli.cli.session import Session, begin

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="The words to look for; a theme's name will do.")]


def reports(context: typer.Context) -> None:
    """List the source reports and how much was found in each.

    With --responses: until when the local policing body must publish its comments, and when it did.
    """
    from inspect_cli.model import DocumentKind
    from inspect_cli.workflow.queries import list_reports

    session = begin(context)
    if session.given.get("responses"):
        put_responses(session)
    else:
        put(session, "reports", list_reports(session.book, session.filters(DocumentKind)))


def judgements(context: typer.Context) -> None:
    """List the judgements, newest first.

    A grade is either inspected or carried over from an earlier year; which, stands beside it.
    """
    from inspect_cli.workflow.queries import list_judgements, list_ungraded

    session = begin(context)
    filters = session.filters()
    ungraded = list_ungraded(session.book, filters)
    if session.given.get("ungraded"):
        without = "No report says of anything that it is not graded."
        put(session, "ungraded", ungraded, without, "judgements --ungraded")
        return
    put(session, "judgements", list_judgements(session.book, filters))
    if session.out.is_table and ungraded:
        from inspect_cli.show.ungraded import ungraded_note

        session.out.footer(ungraded_note(ungraded))


def findings(context: typer.Context) -> None:
    """List the findings, formal and in running text."""
    from inspect_cli.workflow.queries import list_findings

    session = begin(context)
    put(session, "findings", list_findings(session.book, session.filters()))


def references(context: typer.Context) -> None:
    """List what later reports say of earlier years' findings."""
    from inspect_cli.model import ReferenceKind
    from inspect_cli.workflow.queries import list_references

    session = begin(context)
    put(session, "references", list_references(session.book, session.filters(ReferenceKind)))


def themes(context: typer.Context) -> None:
    """List the themes, their other names, how often they come up."""
    from inspect_cli.workflow.queries import list_themes

    session = begin(context)
    put(session, "themes", list_themes(session.book, session.filters()))


def search(context: typer.Context, words: Words) -> None:
    """Search the texts; a theme's other names are found as well."""
    from inspect_cli.workflow import search as texts

    session = begin(context)
    wanted = " ".join(words)
    filters = session.filters()
    found = texts.search(session.book, session.folder, wanted, filters)
    without = f"No line speaks of '{wanted}'."
    if not found and session.out.is_table:
        near = texts.spelt_otherwise(session.book, session.folder, wanted, filters)
        step = f"Nearest: inspect-cli search {near}" if near else "Fewer words find more"
        without = f"{without} {step}; themes by their names: inspect-cli themes"
    put(session, "lines", found, without)


def trend(context: typer.Context) -> None:
    """Show the grades through the years as a grid.

    Pillar and question stand down the side, inspection years across; what may not be compared is parted.
    """
    from inspect_cli.show import answers
    from inspect_cli.workflow.trend import breaks
    from inspect_cli.workflow.trend import trend as grades

    session = begin(context)
    rows = grades(session.book, session.filters())
    if not session.out.is_table:
        from inspect_cli.show.as_csv import FIELDS

        cells = [cell for row in rows for cell in answers.trend_cells(row)]
        session.out.answer(cells, [answers.trend(row) for row in rows], FIELDS["grades"])
    elif rows:
        from inspect_cli.show.footers import trend_footer
        from inspect_cli.show.grid import trend_grid

        session.out.show(trend_grid(rows, session.look, breaks(rows)))
        session.out.footer([*trend_footer(rows), *as_of_line(session)])
    else:
        session.out.show(nothing(session, "grades"))


def status(context: typer.Context) -> None:
    """Show what there is to know at a glance.

    The reports, the grades of today, the areas by status and colour, the next dates, what is late, disputed or silent,
    and the areas open for longest.
    """
    put_status(begin(context))


def put_status(session: Session) -> None:
    """Put out the state of things, or how to begin where nothing is imported."""
    from inspect_cli.workflow.status import status as state

    view = state(session.book, session.force, session.settings.due_soon_days)
    if not session.out.is_table:
        from inspect_cli.show import answers

        record = answers.status(view)
        session.out.answer([record], record)
    elif session.book.reports:
        from inspect_cli.show.footers import areas_footer, others_footer
        from inspect_cli.show.overview import status_text

        session.out.show(status_text(view, session.look))
        oldest = areas_footer(view.areas, session.look) if view.areas else []
        others = others_footer(session.book.reports, view.force)
        session.out.footer([*oldest, *others, *colours_line(view.areas), *as_of_line(session)])
    else:
        session.out.show(nothing(session, "reports"))


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    found = ("pillar", "kind", "theme", "formal/--all", "report", "limit")
    example = "Example: inspect-cli "
    add = app.command
    add(cls=taking("force"), epilog=f"{example}status")(status)
    add(cls=taking(*FILTERS, "pillar", "report-kind", "responses", "limit"), epilog=f"{example}reports --since 2016")(
        reports
    )
    add(
        cls=taking(*FILTERS, "pillar", "grade", "report", "ungraded", "limit"),
        epilog=f"{example}judgements --pillar legitimacy",
    )(judgements)
    add(cls=taking(*FILTERS, "pillar"), epilog=f"{example}trend --pillar legitimacy")(trend)
    add(cls=taking(*FILTERS, *found), epilog=f"{example}findings --theme vetting --formal")(findings)
    add(cls=taking(*FILTERS, *found), epilog=f"{example}references --year 2018")(references)
    add(cls=taking(*FILTERS), epilog=f"{example}themes --json")(themes)
    add(cls=taking(*FILTERS, "pillar", "report", "limit"), epilog=f"{example}search abuse of position")(search)
