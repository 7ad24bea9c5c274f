"""The register's log of a finding: which of its statuses holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspect_cli.model.records import LogEntry


def in_order_of_days(log: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
    """Give a log from the first entry to the last: as it stands, or turned round where its newest stands first."""
    days = [entry.date for entry in log if entry.date]
    return tuple(reversed(log)) if len(days) > 1 and days[0] > days[-1] else tuple(log)


def first_day(log: Sequence[LogEntry]) -> date | None:
    """Give the first day of a log: that on which the register took the recommendation in, and so its publication."""
    return min((entry.date for entry in log if entry.date), default=None)


def last_status(log: Sequence[LogEntry]) -> LogEntry | None:
    """Give the entry whose status holds: the last by its day, else by its place; None where none has a status.

    A status without a day counts as of the day of the one before it. Statuses may go back.
    """
    held: LogEntry | None = None
    latest = None
    for entry in in_order_of_days(log):
        if entry.status is None:
            continue
        day = entry.date or latest
        if held is None or latest is None or day is None or day >= latest:
            held, latest = entry, day
    return held
