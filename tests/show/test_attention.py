"""What needs attention, in lines, records and monitoring's one line."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.model import CheckLine, Problem
from inspect_cli.show import attention
from inspect_cli.show.as_csv import FIELDS
from tests.show.samples import HOSTILE, look

LATE = CheckLine("overdue", "a7k2mz1", None, date(2018, 12, 8), "Backlogs: 3 days past its date")
SOON = CheckLine("due-within", "a7k2mz1", None, date(2018, 12, 8), "Backlogs: due today")
RESPONSE = CheckLine("response", None, "r4k2mz1", date(2019, 11, 21), "comments were due")


@pytest.mark.parametrize(
    ("lines", "made", "state", "line"),
    [
        ((), ("overdue",), "OK", "nothing needs attention | overdue=0;;0"),
        ((SOON,), ("due-within",), "WARNING", "1 due soon | due_soon=1;0;"),
        (
            (LATE, SOON, SOON),
            ("overdue", "due-within"),
            "CRITICAL",
            "1 overdue, 2 due soon | overdue=1;;0 due_soon=2;0;",
        ),
        (
            (RESPONSE,),
            ("overdue", "response"),
            "CRITICAL",
            "1 past the day for a response | overdue=0;;0 responses=1;;0",
        ),
        ((), (), "OK", "nothing needs attention | "),
    ],
)
def test_monitoring_gets_one_line_with_a_count_for_each_check_made(
    lines: tuple[CheckLine, ...], made: tuple[str, ...], state: str, line: str
) -> None:
    assert attention.monitoring_line(lines, made) == (state, f"INSPECT {state} - {line}")


def test_a_line_names_the_check_and_a_short_id() -> None:
    assert attention.check_line(LATE, look()) == "overdue  a7k2m  Backlogs: 3 days past its date"
    assert attention.check_line(RESPONSE, look()) == "response  r4k2m  comments were due"


def test_what_stands_in_a_report_acts_on_no_terminal() -> None:
    told = (
        attention.check_line(LATE._replace(message=HOSTILE), look()),
        attention.problem_line(Problem("event", None, HOSTILE)),
        attention.unknown_line(HOSTILE + " | overdue=0\n"),
    )
    assert [line for line in told if "\x1b" in line or "\n" in line] == []
    assert "|" not in told[2]


def test_records_have_the_fields_that_are_told_of_them() -> None:
    assert tuple(attention.check_record(LATE)) == FIELDS["checks"]
    assert attention.check_record(LATE)["since"] == "2018-12-08"
    assert tuple(attention.problem_record(Problem("date", "e1", "late"))) == FIELDS["problems"]
