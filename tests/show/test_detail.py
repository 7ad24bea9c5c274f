"""One item whole: its words where they stand, its report and how that is dated, its links and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from inspect_cli.model import Addressee, Deadline, Detail, Figure, LinkKind, Resolution, Span
from inspect_cli.show.detail import detail_text
from tests.show import samples
from tests.show.samples import HOSTILE, LONG, look, printed, widest

AROUND = ((40, "A heading"), (41, f"  • {LONG} More was said."), (42, "A line after. " * 60))
FOUND = Detail(samples.FINDING, samples.REPORTS[0], AROUND, (samples.AREA_VIEW,), None)
OF_REPORT = Detail(
    replace(samples.RECORD, inspector="A. Person", note="a note", warnings=("a warning",)),
    samples.REPORTS[0],
    (),
    (),
    None,
    judgements=(samples.GRADED,),
    findings=samples.FINDINGS,
    references=samples.REFERENCES,
    figures=(Figure(40, "applications", Span(1, 1, 0, 1)),),
)
CAUSE = Detail(samples.AREA, None, (), (samples.AREA_VIEW,), None, below=(samples.SECOND,))
OF_AREA = Detail(samples.AREA, None, (), (samples.AREA_VIEW,), None, timeline=samples.MOMENTS[:2])
FOLLOWED = Detail(
    samples.FOLLOW_UP, samples.REPORTS[0], ((1, "x"),), (samples.AREA_VIEW,), samples.REFERENCES[0].resolution
)
GRADED = Detail(samples.CARRIED, samples.REPORTS[0], ((1, "Good"),), (), None)


def _shown(detail: Detail, width: int | None = 80) -> str:
    return printed(detail_text(detail, look(width)), width)


def _flat(detail: Detail) -> str:
    return " ".join(_shown(detail).split())


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("detail", [FOUND, OF_REPORT, OF_AREA, CAUSE, FOLLOWED, GRADED])
def test_an_item_fits_its_terminal(detail: Detail, width: int) -> None:
    assert widest(_shown(detail, width)) <= width


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        (FOUND, ("area for improvement", "f4k2mz1ab", "35 officers", "8 December 2018 (within two years)")),
        (FOUND, ("a7k2m Training for evidence", "same report: raised in this report")),
        (FOUND, ("inspection year 2018/19 stated, line 3: the title names it", "27 September 2019 stated, line 9")),
        (FOLLOWED, ("recommendation of 2016: not achieved", "Original f4k2m (the only one left)")),
        (GRADED, ("outstanding", "carried over from 2017", "1. How fairly does the force treat people?")),
        (OF_REPORT, ("HMICFRS", "A. Person", "a note", "a warning", "40 applications", "j4k2m", "f5k2m", "x4k2m")),
        (OF_AREA, ("past its date", "f4k2m 2018/19 area for improvement", "Proposed f5k2m", "four words in five")),
        (CAUSE, ("Holds a8k2m Queues closed",)),
        (FOUND._replace(above=(samples.SECOND,)), ("Belongs to a8k2m Queues closed",)),
        (OF_AREA, ("recommendation, known from the 2018/19 report", "Progress was slow.")),
    ],
)
def test_an_item_says_all_that_is_known(detail: Detail, said: tuple[str, ...]) -> None:
    assert [words for words in said if words not in _flat(detail)] == []


def test_the_quoted_line_is_pointed_at_and_stands_whole_in_its_surroundings() -> None:
    lines = _shown(FOUND, None).split("\n")
    assert lines[-4:-1] == ["  40 A heading", f"▸ 41   • {LONG} More was said.", f"  42 {AROUND[2][1].strip()}"]


def test_the_words_of_the_find_stand_out_from_their_line() -> None:
    console = Console(width=5000, color_system="truecolor", force_terminal=True, no_color=False)
    with console.capture() as captured:
        console.print(detail_text(FOUND, look(None)))
    assert f"\x1b[1m{LONG}\x1b[0m\x1b[2m More was said." in captured.get()


def test_long_surroundings_are_cut_on_a_terminal_but_the_quote_is_not() -> None:
    flat = _flat(FOUND)
    assert LONG in flat
    assert flat.endswith("…")


def test_a_follow_up_has_the_day_that_its_area_gives_its_deadline() -> None:
    phrase = replace(samples.FOLLOW_UP, deadline=Deadline("within two years", None))
    assert "8 December 2018 (within two years)" in _flat(FOLLOWED._replace(item=phrase))
    other = replace(samples.FOLLOW_UP, deadline=Deadline("at once", None))
    assert "Deadline at once Original" in _flat(FOLLOWED._replace(item=other))


def test_a_reason_that_names_its_link_is_not_told_twice() -> None:
    member = samples.AREA.members[0]._replace(link=LinkKind.SAME_REPORT, why="same report and same matter")
    view = samples.AREA_VIEW._replace(area=replace(samples.AREA, members=(member,)))
    shown = _flat(OF_AREA._replace(areas=(view,)))
    assert "same report and same matter" in shown
    assert "same report: same report" not in shown


@pytest.mark.parametrize(
    ("addressee", "said"),
    [(Addressee.FORCE, "the force"), (Addressee.ALL_FORCES, "all forces"), (Addressee.OTHER, "another body")],
)
def test_who_should_act_is_said_in_words(addressee: Addressee, said: str) -> None:
    item = replace(samples.FINDING, addressed_to=addressee)
    assert f"Addressed to {said} " in _flat(FOUND._replace(item=item))


def test_an_unresolved_follow_up_says_why() -> None:
    resolution = Resolution(samples.FOLLOW_UP.id, None, "its report is not here")
    assert "Original not found: its report is not here" in _flat(FOLLOWED._replace(resolution=resolution))


def test_a_proposed_link_is_not_shown_as_one() -> None:
    detail = FOUND._replace(item=samples.CONCERN, around=((1, "Queues are long."),))
    assert "May belong to a7k2m Training for evidence wording: four words in five are the same" in _flat(detail)


@pytest.mark.parametrize("field", ["text", "quote"])
def test_hostile_words_do_nothing(field: str) -> None:
    changes: dict[str, Any] = {field: HOSTILE}
    detail = FOUND._replace(item=replace(samples.FINDING, **changes), around=((41, HOSTILE),))
    shown = _shown(detail)
    assert "[/status]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
