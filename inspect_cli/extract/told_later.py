"""The verdict that follows a recall: in its own sentence, in those after it, or in the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspect_cli.extract.asking import KINDS, THING, kind_of
from inspect_cli.extract.recalls import Recall, Recalls
from inspect_cli.extract.sentences import Sentence
from inspect_cli.extract.stems import stems_of
from inspect_cli.extract.verdicts import Said, said_in
from inspect_cli.model import Verdict
from inspect_cli.reference.keyed import Keyed

# So many sentences after a recall may pass the verdict on it.
_REACH = 5
# A sentence about the thing recalled points back to it, or is about the body that was asked.
_POINTS = Keyed(
    r"^\W*(?:(?:But|However|And|So|Yet|Since then|Today|Now|In \w+ \d{4}|By \w+|At the time of (?:our"
    r"|this) inspection|This year|As a result|"
    r"Unfortunately|Encouragingly|Overall|For now|Even so|Here|In this inspection|During this inspection),? )*"
    r"(?:It|They|He|She|You|We|I|This|That|These|Those|Both|All|None|Neither|Each|Some|Most|Half|Nothing|Little"
    r"|Progress|Work|Much|More|"
    r"There (?:has|have|is|are)|The \w+|[A-Z]\w+(?: \w+)? (?:Police|Constabulary)|Your force|Good|Its|Their|With"
    r"|One|Two|No|What|Of)\b"
)
_OTHERS = Keyed(
    r"^\W*(?:The )?(?:College|Home Office|National Police Chiefs|NPCC|council|local authorit|partner"
    r"|Crown Prosecution|CPS|government|"
    r"Ministry|IOPC|commissioner|police and crime commissioner|other forces|neighbouring|courts?|fire|ambulance"
    r"|health|prison|"
    r"Chief Constable (?:says|said|tells|told)|chief executive)\b",
    re.IGNORECASE,
)
_ORDINAL = Keyed(
    r"\b(?:the|one|only the) (?:first|second|third|fourth|fifth|sixth|last|other|others|rest|former|latter"
    r"|remaining)\b|\b(?:One|Two|Three|Four) of (?:them|these|those)\b|^\W*One\b",
    re.IGNORECASE,
)
# "We regard the matter as closed": words of status about what was recalled, without its formal name.
_ABOUT_IT = Keyed(
    rf"\b(?:matter|this|that|it|them|these|those|they|both|all|one|none|each|issue|{KINDS})\b", re.IGNORECASE
)
_GRADE = Keyed(r"\b(?:judge?ments?|grades?|graded|judged)\b", re.IGNORECASE)
_RUNS_ON = re.compile(r"^(?:It|This|They|These)\b|^Progress\b|\bsince (?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict and the sentence, by its number in the paragraph, that passes it; None of a paragraph below."""

    verdict: Verdict
    place: int
    firm: bool
    named: bool = False


def own_verdict(words: str, recall: Recall) -> Said | None:
    """Give the verdict that the recalling sentence itself passes; what was asked for in it passes none."""
    if recall.content:
        start, end = recall.content
        words = words[:start] + " " * (end - start) + words[end:]
        if not words[end:].strip(' .”"’'):
            return None
    said = said_in(words)
    if said is None or (recall.content and said.at < recall.start and not said.firm):
        return None
    return said


def answers(parts: Sequence[Sentence], place: int, recall: Recall, recalls: Recalls) -> list[Answer]:
    """Give the verdicts on what ``parts[place]`` recalls, in order, from its own sentence to the next recall."""
    found: list[Answer] = []
    if said := own_verdict(parts[place].words, recall):
        found.append(Answer(said.verdict, place, said.firm, named=True))
    for number in range(place + 1, min(place + _REACH, len(parts))):
        words = parts[number].words
        if ends_here(words, recall, recalls) or _on_another_matter(words, [one.words for one in parts[place:number]]):
            break
        said = said_of(words, number - place, parts[place].words)
        # "we repeated it in 2021": what was still so in a year that is past itself
        past = _REPEATED.search(words) and recalls.era.marks(words)
        if recall.formal and not recall.several:
            said = _on_its_kind(words, recall) or said
        if said and not past and not (recall.formal and _is_of_another_kind(words[: said.at], recall)):
            found.append(Answer(said.verdict, number, said.firm, _NAMES.search(words) is not None))
    return found


_REPEATED = Keyed(r"\b(?:repeat|re-?issu|restat|reiterat)ed\b|\bagain\b", re.IGNORECASE)
# "the area for improvement about bail": another than the one before it.
_ON_A_MATTER = Keyed(rf"\b{KINDS}(?: \d{{1,2}})? (?:about|on|relating to|regarding|concerning|to do with)\b")
_ALSO = re.compile(r"^\W*\w+ (?:had )?also \w+ed\b|^\W*\w+ (?:had )?also (?:gave|set|made)\b")
_NAMES = Keyed(rf"\b{KINDS}\b|^\W*(?:This|That|It|Both|All|These|They)\b", re.IGNORECASE)


def _on_another_matter(words: str, before: Sequence[str]) -> bool:
    """Say whether a sentence names what the finding that it speaks of is on, and that is not what was recalled."""
    named, recalled = _ON_A_MATTER.search(words), _ON_A_MATTER.search(before[0])
    if named is None or recalled is None:
        return False
    matter = stems_of(re.split(r"[.,;:]", words[named.end() :])[0])
    return bool(matter) and not any(matter & stems_of(sentence) for sentence in before)


def _on_its_kind(words: str, recall: Recall) -> Said | None:
    """The verdict in words of status of the clause that names the kind recalled, where a sentence passes several."""
    for thing in THING.finditer(words):
        if kind_of(thing["kind"]) is recall.kind:
            said = said_in(re.split(r"[,;:]", words[thing.start() :])[0])
            if said and said.firm:
                return Said(said.verdict, True, thing.start())
    return None


def _is_of_another_kind(words: str, recall: Recall) -> bool:
    """Say whether what stands before a verdict names a finding of another kind."""
    kinds = {kind_of(thing["kind"]) for thing in THING.finditer(words)}
    return bool(kinds) and recall.kind not in kinds


def ends_here(words: str, recall: Recall, recalls: Recalls) -> bool:
    """Say whether a sentence recalls something else."""
    other = recalls.of(words, recall.year, goes_on=True)
    if other is None:
        return False
    matter = _ALSO.search(words) or (recalls.era.visit and _ON_A_MATTER.search(words))
    return other.demand or (other.formal and bool(matter or recalls.era.marks(words)))


def said_of(words: str, distance: int, recalled: str) -> Said | None:
    """Give the verdict of a sentence on what was recalled ``distance`` sentences before; None where it passes none."""
    body = _OTHERS.match(words)
    if body and body.group().strip().lower() not in recalled.lower():
        return None
    said = said_in(words)
    if said is None or (said.verdict is Verdict.CARRIED_OVER and _GRADE.search(words)):
        return None
    if said.firm:
        return said if distance == 1 or _ABOUT_IT.search(words) else None
    return said if distance == 1 or _POINTS.match(words) else None


def chosen(found: Sequence[Answer]) -> Answer | None:
    """Choose one verdict: the first in words of status, to the last that says the same; else the first that tells."""
    firm = [one for one in found if one.firm]
    if not firm:
        return found[0] if found else None
    first = next((one for one in firm if one.named), firm[0])
    return [one for one in firm if one.verdict is first.verdict][-1]


def is_one_of_several(words: str) -> bool:
    """Say whether a sentence speaks of one of several things by its number in a list ("the second")."""
    return _ORDINAL.search(words) is not None


def run_on(parts: Sequence[Sentence], place: int, recall: Recall | None, recalls: Recalls) -> int:
    """Give the last of the sentences, two at most, that run on about the same thing after a verdict."""
    last = place
    while last < min(place + 2, len(parts) - 1):
        words = parts[last + 1].words
        other = recalls.of(words, recall.year if recall else None, goes_on=recall is not None)
        if not _RUNS_ON.search(words) or other or THING.search(words):
            break
        last += 1
    return last
