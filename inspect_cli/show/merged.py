"""What came of joining two analysts' copies: reports, decisions, and where the two ruled otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import AreaStatus, Conflict, EventView, Holds, MergeOutcome, Report, Side, Version, count
from inspect_cli.show import as_json
from inspect_cli.show.as_json import Record
from inspect_cli.show.columns import NONE, Column, Row, cell, make_table
from inspect_cli.show.log import log_text
from inspect_cli.show.look import Look
from inspect_cli.show.outcome import report_line
from inspect_cli.show.words import day_short, listed, words

_FEW = 5
FIELDS = ("outcome", "id", "what", "title", "ours", "theirs", "holds", "by", "at")
_AREA_ID = re.compile(r"a[0-9a-z]{6}")
_STATUSES = {status.value: words(status) for status in AreaStatus}
CONFLICTS = (
    Column("What"),
    Column("ID"),
    Column("Of", least=18),
    Column("Ours", least=14),
    Column("Theirs", least=14),
    Column("Holds"),
)


def merge_text(one: MergeOutcome, look: Look, *, dry: bool) -> RenderableType:
    """Say what came, then the decisions that came, then the conflicts; last how much of each."""
    parts: list[RenderableType] = [Text("Nothing is written; this is the plan.")] if dry else []
    lines = list(_report_lines(one, look))
    if lines:
        parts += [_hanging(lines), Text()]
    if one.events:
        parts += [log_text(one.events, look), Text()]
    if one.conflicts:
        heading = "Ruled otherwise by the two of you; what was decided stays in the log"
        parts += [Text(heading, style="bold"), make_table(CONFLICTS, _rows(one, look), look.width), Text()]
    return Group(*parts, Text(_summary(one)))


def _report_lines(one: MergeOutcome, look: Look) -> Iterator[tuple[str, Text]]:
    """Say in a word and a line what became of each report, and of ids that are others now."""
    yield from (("new", cell(report_line(view))) for view in one.new)
    yield from (("updated", cell(f"{_named(name, look)}: their reading was taken")) for name in one.updated)
    for version in one.versions:
        kept, gone = ("ours", "theirs") if version.ours else ("theirs", "ours")
        days = [_day(report) for report in (version.kept, version.dropped)]
        title = f"{look.short(version.kept.id)}  {version.kept.title}"
        yield "version", cell(f"{title}: kept {kept}{days[0]}; {gone}{days[1]} gave way")
    renamed = list(one.renamed.items())
    yield from (("renamed", cell(f"{former} is {name} now; both ids work")) for former, name in renamed[:_FEW])
    if len(renamed) > _FEW:
        yield "", cell(f"and {len(renamed) - _FEW} more; --json has all")


def _hanging(lines: Iterable[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for word, line in lines:
        grid.add_row(word, line)
    return grid


def _named(name: str, look: Look) -> str:
    report = look.reports.get(name)
    return f"{look.short(name)}  {report.title}" if report else name


def _day(report: Report) -> str:
    return f", imported {day_short(report.imported_at.date())}" if report.imported_at else ""


def _rows(one: MergeOutcome, look: Look) -> list[Row]:
    return [
        {
            "What": cell(words(conflict.what)),
            "ID": cell(look.short(conflict.on), "cyan"),
            "Of": cell(_of(conflict, look)),
            "Ours": cell(_side(conflict.ours, look)),
            "Theirs": cell(_side(conflict.theirs, look)),
            "Holds": cell(conflict.holds.value, "bold"),
        }
        for conflict in one.conflicts
    ]


def _of(conflict: Conflict, look: Look) -> str:
    return listed((conflict.title or "", f"of {look.short(conflict.find)}" if conflict.find else ""))


def _side(side: Side, look: Look) -> str:
    day = day_short(side.at.date()) if side.at else ""
    return f"{_value(side.value, look)} ({listed((side.by, day))})"


def _value(value: str | None, look: Look) -> str:
    """Tell a value: an ISO day as one, the id of an area short, a status in words, and what a person typed as it is."""
    if value is None:
        return NONE
    try:
        return day_short(date.fromisoformat(value))
    except ValueError:
        *before, last = value.split(" ")
        return " ".join([*before, look.short(last)]) if _AREA_ID.fullmatch(last) else _STATUSES.get(value, value)


def _summary(one: MergeOutcome) -> str:
    if not (one.new or one.updated or one.versions or one.events or one.conflicts or one.renamed):
        return f"Nothing new: {count(len(one.same), 'report')} and {count(one.known, 'decision')} are here already."
    reports = listed(
        f"{number} {word}"
        for number, word in (
            (len(one.new), "new"),
            (len(one.updated), "updated"),
            (len(one.versions), "in two versions"),
            (len(one.same), "the same"),
        )
        if number
    )
    events = f"{len(one.events)} new, {one.known} known"
    conflicts = f"; {count(len(one.conflicts), 'conflict')}" if one.conflicts else ""
    return f"Reports: {reports or 'none'}. Decisions: {events}{conflicts}."


def merge_footer(one: MergeOutcome) -> list[str]:
    """Say what may be done next."""
    if one.conflicts:
        return ["the later decision holds; a new one settles it. inspect-cli log"]
    return ["how things stand: inspect-cli status"] if one.written else []


def record(one: MergeOutcome) -> Record:
    """Give the contract's answer to ``merge``."""
    return {
        "written": one.written,
        "reports": {
            "new": [as_json.report(view) for view in one.new],
            "same": list(one.same),
            "updated": list(one.updated),
            "versions": [_version(version) for version in one.versions],
        },
        "events": {"new": [as_json.event(view) for view in one.events], "known": one.known},
        "conflicts": [_conflict(conflict) for conflict in one.conflicts],
        "renamed": one.renamed,
    }


def _version(version: Version) -> Record:
    kept, dropped = _file(version.kept), _file(version.dropped)
    return {
        "id": version.kept.id,
        "title": version.kept.title,
        "ours": kept if version.ours else dropped,
        "theirs": dropped if version.ours else kept,
        "holds": _whose(version),
    }


def _whose(version: Version) -> str:
    return (Holds.OURS if version.ours else Holds.THEIRS).value


def _file(report: Report) -> Record:
    at = report.imported_at.isoformat(timespec="seconds") if report.imported_at else None
    return {"file": report.file, "sha256": report.sha256, "imported_at": at}


def _conflict(conflict: Conflict) -> Record:
    is_report = conflict.on.startswith("r")
    return {
        "what": conflict.what,
        "area": None if is_report else conflict.on,
        "report": conflict.on if is_report else None,
        "find": conflict.find,
        "title": conflict.title,
        "ours": _side_record(conflict.ours),
        "theirs": _side_record(conflict.theirs),
        "holds": conflict.holds.value,
    }


def _side_record(side: Side) -> Record:
    at = side.at.isoformat(timespec="seconds") if side.at else None
    return {"value": side.value, "by": side.by, "at": at, "event": side.event.id if side.event else None}


def rows(one: MergeOutcome) -> list[Record]:
    """Give a flat record for each report and decision that came and for each conflict, for CSV and plain text."""
    found = [("new", view.report.id, "report", view.report.title, *[None] * 5) for view in one.new]
    found += [("updated", name, "report", None, *[None] * 5) for name in one.updated]
    for version in one.versions:
        told = _version(version)
        sums = (told["ours"]["sha256"], told["theirs"]["sha256"])
        found.append(("version", version.kept.id, "report", version.kept.title, *sums, told["holds"], None, None))
    found += [_event_row(view) for view in one.events]
    for conflict in one.conflicts:
        values = (conflict.ours.value, conflict.theirs.value, conflict.holds.value)
        found.append(("conflict", conflict.find or conflict.on, conflict.what, conflict.title, *values, None, None))
    found += [("renamed", former, "id", None, None, name, None, None, None) for former, name in one.renamed.items()]
    return [dict(zip(FIELDS, row, strict=True)) for row in found]


def _event_row(view: EventView) -> tuple[str | None, ...]:
    event = view.event
    at = event.at.isoformat(timespec="seconds")
    return ("event", event.id, event.kind.value, view.title, None, event.after, None, event.by, at)
