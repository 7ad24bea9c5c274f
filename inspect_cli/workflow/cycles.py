"""Which years' grades may be compared, by ``reference/cycles.toml``."""

from __future__ import annotations

from typing import Any

from inspect_cli.model import Pillar
from inspect_cli.reference import load


def may_be_compared(earlier: int, later: int, pillar: Pillar | None) -> tuple[bool, str | None]:
    """Say whether a PEEL grade of ``later`` may be compared with one of ``earlier``, and if not, why not.

    They may when no cycle that began between them broke with the one before it; of several breaks the newest counts.
    """
    broken = None
    for cycle in load("cycles")["cycle"]:
        rule = _rule(cycle, pillar)
        if earlier < cycle["year"] <= later and not rule["comparable_with_previous"]:
            broken = rule
    return (True, None) if broken is None else (False, broken.get("why_not"))


def label_of(year: int) -> str:
    """Give the label of the cycle that began in ``year`` ("2018/19"), or the year itself."""
    return next((str(cycle["label"]) for cycle in load("cycles")["cycle"] if cycle["year"] == year), str(year))


def _rule(cycle: dict[str, Any], pillar: Pillar | None) -> dict[str, Any]:
    exceptions = cycle.get("except", [])
    return next((one for one in exceptions if one["pillar"] == pillar), cycle)
