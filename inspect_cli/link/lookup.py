"""The formal findings by what a follow-up may name them by: year, kind, matter, theme and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from inspect_cli.link.alikes import MOST_ON_MATTER, Index, alike_across, anywhere
from inspect_cli.link.finds import FORMAL_KINDS, Find, at_odds, pillars_agree, same_report, share_enough
from inspect_cli.link.wording import AUTOMATIC, SAME_REPORT
from inspect_cli.model import Finding, FindingKind, Reference

COPY = 0.90
"""So alike in another report of the same year, a finding is the same one, published twice."""

Key = tuple[FindingKind, int | None]


class Lookup:
    """The ``formal`` findings of a force, looked up for one follow-up after another."""

    def __init__(self, formal: Sequence[Find]) -> None:
        self._formal = formal
        self._copies: dict[int, list[int]] | None = None
        self._places = {find.id: place for place, find in enumerate(formal)}
        by_key: dict[Key, list[int]] = defaultdict(list)
        for place, find in enumerate(formal):
            if isinstance(find.record, Finding):
                by_key[find.record.kind, find.year].append(place)
        self._held = {key: _Held(formal, places) for key, places in by_key.items()}

    def strong(self, follow_up: Find, reference: Reference) -> list[Find]:
        """Give what a follow-up may name and is worded like it, or speaks of a matter in common; in the given order."""
        return self._fit(follow_up, (place for held in self._of(reference) for place in held.strong(follow_up)))

    def weak(self, follow_up: Find, reference: Reference) -> list[Find]:
        """Give what a follow-up may name by its theme alone, on none but other matters than it; in the given order."""
        return self._fit(follow_up, (place for held in self._of(reference) for place in held.weak(follow_up)))

    def without_copies(self, finds: Sequence[Find]) -> list[Find]:
        """Give the first of what is all but equal in several reports."""
        if len(finds) < 2:
            return list(finds)
        kept: set[int] = set()
        for place in (self._places[find.id] for find in finds):
            if kept.isdisjoint(self._copies_of(place)):
                kept.add(place)
        return [self._formal[place] for place in sorted(kept)]

    def _of(self, reference: Reference) -> list[_Held]:
        """Give the findings of the kind and year that a reference names; without a year, of all before its own."""
        kind, year = FORMAL_KINDS[reference.to_kind], reference.to_year
        if year is not None:
            return [self._held[kind, year]] if (kind, year) in self._held else []
        said = reference.year
        known = ((of, held) for (one, of), held in self._held.items() if one is kind)
        return [held for of, held in known if of is not None and said is not None and of < said]

    def _fit(self, follow_up: Find, places: Iterable[int]) -> list[Find]:
        found = (self._formal[place] for place in sorted(places))
        return [
            find for find in found if not same_report(follow_up, find) and pillars_agree(follow_up.pillar, find.pillar)
        ]

    def _copies_of(self, place: int) -> Sequence[int]:
        """Give the places of what is all but equal to a finding and stands in another report."""
        if self._copies is None:
            self._copies = defaultdict(list)
            for pair in alike_across(self._formal, COPY, lambda one: self._formal[one].record.report, anywhere):
                self._copies[pair.left].append(pair.right)
                self._copies[pair.right].append(pair.left)
        return self._copies.get(place, ())


class _Held:
    """Findings of one kind and year, by their places among all."""

    def __init__(self, formal: Sequence[Find], places: Sequence[int]) -> None:
        finds = [formal[place] for place in places]
        self._formal = formal
        self._by_matter: dict[str, list[int]] = defaultdict(list)
        self._by_theme: dict[str, list[int]] = defaultdict(list)
        self._places = places
        self._under_theme, self._anywhere = Index(finds, SAME_REPORT), Index(finds, AUTOMATIC, anywhere)
        for place, find in zip(places, finds, strict=True):
            for name in find.matters:
                self._by_matter[name].append(place)
            for theme in find.themes or ("",):
                self._by_theme[theme].append(place)
            self._under_theme.add(place, find)
            self._anywhere.add(place, find)

    def strong(self, follow_up: Find) -> set[int]:
        """Give those worded like a follow-up, the more so under no common theme, and those on a matter in common."""
        worded = {place for index in (self._under_theme, self._anywhere) for place, _ in index.near(follow_up)}
        found = {place for place in worded if share_enough(follow_up, self._formal[place])}
        return found.union(*(self._by_matter.get(name, ())[:MOST_ON_MATTER] for name in follow_up.matters))

    def weak(self, follow_up: Find) -> set[int]:
        """Give those under a theme in common that are not at odds; what is under no theme may be under any."""
        if not follow_up.themes:
            return set(self._places[:MOST_ON_MATTER])
        shelves = (self._by_theme.get(theme, ())[:MOST_ON_MATTER] for theme in (*follow_up.themes, ""))
        return {place for shelf in shelves for place in shelf if not at_odds(follow_up, self._formal[place])}
