"""Lists of an earlier year's findings: each item is a reference with the verdict that the report passes on it."""

from __future__ import annotations

from datetime import date

import pytest

from inspect_cli.model import DocumentKind, ReferenceKind, Verdict
from tests.extract.texts import extracted

AFI, RECOMMENDATION, CAUSE = (
    ReferenceKind.AREA_FOR_IMPROVEMENT,
    ReferenceKind.RECOMMENDATION,
    ReferenceKind.CAUSE_OF_CONCERN,
)
LIST = "• The force should fence its yards.\n• The force should count its keys.\n• The force should vet its cadets.\n\n"


def verdicts(text: str) -> list[Verdict]:
    found = extracted(text)
    assert not found.findings
    return [one.verdict for one in found.references if one.text.startswith("The force should")]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("All three have been met.", [Verdict.ACHIEVED] * 3),
        (
            "The first two have been completed. The last is in hand.",
            [Verdict.ACHIEVED, Verdict.ACHIEVED, Verdict.IN_PROGRESS],
        ),
        (
            "Of these only the last has been met.",
            [Verdict.NOT_ACHIEVED, Verdict.NOT_ACHIEVED, Verdict.ACHIEVED],
        ),
        (
            "The second has been dealt with. The others remain open.",
            [Verdict.NOT_ACHIEVED, Verdict.ACHIEVED, Verdict.NOT_ACHIEVED],
        ),
        (
            "Cadets are now vetted, so the force has put this right. Work on the yards and their fences has begun.",
            [Verdict.IN_PROGRESS, Verdict.MENTIONED, Verdict.ACHIEVED],
        ),
        ("None has been met.", [Verdict.NOT_ACHIEVED] * 3),
        # near misses: nothing is said of what became of them
        ("The force serves a large county.", [Verdict.MENTIONED] * 3),
        ("We will look at all three next year.", [Verdict.MENTIONED] * 3),
    ],
)
def test_a_paragraph_below_a_list_judges_its_items_by_number_by_name_or_together(
    below: str, expected: list[Verdict]
) -> None:
    assert verdicts(f"In 2016 we set the force three areas for improvement:\n\n{LIST}{below}") == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1. The force should plan (done).\n2. The force should act.", [Verdict.ACHIEVED, Verdict.MENTIONED]),
        ("1. The force should plan.\n\nProgress: some progress\n", [Verdict.IN_PROGRESS]),
        ("1. The force should plan (see annex B).", [Verdict.MENTIONED]),
    ],
)
def test_a_status_in_brackets_or_on_a_line_of_its_own_is_the_verdict(items: str, expected: list[Verdict]) -> None:
    assert verdicts(f"In 2016 we made the following recommendations:\n\n{items}") == expected


def test_the_points_of_one_recommendation_share_its_verdict() -> None:
    text = (
        "In our 2016 report, we recommended that all forces should:\n\n• map their demand; and\n• train.\n\n"
        "The force has complied with some of this recommendation."
    )
    assert [(one.to_kind, one.verdict) for one in extracted(text).references] == [
        (RECOMMENDATION, Verdict.IN_PROGRESS)
    ] * 2


def test_a_list_of_this_year_is_no_quotation() -> None:
    found = extracted(
        "We have identified two areas for improvement:\n\n• The force should plan.\n• The force should act."
    )
    assert not found.references
    assert len(found.findings) == 2


LETTER = """Gwent Police: progress letter

Dear Chief Constable,

In our report of March 2023 we described the way in which calls were answered. My inspectors went back in September 2024
to see how the force had responded.

Cause of concern

The force does not answer emergency calls quickly enough.

Recommendations

The force should:

• recruit enough call handlers;
• give supervisors a dashboard of waiting calls; and
• ring back those who hang up.

Recruitment

The control room has been at full strength since June. We are content to sign off this recommendation.

Dashboard

The supplier has failed twice to deliver it. This recommendation remains open.

Abandoned calls

People who hang up are rung back within the hour. This recommendation has been met.

Conclusion

The cause of concern stays in place for now. We have decided to issue one further area for improvement:

Area for improvement

The force should tell callers how long they will wait.
"""


def test_a_letter_that_goes_back_judges_what_it_quotes_in_its_sections_and_may_issue_something_new() -> None:
    found = extracted(LETTER, kind=DocumentKind.LETTER, inspection_year=2024, published=date(2024, 11, 5))
    quoted = [(one.to_year, one.to_kind, one.verdict) for one in found.references]
    assert quoted[:4] == [
        (2023, CAUSE, Verdict.NOT_ACHIEVED),
        (2023, RECOMMENDATION, Verdict.ACHIEVED),
        (2023, RECOMMENDATION, Verdict.NOT_ACHIEVED),
        (2023, RECOMMENDATION, Verdict.ACHIEVED),
    ]
    assert quoted[4:] == [(2023, CAUSE, Verdict.NOT_ACHIEVED)]
    assert [one.text for one in found.findings if one.formal] == [
        "The force should tell callers how long they will wait."
    ]
    assert not found.judgements


def test_a_letter_with_news_quotes_nothing() -> None:
    text = (
        LETTER.replace("progress letter", "causes of concern")
        .replace("went back", "came")
        .replace("to see how the force had responded", "for our inspection")
    )
    found = extracted(text, kind=DocumentKind.LETTER, inspection_year=2024, published=date(2024, 11, 5))
    assert {one.kind for one in found.findings if one.formal} >= {"cause-of-concern", "recommendation"}
