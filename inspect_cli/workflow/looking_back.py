"""What was known on a day gone by: the reports out by then, and the areas linked afresh over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from inspect_cli.model import Area, Event, Finding, Judgement, Linked, Reference, Report
from inspect_cli.track.events import rulings
from inspect_cli.workflow.records import Held, Records

Find = TypeVar("Find", Judgement, Finding, Reference)

Told: TypeAlias = tuple[tuple[Report, ...], tuple[Finding, ...], tuple[Reference, ...]]


def known_by(report: Report, day: date) -> bool:
    """Say whether a report was out on ``day``: by its publication, else its year; undated from its import on."""
    if report.published is not None:
        return report.published <= day
    if report.inspection_year is not None:
        return report.inspection_year <= day.year
    return report.imported_at is None or report.imported_at.date() <= day


def known_on(records: Records, day: date, hand: str | None = None) -> Held:
    """Take what was known on ``day``: the reports out by then, their finds, and the areas linked afresh over them.

    ``hand`` is the force at hand, None for every force.
    """
    reports = tuple(report for report in records.reports if known_by(report, day))
    ids = {report.id for report in reports}
    findings = _of_reports(records.findings, ids)
    references = _of_reports(records.references, ids)
    events = tuple(event for event in records.events if event.at.date() <= day)
    linked = _link_all((reports, findings, references), events, records, hand)
    return Held(
        reports=reports,
        judgements=_of_reports(records.judgements, ids),
        findings=findings,
        references=references,
        figures={report: figures for report, figures in records.figures.items() if report in ids},
        areas=linked.areas,
        resolutions=linked.resolutions,
        aliases={**records.aliases, **_renamed(records.areas, linked.areas)},
        events=events,
        at_hand=hand,
        ungraded=tuple(one for one in records.ungraded if one.report in ids),
    )


def _of_reports(finds: Iterable[Find], reports: Collection[str]) -> tuple[Find, ...]:
    return tuple(find for find in finds if find.report in reports)


def _link_all(told: Told, events: Sequence[Event], today: Records, hand: str | None) -> Linked:
    """Link every force over what was ``told`` by then; rulings may name areas by the ids that they have ``today``."""
    from inspect_cli.link import by_force, link
    from inspect_cli.workflow.at_hand import decided_on, for_hand

    forces = sorted({force for report in told[0] for force in report.forces} | ({hand} if hand else set()))
    parted = by_force(*told)
    linked = {force: link(force, *parted.of(force)) for force in forces}
    aliases, ruled = today.aliases, rulings(events)
    if ruled:
        aliases = {**aliases, **_renamed(today.areas, [area for one in linked.values() for area in one.areas])}
        linked = {force: link(force, *parted.of(force), ruled, aliases) for force in forces}
    kept = decided_on(events, aliases)
    narrowed = [for_hand(one, force, hand, parted, kept) for force, one in linked.items()]
    return Linked(
        tuple(area for one in narrowed for area in one.areas),
        tuple(resolution for one in narrowed for resolution in one.resolutions),
    )


def _renamed(today: Iterable[Area], then: Iterable[Area]) -> dict[str, str]:
    """Lead the ids of today's areas to those of the areas that held the same finds then."""
    by_member = {member.id: area.id for area in then for member in area.members}
    renamed = {}
    for area in today:
        former = next((by_member[member.id] for member in area.members if member.id in by_member), None)
        if former is not None and former != area.id:
            renamed[area.id] = former
    return renamed
