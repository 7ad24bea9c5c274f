"""Earlier or national recommendations that a text only mentions, and visits made to check on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspect_cli.extract.asking import OF_OTHERS, kind_of
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.earlier import SIGNS, Era
from inspect_cli.extract.follow_ups import FollowUp
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.model import DocumentKind, ReferenceKind, Report, Verdict
from inspect_cli.reference.keyed import Keyed, any_of

_MADE = Keyed(
    r"\b(?:made|contained|set out|included) (?:several|a number of|some|many|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d{1,2}) "
    r"(?P<kind>recommendations|areas for improvement)\b"
    r"|\b(?:several|some|many|a number of) (?P<were>recommendations|areas for improvement) were made\b",
    re.IGNORECASE,
)
# What a force says of a report just out: "There are also several recommendations for all forces".
_FOR_OTHERS = Keyed(
    r"\bthere (?:are|were)(?: also)? (?:several|a number of|some|many|\w+) (?P<kind>recommendations"
    r"|areas for improvement) for\b",
    re.IGNORECASE,
)
# "In 2012 HMIC went back to all forces to check on these."
_RETURNED = Keyed(
    r"\b(?:HMIC(?:FRS)?|inspectors|the inspectorate|we) (?:then )?(?:went back|came back|returned|has gone back"
    r"|have gone back)\b[^.]{0,90}?"
    r"\bto (?:check|see|find out|learn|establish|look at|assess)\b[^.]{0,60}?\b(?:these|those|them"
    r"|recommendations|responded|acted|done)\b",
    re.IGNORECASE,
)
_TOLD = any_of((_MADE, _FOR_OTHERS, _RETURNED, SIGNS))
_THINGS = Keyed(r"\b(?:recommendations|areas for improvement)\b", re.IGNORECASE)
# So many passages after the recommendations were mentioned a visit may be told of.
_NEAR = 3


def mentioned(passages: Sequence[Passage], report: Report, era: Era, claims: Claims) -> list[FollowUp]:
    """Give the mentions of recommendations in general, and the visits made to check on earlier ones, in order.

    A visit takes the place of the mention that it follows.
    """
    found: list[tuple[int, FollowUp]] = []
    background: int | None = None
    for place, passage in enumerate(passages):
        if passage.role not in (Role.PROSE, Role.BULLET):
            continue
        for sentence in passage.sentences:
            words = sentence.words
            if not _TOLD.within(words):
                continue
            if not claims.holds(sentence):
                if _RETURNED.search(words) and _is_of_recommendations(passages, place):
                    found = [(at, one) for at, one in found if place - at > _NEAR]
                    kind = ReferenceKind.RECOMMENDATION
                    found.append(
                        (place, FollowUp(passage, sentence, kind, background or era.before, Verdict.IN_PROGRESS))
                    )
                elif one := _mention(passage, words, report, era, background):
                    found.append((place, FollowUp(passage, sentence, *one, Verdict.MENTIONED)))
            background = _year_in(words, era) or background
    return [one for _, one in found]


def _mention(
    passage: Passage, words: str, report: Report, era: Era, background: int | None
) -> tuple[ReferenceKind, int | None] | None:
    if passage.listing and passage.listing.previous and words.endswith(":"):
        return None
    if report.kind in (DocumentKind.NEWS, DocumentKind.PRESS_RELEASE) and (now := _FOR_OTHERS.search(words)):
        return kind_of(now["kind"]), report.inspection_year
    made = None if era.visit or OF_OTHERS.search(words) else _MADE.search(words)
    if made is None or background is None or report.inspection_year == background:
        return None
    return kind_of(made["kind"] or made["were"]), background


def _is_of_recommendations(passages: Sequence[Passage], place: int) -> bool:
    return any(_THINGS.search(passage.block.text) for passage in passages[max(0, place - _NEAR) : place + 1])


def _year_in(words: str, era: Era) -> int | None:
    return next((mark.year for mark in era.marks(words) if mark.year), None)
