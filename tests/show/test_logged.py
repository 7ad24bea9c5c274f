"""The register's log of a finding, shown and in JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inspect_cli.model import Detail, FindingView, LogEntry, Moment, RegisterStatus
from inspect_cli.show import as_json
from inspect_cli.show.detail import detail_text
from inspect_cli.show.timeline import timeline_lines
from tests.builders import span
from tests.show import samples
from tests.show.samples import look, printed, widest

LOG = (
    LogEntry(date(2016, 12, 8), RegisterStatus.AWAITING_REVIEW, "", True, span(5)),
    LogEntry(date(2017, 3, 1), None, "The plan is here.", True, span(6)),
    LogEntry(date(2018, 1, 29), RegisterStatus.COMPLETE, "Seen by us.", True, span(7)),
    LogEntry(None, RegisterStatus.COMPLETE, "[on]31st June [status]complete[/status]", False, span(8)),
)
LOGGED = replace(samples.FINDING, log=LOG)


def test_the_log_of_a_finding_is_shown_as_dated_lines_and_its_markup_as_it_stands() -> None:
    shown = printed(detail_text(Detail(LOGGED, samples.REPORTS[0], ((41, "x"),), (), None), look(80)), 80)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "Log 8 December 2016 awaiting review" in lines
    assert "1 March 2017 The plan is here." in lines
    assert "29 January 2018 complete: Seen by us." in lines
    assert "could not be read [on]31st June [status]complete[/status]" in lines
    assert widest(shown) <= 80


def test_a_finding_without_a_log_has_no_line_for_it() -> None:
    shown = printed(detail_text(Detail(samples.FINDING, samples.REPORTS[0], ((41, "x"),), (), None), look(80)), 80)
    assert "Log" not in shown


def test_each_entry_of_a_log_has_all_fields_in_json() -> None:
    log = as_json.finding(FindingView(LOGGED, None))["log"]
    assert [list(entry) for entry in log] == [["date", "status", "text", "raw", "span"]] * 4
    assert [(entry["date"], entry["status"], entry["text"]) for entry in log[:3]] == [
        ("2016-12-08", "awaiting-review", None),
        ("2017-03-01", None, "The plan is here."),
        ("2018-01-29", "complete", "Seen by us."),
    ]
    assert (log[3]["text"], log[3]["raw"]) == (None, "[on]31st June [status]complete[/status]")


def test_a_status_that_holds_for_two_areas_is_one_line_of_the_year_of_its_day() -> None:
    told = Moment(
        2018,
        date(2018, 1, 29),
        "a1",
        "recommendation",
        "achieved",
        "",
        (),
        "r1",
        span(7),
        "inspectorate",
        "f1",
        logged=RegisterStatus.COMPLETE,
    )
    lines = timeline_lines([told, told._replace(area="a2", id="f2")], look(80), {"a1": "1", "a2": "2"})
    assert [line.plain for line in lines if "register" in line.plain] == [
        "2018     ✓  1, 2  register: complete, 29 January 2018"
    ]
