"""All that one force was ever told, as areas across the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from inspect_cli.link.anchors import formal_drafts
from inspect_cli.link.concerns import informal_drafts, join_concerns, join_vague
from inspect_cli.link.drafts import Draft
from inspect_cli.link.finds import Find, Finds, gather
from inspect_cli.link.matters import matter
from inspect_cli.link.reports import Reports
from inspect_cli.link.resolve import Answer, resolve_all, unresolvable
from inspect_cli.link.rulings import Named, Rulings, area_id
from inspect_cli.link.titles import titles
from inspect_cli.link.views import addressee, deadline, inspections, inspectorate_view, latest_verdict
from inspect_cli.model import Area, Finding, Linked, Member, Reference, Report, Resolution, Ruling

NO_ALIASES: Mapping[str, str] = MappingProxyType({})


def link(
    force: str,
    reports: Sequence[Report],
    findings: Sequence[Finding],
    references: Sequence[Reference],
    rulings: Sequence[Ruling] = (),
    aliases: Mapping[str, str] = NO_ALIASES,
) -> Linked:
    """Put what ``force`` was told through the years together to areas, and say what each follow-up was resolved to.

    ``findings`` and ``references`` are those of this force and those to all forces; what names another force, and what
    a national report asks of another body alone, is left out. The order of these arguments' items makes no difference.
    ``rulings`` are an analyst's, in the order in which they were made, and win over the program; ``aliases`` lead from
    former ids of areas, which they may name. A ruling that finds nothing here to rule on (another force's, or of a
    find that is gone) is told as not applied.
    """
    reports = Reports.of(reports)
    finds = gather(force, reports, findings, references)
    answers = resolve_all((*finds.follow_ups, *finds.mentions), finds.formal)
    drafts = _drafts(finds, answers)
    named = list(map(Named, _area_ids(force, drafts), titles(drafts), drafts))
    own = _areas(force, named, reports)
    resolutions = _resolutions(finds, answers)
    if not rulings:
        return Linked(own, resolutions, own=own)
    ruled = Rulings(force, named, finds.every, aliases)
    unapplied = tuple(ruling.event for ruling in rulings if not ruled.apply(ruling))
    return Linked(_areas(force, ruled.areas, reports), resolutions, ruled.aliases, unapplied, own)


def _areas(force: str, named: Iterable[Named], reports: Reports) -> tuple[Area, ...]:
    areas = (_area(force, one, reports) for one in named)
    return tuple(
        sorted(areas, key=lambda area: (area.first_raised is None, area.first_raised or 0, area.title, area.id))
    )


def _drafts(finds: Finds, answers: Mapping[str, Answer]) -> list[Draft]:
    named = [find for find in finds.mentions if answers[find.id].to is not None]
    drafts = formal_drafts(finds.formal, (*finds.follow_ups, *named), answers)
    join_concerns(finds.concerns, drafts)
    drafts += informal_drafts(finds.concerns, drafts)
    join_vague(finds.concerns, drafts, finds.name_words)
    return drafts


def _resolutions(finds: Finds, answers: Mapping[str, Answer]) -> tuple[Resolution, ...]:
    own = {find.id: find.reference for find in finds.every.values() if find.reference}
    return tuple(
        answers[name].resolution() if name in answers else unresolvable(reference)
        for name, reference in sorted(own.items())
    )


def _area_ids(force: str, drafts: Sequence[Draft]) -> list[str]:
    """Give each draft the id of its earliest member; a find of two areas names neither."""
    shared = Counter(name for draft in drafts for name in draft.finds)
    return [_area_id(force, draft, [find for find in draft.finds.values() if shared[find.id] == 1]) for draft in drafts]


def _area_id(force: str, draft: Draft, own: Sequence[Find]) -> str:
    if own:
        return area_id(force, min(own, key=lambda find: find.order).id)
    return area_id(force, min(draft.finds.values(), key=lambda find: find.order).id, draft.matter)


def _area(force: str, named: Named, reports: Reports) -> Area:
    draft = named.draft
    years = draft.years
    verdict, verdict_year = latest_verdict(draft)
    return Area(
        id=named.id,
        title=named.title,
        force=force,
        themes=_themes(draft),
        formal=bool(draft.anchors),
        addressed_to=addressee(draft),
        first_raised=years[0] if years else None,
        last_seen=years[-1] if years else None,
        years=years,
        inspections=inspections(draft),
        inspectorate_view=inspectorate_view(draft, force, reports),
        deadline=deadline(draft, reports),
        members=_in_order(draft.members.values()),
        proposed=_in_order(draft.proposed.values()),
        verdict=verdict,
        verdict_year=verdict_year,
        national=any(find.national for find in draft.anchors),
    )


def _themes(draft: Draft) -> tuple[str, ...]:
    """Give the themes, those that most members share first; a concern's count only where the area has them anyway."""
    anchored = draft.themes
    counts = Counter(theme for find in draft.finds.values() for theme in find.themes if theme in anchored)
    of_matters = {matter(name).theme for name in draft.matters}
    order = [theme for find in sorted(draft.finds.values(), key=lambda find: find.first) for theme in find.themes]
    return tuple(sorted(counts, key=lambda theme: (-counts[theme], theme not in of_matters, order.index(theme))))


def _in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(sorted(members, key=lambda member: (member.year is None, member.year or 0, member.id)))
