"""The store's file as it stands, held against its checksum and the shape in which TinyDB keeps tables.

Commands that only read go by this alone, which spares them the import of TinyDB and its copy of each row.
"""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import Any

from inspect_cli.errors import StoreError
from inspect_cli.store.content import SCHEMA, UNREADABLE, Content, Meta, ShapeError, State, is_whole, read_head, split
from inspect_cli.store.migrate import ForeignError, upgrade
from inspect_cli.store.tables import META

_LOOK = "Look at its permissions, and whether --data or INSPECT_CLI_DATA names the folder that is meant."


class DamageError(ValueError):
    """A file is no whole store; the message says in what way."""


def load(path: Path) -> Content | None:
    """Give what the store at ``path`` holds, None where there is no file.

    Raises StoreError for what is no store, is not whole, or is of a newer version; of a damaged one with the newest
    good backup and the command that brings it back.
    """
    read = read_store(path)
    if read is None:
        return None
    content, state = read
    try:
        held = parse(path, content)
    except DamageError as damage:
        raise damaged(path, str(damage)) from damage
    except ForeignError as foreign:  # where a store was kept, it stood here
        raise _displaced(path, foreign) from foreign
    held.state = state
    return held


def load_again(path: Path, before: Content | None) -> Content | None:
    """Give what the store at ``path`` holds, as ``load`` does; ``before`` where that is still what is stored."""
    if before is not None and before.state is not None:
        try:
            if before.state == _state(path.stat()):
                return before
        except OSError:  # what is wrong with it, load says
            return load(path)
    return load(path)


def _state(found: os.stat_result) -> State:
    return State(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def read_store(path: Path) -> tuple[bytes, State] | None:
    """Give the bytes of the store at ``path`` and by what its file is known, None where there is none.

    Raises StoreError.
    """
    try:
        if not _is_there(path):
            return None
        with path.open("rb") as file:
            state = _state(os.fstat(file.fileno()))
            return file.read(), state
    except OSError as error:
        raise StoreError(f"The store {path} could not be read: {error.strerror}.", _LOOK) from error


def _is_there(path: Path) -> bool:
    """Say whether there is a store; raises OSError, and StoreError for what can be none."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        if path.is_symlink():
            message = f"The store {path} could not be read: it is a link to {path.readlink()}, which is not there."
            raise StoreError(message, "Is a drive missing? Else take the link away.") from error
        return False
    if not S_ISREG(mode):  # to read a pipe would wait for ever
        raise StoreError(f"The store {path} could not be read: it is no file.", _LOOK)
    return True


def damaged(path: Path, how: str) -> StoreError:
    """Make the error for a damaged store: how it is damaged, and how the newest good backup is brought back."""
    return StoreError(f"The store {path} is damaged: {how}.", _way_back(path.parent))


def _displaced(path: Path, foreign: ForeignError) -> StoreError:
    from inspect_cli.store.backups import backups

    return StoreError(foreign.message, _way_back(path.parent)) if backups(path.parent) else foreign


def _way_back(folder: Path) -> str:
    from inspect_cli.store.backups import newest_good

    try:
        backup = newest_good(folder)
    except StoreError as error:
        return f"{error.message} {error.hint}"
    if backup is None:
        return "There is no good backup of it: move the file away and import the reports again."
    return f"The newest good backup is {backup.told}. To bring it back: inspect-cli restore {backup.change}"


def parse(path: Path, content: bytes) -> Content:
    """Give what the bytes of the store at ``path`` hold.

    Raises DamageError, and StoreError for another program's file or a newer version's.
    """
    head = read_head(content)
    if head and head[0].schema == SCHEMA and is_whole(content, *head):
        return Content(_tables(content), head[0])
    tables = _split(content)  # which says where a file that is cut off ends
    held = Content(tables, Meta())
    try:
        rows = {name: held.rows(name) for name in tables}
    except ShapeError as error:
        raise DamageError(str(error)) from error
    schema = upgrade(rows, path)
    if schema == SCHEMA or any("sha256" in row for row in rows[META].values()):
        raise DamageError("it fails its checksum: its bytes are not those that inspect-cli wrote")
    del rows[META]
    return Content(dict[str, Any](rows), Meta(schema=schema))


def _split(content: bytes) -> dict[str, Any]:
    if not content.strip():
        raise DamageError("the file is empty")
    try:
        content.decode()
    except UnicodeDecodeError as error:
        raise DamageError(f"byte {error.start} is no UTF-8 text") from error
    return _tables(content)


def _tables(content: bytes) -> dict[str, Any]:
    try:
        return split(content)
    except ShapeError as error:
        raise DamageError(str(error)) from error
    except UNREADABLE as error:
        raise DamageError(f"it is no JSON ({error})") from error
