"""Search in the stored texts."""

from datetime import date
from pathlib import Path

import pytest

from inspect_cli.errors import UsageError
from inspect_cli.model import Extraction, Filters, Hit
from inspect_cli.workflow.book import open_book
from inspect_cli.workflow.search import search, spelt_otherwise
from tests.builders import finding, report, span
from tests.storing import change

NEW = report(id="r-new", inspection_year=2018)
OLD = report(id="r-old", inspection_year=2016, title="An older one")
NEW_TEXT = (
    "Keys and horses",
    "",
    "The force keeps its horses’ keys in order.",
    "* It has an anti-corruption unit;",
    "* its stables are far too small.",
    "A line that was broken by a program at some width: the stables",
    "need new doors.",
    "– a long point in a list that ends without a stop, on hay",
    "– a second point of that list, on straw",
    "",
    "Abuse of position is rare here.",
    "––––",
    "The vetting of riders (or riding) is slow.",
    "We use cookies on this website, some of them essential ones for horsemen.",
    "Leave this site",
)
OLD_TEXT = ("Officers abusing their authority were found out.", "Its horse is old.")
FOUND = finding("is rare here", id="f-rare", report=NEW.id, span=span(11, "Abuse of position"))


@pytest.fixture
def stored(data: Path) -> Path:
    """Give a data folder with two reports' texts and one find."""
    with change(data) as draft:
        draft.put_report(OLD, Extraction(), OLD_TEXT)
        draft.put_report(NEW, Extraction(findings=(FOUND,)), NEW_TEXT)
    return data


def look(folder: Path, words: str, filters: Filters | None = None) -> tuple[Hit, ...]:
    book = open_book(folder, date(2024, 1, 1))
    return search(book, folder, words, filters or Filters())


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("keys", [("r-new", 1), ("r-new", 3)]),
        ("KEY horse", [("r-new", 1), ("r-new", 3)]),
        ("horse", [("r-new", 1), ("r-new", 3), ("r-old", 2)]),
        ("horses'", [("r-new", 1), ("r-new", 3)]),
        ("eys", []),
        ("anti-corruption", [("r-new", 4)]),
        ("counter-corruption", [("r-new", 4)]),
        ("anti-corruption unit", [("r-new", 4)]),
        ("CCU", [("r-new", 4)]),
        ("horsemen", []),
        ("leave", []),
        ("unit stables", []),
        ("stables doors", [("r-new", 6)]),
        ("doors", [("r-new", 7)]),
        ("straw", [("r-new", 9)]),
        ("hay straw", []),
        ("order corruption", []),
        ("abuse of authority", [("r-new", 11), ("r-old", 1)]),
        ("abusing", [("r-old", 1)]),
        ("unvetted", [("r-new", 13)]),
        ("(or riding)", [("r-new", 13)]),
        ("elephant", []),
        ("door so", []),
    ],
)
def test_a_place_is_found_by_the_beginnings_of_all_words_or_by_a_themes_other_names(
    stored: Path, words: str, places: list[tuple[str, int]]
) -> None:
    assert [(hit.report, hit.line) for hit in look(stored, words)] == places


def test_a_hit_says_what_matched_and_which_find_covers_it(stored: Path) -> None:
    by_new_name, by_old_name = look(stored, "abuse of authority")
    assert (by_new_name.matched, by_new_name.find) == (("Abuse of position",), "f-rare")
    assert (by_old_name.matched, by_old_name.find) == (("abusing their authority",), None)
    assert (by_old_name.title, by_old_name.year, by_old_name.text) == (OLD.title, 2016, OLD_TEXT[0])


def test_the_words_of_a_broken_line_are_shown_whole(stored: Path) -> None:
    (hit,) = look(stored, "stables doors")
    assert hit.matched == ("stables", "doors")
    assert hit.text.endswith("the stables need new doors.")


def test_filters_narrow_the_reports_searched(stored: Path) -> None:
    assert [hit.report for hit in look(stored, "horse", Filters(until=2016))] == ["r-old"]
    assert look(stored, "horse", Filters(force="kent")) == ()


@pytest.mark.parametrize("words", ["", "  ", "?!"])
def test_there_must_be_a_word_to_search_for(stored: Path, words: str) -> None:
    with pytest.raises(UsageError):
        look(stored, words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("horrse keys", "horse keys"),
        ("stabels", "stables"),
        ("keys horse", None),
        ("elephant keys", None),
        ("horrse elephant", None),
    ],
)
def test_words_that_stand_nowhere_are_spelt_as_the_nearest_that_do(stored: Path, words: str, meant: str | None) -> None:
    assert spelt_otherwise(open_book(stored, date(2024, 1, 1)), stored, words) == meant
