"""Sentences that give one grade to a list of areas of policing, or say which area is the only one of a grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspect_cli.extract.patterns import BODY, GRADE_WORDS, NUMBER, QUOTE, grade_of
from inspect_cli.model import Grade
from inspect_cli.reference.keyed import Keyed

_GRADE = rf"{QUOTE}(?P<grade>{GRADE_WORDS}){QUOTE}"
_JUDGED = r"(?:judged|graded|rated|assessed|found|marked)(?: (?:to be|as|to))?"
_AREAS = r"(?:areas?(?: of (?:policing|performance|work|activity))?|subjects?|parts?|aspects?|categories|questions?)"
_IS = r"(?:is|are|was|were)"
_THE = rf"(?:all )?(?:the |its |their )?(?:only |one |other |sole |{NUMBER} )*"
_WHICH = rf"(?:(?:in|for) which|that|where)(?: {BODY}| it| they)?(?: (?:is|are|was|were))?"
_OF_A_GRADE = (
    rf"(?:{_GRADE} {_AREAS}|{_AREAS} (?:(?:{_WHICH} )?(?:{_JUDGED} )?)?{_GRADE.replace('grade>', 'grade_2>')})"
)
_STOP = r", (?:where|which|with|because|though|although|but|as|so|and (?:it|this|we))\b"
_SHAPES = tuple(
    Keyed(shape, re.IGNORECASE)
    for shape in (
        # "Custody and patrol were the inadequate areas"; "… were the areas judged good".
        rf"^(?P<list>[^.;:]+?) {_IS} {_THE}{_OF_A_GRADE}(?:, [^,.]{{1,40}} (?:said|says|found))?[.”\"’']*$",
        # "the outstanding areas were custody and patrol"; "the one area in which it was found to be good was patrol".
        rf"\b{_THE}{_OF_A_GRADE} (?:include[ds]?|{_IS}):? (?P<list>[^.]+?)(?:{_STOP}|[.]|$)",
        # "Seven areas are graded as adequate: custody; patrol; and vetting."
        rf"^(?:{NUMBER}|The|These|All) (?:of (?:the|its|these) )?(?:\w+ ){{0,3}}?{_AREAS} (?:{_IS}|ha(?:ve|s) been)"
        rf"(?: {_JUDGED})? {_GRADE}: (?P<list>[^.]+)",
        # "There is one grade of ‘good’, for custody"
        rf"\b(?:one|a|single|only) (?:grade|rating|judge?ment) of {_GRADE},? (?:for|in|at) (?P<list>[^.,;]+)",
    )
)
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_COMMA = re.compile(r",\s+and\s+|,\s+|\s+and\s+")
_DETERMINER = re.compile(r"(?:its|how|the|their|whether)\b", re.IGNORECASE)
_GERUND = re.compile(r"\w+ing\b", re.IGNORECASE)
_OUTER = " ‘’'“”\".,"
_LONGEST = 12


def areas_graded(sentence: str) -> list[tuple[Grade, str, int]]:
    """Give the grade, each area it is given to and where in the sentence the grade stands; [] for other sentences."""
    for shape in _SHAPES:
        match = shape.search(sentence)
        if match is None:
            continue
        group = "grade" if match["grade"] else "grade_2"
        areas = [area for area in split_areas(match["list"]) if area]
        if areas and all(area.count(" ") < _LONGEST for area in areas):
            return [(grade_of(match[group]), area, match.start(group)) for area in areas]
    return []


def split_areas(words: str) -> list[str]:
    """Split a list of areas: at semicolons where it has any, else at commas and "and" where the next item begins alike.

    "its response, how it plans and its use of money and people" has three items: each begins as the first one does.
    """
    if ";" in words:
        return [part.strip(_OUTER) for part in _SEMICOLON.split(words)]
    return [part.strip(_OUTER) for part in _alike(words)]


def _alike(words: str) -> Iterator[str]:
    starts = next((kind for kind in (_DETERMINER, _GERUND) if kind.match(words.strip(_OUTER))), None)
    begun = 0
    cuts = list(_COMMA.finditer(words))
    for cut in cuts:
        # "… , protecting people and leadership": the last of several may be a noun alone
        closes = cut is cuts[-1] and len(cuts) > 1 and " " not in words[cut.end() :].strip(_OUTER)
        alike = starts is None or starts.match(words, cut.end()) or (starts is _GERUND and cut.group().startswith(","))
        if alike or closes:
            yield words[begun : cut.start()]
            begun = cut.end()
    yield words[begun:]
