"""Which earlier finding a follow-up names: linked when exactly one is left, never guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspect_cli.link.finds import (
    FORMAL_KINDS,
    Find,
    at_odds,
    common_matters,
    named_target,
    near,
    pillars_agree,
    same_report,
    under_one_theme,
)
from inspect_cli.link.wording import AUTOMATIC, MARGIN, SAME_REPORT, enough_words
from inspect_cli.model import Finding, Reference, Resolution, Verdict

COPY = 0.90
"""So alike in another report of the same year, a finding is the same one, published twice."""


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
    by_year: dict[int | None, list[Find]] = defaultdict(list)
    for find in formal:
        by_year[find.year].append(find)
    by_id = {find.id: find for find in formal}
    answers: dict[str, Answer] = {}
    for find in follow_ups:
        reference = find.reference
        if reference is None:
            continue
        beside = [by_id[name] for name in reference.follows if name in by_id]
        if beside:
            # A register and a tracker keep a finding and its state together: there is nothing to look for.
            answers[find.id] = Answer(find, to=beside[0])
        else:
            of_year = by_year[reference.to_year] if reference.to_year is not None else formal
            answers[find.id] = _resolve(find, reference, of_year)
    return answers


def _resolve(follow_up: Find, reference: Reference, formal: Sequence[Find]) -> Answer:
    named = [find for find in formal if _may_be(follow_up, reference, find)]
    strong = [find for find in named if common_matters(follow_up, find) or _worded_alike(follow_up, find)]
    must_be_strong = reference.to_year is None or reference.verdict is Verdict.MENTIONED
    left = _without_copies(_as_national(follow_up, strong if strong or must_be_strong else named))
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


def _may_be(follow_up: Find, reference: Reference, find: Find) -> bool:
    record = find.record
    if not isinstance(record, Finding) or record.kind is not FORMAL_KINDS[reference.to_kind]:
        return False
    if same_report(follow_up, find):
        return False
    if not _year_fits(reference, find) or not pillars_agree(follow_up.pillar, find.pillar):
        return False
    if _worded_alike(follow_up, find):
        return True
    one_says_nothing = not follow_up.themes or not find.themes
    return not at_odds(follow_up, find) and (one_says_nothing or under_one_theme(follow_up, find))


def _year_fits(reference: Reference, find: Find) -> bool:
    if reference.to_year is not None:
        return find.year == reference.to_year
    return find.year is not None and reference.year is not None and find.year < reference.year


def _worded_alike(one: Find, other: Find) -> bool:
    floor = SAME_REPORT if under_one_theme(one, other) else AUTOMATIC
    return enough_words(one.words, other.words) and near(one, other) >= floor


def _without_copies(finds: Sequence[Find]) -> list[Find]:
    kept: list[Find] = []
    for find in finds:
        if not any(near(find, other) >= COPY and not same_report(find, other) for other in kept):
            kept.append(find)
    return kept


def _clearly_best(follow_up: Find, finds: list[Find]) -> list[Find]:
    ranked = sorted(finds, key=lambda find: (-near(follow_up, find), find.id))
    first, second = near(follow_up, ranked[0]), near(follow_up, ranked[1])
    if first >= SAME_REPORT and first - second >= MARGIN:
        return ranked[:1]
    return ranked
