"""What a force was told, as rows: a find in a line, and which earlier find it must join."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from inspect_cli.link import link
from inspect_cli.model import (
    Area,
    Finding,
    FindingKind,
    Linked,
    Pillar,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
)
from tests.builders import finding, reference, report

KINDS = {
    "afi": "area-for-improvement",
    "rec": "recommendation",
    "cause": "cause-of-concern",
    "concern": "concern",
    "good": "good-practice",
}


class Row(NamedTuple):
    """A find: its kind ("afi", or "2017 afi discharged" for a follow-up), inspection year, themes and words.

    ``joins`` is the place of an earlier row that it must share an area with; None: no earlier row.
    ``report`` tells reports of one year apart.
    """

    kind: str
    year: int | None
    themes: str
    text: str
    joins: int | None = None
    report: str = ""
    pillar: Pillar | None = Pillar.LEGITIMACY

    def record(self, **changes: Any) -> Finding | Reference:
        """Build the record."""
        common = {
            "report": f"r{self.year}{self.report}",
            "year": self.year,
            "themes": tuple(self.themes.split()),
            "pillar": self.pillar,
        } | changes
        if " " not in self.kind:
            return finding(self.text, kind=FindingKind(KINDS[self.kind]), **common)
        to_year, kind, verdict = self.kind.split()
        target: dict[str, Any] = {
            "to_year": None if to_year == "?" else int(to_year),
            "to_kind": ReferenceKind(KINDS.get(kind, kind)),
            "verdict": Verdict(verdict),
        }
        return reference(self.text, **common, **target)


def report_of(row: Row, **changes: Any) -> Report:
    """Build the report that a row stands in."""
    return report(id=f"r{row.year}{row.report}", inspection_year=row.year, pillar=row.pillar, **changes)


def link_rows(rows: Sequence[Row], *more: Report) -> tuple[Linked, list[str]]:
    """Link the rows of a force; gives the outcome and the rows' ids."""
    records = [row.record() for row in rows]
    reports = {one.id: one for one in (*map(report_of, rows), *more)}
    findings = [record for record in records if isinstance(record, Finding)]
    references = [record for record in records if isinstance(record, Reference)]
    return link("cheshire", list(reports.values()), findings, references), [record.id for record in records]


def held(area: Area) -> set[str]:
    """Give the ids of an area's members."""
    return {member.id for member in area.members}


def joined(linked: Linked, ids: Sequence[str]) -> list[int | None]:
    """Say of each row the first earlier row that it shares an area with."""
    return [
        next(
            (earlier for earlier in range(place) if any({ids[earlier], name} <= held(area) for area in linked.areas)),
            None,
        )
        for place, name in enumerate(ids)
    ]


def proposals(linked: Linked, ids: Sequence[str]) -> set[tuple[int, int]]:
    """Give the proposed links: the row proposed, and the first row of the area it is proposed to."""
    return {
        (ids.index(member.id), min(ids.index(one) for one in held(area)))
        for area in linked.areas
        for member in area.proposed
    }
