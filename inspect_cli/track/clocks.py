"""Clocks: how a due date stands to a day. Both ends are days, never times. Deadlines in words: link/clock.py."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from inspect_cli.model import (
    INSPECTION_REPORTS,
    INSPECTORATE,
    Finding,
    FindingKind,
    Report,
    ResponseView,
    day_in_full,
)

# Police Act 1996 s.55(5A), put in by the Policing and Crime Act 2017 s.37(2), in force since 2 May 2017 (SI 2017/399,
# reg. 4(a)): "before the end of the period of 56 days beginning with the day on which the report is published".
RESPONSE_SINCE = date(2017, 5, 2)
RESPONSE_DAYS = 56
# Police forces that no local policing body of the Police Act maintains.
NO_LOCAL_BODY = frozenset({"btp", "psni"})


def days_left(due: date | None, today: date) -> int | None:
    """Count the days from ``today`` to ``due``: 0 on the day itself, below 0 once it is past, None without a date."""
    return None if due is None else (due - today).days


def overdue(due: date | None, today: date) -> bool:
    """Say whether ``due`` is past; the day itself still counts as in time."""
    return due is not None and due < today


def due_soon(due: date | None, today: date, within: int) -> bool:
    """Say whether ``due`` falls on ``today`` or on one of the ``within`` days after it."""
    return due is not None and 0 <= (due - today).days <= within


def statutory_response(report: Report) -> tuple[bool, date | None, str]:
    """Say whether the local policing body must publish comments on ``report``, the last day for it, and why."""
    why_not = _no_response(report)
    if why_not or report.published is None:
        return False, None, why_not or "its day of publication is not known"
    due = report.published + timedelta(days=RESPONSE_DAYS - 1)
    return True, due, f"{RESPONSE_DAYS} days beginning with {day_in_full(report.published)}, the day of publication"


def _no_response(report: Report) -> str | None:
    """Go through what keeps the clock from running; the first that holds is the reason."""
    if report.publisher not in INSPECTORATE or report.kind not in INSPECTION_REPORTS:
        return "no inspection report of the inspectorate"
    if not set(report.forces) - NO_LOCAL_BODY:
        return "not about a force with a local policing body"
    if report.published is not None and report.published < RESPONSE_SINCE:
        return f"published before {day_in_full(RESPONSE_SINCE)}, when the 2017 Act brought in the time limit"
    return None


def needs_explanation(report: Report, findings: Iterable[Finding]) -> bool:
    """Say whether a report has a recommendation, which the comments must then answer (s.55(5B))."""
    return any(one.report == report.id and one.kind is FindingKind.RECOMMENDATION for one in findings)


def response_view(report: Report, findings: Iterable[Finding], published: date | None, today: date) -> ResponseView:
    """Show how a report's statutory response stands ``today``; ``published`` is the day on which it came out."""
    applies, due, why = statutory_response(report)
    return ResponseView(
        report=report,
        applies=applies,
        why=why,
        due=due,
        published=published,
        days_left=None if published else days_left(due, today),
        late=overdue(due, published or today),
        explain=applies and needs_explanation(report, findings),
    )
