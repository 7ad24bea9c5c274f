"""The stored copy of each report's text, with the line numbers that spans point at."""

from __future__ import annotations

from pathlib import Path

from inspect_cli.errors import StoreError


def text_file(folder: Path, report_id: str) -> Path:
    """Give the place of a report's stored text in the data folder."""
    return folder / "texts" / f"{report_id}.txt"


def encode_text(lines: tuple[str, ...]) -> bytes:
    """Give a text as it is stored: its lines joined by line feeds, so that their numbers stay."""
    return "\n".join(lines).encode()


def read_text(folder: Path, report_id: str) -> tuple[str, ...]:
    """Give the lines of a report's stored text; raises StoreError when it is gone or cannot be read."""
    path = text_file(folder, report_id)
    try:
        return tuple(path.read_bytes().decode().split("\n"))
    except FileNotFoundError as error:
        raise StoreError(
            f"The text of report {report_id} is gone: {path} is missing.", "Import the report again."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"The text of report {report_id} in {path} could not be read: {error}.", "Import the report again."
        ) from error
