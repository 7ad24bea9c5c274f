"""What each block of a report is by its position: heading, question, bare grade, item of a list, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from inspect_cli.extract.patterns import (
    BODY,
    FORMAL_WORDS,
    GRADE_ALONE,
    GRADE_WORDS,
    NAMED,
    YEAR,
    formal_kind,
    pillar_of,
)
from inspect_cli.extract.sentences import Sentence, sentences
from inspect_cli.extract.whose import topic_of
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
    ROW = "row"
    PROSE = "prose"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list being read: what its items are, and the earlier year they come from (None: this report's own).

    ``lead`` is the sentence that the items go on from ("To address this, the force should, within a month:"), or "".
    """

    kind: FindingKind | None
    earlier: int | None = None
    practice: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Where in the report a block stands: pillar, question by number and words; ``in_questions`` once they began.

    ``force`` is the one that the last heading or paragraph named at its beginning.
    """

    pillar: Pillar | None = None
    number: int | None = None
    question: str | None = None
    in_questions: bool = False
    force: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its role, its section, the list it stands in and its sentences."""

    block: Block
    role: Role
    section: Section
    listing: Listing | None
    sentences: tuple[Sentence, ...]


# Longer blocks are prose, whatever they look like.
_LONGEST_LINE = 300
_LONGEST_HEADING = 110
_LONGEST_ITEM = 400
_LONGEST_DATE = 60

_LIST_HEADING = re.compile(
    r"(?:\d+[.)]? )?(?P<kind>areas? (?:for|of) improvement|(?:our )?recommendations?|causes? of concern)"
    r"(?: \(?\d+\)?)?(?: for (?:the )?[\w’' -]+)? ?:?",
    re.IGNORECASE,
)
_PRACTICE_HEADING = re.compile(r"(?:innovative|promising|good|positive|effective|notable) practice ?:?", re.IGNORECASE)
_PRACTICE_LEAD = re.compile(r"\b(?:innovative|promising|good|positive|best|notable) practices?\b", re.IGNORECASE)
_EARLIER_LEAD = re.compile(rf"\b(?P<year>{YEAR})\b.*?\b(?P<kind>{FORMAL_WORDS})\b", re.IGNORECASE)
_RECOMMENDS = re.compile(
    r"\b(?:we|HMIC|HMICFRS|the inspectorate) (?:therefore |also |now )?recommends?\b", re.IGNORECASE
)
_DATE = re.compile(r"(?:last updated|published(?: on)?|date)\b:?", re.IGNORECASE)
_DATED_GRADE = re.compile(rf"last updated \S+ (?P<grade>{GRADE_WORDS})\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:question )?(\d{1,2})[.)]?", re.IGNORECASE)
_QUESTION = re.compile(r"(?:\d{1,2}[.)]? )?(?:how|to what|is|are|does|do|what|has|have|can)\b[^.?!]*\?", re.IGNORECASE)
_QUESTIONS_FOR = re.compile(r"questions for (?P<pillar>\w+)", re.IGNORECASE)
# Notes run to the end of a release; what a page says about its publisher runs to the next heading.
_NOTES = re.compile(r"notes(?: to editors?)?:?", re.IGNORECASE)
_ABOUT = re.compile(r"about (?:us|the inspectorate|HMIC(?:FRS)?)", re.IGNORECASE)
_DIRECTIVE = re.compile(
    rf"(?:Recommendation \d+[.:]? )?(?:[^.:]{{0,90}}, )?{BODY} (?:also )?(?:should|must|needs? to)\b"
)
_SHAPES = (
    (GRADE_ALONE, Role.GRADE),
    (_DATED_GRADE, Role.GRADE),
    (_LIST_HEADING, Role.LIST_HEADING),
    (_NUMBER, Role.NUMBER),
    (_QUESTION, Role.QUESTION),
)
_OF_CAUSES = re.compile(r"\bcauses? of concern\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*\Z")
_NAME_ALONE = re.compile(NAMED)
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
        self.below_heading = False
        self.in_notes = False
        self.in_about = False

    def read(self, block: Block) -> Passage:
        """Give one block its role and move on."""
        parts = tuple(sentences(block))
        role = self._role(block)
        self._follow_force(block.text, role)
        self._follow(block.text.strip(), role, parts)
        if role is not Role.FURNITURE:
            self.below_heading = role is Role.LIST_HEADING
        listing = self.listing if role in (Role.ITEM, Role.BULLET, Role.PROSE) else None
        return Passage(block, role, self.section, listing, parts)

    def _role(self, block: Block) -> Role:
        text = block.text.strip()
        if block.kind is BlockKind.FURNITURE:
            return Role.FURNITURE
        if self.in_notes:
            return Role.NOTE
        if block.kind is BlockKind.ROW:
            return Role.ROW
        if _NOTES.fullmatch(text):
            self.in_notes = True
            return Role.HEADING
        short = len(text) <= _LONGEST_LINE
        role = (self._line_role(text) if short else None) or self._text_role(block, text)
        if role not in (Role.PROSE, Role.BULLET, Role.ITEM):
            self.in_about = short and bool(_ABOUT.fullmatch(text))
        return Role.NOTE if self.in_about and role is not Role.HEADING else role

    def _line_role(self, text: str) -> Role | None:
        """The role of a line that is known by its words alone."""
        for shape, role in _SHAPES:
            if shape.fullmatch(text):
                return role
        if _DATE.match(text) and len(text) < _LONGEST_DATE:
            return Role.DATE
        return None

    def _text_role(self, block: Block, text: str) -> Role:
        is_title = len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
        if block.kind is BlockKind.BULLET:
            if is_title and not self.listing and _NUMBER.fullmatch(block.marker):
                return Role.HEADING
            self.in_bullets = True
            return Role.ITEM if self.listing and self.listing.kind else Role.BULLET
        if self._is_titled_item(text) or self._is_cause(text):
            return Role.ITEM
        return Role.HEADING if is_title else Role.PROSE

    def _is_titled_item(self, text: str) -> bool:
        """An open list without bullets has its items as single sentences that say what a body should do."""
        if self.listing is None or self.listing.kind is None or self.listing.earlier or self.in_bullets:
            return False
        return len(text) < _LONGEST_ITEM and not text.endswith(":") and bool(_DIRECTIVE.match(text))

    def _is_cause(self, text: str) -> bool:
        """What stands right below "Cause of concern" is one, unless it speaks of such itself or says there is none."""
        if self.listing is None or self.listing.kind is not FindingKind.CAUSE_OF_CONCERN or not self.below_heading:
            return False
        told = len(text) < _LONGEST_ITEM and text.endswith(".") and " " in text
        return told and not _OF_CAUSES.search(text)

    def _follow_force(self, text: str, role: Role) -> None:
        if role in (Role.HEADING, Role.PROSE, Role.BULLET, Role.ROW) and (force := topic_of(text)):
            self.section = replace(self.section, force=force)

    def _follow(self, text: str, role: Role, parts: Sequence[Sentence]) -> None:
        match role:
            case Role.DATE:
                self.section = replace(self.section, in_questions=False)
            case Role.NUMBER:
                self._begin_question(int("".join(filter(str.isdigit, text))), None)
            case Role.QUESTION:
                number = self.section.number if self.section.question is None else None
                self._begin_question(number, text)
            case Role.GRADE:
                self.listing = None
            case Role.HEADING:
                self._follow_heading(text)
            case Role.LIST_HEADING:
                self.listing, self.in_bullets = Listing(formal_kind(text)), False
            case Role.PROSE:
                self._follow_prose(text, parts[-1].words if parts else "")

    def _begin_question(self, number: int | None, question: str | None) -> None:
        pillar = self.section.pillar or (pillar_of(question) if question else None)
        self.section = replace(self.section, pillar=pillar, number=number, question=question)
        self.listing = None

    def _follow_heading(self, text: str) -> None:
        questions = _QUESTIONS_FOR.fullmatch(text)
        name = questions["pillar"] if questions else text
        if name.lower() in _PILLARS:
            self.section = Section(Pillar(name.lower()), in_questions=questions is not None, force=self.section.force)
        if _PRACTICE_HEADING.fullmatch(text):
            self.listing = Listing(None, practice=True)
        elif self.listing and not self.listing.practice and not _NAME_ALONE.fullmatch(text):
            self.listing = None

    def _follow_prose(self, text: str, last: str) -> None:
        lead = last if last.endswith(":") else ""
        if earlier := _EARLIER_LEAD.search(lead):
            self.listing = Listing(formal_kind(earlier["kind"]), int(earlier["year"]))
            self.in_bullets = False
        elif _RECOMMENDS.search(lead):
            self.listing, self.in_bullets = Listing(FindingKind.RECOMMENDATION, lead=lead), False
        elif _PRACTICE_LEAD.search(lead):
            self.listing = Listing(None, practice=True)
        elif self.listing and lead and not lead.endswith("said:"):
            self.listing = replace(self.listing, lead=lead)
        elif self.listing and self._ends_list(text):
            self.listing = None

    def _ends_list(self, text: str) -> bool:
        """Prose after bullets ends a list; a lead-in (":"), a verdict on an earlier item or evidence does not."""
        if self.listing is None or text.endswith(":"):
            return text.endswith("said:")
        return self.in_bullets and not self.listing.earlier and not self.listing.practice
