"""What sort of document a text is, by its structure."""

from __future__ import annotations

import pytest

from inspect_cli.model import DocumentKind
from inspect_cli.recognise.kind import find_kind
from tests.recognise.texts import prose


@pytest.mark.parametrize(
    ("kind", "paragraphs"),
    [
        ("register", ("Core business (17)", "[on]4th May 2015 [status]awaiting-review[/status][/on]")),
        ("tracker", ("Audit committee", "Status: RED is late, GREEN is done, AMBER is under way.")),
        ("tracker", ("Kent Police", "Areas for improvement (3)", "Kent Police should plan.")),
        ("tracker", ("Actions", "Completed", "Write a plan.", "Superseded", "Write another.")),
        ("pcc-response", ("Gwent", "I am the Police and Crime Commissioner for Gwent.", "I welcome it.")),
        ("pcc-response", ("PCC’s response to the report on Gwent Police", "It is welcome.")),
        ("peel-pillar", ("Gwent PEEL 2017", "Efficiency", "How efficient is the force?", "Good")),
        ("peel-pillar", ("Gwent PEEL 2018", "How well led is the force?", "The chief constable explained: good.")),
        ("peel-pillar", ("PEEL: Police efficiency 2016", "An inspection of Gwent Police", "We found much.")),
        ("peel-overview", ("Gwent 2016", "The force is good.")),
        (
            "peel-overview",
            ("Our view", "This is a PEEL assessment.", "Ann Other, Her Majesty’s Inspector of Constabulary"),
        ),
        ("peel-report", ("PEEL 2021/22", "An inspection of Gwent Police", "Our view")),
        ("peel-report", ("Our view", "We grade Gwent Police in nine areas of policing.", "It is about PEEL.")),
        ("transcript", ("HMI Ann Other on Gwent Police – Transcript", "I am pleased.")),
        ("letter", ("HMIC", "4 May 2014", "Dear Chief Constable,", "We came to see you.")),
        (
            "press-release",
            ("Gwent Police is good", "HMIC found much.", "HM Inspector Ann Other said:", "“It is good.”"),
        ),
        ("press-release", ("Gwent Police is good", "“It is good,” said HM Inspector Ann Other.")),
        ("press-release", ("Gwent Police is good", "The report is published today.")),
        ("press-release", ("Gwent Police is good", "It is.", "Notes to editors", "1. HMIC inspects.")),
        ("press-release", ("Gwent Police has done well since last year", "HMIC went back to Gwent Police.")),
        ("news", ("Inspectors praise us", "HMICFRS came.", "Chief Constable Ann Other said: “Good.”")),
        ("integrity-report", ("Police integrity and corruption", "Gwent Police", "We looked.")),
        ("thematic-report", ("A report on roads policing", "We looked.")),
        ("other", ("How we inspect", "HMIC looks at forces.")),
        ("other", ("Gwent Police", "RED is a colour of the flag.")),
        ("other", ("Chief constables", "A chief constable said little of it.")),
    ],
)
def test_structure_says_what_a_document_is(kind: str, paragraphs: tuple[str, ...]) -> None:
    assert find_kind(prose(*paragraphs)).value is DocumentKind(kind)
