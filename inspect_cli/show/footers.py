"""What stands below a listing: counts and a next step; and what to say where a listing is empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspect_cli.model import (
    AreaStatus,
    AreaView,
    Basis,
    FindingView,
    Hit,
    Judgement,
    Rag,
    ReferenceView,
    Report,
    ReportView,
    ThemeView,
    TrendRow,
    count,
)
from inspect_cli.show.look import Look
from inspect_cli.show.safe import visible
from inspect_cli.show.words import force_words, listed

DATING = "inspect-cli import FILE --published 2016-12-08 --year 2016, or a sources.toml beside the file"
BEGIN = "Nothing is imported yet. To begin: inspect-cli import FOLDER (the reports as PDF, HTML, Word or text files)"


def is_open(view: AreaView) -> bool:
    """Say whether the force still has an area to deal with."""
    return view.state.status in (AreaStatus.OPEN, AreaStatus.IN_PROGRESS)


def is_undated(report: Report) -> bool:
    """Say whether a report's inspection year or day of publication is not known."""
    return report.inspection_year is None and report.published is None


def reports_footer(views: Sequence[ReportView], look: Look) -> list[str]:
    """Count the reports; say how to date those that are not, and which to look at."""
    undated = [view.report for view in views if is_undated(view.report)]
    lines = [f"{count(len(views), 'report')}. inspect-cli show {look.short(views[0].report.id)}"]
    if undated:
        lines.append(f"{count(len(undated), 'report')} undated; to date one: {DATING}")
    return lines


def judgements_footer(views: Sequence[Judgement], look: Look) -> list[str]:
    """Count the judgements, those carried over apart."""
    carried = sum(one.basis is Basis.CARRIED_OVER for one in views)
    also = f", {carried} of them carried over" if carried else ""
    return [f"{count(len(views), 'judgement')}{also}. inspect-cli trend; inspect-cli show {look.short(views[0].id)}"]


def findings_footer(views: Sequence[FindingView], look: Look) -> list[str]:
    """Count the findings, formal ones apart."""
    formal = sum(view.finding.formal for view in views)
    return [f"{count(len(views), 'finding')}, {formal} formal. inspect-cli show {look.short(views[0].finding.id)}"]


def references_footer(views: Sequence[ReferenceView], look: Look) -> list[str]:
    """Count the follow-ups and those that found what they speak of."""
    resolved = sum(view.area is not None for view in views)
    head = f"{count(len(views), 'follow-up')}, {resolved} tracked in an area"
    return [f"{head}. inspect-cli show {look.short(views[0].reference.id)}"]


def areas_footer(views: Sequence[AreaView], look: Look) -> list[str]:
    """Count the open areas, name the one open longest and how to follow it."""
    opened = [view for view in views if is_open(view)]
    if not opened:
        return [f"{count(len(views), 'area')}, none open"]
    oldest = min(opened, key=lambda view: view.area.first_raised or 9999)
    named = listed((visible(oldest.area.title), look.label(oldest.area.first_raised)))
    return [f"{count(len(opened), 'area')} open; oldest: {named}. inspect-cli track {way_to(oldest, look)}"]


def colours_footer(rules: Iterable[tuple[Rag, str]], views: Iterable[AreaView]) -> list[str]:
    """Give the rules of the colours that are shown, in the order in which they are gone through."""
    shown = {view.state.rag for view in views}
    told = [f"{rag}: {rule}" for rag, rule in rules if rag in shown]
    return ["; ".join(told)] if told else []


def others_footer(reports: Sequence[Report], force: str | None) -> list[str]:
    """Name the forces that other reports are about: a status is that of one force."""
    others = sorted({named for report in reports for named in report.forces} - {force})
    if not others:
        return []
    return [f"also imported: {listed(map(force_words, others))}. inspect-cli status --force {others[0]}"]


def way_to(view: AreaView, look: Look) -> str:
    """Give what to type after ``track``: the area's theme, or its id where it has none."""
    return view.area.themes[0] if view.area.themes else look.short(view.area.id)


def themes_footer(views: Sequence[ThemeView], look: Look) -> list[str]:
    """Count the themes that are spoken of."""
    del look
    spoken = [view for view in views if view.findings or view.areas]
    head = f"{count(len(views), 'theme')}, {len(spoken)} spoken of"
    tracked = next((view for view in spoken if view.areas), None)
    return [f"{head}. inspect-cli track {tracked.id}" if tracked else head]


def trend_footer(rows: Sequence[TrendRow]) -> list[str]:
    """Count the inspections: a grade that was carried over is not another."""
    inspected = {cell.year for row in rows for cell in row.cells if cell.basis is Basis.INSPECTED}
    return [f"{count(len(rows), 'row')}, grades of {count(len(inspected), 'inspection')}. inspect-cli judgements"]


def hits_footer(hits: Sequence[Hit], look: Look) -> list[str]:
    """Count the places and the reports they stand in."""
    reports = count(len({hit.report for hit in hits}), "report")
    find = next((hit.find for hit in hits if hit.find), None)
    step = f". inspect-cli show {look.short(find)}" if find else ""
    return [f"{count(len(hits), 'line')} in {reports}{step}"]
