"""Frozen records: what was recognised, found and linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from inspect_cli.model.text import Span
from inspect_cli.model.words import (
    Addressee,
    Basis,
    DocumentKind,
    FindingKind,
    Grade,
    LinkKind,
    Pillar,
    Publisher,
    ReferenceKind,
    RegisterStatus,
    Rung,
    Verdict,
)


class Evidence(NamedTuple):
    """How a fact about a report is known: its rung, the line it stands on (None: not in the text) and why."""

    rung: Rung
    line: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An imported source report and how each fact about it is known (``evidence`` by field name).

    ``sha256`` is of the file it came as, ``text_sha256`` of its stored text ("": not stored yet).
    """

    id: str
    title: str
    file: str
    format: str
    sha256: str
    publisher: Publisher
    kind: DocumentKind
    forces: tuple[str, ...]
    programme: str | None
    pillar: Pillar | None
    inspection_year: int | None
    inspection_label: str | None
    published: date | None
    page_date: date | None
    inspector: str | None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    note: str | None = None
    warnings: tuple[str, ...] = ()
    sketch: tuple[int, ...] = ()
    extractor: int = 0
    imported_at: datetime | None = None
    first_imported: datetime | None = None
    text_sha256: str = field(default="", compare=False)

    @property
    def force(self) -> str | None:
        """The force it is about; None where it names none or several."""
        return self.forces[0] if len(self.forces) == 1 else None

    def rung(self, name: str) -> Rung:
        """Say on which rung the fact called ``name`` stands."""
        known = self.evidence.get(name)
        return known.rung if known else Rung.UNKNOWN


@dataclass(frozen=True, slots=True)
class Judgement:
    """A graded verdict on a pillar, a question or an area of policing; ``question`` is its number in the report."""

    id: str
    report: str
    force: str | None
    programme: str | None
    year: int | None
    pillar: Pillar | None
    question: int | None
    subject: str
    grade: Grade
    basis: Basis
    carried_from: int | None
    quote: str
    span: Span


class Deadline(NamedTuple):
    """A deadline in words and, where it can be worked out, the day it falls on."""

    phrase: str
    date: date | None = None


class Figure(NamedTuple):
    """A number in a report and what it counts, with its own place in the text."""

    value: float
    of: str
    span: Span


class LogEntry(NamedTuple):
    """A line of the register's log of a finding: on which day, its new status, a comment; where that stands.

    Where it could not be read whole (not ``parsed``), ``text`` is all of it as it stands.
    """

    date: date | None
    status: RegisterStatus | None
    text: str
    parsed: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a report found: formal, a concern in running text, or good practice."""

    id: str
    report: str
    force: str | None
    addressed_to: Addressee
    year: int | None
    kind: FindingKind
    text: str
    pillar: Pillar | None
    question: int | None
    themes: tuple[str, ...]
    deadline: Deadline | None
    figures: tuple[Figure, ...]
    parent: str | None
    quote: str
    span: Span
    log: tuple[LogEntry, ...] = ()

    @property
    def formal(self) -> bool:
        """True for areas for improvement, recommendations and causes of concern."""
        return self.kind not in (FindingKind.CONCERN, FindingKind.GOOD_PRACTICE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A follow-up: what a later report says of an earlier year's finding, judgement or inspection.

    ``follows`` are the findings in the same document whose state it gives, as the register's and a tracker's do.
    """

    id: str
    report: str
    force: str | None
    addressed_to: Addressee
    year: int | None
    to_year: int | None
    to_kind: ReferenceKind
    verdict: Verdict
    text: str
    pillar: Pillar | None
    themes: tuple[str, ...]
    deadline: Deadline | None
    figures: tuple[Figure, ...]
    quote: str
    span: Span
    follows: tuple[str, ...] = ()


class Unclaimed(NamedTuple):
    """A sentence that holds a trigger word and that no rule used."""

    line: int
    trigger: str
    text: str


@dataclass(frozen=True, slots=True)
class Ungraded:
    """What a report says it does not grade, or (``to_come``) not yet; it is no judgement."""

    report: str
    force: str | None
    programme: str | None
    year: int | None
    pillar: Pillar | None
    question: int | None
    subject: str
    to_come: bool
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one report says, each list in document order; ``figures`` are those that belong to no finding."""

    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    ungraded: tuple[Ungraded, ...] = ()


class Member(NamedTuple):
    """A find of a ``report`` that belongs to an area (or may: ``proposed``), by which link and why; score 0 to 1."""

    id: str
    year: int | None
    kind: str
    link: LinkKind
    why: str
    score: float | None = None
    report: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """One thing tracked across years for one force: what the inspectorate said of it, worked out afresh by linking.

    ``verdict`` is its latest verdict and ``verdict_year`` the inspection year of that, also where it is silent since.
    ``national``: it holds what was asked of all forces, or is known by what a follow-up says of that.
    """

    id: str
    title: str
    force: str
    themes: tuple[str, ...]
    formal: bool
    addressed_to: Addressee
    first_raised: int | None
    last_seen: int | None
    years: tuple[int, ...]
    inspections: int
    inspectorate_view: str | None
    deadline: Deadline | None
    members: tuple[Member, ...]
    proposed: tuple[Member, ...] = ()
    verdict: str | None = None
    verdict_year: int | None = None
    national: bool = False


class Resolution(NamedTuple):
    """What a reference was resolved to (a finding's id), or why it was not."""

    reference: str
    resolved_to: str | None
    because: str | None


class Given(NamedTuple):
    """A fact about a report that a person gave: its value, and where ("--force", "sources.toml, line 8")."""

    value: object
    where: str


@dataclass(frozen=True, slots=True)
class Linked:
    """All that one force was ever told, as areas; and what each reference was resolved to.

    Where an analyst ruled: ``aliases`` are the ids of areas merged into others, ``unapplied`` the events whose
    rulings found nothing to rule on, ``own`` the areas as the program alone would have put them together.
    """

    areas: tuple[Area, ...]
    resolutions: tuple[Resolution, ...]
    aliases: dict[str, str] = field(default_factory=dict)
    unapplied: tuple[str, ...] = ()
    own: tuple[Area, ...] = ()
