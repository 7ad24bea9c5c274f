"""Records of the contract as CSV and as plain text, one record a line; both leave nothing out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from inspect_cli.show.safe import harmless, visible

# The fields of the listings' records, which a CSV names even where it holds no record.
FIELDS = {
    kind: tuple(names.split())
    for kind, names in {
        "reports": "id title file format sha256 publisher kind forces programme pillar inspection_year"
        " inspection_label published page_date dated_by inspector counts imported_at",
        "judgements": "id report force programme year pillar question subject grade basis carried_from quote span",
        "findings": "id report force addressed_to year kind formal text pillar question themes deadline figures"
        " parent area quote span log",
        "references": "id report force year to_year to_kind verdict text themes deadline resolved_to"
        " unresolved_because area quote span addressed_to figures",
        "areas": "id title force themes formal first_raised last_seen years inspections status inspectorate_view"
        " owner due due_set_by deadline members proposed rag rag_why days_left original_due moves status_by status_at"
        " status_reason evidence notes national",
        "timeline": "year date area kind verdict text figures report span by",
        "grades": "force pillar question subject year label grade basis carried_from comparable_with_previous why_not",
        "meanings": "grade cycle programme exists means better worse scale graded not_graded previous"
        " comparable_with_previous why_not next comparable_with_next why_not_next exceptions carries_over"
        " published note",
        "ungraded": "report force programme year pillar question subject state quote span",
        "themes": "id title synonyms findings areas",
        "checks": "check area report since message",
        "problems": "test id message",
        "mended": "test id message mended",
        "formers": "change at reports events size kept good file",
        "verified": "check id report message",
        "responses": "report title published applies why due responded days_left overdue explain",
        "events": "id at by kind area field from to reason evidence note undoes undone_by area_now title report finds",
        "changes": "what area title date by from to reason report event",
        "lines": "report title year line text matched find",
    }.items()
}


def as_csv(records: Sequence[dict[str, Any]], fields: Sequence[str] = ()) -> str:
    """Give a header row and a row a record, without cells that a spreadsheet would run.

    ``fields`` are what the header holds where there is no record.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    header = tuple(records[0]) if records else fields
    if header:
        writer.writerow(header)
    for record in records:
        writer.writerow(_csv_cell(value) for value in record.values())
    return text.getvalue()


def _csv_cell(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return harmless(flat(value))


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
