"""The verdicts that words pass on something earlier."""

from __future__ import annotations

import pytest

from inspect_cli.extract.verdicts import verdict_of
from inspect_cli.model import Verdict


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("This has been discharged.", Verdict.DISCHARGED),
        ("This has not yet been discharged.", Verdict.NOT_DISCHARGED),
        ("It remains undischarged.", Verdict.NOT_DISCHARGED),
        ("The force has met this recommendation in full.", Verdict.ACHIEVED),
        ("It has fully implemented what we asked for.", Verdict.ACHIEVED),
        ("We are satisfied that it has now done so.", Verdict.ACHIEVED),
        ("The force has not achieved this.", Verdict.NOT_ACHIEVED),
        ("It hasn’t addressed the matter.", Verdict.NOT_ACHIEVED),
        ("It has failed to meet the deadline.", Verdict.NOT_ACHIEVED),
        ("The recommendation is still outstanding.", Verdict.NOT_ACHIEVED),
        ("It has yet to complete the work.", Verdict.NOT_ACHIEVED),
        ("The force has complied with some of this recommendation.", Verdict.IN_PROGRESS),
        ("It has partly addressed the matter.", Verdict.IN_PROGRESS),
        ("It has not fully met the recommendation.", Verdict.IN_PROGRESS),
        ("The force is still working towards this.", Verdict.IN_PROGRESS),
        ("Steady progress has been made.", Verdict.IN_PROGRESS),
        ("The judgment has been carried over.", Verdict.CARRIED_OVER),
        ("It was superseded by national guidance.", Verdict.SUPERSEDED),
        ("The force publishes its plans.", None),
        ("Officers addressed the meeting.", None),
        ("A meeting is held each month.", None),
        ("The force should complete its review.", None),
        ("Completed forms are filed.", None),
        ("The outstanding work of volunteers is praised.", None),
        ("We will see whether it is met next year.", None),
    ],
)
def test_words_pass_the_verdict_that_a_reader_takes_from_them(words: str, expected: Verdict | None) -> None:
    assert verdict_of(words) is expected
