"""The one moment at which a change holds: a new file in the place of the store's, all before it harmless if undone."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from inspect_cli.store.backups import head_of, keep, thin_out
from inspect_cli.store.content import Meta, compose
from inspect_cli.store.files import as_store_error, forget, stage, sync_folder, write_file
from inspect_cli.store.locking import Writing
from inspect_cli.store.tables import STORE_FILE, TEXTS
from inspect_cli.store.texts import checksum_of


def replace_store(folder: Path, tables: dict[str, Any], meta: Meta, texts: Mapping[Path, bytes], how: Writing) -> None:
    """Put ``tables`` in the place of what is stored, and the ``texts`` they speak of; keep what stood there before.

    Only inside the lock. Raises StoreError for a write that failed: all is then as it was.
    """
    store = (folder / STORE_FILE).resolve()  # a link stays a link: what it points at is replaced
    with as_store_error(folder), ExitStack() as undo:
        for path in put_texts(folder, texts):
            undo.callback(forget, path)
        temporary = stage(store, compose(tables, meta))
        undo.callback(forget, temporary)
        former = keep(store, folder, head_of(store) or Meta()) if store.exists() else None
        temporary.replace(store)
        undo.callback(_put_back, store, former)
        sync_folder(store.parent)
        undo.pop_all()
    thin_out(folder, how.now, how.keep)


def _put_back(store: Path, former: Path | None) -> None:
    if former is None:
        forget(store)
    else:
        former.replace(store)


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
