"""Follow-ups in running text: what a report recalls of earlier findings, and what it says became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspect_cli.extract.asking import KINDS, OF_OTHERS, THING, kind_named, kind_of
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.earlier import SIGNS, THEN, Era, Mark
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import GRADE_WORDS, NUMBER
from inspect_cli.extract.recalled_grades import RECALLING, carries_those, recalled_grade
from inspect_cli.extract.recalls import Recall, Recalls, asks_plainly, counts_all_forces
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.told_later import Answer, answers, chosen, ends_here, is_one_of_several, run_on, said_of
from inspect_cli.extract.verdicts import Said, said_in
from inspect_cli.model import ReferenceKind, Verdict
from inspect_cli.reference.keyed import Keyed, any_of


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A reference before it has an id: where it stands, what it is of, and the verdict."""

    passage: Passage
    stretch: Sentence
    kind: ReferenceKind
    year: int | None
    verdict: Verdict


# "This recommendation has been met": a finding named as one already known.
_KNOWN = Keyed(
    rf"\b(?:this|that|these|those|the|both|all(?: {NUMBER})?(?: of the)?|each|our|its)(?: (?:first|second|third"
    rf"|fourth|last|other|older|national|\w+ing))? "
    rf"(?P<kind>{KINDS})\b(?! (?:above|below|in this report))",
    re.IGNORECASE,
)
_THIS = Keyed(rf"\b(?:this|that) (?:national )?(?P<kind>{KINDS})\b", re.IGNORECASE)
_MATTER = Keyed(r"\b(?:the|this) (?:matter|issue|point)\b", re.IGNORECASE)
# "The two from the last report have been completed": things counted or numbered, without their formal name.
_COUNTED = Keyed(
    rf"\b(?:the|a|both|all|one|two) (?:{NUMBER}|first|second|third|fourth|fifth|sixth|last|other|others|rest"
    rf"|remaining)\b"
    r"(?! (?:visit|year|inspection|report|time|assessment|part|week|month|\w+ years?|\w+ months?)\b)",
    re.IGNORECASE,
    cut=True,
)
_OPENING = 60
_RAISED = re.compile(r"\b(?:from|raised in|set in|made in|given in|identified in|of)\b", re.IGNORECASE)


_GRADE = Keyed(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
_INSPECTORATE = Keyed(r"\b(?:HMIC(?:FRS)?|inspectorate|inspectors)\b", re.IGNORECASE)
# So many sentences of the next paragraph may pass the verdict.
_BELOW = 5
# How few sentences from its own paragraph's end a recall must be for that.
_ENDING = 2
# So many passages on, a list among them, a section may come to the verdict on the one thing that it recalls.
_BEYOND = 10


class FollowUps:
    """Reads the running text of a report, passage by passage, and keeps the year that it is set in."""

    def __init__(self, passages: Sequence[Passage], era: Era, claims: Claims) -> None:
        self._passages = passages
        self._era = era
        self._claims = claims
        self._recalls = Recalls(era)
        told = (*self._recalls.patterns, SIGNS, *RECALLING, _THIS, _KNOWN, _COUNTED)
        self._told, self._goes_back = any_of(told), any_of((*told, THEN, self._recalls.asks_on))
        self._year: int | None = None
        self._kind: ReferenceKind | None = None
        self._before: int | None = None
        self._listed: ReferenceKind | None = None

    def read(self, place: int) -> Iterator[FollowUp]:
        """Give the follow-ups of the passage at ``place``, in order; their words are to be claimed before the next."""
        passage = self._passages[place]
        self._follow(passage)
        if passage.role not in (Role.PROSE, Role.BULLET):
            return
        parts = passage.sentences
        if passage.role is Role.BULLET and self._listed:
            yield from self._point(passage)
            return
        self._listed = None
        number = 0
        goes_on = recalled = False
        self._before = None
        while number < len(parts):
            told = self._goes_back if goes_on or self._before else self._told
            if not told.within(parts[number].words):
                goes_on, number = False, number + 1
                continue
            last = number
            recall = None
            if not self._claims.holds(parts[number], earlier=True):
                judged = self._claims.holds(parts[number])
                background = self._year or (self._before if goes_on else None)
                recall = None if judged else self._recalls.of(parts[number].words, background, goes_on, self._before)
                for one, reach in self._at(place, number, recall, judged=judged):
                    yield one
                    last = max(last, reach)
            goes_on = recall is not None
            recalled = recalled or goes_on
            self._before = next((mark.year for mark in self._era.marks(parts[number].words) if mark.year), self._before)
            number = last + 1
        if recalled and parts and parts[-1].words.endswith(":"):
            self._listed = kind_named(passage.block.text)

    def _point(self, passage: Passage) -> Iterator[FollowUp]:
        """A point of a list that says what became of one of several things recalled before it."""
        stretch = whole(passage.block)
        told = [said for sentence in passage.sentences if (said := said_in(sentence.words))]
        best = next((said for said in told if said.firm), told[0] if told else None)
        if best and self._listed and not self._claims.holds(stretch, earlier=True):
            yield FollowUp(passage, stretch, self._listed, self._year, best.verdict)

    def _follow(self, passage: Passage) -> None:
        """A heading ends what the text was set in, and may name an earlier year itself."""
        if passage.role in (Role.HEADING, Role.LIST_HEADING, Role.QUESTION, Role.GRADE):
            marks = self._era.marks(passage.block.text)
            self._year = next((mark.year for mark in marks if mark.year), None)
            named = THING.search(passage.block.text)
            self._kind = kind_of(named["kind"]) if named else None

    def _at(self, place: int, number: int, recall: Recall | None, *, judged: bool) -> Iterator[tuple[FollowUp, int]]:
        """The follow-ups that begin at one sentence, each with the number of its last sentence.

        ``judged``: the sentence gives a grade of this report's, so that it can only compare it with an earlier one.
        """
        passage = self._passages[place]
        parts = passage.sentences
        words = parts[number].words
        graded = recalled_grade(words, self._era, self._before)
        if judged:
            # a note that a grade above it was carried over is part of that judgement
            if graded and (graded[1] is not Verdict.CARRIED_OVER or _GRADE.search(words)):
                yield FollowUp(passage, parts[number], ReferenceKind.JUDGEMENT, *graded), number
            return
        if recall and not self._leads_list(passage, words):
            followed = list(self._followed(place, number, recall, graded is not None))
            self._year, self._kind = (
                recall.year or self._year,
                recall.kind if recall.formal or recall.demand else self._kind,
            )
            if graded and not recall.formal:
                yield FollowUp(passage, parts[number], ReferenceKind.JUDGEMENT, *graded), number
            yield from followed
            if followed:
                return
        elif recall:
            self._year, self._kind = recall.year or self._year, recall.kind
            return
        if graded:
            if not recall or recall.formal:
                year, verdict = graded
                last = number + (number + 1 < len(parts) and carries_those(parts[number + 1].words))
                verdict = Verdict.CARRIED_OVER if last > number else verdict
                yield (
                    FollowUp(passage, parts[number].through(parts[last]), ReferenceKind.JUDGEMENT, year, verdict),
                    last,
                )
            return
        yield from self._known(passage, number)

    def _leads_list(self, passage: Passage, words: str) -> bool:
        return bool(passage.listing and passage.listing.previous and words.endswith(":")) and self._before_item(passage)

    def _before_item(self, passage: Passage) -> bool:
        place = next((number for number, one in enumerate(self._passages) if one is passage), 0)
        return place + 1 < len(self._passages) and self._passages[place + 1].role is Role.ITEM

    def _followed(self, place: int, number: int, recall: Recall, graded: bool) -> Iterator[tuple[FollowUp, int]]:
        """What a recall comes to: one follow-up through the verdict, or one for each verdict on several things."""
        passage = self._passages[place]
        parts = passage.sentences
        told = answers(parts, number, recall, self._recalls)
        found = [one for one in told if not self._claims.holds(parts[one.place], earlier=True)]
        reach = found[-1].place if found else number
        one_by_one = any(is_one_of_several(part.words) for part in parts[number + 1 : reach + 1])
        if recall.several and len(found) > 1 and one_by_one:
            begin = number
            for one in found:
                stretch = parts[begin].through(parts[one.place])
                yield FollowUp(passage, stretch, recall.kind, recall.year, one.verdict), one.place
                begin = one.place + 1
            return
        answer = chosen(found) or self._below(place, number, recall) or self._beyond(place, number, recall)
        if answer is None:
            plain = recall.demand and asks_plainly(parts[number].words)
            if not recall.loose and (recall.formal or plain):
                yield FollowUp(passage, parts[number], recall.kind, recall.year, Verdict.MENTIONED), number
            return
        if not self._counts(parts, number, recall, answer, any(one.place == number for one in found)):
            return
        last = run_on(parts, answer.place, recall, self._recalls)
        begin = answer.place if graded and not recall.formal and answer.place > number else number
        kind = self._kind_by(parts[answer.place].words, recall)
        yield FollowUp(passage, parts[begin].through(parts[last]), kind, recall.year, answer.verdict), last

    def _counts(self, parts: Sequence[Sentence], number: int, recall: Recall, answer: Answer, told: bool) -> bool:
        """Say whether a verdict is on the thing recalled; ``told``: the recalling sentence passes one itself."""
        words = parts[answer.place].words
        if not (recall.formal or recall.demand):
            return self._is_formal(words, answer)
        if not recall.loose:
            return not (self._era.visit and told and answer.verdict is Verdict.MENTIONED)
        # a verdict that names its finding by itself needs no sentence before it that only speaks of such
        apart = answer.place > number and answer.firm and not (told or recall.demand)
        return answer.verdict is not Verdict.MENTIONED and not (apart and _KNOWN.search(words))

    def _kind_by(self, words: str, recall: Recall) -> ReferenceKind:
        """The kind recalled; where that was not named, or by nothing but the text around, as the verdict names it."""
        named = _KNOWN.search(words) if not recall.formal else _THIS.search(words) if recall.loose else None
        return kind_of(named["kind"]) if named else recall.kind

    def _is_formal(self, words: str, one: Answer) -> bool:
        return bool(_KNOWN.search(words)) or (one.firm and bool(THING.search(words) or _MATTER.search(words)))

    def _named_in(self, words: str) -> ReferenceKind | None:
        named = _KNOWN.search(words)
        return kind_of(named["kind"]) if named else None

    def _below(self, place: int, number: int, recall: Recall) -> Answer | None:
        """The verdict in the next paragraph, where the recall ends its own."""
        parts = self._passages[place].sentences
        if len(parts) - number > _ENDING or place + 1 >= len(self._passages):
            return None
        below = self._passages[place + 1]
        if below.role is not Role.PROSE and not (below.role is Role.BULLET and self._era.visit):
            return None
        found: list[tuple[Sentence, Said]] = []
        for distance, sentence in enumerate(below.sentences[:_BELOW], 1):
            words = sentence.words
            if self._claims.holds(sentence, earlier=True) or ends_here(words, recall, self._recalls):
                return None
            said = said_of(words, distance, parts[number].words)
            if recall.formal and THING.search(words) and kind_named(words) is not recall.kind:
                continue
            if said and (distance == 1 or (said.firm and _KNOWN.search(words))):
                found.append((sentence, said))
        if not found:
            return None
        firm = [one for one in found if one[1].firm]
        sentence, said = firm[-1] if firm else found[0]
        self._claims.add(sentence, earlier=True)
        return Answer(said.verdict, number, said.firm)

    def _beyond(self, place: int, number: int, recall: Recall) -> Answer | None:
        """The verdict that a later paragraph of the section passes on the one thing recalled, by its formal name."""
        if recall.several or not recall.formal or self._era.visit:
            return None
        for passage in self._passages[place + 1 : place + 1 + _BEYOND]:
            if passage.role in (Role.HEADING, Role.LIST_HEADING, Role.QUESTION, Role.NUMBER, Role.GRADE):
                return None
            for sentence in passage.sentences if passage.role is Role.PROSE else ():
                if self._era.marks(sentence.words) and ends_here(sentence.words, recall, self._recalls):
                    return None
                said = said_in(sentence.words)
                if said and said.firm and self._named_in(sentence.words) is recall.kind:
                    self._claims.add(sentence, earlier=True)
                    return Answer(said.verdict, number, said.firm)
        return None

    def _known(self, passage: Passage, number: int) -> Iterator[tuple[FollowUp, int]]:
        """A verdict in words of status on a finding named as one already known, or on one of several recalled."""
        parts = passage.sentences
        words = parts[number].words
        named = _THIS.search(words) or _KNOWN.search(words)
        # few sentences name one, and to look for a verdict takes long
        said = said_in(words) if named or _COUNTED.search(words, 0, _OPENING) else None
        if said is None or counts_all_forces(words) or any(OF_OTHERS.search(one.words) for one in parts[: number + 1]):
            return
        marks = self._era.marks(words)
        if named and said.firm and (self._era.ours or _INSPECTORATE.search(words)):
            kind = kind_of(named["kind"])
        elif self._counted(words, said, marks):
            kind = self._kind or self._named_before(parts, number) or ReferenceKind.AREA_FOR_IMPROVEMENT
        else:
            return
        year = next((mark.year for mark in marks if mark.year), self._year or self._era.visit)
        last = run_on(parts, number, None, self._recalls)
        yield FollowUp(passage, parts[number].through(parts[last]), kind, year, said.verdict), last

    def _counted(self, words: str, said: Said, marks: Sequence[Mark]) -> bool:
        """Say whether a verdict is on one of several things recalled, named by its number: "the other five"."""
        if said.verdict is Verdict.MENTIONED or not _COUNTED.search(words, 0, _OPENING):
            return False
        recalled = self._year is not None and (said.firm or self._before is not None or self._era.visit is not None)
        return recalled or bool(marks and _RAISED.search(words))

    def _named_before(self, parts: Sequence[Sentence], number: int) -> ReferenceKind | None:
        named = THING.search(parts[number - 1].words) if number else None
        return kind_of(named["kind"]) if named else None
