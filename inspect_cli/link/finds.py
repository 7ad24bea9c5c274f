"""A finding or follow-up with all that linking looks at: its report, matters and content words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from inspect_cli.link.matters import matter, matters_of
from inspect_cli.link.national import is_national, is_own, is_said_to
from inspect_cli.link.reports import Reports
from inspect_cli.link.wording import FEWEST_SHARED, NO_WORDS, Form, closeness, content_words, enough
from inspect_cli.model import (
    Addressee,
    Finding,
    FindingKind,
    Pillar,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
    normal_words,
)

Said = TypeVar("Said", Finding, Reference)
FORMAL_KINDS = {
    ReferenceKind.AREA_FOR_IMPROVEMENT: FindingKind.AREA_FOR_IMPROVEMENT,
    ReferenceKind.RECOMMENDATION: FindingKind.RECOMMENDATION,
    ReferenceKind.CAUSE_OF_CONCERN: FindingKind.CAUSE_OF_CONCERN,
}
SETTLING = frozenset({Verdict.ACHIEVED, Verdict.DISCHARGED, Verdict.SUPERSEDED})


@dataclass(frozen=True, slots=True, eq=False)
class Find:
    """A find as linking sees it; ``report`` is None where its report was not handed over.

    ``form`` has its content words, ready to be compared; ``fields`` are the themes of its ``matters``.
    """

    record: Finding | Reference
    report: Report | None
    matters: tuple[str, ...] = ()
    form: Form = NO_WORDS
    fields: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """Its content words."""
        return self.form.words

    @property
    def id(self) -> str:
        """The record's id."""
        return self.record.id

    @property
    def year(self) -> int | None:
        """The inspection year in which it was said."""
        return self.record.year

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes, in the record's order."""
        return self.record.themes

    @property
    def formal(self) -> bool:
        """True for a formal finding (not for a follow-up on one)."""
        return isinstance(self.record, Finding) and self.record.formal

    @property
    def national(self) -> bool:
        """True for what was said to all forces."""
        return is_national(self.record, self.report)

    @property
    def reference(self) -> Reference | None:
        """The follow-up that this is, or None for a finding."""
        return self.record if isinstance(self.record, Reference) else None

    @property
    def pillar(self) -> Pillar | None:
        """Its own pillar, else its report's."""
        return self.record.pillar or (self.report.pillar if self.report else None)

    @property
    def said_of(self) -> int | None:
        """The year it speaks of: a follow-up's is that of the finding it follows up."""
        reference = self.reference
        return reference.to_year if reference and reference.to_year is not None else self.year

    @property
    def order(self) -> tuple[bool, int, str]:
        """Sort key: known years first, by year, then by id."""
        return (self.year is None, self.year or 0, self.id)

    @property
    def first(self) -> tuple[bool, int, bool, str]:
        """Sort key for where an area begins: by the year spoken of, findings before follow-ups on them."""
        return (self.said_of is None, self.said_of or 0, self.reference is not None, self.id)


@dataclass(frozen=True, slots=True)
class Finds:
    """All that one force was ever told, sorted by what it may become; the order of each list is that of the ids.

    ``every`` holds all of it by id, with what becomes of its own part of no area.
    """

    formal: tuple[Find, ...]
    follow_ups: tuple[Find, ...]
    mentions: tuple[Find, ...]
    concerns: tuple[Find, ...]
    name_words: frozenset[str]
    every: Mapping[str, Find]


def gather(force: str, reports: Reports, findings: Sequence[Finding], references: Sequence[Reference]) -> Finds:
    """Sort what concerns ``force``; good practice, and concerns about other bodies than the force, stay out.

    A concern in running text is about whom its report is about: that of a report on no force is about no one's work.
    """
    by_id = reports.by_id
    names = frozenset(normal_words(force).split())
    told = [find_of(record, by_id, names) for record in _of_force(force, findings)]
    back = [find_of(record, by_id, names) for record in _of_force(force, references)]
    asked = {find.id for find in (*told, *back) if is_said_to(force, find.record, find.report)}
    formal_back = [find for find in back if find.id in asked and _follows_formal(find)]
    return Finds(
        tuple(find for find in told if find.formal and find.id in asked),
        tuple(find for find in formal_back if not _mention(find)),
        tuple(find for find in formal_back if _mention(find)),
        tuple(find for find in told if _own_concern(force, find)),
        names,
        {find.id: find for find in (*told, *back)},
    )


def _of_force(force: str, records: Sequence[Said]) -> list[Said]:
    kept = {record.id: record for record in records if record.force in (force, None)}
    return [kept[name] for name in sorted(kept)]


def _follows_formal(find: Find) -> bool:
    return find.reference is not None and find.reference.to_kind in FORMAL_KINDS


def _mention(find: Find) -> bool:
    return find.reference is not None and find.reference.verdict is Verdict.MENTIONED


def _own_concern(force: str, find: Find) -> bool:
    record = find.record
    if not isinstance(record, Finding) or record.kind is not FindingKind.CONCERN:
        return False
    return record.addressed_to is Addressee.FORCE and is_own(force, record, find.report)


def find_of(record: Finding | Reference, reports: Mapping[str, Report], names: frozenset[str]) -> Find:
    """Read a record's matters and words out of its text, or out of its whole quote where the text says too little."""
    matters = matters_of(record.themes, record.text) or matters_of(record.themes, record.quote)
    fields = frozenset(matter(name).theme for name in matters)
    words = content_words(record.text, names)
    if len(words) < FEWEST_SHARED:
        words = content_words(record.quote, names) or words
    return Find(record, reports.get(record.report), matters, Form.of(words), fields)


def describe(find: Find) -> str:
    """Name a find to a person: "the 2018 area for improvement", "the follow-up on the 2016 recommendation"."""
    reference = find.reference
    if reference is None:
        return f"the {find.year or 'undated'} {kind_words(find)}"
    return f"the follow-up on {named_target(reference)}"


def kind_words(find: Find) -> str:
    """Give a find's kind as words."""
    return str(find.record.kind).replace("-", " ") if isinstance(find.record, Finding) else "follow-up"


def named_target(reference: Reference) -> str:
    """Name what a follow-up speaks of: "the 2016 recommendation"."""
    return f"the {reference.to_year or 'earlier'} {str(reference.to_kind).replace('-', ' ')}"


def near(one: Find, other: Find) -> float:
    """Say how alike two finds are worded."""
    return closeness(one.form, other.form)


def share_enough(one: Find, other: Find, fewest: int = FEWEST_SHARED) -> bool:
    """Say whether two finds share enough words for their likeness to mean something."""
    return enough(one.form, other.form, fewest)


def common_matters(one: Find, other: Find) -> list[str]:
    """Give the matters that both speak of."""
    return [name for name in one.matters if name in other.matters]


def at_odds(one: Find, other: Find) -> bool:
    """Say whether two finds speak of different matters of the same theme, and of none in common."""
    return not one.fields.isdisjoint(other.fields) and not common_matters(one, other)


def same_report(one: Find, other: Find) -> bool:
    """Say whether both stand in one report."""
    return one.record.report == other.record.report


def under_one_theme(one: Find, other: Find) -> bool:
    """Say whether two finds share a theme, or neither has any."""
    if not one.themes and not other.themes:
        return True
    return not set(one.themes).isdisjoint(other.themes)


def pillars_agree(one: Pillar | None, other: Pillar | None) -> bool:
    """Say whether two pillars may be the same: one of them unknown, or both alike."""
    return one is None or other is None or one is other
