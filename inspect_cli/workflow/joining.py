"""Two analysts' reports joined: by the hash of their files, whichever side is asked first.

What is the same report on both sides is kept once, under one id; what either side calls otherwise is told, so that no
id that was written down stops working.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple

from inspect_cli.model import Extraction, Finding, Judgement, Reference, Report, Rung, Told
from inspect_cli.store.codec import encode
from inspect_cli.workflow.identity import inherit_ids

_LONG_AGO = datetime.min.replace(tzinfo=UTC)

Find = Judgement | Finding | Reference


class Held(NamedTuple):
    """A report as one side has it; ``side`` is 0 for the store's own, 1 for the other copy."""

    side: int
    told: Told


@dataclass(slots=True)
class Joined:
    """All reports of both sides, each once; for each side the ids that are others now; versions that gave way.

    ``same`` are pairs of one report by its hash, as either side has it.
    """

    reports: list[Told] = field(default_factory=list)
    renamed: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))
    versions: list[tuple[Held, Held]] = field(default_factory=list)
    same: list[tuple[Told, Told]] = field(default_factory=list)


def join_reports(ours: Iterable[Told], theirs: Iterable[Told]) -> Joined:
    """Join the reports of two stores; the other way round gives the same reports under the same ids.

    The same hash is the same report: kept is the reading of which more was given by a person, then that of the newer
    rules, then the later import. Of two files under one id, versions of a report, the one imported later is kept, then
    the one with the greater hash.
    """
    by_hash: defaultdict[str, list[Held]] = defaultdict(list)
    for side, reports in enumerate((ours, theirs)):
        for told in reports:
            by_hash[told.report.sha256].append(Held(side, told))
    result = Joined()
    for name, groups in _named(by_hash.values()).items():
        _join(name, groups, result)
    result.reports.sort(key=lambda told: told.report.id)
    return result


def _named(groups: Iterable[Sequence[Held]]) -> dict[str, list[Sequence[Held]]]:
    """Give each group of readings of one file an id of theirs; the first of those that share one is the one kept.

    A group with one id takes it before one that has a choice, so that what is two reports to one side stays two.
    """
    named: dict[str, list[Sequence[Held]]] = {}
    in_turn = sorted(groups, key=_newest, reverse=True)
    for group in sorted(in_turn, key=lambda group: len(_ids(group))):
        free = [name for name in _ids(group) if name not in named]
        named.setdefault((free or _ids(group))[0], []).append(group)
    return named


def _ids(group: Iterable[Held]) -> list[str]:
    return sorted({one.told.report.id for one in group})


def _newest(group: Iterable[Held]) -> tuple[datetime, str]:
    return max((one.told.report.imported_at or _LONG_AGO, one.told.report.sha256) for one in group)


def _join(name: str, groups: list[Sequence[Held]], result: Joined) -> None:
    kept, *dropped = groups
    held = _heaviest(kept)
    if not dropped and held.told.report.id == name and all(one.told == held.told for one in kept):
        result.reports.append(held.told)
        result.same += [(kept[0].told, kept[1].told)] if len(kept) > 1 else []
        return
    others = [one for group in groups for one in group if one is not held]
    called = {find.id: [(held, find.id)] for find in finds_in(held.told.extraction)}
    for other in others:
        for mine, its in _matched(other.told, held.told):
            called[mine].append((other, its))
    now = {find: _chosen(name, ids) for find, ids in called.items()}
    for find, ids in called.items():
        for one, its in ids:
            if its != now[find]:
                result.renamed[one.side][its] = now[find]
    for one in (held, *others):
        if one.told.report.id != name:
            result.renamed[one.side][one.told.report.id] = name
    result.reports.append(_under(name, held.told, now, [one.told.report for group in groups for one in group]))
    result.versions += [(held, _heaviest(group)) for group in dropped]
    sides = [[one.told for one in kept if one.side == side] for side in (0, 1)]
    result.same += [(sides[0][0], sides[1][0])] if all(sides) else []


def _heaviest(group: Sequence[Held]) -> Held:
    first, *more = group
    return max(group, key=_weight) if any(one.told != first.told for one in more) else first


def _weight(one: Held) -> tuple[int, int, datetime, str]:
    report = one.told.report
    given = sum(evidence.rung is Rung.GIVEN for evidence in report.evidence.values())
    content = json.dumps([encode(report), encode(one.told.extraction)], sort_keys=True)
    return given, report.extractor, report.imported_at or _LONG_AGO, content


def _matched(other: Told, kept: Told) -> list[tuple[str, str]]:
    """Give the ids of the finds that ``kept`` and ``other`` share, as the one and the other call them."""
    names = [find.id for find in finds_in(kept.extraction)]
    there = {find.id for find in finds_in(other.extraction)}
    if there == set(names):
        return list(zip(names, names, strict=True))
    inherited = inherit_ids(other.lines, kept.lines, other.extraction, kept.extraction)
    pairs = zip(names, (find.id for find in finds_in(inherited)), strict=True)
    return [(mine, its) for mine, its in pairs if its in there]


def _chosen(name: str, ids: Iterable[tuple[Held, str]]) -> str:
    """Choose the id of a find: of those that it has under the report's own id, else of all, the smallest."""
    return min(ids, key=lambda one: (one[0].told.report.id != name, one[1]))[1]


def _under(name: str, kept: Told, now: dict[str, str], reports: Iterable[Report]) -> Told:
    """Give a reading under the id ``name``, its finds under those that they have ``now``."""
    said = kept.extraction
    first = min((one.first_imported for one in reports if one.first_imported), default=None)
    return Told(
        replace(kept.report, id=name, first_imported=first),
        Extraction(
            tuple(replace(find, id=now[find.id], report=name) for find in said.judgements),
            tuple(
                replace(find, id=now[find.id], report=name, parent=now.get(find.parent or "", find.parent))
                for find in said.findings
            ),
            tuple(
                replace(find, id=now[find.id], report=name, follows=tuple(now.get(one, one) for one in find.follows))
                for find in said.references
            ),
            said.figures,
            said.unclaimed,
            tuple(replace(one, report=name) for one in said.ungraded),
        ),
        kept.text,
    )


def finds_in(extraction: Extraction) -> tuple[Find, ...]:
    """Give all that has an id in what a report says."""
    return (*extraction.judgements, *extraction.findings, *extraction.references)
