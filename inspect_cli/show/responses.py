"""The statutory responses to reports: whether there is a clock, until when, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from inspect_cli.model import ResponseView, count
from inspect_cli.show.attention import is_overdue
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import day_short, day_words, days_words

RESPONSES = (
    Column("ID"),
    Column("Report", least=24),
    Column("Published", keep=4),
    Column("Last day"),
    Column("Response", least=12),
    Column("Explanation", keep=6, least=11, under="Report", label="explanation "),
    Column("Why", keep=3, least=24, under="Report"),
)


def responses_table(views: Sequence[ResponseView], look: Look) -> Table:
    """Show how the response to each report stands."""
    return make_table(RESPONSES, [_row(view, look) for view in views], look.width)


def responses_footer(views: Sequence[ResponseView], look: Look) -> list[str]:
    """Count the clocks and those that ran out; say how to record a response."""
    running = [view for view in views if view.applies]
    late = [view for view in running if is_overdue(view)]
    waiting = [*late, *(view for view in running if view.published is None)]
    head = f"{count(len(running), 'report')} of {len(views)} with a clock, {len(late)} overdue"
    step = f"inspect-cli respond {look.short(waiting[0].report.id)} --published DATE" if waiting else ""
    return [f"{head}. {step}" if step else head]


def response_words(view: ResponseView) -> str:
    """Say what became of a report's response: "published 1 November 2019", "overdue, 12 days ago"."""
    if view.published:
        late = ", late" if view.applies and view.late else ""
        return f"published {day_words(view.published)}{late}"
    if not view.applies or view.days_left is None:
        return "not required"
    left = days_words(view.days_left)
    return f"overdue, {left}" if view.late else left


def _row(view: ResponseView, look: Look) -> Row:
    one = view.report
    style = "red" if is_overdue(view) else ""
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Report": cell(one.title),
        "Published": cell(day_short(one.published)),
        "Last day": cell(day_short(view.due)),
        "Response": cell(response_words(view), style),
        "Explanation": cell("needed: it has recommendations") if view.explain else Text(),
        "Why": cell(view.why, "dim"),
    }
