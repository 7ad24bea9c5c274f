"""Imports of copies: one is kept whatever the order, and ids, decisions and what a person said hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from inspect_cli.model import AreaStatus
from inspect_cli.workflow.batch import Batch
from inspect_cli.workflow.deciding import decide
from inspect_cli.workflow.jobs import Progress
from inspect_cli.workflow.sources import Source
from inspect_cli.workflow.update import Update
from tests.running import snapshot
from tests.workflow.desk import BACKLOGS, LATER, NOW, PANEL, PROSE, RECORDS, Desk, told

ANNEX = "Annex\n\nHow the sample of files was drawn and who took part in it is set out here for those who ask.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, tmp_path / "data")
    desk.write("a.md", told(2017, BACKLOGS, PANEL))
    desk.write("b.txt", paged(told(2017, BACKLOGS, PANEL, prose=PROSE + ANNEX)))
    return desk


def paged(text: str) -> str:
    """Begin a page with the areas for improvement."""
    return text.replace("Areas for improvement", "\fAreas for improvement")


def kept(desk: Desk) -> list[str]:
    return [Path(report.file).name for report in desk.stored.reports]


def test_in_one_import_one_of_two_copies_is_kept_and_the_import_says_which(desk: Desk) -> None:
    outcome = desk.take()
    (view,) = outcome.imported
    assert kept(desk) == ["b.txt"]
    assert (outcome.unchanged, outcome.replaced, outcome.failed) == ((), (), ())
    assert outcome.copies == (("in/a.md", "in/b.txt", view.report.id, "in/b.txt"),)


def test_a_copy_that_serves_less_is_left_out_and_nothing_is_written(desk: Desk) -> None:
    (first,) = desk.take("b.txt").imported
    before = snapshot(desk.data)
    for _ in range(2):
        outcome = desk.take("a.md", now=LATER)
        assert (outcome.imported, outcome.replaced) == ((), ())
        assert outcome.copies == (("in/a.md", first.report.file, first.report.id, first.report.file),)
    assert snapshot(desk.data) == before


def test_a_copy_that_serves_better_takes_the_place_and_the_ids(desk: Desk) -> None:
    (first,) = desk.take("a.md").imported
    ids = desk.said()
    outcome = desk.take("b.txt", now=LATER)
    (second,) = outcome.replaced
    assert kept(desk) == ["b.txt"]
    assert (second.report.id, second.report.first_imported) == (first.report.id, NOW)
    assert desk.said() == ids
    assert all(find.span.page == 2 for find in desk.stored.findings)
    assert outcome.copies == (("in/b.txt", first.report.file, first.report.id, "in/b.txt"),)


def test_finds_that_a_copy_words_a_little_otherwise_keep_their_ids(desk: Desk) -> None:
    desk.take("a.md")
    ids = desk.said()
    noted = PANEL.replace("looks at.", "looks at 12.")
    desk.write("b.txt", paged(told(2017, BACKLOGS, noted, RECORDS, prose=PROSE + ANNEX)))
    desk.take("b.txt")
    after = desk.said()
    assert (after[BACKLOGS], after[noted]) == (ids[BACKLOGS], ids[PANEL])
    assert after[RECORDS] not in ids.values()


@pytest.mark.parametrize("order", list(permutations(("a.md", "b.txt", "c.md"))), ids="-".join)
def test_the_order_of_import_does_not_change_which_copy_is_kept(desk: Desk, order: tuple[str, ...]) -> None:
    desk.write("c.md", told(2017, BACKLOGS, PANEL, prose=ANNEX + PROSE + "It is long.\n"))
    for name in (*order, *order):
        desk.take(name)
    assert kept(desk) == ["b.txt"]
    together = Desk(desk.base, desk.base / "together")
    outcome = together.take(*order)
    assert kept(together) == ["b.txt"]
    (view,) = outcome.imported
    said = {(f"in/{name}", "in/b.txt", view.report.id, "in/b.txt") for name in ("a.md", "c.md")}
    assert set(outcome.copies) == said
    assert together.take().unchanged == ("in/b.txt",)


def test_both_are_kept_where_that_is_asked_for_and_stay(desk: Desk) -> None:
    outcome = desk.take(keep_both=True)
    assert (len(outcome.imported), outcome.copies) == (2, ())
    assert sorted(kept(desk)) == ["a.md", "b.txt"]
    assert len({find.id for find in desk.stored.findings}) == 4
    before = snapshot(desk.data)
    assert desk.take(now=LATER).unchanged == ("in/a.md", "in/b.txt")
    assert snapshot(desk.data) == before


def test_both_are_kept_also_where_they_have_the_same_words(desk: Desk) -> None:
    desk.write("b.txt", told(2017, BACKLOGS, PANEL))
    desk.write("a.md", told(2017, BACKLOGS, PANEL).replace("- ", "* "))
    assert len(desk.take().copies) == 1
    desk.take(keep_both=True)
    assert sorted(kept(desk)) == ["a.md", "b.txt"]
    assert len({find.id for find in desk.stored.findings}) == 4


def test_a_copy_that_lacks_what_was_decided_on_does_not_replace_it(desk: Desk) -> None:
    others = (BACKLOGS, PANEL, "The force should mend its gates.")
    desk.write("a.md", told(2017, *others, RECORDS))
    desk.write("b.txt", paged(told(2017, *others, "The force should buy new lamps for its yards.")))
    desk.take("a.md")
    find = desk.said()[RECORDS]
    (area,) = [area for area in desk.stored.areas if find in {member.id for member in area.members}]
    decide(desk.data, Update((area.id,), AreaStatus.IN_PROGRESS), LATER, "A. Analyst")
    outcome = desk.take("b.txt")
    assert kept(desk) == ["a.md"]
    assert find in outcome.warnings[0]
    assert find in desk.said().values()


def test_what_is_decided_while_a_copy_is_read_keeps_the_copy_that_has_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = (BACKLOGS, PANEL, "The force should mend its gates.")
    desk.write("a.md", told(2017, *others, RECORDS))
    desk.write("b.txt", paged(told(2017, *others, "The force should buy new lamps for its yards.")))
    desk.take("a.md")
    find = desk.said()[RECORDS]
    (area,) = [area for area in desk.stored.areas if find in {member.id for member in area.members}]
    take_all = Batch.take_all

    def decided_meanwhile(batch: Batch, sources: Sequence[Source], progress: Progress | None) -> None:
        take_all(batch, sources, progress)
        if not desk.stored.events:
            decide(desk.data, Update((area.id,), AreaStatus.IN_PROGRESS), LATER, "A. Analyst")

    monkeypatch.setattr(Batch, "take_all", decided_meanwhile)
    outcome = desk.take("b.txt")
    assert kept(desk) == ["a.md"]
    assert find in outcome.warnings[0]


def test_what_was_said_of_the_copy_that_goes_holds_for_the_one_that_stays(desk: Desk) -> None:
    desk.take("a.md", inspector="N. Body")
    (view,) = desk.take("b.txt").replaced
    assert view.report.inspector == "N. Body"


def test_what_was_said_of_the_copy_left_out_and_is_not_known_of_the_other_is_a_warning(desk: Desk) -> None:
    desk.take("b.txt")
    (warning,) = desk.take("a.md", inspector="N. Body").warnings
    assert "inspector" in warning
    assert str(desk.base / "in" / "b.txt") in warning


def test_a_copy_beside_a_stored_file_of_the_same_import_is_no_other_report(desk: Desk) -> None:
    desk.take("a.md")
    outcome = desk.take(now=LATER)
    assert (len(outcome.replaced), len(outcome.copies), outcome.unchanged) == (1, 1, ())
    assert kept(desk) == ["b.txt"]


def test_of_a_stored_report_and_two_copies_each_file_is_said_once(desk: Desk) -> None:
    (first,) = desk.take("a.md").imported
    desk.write("c.txt", paged(told(2017, BACKLOGS, PANEL, RECORDS, prose=PROSE)))
    outcome = desk.take("b.txt", "c.txt", now=LATER)
    report = first.report.id
    assert [view.report.id for view in outcome.replaced] == [report]
    assert kept(desk) == ["c.txt"]
    assert outcome.unchanged == ()
    assert outcome.copies == (
        ("in/c.txt", first.report.file, report, "in/c.txt"),
        ("in/b.txt", "in/c.txt", report, "in/c.txt"),
    )


def test_a_copy_is_held_against_the_stored_report_as_this_import_leaves_it(desk: Desk) -> None:
    desk.take("b.txt")
    desk.write("b.txt", paged(told(2017, BACKLOGS, prose=PROSE + ANNEX)))
    desk.take("a.md", "b.txt", now=LATER)
    assert kept(desk) == ["a.md"]
    assert PANEL in desk.said()


def test_another_years_report_with_the_same_areas_is_no_copy(desk: Desk) -> None:
    desk.write("b.txt", told(2018, BACKLOGS, PANEL))
    assert len(desk.take().imported) == 2
