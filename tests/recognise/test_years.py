"""The inspection year where a text states it, and the years that are something else."""

from __future__ import annotations

import pytest

from inspect_cli.model import DocumentKind, Rung
from inspect_cli.recognise.years import cycle_label, find_year
from tests.recognise.texts import prose


@pytest.mark.parametrize(
    ("paragraphs", "year", "label"),
    [
        pytest.param(("Gwent PEEL 2018", "More."), 2018, "2018", id="PEEL title"),
        pytest.param(("PEEL 2018/2019", "More."), 2018, "2018/19", id="two years"),
        pytest.param(("PEEL 2023–2025", "More."), 2023, "2023–25", id="two years with a dash"),
        pytest.param(("PEEL: police efficiency 2015 (77)", "More."), 2015, "2015", id="register title"),
        pytest.param(("2021/22 PEEL inspection", "More."), 2021, "2021/22", id="year first"),
        pytest.param(("Gwent 2014", "More."), 2014, "2014", id="force and year"),
        pytest.param(("An inspection of Gwent Police 2019", "More."), 2019, "2019", id="year in a title"),
        pytest.param(("Our view", "In 2012 HMIC went back to all forces."), 2012, "2012", id="went back"),
        pytest.param(
            ("Our view", "In March 2022, we inspected Gwent Police. In 2019 we published another report."),
            2022,
            "2022",
            id="inspected",
        ),
        pytest.param(
            ("Our view", "We inspected Gwent Police between 3 and 17 May 2016."),
            2016,
            "2016",
            id="days of an inspection",
        ),
        pytest.param(("Our view", "The inspection took place in June 2023."), 2023, "2023", id="took place"),
        pytest.param(("Our view", "We thank it for its May 2023 inspection."), 2023, "2023", id="month and inspection"),
        pytest.param(("Our view", "It was inspected under PEEL 2016."), 2016, "2016", id="in passing"),
        pytest.param(("Our view", "PEEL: Police efficiency 2015 is out today."), 2015, "2015", id="a report named"),
        pytest.param(("Our view", "Between 9 and 20 June 2024 we went back."), 2024, "2024", id="days before the verb"),
        pytest.param(
            ("Our view", "We inspected it in spring 2023. In June 2024 a small team returned."),
            2024,
            "2024",
            id="revisit",
        ),
        pytest.param(
            ("Our view", "We did the work for this between 7 and 18 May 2022, not in 2021."),
            2022,
            "2022",
            id="work done",
        ),
        pytest.param(
            ("Our view", "HMICFRS published it in May, having visited in June 2024."), 2024, "2024", id="having"
        ),
        pytest.param(("Inspections", "Gwent Police", "3–14 March 2014"), 2014, "2014", id="days in a title"),
        pytest.param(
            ("Our view", "I thank you: my team, when they came back in May 2024, saw much."), 2024, "2024", id="they"
        ),
        pytest.param(("Our view", "The revisit of April 2025 is over."), 2025, "2025", id="revisit of"),
        pytest.param(("Inspections", "Fieldwork: September to November 2021"), 2021, "2021", id="fieldwork line"),
    ],
)
def test_the_year_of_the_inspection_is_stated(paragraphs: tuple[str, ...], year: int, label: str) -> None:
    found = find_year(prose(*paragraphs))
    assert found is not None
    assert found.value == (year, label)


@pytest.mark.parametrize(
    "paragraph",
    [
        "In 2011 ministers asked HMIC to look at integrity.",
        "In 2017 we judged the force as good at this.",
        "Since September 2021 we have reported in another way.",
        "It has not met our 2016 recommendation.",
        "PEEL inspections began in 2014.",
        "There has been no change since our 2011 inspection.",
        "The last inspection was in 2015.",
        "The judgement from the 2017 legitimacy inspection has been carried over.",
        "A report follows in March 2017.",
        "In the year ending 3 November 2024 it met this.",
        "The plan for 2019/20 sets out its values.",
        "The next PEEL inspection of the force begins in 2024.",
        "An inspection is expected in the autumn of 2024.",
        "The inspection graded the force as good at protecting people in 2018/19.",
        "In the year ending 31 March 2024 we examined 40 files.",
        "We examined files from 2021.",
        "We had inspected it in 2017.",
        "• PEEL 2017",
        "The Home Secretary commissioned HMICFRS in September 2023 to look into this.",
    ],
)
def test_other_years_are_not_taken_for_it(paragraph: str) -> None:
    assert find_year(prose("Our view", paragraph)) is None


@pytest.mark.parametrize(
    "title",
    [
        "Policing inspection programme and framework 2025–29",
        "Published on: 3 May 2022",
        "Better since 2011",
        "June 2019 update published",
        "March 2018",
        "In 2011, the Home Secretary asked for a report",
        "Investigations Strategy 2023 to 2026",
        "© HMIC 2014",
        "Comments under the Police Act 1996",
        "Home > News > 2016 > March",
    ],
)
def test_a_year_in_a_heading_that_is_not_the_inspection_s_is_passed_over(title: str) -> None:
    found = find_year(prose(title, "Gwent PEEL 2015", "More."))
    assert found is not None
    assert found.value == (2015, "2015")
    assert find_year(prose(title, "The force is good.")) is None


def test_a_title_counts_before_what_is_told() -> None:
    found = find_year(prose("Gwent PEEL 2015", "In 2016 HMIC went back to all forces."))
    assert found is not None
    assert (found.value[0], found.evidence.line) == (2015, 1)


def test_a_peel_year_has_the_label_of_its_cycle() -> None:
    assert [cycle_label(year) for year in (2014, 2018, 2020, 2021, 2023)] == [
        "2014",
        "2018/19",
        "2020",
        "2021/22",
        "2023–25",
    ]


@pytest.mark.parametrize(
    ("published", "year"),
    [(None, 2012), (2015, None), (2013, 2012), (2012, 2012), (2011, None), (2022, 2012)],
)
def test_what_is_told_fits_the_year_of_publication(published: int | None, year: int | None) -> None:
    found = find_year(prose("Our view", "In 2012 HMIC went back."), DocumentKind.THEMATIC_REPORT, published)
    assert (found.value[0] if found else None) == year


@pytest.mark.parametrize(
    ("paragraphs", "year"),
    [
        pytest.param(("HMICFRS update", "The PEEL 2018/19 report has two items."), 2018, id="one report"),
        pytest.param(("HMICFRS update", "PEEL 2018/19 has two items, PEEL 2021/22 one."), None, id="two cycles"),
        pytest.param(
            (
                "HMICFRS update",
                "PEEL 2018/19 has two items.",
                "Rape. Published July 2021.",
                "Fraud. Published May 2020.",
            ),
            None,
            id="other reports beside it",
        ),
        pytest.param(("PEEL 2018/19 actions", "Those of PEEL 2017 are left out."), 2018, id="its title"),
        pytest.param(("HMICFRS update", "HMICFRS will revisit the force in spring 2020."), None, id="to come"),
    ],
)
def test_a_list_of_several_reports_has_no_year_of_its_own(paragraphs: tuple[str, ...], year: int | None) -> None:
    found = find_year(prose(*paragraphs), DocumentKind.TRACKER)
    assert (found.value[0] if found else None) == year


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("HMICFRS (the inspectorate) spent five weeks with us last summer.", 2022),
        ("Inspectors visited us this spring.", 2023),
        ("Inspectors will have visited us by this autumn.", None),
        ("Crime fell last summer.", None),
    ],
)
def test_a_season_is_counted_from_the_publication(sentence: str, year: int | None) -> None:
    found = find_year(prose("We are good", sentence), DocumentKind.NEWS, 2023)
    assert (found.value[0] if found else None) == year
    assert found is None or found.evidence.rung is Rung.DERIVED


def test_entries_of_one_report_have_its_year() -> None:
    one = ("Gwent Police: Crime inspection 2017 (81)", "Do it.")
    entries = ("Gwent Police: Crime inspection 2017 (8112)", "Do it.", "Gwent Police: Crime inspection 2017 (8113)")
    found = [find_year(prose(*text), DocumentKind.REGISTER) for text in (entries, (*entries, "PEEL 2016 (8114)"), one)]
    assert [year.value[0] if year else None for year in found] == [2017, None, None]


def test_a_report_of_a_cycle_has_the_cycle_s_year_and_a_letter_that_of_the_visit() -> None:
    text = prose("Our view", "It is of PEEL 2021/22. We inspected the force in May 2022.")
    years = [find_year(text, kind) for kind in (DocumentKind.PEEL_REPORT, DocumentKind.LETTER)]
    assert [found.value if found else None for found in years] == [(2021, "2021/22"), (2022, "2022")]
