"""What a query answers with: records joined with what is known of them elsewhere, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from inspect_cli.model.events import Event, Standing
from inspect_cli.model.records import Area, Figure, Finding, Judgement, Reference, Report, Resolution
from inspect_cli.model.text import Span
from inspect_cli.model.words import AreaStatus, Basis, DueSetBy, Grade, Pillar, Rag, RegisterStatus


class ReportView(NamedTuple):
    """A report and how much was found in it."""

    report: Report
    judgements: int
    findings: int
    references: int


class FindingView(NamedTuple):
    """A finding and the area it belongs to (None: not tracked)."""

    finding: Finding
    area: str | None


class ReferenceView(NamedTuple):
    """A follow-up, the area it belongs to and what it was resolved to."""

    reference: Reference
    area: str | None
    resolution: Resolution | None


class AreaState(NamedTuple):
    """What the force says of an area, and how it stands on the day of asking.

    ``original_due`` is the first due date there was, ``moved`` how often it was moved since.
    """

    status: AreaStatus
    owner: str | None
    due: date | None
    due_set_by: DueSetBy | None
    rag: Rag
    rag_why: str
    days_left: int | None
    original_due: date | None = None
    moved: int = 0


class AreaView(NamedTuple):
    """An area and its state; ``years_open`` counts from the year it was first raised to the year of asking.

    ``standing`` is what the force itself has said, ``told`` the day of the newest report that speaks of the area.
    """

    area: Area
    state: AreaState
    years_open: int | None
    standing: Standing = Standing()
    told: date | None = None


class Moment(NamedTuple):
    """One line of an area's time: what was said in which inspection year, and where it stands.

    ``kind`` is a finding's or reference's kind. ``known_by_reference`` is True where the thing said in ``year`` is
    known only from a later report, which ``report`` and ``span`` then point at. ``event`` is a decision of the force's
    own; ``kind`` is then the event's, ``year`` that of its day. ``logged`` is the status in the register that it tells,
    ``passed`` True where another status came after.
    """

    year: int | None
    date: date | None
    area: str
    kind: str
    verdict: str | None
    text: str
    figures: tuple[Figure, ...]
    report: str | None
    span: Span | None
    by: str
    id: str
    deadline: str | None = None
    known_by_reference: bool = False
    event: Event | None = None
    logged: RegisterStatus | None = None
    passed: bool = False


class Track(NamedTuple):
    """The areas asked for and their common line of time, oldest first."""

    areas: tuple[AreaView, ...]
    timeline: tuple[Moment, ...]


class TrendCell(NamedTuple):
    """A grade of one inspection year; where it may not be compared with the cell before, ``why_not`` says why."""

    year: int
    label: str
    grade: Grade
    basis: Basis
    carried_from: int | None
    comparable_with_previous: bool | None
    why_not: str | None


class TrendGap(NamedTuple):
    """An inspection year of which a report says that it gives no grade, or (``to_come``) not yet."""

    year: int
    label: str
    to_come: bool


class TrendRow(NamedTuple):
    """The grades of one pillar or question through the years; ``whole``: those of the pillar itself.

    ``gaps`` are the years without a grade of which a report says so.
    """

    force: str
    pillar: Pillar | None
    question: int | None
    subject: str
    cells: tuple[TrendCell, ...]
    programme: str | None = None
    whole: bool = True
    gaps: tuple[TrendGap, ...] = ()


class TrendBreak(NamedTuple):
    """A year whose grades may not be compared with those of the years before it, and why not."""

    year: int
    why_not: str | None


class ThemeView(NamedTuple):
    """A theme and how often it is spoken of."""

    id: str
    title: str
    synonyms: tuple[str, ...]
    findings: int
    areas: int


class Hit(NamedTuple):
    """A place where a search matched: the report, the line, the line's words and the words that matched in them."""

    report: str
    title: str
    year: int | None
    line: int
    text: str
    matched: tuple[str, ...]
    find: str | None


class Detail(NamedTuple):
    """One item whole. ``item`` is any record; ``around`` are numbered lines of the stored text about its words.

    ``above`` are the areas of the causes of concern that it is a recommendation of, ``below`` those of the
    recommendations that it holds as a cause of concern.
    """

    item: Report | Judgement | Finding | Reference | Area
    report: ReportView | None
    around: tuple[tuple[int, str], ...]
    areas: tuple[AreaView, ...]
    resolution: Resolution | None
    judgements: tuple[Judgement, ...] = ()
    findings: tuple[FindingView, ...] = ()
    references: tuple[ReferenceView, ...] = ()
    figures: tuple[Figure, ...] = ()
    timeline: tuple[Moment, ...] = ()
    above: tuple[AreaView, ...] = ()
    below: tuple[AreaView, ...] = ()


class StatusView(NamedTuple):
    """What there is to know at a glance. ``judgements`` holds the newest grade of each pillar.

    ``areas_graded`` are the grades of areas of policing, the weakest first, where these came after the pillars' last;
    ``next_dates`` the three open areas whose dates are next, ``no_date`` the open ones without a date.
    """

    force: str | None
    reports: tuple[ReportView, ...]
    undated: int
    judgements: tuple[Judgement, ...]
    areas: tuple[AreaView, ...]
    overdue: tuple[str, ...]
    due_soon: tuple[str, ...]
    disputed: tuple[str, ...]
    silent: tuple[str, ...]
    proposed: int
    oldest: str | None
    areas_graded: tuple[Judgement, ...] = ()
    next_dates: tuple[str, ...] = ()
    no_date: tuple[str, ...] = ()


class Where(NamedTuple):
    """Where the data is, and why there."""

    data: str
    store: str
    why: str
    exists: bool


class FailedImport(NamedTuple):
    """A file that was not imported, what was wrong with it and what to do next."""

    file: str
    error: str
    hint: str


class Copy(NamedTuple):
    """A file that is a copy ``of`` another: one report, of which the file ``kept`` stands in the store."""

    file: str
    of: str
    report: str
    kept: str


class ImportOutcome(NamedTuple):
    """What an import did with each file it was given; ``passed_over`` says what folders hold besides."""

    imported: tuple[ReportView, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[ReportView, ...] = ()
    failed: tuple[FailedImport, ...] = ()
    empty: tuple[str, ...] = ()
    unclaimed: Mapping[str, tuple[tuple[int, str, str], ...]] = MappingProxyType({})
    warnings: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    passed_over: str = ""


class Filters(NamedTuple):
    """What a listing is narrowed to; None means no narrowing. Years are inspection years, both ends included."""

    force: str | None = None
    year: int | None = None
    since: int | None = None
    until: int | None = None
    pillar: Pillar | None = None
    grade: Grade | None = None
    kind: str | None = None
    theme: str | None = None
    formal: bool = False
    report: str | None = None
    status: AreaStatus | None = None
    national: bool = False
