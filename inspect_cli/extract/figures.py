"""Figures in a text and what they count: "35 officers", "seven cases", "40 applications for second jobs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspect_cli.extract.patterns import NUMBER, NUMBER_WORDS, YEAR, number_of
from inspect_cli.extract.sentences import Sentence
from inspect_cli.model import Figure
from inspect_cli.reference.keyed import Keyed

_WORD = r"[A-Za-z][\w’'-]*"
# Words that end the phrase of what is counted.
_STOP = (
    r"(?:and|or|but|of|in|on|at|to|for|from|by|with|we|who|whom|which|that|than|were|was|are|is|have|has|had|out|"
    r"across|between|as|per|the|a|an|it|they|where|when|while|since|during|after|before|about|into|until|"
    r"further|later|ago|earlier|more|less|other|within|without|under|over|through|against|because|still|already)"
)
_NOUNS = rf"(?:(?!{_STOP}\b){_WORD} ){{0,3}}(?!{_STOP}\b){_WORD}"
# What a number begins with: by this most letters are passed over at once.
_BEGINNINGS = r"\d" + "".join(sorted({word[0] for word in NUMBER_WORDS}))
_COUNT = Keyed(
    rf"(?=[{_BEGINNINGS}])(?<![\w£$€.,:/–-])(?P<value>{NUMBER})(?![\w%,.:/–-]) "
    rf"(?P<of>{_NOUNS}(?: for (?!{_STOP}\b){_NOUNS})?)",
    re.IGNORECASE,
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# Durations, shares, money and dates count nothing that an analyst would want as a figure.
_NOT_COUNTED = re.compile(
    rf"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|per ?cent|percent|percentage|million|billion|miles?|"
    rf"times|pages?|am|pm|{_MONTHS})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(YEAR)
_LONGEST_NAME = 16
# A number behind one of these is a name: "question 2".
_NAMES = re.compile(
    r"\b(?:question|recommendation|section|chapter|figure|table|appendix|annex|tranche|part|stage|phase|no\.?) \Z",
    re.IGNORECASE,
)
_PEOPLE = ("staff", "people", "men", "women", "children", "police", "personnel")


def figures_of(sentence: Sentence) -> Iterator[Figure]:
    """Give the figures of a sentence in order: a number followed by the plural of what it counts."""
    for match in _COUNT.finditer(sentence.words):
        if _YEAR.fullmatch(match["value"]) or _is_name(sentence.words, match.start()):
            continue
        counted = _plural_part(match["of"])
        if counted is None or _NOT_COUNTED.match(counted):
            continue
        start = sentence.start + match.start()
        end = sentence.start + match.start("of") + len(counted)
        yield Figure(number_of(match["value"]), counted, sentence.block.span(start, end))


def _is_name(words: str, start: int) -> bool:
    return _NAMES.search(words, max(0, start - _LONGEST_NAME), start) is not None


def _plural_part(words: str) -> str | None:
    """Cut a phrase after its plural head, and what "for" adds to it; None where it has no plural head."""
    head, joint, purpose = words.partition(" for ")
    tokens = head.split(" ")
    ends = [place for place, token in enumerate(tokens) if _is_plural(token)]
    if not ends:
        return None
    counted = " ".join(tokens[: ends[-1] + 1])
    return f"{counted} for {purpose}" if joint and ends[-1] == len(tokens) - 1 else counted


def _is_plural(word: str) -> bool:
    folded = word.lower()
    return folded in _PEOPLE or (folded.endswith("s") and not folded.endswith(("ss", "us", "is", "’s", "'s")))
