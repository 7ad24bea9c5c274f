"""What was said to all forces, and what it means for one: which of it is the force's, and which areas are national."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from inspect_cli.model import Addressee, Area, DocumentKind, Finding, Linked, Reference, Report


def is_said_to(force: str, record: Finding | Reference, report: Report | None) -> bool:
    """Say whether a find concerns ``force``: said of it, of all the forces that its report names, or to all forces.

    What a report on no force asks of another body alone is not the force's to do, and no area of it. In the force's
    own report it is: an area that is WHITE.
    """
    if record.force is not None or is_own(force, record, report):
        return record.force in (force, None)
    if report is not None and report.forces:
        return record.addressed_to is Addressee.ALL_FORCES
    return record.addressed_to is not Addressee.OTHER


def is_own(force: str, record: Finding | Reference, report: Report | None) -> bool:
    """Say whether a find was said of ``force`` itself: it, or its report where that names several, names the force."""
    if record.force is not None:
        return record.force == force
    return report is not None and force in report.forces


def is_national(record: Finding | Reference, report: Report | None) -> bool:
    """Say whether a find speaks to all forces: it says so, or stands in a national report and names no other body."""
    if record.addressed_to is not Addressee.FORCE or record.force is not None or report is None:
        return record.addressed_to is Addressee.ALL_FORCES
    return report.kind is DocumentKind.THEMATIC_REPORT and not report.forces


def own_finds(
    force: str, reports: Iterable[Report], findings: Iterable[Finding], references: Iterable[Reference]
) -> set[str]:
    """Give the ids of the finds that were said of ``force`` itself."""
    by_id = {report.id: report for report in reports}
    records: tuple[Finding | Reference, ...] = (*findings, *references)
    return {one.id for one in records if is_own(force, one, by_id.get(one.report))}


def without_shared(linked: Linked, own: Collection[str], kept: Collection[str]) -> Linked:
    """Leave out the areas that hold nothing said of the force itself, but for those whose ids are ``kept``.

    So it is with a force that is not the one at hand: what was said to all forces is a thing to link its own finds
    to, and no work list.
    """

    def stays(area: Area) -> bool:
        return area.id in kept or any(member.id in own for member in area.members)

    return replace(linked, areas=tuple(filter(stays, linked.areas)), own=tuple(filter(stays, linked.own)))
