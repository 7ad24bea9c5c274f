"""Formal findings and follow-ups on them, put together to areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from inspect_cli.link.candidates import edges_between
from inspect_cli.link.drafts import Draft
from inspect_cli.link.edges import Edge, as_member
from inspect_cli.link.finds import Find, describe, kind_words, named_target, near
from inspect_cli.link.groups import Groups, Place
from inspect_cli.link.matters import matter
from inspect_cli.link.resolve import Answer
from inspect_cli.model import LinkKind


def formal_drafts(formal: Sequence[Find], follow_ups: Sequence[Find], answers: Mapping[str, Answer]) -> list[Draft]:
    """Make drafts of the formal findings and of the follow-ups, by the ``answers`` to what each follow-up names.

    A follow-up that may be one of several findings makes no draft of its own; it is proposed to theirs.
    """
    groups = Groups((*formal, *follow_ups), _places(formal, follow_ups, answers))
    edges = edges_between(formal, follow_ups, answers)
    refused = [edge for edge in edges if not (edge.sure and groups.join(edge))]
    drafts = {
        name: _draft(finds, groups)
        for name, finds in groups.all().items()
        if any(find.formal or not _undecided(find, answers) for find in finds)
    }
    drafts = dict(sorted(drafts.items(), key=lambda entry: entry[1].anchors[0].first))
    for edge in refused:
        if edge.sure or not groups.apart(edge.one, edge.other):
            _propose(edge, drafts, groups)
    _propose_by_matter(list(drafts.values()), groups)
    return list(drafts.values())


def _undecided(find: Find, answers: Mapping[str, Answer]) -> bool:
    return find.id in answers and bool(answers[find.id].perhaps)


def _places(formal: Sequence[Find], follow_ups: Sequence[Find], answers: Mapping[str, Answer]) -> dict[str, Place]:
    """A report lists its findings apart, and so it does the earlier ones that it follows up."""
    places: dict[str, Place] = {find.id: ("finding", find.record.report) for find in formal}
    for find in follow_ups:
        reference = find.reference
        if reference and (find.id not in answers or answers[find.id].to is None):
            places[find.id] = ("follow-up", reference.report, str(reference.to_year), reference.to_kind)
    return places


def _draft(finds: Sequence[Find], groups: Groups) -> Draft:
    """Make a draft of a group; its first find is where it begins, the others come by the links that lead there."""
    draft = Draft(tuple(finds))
    ways = groups.ways(finds[0])
    for find in finds:
        if find.id in ways:
            draft.add(find, ways[find.id].member(find))
        elif find.reference:
            why = f"{named_target(find.reference)}, known only by this follow-up"
            draft.add(find, as_member(find, LinkKind.REFERENCE, why))
        else:
            year = f"of the {find.year} inspection" if find.year else "of an undated inspection"
            draft.add(find, as_member(find, LinkKind.SAME_REPORT, f"listed as {_article(kind_words(find))} {year}"))
    return draft


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _propose(edge: Edge, drafts: Mapping[str, Draft], groups: Groups) -> None:
    """Propose the later end to the earlier end's area; an end without an area to the other's."""
    ends = [(groups.group(find), edge.beyond(find)) for find in (edge.one, edge.other)]
    homes = [(drafts[name], guest) for name, guest in ends if name in drafts]
    if homes:
        home, guest = min(homes, key=lambda entry: entry[0].anchors[0].first)
        because = "; a report lists the two apart" if edge.sure else ""
        home.propose(replace(edge, why=edge.why + because).member(guest))


def _propose_by_matter(drafts: Sequence[Draft], groups: Groups) -> None:
    """Propose to each area the next one on the same matter, where wording said nothing of the two."""
    by_matter: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for name in sorted(draft.matters):
            by_matter[name].append(draft)
    for name, alike in by_matter.items():
        for earlier, later in pairwise(alike):
            for guest in _not_yet_proposed(earlier, later, groups):
                why = f"same matter as {describe(earlier.anchors[0])} ({matter(name).title}), but worded otherwise"
                earlier.propose(as_member(guest, LinkKind.WORDING, why, near(earlier.anchors[0], guest)))


def _not_yet_proposed(earlier: Draft, later: Draft, groups: Groups) -> Iterator[Find]:
    first = later.anchors[0]
    if later.members.keys().isdisjoint(earlier.proposed) and not groups.apart(earlier.anchors[0], first):
        yield first
