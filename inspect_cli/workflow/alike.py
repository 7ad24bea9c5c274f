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

    def with_words(self, sketch: tuple[int, ...], floor: float) -> list[Report]:
        """Give every report whose sketch is as like to ``sketch`` as ``floor``, and perhaps some that are less.

        One that is shares so many runs of words with it that, of as many as could be missing and one more, it has one:
        of those that the fewest reports have, since what stands in every report tells nothing.
        """
        needed = math.ceil(floor * len(sketch) - 1e-9)
        having = sorted((self._by_run.get(run, ()) for run in sketch), key=len)
        return self._held({number for numbers in having[: len(sketch) - needed + 1] for number in numbers})

    def _held(self, numbers: Iterable[int]) -> list[Report]:
        return [report for number in sorted(numbers) if (report := self._reports[number])]
