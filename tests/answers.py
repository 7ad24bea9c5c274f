"""Every answer that the program gives of a store, byte for byte, so that two stores can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inspect_cli.store import open_register
from tests.running import run

LISTINGS = (
    "status",
    "reports",
    "reports --responses",
    "judgements",
    "judgements --ungraded",
    "trend",
    "explain",
    "findings",
    "findings --formal",
    "references",
    "areas",
    "areas --proposed",
    "areas --disputed",
    "areas --silent",
    "areas --moved",
    "areas --national",
    "themes",
    "track vetting",
    "search vetting",
    "check",
    "log",
    "changes --since 2000-01-01",
    "doctor",
)
# What looks back on a day that is named.
LOOKING_BACK = ("status", "reports", "judgements", "trend", "findings", "references", "areas", "areas --silent", "log")
DAYS = ("2016-12-31", "2024-12-31", "2025-06-30")


def answers(data: Path) -> dict[str, str]:
    """Give what each command answers in ``--json``, those on each single id too, by what was typed."""
    return {command: run(*command.split(), "--json", data=data).out for command in _commands(data)}


def _commands(data: Path) -> Iterator[str]:
    yield from LISTINGS
    yield from (f"{command} --as-of {day}" for command in LOOKING_BACK for day in DAYS)
    register = open_register(data)
    for kind in (register.reports, register.judgements, register.findings, register.references, register.areas):
        yield from (f"show {one.id}" for one in kind)
    for area in register.areas:
        yield f"track {area.id}"
        yield f"log {area.id}"
    yield from (f"show {former}" for former in register.aliases)
