"""Finds put together by edges, strongest first; what one report lists apart is never joined."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from inspect_cli.link.edges import Edge
from inspect_cli.link.finds import Find

Place = tuple[str, ...]


class Groups:
    """A union of finds. Each find may hold a place ("a finding of report r1") that a group can hold only once."""

    def __init__(self, finds: Iterable[Find], places: Mapping[str, Place]) -> None:
        self._finds = {find.id: find for find in finds}
        self._above = {name: name for name in self._finds}
        self._places = {name: {places[name]} if name in places else set() for name in self._finds}
        self._joined: dict[str, list[Edge]] = defaultdict(list)

    def group(self, find: Find) -> str:
        """Name the group that a find is in; the name changes as groups are joined."""
        name = find.id
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def apart(self, one: Find, other: Find) -> bool:
        """Say whether one report lists something of both groups apart."""
        return not self._places[self.group(one)].isdisjoint(self._places[self.group(other)])

    def join(self, edge: Edge) -> bool:
        """Join the two groups of an edge; False where they stand apart and the edge is not forced."""
        one, other = self.group(edge.one), self.group(edge.other)
        if one == other:
            return True
        if not edge.forced and self.apart(edge.one, edge.other):
            return False
        self._above[other] = one
        self._places[one] |= self._places[other]
        self._joined[edge.one.id].append(edge)
        self._joined[edge.other.id].append(edge)
        return True

    def all(self) -> dict[str, list[Find]]:
        """Give the groups by name; the finds of each from the first said to the last."""
        found: dict[str, list[Find]] = defaultdict(list)
        for find in sorted(self._finds.values(), key=lambda find: find.first):
            found[self.group(find)].append(find)
        return found

    def ways(self, start: Find) -> dict[str, Edge]:
        """Give for every other find of ``start``'s group the edge that leads from it towards ``start``."""
        ways: dict[str, Edge] = {}
        waiting = deque([start])
        while waiting:
            find = waiting.popleft()
            for edge in self._joined[find.id]:
                beyond = edge.beyond(find)
                if beyond is not start and beyond.id not in ways:
                    ways[beyond.id] = edge
                    waiting.append(beyond)
        return ways
