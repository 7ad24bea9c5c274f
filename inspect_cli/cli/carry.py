"""All of a store carried elsewhere: export --all, import --all, and merge, which joins two analysts' copies."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inspect_cli import __version__
from inspect_cli.cli.options import taking
from inspect_cli.cli.printing import put
from inspect_cli.cli.session import Session, begin
from inspect_cli.errors import SourceError, UsageError

if TYPE_CHECKING:
    from inspect_cli.model import Carried, MergeOutcome

STREAM = "-"
# What is said of reports that are read; an export's were read long ago.
_OF_REPORTS = "force kind publisher programme pillar year published title keep_both large jobs explain".split()

Target = Annotated[str, typer.Argument(metavar="FILE", help="The file to write, or - for standard output.")]
Copy = Annotated[
    str, typer.Argument(metavar="FILE", help="Another analyst's export, - for standard input, or their data folder.")
]


def export(context: typer.Context, file: Target) -> None:
    """Write everything that the store holds to one file.

    Facts, decisions and texts; inspect-cli import --all takes it in elsewhere, inspect-cli merge joins it.
    """
    from inspect_cli.show.carried import export_pieces
    from inspect_cli.workflow.carrying import export as read_export
    from inspect_cli.workflow.carrying import write_export

    session = begin(context)
    session.need_now()
    if not session.given.get("everything"):
        parts = "a part is written by its listing: inspect-cli findings --csv > findings.csv"
        raise UsageError("export writes everything, and wants --all", f"inspect-cli export --all {file}; {parts}")
    if file != STREAM:
        _check_target(session, Path(file))
    content = read_export(session.folder, __version__)
    pieces = export_pieces(content.head, content.reports, content.events)
    if file == STREAM:
        for piece in pieces:
            put(piece)
        return
    size = write_export(Path(file), pieces)
    _tell_export(session, file, size, len(content.events))


def _check_target(session: Session, path: Path) -> None:
    """Raise UsageError where the file must not or cannot be written."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", f"name a file in it: {path / 'inspections-export.json'}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}", "make it, or name a file in another one")
    if path.resolve().is_relative_to(session.folder.resolve()):
        raise UsageError(f"{path} is in the data folder, where the store keeps its own", "name a file outside it")
    if not path.exists():
        return
    if not path.is_file():
        raise UsageError(f"{path} is no file", f"{STREAM} in its place writes to standard output")
    if not session.given.get("overwrite"):
        raise UsageError(f"{path} is there already", "to replace it: --overwrite")


def _tell_export(session: Session, file: str, size: int, events: int) -> None:
    from inspect_cli.show.carried import exported_text

    reports = len(session.book.reports)
    if session.out.is_table:
        session.out.tell(exported_text(file, reports, events, size))
    else:
        record = {"file": file, "reports": reports, "events": events, "bytes": size}
        session.out.answer([record], record)


def put_import_all(session: Session, paths: Sequence[str]) -> None:
    """Take everything in that an export holds; raises UsageError where the store holds something already."""
    from inspect_cli.show import carried, outcome
    from inspect_cli.workflow.carrying import import_all

    session.need_now()
    said = [f"--{name.replace('_', '-')}" for name in _OF_REPORTS if session.given.get(name) is not None]
    if said:
        raise UsageError(f"{said[0]} was given with --all", "what an export says of its reports holds: leave it out")
    if len(paths) != 1:
        raise UsageError(
            "--all takes one file", "the first: inspect-cli import --all FILE; others: inspect-cli merge FILE"
        )
    content = _read(paths[0])
    settled = import_all(session.folder, content, session.writing)
    if session.out.is_table:
        for told in content.reports:
            session.out.tell(f"imported   {outcome.report_line(told.view)}")
        session.out.tell(carried.imported_text(content))
    else:
        session.out.answer(carried.imported_rows(content), carried.imported(content))
    if not settled:
        session.out.say("warning: the settings of the file were not taken: settings.toml here holds.")


def merge(context: typer.Context, file: Copy) -> None:
    """Join another analyst's copy: reports, decisions, texts.

    Reports are the same by the hash of their files, decisions by their ids. Where you ruled otherwise, both rulings are
    kept and listed, and the later one counts.
    """
    from inspect_cli.workflow.merging import merge as join
    from inspect_cli.workflow.merging import plan_merge

    session = begin(context)
    session.need_now()
    other = _read_copy(file)
    if session.given.get("dry_run"):
        _tell(session, plan_merge(session.folder, other, session.now))
    else:
        _tell(session, join(session.folder, other, session.writing))


def _tell(session: Session, outcome: MergeOutcome) -> None:
    from inspect_cli.show import merged

    if session.out.is_table:
        session.out.show(merged.merge_text(outcome, session.look, dry=bool(session.given.get("dry_run"))))
        session.out.footer(merged.merge_footer(outcome))
    else:
        session.out.answer(merged.rows(outcome), merged.record(outcome), merged.FIELDS)


def _read(name: str) -> Carried:
    """Read an export; raises SourceError where it cannot be read or does not add up."""
    from inspect_cli.workflow.unpacking import unpack

    if name == STREAM:
        return unpack(sys.stdin.buffer.read(), "standard input")
    if Path(name).is_dir():
        hint = "Name the file that export --all wrote; a data folder is joined by: inspect-cli merge FOLDER"
        raise SourceError(f"{name} is a folder, and no export.", hint)
    try:
        return unpack(Path(name).read_bytes(), name)
    except OSError as error:
        raise SourceError(
            f"{name} could not be read: {error.strerror}.", "Look at its name and permissions."
        ) from error


def _read_copy(name: str) -> Carried:
    """Read another analyst's export, or the store in their data folder."""
    from inspect_cli.store import STORE_FILE, open_register
    from inspect_cli.workflow.carrying import carried

    path = Path(name)
    if name == STREAM or not (path.is_dir() or path.name == STORE_FILE):
        return _read(name)
    register = open_register(path if path.is_dir() else path.parent)
    if not register.exists:
        raise UsageError(f"there is no store in {path}", "name their data folder, or what export --all wrote")
    return carried(register)


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    example = "Example: inspect-cli "
    app.command(cls=taking("everything", "overwrite"), epilog=f"{example}export --all inspections-2026.json")(export)
    app.command(cls=taking("dry-run", "wait"), epilog=f"{example}merge colleague.json --dry-run")(merge)
