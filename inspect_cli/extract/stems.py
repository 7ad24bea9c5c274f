"""The words of a text that carry its meaning, cut so that forms of one word meet."""

from __future__ import annotations

from inspect_cli.model import normal_words

_PLAIN = frozenset(
    "the a an of to and in at for its it is are be been has have had that this which with on as by from they their "
    "them these those was were will would should must make makes made sure ensure ensures force forces constabulary "
    "police all any each every how what who not no now more area areas recommendation recommendations cause causes "
    "improvement concern there we our work can when where does do did doesnt isnt".split()
)
_LENGTH = 6
_SHORTEST = 3


def stems_of(words: str) -> frozenset[str]:
    """Give the words that carry meaning, cut to their beginnings: "supervision" meets "supervisors"."""
    return frozenset(
        word.removeprefix("un").removesuffix("s")[:_LENGTH]
        for word in normal_words(words).split()
        if word not in _PLAIN and len(word) >= _SHORTEST
    )
