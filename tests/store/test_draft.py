"""One change is one write or none, and writers wait for each other."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from filelock import FileLock
from tinydb import TinyDB

from inspect_cli.errors import StoreError
from inspect_cli.model import Extraction, Figure, Linked, Resolution, Span, Unclaimed
from inspect_cli.store import LOCK_FILE, STORE_FILE, open_register, read_text
from tests.builders import area, finding, judgement, reference, report
from tests.storing import change

TEXT = ("first line", "", "third — line", "")
WHEN = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
ONE = report(id="r1", imported_at=WHEN)
TWO = report(id="r2", imported_at=WHEN)


def says(report_id: str, text: str = "The force should clear its backlogs.") -> Extraction:
    return Extraction(
        (judgement(report=report_id),),
        (finding(text, report=report_id),),
        (reference(report=report_id),),
        (Figure(35, "officers", Span(1, 1, 0, 5)),),
        (Unclaimed(3, "should", "third line"),),
    )


def store_one(folder: Path) -> None:
    with change(folder) as draft:
        draft.put_report(ONE, says("r1"), TEXT)


def test_what_was_put_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    linked = Linked((area(),), (Resolution("x1", "f1", None),))
    with change(folder) as draft:
        draft.put_report(ONE, says("r1"), TEXT)
        draft.set_linked("cheshire", linked, {"aold": "anew"})
    register = open_register(folder)
    assert register.exists
    assert register.reports == (ONE,)
    assert register.extraction("r1") == says("r1")
    assert (register.areas, register.resolutions) == (linked.areas, linked.resolutions)
    assert register.aliases == {"aold": "anew"}
    assert read_text(folder, register.reports[0]) == register.text(register.reports[0]) == TEXT
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_draft_sees_what_was_put(tmp_path: Path) -> None:
    with change(tmp_path) as draft:
        draft.put_report(ONE, says("r1"), TEXT)
        assert draft.reports == (ONE,)
        assert draft.extraction("r1") == says("r1")
        assert draft.findings == says("r1").findings
        assert draft.references == says("r1").references
        assert draft.text("r1") == TEXT


def test_the_draft_sees_a_change_to_what_it_has_read_before(tmp_path: Path) -> None:
    store_one(tmp_path)
    with change(tmp_path) as draft:
        assert ([one.id for one in draft.reports], draft.areas, draft.aliases) == (["r1"], (), {})
        draft.put_report(TWO, says("r2"), TEXT)
        draft.set_linked("cheshire", Linked((area(id="anew01"),), ()), {"aold01": "anew01"})
        assert [one.id for one in draft.reports] == ["r1", "r2"]
        assert {one.report for one in draft.findings} == {one.report for one in draft.references} == {"r1", "r2"}
        assert ([one.id for one in draft.areas], draft.aliases) == (["anew01"], {"aold01": "anew01"})


def test_a_report_put_again_replaces_all_its_rows_and_no_others(tmp_path: Path) -> None:
    with change(tmp_path) as draft:
        draft.put_report(ONE, says("r1"), TEXT)
        draft.put_report(TWO, says("r2"), TEXT)
    with change(tmp_path) as draft:
        draft.put_report(replace(ONE, title="New"), Extraction(), ("new",))
    register = open_register(tmp_path)
    assert [one.title for one in register.reports] == ["New", TWO.title]
    assert register.extraction("r1") == Extraction()
    assert register.extraction("r2") == says("r2")
    assert register.text(register.reports[0]) == ("new",)


def test_a_dropped_report_is_gone_and_its_text_stays_for_the_former_state(tmp_path: Path) -> None:
    store_one(tmp_path)
    (before,) = open_register(tmp_path).reports
    with change(tmp_path) as draft:
        draft.drop_report("r1")
        draft.drop_report("rnever")
        with pytest.raises(StoreError, match="r1"):
            draft.text("r1")
    register = open_register(tmp_path)
    assert (register.reports, register.findings, register.figures) == ((), (), {})
    assert read_text(tmp_path, before) == TEXT


def test_linking_one_force_leaves_the_others(tmp_path: Path) -> None:
    kent = area(id="akent", force="kent")
    with change(tmp_path) as draft:
        draft.set_linked("kent", Linked((kent,), (Resolution("x1", None, "two candidates"),)), {})
        draft.set_linked("cheshire", Linked((area(),), ()), {"a1": "a2"})
    with change(tmp_path) as draft:
        draft.set_linked("cheshire", Linked((), ()), {"a3": "a4"})
    register = open_register(tmp_path)
    assert register.areas == (kent,)
    assert register.resolutions == (Resolution("x1", None, "two candidates"),)
    assert register.aliases == {"a3": "a4"}


def test_the_order_of_putting_does_not_show_in_the_file(tmp_path: Path) -> None:
    for folder, order in ((tmp_path / "a", (ONE, TWO)), (tmp_path / "b", (TWO, ONE))):
        with change(folder) as draft:
            for one in order:
                draft.put_report(one, says(one.id), TEXT)
    assert (tmp_path / "a" / STORE_FILE).read_bytes() == (tmp_path / "b" / STORE_FILE).read_bytes()


def test_tinydb_itself_opens_the_file(tmp_path: Path) -> None:
    store_one(tmp_path)
    with TinyDB(tmp_path / STORE_FILE) as db:
        assert db.tables() >= {"meta", "reports", "judgements", "findings", "references"}
        assert [row["id"] for row in db.table("reports")] == ["r1"]


def test_a_whole_change_is_one_write(tmp_path: Path) -> None:
    store_one(tmp_path)
    with patch("inspect_cli.store.draft.replace_store") as written, change(tmp_path) as draft:
        for number in range(20):
            draft.put_report(report(id=f"r{number}"), says(f"r{number}"), TEXT)
    assert written.call_count == 1


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    store_one(tmp_path)
    with patch("inspect_cli.store.draft.replace_store") as written:
        store_one(tmp_path)
    assert not written.called


def test_an_error_inside_stores_nothing(tmp_path: Path) -> None:
    store_one(tmp_path)
    before = (tmp_path / STORE_FILE).read_bytes()
    with pytest.raises(ZeroDivisionError), change(tmp_path) as draft:
        draft.put_report(TWO, says("r2"), TEXT)
        raise ZeroDivisionError
    assert (tmp_path / STORE_FILE).read_bytes() == before
    assert len(list((tmp_path / "texts").iterdir())) == 1


def test_a_write_that_fails_keeps_the_old_text_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_one(tmp_path)
    before = (tmp_path / STORE_FILE).read_bytes()

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", read_only)
    with pytest.raises(StoreError, match="read-only") as caught, change(tmp_path) as draft:
        draft.put_report(ONE, says("r1"), ("another text",))
    assert "--data" in caught.value.hint
    assert (tmp_path / STORE_FILE).read_bytes() == before
    register = open_register(tmp_path)
    assert register.text(register.reports[0]) == TEXT


def test_a_second_writer_is_told_of_the_lock(tmp_path: Path) -> None:
    with FileLock(tmp_path / LOCK_FILE):
        with pytest.raises(StoreError, match=LOCK_FILE) as caught, change(tmp_path, wait=0):
            pytest.fail("two writers at once")
        assert caught.value.exit_status == 4


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), change(tmp_path):
        raise ZeroDivisionError
    with change(tmp_path, wait=0) as draft:
        assert draft.reports == ()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="there is a file"), change(tmp_path / "data"):
        pytest.fail("a file is no folder")


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", denied)
    with pytest.raises(StoreError, match="permission was denied"), change(tmp_path):
        pytest.fail("no lock was had")


def test_an_error_of_the_block_is_not_taken_for_one_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), change(tmp_path):
        raise FileNotFoundError("a file of the caller's")


def test_a_store_that_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_one(tmp_path)
    known = open_register(tmp_path)
    monkeypatch.setattr("inspect_cli.store.loading.parse", lambda *_: pytest.fail("it was read again"))
    with change(tmp_path, known=known) as draft:
        assert draft.stored is known


def test_a_store_that_another_changed_in_between_is_read_again(tmp_path: Path) -> None:
    store_one(tmp_path)
    known = open_register(tmp_path)
    with change(tmp_path) as draft:
        draft.put_report(TWO, says("r2"), TEXT)
    with change(tmp_path, known=known) as draft:
        assert draft.reports == draft.stored.reports == (ONE, TWO)
    (tmp_path / STORE_FILE).unlink()
    with change(tmp_path, known=known) as draft:
        assert draft.reports == ()
