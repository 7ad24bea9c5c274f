"""Clocks: how a due date stands to a day. Both ends are days, never times."""

from __future__ import annotations

from datetime import date


def days_left(due: date | None, today: date) -> int | None:
    """Count the days from ``today`` to ``due``: 0 on the day itself, below 0 once it is past, None without a date."""
    return None if due is None else (due - today).days


def overdue(due: date | None, today: date) -> bool:
    """Say whether ``due`` is past; the day itself still counts as in time."""
    return due is not None and due < today


def due_soon(due: date | None, today: date, within: int) -> bool:
    """Say whether ``due`` falls on ``today`` or on one of the ``within`` days after it."""
    return due is not None and 0 <= (due - today).days <= within
