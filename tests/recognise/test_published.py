"""The day of publication: read, worked out, or honestly unknown."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.model import DocumentKind, Rung
from inspect_cli.recognise.calendar import next_such_day, read_date
from inspect_cli.recognise.published import find_published, reported_day, saved_on, updated_since
from tests.recognise.texts import prose

NEWS, REPORT, PCC = DocumentKind.NEWS, DocumentKind.PEEL_PILLAR, DocumentKind.PCC_RESPONSE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27/09/2019", date(2019, 9, 27)),
        ("03/02/2019", date(2019, 2, 3)),
        ("2019-09-27", date(2019, 9, 27)),
        ("8th December 2016", date(2016, 12, 8)),
        ("1 Sept 2020", None),
        ("31/02/2019", None),
        ("09/27/2019", None),
        ("September 2019", None),
    ],
)
def test_dates_are_read_day_first(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated 27/09/2019", date(2019, 9, 27)),
        ("Published on: 16 June 2023", date(2023, 6, 16)),
        ("Published: 10:15 10/02/2023", date(2023, 2, 10)),
        ("Date published 3rd May 2021", None),
        ("date 2024-09-10", date(2024, 9, 10)),
        ("Thursday 8 December 2016", date(2016, 12, 8)),
        ("**Published on:** 16 June 2023", date(2023, 6, 16)),
        ("*3 March 2025*", date(2025, 3, 3)),
        ("Publication date: 16 June 2023", date(2023, 6, 16)),
        ("News 7 February 2020", date(2020, 2, 7)),
        ("This report was published on 7 February 2020.", date(2020, 2, 7)),
        ("Another report was published on 7 February 2020.", None),
        ("Review date: 1 April 2024", None),
        ("Closing date: 1 April 2024", None),
        ("The data were updated on 3 May 2019 and again later.", None),
        ("Published on 16 June 2023 was a report on the same matter.", None),
    ],
)
def test_a_line_of_its_own_dates_a_page(line: str, day: date | None) -> None:
    found = find_published(prose("Gwent PEEL 2018", line, "More."), REPORT, None)
    assert found.day == day
    if day:
        assert (found.evidence.rung, found.evidence.line) == (Rung.STATED, 3)


def test_of_several_updates_the_last_counts() -> None:
    text = prose("Gwent 2016", "Last updated 03/11/2016", "Efficiency", "Last updated 02/03/2017", "Good")
    assert find_published(text, REPORT, 2016).day == date(2017, 3, 2)


@pytest.mark.parametrize(
    ("paragraph", "year", "day"),
    [
        ("The report, published on 27 September 2019, is good.", 2018, date(2019, 9, 27)),
        ("The report published today (Thursday 8 December 2016) is good.", None, date(2016, 12, 8)),
        ("The first report, published on 13 December 2011, set out much.", 2012, None),
    ],
)
def test_a_release_tells_when_its_report_came_out(paragraph: str, year: int | None, day: date | None) -> None:
    assert find_published(prose("Gwent Police is good", paragraph), DocumentKind.PRESS_RELEASE, year).day == day


def test_the_date_of_the_report_that_a_response_speaks_of_is_not_the_response_s() -> None:
    text = prose("Response", "This answers the report published on the 21 September 2023.")
    assert find_published(text, PCC, None).day is None
    assert reported_day(text) == date(2023, 9, 21)


@pytest.mark.parametrize(
    ("paragraphs", "year", "day"),
    [
        pytest.param(
            ("In May 2021 we were asked.", "It was published on Thursday 9 June."),
            None,
            date(2022, 6, 9),
            id="after a month",
        ),
        pytest.param(
            ("In May 2022 we were asked.", "It was published on Thursday, 9th June."),
            None,
            date(2022, 6, 9),
            id="in the same year",
        ),
        pytest.param(
            ("In 2019 much changed; in July 2021 more.", "It was published on Thursday 9 June."),
            None,
            date(2022, 6, 9),
            id="nearest before",
        ),
        pytest.param(("It was published on Thursday 9 June.",), 2021, date(2022, 6, 9), id="after the inspection year"),
        pytest.param(("It was published on Thursday 9 June.",), None, None, id="nothing to count from"),
        pytest.param(("In May 2021 we were asked.", "It was published on 9 June."), None, None, id="no weekday"),
        pytest.param(("In May 2021 we were asked.", "We came on Thursday 9 June."), None, None, id="not a publication"),
    ],
)
def test_weekday_and_context_fix_the_year(paragraphs: tuple[str, ...], year: int | None, day: date | None) -> None:
    found = find_published(prose("Inspectors praise us", *paragraphs), NEWS, year)
    assert found.day == day
    assert found.evidence.rung is (Rung.DERIVED if day else Rung.UNKNOWN)


def test_a_leap_day_is_waited_for() -> None:
    assert next_such_day("Thursday", 29, 2, date(2021, 1, 1)) == date(2024, 2, 29)
    assert next_such_day("Friday", 31, 6, date(2021, 1, 1)) is None


@pytest.mark.parametrize(
    ("line", "why", "year"),
    [
        ("Published: June 2019", "“Published: June 2019” names no day", 2019),
        ("It is published today.", "“published today”, and no date", None),
    ],
)
def test_what_names_no_day_is_unknown_and_says_why(line: str, why: str, year: int | None) -> None:
    found = find_published(prose("Gwent Police", line, "More."), REPORT, None)
    assert (found.day, found.year, found.evidence.rung, found.evidence.why) == (None, year, Rung.UNKNOWN, why)


@pytest.mark.parametrize(
    ("paragraphs", "day"),
    [
        (("Published on: 3 May 2022", "Last updated: 1 May 2024"), (date(2022, 5, 3), date(2024, 5, 1))),
        (("Last updated: 1 May 2019", "Published on: 3 May 2018"), (date(2018, 5, 3), date(2019, 5, 1))),
        (("Last updated: 1 May 2022",), (date(2022, 5, 1), None)),
        (("Published on: 3 May 2022", "Last updated: 3 May 2022"), (date(2022, 5, 3), None)),
    ],
)
def test_a_page_that_was_updated_since_was_published_when_it_says(
    paragraphs: tuple[str, ...], day: tuple[date, date | None]
) -> None:
    text = prose("Gwent Police", *paragraphs)
    assert (find_published(text, REPORT, None).day, updated_since(text, day[0])) == day


@pytest.mark.parametrize(
    ("kind", "paragraphs", "day"),
    [
        (DocumentKind.LETTER, ("From:", "To:", "Sent on:", "17 May 2023", "Dear Jo"), date(2023, 5, 17)),
        (DocumentKind.LETTER, ("Published on: 1 June 2023", "Sent on", "17 May 2023"), date(2023, 6, 1)),
        (PCC, ("Date of this response: 8 September 2025", "It came out on 24 July 2025."), date(2025, 9, 8)),
        (PCC, ("Published by HMICFRS: 31 August 2023", "Comments published: 20 October 2023"), date(2023, 10, 20)),
        (PCC, ("Comments due: 25 October 2023",), None),
        (DocumentKind.TRACKER, ("Position at 30 September 2024",), date(2024, 9, 30)),
        (DocumentKind.TRACKER, ("Audit Committee", "11 December 2019", "Due 3 May 2020"), date(2019, 12, 11)),
        (DocumentKind.TRACKER, ("Audit Committee – for information 6 February 2024",), date(2024, 2, 6)),
        (DocumentKind.TRACKER, ("Appendix 1 June 2019 of the Audit Committee",), None),
        (DocumentKind.TRACKER, ("The Audit Committee last met on 7 November 2023",), None),
        (DocumentKind.TRACKER, ("PEEL 2015. Published 15 December 2015", "Committee"), None),
        (DocumentKind.REGISTER, ("A report", "Date: 12 December 2017"), date(2017, 12, 12)),
        (DocumentKind.REGISTER, ("Date: 12 December 2017", "[on]1st May 2018 [status]complete[/status][/on]"), None),
        (DocumentKind.PRESS_RELEASE, ("EMBARGOED until 00:01 hours on Tuesday 20 October 2015",), date(2015, 10, 20)),
        (DocumentKind.PRESS_RELEASE, ("The report can be read from Friday 27 September 2019.",), date(2019, 9, 27)),
        (DocumentKind.PRESS_RELEASE, ("The election was held on Thursday 15 November 2012.",), None),
    ],
)
def test_letters_papers_and_releases_bear_their_date_in_their_own_way(
    kind: DocumentKind, paragraphs: tuple[str, ...], day: date | None
) -> None:
    assert find_published(prose("HMICFRS", *paragraphs), kind, None).day == day


def test_saved_news_begins_with_its_day() -> None:
    text = prose("date 2017-03-02 Marks for the forces of the region", "HMIC came.")
    assert find_published(text, NEWS, None).day == date(2017, 3, 2)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("23/02/2022, 14:05          Gwent Police - HMICFRS", date(2022, 2, 23)),
        ("Saved from the dashboard on 14/08/2024 09:12", date(2024, 8, 14)),
        ("Data as at 31 July 2024", None),
        ("Money was saved. It was 3 May 2022.", None),
    ],
)
def test_a_copy_says_when_it_was_made(line: str, day: date | None) -> None:
    assert saved_on(prose(line, "Gwent Police")) == day
