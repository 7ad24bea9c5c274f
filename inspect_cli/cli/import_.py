"""Importing source reports, and what is said of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inspect_cli.cli.days import read_day, read_year
from inspect_cli.cli.options import taking
from inspect_cli.cli.progress import Bar
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import SourceError, UsageError

if TYPE_CHECKING:
    from inspect_cli.model import Given, ImportOutcome
    from inspect_cli.workflow.importing import Source

STANDARD_INPUT = "-"
_ALL_FAILED, _SOME_FAILED = SourceError.exit_status, 5

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders with all in them, or - for standard input."),
]


def import_(context: typer.Context, paths: Paths) -> None:
    """Import source reports and find what they say.

    What they say is linked across the years. What a report's text does not say may be given here, or in a
    sources.toml beside the file.
    """
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
    """Give what was said of the reports, by the keys of sources.toml; raises UsageError for what cannot be."""
    from inspect_cli.model import DocumentKind, Given, Pillar, Publisher
    from inspect_cli.workflow.filters import read_force

    typed: dict[str, str] = {name: text for name, text in session.given.items() if isinstance(text, str)}
    values: dict[str, Any] = {}
    for name, text in typed.items():
        match name:
            case "force":
                values["forces"] = (read_force(text),)
            case "kind":
                values[name] = _one_of(name, text, list(DocumentKind))
            case "publisher":
                values[name] = _one_of(name, text, list(Publisher))
            case "pillar":
                values[name] = _one_of(name, text, list(Pillar))
            case "year":
                values["inspection_year"] = read_year(text, "--year")
            case "published":
                values[name] = read_day(text, "--published")
            case "programme" | "title":
                values[name] = text
    return {name: Given(value, f"--{'year' if name == 'inspection_year' else name}") for name, value in values.items()}


def _one_of(name: str, text: str, values: list[Any]) -> Any:
    from difflib import get_close_matches

    names = {str(value).lower(): value for value in values}
    wanted = "-".join(text.lower().split())
    if wanted in names:
        return names[wanted]
    near = get_close_matches(wanted, names, n=3, cutoff=0.4) or list(names)
    raise UsageError(f"unknown {name} '{text}'", f"nearest: {', '.join(str(names[one]) for one in near)}")


def _tell(session: Session, outcome: ImportOutcome) -> None:
    """Say what was done with each file, on standard error; the answer itself only where a script asked for one."""
    from inspect_cli.show.outcome import explained_lines, failed_lines, outcome_lines, summary

    for line in outcome_lines(outcome):
        session.out.say(line)
    for line in failed_lines(outcome):
        print(line, file=sys.stderr)
    if not session.out.is_table:
        from inspect_cli.show import answers

        session.out.answer(answers.outcome_rows(outcome), answers.outcome(outcome))
        return
    if session.given.get("explain"):
        for line in explained_lines(outcome):
            session.out.show(line)
    session.out.say(summary(outcome))


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    facts = ("force", "kind", "publisher", "programme", "pillar", "year", "published", "title", "explain")
    epilog = "Example: inspect-cli import report.txt --published 2016-12-08 --year 2016"
    app.command("import", cls=taking(*facts), epilog=epilog)(import_)
