"""What a store holds of the five source reports, with each find at its place in the file it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inspect_cli.model import Area, Figure, Finding, Judgement, Reference, Report, normal_words
from inspect_cli.store import Register, open_register

Find = Judgement | Finding | Reference
Place = tuple[str, int]


@dataclass(frozen=True)
class Reading:
    """A store's content; ``names`` leads from the names of the imported files to those of the source reports."""

    register: Register
    names: Mapping[str, str]

    @cached_property
    def sources(self) -> dict[str, str]:
        """Lead from a report's id to the name of the source report it is."""
        return {report.id: self.source(report) for report in self.register.reports}

    def source(self, report: Report) -> str:
        """Name the source report that a stored report is."""
        name = Path(report.file).name
        return self.names.get(name, name)

    def place(self, find: Find) -> Place:
        """Give the source report and line where a find begins."""
        return self.sources[find.report], find.span.line

    @cached_property
    def finds(self) -> dict[str, Find]:
        """Give every find by its id."""
        held: list[Find] = [*self.register.judgements, *self.register.findings, *self.register.references]
        return {find.id: find for find in held}

    def places(self, area: Area) -> frozenset[Place]:
        """Give the places of an area's members; what is only proposed is none."""
        return frozenset(self.place(self.finds[member.id]) for member in area.members)

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Give every figure with the source report it stands in, in a find or on its own."""
        for find in self.finds.values():
            if not isinstance(find, Judgement):
                yield from ((self.sources[find.report], figure) for figure in find.figures)
        for report, figures in self.register.figures.items():
            yield from ((self.sources[report], figure) for figure in figures)

    def said(self) -> set[tuple[str, str, str]]:
        """Give source, kind and folded words of every find: what no layout of the same text may change."""
        return {(self.sources[find.report], _kind(find), normal_words(find.quote)) for find in self.finds.values()}


def _kind(find: Find) -> str:
    if isinstance(find, Finding):
        return find.kind.value
    if isinstance(find, Reference):
        return f"{find.to_year} {find.to_kind}: {find.verdict}"
    return f"{find.question}: {find.grade} {find.carried_from}"


def read_store(data: Path, names: Mapping[str, str] | None = None) -> Reading:
    """Open the store in a data folder."""
    return Reading(open_register(data), names or {})
