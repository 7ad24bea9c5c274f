"""Named pieces of the language of inspection reports, from which the rules are made."""

from __future__ import annotations

import re

from inspect_cli.model import FindingKind, Grade, Pillar

QUOTE = r"[‘’'“”\"]?"
YEAR = r"(?:19|20)\d\d"

GRADE_WORDS = r"outstanding|good|adequate|inadequate|requires? improvement|requiring improvement"
GRADE_ALONE = re.compile(rf"{QUOTE}({GRADE_WORDS}){QUOTE}[.:]?", re.IGNORECASE)

# A body that an inspectorate speaks of as acting: the force itself, a part of it, or the police at large.
PARTS = (
    "force|constabulary|police|service|forces|department|unit|team|teams|PSD|CCU|ACU|leadership|leaders|supervisors|"
    "managers|officers|staff|workforce|chief constable|chief officers|control room|commissioner"
)
_NAME = r"[A-Z][\w’'-]{0,24}"
NAMED = rf"(?-i:{_NAME}(?: (?:and |of |the |& )?{_NAME}){{0,4}} (?:Police(?: Service)?|Constabulary))"
BODY = rf"(?:(?:[Tt]he |[Ii]ts |[Aa]ll )?(?:\b[\w’'-]{{1,24}} ){{0,2}}?(?:{PARTS})|{NAMED}|[Ii]t|[Tt]hey|[Tt]his unit)"

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}(?:\.\d{{1,4}})?|{'|'.join(NUMBER_WORDS)})"

FORMAL_WORDS = r"(?:areas? (?:for|of) improvement|recommendations?|causes? of concern)"

_PILLAR_WORDS = {
    Pillar.EFFECTIVENESS: re.compile(r"\beffective(?:ly|ness)?\b", re.IGNORECASE),
    Pillar.EFFICIENCY: re.compile(r"\befficien(?:t|tly|cy)\b", re.IGNORECASE),
    Pillar.LEGITIMACY: re.compile(
        r"\blegitima(?:te|tely|cy)\b|\btreat(?:s|ing|ment of)? the public and its\b", re.IGNORECASE
    ),
    Pillar.LEADERSHIP: re.compile(r"\bleadership\b", re.IGNORECASE),
}


def grade_of(words: str) -> Grade:
    """Give the grade that a grade word stands for; raises ValueError for any other word."""
    folded = " ".join(words.lower().strip("‘’'“”\". ").split())
    return Grade.REQUIRES_IMPROVEMENT if "requir" in folded else Grade(folded)


def pillar_of(words: str) -> Pillar | None:
    """Give the pillar whose word comes first in ``words``, or None."""
    return first_pillar(words)[1]


def first_pillar(words: str) -> tuple[int, Pillar | None]:
    """Give the pillar whose word comes first in ``words`` with where that word ends; (0, None) where none does."""
    matches = ((word.search(words), pillar) for pillar, word in _PILLAR_WORDS.items())
    found = [(match.start(), pillar, match.end()) for match, pillar in matches if match]
    _, pillar, end = min(found, default=(0, None, 0))
    return end, pillar


_A_YEAR = re.compile(rf"(?<![\d£,.]){YEAR}(?!\d|[.,]\d|[ -](?:officers|people|staff))")


def year_of(words: str) -> int | None:
    """Give the first year that ``words`` name ("2018/19" is 2018), or None."""
    match = _A_YEAR.search(words)
    return int(match.group()) if match else None


def formal_kind(words: str) -> FindingKind:
    """Give the formal kind that a phrase such as "two areas of improvement" names."""
    folded = words.lower()
    if "concern" in folded:
        return FindingKind.CAUSE_OF_CONCERN
    return FindingKind.RECOMMENDATION if "recommendation" in folded else FindingKind.AREA_FOR_IMPROVEMENT


def number_of(words: str) -> float:
    """Give the value of a number in digits or in words up to twenty."""
    folded = words.lower().replace(",", "")
    return float(NUMBER_WORDS[folded]) if folded in NUMBER_WORDS else float(folded)
