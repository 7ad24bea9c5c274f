"""Views made by hand: what the show package is given, ordinary and hostile."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

from rich.console import Console, RenderableType

from inspect_cli.model import (
    AreaState,
    AreaStatus,
    AreaView,
    Basis,
    Deadline,
    DueSetBy,
    Evidence,
    Figure,
    FindingKind,
    FindingView,
    Grade,
    LinkKind,
    Moment,
    Rag,
    ReferenceView,
    ReportView,
    Resolution,
    Rung,
    Span,
    Track,
    TrendCell,
    TrendRow,
)
from inspect_cli.show.look import Look, ShortIds
from tests.builders import area, finding, judgement, member, reference, report

HOSTILE = "[/status] \x1b[31mred \u202ereversed =cmd|' /C calc'!A0"
LONG = (
    "The force should make sure that everyone who handles evidence has been trained to do so, that the training is "
    "renewed each year, and that what was taught is written down where supervisors can look it up."
)
DUE = date(2018, 12, 8)
RECORD = report(
    id="r4k2mz1",
    title="Cheshire PEEL 2018 – Legitimacy",
    published=date(2019, 9, 27),
    evidence={
        "inspection_year": Evidence(Rung.STATED, 3, "the title names it"),
        "published": Evidence(Rung.STATED, 9, "day first"),
    },
)
UNDATED = report(id="r9zzzz9", title="A transcript", inspection_year=None, inspection_label=None)
FINDING = finding(
    LONG,
    id="f4k2mz1ab",
    report=RECORD.id,
    themes=("custody", "digital"),
    deadline=Deadline("within two years", DUE),
    figures=(Figure(35.0, "officers", Span(41, 41, 0, 2)), Figure(2.5, "days", Span(41, 41, 3, 5))),
    span=Span(41, 41, 4, 4 + len(LONG)),
)
CONCERN = finding("Queues are long.", id="f5k2mz1ab", report=RECORD.id, kind=FindingKind.CONCERN)
FOLLOW_UP = reference("The force has not done what we asked.", id="x4k2mz1ab", report=RECORD.id)
CARRIED = judgement(
    id="j5k2mz1ab", report=RECORD.id, question=1, basis=Basis.CARRIED_OVER, carried_from=2017, grade=Grade.OUTSTANDING
)
GRADED = judgement("How legitimate is it?", id="j4k2mz1ab", report=RECORD.id, grade=Grade.REQUIRES_IMPROVEMENT)
AREA = area(
    FINDING,
    FOLLOW_UP,
    id="a7k2mz1",
    title="Training for evidence",
    themes=("custody",),
    first_raised=2016,
    years=(2016, 2018),
    inspections=2,
    inspectorate_view="not-achieved",
    deadline=Deadline("within two years", DUE),
    members=(member(FINDING, why="raised in this report"), member(FOLLOW_UP, LinkKind.REFERENCE, "names it")),
    proposed=(member(CONCERN, LinkKind.WORDING, "four words in five are the same"),),
)
STATE = AreaState(AreaStatus.OPEN, None, DUE, DueSetBy.INSPECTORATE, Rag.RED, "past its date of 2018-12-08", -100)
AREA_VIEW = AreaView(AREA, STATE, 9)
SECOND = AreaView(
    replace(AREA, id="a8k2mz1", title="Queues", deadline=None, themes=(), first_raised=2018, years=(2018,)),
    STATE._replace(due=None, rag=Rag.GREEN, status=AreaStatus.CLOSED),
    None,
)
KNOWN = Moment(2016, None, AREA.id, "recommendation", None, LONG, (), RECORD.id, Span(71, 71, 0, 9), "", "x4k2mz1ab")
MOMENTS = (
    KNOWN._replace(known_by_reference=True, deadline="within two years (8 December 2018)"),
    KNOWN._replace(year=2018, verdict="not-achieved", text="Progress was slow.", date=date(2019, 9, 27)),
    KNOWN._replace(year=2018, kind="concern", id="f5k2mz1ab", text="Queues are long.", figures=FINDING.figures),
    KNOWN._replace(year=2018, kind="concern", id="f5k2mz1ab", area="a8k2mz1", text="Queues are long."),
)
TRACK = Track((AREA_VIEW, SECOND), MOMENTS)


def cell_of(year: int, **changes: Any) -> TrendCell:
    """Give a grade of good of ``year``, comparable with what stands before it."""
    base = TrendCell(year, str(year), Grade.GOOD, Basis.INSPECTED, None, True, None)
    return base._replace(**changes)


TREND = (
    TrendRow(
        "cheshire",
        GRADED.pillar,
        None,
        "legitimacy",
        (
            cell_of(2017, comparable_with_previous=None),
            cell_of(2018, label="2018/19", basis=Basis.CARRIED_OVER, carried_from=2017),
            cell_of(2021, label="2021/22", grade=Grade.ADEQUATE, comparable_with_previous=False, why_not="new scale"),
        ),
    ),
)
REPORTS = (ReportView(RECORD, 4, 14, 1), ReportView(UNDATED, 0, 0, 0))
FINDINGS = (FindingView(FINDING, AREA.id), FindingView(CONCERN, None))
REFERENCES = (ReferenceView(FOLLOW_UP, AREA.id, Resolution(FOLLOW_UP.id, FINDING.id, "the only one left")),)


def look(width: int | None = 80) -> Look:
    """Give the look of a terminal of ``width`` characters, or of a pipe, on a store that holds these samples."""
    ids = (RECORD.id, UNDATED.id, FINDING.id, CONCERN.id, FOLLOW_UP.id, CARRIED.id, GRADED.id, "a7k2mz1", "a8k2mz1")
    short = ShortIds(lambda letter: (one for one in ids if one.startswith(letter)))
    return Look(width, short, {RECORD.id: RECORD, UNDATED.id: UNDATED}, {2018: RECORD.inspection_label}.get)


def printed(what: RenderableType, width: int | None = 80) -> str:
    """Give what a person would see, without colours."""
    file = io.StringIO()
    console = Console(file=file, width=width or 5000, color_system=None, highlight=False, markup=False, emoji=False)
    console.print(what)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def widest(text: str) -> int:
    """Give the length of the longest line."""
    return max(len(line) for line in text.split("\n"))
