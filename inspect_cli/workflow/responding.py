"""The local policing body's published comments on a report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from inspect_cli.errors import UsageError
from inspect_cli.model import EventKind, Filters, Finding, ResponseView, day_in_full
from inspect_cli.track.clocks import response_view
from inspect_cli.track.events import responses
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.deciding import Pen
from inspect_cli.workflow.ids import report_named
from inspect_cli.workflow.queries import EVERYTHING, list_reports


@dataclass(frozen=True, slots=True)
class Respond:
    """A request to record on which day the comments on a report were published."""

    report: str
    published: date
    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write the event, unless that day is recorded; raises UsageError for a day before the report or to come."""
        report = report_named(book, self.report)
        if report.published is not None and self.published < report.published:
            own_day = day_in_full(report.published)
            raise UsageError(
                f"{day_in_full(self.published)} is before the report itself was published, {own_day}",
                "give the day on which the comments were published",
            )
        if self.published > book.today:
            raise UsageError(
                f"{day_in_full(self.published)} is still to come", "record it once the comments are published"
            )
        view = response_view(report, book.findings, self.published, book.today)
        pen.messages.append(_in_time(view))
        before = responses(book.events).get(report.id)
        if before == self.published:
            pen.unchanged.append(report.id)
            return
        pen.write(
            EventKind.RESPONSE,
            None,
            field="published",
            before=before.isoformat() if before else None,
            after=self.published.isoformat(),
            reason=self.reason,
            report=report.id,
        )


def _in_time(view: ResponseView) -> str:
    if view.due is None:
        return f"No time limit applies to this report: {view.why}."
    return f"The last day was {day_in_full(view.due)}{': it came late.' if view.late else '.'}"


def response_views(book: Book, filters: Filters = EVERYTHING) -> tuple[ResponseView, ...]:
    """Show how the statutory response to each report stands, newest report first."""
    recorded = responses(book.events)
    asked: dict[str, list[Finding]] = defaultdict(list)
    for finding in book.findings:
        asked[finding.report].append(finding)
    reports = (view.report for view in list_reports(book, filters))
    return tuple(response_view(one, asked[one.id], recorded.get(one.id), book.today) for one in reports)
