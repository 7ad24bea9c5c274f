"""Reports found by what makes them the same: none is missed that a look at every one would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.recognise import likeness
from inspect_cli.workflow.alike import Alike
from tests.builders import report

SKETCHES = st.sets(st.integers(0, 40), max_size=64).map(lambda runs: tuple(sorted(runs)))


@given(st.lists(SKETCHES, max_size=12), SKETCHES, st.sampled_from((0.3, 0.4, 0.5, 0.9, 1.0)))
def test_every_report_that_is_so_much_alike_is_found(
    known: list[tuple[int, ...]], sketch: tuple[int, ...], floor: float
) -> None:
    reports = [report(id=f"r{number}", sketch=own) for number, own in enumerate(known)]
    alike = [one for one in reports if likeness(sketch, one.sketch) >= floor]
    found = Alike(reports).with_words(sketch, floor)
    assert [one for one in found if one in alike] == alike


def test_a_report_with_nothing_in_common_is_not_looked_at() -> None:
    assert Alike([report(sketch=(1, 2, 3))]).with_words((4, 5, 6), 0.4) == []


def test_what_stands_in_every_report_is_not_looked_at_where_something_rarer_must_be_shared() -> None:
    reports = [report(id=f"r{number}", sketch=(1, 2, 10 + 2 * number, 11 + 2 * number)) for number in range(9)]
    assert Alike(reports).with_words((1, 2, 10, 11), 0.9) == reports[:1]


def test_a_report_takes_the_place_of_the_one_with_its_id_and_one_that_is_dropped_is_found_by_nothing() -> None:
    former, later = report(id="r1", sha256="one", sketch=(1,)), report(id="r1", sha256="two", sketch=(2,))
    held = Alike([former])
    held.put(later)
    assert (held.get("r1"), held.with_bytes("one"), held.with_bytes("two")) == (later, None, later)
    assert (held.with_words((1,), 0.5), held.with_words((2,), 0.5)) == ([], [later])
    held.drop("r1")
    assert (held.get("r1"), held.with_bytes("two"), held.with_words((2,), 0.5)) == (None, None, [])


def test_a_file_is_known_by_its_whole_path_alone() -> None:
    held = Alike([report(id="r1", file="/old/a.txt"), report(id="r2", file="a.txt")])
    assert [one.id for one in held.from_file("/old/a.txt")] == ["r1"]
    assert held.from_file("a.txt") == []
