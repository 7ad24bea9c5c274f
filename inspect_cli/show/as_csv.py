"""Records of the contract as CSV and as plain text, one record a line; both leave nothing out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from inspect_cli.show.safe import harmless, visible


def as_csv(records: Sequence[dict[str, Any]]) -> str:
    """Give a header row and a row a record, without cells that a spreadsheet would run; nothing for no records."""
    if not records:
        return ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(records[0])
    for record in records:
        writer.writerow(value if isinstance(value, int | float) else harmless(flat(value)) for value in record.values())
    return text.getvalue()


def as_plain(records: Sequence[dict[str, Any]]) -> str:
    """Give a line a record, its values between tabs."""
    return "".join("\t".join(visible(flat(value)) for value in record.values()) + "\n" for record in records)


def flat(value: object) -> str:
    """Give a value as one cell: nothing for None, simple lists joined with ";", anything nested as compact JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return ";".join(str(one) for one in value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value)
