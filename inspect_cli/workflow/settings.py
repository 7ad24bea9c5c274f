"""The settings of a data folder, and how TOML files written by a person are read."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspect_cli.errors import InspectError, UsageError
from inspect_cli.workflow.folder import SETTINGS_FILE


@dataclass(frozen=True, slots=True)
class Settings:
    """What a data folder's settings say: the force meant when none is named, and how near a due date is soon."""

    force: str | None = None
    due_soon_days: int = 28


def read_settings(folder: Path) -> Settings:
    """Read a data folder's settings; defaults where there are none. Raises UsageError for a file that is not right."""
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return Settings()
    values = read_toml(path, UsageError)
    for key in values:
        if key not in ("force", "due_soon_days"):
            raise UsageError(f"{path}: there is no setting {key!r}.", nearest(key, ("force", "due_soon_days")))
    force, days = values.get("force", ""), values.get("due_soon_days", 28)
    if not isinstance(force, str):
        raise UsageError(f"{path}: force is {force!r}.", 'Write the name of a force: force = "cheshire".')
    if not isinstance(days, int) or isinstance(days, bool) or days < 0:
        raise UsageError(f"{path}: due_soon_days is {days!r}.", "Write a number of days: due_soon_days = 28.")
    return Settings(force.strip() or None, days)


def read_toml(path: Path, error: type[InspectError]) -> dict[str, Any]:
    """Read a TOML file; raises ``error``, naming file and line, for one that cannot be read."""
    hint = f"Mend {path.name} there, or move it away: it is not needed."
    try:
        content = path.read_bytes()
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as failed:
        raise error(f"{path} could not be read: {failed.strerror}.", hint) from failed
    except UnicodeDecodeError as failed:
        line = content.count(b"\n", 0, failed.start) + 1
        raise error(f"{path} could not be read: line {line} is not UTF-8 text.", "Save the file as UTF-8.") from failed
    except tomllib.TOMLDecodeError as failed:
        last = content.rstrip().count(b"\n") + 1
        reason = str(failed).replace("at end of document", f"at line {last}, the end of the file")
        raise error(f"{path} could not be read: {reason}.", hint) from failed


def nearest(word: str, valid: Collection[str]) -> str:
    """Give a hint that names the valid word nearest to ``word``, and all of them."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), valid, n=1, cutoff=0.5)
    known = f"Known are: {', '.join(sorted(valid))}."
    return f"Did you mean {close[0]!r}? {known}" if close else known
