"""Which force a person means, and which forces a document is about."""

from __future__ import annotations

import pytest

from inspect_cli.model import DocumentKind
from inspect_cli.recognise.forces import find_forces
from inspect_cli.reference import load
from inspect_cli.reference.forces import force_name, force_slug, nearest_forces, title_force
from tests.recognise.texts import prose


def test_all_43_territorial_forces_and_two_more_are_known_once() -> None:
    slugs = [force["slug"] for force in load("forces")["force"]]
    assert len(slugs) == len(set(slugs)) == 45
    assert {"btp", "psni", "city-of-london", "metropolitan", "dyfed-powys"} <= set(slugs)
    assert all(force_slug(slug) == slug and force_slug(force_name(slug)) == slug for slug in slugs)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kent", "kent"),
        ("kent police", "kent"),
        ("Surrey Constabulary", "surrey"),
        ("the Met", "metropolitan"),
        ("MPS", "metropolitan"),
        ("Devon & Cornwall", "devon-and-cornwall"),
        ("dyfed powys", "dyfed-powys"),
        ("GMP", "greater-manchester"),
        ("WMP", "west-midlands"),
        ("Hampshire Constabulary", "hampshire"),
        ("British Transport Police", "btp"),
        ("PSNI", "psni"),
        ("West Mercia Police", "west-mercia"),
        ("Mercia", None),
        ("Yorkshire", None),
        ("Kent 2015", None),
        ("Kent County Council", None),
        ("", None),
    ],
)
def test_a_person_names_a_force_in_the_usual_ways(text: str, slug: str | None) -> None:
    assert force_slug(text) == slug


def test_the_nearest_names_help_after_a_slip() -> None:
    assert nearest_forces("chesire")[0] == "cheshire"
    assert nearest_forces("west midland")[0] == "west-midlands"
    assert nearest_forces("xyzzy") == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kent PEEL 2018", "kent"),
        ("West Yorkshire 2014", "west-yorkshire"),
        ("Essex", "essex"),
        ("PEEL 2015 – Durham", "durham"),
        ("Kent Search and Rescue 2014", None),
        ("Essex County Council 2016", None),
        ("The Kent PEEL report", None),
    ],
)
def test_a_short_name_counts_as_a_title_only(text: str, slug: str | None) -> None:
    assert title_force(text) == slug


@pytest.mark.parametrize(
    ("paragraphs", "forces"),
    [
        pytest.param(("Norfolk 2015", "The force is good."), ("norfolk",), id="short title"),
        pytest.param(
            ("Norfolk Constabulary does better", "Kent Police sent advice. Kent Police was thanked."),
            ("norfolk",),
            id="title before count",
        ),
        pytest.param(
            ("An inspection of Warwickshire and West Mercia Police", "They share a unit."),
            ("warwickshire", "west-mercia"),
            id="two in a title",
        ),
        pytest.param(
            ("Two forces graded", "Kent Police", "It is good.", "Essex Police", "It is good."),
            ("kent", "essex"),
            id="a heading each",
        ),
        pytest.param(
            (
                "Our findings",
                "Much was done.",
                "More is to do.",
                "Dorset Police has a plan. It works.",
                "Dorset Police knows.",
            ),
            ("dorset",),
            id="spoken of most",
        ),
        pytest.param(("Our findings", "We saw Dorset Police at work."), ("dorset",), id="the only one, at once"),
        pytest.param(
            ("Our findings", "Much was done.", "More is to do.", "We saw one good thing in Dorset Police."),
            (),
            id="one in passing",
        ),
        pytest.param(
            (
                "Our findings",
                "We went to Kent Police, Essex Police, Surrey Police and Gwent Police.",
                "Kent Police, Kent Police and Kent Police again.",
            ),
            (),
            id="a list with a favourite",
        ),
        pytest.param(
            (
                "Our findings",
                "It rained.",
                "Much was done.",
                "More is to do.",
                "Notes to editors",
                "1. HMIC inspects BTP, as well as Gwent Police.",
                "2. Gwent Police.",
            ),
            (),
            id="only in the notes",
        ),
        pytest.param(
            ("Our findings", "Kent and Essex have long coasts, and so has Durham. Kent County Council told us."),
            (),
            id="places",
        ),
        pytest.param(
            ("Our findings", "The Met has a plan.", "More.", "It is the Met that we inspected."),
            ("metropolitan",),
            id="an abbreviation where no name stands",
        ),
        pytest.param(
            ("Report of the PCC", "I am the Police and Crime Commissioner for Gwent."),
            ("gwent",),
            id="by the commissioner",
        ),
        pytest.param(
            ("DEVON & CORNWALL POLICE", "The force is good."), ("devon-and-cornwall",), id="capitals and an ampersand"
        ),
    ],
)
def test_a_document_is_about_the_forces_it_is_called_after_or_speaks_of_most(
    paragraphs: tuple[str, ...], forces: tuple[str, ...]
) -> None:
    assert find_forces(prose(*paragraphs), DocumentKind.OTHER).value == forces


@pytest.mark.parametrize(
    ("kind", "paragraphs", "forces"),
    [
        pytest.param(
            "press-release",
            ("Releases", "Kent Police is good, we say", "It is.", "Inspectors pleased with Essex Police", "They are."),
            ("kent", "essex"),
            id="a headline each",
        ),
        pytest.param(
            "peel-report",
            (
                "Kent Police",
                "Kent Police is good. Kent Police is big.",
                "How Kent Police differs from Essex Police",
                "It does.",
                "What Essex Police does",
                "Little.",
            ),
            ("kent",),
            id="another's heading in one force's report",
        ),
        pytest.param(
            "press-release",
            (
                "Marks are out",
                "Five were judged outstanding: Durham, Kent and Norfolk.",
                "One was found inadequate: Dorset.",
            ),
            ("durham", "kent", "norfolk", "dorset"),
            id="short names in graded lists",
        ),
        pytest.param(
            "press-release",
            ("Marks are out", "Durham is a good place, and Kent has outstanding beaches."),
            (),
            id="places",
        ),
        pytest.param(
            "thematic-report",
            (
                "A report on dogs",
                "All forces should have dogs.",
                "Chief constables told us so. Kent Police has two.",
                "Kent Police has good dogs.",
            ),
            (),
            id="an example in a national report",
        ),
        pytest.param(
            "thematic-report",
            ("A report on dogs", "The force has dogs. Kent Police has two.", "Kent Police has good dogs."),
            ("kent",),
            id="a report on one force",
        ),
        pytest.param(
            "thematic-report", ("A report on dogs", "Police forces: Kent", "Woof."), ("kent",), id="a side line"
        ),
        pytest.param(
            "register", ("A visit to custody suites in Surrey (8802)", "Do it."), ("surrey",), id="short title"
        ),
        pytest.param("register", ("A visit to Surrey County Council (8802)", "Do it."), (), id="a council"),
        pytest.param(
            "register", ("A list (12)", "STAFFS - owner named.", "STAFFS - done."), ("staffordshire",), id="STAFFS"
        ),
    ],
)
def test_headings_grades_and_side_lines_say_which_forces(
    kind: str, paragraphs: tuple[str, ...], forces: tuple[str, ...]
) -> None:
    assert find_forces(prose(*paragraphs), DocumentKind(kind)).value == forces


def test_a_force_that_is_named_once_counts_in_the_force_s_own_papers() -> None:
    text = prose("Item 7", "It is due.", "It is late.", "It is long.", "See www.gwent.police.uk for more. All GREEN.")
    assert find_forces(text, DocumentKind.TRACKER).value == ("gwent",)
    assert find_forces(text, DocumentKind.THEMATIC_REPORT).value == ()


def test_the_evidence_names_the_line() -> None:
    evidence = find_forces(prose("Overview", "Kent PEEL 2018"), DocumentKind.OTHER).evidence
    assert (evidence.line, evidence.why) == (3, "“Kent”, named in the title")
