"""Which earlier finding a follow-up names: linked when exactly one is left, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspect_cli.link.finds import FORMAL_KINDS, Find, named_target, near
from inspect_cli.link.lookup import Lookup
from inspect_cli.link.wording import MARGIN, SAME_REPORT
from inspect_cli.model import Reference, Resolution, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What a follow-up was resolved to, or the findings that it may be and why it was not resolved."""

    follow_up: Find
    to: Find | None = None
    because: str | None = None
    perhaps: tuple[Find, ...] = ()

    def resolution(self) -> Resolution:
        """Give the answer as a record."""
        return Resolution(self.follow_up.id, self.to.id if self.to else None, self.because)


def unresolvable(reference: Reference) -> Resolution:
    """Answer for a reference that speaks of no finding, or of what another body was asked to do."""
    if reference.to_kind in FORMAL_KINDS:
        return Resolution(reference.id, None, "it speaks of what others than the force were asked to do")
    return Resolution(reference.id, None, f"it speaks of an earlier {reference.to_kind}, not of a finding")


def resolve_all(follow_ups: Iterable[Find], formal: Sequence[Find]) -> dict[str, Answer]:
    """Answer for each follow-up on a formal finding, by id, which of the ``formal`` findings it names."""
    by_id = {find.id: find for find in formal}
    lookup = Lookup(formal)
    answers: dict[str, Answer] = {}
    for find in follow_ups:
        reference = find.reference
        if reference is None:
            continue
        beside = [by_id[name] for name in reference.follows if name in by_id]
        # A register and a tracker keep a finding and its state together: there is nothing to look for.
        answers[find.id] = Answer(find, to=beside[0]) if beside else _resolve(find, reference, lookup)
    return answers


def _resolve(follow_up: Find, reference: Reference, lookup: Lookup) -> Answer:
    may_be = lookup.strong(follow_up, reference)
    if not may_be and reference.to_year is not None and reference.verdict is not Verdict.MENTIONED:
        may_be = lookup.weak(follow_up, reference)
    left = lookup.without_copies(_as_national(follow_up, may_be))
    if len(left) > 1:
        left = _clearly_best(follow_up, left)
    if len(left) == 1:
        return Answer(follow_up, to=left[0])
    if left:
        return Answer(follow_up, None, f"{len(left)} findings may be {named_target(reference)}", tuple(left))
    return Answer(follow_up, because=_why_none(reference))


def _as_national(follow_up: Find, finds: list[Find]) -> list[Find]:
    """Keep those said to all forces where the follow-up speaks of such a one, and there are any."""
    national = [find for find in finds if find.national] if follow_up.national else []
    return national or finds


def _why_none(reference: Reference) -> str:
    kind = str(reference.to_kind).replace("-", " ")
    if reference.verdict is Verdict.MENTIONED:
        return f"it names no single {kind}"
    if reference.to_year is None:
        return "it names no year, and no earlier finding is like it"
    return f"{named_target(reference)} is in none of the imported reports"


def _clearly_best(follow_up: Find, finds: list[Find]) -> list[Find]:
    ranked = sorted(finds, key=lambda find: (-near(follow_up, find), find.id))
    first, second = near(follow_up, ranked[0]), near(follow_up, ranked[1])
    if first >= SAME_REPORT and first - second >= MARGIN:
        return ranked[:1]
    return ranked
