"""The verdicts that words pass on something earlier."""

from __future__ import annotations

import pytest

from inspect_cli.extract.verdicts import said_in, status_of, verdict_of
from inspect_cli.model import Verdict

ROWS = [
    ("We no longer consider this to be achieved.", Verdict.NOT_ACHIEVED),
    ("There is little evidence that this has been addressed.", Verdict.NOT_ACHIEVED),
    ("The force says that it has been completed, but we disagree.", Verdict.NOT_ACHIEVED),
    ("We do not accept that this has been achieved.", Verdict.NOT_ACHIEVED),
    ("There is good evidence that this has been addressed.", Verdict.ACHIEVED),
    ("This has been discharged.", Verdict.DISCHARGED),
    ("This has not yet been discharged.", Verdict.NOT_DISCHARGED),
    ("It remains undischarged.", Verdict.NOT_DISCHARGED),
    ("The force has met this recommendation in full.", Verdict.ACHIEVED),
    ("It has fully implemented what we asked for.", Verdict.ACHIEVED),
    ("We are satisfied that it has now done so.", Verdict.ACHIEVED),
    ("This area for improvement can now be closed.", Verdict.ACHIEVED),
    ("We have lifted the cause of concern.", Verdict.ACHIEVED),
    ("We regard the matter as closed.", Verdict.ACHIEVED),
    ("It is no longer a cause of concern.", Verdict.ACHIEVED),
    ("It now does.", Verdict.ACHIEVED),
    ("It has one now.", Verdict.ACHIEVED),
    ("The force has not only met this but gone further.", Verdict.ACHIEVED),
    ("We are content to sign off this recommendation.", Verdict.ACHIEVED),
    ("Its findings have been put into practice.", Verdict.ACHIEVED),
    ("The force has not achieved this.", Verdict.NOT_ACHIEVED),
    ("It hasn’t addressed the matter.", Verdict.NOT_ACHIEVED),
    ("It has failed to meet the deadline.", Verdict.NOT_ACHIEVED),
    ("The recommendation is still outstanding.", Verdict.NOT_ACHIEVED),
    ("It has yet to complete the work.", Verdict.NOT_ACHIEVED),
    ("The cause of concern stays in place for now.", Verdict.NOT_ACHIEVED),
    ("This recommendation remains open.", Verdict.NOT_ACHIEVED),
    ("There has been no real change.", Verdict.NOT_ACHIEVED),
    ("It has done neither.", Verdict.NOT_ACHIEVED),
    ("Nothing we saw suggests that it has.", Verdict.NOT_ACHIEVED),
    ("The recommendation was left untouched.", Verdict.NOT_ACHIEVED),
    ("The force has complied with some of this recommendation.", Verdict.IN_PROGRESS),
    ("It has partly addressed the matter.", Verdict.IN_PROGRESS),
    ("It has not fully met the recommendation.", Verdict.IN_PROGRESS),
    ("The force is still working towards this.", Verdict.IN_PROGRESS),
    ("Steady progress has been made.", Verdict.IN_PROGRESS),
    ("It has begun to, in two districts of five.", Verdict.IN_PROGRESS),
    ("It has now done so in towns, but not in villages.", Verdict.IN_PROGRESS),
    ("There has been good progress but I cannot close this recommendation yet.", Verdict.IN_PROGRESS),
    ("Nine forces have done this.", Verdict.IN_PROGRESS),
    ("It has implemented four and is working on the fifth.", Verdict.IN_PROGRESS),
    ("It has cut the queue by half, but 600 people still wait.", Verdict.IN_PROGRESS),
    ("The judgment has been carried over.", Verdict.CARRIED_OVER),
    ("It has been carried into this report.", Verdict.CARRIED_OVER),
    ("It was superseded by national guidance.", Verdict.SUPERSEDED),
    ("We have closed it and issued a recommendation in its place.", Verdict.SUPERSEDED),
    ("The cause of concern no longer applies.", Verdict.SUPERSEDED),
    ("The subject was not part of what we looked at.", Verdict.MENTIONED),
]
NEAR_MISSES = [
    "The force publishes its plans.",
    "Officers addressed the meeting.",
    "A meeting is held each month.",
    "The force should complete its review.",
    "Completed forms are filed.",
    "The outstanding work of volunteers is praised.",
    "We will see whether it is met next year.",
    "Its use of powers remains good.",
    "Nothing remains to be done.",
    "If a cause of concern is not dealt with, we may move the force into another phase.",
    "Once the course has been completed, officers return to their teams.",
    "The force will need to show that the cause of concern has been closed.",
    "You ask about the cause of concern that was closed.",
    "The station is closed at night.",
    "Complete – all that was asked for has been done.",
    "I had been told that it was complete.",
    "We expect to be able to close it next year.",
    "The road was closed while the incident was investigated.",
]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_words_pass_the_verdict_that_a_reader_takes_from_them(words: str, expected: Verdict) -> None:
    assert verdict_of(words) is expected


@pytest.mark.parametrize("words", NEAR_MISSES)
def test_what_passes_no_verdict_has_none(words: str) -> None:
    assert verdict_of(words) is None


def test_words_of_status_win_over_words_that_tell() -> None:
    said = said_in("This is progress, though slow, and the area for improvement stands.")
    assert said
    assert (said.verdict, said.firm) == (Verdict.NOT_ACHIEVED, True)
    told = said_in("The force has made some progress.")
    assert told
    assert not told.firm


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("done", Verdict.ACHIEVED),
        ("Complete", Verdict.ACHIEVED),
        ("not yet met", Verdict.NOT_ACHIEVED),
        ("No progress", Verdict.NOT_ACHIEVED),
        ("some progress", Verdict.IN_PROGRESS),
        ("partly implemented", Verdict.IN_PROGRESS),
        ("no longer monitored", Verdict.SUPERSEDED),
        ("not discharged", Verdict.NOT_DISCHARGED),
        ("carried forward", Verdict.CARRIED_OVER),
        ("see annex B", None),
        ("page 4", None),
    ],
)
def test_a_status_is_read_by_its_word(words: str, expected: Verdict | None) -> None:
    assert status_of(words) is expected
