"""The book: everything known on a day, read from the store only as far as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from inspect_cli.model import (
    Area,
    AreaView,
    Event,
    Figure,
    Finding,
    Judgement,
    Reference,
    Report,
    Resolution,
    Standing,
    Ungraded,
)
from inspect_cli.track.events import by_area, leading, rulings, standing
from inspect_cli.track.status import area_view
from inspect_cli.workflow.records import Held, Records, ReportsById


class Book:
    """The records known on the day ``today``, by kind and by id."""

    def __init__(self, records: Records, today: date) -> None:
        self._records = records
        self.today = today

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """All reports, as they were stored."""
        return tuple(self._records.reports)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, those of a report in document order."""
        return tuple(self._records.judgements)

    @cached_property
    def ungraded(self) -> tuple[Ungraded, ...]:
        """What reports say that they do not grade."""
        return tuple(self._records.ungraded)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, formal and informal, those of a report in document order."""
        return tuple(self._records.findings)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All follow-ups, those of a report in document order."""
        return tuple(self._records.references)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """All areas tracked."""
        return tuple(self._records.areas)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What each reference was resolved to, or why it was not."""
        return tuple(self._records.resolutions)

    @property
    def aliases(self) -> Mapping[str, str]:
        """Former ids and the ids they lead to."""
        return self._records.aliases

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All that people decided, in the order of time; of a report that had another id once, under today's."""
        known = tuple(self._records.events)
        if not any(event.report in self.aliases for event in known):
            return known
        return tuple(replace(one, report=self.aliases.get(one.report or "", one.report)) for one in known)

    def every_id(self, letter: str) -> Iterable[str]:
        """Give all ids that begin with a kind's letter, former ones as well; of a book of one force the others' too."""
        former = self.former if letter == "a" else (one for one in self.aliases if one.startswith(letter))
        return (*self._records.ids(letter), *former)

    def leads_to(self, area: str) -> str:
        """Give the id of the area that goes on for an id, former or merged; an id that leads nowhere stays."""
        return self._way(area)

    @cached_property
    def former(self) -> Mapping[str, str]:
        """Every id that is no area's today, but was once, with the area that goes on for it."""
        merged = (ruling.other for ruling in rulings(self.events) if ruling.other)
        named = (event.area for event in self.events if event.area)
        once = {*self.aliases, *merged, *named} - self._present
        return {name: area for name in sorted(once) if (area := self.leads_to(name)) in self._present}

    def events_of(self, area: str) -> tuple[Event, ...]:
        """Give the events of an area, under whatever id they were written, in the order of time."""
        return self._events_by_area.get(area, ())

    def standing_of(self, area: str) -> Standing:
        """Say what the force itself has said of an area."""
        return standing(self.events_of(area))

    def view_of(self, area: Area) -> AreaView:
        """Join an area with its state on the book's day."""
        published = (self._published(member.report) for member in area.members)
        told = max((day for day in published if day), default=None)
        return area_view(area, self.standing_of(area.id), self.today, told)

    def figures_of(self, report: str) -> tuple[Figure, ...]:
        """Give the figures of a report that belong to no finding."""
        return self._records.figures.get(report, ())

    def report(self, report: str) -> Report | None:
        """Give the report with this id, None where there is none."""
        return self.reports_by_id.get(report)

    def label(self, year: int) -> str | None:
        """Give the label of an inspection year in the reports known, None where none has one."""
        return self._label(year)

    def has_area(self, area: str) -> bool:
        """Say whether an id is an area's, or leads to one."""
        return self.leads_to(area) in self._present

    def has_find(self, find: str) -> bool:
        """Say whether a finding or follow-up has this id, or had it once."""
        return find in self._report_of or self.aliases.get(find) in self._report_of

    def area_of(self, find: str) -> str | None:
        """Give the id of the area that a find belongs to: of two that of its first theme; None where not tracked."""
        areas = self.areas_of(find)
        return areas[0].id if areas else None

    def areas_of(self, find: str) -> tuple[Area, ...]:
        """Give every area that a find belongs to."""
        return self._areas_by_member.get(find, ())

    def resolution_of(self, reference: str) -> Resolution | None:
        """Say what a reference was resolved to, None where linking said nothing of it."""
        return self._resolutions_by_reference.get(reference)

    @cached_property
    def reports_by_id(self) -> Mapping[str, Report]:
        """The reports by id."""
        if isinstance(self._records, Held):
            return {report.id: report for report in self.reports}
        return ReportsById(self._records)

    @cached_property
    def _published(self) -> Callable[[str], date | None]:
        if isinstance(self._records, Held):
            days = {report.id: report.published for report in self.reports}
            return days.get
        return self._records.published

    @cached_property
    def _label(self) -> Callable[[int], str | None]:
        return cache(self._records.label)

    @cached_property
    def _way(self) -> Callable[[str], str]:
        return leading(self._present, self.aliases, self.events)

    @cached_property
    def _present(self) -> set[str]:
        return set(self._records.ids("a"))

    @cached_property
    def _events_by_area(self) -> dict[str, tuple[Event, ...]]:
        return by_area(self.events, self._way)

    @cached_property
    def _report_of(self) -> dict[str, Report]:
        finds: tuple[Finding | Reference, ...] = (*self.findings, *self.references)
        return {find.id: report for find in finds if (report := self.report(find.report))}

    @cached_property
    def _areas_by_member(self) -> dict[str, tuple[Area, ...]]:
        found: dict[str, tuple[Area, ...]] = {}
        for area in self.areas:
            for member in area.members:
                found[member.id] = (*found.get(member.id, ()), area)
        return {find: self._by_its_themes(find, areas) if len(areas) > 1 else areas for find, areas in found.items()}

    def _by_its_themes(self, find: str, areas: tuple[Area, ...]) -> tuple[Area, ...]:
        """Put the areas of one find in the order in which its words name their themes."""
        named = self._themes_of.get(find, ())
        order = {theme: place for place, theme in enumerate(named)}
        return tuple(sorted(areas, key=lambda area: min((order.get(theme, 99) for theme in area.themes), default=99)))

    @cached_property
    def _themes_of(self) -> Mapping[str, tuple[str, ...]]:
        return {find.id: find.themes for finds in (self.findings, self.references) for find in finds}

    @cached_property
    def _resolutions_by_reference(self) -> dict[str, Resolution]:
        """Of a reference that concerns several forces, one that was resolved goes before one that was not."""
        in_order = sorted(self.resolutions, key=lambda made: made.resolved_to is not None)
        return {made.reference: made for made in in_order}


def open_book(folder: Path, today: date, as_of: date | None = None, force: str | None = None) -> Book:
    """Open the store in ``folder`` as it is ``today``, or as it would have been on ``as_of``.

    To look back on today is to look at what is stored, whichever version of the program linked it; where settings name
    another force than when it was stored, what was said to all forces is that one's work. ``force``: nothing will be
    asked of the book but what concerns that force, which a large store gives sooner. An absent store gives an empty
    book. Raises StoreError where the store cannot be read, UsageError where the settings are not right.
    """
    from inspect_cli.store import open_register
    from inspect_cli.workflow.at_hand import force_at_hand, is_out_of_date

    records, hand = open_register(folder), force_at_hand(folder)
    if as_of not in (None, today):
        from inspect_cli.workflow.looking_back import known_on

        return Book(known_on(records, as_of, hand), as_of)
    if is_out_of_date(records, hand):
        from inspect_cli.workflow.relinking import taken_in_hand

        return Book(taken_in_hand(records, hand), today)
    return Book(records.of_force(force) if force else records, today)


def undated(report: Report) -> bool:
    """Say whether neither the day of publication nor the inspection year of a report is known."""
    return report.published is None and report.inspection_year is None
