"""The state of things on one screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspect_cli.model import AreaView, Grade, Judgement, StatusView, Where
from inspect_cli.show.overview import status_text, where_text
from tests.builders import judgement
from tests.show import samples
from tests.show.samples import look, printed, widest

MANY = tuple(AreaView(replace(samples.AREA, id=f"a{n}k2mz1", title=f"Area {n}"), samples.STATE, 9) for n in range(9))
VIEW = StatusView(
    force="cheshire",
    reports=samples.REPORTS,
    undated=1,
    judgements=(samples.GRADED,),
    areas=(samples.AREA_VIEW, samples.SECOND),
    overdue=("a7k2mz1",),
    due_soon=(),
    disputed=(),
    silent=("a7k2mz1",),
    proposed=2,
    oldest="a7k2mz1",
)


def _shown(view: StatusView = VIEW, width: int | None = 80) -> str:
    return printed(status_text(view, look(width)), width)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("view", [VIEW, VIEW._replace(areas=MANY, overdue=(), silent=(), reports=samples.REPORTS * 6)])
def test_the_state_of_things_fits_one_screen(view: StatusView, width: int) -> None:
    shown = _shown(view, width)
    assert widest(shown) <= width
    assert len(shown.split("\n")) <= 40


@pytest.mark.parametrize(
    "said",
    [
        "Cheshire: 2 reports, 2018/19",
        "2018/19 Cheshire PEEL 2018 – Legitimacy",
        "undated A transcript",
        "legitimacy requires improvement 2018/19, inspected",
        "Areas 2 = 1 open + 0 in progress + 0 complete + 1 closed + 0 not accepted RAG GREEN 1 · RED 1",
        "Overdue 1 Training for evidence (8 December 2018, 100 days ago)",
        "Silent 1 Training for evidence",
        "2 links to rule on",
        "a7k2m Training for evidence 2016 9 years not achieved RED",
    ],
)
def test_the_state_of_things_says(said: str) -> None:
    assert said in " ".join(_shown().split())


def test_more_areas_than_there_is_room_for_are_counted() -> None:
    assert "and 3 more areas" in _shown(VIEW._replace(areas=MANY, overdue=(), silent=()))


def test_a_force_without_areas_has_no_table() -> None:
    shown = _shown(VIEW._replace(areas=(), overdue=(), silent=(), proposed=0))
    assert "Areas    none tracked" in shown
    assert "RAG" not in shown
    assert "Inspectorate" not in shown


def test_the_next_dates_are_named_each_with_how_far_off_it_is() -> None:
    far = MANY[0]._replace(state=samples.STATE._replace(due=date(2019, 4, 1), days_left=14))
    shown = " ".join(
        _shown(VIEW._replace(areas=(far, *MANY[1:]), next_dates=(far.area.id,), overdue=(), silent=())).split()
    )
    assert "Next due 1 April 2019, 14 days left Area 0" in shown
    assert "No date" not in shown


def test_areas_without_a_date_are_counted() -> None:
    assert "No date   2 open areas without one" in _shown(VIEW._replace(no_date=("a7k2mz1", "a8")))


def test_where_says_why_and_whether_there_is_a_store() -> None:
    shown = printed(where_text(Where("/d", "/d/inspections.json", "it was given with --data", exists=False)))
    assert "/d/inspections.json (not there yet)" in shown
    assert "it was given with --data" in shown


def graded(grade: Grade, subject: str) -> Judgement:
    return judgement(subject, pillar=None, year=2021, grade=grade)


WEAKEST_FIRST = (
    graded(Grade.REQUIRES_IMPROVEMENT, "Minding horses"),
    graded(Grade.ADEQUATE, "Hay"),
    graded(Grade.GOOD, "Straw"),
    graded(Grade.GOOD, "Oats"),
)


def test_areas_of_policing_graded_later_come_before_the_pillars_former_grades() -> None:
    shown = " ".join(_shown(VIEW._replace(areas_graded=WEAKEST_FIRST)).split())
    assert "Grades 2021 2 good · 1 adequate · 1 requires improvement; weakest: Minding horses Before" in shown
    assert "Before legitimacy requires improvement in 2018/19, inspected Areas" in shown


def test_of_grades_that_are_all_the_same_none_is_the_weakest() -> None:
    shown = " ".join(_shown(VIEW._replace(areas_graded=WEAKEST_FIRST[2:], judgements=())).split())
    assert "Grades 2021 2 good Areas" in shown
    assert "Before" not in shown


def test_of_many_weakest_some_are_named() -> None:
    many = tuple(graded(Grade.INADEQUATE, f"Stable {n}") for n in range(5))
    shown = " ".join(_shown(VIEW._replace(areas_graded=(*many, WEAKEST_FIRST[-1]))).split())
    assert "weakest: Stable 0, Stable 1, Stable 2 and 2 more" in shown
