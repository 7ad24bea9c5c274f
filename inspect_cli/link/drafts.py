"""Areas while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspect_cli.link.edges import Edge
from inspect_cli.link.finds import Find
from inspect_cli.link.matters import matter
from inspect_cli.model import Member


@dataclass(eq=False)
class Draft:
    """An area in the making: its finds with their reasons, and what is only proposed.

    ``anchors`` are the formal findings and follow-ups that make it an area; an informal area has none and stands on
    the matter that its concerns have in common. ``brought`` are themes that came with an area merged into it.
    """

    anchors: tuple[Find, ...]
    matter: str | None = None
    members: dict[str, Member] = field(default_factory=dict)
    finds: dict[str, Find] = field(default_factory=dict)
    proposed: dict[str, Member] = field(default_factory=dict)
    brought: frozenset[str] = frozenset()

    def add(self, find: Find, member: Member) -> None:
        """Take a find in; what was proposed of it no longer is."""
        self.finds[find.id] = find
        self.members[find.id] = member
        self.proposed.pop(find.id, None)

    def take(self, find: Find, edge: Edge) -> None:
        """Take a find in where its edge is sure, else hold it as proposed."""
        member = edge.member(find)
        if edge.sure:
            self.add(find, member)
        else:
            self.propose(member)

    def propose(self, member: Member) -> None:
        """Propose a find that is not in it; of several reasons the first stays."""
        if member.id not in self.members:
            self.proposed.setdefault(member.id, member)

    def leave_out(self, find: str) -> None:
        """Take the find with this id out, and propose it no longer; one that is not there is no error."""
        for known in (self.members, self.proposed, self.finds):
            known.pop(find, None)
        self.anchors = tuple(anchor for anchor in self.anchors if anchor.id != find)

    @property
    def matters(self) -> frozenset[str]:
        """The matters that it is about."""
        own = {self.matter} if self.matter else set()
        return frozenset(own.union(*(find.matters for find in self.anchors)))

    @property
    def themes(self) -> frozenset[str]:
        """The themes that it stands under: where neither anchor nor matter says so, those of all its finds."""
        own = {matter(self.matter).theme} if self.matter else set()
        speaking = self.anchors or (() if own else tuple(self.finds.values()))
        return self.brought.union(own, *(find.themes for find in speaking))

    @property
    def years(self) -> tuple[int, ...]:
        """The inspection years in which it is spoken of, those that follow-ups look back to included."""
        spoken = {year for find in self.finds.values() for year in (find.year, find.said_of) if year is not None}
        return tuple(sorted(spoken))
