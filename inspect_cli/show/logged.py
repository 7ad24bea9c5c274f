"""The register's log of a finding, as dated lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from inspect_cli.model import REGISTER_VERDICTS, LogEntry
from inspect_cli.show.columns import cell
from inspect_cli.show.words import VIEW_STYLES, day_words, words


def log_lines(log: Sequence[LogEntry]) -> Iterator[Text]:
    """Give a line for each entry: its day, its status, the comment; all of what could not be read, as it stands."""
    for entry in log:
        if not entry.parsed:
            yield Text.assemble(cell("could not be read", "yellow"), cell(f"  {entry.text}"))
            continue
        parts = [cell(day_words(entry.date) if entry.date else "no day", "dim"), Text("  ")]
        if entry.status:
            style = VIEW_STYLES.get(REGISTER_VERDICTS[entry.status], "")
            parts.append(cell(words(entry.status), f"bold {style}".strip()))
        if entry.text:
            parts.append(cell(f"{': ' if entry.status else ''}{entry.text}"))
        yield Text.assemble(*parts)
