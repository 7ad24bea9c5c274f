"""Judgements before they have an id: which of them say the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import ceil

from inspect_cli.extract.grades import GradeClause, Voice
from inspect_cli.extract.layout import Passage
from inspect_cli.extract.patterns import first_pillar, pillar_of
from inspect_cli.extract.sentences import Sentence
from inspect_cli.extract.whose import without_forces
from inspect_cli.model import Pillar, normal_words
from inspect_cli.reference import load


@dataclass(frozen=True, slots=True)
class Candidate:
    """A grade given to a force, with the passage and the words it stands on.

    ``overall``: it is of a whole pillar or of the force; ``bare``: it stands alone on a line or in a cell.
    """

    passage: Passage
    stretch: Sentence
    clause: GradeClause
    overall: bool
    carried_from: int | None
    force: str | None
    bare: bool = False

    @property
    def pillar(self) -> Pillar | None:
        """The pillar that the grade belongs to, by its subject, by what is said before it, by where it stands."""
        section, subject = self.passage.section, self.clause.subject
        if self.bare:
            return section.pillar or (pillar_of(subject) if section.question else None)
        before = self.stretch.start + self.clause.at
        return pillar_of(subject) or _pillar_before(self.passage.block.text, before) or section.pillar


def _pillar_before(text: str, end: int) -> Pillar | None:
    """Give the pillar whose word comes first in ``text[:end]``; a long paragraph is looked through once."""
    stop, pillar = _first_pillar(text)
    return pillar if stop <= end else None


@lru_cache(maxsize=100)
def _first_pillar(text: str) -> tuple[int, Pillar | None]:
    return first_pillar(text)


def once(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep one candidate of each thing judged: a bare grade before a sentence, the first before a later one."""
    kept: list[Candidate] = []
    overall: dict[str | None, list[int]] = defaultdict(list)
    ordered = sorted(candidates, key=lambda one: one.clause.voice is Voice.EARLIER)
    nearby = Nearby(one.clause.subject for one in ordered)
    for candidate in ordered:
        near = {*nearby.of(candidate.clause.subject), *(overall[candidate.force] if candidate.overall else ())}
        place = next((place for place in sorted(near) if _same(candidate, kept[place])), None)
        if place is None:
            nearby.add(candidate.clause.subject, len(kept))
            if candidate.overall:
                overall[candidate.force].append(len(kept))
            kept.append(candidate)
        elif candidate.carried_from and candidate.clause.voice is not Voice.EARLIER and not kept[place].carried_from:
            # what is said of it in detail says, too, that it was carried over
            kept[place] = replace(kept[place], carried_from=candidate.carried_from)
    return kept


def is_overall(question: str) -> bool:
    """Say whether a question or subject is a whole pillar's: nothing in it goes beyond what the pillar is for."""
    return pillar_of(question) is not None and not _content(question) - {
        _same_as().get(stem, stem) for stem in load("grading")["of_pillars"]
    }


def _same(one: Candidate, other: Candidate) -> bool:
    if one.force != other.force:
        return False
    recalled = Voice.EARLIER in (one.clause.voice, other.clause.voice)
    if one.clause.grade is not other.clause.grade and not recalled:
        return False
    if one.overall != other.overall:
        # a sentence may say the question of the whole pillar in other words
        return one.bare != other.bare and alike(one.clause.subject, other.clause.subject)
    if one.overall:
        pillars = {one.pillar, other.pillar}
        return len(pillars) == 1 or None in pillars
    numbers = {one.passage.section.number, other.passage.section.number} - {None}
    return (
        len(numbers) < _TWO and alike(one.clause.subject, other.clause.subject)
        if one.bare and other.bare
        else alike(one.clause.subject, other.clause.subject)
    )


def alike(one: str, other: str) -> bool:
    """Say whether two subjects share so many words that they are the same thing judged."""
    first, second = _told_apart_by(one), _told_apart_by(other)
    if bool(first & _WORKFORCE) != bool(second & _WORKFORCE):
        return False
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


# So much of the shorter of two subjects must stand in the other for them to be the same thing judged.
_ALIKE = 0.6
_TWO = 2
_OF_A_PILLAR = frozenset(("effec", "effic", "legit"))
# The questions on the public and on the workforce are put in the same words.
_WORKFORCE = frozenset(("workf", "staff", "offic"))
_EMPTY = frozenset(
    "the a an of to and in at for its it is are how way well does do what extent force forces constabulary police "
    "that with which aspects some".split()
)


class Nearby:
    """Finds among many subjects those that may be alike, without holding each against each.

    Two subjects that share so many words share one of the rarest words of the shorter of them: those are looked up.
    """

    def __init__(self, subjects: Iterable[str]) -> None:
        """Take all subjects that will be added or asked for: how often their words occur tells which are rare."""
        self._often = Counter(stem for subject in subjects for stem in _told_apart_by(subject))
        self._by_any: dict[str, list[int]] = defaultdict(list)
        self._by_rare: dict[str, list[int]] = defaultdict(list)

    def add(self, subject: str, place: int) -> None:
        """Add a subject under a number by which it will be given."""
        for stem in _told_apart_by(subject):
            self._by_any[stem].append(place)
        for stem in self._rare(subject):
            self._by_rare[stem].append(place)

    def of(self, subject: str) -> set[int]:
        """Give the numbers of all added subjects that are alike, and of some that are not."""
        as_shorter = (place for stem in self._rare(subject) for place in self._by_any[stem])
        as_longer = (place for stem in _told_apart_by(subject) for place in self._by_rare[stem])
        return {*as_shorter, *as_longer}

    def _rare(self, subject: str) -> list[str]:
        stems = sorted(_told_apart_by(subject), key=lambda stem: (self._often[stem], stem))
        return stems[: len(stems) - ceil(_ALIKE * len(stems)) + 1]


def _told_apart_by(subject: str) -> frozenset[str]:
    return _content(subject) - _OF_A_PILLAR


@lru_cache(maxsize=10_000)
def _content(subject: str) -> frozenset[str]:
    """The words of a subject that carry its meaning, cut to their stems so that "treat" meets "treating"."""
    words = normal_words(without_forces(subject)).split()
    stems = {word[:5] for word in words if word not in _EMPTY}
    return frozenset(_same_as().get(stem, stem) for stem in stems)


@cache
def _same_as() -> dict[str, str]:
    """Stems that stand for the same thing, each with the first of them: "the public" is "everyone it serves"."""
    return {stem: group[0] for group in load("grading")["same"] for stem in group}
