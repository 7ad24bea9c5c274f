"""The settings of a data folder, and how TOML files written by a person are read."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from inspect_cli.errors import InspectError, StoreError, UsageError
from inspect_cli.workflow.folder import SETTINGS_FILE

if TYPE_CHECKING:
    from inspect_cli.store.locking import Writing

_LINE = re.compile(r"\(at line (\d+)")
_LOOK = "Look at its permissions, or name another one with --data DIR or INSPECT_CLI_DATA."
_AS_WRITTEN = 'A line is name = value, with words in quotes: force = "cheshire".'


class Settings(NamedTuple):
    """What a data folder's settings say.

    The force meant when none is named, how near a due date is soon, who decides where --by names nobody, and after how
    many days without news an area is stale (None: not checked unless asked for). Of former states of the store the last
    ``keep_last`` are kept, and the last of each day for ``keep_days``.
    """

    force: str | None = None
    due_soon_days: int = 28
    by: str | None = None
    stale_days: int | None = None
    keep_last: int = 20
    keep_days: int = 30


_TEXTS = {
    "force": 'Write the name of a force: force = "cheshire".',
    "by": 'Write who decides: by = "A. Analyst".',
}
_DAYS = {
    "due_soon_days": "Write a number of days: due_soon_days = 28.",
    "stale_days": "Write a number of days: stale_days = 180.",
}
_KEPT = {
    "keep_last": "Write how many former states are kept, at least 1: keep_last = 20.",
    "keep_days": "Write for how many days the last state of each is kept: keep_days = 30.",
}


def read_settings(folder: Path) -> Settings:
    """Read a data folder's settings; defaults where there are none. Raises UsageError for a file that is not right."""
    path = folder / SETTINGS_FILE
    try:
        if not path.is_file():
            return Settings()
    except OSError as error:
        raise StoreError(f"The data folder {folder} could not be read: {error.strerror}.", _LOOK) from error
    return _settings(read_toml(path, UsageError), path)


def check_settings(text: str | None) -> None:
    """Hold settings that were written elsewhere against what they may be; raises UsageError."""
    import tomllib

    try:
        _settings(tomllib.loads(text or ""), Path(SETTINGS_FILE))
    except tomllib.TOMLDecodeError as failed:
        raise UsageError(f"{SETTINGS_FILE}: {failed}", _AS_WRITTEN) from failed


def _settings(values: dict[str, Any], path: Path) -> Settings:
    numbers = {**_DAYS, **_KEPT}
    known = (*_TEXTS, *numbers)
    for key, value in values.items():
        if key not in known:
            raise UsageError(f"{path}: there is no setting {key!r}.", nearest(key, known))
        if key in _TEXTS and not isinstance(value, str):
            raise UsageError(f"{path}: {key} is {value!r}.", _TEXTS[key])
        least = int(key == "keep_last")
        if key in numbers and (not isinstance(value, int) or isinstance(value, bool) or value < least):
            raise UsageError(f"{path}: {key} is {value!r}.", numbers[key])
    texts: dict[str, Any] = {key: values.get(key, "").strip() or None for key in _TEXTS}
    said: dict[str, Any] = {key: values[key] for key in numbers if key in values}
    return Settings(**texts, **said)


def kept_by_settings(folder: Path, how: Writing) -> Writing:
    """Give how a change is made, with as many former states kept as the settings of ``folder`` say."""
    from inspect_cli.store.backups import Keep

    settings = read_settings(folder)
    return how._replace(keep=Keep(settings.keep_last, settings.keep_days))


def read_toml(path: Path, error: type[InspectError]) -> dict[str, Any]:
    """Read a TOML file; raises ``error``, naming file and line, for one that cannot be read."""
    import tomllib

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
        message = _not_understood(path, content.decode("utf-8-sig"), str(failed))
        raise error(message, f"{hint} {_AS_WRITTEN}") from failed


def _not_understood(path: Path, text: str, reason: str) -> str:
    """Say which line of a TOML file could not be read; the end of the file is its last line with words."""
    lines = text.rstrip().splitlines() or [""]
    named = _LINE.search(reason)
    number = min(int(named[1]) if named else len(lines), len(lines))
    fault = "says again what was said above it" if reason.startswith("Cannot ") else "could not be read"
    return f"{path}, line {number}, {fault}: {lines[number - 1].strip()}"


def nearest(word: str, valid: Collection[str]) -> str:
    """Give a hint that names the valid word nearest to ``word``, and all of them."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), valid, n=1, cutoff=0.5)
    known = f"Known are: {', '.join(sorted(valid))}."
    return f"Did you mean {close[0]!r}? {known}" if close else known
