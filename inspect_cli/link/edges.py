"""What speaks for two finds being one thing: a kind of link, a reason and a strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspect_cli.link.finds import Find, at_odds, common_matters, describe, share_enough
from inspect_cli.link.matters import matter
from inspect_cli.link.wording import AUTOMATIC, FEWEST_PROPOSED, MARGIN, PROPOSAL, SAME_MATTER, worded
from inspect_cli.model import LinkKind, Member, Reference

# Links are made in this order; likeness of wording (0 to 1) decides within a step.
NAMED, SAME_TARGET, SAME_REPORT_STEP, WORDING_STEP = 4.0, 3.0, 2.0, 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """Two finds and why they are one thing; ``why`` holds "{other}" where the other find is named.

    Only a ``sure`` edge links, others propose; ``forced`` edges may bring findings of one report together.
    """

    one: Find
    other: Find
    link: LinkKind
    why: str
    score: float | None
    rank: float
    sure: bool = True
    forced: bool = False

    @property
    def order(self) -> tuple[float, str, str]:
        """Sort key: strongest first; the ids decide between equals."""
        first, second = sorted((self.one.id, self.other.id))
        return -self.rank, first, second

    def unsure(self) -> Edge:
        """Give the same edge as one that only proposes."""
        return replace(self, sure=False)

    def beyond(self, find: Find) -> Find:
        """Give the other end."""
        return self.other if find is self.one else self.one

    def member(self, find: Find) -> Member:
        """Make ``find``, one of the ends, a member for this edge's reason."""
        return as_member(find, self.link, self.why.replace("{other}", describe(self.beyond(find))), self.score)


def as_member(find: Find, link: LinkKind, why: str, score: float | None = None) -> Member:
    """Make a find a member."""
    record = find.record
    kind = record.to_kind if isinstance(record, Reference) else record.kind
    return Member(find.id, find.year, str(kind), link, why, score if score is None else round(score, 2), record.report)


def by_wording(one: Find, other: Find, score: float) -> Edge | None:
    """Weigh two finds of different reports with this likeness of wording: link, proposal or nothing (None)."""
    shared = common_matters(one, other)
    if shared and score >= SAME_MATTER:
        why = f"same matter as {{other}} ({matter(shared[0]).title}), {worded(score)}"
        return Edge(one, other, LinkKind.WORDING, why, score, WORDING_STEP + score)
    sure = score >= AUTOMATIC and not at_odds(one, other) and share_enough(one, other)
    if not sure and (score < PROPOSAL or not share_enough(one, other, FEWEST_PROPOSED)):
        return None
    why = f"like {{other}}: {worded(score)}"
    return Edge(one, other, LinkKind.WORDING, why, score, WORDING_STEP + score, sure)


def leaders(edges: Sequence[Edge]) -> list[Edge]:
    """Give of the sure ``edges`` of one find the best and those it does not clearly lead, best first.

    Where even the best is worded otherwise, it leads none of its step. Without any sure edge: the best of the others.
    """
    ranked = sorted((edge for edge in edges if edge.sure), key=lambda edge: edge.order)
    ranked = ranked or sorted(edges, key=lambda edge: edge.order)
    if not ranked:
        return []
    score = ranked[0].score or 0.0
    lead = MARGIN if score >= SAME_MATTER else score
    return [ranked[0], *(edge for edge in ranked[1:] if edge.rank >= ranked[0].rank - lead)]
