"""Importing source reports, and what is said of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inspect_cli.cli.options import taking
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import SourceError

if TYPE_CHECKING:
    from inspect_cli.model import Given, ImportOutcome
    from inspect_cli.workflow.importing import Source

STANDARD_INPUT = "-"
_ALL_FAILED, _SOME_FAILED = SourceError.exit_status, 5

_FACTS = ("force", "kind", "publisher", "programme", "pillar", "year", "published", "title")

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders with all in them, or - for standard input."),
]


def import_(context: typer.Context, paths: Paths) -> None:
    """Import source reports and find what they say.

    What they say is linked across the years. What a report's text does not say may be given here, or in a
    sources.toml beside the file.
    """
    from inspect_cli.cli.progress import Bar
    from inspect_cli.workflow.importing import ImportOptions, import_reports

    session = begin(context)
    options = ImportOptions(given=_given(session))
    with Bar(session.out.quiet) as bar:
        outcome = import_reports(session.folder, _sources(paths), options, session.now, bar)
    _tell(session, outcome)
    if outcome.failed:
        done = outcome.imported or outcome.replaced or outcome.unchanged
        raise typer.Exit(_SOME_FAILED if done else _ALL_FAILED)


def _sources(paths: Iterable[str]) -> tuple[Source, ...]:
    from inspect_cli.workflow.importing import Source, gather

    named = list(dict.fromkeys(paths))
    sources = gather([Path(path) for path in named if path != STANDARD_INPUT], Path.cwd())
    if STANDARD_INPUT in named:
        return (*sources, Source("standard input", data=sys.stdin.buffer.read()))
    return sources


def _given(session: Session) -> dict[str, Given]:
    """Give what was said of the reports, by the keys of sources.toml; recognising checks it."""
    from inspect_cli.model import Given

    typed = {name: session.given[name] for name in _FACTS if name in session.given}
    return {"inspection_year" if name == "year" else name: Given(text, f"--{name}") for name, text in typed.items()}


def _tell(session: Session, outcome: ImportOutcome) -> None:
    """Say what was done with each file; what to look at, and what failed, on standard error."""
    from inspect_cli.show.outcome import failed_lines, outcome_lines, remark_lines, summary

    tell = session.out.tell if session.out.is_table else session.out.say
    for line in outcome_lines(outcome):
        tell(line)
    for line in remark_lines(outcome):
        session.out.say(line)
    for line in failed_lines(outcome):
        print(line, file=sys.stderr)
    if not session.out.is_table:
        from inspect_cli.show import answers

        whole = answers.outcome(outcome) | (answers.unclaimed(outcome) if session.given.get("explain") else {})
        session.out.answer(answers.outcome_rows(outcome), whole)
        return
    if session.given.get("explain"):
        from inspect_cli.show.explained import explained_text

        session.out.show(explained_text(outcome, session.out.width))
    stored = outcome.imported or outcome.replaced or outcome.unchanged
    (tell if stored else session.out.say)(summary(outcome))


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    epilog = "Example: inspect-cli import report.txt --published 2016-12-08 --year 2016"
    app.command(
        "import", cls=taking(*("report-kind" if name == "kind" else name for name in _FACTS), "explain"), epilog=epilog
    )(import_)
