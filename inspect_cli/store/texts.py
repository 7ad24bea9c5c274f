"""The stored copy of each report's text, with the line numbers that spans point at.

A text's file is named by its report and its content, and never changed: so the store alone says what holds, and a
former state of it finds the texts that it was made with.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from inspect_cli.errors import StoreError
from inspect_cli.model import Report
from inspect_cli.store.tables import TEXTS, text_name

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_AGAIN = "Import the report again."


def text_file(folder: Path, report: Report) -> Path:
    """Give the place of a report's stored text; raises StoreError for an id or checksum that is none."""
    checksum = report.text_sha256
    if not _ID.fullmatch(report.id) or (checksum and not _HASH.fullmatch(checksum)):
        raise StoreError(f"The store names a text of report {report.id!r}, which is no id of a report.", _AGAIN)
    return folder / TEXTS / text_name(report.id, checksum)


def texts_in(folder: Path) -> list[Path]:
    """List the stored texts of a data folder by name; raises StoreError where they cannot be looked through."""
    try:
        return sorted(path for path in (folder / TEXTS).iterdir() if path.suffix == ".txt")
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"The stored texts in {folder / TEXTS} could not be looked through: {error.strerror}."
        raise StoreError(message, "Look at the permissions of that folder, and at its disk.") from error


def encode_text(lines: tuple[str, ...]) -> bytes:
    """Give a text as it is stored: its lines joined by line feeds, so that their numbers stay."""
    return "\n".join(lines).encode()


def checksum_of(content: bytes) -> str:
    """Give the checksum by which a stored text is known."""
    return hashlib.sha256(content).hexdigest()


def read_text(folder: Path, report: Report) -> tuple[str, ...]:
    """Give the lines of a report's stored text; raises StoreError when it is gone, changed or cannot be read."""
    path = text_file(folder, report)
    try:
        content = path.read_bytes()
        text = content.decode()
    except FileNotFoundError as error:
        raise StoreError(f"The text of report {report.id} is gone: {path} is missing.", _AGAIN) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"The text of report {report.id} in {path} could not be read: {error}.", _AGAIN) from error
    if report.text_sha256 and checksum_of(content) != report.text_sha256:
        raise StoreError(
            f"The text of report {report.id} in {path} is not the one that was stored: it fails its checksum.", _AGAIN
        )
    return tuple(text.split("\n"))
