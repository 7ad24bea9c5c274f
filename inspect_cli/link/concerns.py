"""Concerns in running text: which areas they belong to, and which areas they form on their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspect_cli.link.alikes import MOST_ON_MATTER, alike
from inspect_cli.link.candidates import best_of_report
from inspect_cli.link.drafts import Draft
from inspect_cli.link.edges import SAME_REPORT_STEP, WORDING_STEP, Edge, as_member, by_wording, leaders
from inspect_cli.link.finds import Find, near, same_report
from inspect_cli.link.matters import matter, only_names, theme_title
from inspect_cli.link.wording import PROPOSAL, SAME_MATTER
from inspect_cli.model import LinkKind

MOST_AREAS = 2
"""One sentence may name two things; what would belong to more says too little of each."""

Choice = tuple[Draft, Edge]
Home = tuple[Draft, Sequence[Find]]


def join_concerns(concerns: Sequence[Find], drafts: Sequence[Draft]) -> None:
    """Take concerns into the drafts they belong to, and propose to drafts what is open."""
    by_matter: dict[str, list[Home]] = defaultdict(list)
    for draft in drafts:
        for name in draft.matters:
            by_matter[name].append((draft, [find for find in draft.anchors if name in find.matters]))
    choices = {concern.id: list(_by_matters(concern, by_matter)) for concern in concerns}
    open_still = [concern for concern in concerns if not any(edge.sure for _, edge in choices[concern.id])]
    for name, worded in _by_words(open_still, drafts).items():
        choices[name] += worded
    for concern in concerns:
        for draft, edge in _at_most(choices[concern.id]):
            draft.take(concern, edge)


def _at_most(choices: Sequence[Choice]) -> Iterator[Choice]:
    """Keep the strongest sure choices; what goes beyond the most areas a find may be in is no longer sure."""
    taken: set[int] = set()
    for draft, edge in sorted(choices, key=lambda choice: (not choice[1].sure, choice[1].order)):
        if id(draft) in taken:
            continue
        if edge.sure and len(taken) >= MOST_AREAS:
            yield draft, edge.unsure()
            continue
        if edge.sure:
            taken.add(id(draft))
        yield draft, edge


def _by_matters(concern: Find, by_matter: Mapping[str, Sequence[Home]]) -> Iterator[Choice]:
    for name in concern.matters:
        known = by_matter.get(name, ())[:MOST_ON_MATTER]
        homes = {_on_matter(concern, anchors, name): draft for draft, anchors in known}
        close = leaders(list(homes))
        yield from ((homes[edge], edge if len(close) == 1 else edge.unsure()) for edge in close)


def _on_matter(concern: Find, anchors: Sequence[Find], name: str) -> Edge:
    """Weigh a concern against the anchors of a draft on the matter called ``name``; the same report speaks loudest."""
    at_hand = [find for find in anchors if same_report(concern, find)]
    weighed = [(-near(concern, find), find.id, find) for find in at_hand or anchors]
    nearness, _, best = min(weighed) if len(weighed) > 1 else weighed[0]
    score, title = -nearness, matter(name).title
    if same_report(concern, best):
        why = f"same report and same matter as {{other}}: {title}"
        return Edge(concern, best, LinkKind.SAME_REPORT, why, score, SAME_REPORT_STEP + score)
    sure = not matter(name).general or score >= SAME_MATTER
    return Edge(
        concern, best, LinkKind.WORDING, f"same matter as {{other}}: {title}", score, WORDING_STEP + score, sure
    )


def _by_words(concerns: Sequence[Find], drafts: Sequence[Draft]) -> dict[str, list[Choice]]:
    """Find for each concern the drafts it is worded like: in its own report the best, in others all that are near."""
    homes = {anchor.id: draft for draft in drafts for anchor in draft.anchors}
    anchors = [anchor for draft in drafts for anchor in draft.anchors]
    told: dict[str, list[Find]] = defaultdict(list)
    found: dict[str, list[Choice]] = defaultdict(list)
    for pair in alike(concerns, anchors, SAME_MATTER):
        concern, anchor = concerns[pair.left], anchors[pair.right]
        if same_report(concern, anchor):
            told[concern.id].append(anchor)
        elif (edge := by_wording(concern, anchor, pair.score)) is not None:
            found[concern.id].append((homes[anchor.id], edge))
    for concern in concerns:
        edges = best_of_report(concern, told.get(concern.id, ()), lambda find: id(homes[find.id]))
        found[concern.id] += [(homes[edge.other.id], edge) for edge in edges if (edge.score or 0) >= PROPOSAL]
    return {name: _one_sure(choices) for name, choices in found.items() if choices}


def _one_sure(choices: Iterable[Choice]) -> list[Choice]:
    """Keep the best choice sure where it leads those for other areas clearly; the others are proposed."""
    best_of: dict[int, Choice] = {}
    for draft, edge in sorted(choices, key=lambda choice: (not choice[1].sure, choice[1].order)):
        best_of.setdefault(id(draft), (draft, edge))
    close = leaders([edge for _, edge in best_of.values()])
    return [(draft, edge if close == [edge] else edge.unsure()) for draft, edge in best_of.values()]


def informal_drafts(concerns: Sequence[Find], drafts: Sequence[Draft]) -> list[Draft]:
    """Make drafts of concerns on a matter that none of ``drafts`` is about, from at least two inspection years."""
    covered = frozenset[str]().union(*(draft.matters for draft in drafts))
    homes = Counter(name for draft in drafts for name in draft.finds)
    by_matter: dict[str, list[Find]] = defaultdict(list)
    for concern in concerns:
        own = [name for name in concern.matters if name not in covered and not matter(name).general]
        for name in own[: MOST_AREAS - homes[concern.id]]:
            by_matter[name].append(concern)
    formed = (_informal(name, finds) for name, finds in sorted(by_matter.items()))
    return [draft for draft in formed if draft is not None]


def _informal(name: str, finds: Sequence[Find]) -> Draft | None:
    years = sorted({find.year for find in finds if find.year is not None})
    if len(years) < 2:
        return None
    listed = f"{', '.join(str(year) for year in years[:-1])} and {years[-1]}"
    draft = Draft((), name)
    for find in finds:
        why = f"concerns on one matter in {listed}: {matter(name).title}"
        draft.add(find, as_member(find, LinkKind.WORDING, why))
    return draft


def join_vague(concerns: Sequence[Find], drafts: Sequence[Draft], names: frozenset[str]) -> None:
    """Take in concerns that name a theme and no matter where the year spoke of one area under it; else propose.

    ``names`` are the words of the force's name, which say nothing of what is meant.
    """
    held: dict[str, list[Draft]] = defaultdict(list)
    spoken: dict[tuple[str, int | None], list[Draft]] = defaultdict(list)
    for draft in drafts:
        for find in draft.finds:
            held[find].append(draft)
        for theme in draft.themes:
            for year in (*draft.years, None):
                spoken[theme, year].append(draft)
    for concern in concerns:
        homes = held[concern.id]
        for theme in _vague_themes(concern, names):
            if not any(theme in draft.themes for draft in homes):
                homes += _join_only_one(concern, theme, spoken[theme, concern.year], room=len(homes) < MOST_AREAS)


def _vague_themes(concern: Find, names: frozenset[str]) -> Iterator[str]:
    with_matter = {matter(name).theme for name in concern.matters}
    return (
        theme for theme in concern.themes if theme not in with_matter and only_names(theme, concern.record.text, names)
    )


def _join_only_one(concern: Find, theme: str, drafts: Sequence[Draft], *, room: bool) -> Sequence[Draft]:
    title = theme_title(theme).lower()
    if len(drafts) == 1 and concern.year is not None and room:
        why = f"the only {title} matter of the {concern.year} inspection"
        drafts[0].add(concern, as_member(concern, LinkKind.WORDING, why))
        return drafts
    when = f"of the {concern.year} inspection" if concern.year else "and the concern is undated"
    for draft in drafts[:MOST_ON_MATTER]:
        why = f"names {title} and nothing more; one of {len(drafts)} {title} matters {when}"
        draft.propose(as_member(concern, LinkKind.WORDING, why))
    return ()
