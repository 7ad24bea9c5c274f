"""What of a store does not hold together: texts, links, totals, dates, and what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from inspect_cli.errors import StoreError
from inspect_cli.model import Area, Problem, Report, Rung, count, day_in_full
from inspect_cli.store import Register
from inspect_cli.store.content import SCHEMA
from inspect_cli.store.stock import take_stock

_AS_SAID = (Rung.STATED, Rung.GIVEN)
_IMPORT = "import the report again"


def schema_and_totals(register: Register) -> Iterator[Problem]:
    """Tell of an older schema, and of a head that counts other reports and events than there are."""
    if register.content is None:
        return
    meta = register.content.meta
    if meta.schema < SCHEMA:
        yield Problem("schema", None, f"it is of schema {meta.schema}; the next change brings it to {SCHEMA}")
        return
    for what, said, found in (
        ("report", meta.reports, len(register.reports)),
        ("event", meta.events, len(register.events)),
    ):
        if said != found:
            yield Problem("totals", None, f"its head counts {count(said, what)}, but there are {found}")


def texts(register: Register) -> Iterator[Problem]:
    """Tell the reports whose stored text is gone or changed."""
    for report in register.reports:
        try:
            register.text(report)
        except StoreError as error:
            yield Problem("text", report.id, f"{error.message} {error.hint}")


def links(register: Register) -> Iterator[Problem]:
    """Tell what names a find or report that is not there."""
    reports = {report.id for report in register.reports}
    finds = {find.id for find in register.findings} | {one.id for one in register.references}
    told = [(find.id, find.report) for find in register.judgements]
    told += [(find.id, find.report) for find in register.findings]
    told += [(find.id, find.report) for find in register.references]
    for one, report in told:
        if report not in reports:
            yield Problem("link", one, f"its report {report} is gone: {_IMPORT}")
    for ungraded in register.ungraded:
        if ungraded.report not in reports:
            yield Problem("link", ungraded.report, f"it says what is not graded, and is gone: {_IMPORT}")
    for area in register.areas:
        yield from _of_area(area, finds)
    for resolution in register.resolutions:
        gone = [name for name in (resolution.reference, resolution.resolved_to) if name and name not in finds]
        yield from (Problem("link", resolution.reference, f"what it was resolved to: {name} is gone") for name in gone)
    named = [(find.id, find.parent) for find in register.findings if find.parent]
    named += [(find.id, name) for find in register.references for name in find.follows]
    for one, name in named:
        if name not in finds:
            yield Problem("link", one, f"it belongs to {name}, which is gone: {_IMPORT}")


def _of_area(area: Area, finds: set[str]) -> Iterator[Problem]:
    for what, members in (("member", area.members), ("proposed member", area.proposed)):
        for member in members:
            if member.id not in finds:
                yield Problem("link", area.id, f"{area.title}: its {what} {member.id} is gone")


def dates(register: Register, today: date) -> Iterator[Problem]:
    """Tell of pages and inspections of a day to come, and of dates of a page that were taken for a report's."""
    for report in register.reports:
        if report.page_date is not None and report.page_date > today:
            yield _dated(report, f"its page is dated on a day to come, {day_in_full(report.page_date)}")
        if report.inspection_year is not None and report.inspection_year > today.year:
            yield _dated(report, f"its inspection year {report.inspection_year} is to come")
        if report.page_date is not None:
            yield from _web_dates(report, report.page_date, register.areas)


def _dated(report: Report, what: str) -> Problem:
    return Problem("date", report.id, f"{report.title}: {what}")


def _web_dates(report: Report, page: date, areas: tuple[Area, ...]) -> Iterator[Problem]:
    said = f"{report.title}: the date of its page, {day_in_full(page)}, stands as"
    give = "say the right one when you import it again"
    if report.published == page and report.rung("published") not in _AS_SAID:
        yield Problem("web-date", report.id, f"{said} its day of publication: {give} (--published)")
    year, line = report.evidence.get("inspection_year"), report.evidence.get("published")
    rests = year is not None and line is not None and year.line is not None and year.line == line.line
    if rests and report.inspection_year == page.year and report.rung("inspection_year") not in _AS_SAID:
        first = [area for area in areas if area.first_raised == page.year and area.members[0].report == report.id]
        raised = f", by which {count(len(first), 'area')} would be first raised" if first else ""
        yield Problem("web-date", report.id, f"{said} its inspection year{raised}: {give} (--year)")


def beside(register: Register) -> Iterator[Problem]:
    """Tell of former states that cannot be read, damaged stores, leftovers, and texts that nothing names."""
    stock = take_stock(register.folder, register.content)
    for path in stock.damaged:
        yield _at("backup", register.folder, path, "it cannot be read: to be without it, take it away")
    for path in stock.aside:
        yield _at("backup", register.folder, path, "a damaged store moved aside; take it away once it is of no use")
    for path in stock.leftovers:
        yield _at("leftover", register.folder, path, "a write that was broken off, or still goes on, left it")
    for path in stock.unnamed:
        yield _at("unnamed-text", register.folder, path, "no report and no kept state names it")


def _at(test: str, folder: Path, path: Path, what: str) -> Problem:
    return Problem(test, None, f"{path.relative_to(folder)}: {what}")
