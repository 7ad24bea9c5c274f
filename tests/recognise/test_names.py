"""Publisher, programme, pillar, inspector and title of a document."""

from __future__ import annotations

import pytest

from inspect_cli.model import Pillar, Publisher
from tests.recognise.texts import known


@pytest.mark.parametrize(
    ("publisher", "paragraphs"),
    [
        ("HMIC", ("Gwent PEEL 2016", "Efficiency", "How efficient is the force?", "HMICFRS keeps this page.")),
        ("HMIC", ("Gwent PEEL 2017", "Efficiency", "How efficient is the force?", "Last updated 02/03/2017")),
        ("HMICFRS", ("Gwent PEEL 2017", "Efficiency", "How efficient is the force?", "Last updated 09/11/2017")),
        ("HMICFRS", ("Gwent PEEL 2018", "Efficiency", "How efficient is the force?", "HMIC inspected it before.")),
        ("HMICFRS", ("A report on custody suites", "HMICFRS inspects police custody suites.")),
        ("HMIC", ("A report on custody suites", "HMIC inspects police custody suites.")),
        ("force", ("Inspectors praise Gwent Police", "HMICFRS came.", "Chief Constable Ann Other said: “Good.”")),
        ("PCC", ("Inspectors praise Gwent Police", "HMICFRS came.", "Gwent PCC Ann Other said: “Good.”")),
        ("PCC", ("Response to HMICFRS", "I am the Police and Crime Commissioner for Gwent.")),
        ("other", ("Gwent Police: HMICFRS actions", "Status: GREEN is done, RED is late.")),
        ("HMIC", ("Core business (1)", "HMIC asks.", "[on]4th May 2015 [status]awaiting-review[/status][/on]")),
        ("HMICFRS", ("Core business (1)", "HMIC asks.", "[on]4th May 2018 [status]complete[/status][/on]")),
    ],
)
def test_the_publisher_has_the_name_it_had_then(publisher: str, paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).publisher is Publisher(publisher)


@pytest.mark.parametrize(
    ("programme", "paragraphs"),
    [
        ("PEEL", ("Gwent PEEL 2016", "The force is good.")),
        ("PEEL", ("Gwent 2016", "HMIC says: the force is good.")),
        ("PEEL", ("HMI Ann Other’s assessment of Gwent Police", "I am pleased.")),
        ("Custody", ("Gwent Police", "HMICFRS went to its police custody suites.", "PEEL is another matter.")),
        (
            "Vetting and counter-corruption",
            ("Vetting arrangements of Gwent Police", "HMICFRS says: once part of PEEL. PEEL goes on."),
        ),
        ("Without fear or favour", ("Gwent Police", "HMIC inspected it in 2011 for Without fear or favour.")),
        ("Revisiting police relationships", ("Gwent Police", "In 2012 HMIC went back after Without fear or favour.")),
        (None, ("Gwent Police", "HMICFRS came and praised its integrity.")),
    ],
)
def test_the_programme_is_the_one_in_the_title_or_named_most(
    programme: str | None, paragraphs: tuple[str, ...]
) -> None:
    assert known(*paragraphs).programme == programme


@pytest.mark.parametrize(
    ("pillar", "paragraphs"),
    [
        (Pillar.EFFICIENCY, ("Gwent PEEL 2016", "Efficiency", "How efficient is it at being effective?")),
        (Pillar.LEGITIMACY, ("Gwent PEEL 2018", "Is the force legitimate?", "Good")),
        (Pillar.EFFECTIVENESS, ("Gwent Police acts effectively", "HMIC found it in PEEL.", "Notes to editors")),
        (Pillar.LEGITIMACY, ("PEEL: Police legitimacy (including leadership) 2017", "An inspection of Gwent Police")),
        (None, ("Gwent 2016", "HMIC says: it is effective, efficient and legitimate.")),
        (None, ("PEEL 2021/22", "An inspection of Gwent Police", "How effective is the force?")),
    ],
)
def test_a_pillar_is_named_where_the_document_is_about_one(pillar: Pillar | None, paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).pillar is pillar


@pytest.mark.parametrize(
    ("inspector", "sentence"),
    [
        ("Ann Other", "HM Inspector of Constabulary Ann Other said:"),
        ("Ann Other", "HM Inspector of Constabulary for the Western Region, Ann Other QPM, said:"),
        ("Ann Other", "Ann Other, Her Majesty’s Inspector of Constabulary"),
        ("Ann Other", "This is HMI Ann Other’s assessment of the force."),
        ("Sir Ann Other", "“Good,” said HM Chief Inspector Sir Ann Other."),
        ("Zoë O’Neill-Smith", "HM Inspector Zoë O’Neill-Smith said:"),
        (None, "Chief Constable Ann Other said that HMIC is right."),
        (None, "In Gwent Police, HMIC found much."),
        (None, "HM Inspector’s summary"),
    ],
)
def test_the_inspector_is_who_speaks_owns_or_signs(inspector: str | None, sentence: str) -> None:
    assert known("Gwent PEEL 2016", "The force is good.", sentence).inspector == inspector


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Gwent PEEL 2016 – Efficiency", ("Gwent PEEL 2016", "Efficiency", "How efficient is it?")),
        ("Gwent 2016", ("Skip to content", "Gwent 2016", "HMIC says: good.")),
        ("Gwent Police is ‘good’", ("Gwent Police is ‘good’ – HMIC", "HMIC found much.")),
        ("A view of Gwent Police", ("Better policing for all", "## A view of *Gwent Police*", "HMIC found much.")),
        ("PEEL 2021/22 – An inspection of Gwent Police", ("PEEL 2021/22", "An inspection of Gwent Police", "Good")),
        (
            "Police integrity and corruption: Gwent Police",
            ("Gwent Police", "Police integrity and corruption", "HMIC looked."),
        ),
        (
            "PEEL 2023–25: Gwent Police",
            ("Overview", "PEEL 2023–25", "We looked at nine areas of policing in Gwent Police."),
        ),
    ],
)
def test_the_title_says_whose_report_it_is(title: str, paragraphs: tuple[str, ...]) -> None:
    assert known(*paragraphs).title == title
