"""The one moment at which a change holds: a new file in the place of the store's, all before it harmless if undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from inspect_cli.errors import StoreError
from inspect_cli.store.backups import keep, keep_aside, thin_out
from inspect_cli.store.content import Meta, compose
from inspect_cli.store.files import as_store_error, forget, stage, sync_folder, write_file
from inspect_cli.store.locking import Writing
from inspect_cli.store.tables import STORE_FILE, TEXTS
from inspect_cli.store.texts import checksum_of


class Written(NamedTuple):
    """What is to be stored: the tables, the head but for their checksum, and the texts they speak of by their places.

    ``over_damage``: what stands there is damaged, and kept aside rather than among the former states.
    """

    tables: dict[str, Any]
    meta: Meta
    texts: Mapping[Path, bytes]
    over_damage: bool = False


def replace_store(folder: Path, new: Written, how: Writing) -> Path | None:
    """Put what is ``new`` in the place of what is stored, and keep that: gives where, None where there was nothing.

    Only inside the lock. Raises StoreError for a write that failed: all is then as it was.
    """
    store = (folder / STORE_FILE).resolve()  # a link stays a link: what it points at is replaced
    with as_store_error(folder), ExitStack() as undo:
        added = put_texts(folder, new.texts)
        undo.callback(_forget_all, added)
        temporary = stage(store, compose(new.tables, new.meta))
        undo.callback(forget, temporary)
        former = _keep(store, folder, how.now if new.over_damage else None)
        undo.callback(_take_back, store, former, temporary, added)
        temporary.replace(store)
        sync_folder(store.parent)
        undo.pop_all()
    thin_out(folder, how.now, how.keep, former)
    return former


def _keep(store: Path, folder: Path, damaged: datetime | None) -> Path | None:
    if not store.exists():
        return None
    return keep_aside(store, folder, damaged) if damaged else keep(store, folder)


def _take_back(store: Path, former: Path | None, temporary: Path, added: list[Path]) -> None:
    """Put the former state back, where another one has come into its place; raises StoreError where that fails, too."""
    try:
        if temporary.exists():  # the former state is in its place still, and was kept for nothing
            forget(former or temporary)
        elif former is None:
            store.unlink()
        elif former.stat().st_dev == store.stat().st_dev:
            former.replace(store)
        else:  # the store is a link to another drive
            write_file(store, [former.read_bytes()])
    except OSError as error:
        added.clear()  # what is stored now may speak of these texts
        raise StoreError(
            f"The disk of {store} failed as the change was stored, and again as it was taken back: {error.strerror}.",
            "Look at the disk; then see what is stored: inspect-cli log",
        ) from error


def _forget_all(paths: Sequence[Path]) -> None:
    for path in paths:
        forget(path)


def put_texts(folder: Path, texts: Mapping[Path, bytes]) -> list[Path]:
    """Write the texts that are not there or not as they should be; gives those that are new. Raises OSError."""
    new = [path for path in texts if not path.exists()]
    changed = [path for path in texts if path not in new and checksum_of(path.read_bytes()) != checksum_of(texts[path])]
    if new or changed:
        (folder / TEXTS).mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as undo:
        for path in (*new, *changed):
            write_file(path, [texts[path]])
            if path in new:
                undo.callback(forget, path)
        if new:
            sync_folder(folder / TEXTS)
        undo.pop_all()
    return new
