"""The store: records kept in one TinyDB file that is read whole and replaced whole."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_cli.store.register import Register, open_register
from inspect_cli.store.tables import LOCK_FILE, STORE_FILE
from inspect_cli.store.texts import read_text, text_file

if TYPE_CHECKING:
    from inspect_cli.store.draft import Draft
    from inspect_cli.store.locking import Writing

__all__ = ["LOCK_FILE", "STORE_FILE", "Register", "change", "open_register", "read_text", "text_file"]


def change(folder: Path, how: Writing, known: Register | None = None) -> AbstractContextManager[Draft]:
    """Open the store in ``folder`` for one change, as ``store.draft.change`` does; what only reads loads none of it."""
    from inspect_cli.store import draft

    return draft.change(folder, how, known)
