"""What is known of the cycles of inspection: their scales, what each graded, and what may be compared."""

from __future__ import annotations

from typing import NamedTuple

from inspect_cli.model.words import Grade


class Cycle(NamedTuple):
    """A cycle of PEEL, or a series of inspections outside it, and how its grades stand to those before and after.

    ``scale`` is best first, empty where nothing is graded; ``published`` are the first and last month of its reports.
    ``previous`` and ``next`` name its neighbours; a comparison is None where there is none. ``exceptions`` are what one
    pillar does otherwise. ``note`` says what else there is to know: what is carried over, or why there was no cycle.
    """

    label: str
    programme: str
    scale: tuple[Grade, ...]
    graded: str
    not_graded: str
    published: tuple[str, str] | None = None
    previous: str | None = None
    comparable_with_previous: bool | None = None
    why_not: str | None = None
    next: str | None = None
    comparable_with_next: bool | None = None
    why_not_next: str | None = None
    exceptions: tuple[str, ...] = ()
    carries_over: bool = False
    note: str | None = None


class Meaning(NamedTuple):
    """What a grade says in a cycle, and the grades beside it; ``means`` is None for a grade that the cycle lacked.

    Without a ``grade`` the cycle itself is meant.
    """

    cycle: Cycle
    grade: Grade | None = None
    means: str | None = None
    better: Grade | None = None
    worse: Grade | None = None
