"""Track: the areas that words name, and their common line of time."""

from datetime import date

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import Deadline, Filters
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.tracking import track
from tests.builders import area, finding, report

KEYS = finding("should count its keys", themes=("vetting",), year=2018)
HORSES = finding("should feed its horses", themes=("vetting",), year=2016, report="r-old")
LOOSE = finding("was praised for its hay")
SHOES = finding("should polish its shoes")
AREAS = (
    area(KEYS, id="akk001", title="Keys and backlogs", themes=("vetting",)),
    area(HORSES, id="ahh001", title="Horses and their backlogs", themes=("vetting",)),
    area(SHOES, id="ass001", title="Shoes"),
)
BOOK = Book(
    Held(
        reports=(report(), report(id="r-old", inspection_year=2016)),
        findings=(KEYS, HORSES, SHOES, LOOSE),
        areas=AREAS,
        aliases={"azz001": "ass001"},
    ),
    date(2024, 1, 1),
)


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        ("vetting", ["ahh001", "akk001"]),
        ("Unvetted", ["ahh001", "akk001"]),
        ("akk", ["akk001"]),
        ("azz001", ["ass001"]),
        ("shoe", ["ass001"]),
        ("backlogs keys", ["akk001"]),
        ("backlog", ["ahh001", "akk001"]),
        ("custody", []),
        (KEYS.id, ["akk001"]),
        (SHOES.id[:5], ["ass001"]),
    ],
)
def test_words_name_areas_by_theme_by_id_or_by_title_longest_open_first(words: str, areas: list[str]) -> None:
    answer = track(BOOK, words)
    assert [view.area.id for view in answer.areas] == areas
    assert {moment.area for moment in answer.timeline} == set(areas)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("veting", "nearest: vetting"),
        ("shoos", "'Shoes' (ass001)"),
        ("xyzzy", "all areas: inspect-cli areas"),
        (LOOSE.id, f"it is in no area; to see it: inspect-cli show {LOOSE.id}"),
        ("r-old", "it is in no area; to see it: inspect-cli show r-old"),
        ("", "all"),
    ],
)
def test_words_that_name_nothing_are_refused_with_the_nearest_names(words: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        track(BOOK, words)
    assert hint in refused.value.hint


def test_a_beginning_that_several_areas_share_is_refused_with_their_ids() -> None:
    twins = Held(areas=(area(id="akk001"), area(id="akk002")))
    with pytest.raises(UsageError) as refused:
        track(Book(twins, date(2024, 1, 1)), "akk")
    assert "akk001, akk002" in refused.value.hint


def test_the_areas_of_a_theme_share_one_line_of_time_oldest_first() -> None:
    assert [moment.year for moment in track(BOOK, "vetting").timeline] == [2016, 2018]


def test_filters_narrow_the_areas_of_a_theme() -> None:
    assert [view.area.id for view in track(BOOK, "vetting", Filters(year=2018)).areas] == ["akk001"]


@pytest.mark.parametrize("words", ["wombat", "combat", "hat"])
def test_what_is_not_really_near_is_not_offered(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        track(BOOK, words)
    assert "nearest" not in refused.value.hint


def test_where_nothing_is_imported_that_is_said() -> None:
    with pytest.raises(UsageError) as refused:
        track(Book(Held(), date(2024, 1, 1)), "a1b2c3")
    assert "nothing is imported yet" in refused.value.hint


def test_each_find_on_the_line_of_time_has_its_own_day() -> None:
    early = finding(report="r-old", year=2016, deadline=Deadline("within a year"), themes=("vetting",))
    late = finding("should polish", deadline=Deadline("within a year"), themes=("vetting",))
    reports = (
        report(published=date(2019, 9, 27)),
        report(id="r-old", inspection_year=2016, published=date(2016, 12, 8)),
    )
    thread = area(early, late, themes=("vetting",), deadline=Deadline("within a year", date(2017, 12, 8)))
    known = Book(Held(reports=reports, findings=(early, late), areas=(thread,)), date(2024, 1, 1))
    assert [moment.deadline for moment in track(known, "vetting").timeline] == [
        "within a year (8 December 2017)",
        "within a year (27 September 2020)",
    ]
