"""What each block of a report is by its position: heading, question, bare grade, item of a list, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from inspect_cli.extract.patterns import (
    BODY,
    FORMAL_WORDS,
    GRADE_ALONE,
    GRADE_WORDS,
    YEAR,
    formal_kind,
    pillar_of,
)
from inspect_cli.model import Block, BlockKind, Document, FindingKind, Pillar


class Role(StrEnum):
    """What a block is by its position and shape."""

    FURNITURE = "furniture"
    HEADING = "heading"
    DATE = "date"
    NUMBER = "number"
    QUESTION = "question"
    GRADE = "grade"
    LIST_HEADING = "list-heading"
    ITEM = "item"
    BULLET = "bullet"
    PROSE = "prose"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list being read: what its items are, and the earlier year they come from (None: this report's own)."""

    kind: FindingKind | None
    earlier: int | None = None
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Where in the report a block stands: pillar, question by number and words; ``graded`` once its grade was seen."""

    pillar: Pillar | None = None
    number: int | None = None
    question: str | None = None
    graded: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its role, its section and the list it stands in."""

    block: Block
    role: Role
    section: Section
    listing: Listing | None = None


_LIST_HEADING = re.compile(
    r"(?:\d+[.)]? )?(?P<kind>areas? (?:for|of) improvement|(?:our )?recommendations?|causes? of concern)"
    r"(?: \(?\d+\)?)?(?: for (?:the )?[\w’' -]+)?\s*:?",
    re.IGNORECASE,
)
_PRACTICE_HEADING = re.compile(r"(?:innovative|promising|good|positive|effective|notable) practice\s*:?", re.IGNORECASE)
_PRACTICE_LEAD = re.compile(r"\b(?:innovative|promising|good|positive|best|notable) practices?\b.*:\s*$", re.IGNORECASE)
_EARLIER_LEAD = re.compile(
    rf"(?:^|[.!?] )[^.!?]*\b(?P<year>{YEAR})\b[^.!?]*\b(?P<kind>{FORMAL_WORDS})\b[^.!?]*:\s*$", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    r"\b(?:we|HMIC|HMICFRS|the inspectorate) (?:therefore |also |now )?recommends?\b.*:\s*$", re.IGNORECASE
)
_DATE = re.compile(r"(?:last updated|published(?: on)?|date)\b:?", re.IGNORECASE)
_DATED_GRADE = re.compile(rf"last updated \S+ (?P<grade>{GRADE_WORDS})\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:question )?(\d{1,2})[.)]?", re.IGNORECASE)
_QUESTION = re.compile(r"(?:\d{1,2}[.)]? )?(?:how|to what|is|are|does|do|what|has|have|can)\b[^.?!]*\?", re.IGNORECASE)
_QUESTIONS_FOR = re.compile(r"questions for (?P<pillar>\w+)", re.IGNORECASE)
_SUMMARY = re.compile(r"summary for question \d+", re.IGNORECASE)
_NOTES = re.compile(r"notes(?: to editors?)?:?|about (?:us|the inspectorate|HMIC(?:FRS)?)", re.IGNORECASE)
DIRECTIVE = re.compile(
    rf"(?:Recommendation \d+[.:]? )?(?:[^.:]{{0,90}}, )?{BODY} (?:also )?(?:should|must|needs? to)\b"
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*$")
_PILLARS = {pillar.value for pillar in Pillar}


def passages(document: Document, pillar: Pillar | None) -> Iterator[Passage]:
    """Walk a document once and give every block with its role, in order; ``pillar`` is the whole report's."""
    reader = _Reader(Section(pillar=pillar))
    for block in document.blocks:
        yield reader.read(block)


class _Reader:
    """Keeps what has been seen so far: the section, the list that is open, whether notes have begun."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.listing: Listing | None = None
        self.in_bullets = False
        self.notes = False

    def read(self, block: Block) -> Passage:
        """Give one block its role and move on."""
        role = self._role(block)
        self._follow(block, role)
        listing = self.listing if role in (Role.ITEM, Role.BULLET, Role.PROSE) else None
        return Passage(block, role, self.section, listing)

    def _role(self, block: Block) -> Role:
        text = block.text.strip()
        if block.kind is BlockKind.FURNITURE:
            return Role.FURNITURE
        if _NOTES.fullmatch(text):
            self.notes = True
            return Role.HEADING
        if self.notes:
            return Role.NOTE
        if GRADE_ALONE.fullmatch(text) or _DATED_GRADE.fullmatch(text):
            return Role.GRADE
        if block.kind is BlockKind.BULLET and not _QUESTION.fullmatch(text):
            return self._bullet_role(text)
        return self._line_role(text)

    def _bullet_role(self, text: str) -> Role:
        if _LIST_HEADING.fullmatch(text):
            return Role.LIST_HEADING
        self.in_bullets = True
        return Role.ITEM if self.listing and self.listing.kind else Role.BULLET

    def _line_role(self, text: str) -> Role:
        for shape, role in ((_NUMBER, Role.NUMBER), (_QUESTION, Role.QUESTION), (_LIST_HEADING, Role.LIST_HEADING)):
            if shape.fullmatch(text):
                return role
        if _DATE.match(text) and len(text) < 60:
            return Role.DATE
        if self._is_titled_item(text):
            return Role.ITEM
        return Role.HEADING if len(text) <= 110 and not _SENTENCE_END.search(text) else Role.PROSE

    def _is_titled_item(self, text: str) -> bool:
        """An open list without bullets has its items as single sentences that say what a body should do."""
        if self.listing is None or self.listing.kind is None or self.listing.earlier or self.in_bullets:
            return False
        return bool(DIRECTIVE.match(text)) and len(text) < 400

    def _follow(self, block: Block, role: Role) -> None:
        text = block.text.strip()
        match role:
            case Role.NUMBER:
                self._begin_question(int("".join(filter(str.isdigit, text))), None)
            case Role.QUESTION:
                number = self.section.number if self.section.question is None else None
                self._begin_question(number, text)
            case Role.GRADE:
                self.section = replace(self.section, graded=True)
                self.listing = None
            case Role.HEADING:
                self._follow_heading(text)
            case Role.LIST_HEADING:
                self.listing, self.in_bullets = Listing(formal_kind(text)), False
            case Role.PROSE:
                self._follow_prose(text)

    def _begin_question(self, number: int | None, question: str | None) -> None:
        pillar = self.section.pillar or (pillar_of(question) if question else None)
        self.section = Section(pillar, number, question)
        self.listing = None

    def _follow_heading(self, text: str) -> None:
        questions = _QUESTIONS_FOR.fullmatch(text)
        name = questions["pillar"] if questions else text
        if name.lower() in _PILLARS:
            self.section = Section(Pillar(name.lower()))
        elif not _SUMMARY.fullmatch(text):
            self.section = replace(self.section, heading=text)
        if _PRACTICE_HEADING.fullmatch(text):
            self.listing = Listing(None, practice=True)
        elif self.listing and not self.listing.practice:
            self.listing = None

    def _follow_prose(self, text: str) -> None:
        if earlier := _EARLIER_LEAD.search(text):
            self.listing = Listing(formal_kind(earlier["kind"]), int(earlier["year"]))
            self.in_bullets = False
        elif _RECOMMENDS.search(text):
            self.listing, self.in_bullets = Listing(FindingKind.RECOMMENDATION), False
        elif _PRACTICE_LEAD.search(text):
            self.listing = Listing(None, practice=True)
        elif self.listing and self._ends_list(text):
            self.listing = None

    def _ends_list(self, text: str) -> bool:
        """Prose after bullets ends a list; a lead-in (":"), a verdict on an earlier item or evidence does not."""
        if self.listing is None or text.endswith(":"):
            return text.endswith("said:")
        return self.in_bullets and not self.listing.earlier and not self.listing.practice
