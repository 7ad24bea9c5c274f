"""Former states: kept, thinned out, brought back byte for byte; a damaged store is moved aside and never lost."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.errors import StoreError, UsageError
from inspect_cli.model import Extraction
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.store.backups import backups, set_aside
from inspect_cli.store.content import Meta, compose, read_head
from inspect_cli.store.locking import Writing
from inspect_cli.store.restoring import formers, keep_now, plan_restore, restore
from tests.builders import report
from tests.storing import WHEN, change, put_tables
from tests.track.log import status

HOW = Writing(WHEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder whose store saw three changes: an event, another event, a report."""
    for day in (1, 2):
        with change(tmp_path) as draft:
            draft.add_events([status("open", day=day)])
    with change(tmp_path) as draft:
        draft.put_report(report(), Extraction(), ("a text",))
    return tmp_path


def rest(path: Path) -> bytes:
    """Give the bytes of all tables but the head."""
    content = path.read_bytes()
    head = read_head(content)
    assert head is not None
    return content[head[1] :]


def number(folder: Path) -> int:
    head = read_head((folder / STORE_FILE).read_bytes())
    assert head is not None
    return head[0].change


def cut_off(path: Path) -> bytes:
    content = path.read_bytes()[:-9]
    path.unlink()  # a former state may be another name of the same file
    path.write_bytes(content)
    return content


def test_a_former_state_is_brought_back_as_a_change_of_its_own_and_the_one_before_it_can_be_again(folder: Path) -> None:
    before = rest(folder / STORE_FILE)
    done = restore(folder, 1, HOW)
    assert (done.written, done.change, done.before, done.damaged, number(folder)) == (True, 4, 3, None, 4)
    assert [event.id for event in open_register(folder).events] == [status("open", day=1).id]
    assert restore(folder, 3, HOW).change == 5
    assert rest(folder / STORE_FILE) == before


STEPS = st.lists(st.sampled_from(["event", "report", "drop", "restore", "backup"]), min_size=2, max_size=8)


@given(STEPS, st.data())
def test_every_kept_state_comes_back_byte_for_byte_whatever_was_done_since(
    steps: list[str], chosen: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        states: dict[int, bytes] = {}
        for day, step in enumerate(["event", *steps], start=1):
            do(folder, step, day)
            states[number(folder)] = rest(folder / STORE_FILE)
        for kept in backups(folder):
            assert rest(kept.path) == states[kept.change]
        if changes := sorted({backup.change for backup in backups(folder)}):
            one = chosen.draw(st.sampled_from(changes))
            done = restore(folder, one, HOW)
            assert rest(folder / STORE_FILE) == states[one]
            assert done.same or number(folder) > max(states)


def do(folder: Path, step: str, day: int) -> None:
    """Take one step in the life of a store."""
    if step == "backup":
        keep_now(folder, HOW)
    elif step == "restore" and backups(folder):
        restore(folder, backups(folder)[-1].change, HOW)
    else:
        with change(folder) as draft:
            if step == "report":
                draft.put_report(report(id=f"r{day}"), Extraction(), (f"text {day}",))
            elif step == "drop" and draft.reports:
                draft.drop_report(draft.reports[0].id)
            else:
                draft.add_events([status("open", day=day)])


def test_what_stands_already_is_not_restored(folder: Path) -> None:
    keep_now(folder, HOW)
    before = (folder / STORE_FILE).read_bytes()
    done = restore(folder, 3, HOW)
    assert (done.same, done.written, done.change) == (True, False, None)
    assert (folder / STORE_FILE).read_bytes() == before


def test_a_plan_writes_nothing(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    done = plan_restore(folder, 1)
    assert (done.written, done.state.change, done.state.events) == (False, 1, 1)
    assert (sorted(folder.rglob("*")), number(folder)) == (before, 3)


def test_a_backup_on_request_is_a_copy_of_its_own(folder: Path) -> None:
    kept = keep_now(folder, HOW)
    path = Path(kept.file)
    assert (kept.change, kept.reports, kept.events, kept.kept, kept.good) == (3, 1, 2, True, True)
    assert path.read_bytes() == (folder / STORE_FILE).read_bytes()
    assert path.stat().st_ino != (folder / STORE_FILE).stat().st_ino
    assert path.stat().st_mode & 0o777 == 0o600
    assert keep_now(folder, HOW).file == kept.file


@pytest.mark.parametrize("spoil", [cut_off, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"{}")])
def test_a_damaged_store_is_moved_aside_and_a_good_state_takes_its_place(folder: Path, spoil: Any) -> None:
    path = folder / STORE_FILE
    spoil(path)
    spoilt = path.read_bytes()
    done = restore(folder, 2, HOW)
    assert [str(one) for one in set_aside(folder)] == [done.damaged]
    assert Path(str(done.damaged)).read_bytes() == spoilt
    assert len(open_register(folder).events) == 2
    assert {one.change for one in formers(folder)} == {1, 2}


def test_two_damaged_stores_of_one_moment_are_both_kept(folder: Path) -> None:
    for words in (b"one", b"two"):
        (folder / STORE_FILE).write_bytes(words)
        restore(folder, 1, HOW)
    assert {one.read_bytes() for one in set_aside(folder)} == {b"one", b"two"}


def test_where_the_write_fails_the_damaged_store_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(place: Path) -> None:
        raise OSError(5, f"{place}: Input/output error")

    spoilt = cut_off(folder / STORE_FILE)
    monkeypatch.setattr("inspect_cli.store.committing.sync_folder", fails)
    with pytest.raises(StoreError):
        restore(folder, 1, HOW)
    assert (folder / STORE_FILE).read_bytes() == spoilt


def test_a_newer_store_is_never_replaced(folder: Path) -> None:
    newer = b"".join(compose({}, Meta(schema=99, change=7)))
    (folder / STORE_FILE).write_bytes(newer)
    with pytest.raises(StoreError, match="newer version"):
        restore(folder, 1, HOW)
    with pytest.raises(StoreError, match="newer version"):
        keep_now(folder, HOW)
    assert (folder / STORE_FILE).read_bytes() == newer


def test_a_damaged_former_state_is_refused_with_the_newest_good_one(folder: Path) -> None:
    cut_off(backups(folder)[0].path)
    assert [(one.change, one.good, one.reports) for one in formers(folder)] == [(2, False, None), (1, True, 0)]
    with pytest.raises(StoreError, match=r"of change 2 .* is damaged") as caught:
        restore(folder, 2, HOW)
    assert "inspect-cli restore 1" in caught.value.hint
    assert number(folder) == 3


def test_a_good_state_is_taken_where_another_of_the_same_change_is_damaged(folder: Path) -> None:
    kept = keep_now(folder, HOW)
    with change(folder) as draft:
        draft.drop_report(report().id)
    cut_off(Path(kept.file))
    assert restore(folder, 3, HOW).written


def test_a_change_that_nothing_is_kept_of_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No state of change 99"):
        restore(folder, 99, HOW)
    with pytest.raises(UsageError) as caught:
        restore(tmp_path / "none", 1, HOW)
    assert "import" in caught.value.hint
    assert not (tmp_path / "none").exists()


def test_without_a_store_there_is_nothing_to_keep(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        keep_now(tmp_path / "none", HOW)
    assert not (tmp_path / "none").exists()


def test_a_store_that_was_deleted_is_brought_back(folder: Path) -> None:
    (folder / STORE_FILE).unlink()
    done = restore(folder, 2, HOW)
    assert (done.change, done.before, done.damaged) == (3, None, None)


def test_reports_whose_text_is_gone_are_told(folder: Path) -> None:
    with change(folder) as draft:
        draft.drop_report(report().id)
    shutil.rmtree(folder / "texts")
    assert restore(folder, 3, HOW).missing == (report().id,)


def test_no_number_is_given_twice_though_the_store_began_anew(folder: Path) -> None:
    (folder / STORE_FILE).unlink()
    with change(folder) as draft:
        draft.add_events([status("open", day=9)])
    assert number(folder) == 3
    restore(folder, 1, HOW)
    assert number(folder) == 4
    assert len({backup.change for backup in backups(folder)}) == len(backups(folder))


def test_a_head_with_a_spoilt_time_is_damaged(folder: Path) -> None:
    path = folder / STORE_FILE
    path.write_bytes(spoilt := path.read_bytes().replace(b"2024-05-06T", b"2024-05-16T"))
    with pytest.raises(StoreError, match="checksum"), change(folder) as draft:
        draft.add_events([status("open", day=9)])
    assert path.read_bytes() == spoilt


@pytest.mark.parametrize("name", ["000001-20249999T999999.json", "x.json", "٠٠٠٠٠١.json", "000001-kept-2.json"])
def test_a_file_of_another_name_among_the_former_states_stops_nothing(folder: Path, name: str) -> None:
    (folder / "backups" / name).write_bytes(b"")
    with change(folder) as draft:
        draft.add_events([status("open", day=9)])
    assert number(folder) == 4
    assert formers(folder)


def test_a_half_copy_is_never_taken_for_a_former_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "no links here")

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.link", no_links)
    with monkeypatch.context() as while_full:
        while_full.setattr("os.fsync", full)
        with pytest.raises(StoreError, match="no space"), change(folder) as draft:
            draft.add_events([status("open", day=8)])
    before = (folder / STORE_FILE).read_bytes()
    with change(folder) as draft:
        draft.add_events([status("open", day=9)])
    assert backups(folder)[0].path.read_bytes() == before


def test_a_state_of_the_first_schema_is_listed_and_brought_back_upgraded(folder: Path) -> None:
    old = {"meta": {"1": {"schema": 1}}, "events": {}, "reports": {}}
    (folder / "backups" / "000000.json").write_text(json.dumps(old), encoding="utf-8")
    state = formers(folder)[-1]
    assert (state.change, state.at, state.reports, state.events, state.good) == (0, None, 0, 0, True)
    restore(folder, 0, HOW)
    assert open_register(folder).events == ()
    assert number(folder) == 4


def test_a_store_made_by_other_hands_is_no_bar(tmp_path: Path) -> None:
    put_tables(tmp_path)
    kept = keep_now(tmp_path, HOW)
    assert (kept.change, kept.at) == (0, None)
