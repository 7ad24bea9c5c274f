"""Linking forces anew, so that what analysts ruled holds and no id that was ever written down is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from inspect_cli.model import Area, Linked, Ruling
from inspect_cli.store.draft import Draft
from inspect_cli.store.register import Register
from inspect_cli.track.events import rulings
from inspect_cli.workflow.at_hand import decided_on, for_hand, is_out_of_date
from inspect_cli.workflow.identity import renamed_areas
from inspect_cli.workflow.records import Held


def held(records: Register | Draft) -> Held:
    """Take what linking and deciding look at out of the store."""
    return Held(
        reports=records.reports,
        findings=records.findings,
        references=records.references,
        areas=records.areas,
        aliases=records.aliases,
        events=records.events,
        at_hand=records.at_hand,
    )


def own_areas(records: Draft | Held, forces: Iterable[str]) -> dict[str, tuple[Area, ...]]:
    """Give the areas of each force as the program alone puts them together, by what is stored now.

    Aliases are kept between these: they do not change with what an analyst rules or takes back.
    """
    if not rulings(records.events):
        own: dict[str, list[Area]] = {force: [] for force in forces}
        for area in records.areas:
            if area.force in own:
                own[area.force].append(area)
        return {force: tuple(areas) for force, areas in own.items()}
    from inspect_cli.link import by_force, link

    told = by_force(records.reports, records.findings, records.references)
    return {force: link(force, *told.of(force)).areas for force in forces}


def linked_anew(
    records: Draft | Held, before: Mapping[str, Sequence[Area]]
) -> tuple[dict[str, Linked], Mapping[str, str]]:
    """Link the forces that ``before`` gives the program's own areas of, as they were; and give all aliases there are.

    ``records`` hold what is told and decided now.
    """
    from inspect_cli.link import by_force, link

    told = by_force(records.reports, records.findings, records.references)
    ruled: tuple[Ruling, ...] = rulings(records.events)
    kept = decided_on(records.events, records.aliases)
    aliases: Mapping[str, str] = records.aliases
    written = {name for event in records.events for name in (event.area, event.before) if name}
    found = {}
    for force in sorted(before):
        linked = link(force, *told.of(force))
        aliases = renamed_areas(before[force], linked.areas, aliases)
        aliases = {**aliases, **_found_again(force, linked.areas, {**dict.fromkeys(written), **aliases})}
        whole = link(force, *told.of(force), ruled, aliases) if ruled else linked
        found[force] = for_hand(whole, force, records.at_hand, told, kept)
    return found, aliases


def _found_again(force: str, areas: Iterable[Area], led: Mapping[str, str | None]) -> dict[str, str]:
    """Lead ids that lead (``led``) to no area on to the one that holds the find which they were made of.

    So an area is found again whose finds were gone for a while, and that has an earlier one by now.
    """
    from inspect_cli.link import area_id

    held = {area.id: [member.id for member in area.members] for area in areas}
    counts = Counter(find for finds in held.values() for find in finds)
    once = {area_id(force, find): area for area, finds in held.items() for find in finds if counts[find] == 1}
    lost = (name for name, area in led.items() if name not in held and area not in held)
    return {name: once[name] for name in lost if name in once}


def taken_in_hand(records: Register, hand: str | None) -> Held:
    """Give all that ``records`` hold as it is where ``hand`` is the force at hand, which it was not when stored."""
    known = replace(held(records), judgements=records.judgements, ungraded=records.ungraded, at_hand=hand)
    known = replace(known, figures=records.figures)
    found, aliases = linked_anew(known, own_areas(known, known_forces(known)))
    return replace(
        known,
        areas=tuple(area for linked in found.values() for area in linked.areas),
        resolutions=tuple(resolution for linked in found.values() for resolution in linked.resolutions),
        aliases=aliases,
    )


def take_in_hand(draft: Draft, hand: str | None) -> None:
    """Link all forces anew where ``hand`` is the force at hand and was not when the draft was stored."""
    changed = is_out_of_date(draft, hand)
    draft.set_at_hand(hand)
    if changed:
        found, aliases = linked_anew(draft, own_areas(draft, known_forces(draft)))
        for force, linked in found.items():
            draft.set_linked(force, linked, aliases)


def known_forces(records: Draft | Held) -> set[str]:
    """Give every force that something is known of, and the one at hand."""
    named = {records.at_hand} if records.at_hand else set()
    named |= {force for report in records.reports for force in report.forces}
    return named | {find.force for find in records.findings if find.force} | {area.force for area in records.areas}
