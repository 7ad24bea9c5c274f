"""Two analysts' reports joined: one report by its hash, versions under one id, finds by their places."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from inspect_cli.model import Evidence, Extraction, Rung, Span, Told
from inspect_cli.workflow.joining import Joined, join_reports
from tests.builders import finding, report

EARLY, LATE = datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 2, 1, tzinfo=UTC)
HAY, OATS = "The force should buy hay for its horses.", "The force should buy oats for its horses."


def _told(name: str, content: str, *said: str, letter: str = "", **changes: Any) -> Told:
    """Make a report whose text is ``said``, a finding a line; the ids of its finds begin with ``letter``."""
    lines = said or (HAY,)
    finds = tuple(
        finding(text, report=name, id=f"f{letter}{number}{name}", span=Span(number, number, 0, len(text)))
        for number, text in enumerate(lines, 1)
    )
    about = report(id=name, sha256=content * 64, imported_at=EARLY, first_imported=EARLY, **changes)
    return Told(about, Extraction((), finds), lambda: lines)


def _joined(ours: Told, theirs: Told, *more: Told) -> Joined:
    """Join two stores, and see that the other way round it is the same."""
    one, other = join_reports([ours], [theirs, *more]), join_reports([theirs, *more], [ours])
    assert one.reports == other.reports
    assert one.renamed == other.renamed[::-1]
    return one


def _ids(joined: Joined) -> list[tuple[str, list[str]]]:
    return [(told.report.id, [find.id for find in told.extraction.findings]) for told in joined.reports]


def test_two_reports_stay_two() -> None:
    joined = _joined(_told("r1", "a"), _told("r2", "b"))
    assert [told.report.id for told in joined.reports] == ["r1", "r2"]
    assert (joined.same, joined.versions, joined.renamed) == ([], [], ({}, {}))


def test_the_same_hash_is_one_report() -> None:
    joined = _joined(_told("r1", "a"), _told("r1", "a"))
    assert _ids(joined) == [("r1", ["f1r1"])]
    assert len(joined.same) == 1


def test_of_two_ids_of_one_file_the_smaller_holds_and_its_finds_ids_with_it() -> None:
    joined = _joined(_told("r1", "a", HAY, letter="z"), _told("r2", "a", HAY, letter="a"))
    assert _ids(joined) == [("r1", ["fz1r1"])]
    assert joined.renamed == ({}, {"r2": "r1", "fa1r2": "fz1r1"})


def test_of_two_ids_of_one_find_in_one_report_the_smaller_holds() -> None:
    joined = _joined(_told("r1", "a", letter="z"), _told("r1", "a", letter="a"))
    assert _ids(joined) == [("r1", ["fa1r1"])]
    assert joined.renamed == ({"fz1r1": "fa1r1"}, {})


@pytest.mark.parametrize(
    ("change", "wins"),
    [
        ({"imported_at": LATE}, True),
        ({"extractor": 7}, True),
        ({"evidence": {"published": Evidence(Rung.GIVEN, None, "--published")}}, True),
        ({"evidence": {"published": Evidence(Rung.STATED, 3, "in the text")}, "imported_at": LATE}, True),
    ],
)
def test_of_two_readings_of_one_file_one_is_kept_by_what_was_given_then_by_the_rules_then_by_time(
    change: dict[str, Any], wins: bool
) -> None:
    ours = _told("r1", "a", title="ours")
    theirs = _told("r1", "a", title="theirs")
    theirs = replace(theirs, report=replace(theirs.report, **change))
    (kept,) = _joined(ours, theirs).reports
    assert (kept.report.title == "theirs") is wins


def test_what_a_person_gave_goes_before_a_later_import() -> None:
    ours = _told("r1", "a", title="given", evidence={"title": Evidence(Rung.GIVEN, None, "--title")})
    theirs = _told("r1", "a", title="read")
    theirs = replace(theirs, report=replace(theirs.report, imported_at=LATE))
    assert _joined(ours, theirs).reports[0].report.title == "given"


def test_of_two_versions_the_one_imported_later_is_kept_and_told() -> None:
    ours, theirs = _told("r1", "b"), _told("r1", "a", HAY, OATS)
    theirs = replace(theirs, report=replace(theirs.report, imported_at=LATE))
    joined = _joined(ours, theirs)
    assert [told.report.sha256[0] for told in joined.reports] == ["a"]
    ((kept, gone),) = joined.versions
    assert (kept.side, kept.told, gone.told) == (1, theirs, ours)


def test_of_two_versions_imported_at_one_moment_the_greater_hash_is_kept() -> None:
    joined = _joined(_told("r1", "b"), _told("r1", "a"))
    assert [told.report.sha256[0] for told in joined.reports] == ["b"]


def test_a_find_that_stands_in_both_versions_is_one_find() -> None:
    joined = _joined(_told("r1", "b", OATS, HAY, letter="z"), _told("r1", "a", HAY, letter="a"))
    assert _ids(joined) == [("r1", ["fz1r1", "fa1r1"])]
    assert joined.renamed[0] == {"fz2r1": "fa1r1"}


def test_what_is_two_reports_to_one_side_stays_two() -> None:
    joined = _joined(_told("r1", "a"), _told("r1", "b"), _told("r2", "a"))
    assert sorted((told.report.id, told.report.sha256[0]) for told in joined.reports) == [("r1", "b"), ("r2", "a")]


def test_a_parent_and_what_is_followed_go_by_their_new_ids() -> None:
    ours = _told("r1", "a", HAY, OATS, letter="z")
    theirs = _told("r1", "a", HAY, OATS, letter="a")
    first, second = ours.extraction.findings
    ours = replace(ours, extraction=Extraction((), (first, replace(second, parent=first.id))))
    ours = replace(ours, report=replace(ours.report, imported_at=LATE))
    (kept,) = _joined(ours, theirs).reports
    assert kept.extraction.findings[1].parent == "fa1r1"


def test_the_first_import_of_either_side_is_the_first() -> None:
    theirs = _told("r1", "a")
    theirs = replace(theirs, report=replace(theirs.report, imported_at=LATE, first_imported=LATE))
    (kept,) = _joined(_told("r1", "a"), theirs).reports
    assert (kept.report.first_imported, kept.report.imported_at) == (EARLY, LATE)
