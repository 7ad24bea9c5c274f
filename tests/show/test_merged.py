"""What came of joining two copies, for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inspect_cli.model import Conflict, Holds, MergeOutcome, ReportView, Side, Version
from inspect_cli.show import merged
from tests.show import decided
from tests.show.samples import RECORD, look, printed, widest

AT = datetime(2026, 3, 2, tzinfo=UTC)
HOSTILE = "\x1b[31mrun\u202e [bold]=cmd|' /C calc'!A0"
NONE = MergeOutcome((), ("r1", "r2"), (), (), (), 41, (), {}, written=False)
CONFLICT = Conflict(
    "due", "a7k2m00", "Training", None, Side("2026-05-01", "A", AT), Side(None, "B. Deputy", AT), Holds.THEIRS
)
MEMBER = CONFLICT._replace(
    what="member", find="f4k2m", ours=Side("not in a7k2m00", "A", AT), theirs=Side("a7k2m00", "B", AT), holds=Holds.BOTH
)
ODD = CONFLICT._replace(what="owner", title=HOSTILE, ours=Side(HOSTILE, HOSTILE, AT), theirs=Side("x", "B", None))
WHOLE = NONE._replace(
    new=(ReportView(replace(RECORD, title=HOSTILE), 1, 2, 3),),
    updated=(RECORD.id,),
    versions=(Version(replace(RECORD, imported_at=AT), RECORD, ours=False),),
    events=decided.LOG,
    conflicts=(CONFLICT, MEMBER, ODD),
    renamed={f"a{number}": "a7k2m00" for number in range(9)},
    written=True,
)


def _shown(outcome: MergeOutcome, width: int | None = 140, *, dry: bool = False) -> str:
    return printed(merged.merge_text(outcome, look(width), dry=dry), width)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_it_fits_its_terminal(width: int) -> None:
    assert widest(_shown(WHOLE, width)) <= width


@pytest.mark.parametrize("width", [80, None])
def test_text_from_a_copy_acts_on_nothing(width: int | None) -> None:
    shown = _shown(WHOLE, width)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]" in shown


def test_where_nothing_came_it_is_said() -> None:
    assert _shown(NONE) == "Nothing new: 2 reports and 41 decisions are here already.\n"
    assert merged.merge_footer(NONE) == []
    assert merged.rows(NONE) == []


def test_a_plan_says_first_that_it_is_one() -> None:
    assert _shown(WHOLE, dry=True).startswith("Nothing is written; this is the plan.\n")


def test_each_side_of_a_conflict_has_its_value_and_who_and_when() -> None:
    shown = _shown(WHOLE, 200)
    assert "1 May 2026 (A, 2 Mar 2026)" in shown
    assert "– (B. Deputy, 2 Mar 2026)" in shown
    assert "not in a7k2m" in shown
    assert "kept theirs, imported 2 Mar 2026; ours gave way" in " ".join(shown.split())


def test_many_ids_that_changed_are_counted() -> None:
    shown = _shown(WHOLE)
    assert shown.count("is a7k2m00 now") == 5
    assert "and 4 more; --json has all" in shown


def test_scripts_get_a_flat_row_for_each_thing_that_came() -> None:
    outcomes = [row["outcome"] for row in merged.rows(WHOLE)]
    assert outcomes == [
        "new",
        "updated",
        "version",
        *["event"] * len(decided.LOG),
        *["conflict"] * 3,
        *["renamed"] * 9,
    ]
    assert {tuple(row) for row in merged.rows(WHOLE)} == {merged.FIELDS}
