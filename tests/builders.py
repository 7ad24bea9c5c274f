"""Records with defaults, so that a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inspect_cli.model import (
    Addressee,
    Area,
    Basis,
    DocumentKind,
    Finding,
    FindingKind,
    Grade,
    Judgement,
    LinkKind,
    Member,
    Pillar,
    Publisher,
    Reference,
    ReferenceKind,
    Report,
    Span,
    Verdict,
    make_id,
)


def span(line: int = 1, text: str = "") -> Span:
    """Give the span of ``text`` where it begins ``line``."""
    return Span(line, line, 0, max(len(text), 1))


def report(**changes: Any) -> Report:
    """Build a PEEL legitimacy report on Cheshire, inspected in 2018."""
    base = Report(
        id="r000001",
        title="Cheshire PEEL 2018",
        file="report.txt",
        format="txt",
        sha256="0" * 64,
        publisher=Publisher.HMICFRS,
        kind=DocumentKind.PEEL_PILLAR,
        forces=("cheshire",),
        programme="PEEL",
        pillar=Pillar.LEGITIMACY,
        inspection_year=2018,
        inspection_label="2018/19",
        published=None,
        page_date=None,
        inspector=None,
    )
    return replace(base, **changes)


def judgement(subject: str = "How fairly does the force treat people?", **changes: Any) -> Judgement:
    """Build a judgement of good, inspected in 2018."""
    base = Judgement(
        id=make_id("j", subject, size=8),
        report="r000001",
        force="cheshire",
        programme="PEEL",
        year=2018,
        pillar=Pillar.LEGITIMACY,
        question=None,
        subject=subject,
        grade=Grade.GOOD,
        basis=Basis.INSPECTED,
        carried_from=None,
        quote="Good",
        span=span(text="Good"),
    )
    return replace(base, **changes)


def finding(text: str = "The force should clear its backlogs.", **changes: Any) -> Finding:
    """Build an area for improvement of 2018 that says ``text``; its id follows from the text and the report."""
    base = Finding(
        id=make_id("f", changes.get("report", "r000001"), text, size=8),
        report="r000001",
        force="cheshire",
        addressed_to=Addressee.FORCE,
        year=2018,
        kind=FindingKind.AREA_FOR_IMPROVEMENT,
        text=text,
        pillar=Pillar.LEGITIMACY,
        question=None,
        themes=(),
        deadline=None,
        figures=(),
        parent=None,
        quote=text,
        span=span(text=text),
    )
    return replace(base, **changes)


def reference(text: str = "The force has not achieved our 2016 recommendation.", **changes: Any) -> Reference:
    """Build what a report of 2018 says of a recommendation of 2016: not achieved."""
    base = Reference(
        id=make_id("x", changes.get("report", "r000001"), text, size=8),
        report="r000001",
        force="cheshire",
        addressed_to=Addressee.FORCE,
        year=2018,
        to_year=2016,
        to_kind=ReferenceKind.RECOMMENDATION,
        verdict=Verdict.NOT_ACHIEVED,
        text=text,
        pillar=Pillar.LEGITIMACY,
        themes=(),
        deadline=None,
        figures=(),
        quote=text,
        span=span(text=text),
    )
    return replace(base, **changes)


def member(find: Finding | Reference, link: LinkKind = LinkKind.SAME_REPORT, why: str = "") -> Member:
    """Make a find a member of an area, through this kind of link."""
    kind = find.kind if isinstance(find, Finding) else find.to_kind
    return Member(find.id, find.year, kind.value, link, why, report=find.report)


def area(*finds: Finding | Reference, **changes: Any) -> Area:
    """Build the area of these finds (without any: of one area for improvement); its years are theirs."""
    members = tuple(member(find) for find in finds or (finding(),))
    years = tuple(sorted({one.year for one in members if one.year is not None}))
    base = Area(
        id=make_id("a", members[0].id, size=6),
        title="Backlogs",
        force="cheshire",
        themes=(),
        formal=True,
        addressed_to=Addressee.FORCE,
        first_raised=years[0] if years else None,
        last_seen=years[-1] if years else None,
        years=years,
        inspections=len(years),
        inspectorate_view=None,
        deadline=None,
        members=members,
    )
    return replace(base, **changes)
