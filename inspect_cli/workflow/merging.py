"""Another analyst's copy joined with the store: whichever way round, and however often, the same comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from inspect_cli.errors import SourceError
from inspect_cli.link import by_force, link
from inspect_cli.model import Area, Carried, Event, Linked, MergeOutcome, Told, Version, in_order
from inspect_cli.store import change, open_register
from inspect_cli.store.draft import Draft
from inspect_cli.store.locking import Writing
from inspect_cli.workflow.at_hand import force_at_hand
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.carrying import all_forces, carried, import_all
from inspect_cli.workflow.conflicts import Log, told_otherwise
from inspect_cli.workflow.heirs import heirs, joined_ways, led_on
from inspect_cli.workflow.history import event_views
from inspect_cli.workflow.joining import Joined, finds_in, join_reports
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.relinking import linked_anew
from inspect_cli.workflow.settings import kept_by_settings


@dataclass(frozen=True, slots=True)
class Merged:
    """The store as it will be: what is put, dropped and added, and how every force is linked then."""

    put: tuple[Told, ...]
    dropped: tuple[str, ...]
    joined: Joined
    log: Log
    held: Held
    linked: dict[str, Linked]
    changed: bool


def plan_merge(folder: Path, other: Carried, now: datetime) -> MergeOutcome:
    """Say what ``merge`` would do, and write nothing. Raises StoreError and UsageError as it does."""
    ours = carried(open_register(folder))
    return _outcome(ours, _merged(ours, other, force_at_hand(folder)), now, written=False)


def merge(folder: Path, other: Carried, how: Writing) -> MergeOutcome:
    """Join another analyst's copy with the store of ``folder`` as one change; where it brings nothing, write nothing.

    Reports go by the hash of their files, decisions by their ids; all forces are linked anew. What the settings of
    ``folder`` say holds on; an empty store takes in all as an import of it does. ``how`` is how the store is changed.
    Raises StoreError for a store that cannot be read or written, UsageError for settings that are not right, and
    SourceError where one decision is told in two ways.
    """
    hand = force_at_hand(folder)
    register = open_register(folder)
    ours = carried(register)
    merged = _merged(ours, other, hand)
    if merged.changed and ours.is_empty:
        import_all(folder, other, how)
    elif merged.changed:
        with change(folder, kept_by_settings(folder, how)) as draft:
            if (draft.reports, draft.events, draft.aliases) != (register.reports, register.events, register.aliases):
                ours = carried(open_register(folder))  # another command came in between
                merged = _merged(ours, other, hand)
            _store(draft, merged)
    return _outcome(ours, merged, how.now, written=merged.changed)


def _merged(ours: Carried, theirs: Carried, hand: str | None) -> Merged:
    joined = join_reports(ours.reports, theirs.reports)
    before = {told.report.id: told for told in ours.reports}
    put = tuple(told for told in joined.reports if before.get(told.report.id) != told)
    dropped = tuple(sorted(before.keys() - {told.report.id for told in joined.reports}))
    held = _held(joined.reports, _events(ours, theirs), hand)
    if not put and not dropped and set(held.events) == set(ours.events) and _is_part(theirs, ours):
        return Merged((), (), joined, _log(ours, theirs, replace(held, aliases=ours.aliases)), held, {}, changed=False)
    forces = all_forces(held)
    own = _own_areas(held, forces)
    held = replace(held, aliases=_aliases(ours, theirs, joined, own))
    linked, aliases = linked_anew(held, dict.fromkeys(forces, ()))
    held = replace(held, aliases=aliases, areas=tuple(area for one in linked.values() for area in one.areas))
    new = {event.id for event in held.events} - {event.id for event in ours.events}
    changed = bool(put or dropped or new or held.aliases != ours.aliases)
    return Merged(put, dropped, joined, _log(ours, theirs, held), held, linked, changed)


def _events(ours: Carried, theirs: Carried) -> tuple[Event, ...]:
    """Join the decisions, which are the same by their ids; raises SourceError where one id stands for two."""
    known = {event.id: event for event in ours.events}
    twice = next((event.id for event in theirs.events if known.get(event.id, event) != event), None)
    if twice is not None:
        raise SourceError(
            f"The decision {twice} is not the same in the two copies, and what is in a log is never changed.",
            "One of the files was changed by hand: have it written again from its store.",
        )
    return in_order({**known, **{event.id: event for event in theirs.events}}.values())


def _held(reports: Sequence[Told], events: tuple[Event, ...], hand: str | None) -> Held:
    return Held(
        reports=tuple(told.report for told in reports),
        findings=tuple(find for told in reports for find in told.extraction.findings),
        references=tuple(find for told in reports for find in told.extraction.references),
        events=events,
        at_hand=hand,
    )


def _is_part(theirs: Carried, ours: Carried) -> bool:
    """Say whether one copy holds the same reports as the other, and no former id beyond those."""
    return theirs.reports == ours.reports and theirs.aliases.items() <= ours.aliases.items()


def _own_areas(held: Held, forces: Iterable[str]) -> list[Area]:
    """Give the areas as the program alone puts them together."""
    told = by_force(held.reports, held.findings, held.references)
    return [area for force in forces for area in link(force, *told.of(force)).areas]


def _aliases(ours: Carried, theirs: Carried, joined: Joined, own: Sequence[Area]) -> dict[str, str]:
    """Lead every id that either side ever knew to what goes on for it."""
    gone = []
    for side, renamed in zip((ours, theirs), joined.renamed, strict=True):
        told = _held(side.reports, (), None)
        gone.append(heirs(_own_areas(told, _touched(side.reports, joined.reports, all_forces(told))), renamed, own))
    living = {area.id for area in own} | {told.report.id for told in joined.reports}
    living |= {find.id for told in joined.reports for find in finds_in(told.extraction)}
    return led_on(joined_ways(ours.aliases, theirs.aliases, *joined.renamed, *gone), living)


def _touched(side: Iterable[Told], joined: Iterable[Told], forces: Sequence[str]) -> list[str]:
    """Give those of ``forces`` of which one side was told otherwise than both together; its other areas go on."""
    before, now = ({told.report.id: told for told in reports} for reports in (side, joined))
    names = [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]
    other = [known[name] for known in (before, now) for name in names if name in known]
    spoken: set[str | None] = {force for told in other for force in told.report.forces}
    spoken |= {find.force for told in other for find in told.extraction.findings}
    spoken |= {find.force for told in other for find in told.extraction.references}
    return [force for force in forces if None in spoken or force in spoken]


def _log(ours: Carried, theirs: Carried, held: Held) -> Log:
    book = Book(held, date.min)
    return Log(ours.events, theirs.events, lambda name: book.leads_to(held.aliases.get(name, name)))


def _store(draft: Draft, merged: Merged) -> None:
    for name in merged.dropped:
        draft.drop_report(name)
    for told in merged.put:
        draft.put_report(told.report, told.extraction, told.lines)
    draft.add_events(merged.log.new)
    draft.set_at_hand(merged.held.at_hand)
    for force, linked in merged.linked.items():
        draft.set_linked(force, linked, merged.held.aliases)


def _outcome(ours: Carried, merged: Merged, now: datetime, *, written: bool) -> MergeOutcome:
    book = Book(merged.held, now.date())
    reports = {told.report.id: told for told in merged.joined.reports}
    titles = {area.id: area.title for area in book.areas} | {name: told.report.title for name, told in reports.items()}
    put = {told.report.id for told in merged.put}
    known = {told.report.sha256 for told in ours.reports}
    versions = tuple(
        Version(kept.told.report, other.told.report, kept.side == 0) for kept, other in merged.joined.versions
    )
    fresh = {told.report.sha256 for told in merged.put} - known - {version.kept.sha256 for version in versions}
    both = {one.report.sha256 for one, _ in merged.joined.same}
    shared = [told.report.id for told in merged.joined.reports if told.report.sha256 in both]
    by_hash = {told.report.sha256: told.report for told in merged.joined.reports}
    pairs = ((one, other, by_hash.get(one.report.sha256)) for one, other in merged.joined.same)
    facts = [conflict for one, other, kept in pairs if kept for conflict in told_otherwise(one, other, kept)]
    return MergeOutcome(
        new=tuple(told.view for told in merged.put if told.report.sha256 in fresh),
        same=tuple(name for name in shared if name not in put),
        updated=tuple(name for name in shared if name in put),
        versions=versions,
        events=event_views(book, merged.log.new),
        known=merged.log.known,
        conflicts=(*facts, *merged.log.conflicts(titles)),
        renamed={former: name for former, name in merged.held.aliases.items() if former not in ours.aliases},
        written=written,
    )
