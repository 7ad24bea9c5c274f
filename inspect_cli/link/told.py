"""What all forces were told, parted once, so that linking one of them does not go through what others were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from inspect_cli.link.reports import Reports
from inspect_cli.model import Finding, Reference, Report

Said = TypeVar("Said", Finding, Reference)


class Told:
    """Reports, findings and references; ``of`` gives those that ``link`` needs for one force."""

    def __init__(self, reports: Iterable[Report], findings: Iterable[Finding], references: Iterable[Reference]) -> None:
        self.reports = Reports.of(reports)
        self._findings = _parted(findings)
        self._references = _parted(references)

    def of(self, force: str) -> tuple[Reports, tuple[Finding, ...], tuple[Reference, ...]]:
        """Give all reports, and the finds of ``force`` and those of no force: the arguments of ``link`` after it.

        Linking by these and by all there is gives the same.
        """
        return self.reports, _of(self._findings, force), _of(self._references, force)


def by_force(reports: Iterable[Report], findings: Iterable[Finding], references: Iterable[Reference]) -> Told:
    """Part by force what all forces were told.

    With ``told`` what this gives, ``link(force, *told.of(force))`` links one force after another.
    """
    return Told(reports, findings, references)


def _parted(records: Iterable[Said]) -> dict[str | None, list[Said]]:
    parts: dict[str | None, list[Said]] = defaultdict(list)
    for record in records:
        parts[record.force].append(record)
    return parts


def _of(parts: dict[str | None, list[Said]], force: str) -> tuple[Said, ...]:
    own: Sequence[Said] = parts.get(force, ())
    return (*own, *parts.get(None, ()))
