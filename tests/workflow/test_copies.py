"""What is a copy of what, and which of two serves better."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from inspect_cli.model import (
    DocumentKind,
    Extraction,
    FindingKind,
    Grade,
    Judgement,
    Pillar,
    Span,
    Verdict,
)
from inspect_cli.recognise import sketch
from inspect_cli.workflow.copies import Said, are_copies, serves_better
from tests.builders import finding, judgement, reference, report
from tests.workflow.desk import LATER, NOW

WORDS = [f"word{number}" for number in range(600)]
ALL, NEARLY, HALF, SOME = 600, 595, 420, 200

AREAS = tuple(f"The force should mend its {number}." for number in ("files", "cars", "cells", "gates", "pumps"))
GRADES = tuple(judgement(f"Question {number}", question=number) for number in (1, 2, 3))


@dataclass(frozen=True)
class Page:
    """A report: how many of its words it has from a common text, its areas for improvement, grades and facts."""

    words: int = ALL
    areas: tuple[str, ...] = AREAS
    grades: tuple[Judgement, ...] = GRADES
    verdict: Verdict | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    def said(self) -> Said:
        """Give it as it is read."""
        own = (f"other{number}" for number in range(ALL - self.words))
        text = " ".join([*WORDS[: self.words], *own])
        followed = (reference(verdict=self.verdict),) if self.verdict else ()
        return Said(
            report(**{"sketch": sketch(text)} | self.facts),
            Extraction(self.grades, tuple(finding(area) for area in self.areas), followed),
        )


def page(words: int = ALL, areas: tuple[str, ...] = AREAS, **facts: Any) -> Page:
    """Build a report with these facts."""
    return Page(words, areas, facts={"format": "pdf"} | facts)


PILLAR, REPORT, OVERVIEW = DocumentKind.PEEL_PILLAR, DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW
TRACKER: dict[str, Any] = {"kind": DocumentKind.TRACKER, "programme": None, "pillar": None}
WRAPPED = tuple(area.replace("mend its", "mend-its").upper() for area in AREAS)
OTHERS = tuple(f"A new one: {area[::-1]}" for area in AREAS)
REGRADED = (*GRADES[:1], *(judgement(f"Question {n}", question=n, grade=Grade.INADEQUATE) for n in (2, 3)))
RENAMED = tuple(judgement("Integrity", question=n + 3) for n in (1, 2, 3))
LONG = tuple(f"{area[:-1]} and should tell its commissioner how far it is with that." for area in AREAS[:3])
BARE = Page(ALL, (), ())


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        pytest.param(Page(), page(), True, id="the page and its PDF"),
        pytest.param(Page(), page(HALF), True, id="the PDF has annexes, running heads and a foreword"),
        pytest.param(Page(), page(HALF, WRAPPED), True, id="hyphens and capitals differ"),
        pytest.param(
            Page(),
            page(HALF, tuple(f"{area}{n}" for n, area in enumerate(AREAS, 11))),
            True,
            id="footnotes stand at the ends",
        ),
        pytest.param(
            Page(areas=AREAS[:2]), Page(HALF, AREAS[:2], RENAMED), True, id="headings gave the grades other subjects"
        ),
        pytest.param(
            Page(areas=AREAS[:2]), Page(HALF, AREAS[:2], REGRADED), False, id="the same two areas and other grades"
        ),
        pytest.param(
            Page(areas=LONG, grades=()),
            Page(HALF, tuple(f"{area} The force told us that it has begun." for area in LONG), ()),
            True,
            id="the sentence after each area stands in its box",
        ),
        pytest.param(Page(), page(HALF, AREAS[:4]), True, id="one area was not found in the PDF"),
        pytest.param(Page(), page(HALF, (*AREAS[:4], "The force should do more.")), True, id="one was cut elsewhere"),
        pytest.param(Page(), page(NEARLY, ()), True, id="a reader that lost all headings of the same text"),
        pytest.param(BARE, Page(NEARLY, (), ()), True, id="a release in which nothing is found, twice"),
        pytest.param(Page(), page(HALF, kind=REPORT), True, id="two PEEL kinds, the same findings and judgements"),
        pytest.param(
            Page(facts={"forces": ("kent", "essex")}), page(HALF, forces=("kent",)), False, id="one force of two"
        ),
        pytest.param(
            Page(facts={"forces": ("kent", "essex")}),
            Page(HALF, facts={"forces": ("essex", "kent")}),
            True,
            id="the same two forces in another order",
        ),
        pytest.param(
            Page(facts={"inspection_year": None}), page(HALF, inspection_year=None), True, id="both without a year"
        ),
        pytest.param(Page(facts=TRACKER), page(NEARLY, **TRACKER), True, id="a tracker of one day in two formats"),
        pytest.param(Page(), page(SOME), False, id="the summary and the detailed findings, with the same areas"),
        pytest.param(Page(), page(HALF, AREAS[:3]), True, id="judgements and three areas of five"),
        pytest.param(
            Page(),
            page(HALF, OTHERS),
            False,
            id="other areas, three of eight",
        ),
        pytest.param(Page(), page(HALF, AREAS[:1]), True, id="the same grades and the one area that was found"),
        pytest.param(Page(grades=()), page(HALF, AREAS[:1]), False, id="one area in common, the grades not found"),
        pytest.param(Page(areas=AREAS[:1], grades=()), Page(HALF, AREAS[:1], ()), False, id="one find says too little"),
        pytest.param(BARE, Page(HALF, (), ()), False, id="nothing found and much else differs"),
        pytest.param(Page(), page(pillar=Pillar.EFFICIENCY), False, id="another pillar, whatever the text"),
        pytest.param(Page(), page(HALF, pillar=None), False, id="the whole report and its page on a pillar"),
        pytest.param(Page(), page(inspection_year=2017), False, id="another year, whatever the text"),
        pytest.param(Page(), page(HALF, inspection_year=None), False, id="a year that is not known"),
        pytest.param(Page(), page(HALF, programme=None), False, id="another programme"),
        pytest.param(Page(), page(forces=("kent",)), False, id="two forces' releases made from one template"),
        pytest.param(Page(), page(HALF, kind=DocumentKind.PRESS_RELEASE), False, id="the report and its release"),
        pytest.param(
            Page(), Page(HALF, grades=REGRADED, facts={"kind": OVERVIEW}), False, id="an overview with other judgements"
        ),
        pytest.param(Page(), page(HALF, AREAS[:1], kind=OVERVIEW), False, id="an overview with one area of five"),
        pytest.param(
            Page(facts=TRACKER),
            Page(NEARLY, verdict=Verdict.ACHIEVED, facts=TRACKER),
            False,
            id="a tracker with one status changed",
        ),
        pytest.param(
            Page(facts=TRACKER | {"published": NOW.date()}),
            Page(facts=TRACKER | {"published": LATER.date()}),
            False,
            id="two meetings' trackers",
        ),
        pytest.param(Page(), Page(facts=TRACKER), False, id="a report and a tracker"),
        pytest.param(Page(facts={"sketch": ()}), page(sketch=()), False, id="without words there is no likeness"),
    ],
)
def test_copies_are_of_one_inspection_and_say_mostly_the_same(one: Page, other: Page, copies: bool) -> None:
    assert are_copies(one.said(), other.said()) is copies
    assert are_copies(other.said(), one.said()) is copies


IN_MARKDOWN = {"format": "md"}
PAGED = (judgement(span=Span(1, 1, 0, 9, page=3)),)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(Page(), Page(areas=AREAS[:4], facts={"format": "html"}), id="more areas for improvement"),
        pytest.param(Page(verdict=Verdict.ACHIEVED), Page(facts={"format": "html"}), id="a verdict more"),
        pytest.param(
            Page(grades=(judgement(span=Span(1, 1, 0, 9, page=3)),)),
            Page(grades=GRADES[:1], facts={"format": "html"}),
            id="pages",
        ),
        pytest.param(Page(facts={"format": "html"}), Page(facts={"format": "docx"}), id="HTML before Word"),
        pytest.param(Page(facts={"format": "docx"}), Page(facts=IN_MARKDOWN), id="Word before Markdown"),
        pytest.param(Page(facts=IN_MARKDOWN), Page(), id="Markdown before text"),
        pytest.param(Page(facts={"sha256": "2"}), Page(facts={"sha256": "1"}), id="one of them, always the same"),
    ],
)
def test_of_two_copies_one_serves_better_whichever_came_first(better: Page, worse: Page) -> None:
    assert serves_better(better.said(), worse.said())
    assert not serves_better(worse.said(), better.said())


def test_concerns_in_running_text_are_not_what_was_formally_found() -> None:
    chatty = Page(facts={"format": "txt"}).said()
    concern = finding("It has backlogs.", kind=FindingKind.CONCERN)
    more = (*chatty.extraction.findings, concern)
    assert serves_better(Page(facts=IN_MARKDOWN).said(), chatty._replace(extraction=Extraction(GRADES, more)))
