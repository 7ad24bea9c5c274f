"""Reports by what makes two of them one: the same bytes, the same file, words that are mostly the same."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from inspect_cli.model import Report


class Alike:
    """Reports, each found without a look at all the others; of those with the same id the last one is held."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._reports: list[Report | None] = []
        self._numbers: dict[str, int] = {}
        self._by_bytes: defaultdict[str, list[int]] = defaultdict(list)
        self._by_file: defaultdict[str, list[int]] = defaultdict(list)
        self._by_run: defaultdict[int, list[int]] = defaultdict(list)
        self._by_facts: defaultdict[tuple[frozenset[str], int | None], list[int]] = defaultdict(list)
        for report in reports:
            self.put(report)

    def put(self, report: Report) -> None:
        """Take in a report, in the place of one with its id."""
        self.drop(report.id)
        number = len(self._reports)
        self._reports.append(report)
        self._numbers[report.id] = number
        self._by_bytes[report.sha256].append(number)
        self._by_file[report.file].append(number)
        self._by_facts[frozenset(report.forces), report.inspection_year].append(number)
        for run in report.sketch:
            self._by_run[run].append(number)

    def drop(self, report: str) -> None:
        """Leave out the report with this id, if there is one."""
        number = self._numbers.pop(report, None)
        if number is not None:
            self._reports[number] = None

    def get(self, report: str) -> Report | None:
        """Give the report with this id."""
        number = self._numbers.get(report)
        return None if number is None else self._reports[number]

    def with_bytes(self, sha256: str) -> Report | None:
        """Give the first report that was read from these bytes."""
        return next(iter(self._held(self._by_bytes.get(sha256, ()))), None)

    def from_file(self, file: str) -> list[Report]:
        """Give the reports that were read from a file, known by its absolute path; none for another path."""
        return self._held(self._by_file.get(file, ())) if Path(file).is_absolute() else []

    def like(self, report: Report, floor: float) -> list[Report]:
        """Give every report whose words are as like those of ``report`` as ``floor``, and perhaps some that are less.

        But none whose forces or year, where both are known, are others.
        """
        runs = set(report.sketch)
        needed = math.ceil(floor * len(runs) - 1e-9)
        if not runs:
            return []
        # One that shares so many runs lacks so few that it has one of any so many: of those that the fewest have.
        having = sorted((self._by_run.get(run, ()) for run in runs), key=len)[: len(runs) - needed + 1]
        agreeing = self._agreeing(report)
        if sum(map(len, having)) < len(agreeing):
            agreeing.intersection_update([number for numbers in having for number in numbers])
        return [known for known in self._held(agreeing) if len(runs.intersection(known.sketch)) >= needed]

    def _agreeing(self, report: Report) -> set[int]:
        forces, year = frozenset(report.forces), report.inspection_year
        return {
            number
            for (others, known), numbers in self._by_facts.items()
            if (not forces or not others or forces == others) and (year is None or known is None or year == known)
            for number in numbers
        }

    def _held(self, numbers: Iterable[int]) -> list[Report]:
        return [report for number in sorted(numbers) if (report := self._reports[number])]
