"""Letters, adverts, minutes, newspapers and national reports are told by how they are laid out and who speaks."""

from __future__ import annotations

import pytest

from inspect_cli.model import DocumentKind
from inspect_cli.recognise.kind import find_kind
from tests.recognise.texts import known, prose

FORCE = "HMICFRS went to Gwent Police."


@pytest.mark.parametrize(
    ("kind", "paragraphs"),
    [
        ("letter", ("Gwent Police: monitoring", "Letter information", "From:\n\nAnn Other", "To:\n\nJo Bloggs", FORCE)),
        ("letter", ("Gwent Police", "HMICFRS", "4 Long Street", "Leeds", "6 May 2023", "Dear Sir Jo", FORCE)),
        ("letter", ("Gwent Police: a return", FORCE, "It is better.", "Yours sincerely", "Ann Other")),
        ("letter", ("Annex to our letter to the Home Secretary", "Forces have done much.", FORCE)),
        ("other", ("From September 2021", "To what we said of Gwent Police", FORCE)),
        ("other", ("Letters were lost", FORCE, "They were dear to the force.")),
        ("other", ("Gwent Police", "Inspection officer", "Salary: £30,000", "Closing date: 3 May 2024", FORCE)),
        ("other", ("Jobs > Police staff > Gwent Police", "Review officer", "Closing date: 3 May 2024", FORCE)),
        ("thematic-report", ("A review of vetting", "Salary: a matter for forces", "We looked at it.")),
        ("other", ("Gwent Police and Crime Panel", "Minutes of the meeting of 3 May 2024", "Apologies: none", FORCE)),
        ("thematic-report", ("A report on panels in Gwent Police", "Apologies were made.", "We saw it.")),
        ("news", ("Marks for our forces", "HMIC graded Gwent Police as good.", "MORE: weather", "Comments (14)")),
        ("press-release", ("Gwent Police is good", "HMIC graded it.", "Notes to editors", "1. Comments are welcome.")),
        (
            "news",
            ("We are good", "HMIC came. HM Inspector Ann Other said: “Good.”", "Chief Constable Jo said: “Thanks.”"),
        ),
        ("press-release", ("It is good", "HM Inspector Ann Other said: “The chief constable said it would be.”")),
        ("other", ("Terms of reference: an inspection of vetting", "HMICFRS will look at it.")),
        ("other", ("PEEL assessment framework 2023–25", "How we make judgments")),
        ("thematic-report", ("An inspection of methodology in Gwent Police", "We looked at it.")),
        (
            "thematic-report",
            ("The thin line", "Foreword", "We visited forces.", "Summary", "It is bad.", "Conclusion", "So."),
        ),
        ("other", ("The thin line", "Foreword", "We like forces.", "Summary", "It is bad.", "Conclusion", "So.")),
        ("peel-report", ("PEEL: Gwent Police causes of concern", "HMICFRS found two.")),
        ("peel-report", ("Gwent Police: accelerated causes of concern", "We found them in our PEEL inspection.")),
        ("peel-report", ("Gwent 2021/22", "PEEL is explained below.", "How good is it?")),
        ("peel-overview", ("Gwent 2017", "PEEL is explained below.", "The force is good.")),
        ("pcc-response", ("HMICFRS report: response from the Police and Crime Commissioner", FORCE)),
        (
            "pcc-response",
            ("Office of the Police and Crime Commissioner for Gwent", "Leeds", "Dear Home Secretary", FORCE),
        ),
        ("integrity-report", ("How Gwent Police vets people, upholds standards and tackles corruption", "We looked.")),
        ("thematic-report", ("A report on how Gwent Police tackles corruption", "We looked at vetting.")),
        ("letter", ("HMICFRS", "Leeds", "Dear Home Secretary", FORCE)),
        ("tracker", ("Gwent Police", "Rating", "Red", "It is late.", "Green", "It is done.")),
        ("other", ("Gwent Police", "Rating", "The red flag and the green one.")),
        ("thematic-report", ("A report on how crime commissioners respond", "We looked at it.")),
    ],
)
def test_layout_and_voice_say_what_a_text_is(kind: str, paragraphs: tuple[str, ...]) -> None:
    assert find_kind(prose(*paragraphs)).value is DocumentKind(kind)


@pytest.mark.parametrize(
    ("publisher", "paragraphs"),
    [
        ("force", ("Gwent Police", "Inspection officer", "Salary: £30,000", "Closing date: 3 May 2024", FORCE)),
        ("other", ("Gwent Police and Crime Panel", "Minutes of the meeting of 3 May 2024", "Apologies: none", FORCE)),
        ("other", ("Marks for our forces", "HMIC graded Gwent Police as good.", "MORE: weather", "Comments (14)")),
        ("force", ("We are good", "HMIC came to Gwent Police.", "Chief Constable Jo Bloggs said: “Thanks.”")),
        (
            "HMICFRS",
            ("Gwent Police", "From:\n\nAnn Other\n\nHis Majesty’s Inspector", "To:\n\nThe chief constable", FORCE),
        ),
        ("force", ("Gwent Police", "From:\n\nJo Bloggs\n\nChief Constable", "To:\n\nHM Inspector", FORCE)),
        ("HMICFRS", ("PEEL: Police legitimacy 2017", "An inspection of Gwent Police", "HMIC said so last year.")),
    ],
)
def test_who_writes_is_who_publishes(publisher: str, paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).publisher.value == publisher


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        (
            "Revisit to Gwent Police",
            ("HMICFRS", "4 Long Street", "6 May 2023", "Dear Jo", "Revisit to Gwent Police", FORCE),
        ),
        ("Two marks: out of three – Gwent Police", ("date 2017-03-02 Two marks: out of three", FORCE)),
        (
            "Officer for inspections: Gwent Police",
            ("Gwent Police", "Jobs > Staff > Vacancies", "Officer for inspections", "Closing date: 3 May 2024", FORCE),
        ),
        (
            "Inspections update: Gwent Police",
            ("Committee: Audit", "Subject: Inspections update", "RED and GREEN", "Status", FORCE),
        ),
        (
            "Forces are thriving: Gwent Police",
            ("27 November 2014", "Forces are thriving", f"Published today: {FORCE}"),
        ),
        ("A report on custody suites in Gwent Police", ("A report on custody suites in", "Gwent Police", FORCE)),
    ],
)
def test_the_title_is_what_a_person_would_call_it(title: str, paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).title == title
