"""The data folder: where it is and why, and how one is begun."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from inspect_cli.model import Where
from inspect_cli.store import STORE_FILE
from inspect_cli.store.files import as_store_error

SETTINGS_FILE = "settings.toml"

DEFAULT_SETTINGS = """\
# Settings of this data folder. A line counts when the "#" before it is taken away.

# The force that commands are about when none is named with --force; what was asked of all forces is work for it.
# force = ""

# An area counts as due soon when its deadline is at most this many days away.
# due_soon_days = 28

# Who decides where --by names nobody; without it, the name of whoever is logged in.
# by = ""

# After so many days without a decision or a report, inspect-cli check calls an area stale; without it, it does not.
# stale_days = 180

# Each change keeps the state before it: the last so many, and the last of each day for so many days.
# keep_last = 20
# keep_days = 30
"""


def find_folder(option: str | None, environment: str | None, start: Path, user_folder: Path) -> Where:
    """Say where the data folder is, and why there.

    ``option`` is the value of --data, ``environment`` that of INSPECT_CLI_DATA (both may be relative to ``start``,
    the folder the command was started in), ``user_folder`` the user's own data folder, taken when nothing else fits.
    Neither the folder nor the store needs to exist.
    """
    if option:
        return _where(start / option, "it was given with --data")
    if environment:
        return _where(start / environment, "INSPECT_CLI_DATA names it")
    for folder in (start, *start.parents):
        if _is_there(folder / "data" / SETTINGS_FILE):
            return _where(folder / "data", f"it is the nearest data folder with a {SETTINGS_FILE}, upward from {start}")
    return _where(user_folder, "it is the user's own data folder: nothing else was named or found")


def _where(folder: Path, why: str) -> Where:
    store = folder / STORE_FILE
    try:
        there = store.exists()
    except OSError:  # whoever reads it is told why that fails
        there = True
    return Where(str(folder), str(store), why, there)


def _is_there(path: Path) -> bool:
    """Say whether there is a file; a folder that may not be looked into has none for us."""
    with suppress(OSError):
        return path.is_file()
    return False


def init_folder(folder: Path) -> bool:
    """Make a data folder with a settings file of defaults; says whether there was none yet.

    What is there is never overwritten. Raises StoreError when the folder cannot be made or written.
    """
    settings = folder / SETTINGS_FILE
    with as_store_error(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if settings.exists():
            return False
        with settings.open("x", encoding="utf-8") as file:
            file.write(DEFAULT_SETTINGS)
    return True
