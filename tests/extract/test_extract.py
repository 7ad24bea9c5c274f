"""What holds of the extraction of any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.extract import extract
from inspect_cli.model import Extraction, Finding, Grade, Judgement, Pillar, Reference, cut
from inspect_cli.read import read_source
from tests.builders import report

FRAGMENTS = (
    "Good",
    "Requires improvement",
    "2",
    "How well does the force treat its staff?",
    "Questions for Legitimacy",
    "Areas for improvement",
    "• The force should review its custody records within six months.",
    "The constabulary needs to improve its vetting of contractors. It has 12 officers waiting.",
    "Gwent Police has not achieved our 2016 recommendation on second jobs. Progress has been slow.",
    "Norfolk Constabulary is judged to be good at dealing with crime and good at looking after its staff.",
    "This area for improvement has been discharged.",
    "In 2017, we set out two areas for improvement:",
    "There are back-\nlogs in the counter-\ncorruption unit, and it lacks staff.",
    "“We found good practice,” he said.",
    "The judgment of our 2015 inspection has been carried over.",
    "Last updated 12/03/2019",
    "Notes to editors",
    "\t  ",
    "...!?",
)
ODD = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60)
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), ODD), max_size=14).flatmap(
    lambda parts: st.sampled_from(("\n\n", "\n", " ")).map(lambda gap: gap.join(parts))
)


def extracted(text: str) -> tuple[tuple[str, ...], Extraction]:
    document = read_source("report.txt", f"A report.\n\n{text}".encode())
    return document.lines, extract(document, report(pillar=Pillar.LEGITIMACY))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_find_of_any_text_points_at_its_words(text: str) -> None:
    lines, found = extracted(text)
    finds: list[Judgement | Finding | Reference] = [*found.judgements, *found.findings, *found.references]
    for find in finds:
        assert find.quote == cut(lines, find.span)
        assert find.quote


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_finds_of_any_text_are_in_document_order_and_each_once(text: str) -> None:
    _, found = extracted(text)
    for finds in (found.judgements, found.findings, found.references):
        places = [(find.span.line, find.span.start) for find in finds]
        assert places == sorted(places)
        assert len({find.id for find in finds}) == len(finds)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_what_no_rule_claimed_is_no_find(text: str) -> None:
    _, found = extracted(text)
    finds: list[Finding | Reference] = [*found.findings, *found.references]
    used = {(find.span.line, find.text) for find in finds}
    assert not used & {(sentence.line, sentence.text) for sentence in found.unclaimed}


def test_a_report_gives_its_grade_its_findings_and_what_became_of_old_ones() -> None:
    _, found = extracted(
        "Is the force fair?\n\nLast updated 01/02/2019\n\nGood\n\n"
        "Areas for improvement\n\n• The force should publish its stop and search figures by 31 March 2019.\n\n"
        "Searching people\n\nThe force has completed the area for improvement we set in 2017. "
        "But it lacks a plan for its 14 advisers."
    )
    assert [(one.grade, one.pillar) for one in found.judgements] == [(Grade.GOOD, Pillar.LEGITIMACY)]
    assert [one.kind.value for one in found.findings] == ["area-for-improvement", "concern"]
    assert [(one.to_year, one.verdict.value) for one in found.references] == [(2017, "achieved")]
    assert not found.unclaimed
    assert not found.figures


def test_a_sentence_with_a_trigger_word_that_no_rule_claims_is_listed() -> None:
    _, found = extracted("Ministers must decide.\n\nThe day was sunny.")
    assert [(one.trigger, one.text) for one in found.unclaimed] == [("must", "Ministers must decide.")]
