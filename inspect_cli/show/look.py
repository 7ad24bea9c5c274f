"""What showing needs to know beside the thing shown: room, short ids, the reports that lines point into."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from inspect_cli.model import Report, Span
from inspect_cli.show.safe import visible

SHORTEST_ID = 5


def _no_ids(letter: str) -> Iterable[str]:
    del letter
    return ()


def _no_label(year: int) -> str | None:
    del year
    return None


class ShortIds:
    """Shortens an id to the beginning that no other id of its kind has, at least five characters.

    ``ids_of`` gives all ids that begin with a letter, which is their kind; it is asked once a letter, when needed.
    """

    def __init__(self, ids_of: Callable[[str], Iterable[str]] = _no_ids) -> None:
        self._ids_of = ids_of
        self._sorted: dict[str, list[str]] = {}

    def __call__(self, one: str | None) -> str:
        """Give the shortest beginning of ``one`` that will still be understood; nothing for None."""
        if not one:
            return ""
        if one[0] not in self._sorted:
            self._sorted[one[0]] = sorted(set(self._ids_of(one[0])))
        known = self._sorted[one[0]]
        place = bisect_left(known, one)
        neighbours = [*known[max(place - 1, 0) : place], *known[place : place + 2]]
        shared = max((_common(one, other) for other in neighbours if other != one), default=0)
        return visible(one[: max(SHORTEST_ID, shared + 1)])


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


class Look(NamedTuple):
    """How to show: ``width`` in characters (None: a pipe, as wide as the text is), ids, reports by id.

    ``label_of`` gives what reports call an inspection year; None where none has a name for it.
    """

    width: int | None = 80
    short: ShortIds = ShortIds()
    reports: Mapping[str, Report] = MappingProxyType({})
    label_of: Callable[[int], str | None] = _no_label

    def label(self, year: int | None) -> str:
        """Give an inspection year as its reports call it: 2018/19 for 2018; a dash for none."""
        if year is None:
            return "–"
        return visible(self.label_of(year) or str(year))

    def title(self, report: str | None) -> str:
        """Give a report's title; its id where the title is not known."""
        known = self.reports.get(report or "")
        return visible(known.title) if known else self.short(report)

    def source(self, report: str | None, span: Span | None) -> str:
        """Say where words stand: report and line, "r4k2m L71"; with the page where the text has pages."""
        if span is None:
            return self.short(report)
        page = f"p{span.page} " if span.page else ""
        return f"{self.short(report)} {page}L{span.line}".strip()
