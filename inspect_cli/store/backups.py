"""Former states of the store: kept at each change, thinned out, looked for when the store is damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from inspect_cli.errors import StoreError
from inspect_cli.store.content import Content, Meta, read_head
from inspect_cli.store.files import forget, keep_beside, sync_folder, write_file
from inspect_cli.store.tables import BACKUPS

_NAME = re.compile(r"(\d{6,})(?:-(\d{8}T\d{6}))?(-kept)?\.json", re.ASCII)
_DAMAGED = "damaged-"
_STAMP = "%Y%m%dT%H%M%S"
_HEAD = 1_000


class Backup(NamedTuple):
    """A former state of the store: the number of its change, when that was made (None: not known), and its file.

    ``kept``: a person asked for it, and it is never thinned out.
    """

    change: int
    at: datetime | None
    path: Path
    kept: bool

    @property
    def told(self) -> str:
        """Which one it is, in words."""
        return f"that of change {self.change}" + (f", {self.at.day} {self.at:%b %Y %H:%M}" if self.at else "")


class Keep(NamedTuple):
    """How many former states are kept: the last so many, and the last of each day for so many days."""

    last: int = 20
    days: int = 30


def backups(folder: Path) -> list[Backup]:
    """List the former states of the store in a data folder, newest first; none is opened.

    Raises StoreError for a folder of them that cannot be read.
    """
    found = ((path, _NAME.fullmatch(path.name)) for path in _files(folder))
    listed = [Backup(int(one[1]), _moment(one[2] or ""), path, bool(one[3])) for path, one in found if one]
    return sorted(listed, key=lambda backup: (backup.change, backup.at.isoformat() if backup.at else ""), reverse=True)


def set_aside(folder: Path) -> list[Path]:
    """List the damaged stores that were moved aside when a former state was brought back, the oldest first."""
    return [path for path in _files(folder) if path.name.startswith(_DAMAGED)]


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in (folder / BACKUPS).iterdir() if path.suffix == ".json")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        message = f"The former states of the store in {folder / BACKUPS} could not be looked through: {error.strerror}."
        raise StoreError(message, "Look at the permissions of that folder, and at its disk.") from error


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:  # a file may be given any name
        return None


def backup_name(meta: Meta, *, kept: bool = False) -> str:
    """Name the file of a former state by its change and the time of that."""
    at = _moment(meta.at)
    stamp = f"-{at:{_STAMP}}" if at else ""
    return f"{meta.change:06}{stamp}{'-kept' if kept else ''}.json"


def next_change(folder: Path, store: Path) -> int:
    """Number the next change: after that of the store and of every former state, so that no number is given twice."""
    head = head_of(store) if store.exists() else None
    return 1 + max(head.change if head else 0, *(backup.change for backup in backups(folder)[:1]), 0)


def keep(store: Path, folder: Path) -> Path:
    """Keep the store as it is now as a former state of ``folder``, before it is replaced; raises OSError."""
    place = folder / BACKUPS / backup_name(head_of(store) or _without_head(store))
    place.parent.mkdir(mode=0o700, exist_ok=True)
    if not place.exists():
        keep_beside(store, place)
        sync_folder(place.parent)
    return place


def _without_head(store: Path) -> Meta:
    """Give the head of a store that has none: by when it was written it is told from others of the first schema."""
    return Meta(at=datetime.fromtimestamp(store.stat().st_mtime, UTC).isoformat())


def keep_copy(store: Path, folder: Path) -> Path:
    """Keep a copy of the store as it is now as a former state that is never thinned out; raises OSError."""
    place = folder / BACKUPS / backup_name(head_of(store) or _without_head(store), kept=True)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    write_file(place, [store.read_bytes()])
    sync_folder(place.parent)
    return place


def keep_aside(store: Path, folder: Path, now: datetime) -> Path:
    """Keep a damaged store, which is no former state, before it is replaced; raises OSError."""
    (folder / BACKUPS).mkdir(mode=0o700, exist_ok=True)
    names = (f"{_DAMAGED}{now:{_STAMP}}{number}.json" for number in ("", *(f"-{more}" for more in range(2, 100))))
    places = (folder / BACKUPS / name for name in names)
    place = next(path for path in places if not path.exists() or path.samefile(store))
    if not place.exists():  # else it was kept by an attempt that was broken off
        keep_beside(store, place)
        sync_folder(place.parent)
    return place


def thin_out(folder: Path, now: datetime, how: Keep, former: Path | None = None) -> None:
    """Take away former states beyond those to be kept; what cannot be taken away stays until the next time.

    ``former``, which was kept just now, stays, also where an older store was put back by hand and others are newer.
    """
    try:
        listed = [backup for backup in backups(folder) if not backup.kept]
    except StoreError:  # the change is stored by now
        return
    spared = {backup.path for backup in (*listed[: how.last], *_one_a_day(listed, now, how.days))} | {former}
    for backup in listed:
        if backup.path not in spared:
            forget(backup.path)


def _one_a_day(listed: Sequence[Backup], now: datetime, days: int) -> Iterator[Backup]:
    seen = set()
    for backup in listed:  # newest first: of each day its last state
        day = backup.at.date() if backup.at else None
        if day and (now.date() - day).days < days and day not in seen:
            seen.add(day)
            yield backup


def newest_good(folder: Path) -> Backup | None:
    """Find the newest former state that is whole; None where there is none. Raises StoreError as ``backups`` does."""
    return next((backup for backup in backups(folder) if is_good(backup)), None)


def is_good(backup: Backup) -> bool:
    """Say whether a former state can be read whole."""
    return held_in(backup) is not None


def held_in(backup: Backup) -> Content | None:
    """Give what a former state holds; None where it cannot be read whole."""
    from inspect_cli.store.loading import DamageError, parse

    try:
        return parse(backup.path, backup.path.read_bytes())
    except (OSError, DamageError, StoreError):
        return None


def head_of(path: Path) -> Meta | None:
    """Read the head of a store's file alone; None where it has none; raises OSError."""
    with path.open("rb") as file:
        head = read_head(file.read(_HEAD))
    return head[0] if head else None
