"""The reports that linking is given, by what is asked of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from inspect_cli.model import INSPECTION_REPORTS, INSPECTORATE, Pillar, Report


class _Inspection(NamedTuple):
    year: int | None
    programme: str | None
    pillar: Pillar | None
    force: str | None


class Reports(tuple[Report, ...]):
    """Reports in the order given, with indexes that are made once, when first asked for."""

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Reports:
        """Take reports in, or give them as they are where that was done."""
        return reports if isinstance(reports, cls) else cls(reports)

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        """The reports by their ids."""
        return {report.id: report for report in self}

    def setting_out(self, force: str, programme: str) -> Sequence[Report]:
        """Give the inspectorate's reports on inspections of ``force`` in a programme, newest inspection first.

        Of one inspection, year and pillar, one report is enough: that published last, and one whose day is not known.
        """
        return self._setting_out.get((force, programme), ())

    def published(self, year: int | None, programme: str, pillar: Pillar | None, force: str | None) -> date | None:
        """Give the first day on which the inspectorate published what an inspection of ``force`` in ``year`` found.

        Reports on no force in particular count for each. A report on ``pillar`` goes before one that names none; where
        the pillar is not known (None) all count, and so they do where the force is not.
        """
        if pillar is None:
            return self._first(_Inspection(year, programme, None, force), self._first_published_of_all)
        asked = _Inspection(year, programme, pillar, force)
        return self._first(asked, self._first_published) or self._first(
            asked._replace(pillar=None), self._first_published
        )

    def _first(self, asked: _Inspection, days: Mapping[_Inspection, date]) -> date | None:
        forces = (_ANY_FORCE,) if asked.force is None else (asked.force, None)
        return min((days[one] for force in forces if (one := asked._replace(force=force)) in days), default=None)

    @cached_property
    def _setting_out(self) -> Mapping[tuple[str, str], Sequence[Report]]:
        speaking: dict[_Inspection, dict[bool, Report]] = defaultdict(dict)
        for report in self:
            if report.publisher in INSPECTORATE and report.kind in INSPECTION_REPORTS and report.inspection_year:
                for force in report.forces:
                    of = speaking[_Inspection(report.inspection_year, report.programme, report.pillar, force)]
                    known = of.get(report.published is None)
                    if known is None or (report.published or date.min) > (known.published or date.min):
                        of[report.published is None] = report
        found: dict[tuple[str, str], list[Report]] = defaultdict(list)
        for one in sorted(speaking, key=lambda one: -(one.year or 0)):
            found[one.force or "", one.programme or ""] += speaking[one].values()
        return found

    @cached_property
    def _first_published(self) -> Mapping[_Inspection, date]:
        """The first days of publication, by pillar (None: names none) and force (None: on no force in particular)."""
        days: dict[_Inspection, date] = {}
        for report in self:
            if report.published is None or report.publisher not in INSPECTORATE:
                continue
            for force in (*(report.forces or (None,)), _ANY_FORCE):
                one = _Inspection(report.inspection_year, report.programme, report.pillar, force)
                days[one] = min(days.get(one, report.published), report.published)
        return days

    @cached_property
    def _first_published_of_all(self) -> Mapping[_Inspection, date]:
        """The first days of publication of whatever pillar."""
        days: dict[_Inspection, date] = {}
        for one, day in self._first_published.items():
            whole = one._replace(pillar=None)
            days[whole] = min(days.get(whole, day), day)
        return days


# Stands for the force of every report; no force is called so.
_ANY_FORCE = "*"
