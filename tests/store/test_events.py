"""The log of decisions: appended, in the order of time, and untouched by imports, links and re-reads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from inspect_cli.errors import StoreError
from inspect_cli.model import EventKind, Extraction, Linked
from inspect_cli.store import STORE_FILE, open_register
from inspect_cli.track.events import by_area, rulings, standing, undo_events, undone_by
from tests.builders import area, finding, report
from tests.storing import change, put_tables, stored_tables
from tests.track.log import BY, COMMANDS, START, event, perform, status

SAID = status("open")
LATER = status("complete", day=1, before="open")


def test_events_are_read_in_the_order_of_time_whatever_the_order_they_were_written_in(tmp_path: Path) -> None:
    with change(tmp_path) as draft:
        draft.add_events([LATER])
    with change(tmp_path) as draft:
        draft.add_events([SAID])
        assert draft.events == (SAID, LATER)
    assert open_register(tmp_path).events == (SAID, LATER)


def test_a_store_without_events_has_none(tmp_path: Path) -> None:
    assert open_register(tmp_path).events == ()
    with change(tmp_path) as draft:
        draft.put_report(report(), Extraction(), ("text",))
        assert draft.events == ()
    assert open_register(tmp_path).events == ()


def test_an_event_is_never_written_over(tmp_path: Path) -> None:
    with change(tmp_path) as draft:
        draft.add_events([SAID])
    stored = (tmp_path / STORE_FILE).read_bytes()
    with pytest.raises(StoreError, match=SAID.id), change(tmp_path) as draft:
        draft.add_events([LATER, SAID])
    assert (tmp_path / STORE_FILE).read_bytes() == stored


def test_no_change_of_reports_or_links_touches_an_event(tmp_path: Path) -> None:
    held = area(finding())
    with change(tmp_path) as draft:
        draft.put_report(report(), Extraction(findings=(finding(),)), ("text",))
        draft.set_linked("cheshire", Linked((held,), ()), {})
        draft.add_events([event(EventKind.NOTE, area=held.id, note="asked"), LATER])
    before = open_register(tmp_path).events
    with change(tmp_path) as draft:
        draft.put_report(report(title="New"), Extraction(), ("new",))
        draft.set_linked("cheshire", Linked((), ()), {held.id: "a2"})
    with change(tmp_path) as draft:
        draft.drop_report(report().id)
    assert open_register(tmp_path).events == before
    assert len(before) == 2


def test_a_row_that_can_be_no_event_is_said_to_be_damage(tmp_path: Path) -> None:
    with change(tmp_path) as draft:
        draft.add_events([SAID])
    stored = stored_tables(tmp_path)
    for row in stored["events"].values():
        row["after"] = "finished"
    put_tables(tmp_path, **stored)
    with pytest.raises(StoreError, match="table 'events'"):
        assert open_register(tmp_path).events


@settings(max_examples=25, deadline=None)
@given(COMMANDS)
def test_any_log_folds_to_the_same_after_it_was_stored_and_loaded(commands: list[Any]) -> None:
    steps = perform(commands)
    log = [one for step in steps for one in step]
    with TemporaryDirectory() as folder:
        for step in steps:
            with change(Path(folder)) as draft:
                draft.add_events(step)
        loaded = open_register(Path(folder)).events
    assert set(loaded) == set(log)
    assert len(loaded) == len(log)
    assert (rulings(loaded), undone_by(loaded)) == (rulings(log), undone_by(log))
    kept, told = by_area(loaded, str), by_area(log, str)
    assert {one: standing(found) for one, found in kept.items()} == {
        one: standing(found) for one, found in told.items()
    }
    after = START + timedelta(days=9)
    assert undo_events(loaded, after, BY) == undo_events(log, after, BY)
