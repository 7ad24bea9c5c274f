"""The only clock, and who it is that decides."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspect_cli.cli.session import CLOCK, Session, read_moment
from inspect_cli.errors import UsageError
from tests.running import run

SUMMER = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-31T09:30:00+01:00", datetime(2026, 7, 31, 9, 30, tzinfo=SUMMER)),
        ("2026-07-31T09:30Z", datetime(2026, 7, 31, 9, 30, tzinfo=UTC)),
        (" 2026-07-31 ", datetime(2026, 7, 31, tzinfo=UTC)),
    ],
)
def test_the_clock_is_what_it_is_told_to_be(text: str, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLOCK, text)
    session = Session({})
    assert (session.now, session.now.utcoffset(), session.today) == (moment, moment.utcoffset(), moment.date())


@pytest.mark.parametrize("text", ["2026-07-31T09:30:00", "soon", "31 July 2026", "2026-02-30", "2026"])
def test_a_clock_without_a_zone_or_a_day_is_wrong_usage(
    text: str, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match="no moment"):
        read_moment(text, CLOCK)
    monkeypatch.setenv(CLOCK, text)
    ran = run("areas", data=imported)
    assert (ran.status, ran.out) == (2, "")
    assert f"{CLOCK} is '{text}'" in ran.err
    assert "2026-12-31T09:00:00+00:00" in ran.err


def test_what_is_asked_is_asked_on_the_day_the_clock_tells(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLOCK, "2018-12-01")
    due = run("status", "--json", data=imported).json()
    assert (due["overdue"], len(due["due_soon"])) == ([], 1)
    monkeypatch.setenv(CLOCK, "2018-12-09")
    late = run("status", "--json", data=imported).json()
    assert (late["overdue"], late["due_soon"]) == (due["due_soon"], [])


def test_days_are_counted_from_the_clocks_own(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLOCK, "2020-01-01")
    assert "as things stood on 31 December 2019" in run("areas", "--as-of", "yesterday", data=imported).out


def test_without_a_clock_of_its_own_a_session_asks_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CLOCK, raising=False)
    session = Session({})
    assert session.now.tzinfo is not None
    assert session.today >= date(2024, 1, 1)


def test_who_decides_is_the_one_named_else_that_of_the_settings_else_who_is_logged_in(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "login")
    assert Session({"data": str(data)}).by == "login"
    (data / "settings.toml").write_text('by = "A. Analyst"\n', encoding="utf-8")
    assert Session({"data": str(data)}).by == "A. Analyst"
    assert Session({"data": str(data), "by": "B. Other"}).by == "B. Other"


def test_where_nobody_is_known_to_decide_one_must_be_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", unknown)
    with pytest.raises(UsageError) as refused:
        _ = Session({"data": str(data)}).by
    assert "--by NAME" in refused.value.hint
