"""What the register and a force's tracker say of a finding, and which of it is the inspectorate's view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspect_cli.link import link
from inspect_cli.model import (
    Area,
    Deadline,
    DocumentKind,
    Finding,
    LogEntry,
    Publisher,
    Reference,
    RegisterStatus,
    Report,
    Verdict,
)
from tests.builders import finding, reference, report, span

ASK = "The force should clear its vetting backlog of renewals."
REGISTER = report(id="r-register", kind=DocumentKind.REGISTER, inspection_year=2016)
LATER = report(id="r-later", inspection_year=2018, published=date(2019, 9, 27))
TRACKER = report(id="r-tracker", kind=DocumentKind.TRACKER, publisher=Publisher.OTHER, inspection_year=2016)


def logged(*statuses: str, **changes: Any) -> Finding:
    """Make a recommendation of 2016 whose log has these statuses: "2018-01-29 complete"."""
    parts = (status.split(" ") for status in statuses)
    log = tuple(
        LogEntry(date.fromisoformat(day), RegisterStatus(status), "", True, span(line))
        for line, (day, status) in enumerate(parts, 5)
    )
    return replace(finding(ASK, report="r-register", year=2016, themes=("vetting",), log=log), **changes)


def area_of(reports: list[Report], findings: list[Finding], references: list[Reference]) -> Area:
    """Give the one area that these make."""
    (area,) = link("cheshire", reports, findings, references).areas
    return area


@pytest.mark.parametrize(
    ("statuses", "view"),
    [
        (("2016-12-08 awaiting-review", "2018-01-29 being-progressed"), "in-progress"),
        (("2016-12-08 awaiting-review", "2018-01-29 complete"), "achieved"),
        (("2018-01-29 complete", "2018-05-08 being-progressed"), "in-progress"),
        (("2018-01-29 no-further-action-needed",), "superseded"),
        (("2016-12-08 awaiting-review",), None),
        ((), None),
    ],
)
def test_the_last_status_in_the_register_is_the_inspectorates_view(statuses: tuple[str, ...], view: str | None) -> None:
    area = area_of([REGISTER], [logged(*statuses)], [])
    assert area.inspectorate_view == view
    assert area.verdict_year == (int(statuses[-1][:4]) if view else None)


@pytest.mark.parametrize(
    ("published", "view"),
    [(date(2019, 9, 27), "not-achieved"), (date(2017, 9, 27), "in-progress"), (None, "not-achieved")],
)
def test_a_report_that_speaks_after_the_register_has_the_last_word(published: date | None, view: str) -> None:
    later = reference(ASK, report="r-later", themes=("vetting",), to_kind="area-for-improvement")
    reports = [REGISTER, replace(LATER, published=published)]
    area = area_of(reports, [logged("2018-01-29 being-progressed")], [later])
    assert area.inspectorate_view == view


@pytest.mark.parametrize(("day", "view"), [("2018-01-29", "silent"), ("2019-12-29", "in-progress")])
def test_a_report_that_says_nothing_is_silent_only_after_the_register(day: str, view: str) -> None:
    assert area_of([REGISTER, LATER], [logged(f"{day} being-progressed")], []).inspectorate_view == view


def test_the_state_beside_a_finding_is_linked_to_it_whatever_its_words() -> None:
    told = logged("2018-01-29 complete")
    other = finding("The force should answer its letters.", report="r-register", year=2016)
    state = reference("[on] 2018", report="r-register", year=2016, verdict=Verdict.ACHIEVED, follows=(told.id,))
    linked = link("cheshire", [REGISTER], [told, other], [state])
    assert [one.resolved_to for one in linked.resolutions] == [told.id]
    assert sorted(len(area.members) for area in linked.areas) == [1, 2]


def test_what_a_forces_own_tracker_says_is_not_the_inspectorates_view() -> None:
    told = finding(ASK, report="r-tracker", year=2016)
    state = reference(ASK, report="r-tracker", year=2016, verdict=Verdict.ACHIEVED, follows=(told.id,))
    area = area_of([TRACKER], [told], [state])
    assert (area.inspectorate_view, len(area.members)) == (None, 2)


def test_a_deadline_runs_from_the_day_on_which_the_register_took_the_recommendation_in() -> None:
    told = logged("2016-12-08 awaiting-review", deadline=Deadline("within two years"))
    assert area_of([REGISTER], [told], []).deadline == Deadline("within two years", date(2018, 12, 8))
