"""Former states are thinned out: the last so many stay, and the last of each day for so many days."""

from __future__ import annotations

import json
import os
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inspect_cli import store
from inspect_cli.store.backups import Keep, backup_name, backups, thin_out
from inspect_cli.store.content import Meta
from inspect_cli.store.locking import Writing
from inspect_cli.store.tables import STORE_FILE
from tests.storing import WHEN, change
from tests.track.log import status

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


@given(st.lists(st.integers(-2, 100), max_size=80), st.integers(1, 25), st.integers(0, 1_000_000_000))
def test_the_last_so_many_stay_and_one_a_day_for_so_many_days(ages: list[int], last: int, days: int) -> None:
    moments = [NOW - timedelta(days=age, minutes=place) for place, age in enumerate(sorted(ages))][::-1]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        place = folder / "backups"
        place.mkdir()
        for one, at in enumerate(moments, start=1):
            (place / backup_name(Meta(change=one, at=at.isoformat()))).touch()
        (place / backup_name(Meta(change=1, at=NOW.isoformat()), kept=True)).touch()
        thin_out(folder, NOW, Keep(last, days))
        left = backups(folder)
    assert [one.change for one in left if one.kept] == [1]
    stayed = {one.change for one in left if not one.kept}
    newest = set(range(max(len(moments) - last, 0) + 1, len(moments) + 1))
    last_of_day: dict[date, int] = {at.date(): one for one, at in enumerate(moments, start=1)}
    recent = {one for day, one in last_of_day.items() if (NOW.date() - day).days < days}
    assert stayed == newest | recent


def test_thinning_out_stops_no_change_where_a_former_state_cannot_be_taken_away(tmp_path: Path) -> None:
    (tmp_path / "backups" / "000000.json").mkdir(parents=True)
    with change(tmp_path) as draft:
        draft.add_events([status("open", day=1)])
    with store.change(tmp_path, Writing(WHEN, keep=Keep(1, 0))) as draft:
        draft.add_events([status("open", day=9)])
    assert [one.change for one in backups(tmp_path)] == [1, 0]


def test_the_state_before_a_change_is_kept_also_where_an_older_store_was_put_back_by_hand(tmp_path: Path) -> None:
    how = Writing(WHEN, keep=Keep(2, 0))
    for day in range(1, 9):
        with store.change(tmp_path, how) as draft:
            draft.add_events([status("open", day=day)])
        if day == 1:
            old = (tmp_path / STORE_FILE).read_bytes()
    (tmp_path / STORE_FILE).write_bytes(old)
    with store.change(tmp_path, how) as draft:
        draft.add_events([status("open", day=9)])
    assert old in [one.path.read_bytes() for one in backups(tmp_path)]


def test_two_stores_of_the_first_schema_are_two_former_states(tmp_path: Path) -> None:
    path = tmp_path / STORE_FILE
    for day in (1, 2):
        path.write_text(json.dumps({"meta": {"1": {"schema": 1}}, "events": {}, "reports": {}, str(day): {}}))
        os.utime(path, (day, day))
        with change(tmp_path) as draft:
            draft.add_events([status("open", day=day)])
    kept = [json.loads(one.path.read_bytes()) for one in backups(tmp_path)]
    assert sorted(key for one in kept for key in one if key.isdecimal()) == ["1", "2"]


def test_of_states_with_one_number_the_later_comes_first_whatever_day_their_names_tell(tmp_path: Path) -> None:
    names = ("000000-00010101T000000.json", "000000-20240506T070809.json", "000000.json", "000001.json")
    (tmp_path / "backups").mkdir()
    for name in names:
        (tmp_path / "backups" / name).touch()
    assert [one.path.name for one in backups(tmp_path)] == [names[3], names[1], names[0], names[2]]
