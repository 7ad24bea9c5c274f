"""Which formal findings and follow-ups may be one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from inspect_cli.link.alikes import MOST_ON_MATTER, Index, alike, alike_across
from inspect_cli.link.edges import NAMED, SAME_REPORT_STEP, SAME_TARGET, Edge, by_wording, leaders
from inspect_cli.link.finds import (
    SETTLING,
    Find,
    at_odds,
    common_matters,
    named_target,
    near,
    same_report,
    share_enough,
    under_one_theme,
)
from inspect_cli.link.matters import matter
from inspect_cli.link.resolve import Answer
from inspect_cli.link.wording import FEWEST_PROPOSED, SAME_MATTER, SAME_REPORT, worded
from inspect_cli.model import Finding, LinkKind, Reference


def edges_between(formal: Sequence[Find], follow_ups: Sequence[Find], answers: Mapping[str, Answer]) -> list[Edge]:
    """Give all edges between ``formal`` findings and ``follow_ups``, strongest first."""
    # What gives the state of a finding beside it goes where that finding goes.
    of_others = [find for find in follow_ups if not (find.reference and find.reference.follows)]
    ruled_out = _ruled_out(answers)
    edges = [
        *_answers(answers[find.id] for find in follow_ups if find.id in answers),
        *_same_target([find for find in of_others if not _answered(find, answers)]),
        *_within_reports(formal, of_others, ruled_out),
        *_across_reports((*formal, *of_others), ruled_out),
    ]
    return sorted(edges, key=lambda edge: edge.order)


def _answered(find: Find, answers: Mapping[str, Answer]) -> bool:
    return find.id in answers and (answers[find.id].to is not None or bool(answers[find.id].perhaps))


def _ruled_out(answers: Mapping[str, Answer]) -> frozenset[frozenset[str]]:
    """Give the pairs of an undecided follow-up and what it may be: only the answer's proposal speaks there."""
    return frozenset(
        frozenset((answer.follow_up.id, maybe.id)) for answer in answers.values() for maybe in answer.perhaps
    )


def _answers(answers: Iterable[Answer]) -> Iterator[Edge]:
    for answer in answers:
        find, reference = answer.follow_up, answer.follow_up.reference
        if reference is None:
            continue
        if answer.to is not None:
            why = f"{_names(reference)}: {_verdict(find)}"
            yield Edge(find, answer.to, LinkKind.REFERENCE, why, None, NAMED, forced=True)
        for maybe in answer.perhaps:
            why = f"one of {len(answer.perhaps)} findings that may be {named_target(reference)}"
            yield Edge(find, maybe, LinkKind.REFERENCE, why, near(find, maybe), NAMED, sure=False)


def _names(reference: Reference) -> str:
    if reference.follows:
        return "the same document gives its state"
    return f"the later report names {named_target(reference)}"


def _verdict(find: Find) -> str:
    return str(find.reference.verdict).replace("-", " ") if find.reference else ""


def _same_target(follow_ups: Sequence[Find]) -> Iterator[Edge]:
    """Join follow-ups on one finding that no imported report holds."""
    by_target: dict[tuple[int, str], list[Find]] = defaultdict(list)
    for find in follow_ups:
        if find.reference and find.reference.to_year is not None:
            by_target[find.reference.to_year, find.reference.to_kind].append(find)
    for one, other in (pair for finds in by_target.values() for pair in _on_one_thing(finds)):
        together = same_report(one, other)
        if together and _settled(one) is not _settled(other):
            continue
        score, why = near(one, other), "speaks of the same finding as {other}"
        yield Edge(one, other, LinkKind.REFERENCE, why, score, SAME_TARGET + score, forced=together)


def _on_one_thing(finds: Sequence[Find]) -> Iterator[tuple[Find, Find]]:
    """Give the pairs that speak of one matter, and those under one theme that say the same in words."""
    held: dict[str, list[int]] = defaultdict(list)
    for place, find in enumerate(finds):
        on_matter = {other for name in find.matters for other in held[name][-MOST_ON_MATTER:]}
        yield from ((finds[other], find) for other in sorted(on_matter))
        for name in find.matters:
            held[name].append(place)
    for pair in alike(finds, finds, SAME_REPORT):
        one, other = finds[pair.left], finds[pair.right]
        if share_enough(one, other) and not at_odds(one, other) and not common_matters(one, other):
            yield one, other


def _settled(find: Find) -> bool:
    return find.reference is not None and find.reference.verdict in SETTLING


def _within_reports(
    formal: Sequence[Find], follow_ups: Sequence[Find], ruled_out: Collection[frozenset[str]]
) -> Iterator[Edge]:
    """Join a follow-up with the formal finding of its own report that asks the same anew."""
    told, asked = _by_report(formal), _by_report(follow_ups)
    for report in asked.keys() & told.keys():
        near_by = _NearBy(told[report])
        for follow_up in asked[report]:
            may_be = [find for find in near_by.of(follow_up) if frozenset((follow_up.id, find.id)) not in ruled_out]
            yield from best_of_report(follow_up, may_be, _head, sure=not _settled(follow_up))


def _by_report(finds: Iterable[Find]) -> dict[str, list[Find]]:
    by_report: dict[str, list[Find]] = defaultdict(list)
    for find in finds:
        by_report[find.record.report].append(find)
    return by_report


class _NearBy:
    """The formal findings of one report, by their matters and words."""

    def __init__(self, told: Sequence[Find]) -> None:
        self._told = told
        self._by_matter: dict[str, list[int]] = defaultdict(list)
        self._index = Index(told, SAME_MATTER)
        for place, find in enumerate(told):
            self._index.add(place, find)
            for name in find.matters:
                self._by_matter[name].append(place)

    def of(self, find: Find) -> list[Find]:
        """Give those that share a matter with ``find`` or are worded like it."""
        places = {place for name in find.matters for place in self._by_matter.get(name, ())[:MOST_ON_MATTER]}
        return [self._told[place] for place in sorted(places.union(place for place, _ in self._index.near(find)))]


def _head(find: Find) -> str:
    """Name the cause of concern that a finding stands under, else the finding itself."""
    return (isinstance(find.record, Finding) and find.record.parent) or find.id


def best_of_report(
    find: Find, told: Iterable[Find], home: Callable[[Find], object], *, sure: bool = True
) -> Iterator[Edge]:
    """Join ``find`` with the clearly best of the findings ``told`` in its own report; propose where none is.

    Those with one ``home`` are one thing and do not compete. Not ``sure``: propose the best.
    """
    weighed = (edge for other in told if (edge := _within_report(find, other)) is not None)
    of_home: dict[object, Edge] = {}
    for edge in sorted(weighed, key=lambda edge: edge.order):
        of_home.setdefault(home(edge.other), edge)
    close = leaders(list(of_home.values()))
    yield from close if sure and len(close) == 1 else (edge.unsure() for edge in close)


def _within_report(find: Find, other: Find) -> Edge | None:
    score, shared = near(find, other), common_matters(find, other)
    if shared:
        why = f"same report and same matter as {{other}}: {matter(shared[0]).title}"
        return Edge(find, other, LinkKind.SAME_REPORT, why, score, SAME_REPORT_STEP + score)
    enough = score >= SAME_MATTER and share_enough(find, other, FEWEST_PROPOSED)
    if not enough or not under_one_theme(find, other) or at_odds(find, other):
        return None
    why = f"same report as {{other}} and {worded(score)}"
    sure = score >= SAME_REPORT and share_enough(find, other)
    # A common matter, however worded, comes before likeness alone.
    return Edge(find, other, LinkKind.SAME_REPORT, why, score, SAME_REPORT_STEP - 1 + score, sure)


def _across_reports(finds: Sequence[Find], ruled_out: Collection[frozenset[str]]) -> Iterator[Edge]:
    for pair in alike_across(finds, SAME_MATTER, lambda place: finds[place].record.report):
        one, other = finds[pair.left], finds[pair.right]
        edge = by_wording(one, other, pair.score)
        if edge is not None and frozenset((one.id, other.id)) not in ruled_out:
            yield edge
