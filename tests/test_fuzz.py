"""Any text and any file is read or refused, in time that grows as it does; each find stands at its words.

``python -m tests.bench.fuzz`` runs such cases by the ten thousand.
"""

from __future__ import annotations

import re
import sys
from random import Random
from types import FrameType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspect_cli.errors import SourceError
from inspect_cli.extract import extract
from inspect_cli.model import DocumentKind, Given
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from tests.bench.fuzz import check_quotes, run_case
from tests.hostile import FILES, GAPS, LAYOUTS, RUNS, at_most
from tests.labels import Example, read_examples
from tests.mutations import make_case
from tests.spoiling import mutated

_MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_SECONDS, _LONG = 10, 40_000
_KENT = "PEEL: Police legitimacy 2018\n\nAn inspection of Kent Police\n\n"
_SENTENCES = (
    "Kent Police is good at vetting.",
    "The force requires improvement at custody, and is good at patrol and in planning.",
    "In 2016, we judged the force to be inadequate at responding to the public.",
    "This judgment has been carried over from our 2017 inspection.",
    "Areas for improvement",
    "Cause of concern",
    "Recommendation 3",
    "Recommendations",
    "The force should make sure that it vets its staff by 31 March 2019.",
    "To address this, within six months, the force should:",
    "- brief all 35 officers;",
    "• In our last report we made two recommendations. The first is that it should vet; • keep records; and • brief.",
    "> The force should keep a record of",
    "**Legitimacy**",
    "## How well does the force treat people?",
    "3",
    "Good",
    "Requires improvement",
    "This recommendation has not been met.",
    "We are concerned that the force does not know how many of its staff have second jobs.",
    "| Vetting | Good |",
    "PEEL legitimacy 2016 (6129)",
    "[on]8th December 2016 [status]complete[/status][/on]",
    "Notes to editors",
)
_WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)
_PIECES = st.one_of(st.sampled_from(_SENTENCES), st.sampled_from(sorted(RUNS)), _WORDS)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe]")  # what no text has is refused
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["\n\n", "\n", " ", "\t", "\n> ", "\n- "])), max_size=25).map(
    lambda pieces: _KENT + _CONTROL.sub("", "".join(piece + between for piece, between in pieces))
)
_KINDS = st.sampled_from(list(DocumentKind))


def _given(kind: DocumentKind = DocumentKind.PEEL_REPORT) -> dict[str, Given]:
    facts = {"forces": ("kent",), "kind": kind, "inspection_year": 2018}
    return {name: Given(value, "test") for name, value in facts.items()}


@_MANY
@given(st.integers(0, 10**9))
def test_a_report_spoilt_in_any_way_is_read_or_refused(number: int) -> None:
    with at_most(_SECONDS):
        run_case(make_case(0, number))


@_MANY
@given(_TEXTS, _KINDS)
@example(_KENT + "Recommendations\n\nThe force should: • vet; • brief; and • keep a record.", DocumentKind.PEEL_REPORT)
@example(_KENT + "> The force should keep a record of\n> those it vets.", DocumentKind.PEEL_REPORT)
def test_any_text_gives_the_same_finds_twice_each_at_its_words(text: str, kind: DocumentKind) -> None:
    with at_most(_SECONDS):
        document = read_source("kent.txt", text.encode("utf-8", "replace"))
        report = recognise(document, _given(kind))
        found = extract(document, report)
    check_quotes(document, found)
    assert extract(document, report) == found


_BODIES = re.compile(
    r"\w*(?:polic|constab|force|PEEL|HMIC|HMI\b|inspect|IOPC|IPCC|PCC|commissioner|crime|PSNI|Met\b)\w*", re.I
)
_EXCERPT = 3_000
_REPORTS = [one for one in read_examples() if not one.is_negative and one.path.suffix != ".html"]


@settings(_MANY, max_examples=40)
@given(st.sampled_from(_REPORTS), st.randoms(use_true_random=False))
def test_a_text_that_names_no_body_of_police_is_no_report(report: Example, rng: Random) -> None:
    text = mutated(report.path.read_text(encoding="utf-8")[:_EXCERPT], rng)
    text = _BODIES.sub("bakery", text)
    with pytest.raises(SourceError) as caught:
        recognise(read_source("a.txt", text.encode("utf-8", "replace")), {})
    assert caught.value.hint


class _Counter:
    """Counts the calls of functions, ours and built-in ones, while it is on."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self.calls += event in ("call", "c_call")


def _calls(text: str) -> int:
    """How many calls it takes to read and extract a text."""
    counter = _Counter()
    sys.setprofile(counter)
    try:
        document = read_source("kent.txt", text.encode("utf-8", "replace"))
        extract(document, recognise(document, _given()))
    except SourceError:
        pass
    finally:
        sys.setprofile(None)
    return counter.calls


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("words", ["a", "a’", "and ", "audit and ", "terms, ", " "])
def test_a_long_line_is_read_as_any_kind_of_document(words: str, kind: DocumentKind) -> None:
    text = f"{_KENT}Dear Chief Constable\n\n|x{words * 1_000}!\n\nYours sincerely\n\n{words * 1_000}!\n"
    with at_most(_SECONDS):
        document = read_source("kent.txt", text.encode())
        extract(document, recognise(document, _given(kind)))


@pytest.mark.parametrize("kind", [DocumentKind.REGISTER, DocumentKind.PEEL_REPORT])
@pytest.mark.parametrize("words", GAPS)
def test_blanks_without_end_are_looked_through_once(words: str, kind: DocumentKind) -> None:
    with at_most(_SECONDS):
        document = read_source("kent.txt", f"{_KENT}{GAPS[words](_LONG)}\n\nOther words.\n".encode())
        extract(document, recognise(document, _given(kind)))


_SHORT, _GROWTH = 1_000, 2.5


@pytest.mark.parametrize("name", [*LAYOUTS, *FILES, *RUNS])
def test_twice_the_text_is_no_more_than_twice_the_work(name: str) -> None:
    make = LAYOUTS.get(name) or FILES.get(name) or RUNS[name]
    begins = "" if name in FILES else _KENT
    with at_most(_SECONDS):
        _calls(begins + make(100))
        once, twice = _calls(begins + make(_SHORT)), _calls(begins + make(2 * _SHORT))
    assert twice < _GROWTH * once
