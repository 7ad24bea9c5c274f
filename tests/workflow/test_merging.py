"""Two analysts' copies joined: either way round and however often, the same store."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import snapshot
from tests.workflow.analysts import BEGIN, DECISIONS, FILES, Analyst, Step, facts, join, rows

IMPORTS = st.builds(Step, st.just("import"), st.integers(0, len(FILES) - 1))
RULINGS = st.builds(Step, st.sampled_from(DECISIONS), st.integers(0, 40))
STEPS = st.lists(IMPORTS | RULINGS | RULINGS, max_size=7)


def _both(base: Path, shared: Sequence[Step], ours: Sequence[Step], theirs: Sequence[Step]) -> tuple[Analyst, Analyst]:
    """Give two analysts who began with one store, and then each went on alone."""
    folder = base / "ours"
    folder.mkdir()
    first = Analyst(folder, "A. Analyst", 0)
    first.do(*shared)
    copy = first.copy("theirs")
    second = Analyst(copy, "B. Deputy", 1, first.now if shared else BEGIN)
    first.do(*ours)
    second.do(*theirs)
    return first, second


@settings(max_examples=25)
@given(st.lists(IMPORTS | RULINGS, max_size=5), STEPS, STEPS)
def test_merging_is_the_same_either_way_round_and_twice(
    shared: list[Step], ours: list[Step], theirs: list[Step]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        first, second = _both(Path(name), shared, ours, theirs)
        one, other = first.copy("one"), second.copy("other")
        join(one, second.carried())
        join(other, first.carried())
        assert facts(one) == facts(other)
        if one.joinpath("inspections.json").exists() and other.joinpath("inspections.json").exists():
            assert rows(one) == rows(other)
        before = snapshot(one)
        for again in (second.carried(), first.carried(), Analyst(other, "C", 2).carried()):
            assert not join(one, again).written
        assert snapshot(one) == before
