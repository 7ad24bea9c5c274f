"""Former states of the store: listed, kept on request, and brought back as a change of its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from inspect_cli.errors import StoreError, UsageError
from inspect_cli.model import FormerState, Restored
from inspect_cli.store.backups import Backup, backups, held_in, keep_copy, newest_good
from inspect_cli.store.content import SCHEMA, Content
from inspect_cli.store.draft import Draft
from inspect_cli.store.files import as_store_error, sweep
from inspect_cli.store.loading import DamageError, load, parse, read_store
from inspect_cli.store.locking import Writing, locked
from inspect_cli.store.migrate import NewerError
from inspect_cli.store.register import Register
from inspect_cli.store.tables import EVENTS, META, REPORTS, STORE_FILE
from inspect_cli.store.texts import texts_in

_LIST = "What there is to bring back: inspect-cli restore --list"


class _Plan(NamedTuple):
    """The state to bring back and what it holds; whether it stands already, and over what is damaged."""

    backup: Backup
    content: Content
    same: bool
    over_damage: bool


def formers(folder: Path) -> list[FormerState]:
    """List the former states of the store in ``folder``, newest first, each read whole."""
    return [_state(backup, held_in(backup)) for backup in backups(folder)]


def _state(backup: Backup, content: Content | None) -> FormerState:
    size = 0
    with suppress(OSError):
        size = backup.path.stat().st_size
    at = backup.at.isoformat() if backup.at else None
    reports = events = None
    if content is not None and content.meta.schema == SCHEMA:
        at, reports, events = content.meta.at or at, content.meta.reports, content.meta.events
    elif content is not None:  # the first schema did not say
        reports, events = (len(content.rows(table.name)) for table in (REPORTS, EVENTS))
    good = content is not None
    return FormerState(backup.change, at, reports, events, size, backup.kept, good, str(backup.path))


def keep_now(folder: Path, how: Writing) -> FormerState:
    """Keep the store as it is now as a former state that is never thinned out; gives that.

    Raises StoreError where there is no whole store, or the state cannot be written.
    """
    store = folder / STORE_FILE
    if read_store(store) is None:
        raise StoreError(f"There is no store to keep: {store}.", "inspect-cli where says where it was looked for.")
    with locked(folder, how):
        sweep(folder)
        content = load(store)  # what is damaged is not kept as good
        with as_store_error(folder):
            place = keep_copy(store, folder)
    return next(_state(backup, content) for backup in backups(folder) if backup.path == place)


def plan_restore(folder: Path, number: int) -> Restored:
    """Say what ``restore`` would do, and write nothing; raises as it does."""
    return _told(folder, _planned(folder, number))


def restore(folder: Path, number: int, how: Writing) -> Restored:
    """Make the state that change ``number`` left the present one, as a change of its own; gives what was done.

    The state before it is kept, a damaged one aside. Where the store stands like this already nothing is written.
    Raises UsageError where no such state is kept, and StoreError where that is damaged, the store is of a newer
    version, or cannot be written; all is as it was then.
    """
    _kept_as(folder, number)  # a folder that is not there is not made for this
    with locked(folder, how):
        sweep(folder)
        plan = _planned(folder, number)
        told = _told(folder, plan)
        if plan.same:
            return told
        change, former = Draft(Register(folder, plan.content)).write(how, over_damage=plan.over_damage)
    before = next((backup.change for backup in backups(folder) if backup.path == former), None)
    damaged = str(former) if plan.over_damage and former else None
    return told._replace(written=True, change=change, before=before, damaged=damaged)


def _told_by(content: Content) -> tuple[int, dict[str, Any]]:
    """Give all that a state says but which change made it."""
    return content.meta.schema, {name: rows for name, rows in content.tables.items() if name != META}


def _told(folder: Path, plan: _Plan) -> Restored:
    return Restored(
        state=_state(plan.backup, plan.content),
        written=False,
        same=plan.same,
        change=None,
        before=None,
        damaged=str(folder / STORE_FILE) if plan.over_damage else None,
        missing=_missing(folder, plan.content),
    )


def _planned(folder: Path, number: int) -> _Plan:
    kept = _kept_as(folder, number)
    good = ((backup, held) for backup in kept if (held := held_in(backup)) is not None)
    backup, content = next(good, (kept[0], None))
    if content is None:
        content = _refused(folder, backup)
    present, damaged = _present(folder)
    same = present is not None and _told_by(present) == _told_by(content)
    return _Plan(backup, content, same, damaged)


def _kept_as(folder: Path, number: int) -> list[Backup]:
    found = [backup for backup in backups(folder) if backup.change == number]
    if not found:
        raise UsageError(f"No state of change {number} is kept in {folder}.", newest_hint(folder))
    return found


def newest_hint(folder: Path) -> str:
    """Give the command that brings the newest good former state back, or say that there is none."""
    newest = newest_good(folder)
    if newest is None:
        return "No good former state is kept there: import the reports."
    return f"The newest good one is {newest.told}: inspect-cli restore {newest.change}. {_LIST}"


def _refused(folder: Path, backup: Backup) -> Content:
    """Read a former state that cannot be read, for the StoreError that says why."""
    try:
        return parse(backup.path, backup.path.read_bytes())
    except DamageError as damage:
        message = f"The kept state of change {backup.change} in {backup.path} is damaged: {damage}."
        raise StoreError(message, newest_hint(folder)) from damage
    except OSError as error:
        message = f"The kept state of change {backup.change} in {backup.path} could not be read: {error.strerror}."
        raise StoreError(message, newest_hint(folder)) from error


def _present(folder: Path) -> tuple[Content | None, bool]:
    """Give what is stored now (None: nothing that can be read), and whether it is damaged; raises StoreError."""
    store = folder / STORE_FILE
    read = read_store(store)
    if read is None:
        return None, False
    try:
        return parse(store, read[0]), False
    except NewerError:
        raise
    except (DamageError, StoreError):  # or it is none of ours, as when another program took all tables out
        return None, True


def _missing(folder: Path, content: Content) -> tuple[str, ...]:
    """Name the reports whose text is gone; raises StoreError."""
    there = {path.name for path in texts_in(folder)}
    return tuple(sorted(report for report, name in content.text_names() if name not in there))
