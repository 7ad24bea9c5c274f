"""What a person says of a document: it wins, it is checked, and it is compared with the text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from inspect_cli.errors import SourceError, UsageError
from inspect_cli.model import DocumentKind, Given, Pillar, Publisher, Rung
from inspect_cli.recognise.given import read_given
from tests.recognise.texts import known

PAGE = ("Gwent PEEL 2018", "Legitimacy", "How legitimate is it?", "Last updated 27/09/2019", "Good")


@pytest.mark.parametrize(
    ("name", "value", "values"),
    [
        ("publisher", "hmicfrs", {"publisher": Publisher.HMICFRS}),
        ("kind", "Press release", {"kind": DocumentKind.PRESS_RELEASE}),
        ("pillar", "Legitimacy", {"pillar": Pillar.LEGITIMACY}),
        ("force", "Gwent Police", {"forces": ("gwent",)}),
        ("forces", ["kent", "the Met", "Kent"], {"forces": ("kent", "metropolitan")}),
        ("inspection_year", 2018, {"inspection_year": 2018}),
        ("inspection_year", "2018/19", {"inspection_year": 2018, "inspection_label": "2018/19"}),
        ("published", date(2016, 12, 8), {"published": date(2016, 12, 8)}),
        ("published", "2016-12-08", {"published": date(2016, 12, 8)}),
        ("published", datetime(2016, 12, 8, 9, 30, tzinfo=UTC), {"published": date(2016, 12, 8)}),
        ("title", "  Gwent   in 2018 ", {"title": "Gwent in 2018"}),
    ],
)
def test_a_given_value_becomes_one_of_the_domain(name: str, value: object, values: dict[str, object]) -> None:
    assert read_given({name: Given(value, "--option")}) == values


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("publisher", "Ofsted", "HMICFRS"),
        ("kind", "poem", "press-release"),
        ("pillar", "charm", "legitimacy"),
        ("force", "Gwnt", "gwent"),
        ("forces", ["kent", "Atlantis"], "west-midlands"),
        ("inspection_year", "last", "2018/19"),
        ("inspection_year", True, "2018/19"),
        ("inspection_year", 18, "2018/19"),
        ("published", "8 Undecember 2016", "2019-09-27 or '27 September 2019'"),
        ("title", "", "words"),
        ("colour", "red", "inspection_year"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place_and_what_can(name: str, value: object, hint: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_given({name: Given(value, "sources.toml, line 8")})
    assert "sources.toml, line 8" in caught.value.message
    assert hint in caught.value.hint
    with pytest.raises(UsageError, match=f"--{name}"):
        read_given({name: Given(value, f"--{name}")})


def test_a_given_value_wins_and_says_where_it_was_given() -> None:
    report = known(*PAGE[:3], where="sources.toml, line 8", inspection_year=2016)
    assert (report.inspection_year, report.inspection_label) == (2016, "2016")
    assert (report.rung("inspection_year"), report.evidence["inspection_year"].why) == (
        Rung.GIVEN,
        "sources.toml, line 8",
    )
    assert report.warnings == ("sources.toml, line 8 says 2016, line 1 of the text says 2018",)


def test_what_agrees_with_the_text_gives_no_warning() -> None:
    report = known(
        *PAGE, force="gwent", inspection_year=2018, pillar="legitimacy", published="2019-09-27", title="Gwent"
    )
    assert report.warnings == ()
    assert report.title == "Gwent"
    assert report.inspection_label == "2018/19"


def test_a_force_or_a_day_that_the_text_contradicts_is_said() -> None:
    report = known(*PAGE, force="kent", published="2019-10-01")
    assert (report.forces, report.published) == (("kent",), date(2019, 10, 1))
    assert report.warnings == (
        "--option says kent, line 1 of the text says gwent",
        "--option says 2019-10-01, line 7 of the text says 2019-09-27",
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("published", "8 Decembre 2016", "'8 Decembre 2016' is no day."),
        ("inspection_year", "18", "'18' is no year."),
        ("forces", ["Atlantis"], "'Atlantis' is no force."),
        ("kind", "poem", "'poem' is no kind."),
    ],
)
def test_a_value_that_cannot_be_is_called_by_what_it_is_not(name: str, value: object, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_given({name: Given(value, "--option")})
    assert said in caught.value.message
