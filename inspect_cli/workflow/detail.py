"""One item whole: its words in their surroundings, its report, what it is linked to and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from inspect_cli.model import (
    Area,
    AreaView,
    Detail,
    Filters,
    Finding,
    Judgement,
    Reference,
    Report,
    ReportView,
    Span,
)
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import resolve
from inspect_cli.workflow.queries import (
    finding_view,
    list_findings,
    list_references,
    place_of,
    reference_view,
    report_views,
    with_day,
)
from inspect_cli.workflow.tracking import line_of_time


def detail(book: Book, id_text: str, folder: Path, context: int = 2) -> Detail:
    """Give the item whose id begins with ``id_text``; of a find also ``context`` lines of text on either side.

    Lines without words are passed over. Raises UsageError for an id that none or several items have, and StoreError
    where the report's stored text cannot be read.
    """
    item = resolve(book, id_text)
    if isinstance(item, Report):
        return _report(book, item)
    if isinstance(item, Area):
        return _area(book, item)
    return _find(book, item, folder, context)


def _report(book: Book, report: Report) -> Detail:
    of_report = Filters(report=report.id)
    return Detail(
        item=report,
        report=_view(book, report),
        around=(),
        areas=(),
        resolution=None,
        judgements=tuple(one for one in book.judgements if one.report == report.id),
        findings=list_findings(book, of_report),
        references=list_references(book, of_report),
        figures=book.figures_of(report.id),
    )


def _area(book: Book, area: Area) -> Detail:
    members = {member.id for member in (*area.members, *area.proposed)}
    findings = [one for one in book.findings if one.id in members]
    references = [one for one in book.references if one.id in members]
    place = place_of(book)
    above, below = _family(book, {member.id for member in area.members})
    return Detail(
        item=area,
        report=None,
        around=(),
        areas=(book.view_of(area),),
        resolution=None,
        findings=tuple(finding_view(book, one) for one in sorted(findings, key=place)),
        references=tuple(reference_view(book, one) for one in sorted(references, key=place)),
        timeline=line_of_time(book, (area,)),
        above=above,
        below=below,
    )


def _find(book: Book, find: Judgement | Finding | Reference, folder: Path, context: int) -> Detail:
    from inspect_cli.store import read_text

    report = book.report(find.report)
    above, below = _family(book, {find.id}) if isinstance(find, Finding) else ((), ())
    return Detail(
        item=find if isinstance(find, Judgement) else with_day(book, find),
        report=_view(book, report) if report else None,
        around=lines_around(read_text(folder, report), find.span, context) if report else (),
        areas=_areas(book, find.id),
        resolution=book.resolution_of(find.id),
        figures=() if isinstance(find, Judgement) else find.figures,
        above=above,
        below=below,
    )


def _family(book: Book, finds: Collection[str]) -> tuple[tuple[AreaView, ...], tuple[AreaView, ...]]:
    """Give the areas of the causes of concern of ``finds``, and of the recommendations that these hold themselves."""
    parents = [one.parent for one in book.findings if one.parent and one.id in finds]
    children = [one.id for one in book.findings if one.parent in finds]
    own = {area.id for find in finds for area in book.areas_of(find)}
    return _elsewhere(book, parents, own), _elsewhere(book, children, own)


def _elsewhere(book: Book, finds: Iterable[str], own: Collection[str]) -> tuple[AreaView, ...]:
    areas = {area.id: area for find in finds for area in book.areas_of(find) if area.id not in own}
    return tuple(book.view_of(area) for area in areas.values())


def lines_around(lines: tuple[str, ...], span: Span, context: int) -> tuple[tuple[int, str], ...]:
    """Give the numbered lines of ``span`` and ``context`` lines that hold words before and after it."""
    spoken = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    before = [one for one in spoken if one[0] < span.line]
    said = [one for one in spoken if span.line <= one[0] <= span.last_line]
    after = [one for one in spoken if one[0] > span.last_line]
    return (*before[len(before) - min(context, len(before)) :], *said, *after[:context])


def _areas(book: Book, find: str) -> tuple[AreaView, ...]:
    proposed = [area for area in book.areas if any(member.id == find for member in area.proposed)]
    return tuple(book.view_of(area) for area in (*book.areas_of(find), *proposed))


def _view(book: Book, report: Report) -> ReportView:
    return report_views(book, (report,))[0]
