"""Reports found by what makes them the same: none is missed that a look at every one would find."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Report
from inspect_cli.recognise import likeness
from inspect_cli.workflow.alike import Alike
from tests.builders import report

SKETCHES = st.sets(st.integers(0, 40), max_size=64).map(lambda runs: tuple(sorted(runs)))


REPORTS = st.builds(
    lambda sketch, forces, year: report(sketch=sketch, forces=forces, inspection_year=year),
    SKETCHES,
    st.sampled_from(((), ("kent",), ("cheshire",), ("kent", "cheshire"), ("cheshire", "kent"))),
    st.sampled_from((None, 2016, 2018)),
)


def agree(one: Report, other: Report) -> bool:
    """Say whether forces and year are the same, or not known of both."""
    forces = not one.forces or not other.forces or set(one.forces) == set(other.forces)
    return forces and len({one.inspection_year, other.inspection_year} - {None}) < 2


@given(st.lists(REPORTS, max_size=12), REPORTS, st.sampled_from((0.3, 0.4, 0.5, 0.9, 1.0)))
def test_every_report_that_is_so_much_alike_and_agrees_is_found_and_none_that_does_not_agree(
    known: list[Report], read: Report, floor: float
) -> None:
    reports = [replace(one, id=f"r{number}") for number, one in enumerate(known)]
    alike = [one for one in reports if agree(read, one) and likeness(read.sketch, one.sketch) >= floor]
    found = Alike(reports).like(read, floor)
    assert [one for one in found if one in alike] == alike
    assert all(agree(read, one) for one in found)


def test_a_report_with_too_little_in_common_is_not_found() -> None:
    assert Alike([report(sketch=(1, 2, 3, 4))]).like(report(sketch=(1, 5, 6, 7)), 0.4) == []


def test_a_report_takes_the_place_of_the_one_with_its_id_and_one_that_is_dropped_is_found_by_nothing() -> None:
    former, later = report(id="r1", sha256="one", sketch=(1,)), report(id="r1", sha256="two", sketch=(2,))
    held = Alike([former])
    held.put(later)
    assert (held.get("r1"), held.with_bytes("one"), held.with_bytes("two")) == (later, None, later)
    assert (held.like(former, 0.5), held.like(later, 0.5)) == ([], [later])
    held.drop("r1")
    assert (held.get("r1"), held.with_bytes("two"), held.like(later, 0.5)) == (None, None, [])


def test_a_file_is_known_by_its_whole_path_alone() -> None:
    held = Alike([report(id="r1", file="/old/a.txt"), report(id="r2", file="a.txt")])
    assert [one.id for one in held.from_file("/old/a.txt")] == ["r1"]
    assert held.from_file("a.txt") == []
