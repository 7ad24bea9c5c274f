"""All of a store taken out and put in elsewhere holds the same, whatever went before."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.errors import UsageError
from inspect_cli.show.carried import export_pieces
from inspect_cli.store import open_register
from inspect_cli.workflow.carrying import export, import_all
from inspect_cli.workflow.unpacking import unpack
from tests.running import snapshot
from tests.workflow.analysts import DECISIONS, FILES, MERGING, Analyst, Step, facts, rows

IMPORTS = st.builds(Step, st.just("import"), st.integers(0, len(FILES) - 1))
RULINGS = st.builds(Step, st.sampled_from(DECISIONS), st.integers(0, 9))


def _written(folder: Path) -> bytes:
    whole = export(folder, "0.2.0")
    return "".join(export_pieces(whole.head, whole.reports, whole.events)).encode()


@settings(max_examples=25)
@given(IMPORTS, st.lists(IMPORTS | RULINGS, max_size=10))
def test_what_is_taken_in_is_what_was_written(first: Step, more: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, there = Path(name) / "here", Path(name) / "there"
        folder.mkdir()
        Analyst(folder, "A. Analyst", 0).do(first, *more)
        content = _written(folder)
        assert import_all(there, unpack(content, "here.json"), MERGING)
        assert facts(there) == facts(folder)
        assert rows(there) == rows(folder)
        assert _written(there) == content


def test_former_ids_come_along(tmp_path: Path) -> None:
    folder, there = tmp_path / "here", tmp_path / "there"
    folder.mkdir()
    Analyst(folder, "A. Analyst", 0).do(Step("import", 1), Step("import", 0))
    assert open_register(folder).aliases
    import_all(there, unpack(_written(folder), "here.json"), MERGING)
    assert open_register(there).aliases == open_register(folder).aliases


def test_text_that_acts_on_a_terminal_is_spelt_out_in_the_file_and_comes_back_as_it_was(tmp_path: Path) -> None:
    folder, there = tmp_path / "here", tmp_path / "there"
    folder.mkdir()
    hostile = "A.\x1b]0;x\x07\x9b2J\u202e\u2028\ufeff[/red]<script>=cmd|' /C calc'!A0 Analyst"
    Analyst(folder, hostile, 0).do(Step("import", 1), Step("note", 0), Step("rename", 0), Step("owner", 1))
    content = _written(folder)
    assert not set(content.decode()) & set("\x1b\x07\x9b\u202e\u2028\ufeff")
    import_all(there, unpack(content, "here.json"), MERGING)
    assert facts(there) == facts(folder)
    assert any("\x1b]0;x\x07" in (event.note or "") for event in open_register(there).events)


def test_a_store_that_holds_something_takes_nothing_in(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    Analyst(folder, "A. Analyst", 0).do(Step("import", 1))
    content, before = unpack(_written(folder), "here.json"), snapshot(folder)
    with pytest.raises(UsageError, match="holds something already"):
        import_all(folder, content, MERGING)
    assert snapshot(folder) == before
