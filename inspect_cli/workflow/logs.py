"""What an import should say of the register's logs."""

from __future__ import annotations

from collections.abc import Iterator

from inspect_cli.model import Extraction

_LONGEST = 80


def unread_entries(name: str, extraction: Extraction) -> Iterator[str]:
    """Warn of each entry of a log that could not be read whole, once, by the line it stands on."""
    entries = {entry.span: entry for finding in extraction.findings for entry in finding.log if not entry.parsed}
    for entry in entries.values():
        text = entry.text if len(entry.text) <= _LONGEST else f"{entry.text[:_LONGEST].rstrip()}…"
        line = entry.span.line
        yield f"{name}, line {line}: this entry of the log could not be read, and is kept as it stands: {text}"
