"""An export as the text of its file, and what is said of one that was written or taken in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from inspect_cli.model import Carried, count
from inspect_cli.show import as_json
from inspect_cli.show.as_json import Record
from inspect_cli.show.safe import escape_json, visible


def export_pieces(
    head: Mapping[str, Any], reports: Iterable[Mapping[str, Any]], events: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Give the text of an export piece by piece, each report and each event on a line of its own."""
    yield "{\n" + "".join(f"{_encoded(name)}: {_encoded(value)},\n" for name, value in head.items())
    yield '"reports": ['
    yield from _lines(reports)
    yield '],\n"events": ['
    yield from _lines(events)
    yield "]\n}\n"


def _lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    place = -1
    for place, record in enumerate(records):
        yield ("\n" if place == 0 else ",\n") + _encoded(record)
    yield "\n" if place >= 0 else ""


def _encoded(value: object) -> str:
    return escape_json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def exported_text(file: str, reports: int, events: int, size: int) -> str:
    """Say what was written where."""
    return f"wrote {visible(file)}: {count(reports, 'report')}, {count(events, 'decision')}, {_size(size)}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1_000:.0f} kB"


def imported_text(content: Carried) -> str:
    """Count what was taken in, and say what to do next."""
    told = f"{count(len(content.reports), 'report')} and {count(len(content.events), 'decision')}"
    return f"{told} imported. inspect-cli status"


def imported(content: Carried) -> Record:
    """Give the contract's answer to ``import``, and how many events came with the reports."""
    reports = [as_json.report(told.view) for told in content.reports]
    return {
        "imported": reports,
        "unchanged": [],
        "replaced": [],
        "failed": [],
        "copies": [],
        "events": len(content.events),
    }


def imported_rows(content: Carried) -> Sequence[Record]:
    """Give a flat record for each report, for CSV and plain text."""
    return [
        {"outcome": "imported", "file": told.report.file, "id": told.report.id, "error": "", "hint": ""}
        for told in content.reports
    ]
