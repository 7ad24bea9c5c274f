"""The inspection year from what is known about inspections: each fact leaves some years, and together perhaps one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspect_cli.model import Evidence, Pillar, Rung
from inspect_cli.recognise.programme import PEEL
from inspect_cli.recognise.prose import Prose, find_first
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed, made_once

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
EARLIEST, LATEST = 1990, 2100


@dataclass(frozen=True, slots=True)
class Bound:
    """The inspection years that one fact leaves, both ends included, the line it stands on and the reason."""

    first: int
    last: int
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What was recognised of a document before its year is inferred."""

    programme: str | None
    pillar: Pillar | None
    inspector: str | None


def find_bounds(prose: Prose, known: Known) -> tuple[Bound, ...]:
    """Give what each fact of ``reference/knowledge.toml`` that holds for this text says of its inspection year."""
    data = load("knowledge")
    facts = (_fact_bound(fact, prose, known) for fact in _facts())
    return tuple(bound for bound in (*facts, *_inspector_bounds(data["inspector"], known)) if bound)


def infer_year(bounds: tuple[Bound, ...]) -> tuple[int | None, Evidence]:
    """Give the one year that all bounds leave and the reasons that decide it; None where it is not one."""
    first, last = limits(bounds)
    if first > last:
        return None, Evidence(Rung.UNKNOWN, None, "what is known about inspections leaves no year")
    if first < last:
        return None, Evidence(Rung.UNKNOWN, None, _between(first, last))
    exact = [bound for bound in bounds if bound.first == bound.last]
    deciding = exact or [bound for bound in bounds if first in (bound.first, bound.last)]
    why = "; ".join(dict.fromkeys(bound.reason for bound in deciding))
    line = next((bound.line for bound in deciding if bound.line), None)
    return first, Evidence(Rung.INFERRED, line, why)


def limits(bounds: tuple[Bound, ...]) -> tuple[int, int]:
    """Give the first and last inspection year that all bounds leave."""
    return max((bound.first for bound in bounds), default=EARLIEST), min(
        (bound.last for bound in bounds), default=LATEST
    )


def _between(first: int, last: int) -> str:
    if first == EARLIEST:
        return "" if last == LATEST else f"not after {last}"
    return f"not before {first}" if last == LATEST else f"between {first} and {last}"


@made_once
def _facts() -> tuple[tuple[dict[str, Any], Keyed, Keyed | None], ...]:
    """The facts with the pattern of each, and that of what must not stand in the text."""
    return tuple(
        (fact, Keyed(fact["pattern"], re.I), Keyed(fact["absent"], re.I) if "absent" in fact else None)
        for fact in load("knowledge")["fact"]
    )


def _fact_bound(told: tuple[dict[str, Any], Keyed, Keyed | None], prose: Prose, known: Known) -> Bound | None:
    fact, pattern, absent = told
    if fact.get("pillar", known.pillar) != known.pillar or fact.get("programme", known.programme) != known.programme:
        return None
    found = find_first(prose.blocks, pattern)
    if not found or (absent and find_first(prose.blocks, absent)):
        return None
    if "counts_from" in fact:
        year = int(fact["counts_from"]) + _ORDINALS.index(found.match["nth"].lower())
        return Bound(year, year, found.line, f"“{found.words}”: {fact['reason']}")
    return Bound(int(fact.get("from", EARLIEST)), int(fact.get("to", LATEST)), found.line, str(fact["reason"]))


def _inspector_bounds(inspectors: list[dict[str, Any]], known: Known) -> Iterator[Bound]:
    for one in inspectors:
        if known.inspector in (one["name"], *one.get("other", ())):
            yield Bound(int(one.get("from", EARLIEST)), int(one.get("to", LATEST)), None, str(one["reason"]))


def cycle_bounds(programme: str | None, published: date | None) -> tuple[Bound, ...]:
    """Give the cycle of a PEEL report that says when it was published: the one whose reports came out then."""
    if programme != PEEL or not published:
        return ()
    month = f"{published:%Y-%m}"
    return tuple(
        Bound(int(cycle["year"]), int(cycle["year"]), None, f"reports of PEEL {cycle['label']} came out at that time")
        for cycle in load("cycles")["cycle"]
        if cycle["published"][0] <= month <= cycle["published"][1]
    )
