"""Sentences that recall what an earlier inspection asked for: "our 2016 recommendation", "in 2017 we said that …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspect_cli.extract import asking
from inspect_cli.extract.earlier import Era, Mark
from inspect_cli.extract.patterns import YEAR
from inspect_cli.model import ReferenceKind
from inspect_cli.reference.keyed import Keyed, keyed


@dataclass(frozen=True, slots=True)
class Recall:
    """What a sentence recalls: its kind, ``formal`` where that is named, the year, and how much of it.

    ``loose``: only the text around it sets it in that year, so that it counts with a verdict alone.
    ``demand``: it says what was asked for; without that or a formal word it counts only where a verdict in words of
    status follows. ``several``: more than one thing. ``content``: where the words stand in which it was asked for,
    which pass no verdict themselves.
    """

    kind: ReferenceKind
    year: int | None
    formal: bool = False
    demand: bool = False
    loose: bool = False
    several: bool = False
    start: int = 0
    content: tuple[int, int] | None = None


class Recalls:
    """Reads sentences for what they recall; keeps nothing between them."""

    def __init__(self, era: Era) -> None:
        self.era = era
        who = rf"(?:{asking.NAMED}|{asking.REPORT}|we|I)" if era.ours else rf"(?:{asking.NAMED}|{asking.REPORT})"
        on = rf"(?:{who}|it|they)"
        at = rf"(?:in|during|by|at|last) (?:our |the )?(?:\w+ ){{0,2}}?(?:{YEAR}(?:/\d\d)?|year|inspection|report|time)"
        self._acts = keyed(rf"\b{who} {asking.ADVERBS}{asking.SAYS}\b", re.IGNORECASE)
        self._also = keyed(rf"\b{who} (?:had )?also {asking.SAYS}\b", re.IGNORECASE)
        self._asks = keyed(
            rf"\b(?:{who}) (?P<perfect>(?:have|has) )?(?:(?:had|also|then|therefore|previously|again|first"
            rf"|already|jointly) )*(?P<asked>{asking.ASKED})",
            re.IGNORECASE,
        )
        self.asks_on = keyed(rf"^\W*{on} (?:also |then |further )*(?P<asked>{asking.ASKED})", re.IGNORECASE)
        self._asked_of = keyed(
            rf"\b(?:forces?|constabulary|it|they|police) (?:was|were|had been|been) (?:also )?(?P<asked>(?:asked"
            rf"|told|recommended|advised|required) (?:by {who} |{at} )*(?:to|that)\b)"
            rf"|\bit was (?P<asked2>recommended (?:by {who} |{at} )*that\b)",
            re.IGNORECASE,
        )
        self._what = keyed(rf"\bwhat {who} (?:had )?(?:asked|recommended|required|wanted|said)\b", re.IGNORECASE)

    @property
    def patterns(self) -> tuple[Keyed, ...]:
        """The patterns of which one is in each sentence that recalls something."""
        return (asking.THING, self._what, self._asks, self._asked_of, self._acts)

    def of(
        self, words: str, background: int | None = None, goes_on: bool = False, then: int | None = None
    ) -> Recall | None:
        """Give what a sentence recalls, None where it recalls nothing.

        ``background`` is the earlier year that the text before it is set in; ``goes_on``: the sentence before it in
        the same paragraph recalled something. ``then``: the year that "that year" points to.
        """
        marks = self.era.marks(words, then)
        set_in_time = marks or background or self.era.visit
        if not set_in_time or asking.OF_OTHERS.search(words):
            return None
        return (
            self._named(words, marks, background, goes_on)
            or self._asked(words, marks, background, goes_on)
            or self._told(words, marks)
        )

    def _named(self, words: str, marks: list[Mark], background: int | None, goes_on: bool) -> Recall | None:
        """A formal word that is set in an earlier year."""
        for thing in asking.THING.finditer(words):
            before = words[: thing.start()]
            if asking.NEW.search(before) or asking.HUGE.search(before):
                continue
            near = self._stated_year(words, thing, marks)
            year = near or self._leading_year(words, thing, marks) or self._assumed_year(words, thing, background)
            if year is None and goes_on and self._also.search(words[: thing.start()]):
                year = background
            if year is None:
                continue
            several = bool(asking.PLURAL.search(thing["kind"])) and not asking.ONE.search(before)
            loose = not marks and not asking.BEFORE.search(before)
            said = bool(asking.SAID.match(words, thing.end()))
            return Recall(
                asking.kind_of(thing["kind"]),
                year,
                formal=True,
                demand=said,
                loose=loose,
                several=several,
                start=thing.start(),
            )
        return None

    def _stated_year(self, words: str, thing: re.Match[str], marks: list[Mark]) -> int | None:
        """The year that a sentence gives to a formal word: before it, behind it, or at the head of the sentence."""
        before = words[: thing.start()]
        for mark in marks:
            if mark.end <= thing.start() and mark.year and asking.AFTER.fullmatch(words[mark.end : thing.start()]):
                return mark.year
        if (stated := asking.BEFORE.search(before)) and self.era.is_earlier(int(stated["year"])):
            return int(stated["year"])
        closed = asking.CLOSED.search(before)
        behind = (
            mark
            for mark in marks
            if mark.start >= thing.end() and not (closed and asking.WHEN.search(words, thing.end(), mark.start))
        )
        if near := next((mark for mark in behind if _is_of(words[thing.end() : mark.start])), None):
            return near.year
        return None

    def _leading_year(self, words: str, thing: re.Match[str], marks: list[Mark]) -> int | None:
        """The year at the head of a sentence in which the inspectorate gave what the formal word names."""
        for mark in marks:
            between = words[max(0, mark.start - _LEAD) : thing.start()]
            given = self._acts.search(between) or asking.GIVEN.search(words[: thing.start()])
            if mark.end <= thing.start() and given:
                return mark.year
        return None

    def _assumed_year(self, words: str, thing: re.Match[str], background: int | None) -> int | None:
        """The year that the text around a sentence gives to a finding named in it as one already known."""
        before = words[: thing.start()]
        numbered = asking.NUMBER_AFTER.match(words, thing.end()) and not asking.PLURAL.search(thing["kind"])
        definite = asking.DEFINITE.search(before)
        if self.era.visit:
            acts = self._acts.search(before)
            past = acts is not None and not asking.PERFECT.search(acts.group())
            return self.era.visit if definite or numbered or past else None
        return background if definite and asking.THEN.match(words, thing.end()) else None

    def _asked(self, words: str, marks: list[Mark], background: int | None, goes_on: bool) -> Recall | None:
        """A sentence that says what the inspectorate asked for, in an earlier year."""
        if what := self._what.search(words):
            year = self._lead_year(marks, what.start(), what.end()) or self.era.visit
            return Recall(ReferenceKind.AREA_FOR_IMPROVEMENT, year, demand=True, start=what.start()) if year else None
        found = self._asks.search(words) or (self.asks_on.search(words) if goes_on else None)
        if not found and marks:
            found = self._asked_of.search(words)
        if not found or found.groupdict().get("perfect"):
            return None
        name = "asked" if found["asked"] else "asked2"
        asked = found[name].lower()
        year = self._lead_year(marks, found.start(), found.end() + _NEAR)
        if not marks and not asked.startswith(_PLAINLY):
            return None
        if year is None and not marks:
            year = background or self.era.visit
        if year is None and not self._has_mark(marks, found.start(), found.end() + _NEAR):
            return None
        if year is None and marks:
            return None
        end = asking.ENDS.search(words, found.end())
        content = (found.start(name), end.start() if end else len(words))
        of_kind = (
            ReferenceKind.RECOMMENDATION if asked.startswith("recommended") else ReferenceKind.AREA_FOR_IMPROVEMENT
        )
        loose = not self.era.marks(words)
        return Recall(of_kind, year, demand=True, loose=loose, start=found.start(), content=content)

    def _told(self, words: str, marks: list[Mark]) -> Recall | None:
        """A sentence in which the inspectorate told of something in an earlier year."""
        for acts in self._acts.finditer(words):
            if self._has_mark(marks, acts.start(), acts.end() + _NEAR) and not re.search(
                r"\b(?:have|has)\b", acts.group()
            ):
                return Recall(
                    ReferenceKind.AREA_FOR_IMPROVEMENT,
                    self._lead_year(marks, acts.start(), acts.end() + _NEAR),
                    start=acts.start(),
                )
        return None

    def _has_mark(self, marks: list[Mark], start: int, reach: int) -> bool:
        return any(mark.start < reach for mark in marks)

    def _lead_year(self, marks: list[Mark], start: int, reach: int) -> int | None:
        """The year of the last mark before the verb, or else of the first one close behind it."""
        before = [mark for mark in marks if mark.start < start]
        behind = [mark for mark in marks if start <= mark.start < reach]
        return next((mark.year for mark in [*before[:1], *behind] if mark.year), None)


# What asks for something whatever stands around it.
_PLAINLY = ("recommended", "asked", "told", "urged", "called", "required")
# How far a year may stand from what it is of, and what comes before a year that leads a sentence.
_NEAR = 110
_LEAD = 60


_PLAINLY_ASKED = Keyed(r"\b(?:recommended|should|must|needed to)\b")


def asks_plainly(words: str) -> bool:
    """Say whether a sentence says plainly what was asked for: "recommended", "should"."""
    return _PLAINLY_ASKED.search(words) is not None


def counts_all_forces(words: str) -> bool:
    """Say whether a sentence counts findings by the hundred, as only those on all forces together are."""
    return any(asking.HUGE.search(words[: thing.start()]) for thing in asking.THING.finditer(words))


def _is_of(between: str) -> bool:
    """Say whether a year is of the formal word that it follows with these words between."""
    linked = not between.strip() or asking.LINK.search(between)
    return (
        bool(linked) and len(between) < _NEAR and not asking.THING.search(between) and not asking.STOP.search(between)
    )
