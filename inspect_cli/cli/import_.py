"""Importing source reports, and what is said of each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inspect_cli.cli import printing
from inspect_cli.cli.options import taking
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import SourceError, UsageError

if TYPE_CHECKING:
    from inspect_cli.model import Given, ImportOutcome
    from inspect_cli.workflow.importing import Gathered, ImportOptions, Source

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
    sources.toml beside the file. Of one report in several formats one is kept: the one in which more was found, then
    the one with pages. With --all: a file that inspect-cli export --all wrote, into an empty store.
    """
    from inspect_cli.cli.progress import Bar
    from inspect_cli.workflow.importing import import_reports

    session = begin(context)
    if session.given.get("everything"):
        from inspect_cli.cli.carry import put_import_all

        put_import_all(session, paths)
        return
    found = _sources(paths, large=bool(session.given.get("large")))
    options = _options(session, found.sources)
    _warn_of_lost_store(session)
    with Bar(session.out.quiet) as bar:
        outcome = import_reports(session.folder, found.sources, options, session.now, bar, session.writing)
    _tell(session, outcome._replace(passed_over=found.passed_over))
    if outcome.failed:
        done = outcome.imported or outcome.replaced or outcome.unchanged or outcome.copies
        raise typer.Exit(_SOME_FAILED if done else _ALL_FAILED)


def _sources(paths: Iterable[str], *, large: bool) -> Gathered:
    from inspect_cli.workflow.importing import from_stream, gather

    named = list(dict.fromkeys(paths))
    found = gather([Path(path) for path in named if path != STANDARD_INPUT], Path.cwd())
    if STANDARD_INPUT in named:
        piped = from_stream("standard input", sys.stdin.buffer, large=large)
        return found._replace(sources=(*found.sources, piped))
    return found


def _warn_of_lost_store(session: Session) -> None:
    """Say where a store stood that is gone: what is imported begins a new one, without its decisions."""
    from inspect_cli.workflow.keeping import left_without

    if not session.where.exists and (back := left_without(session.folder)):
        session.out.say(f"warning: {session.where.store} is gone, and a new one is begun.")
        session.out.say(f"hint: {back}")


def _options(session: Session, sources: Sequence[Source]) -> ImportOptions:
    """Give how to import, as it was asked for; raises UsageError for no number of processes."""
    from inspect_cli.cli.days import read_number
    from inspect_cli.workflow.importing import ImportOptions, worthwhile

    example = "2; left out, as many as the machine has cores"
    jobs = read_number(session.given["jobs"], "--jobs", example) if "jobs" in session.given else None
    if jobs == 0:
        raise UsageError("--jobs was given '0', and none would read", f"for example --jobs {example}")
    return ImportOptions(
        given=_given(session),
        large=bool(session.given.get("large")),
        keep_both=bool(session.given.get("keep_both")),
        jobs=jobs or worthwhile(sources, _cores()),
    )


def _cores() -> int:
    """Say on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
        printing.say(line)
    if not session.out.is_table:
        from inspect_cli.show import answers

        whole = answers.outcome(outcome) | (answers.unclaimed(outcome) if session.given.get("explain") else {})
        session.out.answer(answers.outcome_rows(outcome), whole)
        return
    if session.given.get("explain"):
        from inspect_cli.show.explained import explained_text

        session.out.show(explained_text(outcome, session.out.width, session.limit))
    stored = outcome.imported or outcome.replaced or outcome.unchanged or outcome.copies
    (tell if stored else session.out.say)(summary(outcome))


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    epilog = "Example: inspect-cli import report.txt --published 2016-12-08 --year 2016"
    facts = ("report-kind" if name == "kind" else name for name in _FACTS)
    others = ("keep-both", "large", "jobs", "explain", "limit", "everything", "wait")
    app.command("import", cls=taking(*facts, *others), epilog=epilog)(import_)
