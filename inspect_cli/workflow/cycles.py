"""Which years' grades may be compared, by ``reference/cycles.toml``."""

from __future__ import annotations

from typing import Any

from inspect_cli.model import Pillar
from inspect_cli.reference import load

PEEL = "PEEL"


def series_of(programme: str | None, year: int | None) -> str:
    """Give the series that the inspections of a programme in a year stand in, else the programme; PEEL without one."""
    entry = _inspection(programme or PEEL, year or 0)
    return str(entry["series"]) if entry else programme or PEEL


def of_one_series(earlier: tuple[str, int], later: tuple[str, int]) -> tuple[bool | None, str | None]:
    """Say whether grades outside PEEL, each told by programme and year, may be compared, and if not, why not.

    Those of one kind of inspection may; None where nothing is known of one of them.
    """
    before, after = _inspection(*earlier), _inspection(*later)
    if before is None or after is None or before["series"] != after["series"]:
        return None, None
    if before["id"] == after["id"] or after["comparable_with_previous"]:
        return True, None
    return False, after["why_not"]


def _inspection(programme: str, year: int) -> dict[str, Any] | None:
    """Find the kind of inspection outside PEEL that a programme was in a year."""
    known: list[dict[str, Any]] = load("cycles")["inspection"]
    return next((one for one in known if one["programme"] == programme and one["year"] <= year <= one["last"]), None)


def grades_pillars(programme: str | None, year: int | None) -> bool:
    """Say whether the inspections of a programme in a year grade pillars; PEEL grades areas of policing since 2021."""
    began = [cycle for cycle in load("cycles")["cycle"] if cycle["year"] <= (year or 0)]
    return programme not in (PEEL, None) or not (began and began[-1].get("areas", False))


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
