"""What came of joining two analysts' copies: reports, decisions, and where the two ruled otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from inspect_cli.model import Conflict, EventView, Holds, MergeOutcome, Report, Side, Version, count
from inspect_cli.show import as_json
from inspect_cli.show.as_json import Record
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.log import log_text
from inspect_cli.show.look import Look
from inspect_cli.show.outcome import report_line
from inspect_cli.show.words import day_short, listed, words

FIELDS = ("outcome", "id", "what", "title", "ours", "theirs", "holds", "by", "at")
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
        parts += [Text("\n").join(lines), Text()]
    if one.events:
        parts += [log_text(one.events, look), Text()]
    if one.conflicts:
        heading = "Ruled otherwise by the two of you (both are kept in the log; the later one holds)"
        parts += [Text(heading, style="bold"), make_table(CONFLICTS, _rows(one, look), look.width), Text()]
    return Group(*parts, Text(_summary(one)))


def _report_lines(one: MergeOutcome, look: Look) -> Iterator[Text]:
    yield from (Text(f"new      {report_line(view)}") for view in one.new)
    for name in one.updated:
        yield Text.assemble("updated  ", cell(_named(name, look)), ": their reading was taken")
    for version in one.versions:
        kept, gone = ("ours", "theirs") if version.ours else ("theirs", "ours")
        days = [_day(report) for report in (version.kept, version.dropped)]
        title = cell(f"{look.short(version.kept.id)}  {version.kept.title}")
        yield Text.assemble("version  ", title, f": kept {kept}{days[0]}; {gone}{days[1]} gave way")
    for former, name in one.renamed.items():
        yield Text.assemble("renamed  ", cell(f"{former} is {name} now; both ids work"))


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
    del look
    day = day_short(side.at.date()) if side.at else ""
    return f"{words(side.value) if side.value else 'none'} ({listed((side.by, day))})"


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
        return ["to settle one: inspect-cli update AREA, or link; what was decided: inspect-cli log"]
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
