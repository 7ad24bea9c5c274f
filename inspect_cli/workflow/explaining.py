"""What a grade means in a cycle and what it may be compared with, by ``reference/cycles.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from inspect_cli.errors import UsageError
from inspect_cli.model import Cycle, Grade, Meaning
from inspect_cli.reference import load
from inspect_cli.workflow.cycles import PEEL
from inspect_cli.workflow.filters import read_grade
from inspect_cli.workflow.nearest import nearest

_RANGE = re.compile(r"(?P<first>(?:19|20)\d\d)(?:-(?P<last>(?:19|20)?\d\d))?")
_NEAR = 0.5


def explain(grade: str | None = None, label: str | None = None) -> tuple[Meaning, ...]:
    """Say what ``grade`` means in the cycle called ``label``, without a label in every cycle that gives grades.

    Without a grade: the cycle itself, or all of them. Raises UsageError with the nearest names for a grade or cycle
    that is not known.
    """
    wanted = None if grade is None else read_grade(grade)
    if label is not None:
        cycle, means = _named(label)
        return (_meaning(cycle, means, wanted),)
    return tuple(_meaning(cycle, means, wanted) for cycle, means in _cycles() if wanted is None or cycle.scale)


def scale_of(label: str) -> tuple[Meaning, ...]:
    """Give what each grade of the cycle called ``label`` means, best first; raises UsageError."""
    cycle, means = _named(label)
    return tuple(_meaning(cycle, means, grade) for grade in cycle.scale)


def _meaning(cycle: Cycle, means: dict[str, str], grade: Grade | None) -> Meaning:
    if grade is None or grade not in cycle.scale:
        return Meaning(cycle, grade)
    place = cycle.scale.index(grade)
    worse = cycle.scale[place + 1] if place + 1 < len(cycle.scale) else None
    return Meaning(cycle, grade, means[grade], cycle.scale[place - 1] if place else None, worse)


Known = tuple[Cycle, dict[str, str]]


def _cycles() -> Iterator[Known]:
    """Give the cycles of PEEL, then the inspections outside it, each with what its grades mean."""
    known = load("cycles")
    series: dict[str, list[dict[str, Any]]] = {PEEL: known["cycle"]}
    for one in known["inspection"]:
        series.setdefault(one["series"], []).append(one)
    for entries in series.values():
        for before, entry, after in zip_longest([None, *entries[:-1]], entries, entries[1:]):
            yield _cycle(before, entry, after), known["meanings"].get(entry.get("means"), {})


def _cycle(before: dict[str, Any] | None, entry: dict[str, Any], after: dict[str, Any] | None) -> Cycle:
    return Cycle(
        label=entry["label"],
        programme=entry.get("programme", PEEL),
        scale=tuple(map(Grade, entry["scale"])),
        graded=entry["graded"],
        not_graded=entry["not_graded"],
        published=(entry["published"][0], entry["published"][-1]) if "published" in entry else None,
        previous=before["label"] if before else None,
        comparable_with_previous=entry["comparable_with_previous"] if before else None,
        why_not=entry.get("why_not"),
        next=after["label"] if after else None,
        comparable_with_next=after["comparable_with_previous"] if after else None,
        why_not_next=after.get("why_not") if after else None,
        exceptions=tuple(one["why_not"] for one in entry.get("except", ()) if not one["comparable_with_previous"]),
        carries_over=entry.get("carries_over", False),
        note=entry.get("carried"),
    )


def _named(label: str) -> Known:
    """Find a cycle by its label, its id, or a year or years that it takes in; a year is one of PEEL's."""
    wanted = _folded(label)
    known = {_folded(cycle.label): (cycle, means) for cycle, means in _cycles()}
    begun = [name for name in known if wanted.isalpha() and name.startswith(wanted)]
    if wanted in known or len(begun) == 1:
        return known[wanted if wanted in known else begun[0]]
    if years := _RANGE.fullmatch(wanted):
        first = int(years["first"])
        last = int(years["first"][: 4 - len(years["last"])] + years["last"]) if years["last"] else first
        for entry in load("cycles")["cycle"]:
            if entry["year"] <= first <= last <= entry.get("last", entry["year"]):
                return known[_folded(entry["label"])]
        for pause in load("cycles")["pause"]:
            if first == last == pause["year"]:
                return Cycle(pause["label"], PEEL, (), "nothing", "every force", note=pause["note"]), {}
    raise _unknown(label, wanted, [cycle.label for cycle, _ in known.values()])


def _folded(label: str) -> str:
    return re.sub(r"\s*[–—/-]\s*", "-", label.strip().lower()).removeprefix("peel ")


def _unknown(label: str, wanted: str, labels: Sequence[str]) -> UsageError:
    names = {_folded(one): one for one in labels}
    near = [names[one] for one in nearest(wanted, names, most=3, cutoff=_NEAR)]
    every = f"known are: {', '.join(labels)}"
    return UsageError(f"unknown cycle '{label}'", f"nearest: {', '.join(near)}; {every}" if near else every)
