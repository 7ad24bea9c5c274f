"""Concerns and good practice in running text: no formal status, but often the first sign of a thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.findings import make_finding
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import BODY, NUMBER
from inspect_cli.extract.sentences import Sentence, plain, whole
from inspect_cli.extract.themes import themes_of
from inspect_cli.model import Finding, FindingKind, Report, normal_words
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Choice, Keyed, made_once

# A sentence that only points back or adds to the one before is part of what that one found.
_RUNS_ON = re.compile(
    r"^(?:This|These|Those|It|They|As a result|Therefore|During our (?:inspection|fieldwork|visit)|At the time of our|"
    r"When we inspected|For example|In particular|Of these|In total|Among)\b"
)
_TURNS = re.compile(r"^\W*(?:However|But|Although|Nevertheless|Encouragingly|Positively|We were pleased)\b")
_ANAPHOR = Keyed(
    r"\b(?:this|these|that|such) (?:issue|area|matter|risk|problem|subject|topic|behaviour|form|policy|policies)s?\b"
    r"|\bof this\b|^\W*(?:But |However, )?(?:This|These|It|They)\b",
    re.IGNORECASE,
)
# Not a concern: what legitimacy or a grade means, what the inspection looked at, what was asked in the past.
_DEFINITION = Keyed(
    r"\b(?:considers? a (?:police )?force|consider a force|is (?:called|judged) \w+ if|to assess this|"
    r"we assess(?:ed)? (?:how|whether)|"
    r"asked (?:HMIC|HMICFRS|Her Majesty|His Majesty)|can be found (?:at|on)|for further information)\b",
    re.IGNORECASE,
)
_OPENING_QUOTE = re.compile(r"^[“\"]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A named pattern, the words without which it cannot fit, and what must not stand in the same sentence."""

    name: str
    words: tuple[str, ...]
    pattern: Keyed
    unless: Keyed | None

    def fits(self, sentence: str, lowered: str) -> bool:
        """Say whether the cue stands in a sentence, given also in lower case."""
        if not any(map(lowered.__contains__, self.words)) or not self.pattern.compiled.search(sentence):
            return False
        return not (self.unless and self.unless.search(sentence))


@cache
def cues() -> tuple[Cue, ...]:
    """Give the cues of reference/concerns.toml, in order."""
    return tuple(
        Cue(
            cue["name"],
            tuple(cue["words"]),
            _compile(cue["pattern"]),
            _compile(cue["unless"]) if "unless" in cue else None,
        )
        for cue in load("concerns")["cue"]
    )


def _compile(pattern: str) -> Keyed:
    return Keyed(pattern.replace("BODY", BODY).replace("NUMBER", NUMBER), re.IGNORECASE)


@made_once
def _choice() -> Choice[Cue]:
    return Choice(cues(), lambda cue: cue.pattern)


@made_once
def _practice() -> Cue:
    known = load("practice")
    return Cue(
        "practice", tuple(known["words"]), _compile("|".join(known["cues"])), _compile("|".join(known["unless"]))
    )


def cue_of(words: str) -> str | None:
    """Name the cue by which a sentence is a concern, or give None where it is none."""
    folded = words.replace("'", "’")
    if not (likely := _choice().within(folded)):
        return None
    lowered = folded.lower()
    cue = next((cue for cue in likely if cue.fits(folded, lowered)), None)
    return None if cue is None or _DEFINITION.search(folded) else cue.name


def is_practice(words: str) -> bool:
    """Say whether a sentence holds something up as an example to follow."""
    practice = _practice()
    return practice.pattern.may_match(words) and practice.fits(words, words.lower())


def find_informal(passages: Sequence[Passage], report: Report, claims: Claims) -> list[Finding]:
    """Give concerns and good practice in document order, each once; words that other rules claimed are left alone."""
    found: dict[str, Finding] = {}
    for passage in passages:
        if passage.role not in (Role.PROSE, Role.BULLET):
            continue
        for kind, stretch, themes in _informal(passage, claims):
            finding = make_finding(passage, report, stretch, kind, themes)
            found.setdefault(finding.id, finding)
            claims.add(stretch)
    return list(found.values())


def _informal(passage: Passage, claims: Claims) -> Iterator[tuple[FindingKind, Sentence, tuple[str, ...]]]:
    if passage.listing and passage.listing.practice and _is_example(passage):
        stretch = whole(passage.block)
        yield FindingKind.GOOD_PRACTICE, stretch, themes_of(stretch.words)
        return
    parts = passage.sentences
    place = 0
    while place < len(parts):
        last = place
        kind = None if claims.holds(parts[place]) else _kind_of(parts[place].words)
        if kind:
            last = _last_of(parts, place, kind, claims)
            stretch = parts[place].through(parts[last])
            yield kind, stretch, _themes(parts, place, stretch)
        place = last + 1


def _is_example(passage: Passage) -> bool:
    """In a list of practice the examples are its bullets and quoted paragraphs, not the headings between."""
    return passage.role is Role.BULLET or bool(_OPENING_QUOTE.match(passage.block.text))


def _kind_of(words: str) -> FindingKind | None:
    may_be = "'" in words or _choice().within(words)
    if may_be and cue_of(plain(words)):
        return FindingKind.CONCERN
    return FindingKind.GOOD_PRACTICE if is_practice(words) else None


def _last_of(parts: Sequence[Sentence], place: int, kind: FindingKind, claims: Claims) -> int:
    """The last sentence of the same paragraph that runs on about what ``parts[place]`` found."""
    last = place
    while last + 1 < len(parts) and not claims.holds(parts[last + 1]):
        words = parts[last + 1].words
        if not _RUNS_ON.match(words) or _TURNS.match(words):
            break
        if kind is FindingKind.GOOD_PRACTICE and cue_of(words):
            break
        last += 1
    return last


def _themes(parts: Sequence[Sentence], place: int, stretch: Sentence) -> tuple[str, ...]:
    """The themes of the words themselves; where they only point back, those of the sentence they point to."""
    own = themes_of(stretch.words)
    if own:
        return own
    points_back = _ANAPHOR.search(stretch.words) is not None
    for earlier in reversed(parts[:place]):
        if themes := themes_of(earlier.words):
            return themes if points_back or _shares_a_noun(stretch.words, earlier.words) else ()
        if not points_back:
            break
    return ()


def _shares_a_noun(words: str, before: str) -> bool:
    """Say whether two sentences share two words running that carry meaning ("threat assessment")."""
    later, earlier = (
        {pair for pair in pairwise(tokens) if all(len(word) > 3 for word in pair)}
        for tokens in (normal_words(words).split(), normal_words(before).split())
    )
    return bool(later & earlier)
