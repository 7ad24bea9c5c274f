"""Former states of the store, kept on request and brought back."""

from __future__ import annotations

from pathlib import Path

from inspect_cli.errors import UsageError
from inspect_cli.model import FormerState, Restored
from inspect_cli.store import STORE_FILE
from inspect_cli.store.backups import newest_good
from inspect_cli.store.locking import Writing
from inspect_cli.store.restoring import formers, keep_now, newest_hint, plan_restore
from inspect_cli.store.restoring import restore as bring_back
from inspect_cli.workflow.settings import kept_by_settings

__all__ = ["backup", "formers", "left_without", "plan_restore", "restore", "which"]


def backup(folder: Path, how: Writing) -> FormerState:
    """Keep the store of ``folder`` as it is now, never to be thinned out; raises StoreError."""
    return keep_now(folder, how)


def restore(folder: Path, number: int, how: Writing) -> Restored:
    """Bring the state that change ``number`` left back; raises UsageError and StoreError as the store's does."""
    return bring_back(folder, number, kept_by_settings(folder, how))


def left_without(folder: Path) -> str | None:
    """Where the store is gone and former states of it are kept, say how one is brought back; raises StoreError."""
    if (folder / STORE_FILE).exists() or newest_good(folder) is None:
        return None
    return newest_hint(folder)


def which(folder: Path) -> UsageError:
    """Make the error for that no change was named, which names the newest good state."""
    return UsageError("no state was named that is to be brought back", newest_hint(folder))
