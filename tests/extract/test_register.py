"""The register of recommendations: entries, logs in broken markup, the last status."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract.tags import read_log
from inspect_cli.model import (
    DocumentKind,
    Extraction,
    FindingKind,
    LogEntry,
    RegisterStatus,
    Span,
    Verdict,
    cut,
    last_status,
)
from tests.extract.texts import document, extracted

BODY = "The force should keep its records in order."
GOOD = "[on]8th December 2016 [status]awaiting-review[/status][/on][on]3rd May 2018 [status]complete[/status][/on]"


def read(text: str, **changes: Any) -> Extraction:
    """Read a text as an entry of the register, of a document of no year of its own."""
    return extracted(text, kind=DocumentKind.REGISTER, inspection_year=None, **changes)


def log_of(markup: str) -> list[tuple[str | None, str | None, bool]]:
    """Give day, status and whether it was read whole, of each entry of a log."""
    events = read_log(markup, 0, len(markup))
    return [(event.day.isoformat() if event.day else None, event.status, event.whole) for event in events]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (GOOD, [("2016-12-08", "awaiting-review", True), ("2018-05-03", "complete", True)]),
        ("[on]8th December 2016 [status]complete", [("2016-12-08", "complete", True)]),
        ("[on]8 December 2016 complete[/on]", [("2016-12-08", "complete", True)]),
        ("8th December 2016 [status]complete[/status]", [("2016-12-08", "complete", True)]),
        ("[on]08/12/2016 [staus]being-progresed[/staus][/on]", [("2016-12-08", "being-progressed", True)]),
        ("[ on ]8th December 2016 [ status ]complete[ /status ][ /on ]", [("2016-12-08", "complete", True)]),
        ("&#91;on&#93;8th December 2016 &#91;status&#93;complete&#91;/status&#93;", [("2016-12-08", "complete", True)]),
        ("on 8th December 2016 status awaiting-review", [("2016-12-08", "awaiting-review", True)]),
        ("[status][on]8th December 2016[/on]complete[/status]", [("2016-12-08", "complete", True)]),
        ("[on 8th December 2016 [status complete[/status][/on]", [("2016-12-08", "complete", True)]),
        ("[on]8th Febuary 2016 [status]complete[/status][/on]", [("2016-02-08", "complete", True)]),
        ("[on]8th May 2016 [comment]Wait for 9 June 2017 to pass.[/comment][/on]", [("2016-05-08", None, True)]),
        ("[on]8th May 2016\n\nNothing is known.\n\n[/comment][/on]", [("2016-05-08", None, True)]),
        (
            "[on]8th May 2016 [comment]It is in hand.\n\n9 June 2017 [status]complete[/status]",
            [("2016-05-08", None, True), ("2017-06-09", "complete", True)],
        ),
        (
            "[on]8th May 2016 [status]complete[/status] [comment]Seen.[/comment] [status]awaiting-review[/status][/on]",
            [("2016-05-08", "complete", True), ("2016-05-08", "awaiting-review", True)],
        ),
        # What cannot be read is kept, and not taken for something else.
        ("[on]31st June 2016 [status]complete[/status][/on]", [(None, "complete", False)]),
        ("[on]8th May 2016 [status]waiting for news[/status][/on]", [("2016-05-08", None, False)]),
        ("[on]some day [comment]A word.[/comment][/on]", [(None, None, False)]),
        (
            "[on]8th May 2016 [status]complete[/status][/on] and so on",
            [("2016-05-08", "complete", True), (None, None, False)],
        ),
        # No tags of the log, however they look.
        ("[redacted] said [sic] that the [status quo] holds", [(None, None, False)]),
        ("[on]8th May 2016 [comment]The [status quo] is complete.[/comment][/on]", [("2016-05-08", None, True)]),
        ("[on][/on][on][/on]", []),
    ],
)
def test_a_log_is_read_in_whatever_state_its_markup_is(
    markup: str, expected: list[tuple[str | None, str | None, bool]]
) -> None:
    assert log_of(markup) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (BODY, [BODY]),
        (
            "HMIC recommends that:\n\n• Within a year, forces should act.\n• Forces should tell HMIC.",
            ["Within a", "Forces"],
        ),
        ("To mend this the force should:\n\n• read each report;\n• keep a record.", ["To mend this the force should:"]),
        (
            "The force is slow.\n\nThe force should hurry. It should tell us.",
            ["The force should hurry. It should tell us."],
        ),
        (
            "Kent Police needs to answer its letters\n\nIn 9 of 20 cases nobody had.",
            ["Kent Police needs to answer its letters"],
        ),
        ("Theme: records\n\nSorry, the page cannot be found.\n\n" + BODY, [BODY]),
        (
            "Cause of concern\n\nThe force loses records.\n\nRecommendation\n\n" + BODY,
            ["The force loses records.", BODY],
        ),
        ("HMIC recommends that:", []),
        ("404 Page not found", []),
        ("", []),
    ],
)
def test_an_entry_recommends_its_bullets_or_what_its_paragraphs_direct(body: str, expected: list[str]) -> None:
    found = read(f"PEEL: police legitimacy 2016 (6129)\n\n{body}\n\n{GOOD}").findings
    assert len(found) == len(expected)
    assert all(finding.text.startswith(words) for finding, words in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("last", "verdict"),
    [
        ("being-progressed", Verdict.IN_PROGRESS),
        ("complete", Verdict.ACHIEVED),
        ("no-further-action-needed", Verdict.SUPERSEDED),
        ("awaiting-review", Verdict.MENTIONED),
    ],
)
def test_the_last_status_gives_one_reference_that_shows_it(last: str, verdict: Verdict) -> None:
    text = f"PEEL: police legitimacy 2016 (6129)\n\n{BODY}\n\n{GOOD}[on]9th July 2019 [status]{last}[/status][/on]"
    said = read(text)
    (reference,) = said.references
    assert (reference.verdict, reference.to_year, reference.to_kind) == (verdict, 2016, "recommendation")
    assert reference.quote == f"[on]9th July 2019 [status]{last}[/status][/on]"
    assert reference.follows == tuple(finding.id for finding in said.findings)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2016-12-08 awaiting-review", "2018-05-03 complete", "2019-07-09 being-progressed"), "being-progressed"),
        (("2019-07-09 being-progressed", "2018-05-03 complete"), "being-progressed"),
        (("2016-12-08 awaiting-review", "2018-05-03 -"), "awaiting-review"),
        (("2018-05-03 complete", "2018-05-03 being-progressed"), "being-progressed"),
        (("2016-12-08 awaiting-review", "- complete"), "complete"),
        (("2018-05-03 -",), None),
        ((), None),
    ],
)
def test_the_status_that_holds_is_the_last_by_its_day(days: tuple[str, ...], expected: str | None) -> None:
    parts = [day.rsplit(" ", 1) for day in days]
    log = [
        LogEntry(
            None if day == "-" else date.fromisoformat(day),
            None if status == "-" else RegisterStatus(status),
            "",
            True,
            Span(line, line, 0, 1),
        )
        for line, (day, status) in enumerate(parts, 1)
    ]
    held = last_status(log)
    assert (held.status if held else None) == expected


def test_a_dump_gives_each_entry_its_own_year_force_kind_and_log() -> None:
    text = (
        f"Crime data integrity (5100) – Norfolk\n\n{BODY}\n\n"
        "[on]18th November 2014 [status]complete[/status][/on]\n\n"
        "PEEL: police effectiveness 2016 (6601)\n\nArea for improvement\n\nThe force should find its lost property.\n\n"
        "[on]2nd March 2017 [status]awaiting-review[/status][/on][on]3rd March 2017 [comment]\n\nNever closed\n\n"
        "PEEL: police legitimacy 2017 (7432) – Dorset\n\nThe force should answer complaints.\n\n"
        "[on]12th December 2017 [comment]\n\nNew AFI. See recommendation (6601)\n\n[/comment][/on]"
    )
    said = read(text, forces=())
    assert [(one.year, one.force, one.kind, len(one.log)) for one in said.findings] == [
        (2014, "norfolk", FindingKind.RECOMMENDATION, 1),
        (2016, None, FindingKind.AREA_FOR_IMPROVEMENT, 2),
        (2017, "dorset", FindingKind.AREA_FOR_IMPROVEMENT, 1),
    ]
    assert [reference.verdict for reference in said.references] == [Verdict.ACHIEVED, Verdict.MENTIONED]


def test_a_cause_of_concern_holds_its_recommendation_and_the_status_is_that_ones() -> None:
    said = read(
        "PEEL: police effectiveness 2015 (5608)\n\nCause of concern\n\nThe force loses records.\n\n"
        f"Recommendation\n\n{BODY}\n\n{GOOD}"
    )
    cause, recommendation = said.findings
    assert cause.kind is FindingKind.CAUSE_OF_CONCERN and recommendation.parent == cause.id
    assert said.references[0].follows == (recommendation.id,)


def test_what_cannot_be_read_is_kept_and_named() -> None:
    said = read(
        f"PEEL: police legitimacy 2016 (6129)\n\n{BODY}\n\n{GOOD}\n[on]31st June 2018 [status]complete[/status][/on]"
    )
    entry = said.findings[0].log[-1]
    assert (entry.parsed, entry.text) == (False, "[on]31st June 2018 [status]complete[/status][/on]")
    assert [(one.line, one.trigger) for one in said.unclaimed] == [(6, "[on]")]


@given(
    st.lists(
        st.sampled_from(
            ["[on]", "[/on]", "[status]", "[/status", "[comment]", "8th May 2016", "complete", "x\n\n", "(6129)"]
        )
    )
)
def test_every_find_of_any_markup_is_cut_from_its_words(parts: list[str]) -> None:
    text = f"Entry one: a report (6129)\n\n{BODY}\n\n{' '.join(parts)}"
    lines = document(text).lines
    said = read(text)
    assert all(one.quote == cut(lines, one.span) for one in said.findings)
    assert all(one.quote == cut(lines, one.span) for one in said.references)
    for entry in (entry for finding in said.findings for entry in finding.log if not entry.parsed):
        assert entry.text == cut(lines, entry.span)
