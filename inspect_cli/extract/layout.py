"""What each block of a report is by its position: heading, question, bare grade, item of a list, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from inspect_cli.extract.carried import grades_areas
from inspect_cli.extract.contents import Contents
from inspect_cli.extract.demands import demands_listing, is_item, may_be_quoted
from inspect_cli.extract.listing import Listing, heading_listing, is_demand, is_directive, issues_new, lead_listing
from inspect_cli.extract.patterns import GRADE_ALONE, GRADE_WORDS, NAMED, pillar_of
from inspect_cli.extract.sentences import Sentence, sentences
from inspect_cli.extract.whose import only_force, topic_of
from inspect_cli.model import Block, BlockKind, Document, FindingKind, Pillar
from inspect_cli.reference.keyed import Keyed


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
class Section:
    """Where in the report a block stands: pillar, question by number and words; ``in_questions`` once they began.

    ``force`` is the one that the last heading or paragraph named at its beginning, ``heading`` the last heading.
    """

    pillar: Pillar | None = None
    number: int | None = None
    question: str | None = None
    in_questions: bool = False
    force: str | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its role, its section, the list it stands in and its sentences.

    ``graded``: a lead-in above said that grades follow ("HMICFRS judged that the force:").
    """

    block: Block
    role: Role
    section: Section
    listing: Listing | None
    sentences: tuple[Sentence, ...]
    graded: bool = False


# Longer blocks are prose, whatever they look like.
_LONGEST_LINE, _LONGEST_HEADING, _LONGEST_DATE = 300, 110, 60

_DATE = re.compile(r"(?:last updated|published(?: on)?|date)\b:?", re.IGNORECASE)
_LED_GRADE = Keyed(rf"(?:last updated \S+|(?:our )?(?:grade|judge?ment):) (?P<grade>{GRADE_WORDS})\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:question )?(\d{1,2})[.)]?", re.IGNORECASE)
_QUESTION = re.compile(r"(?:\d{1,2}[.)]? )?(?:how|to what|is|are|does|do|what|has|have|can)\b[^.?!]*\?", re.IGNORECASE)
_QUESTIONS_FOR = re.compile(r"(?:view )?(?:the )?(?:\w+ )?questions for (?P<pillar>\w+)", re.IGNORECASE)
# Notes run to the end of a release; what a page says about its publisher runs to the next heading.
_NOTES = re.compile(r"notes (?:to|for)(?: the)? editors?:?|notes:?", re.IGNORECASE)
_ABOUT = re.compile(r"about (?:us|the inspectorate|HMIC(?:FRS)?)", re.IGNORECASE)
_SHAPES = (
    (GRADE_ALONE, Role.GRADE),
    (_LED_GRADE, Role.GRADE),
    (_NUMBER, Role.NUMBER),
    (_QUESTION, Role.QUESTION),
)
_MEANS = re.compile(r"\b(?:whether|if|categories|criteria|definitions?|means?|scale|following grades)\b", re.IGNORECASE)
_GRADES_FOLLOW = Keyed(
    r"\b(?:judg|grad|rat(?:ed|ing)|assess)\w*\b|\bevidence\b|\bas follows\b|\btranche\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?:[.!?:;]|;\s(?:and|or))[\"'”’)]*\Z")
_NAME_ALONE = re.compile(NAMED)
_PILLARS = {pillar.value for pillar in Pillar}


def passages(
    document: Document,
    pillar: Pillar | None,
    year: int | None = None,
    *,
    own: bool = True,
    visit: int | None = None,
) -> Iterator[Passage]:
    """Walk a document once and give every block with its role, in order.

    ``pillar`` and ``year`` are the whole report's: its inspection year tells an earlier year's list from its own.
    ``own``: the inspectorate itself speaks. ``visit``: the document goes back to a report of that year, so that its
    formal lists are that report's, until it says that it issues something new.
    """
    reader = _Reader(Section(pillar=pillar), year, own, visit)
    for block in document.blocks:
        yield reader.read(block)


class _Reader:
    """Keeps what has been seen so far: the section, the list that is open, whether notes have begun."""

    def __init__(self, section: Section, year: int | None, own: bool, visit: int | None) -> None:
        self.section = section
        self.year = year
        self.own = own
        self.visit, self.issues, self.prose = visit, False, ""
        self.listing: Listing | None = None
        self.below_heading = False
        self.in_notes = False
        self.in_about = False
        self.contents = Contents()
        self.in_grades = False
        self.heading_number = 0
        self.announced = False

    def read(self, block: Block) -> Passage:
        """Give one block its role and move on."""
        parts = tuple(sentences(block))
        role = self._role(block)
        self._follow_force(block.text, role)
        self._follow(block.text.strip(), role, parts)
        if role is Role.ITEM and self.listing:
            self.listing = replace(self.listing, taken="bullet" if block.kind is BlockKind.BULLET else "title")
        if role in (Role.HEADING, Role.LIST_HEADING) and (number := _NUMBER.fullmatch(block.marker)):
            self.heading_number = int(number[1])
        if role is not Role.FURNITURE:
            self.below_heading = role is Role.LIST_HEADING or self.announced
            self.announced = False
        listing = self.listing if role in (Role.ITEM, Role.BULLET, Role.PROSE) else None
        return Passage(block, role, self.section, listing, parts, self._is_graded(block, role, parts))

    def _is_graded(self, block: Block, role: Role, parts: Sequence[Sentence]) -> bool:
        """Say whether a block stands in a list of grades: bullets, or clauses that go on from one to the next."""
        text = block.text.strip()
        listed = self.in_grades and (role is Role.BULLET or (role is Role.PROSE and text[:1].islower()))
        if role is not Role.FURNITURE:
            lead = parts[-1].words if parts and text.endswith(":") else ""
            opens = bool(_GRADES_FOLLOW.search(lead)) and not _MEANS.search(lead)
            self.in_grades = opens or (listed and (role is Role.BULLET or text.endswith((";", "; and"))))
        return listed

    def _role(self, block: Block) -> Role:
        text = block.text.strip()
        if block.kind is BlockKind.FURNITURE:
            return Role.FURNITURE
        if self.in_notes or self.contents.holds(text):
            return Role.NOTE
        if block.kind is BlockKind.ROW:
            return Role.ROW
        if _NOTES.fullmatch(text):
            self.in_notes = True
            return Role.HEADING
        short = len(text) <= _LONGEST_LINE
        role = (self._line_role(block, text) if short else None) or self._text_role(block, text)
        if role is Role.NUMBER and (self.below_heading or int(re.sub(r"\D", "", text)) > _MOST_QUESTIONS):
            return Role.FURNITURE
        if role not in (Role.PROSE, Role.BULLET, Role.ITEM):
            self.in_about = short and bool(_ABOUT.fullmatch(text))
        return Role.NOTE if self.in_about and role is not Role.HEADING else role

    def _line_role(self, block: Block, text: str) -> Role | None:
        """The role of a line that is known by its words alone."""
        is_point = block.kind is BlockKind.BULLET and not block.marker[:1].isdigit()
        if not is_point and heading_listing(text, self.year):
            return Role.LIST_HEADING
        for shape, role in _SHAPES:
            if shape.fullmatch(text) and not (is_point and role is Role.GRADE):
                return role
        if _DATE.match(text) and len(text) < _LONGEST_DATE:
            return Role.DATE
        return None

    def _text_role(self, block: Block, text: str) -> Role:
        short = len(text) <= _LONGEST_HEADING and not text[:1].islower() and not _SENTENCE_END.search(text)
        is_title = short or block.marker.startswith("#")
        if block.kind is BlockKind.BULLET:
            return self._bullet_role(block, text, is_title)
        listing = self.listing
        asks = listing and (listing.is_formal or (listing.previous and self.visit))
        if listing and asks and is_item(listing, text, below_heading=self.below_heading):
            return Role.ITEM
        return Role.HEADING if is_title else Role.PROSE

    def _bullet_role(self, block: Block, text: str, is_title: bool) -> Role:
        """A bullet is an item of the list that is open, unless that has titles with evidence below them."""
        if self.visit:
            self.listing = self.listing or demands_listing(text, None if self.issues else self.visit)
            if not may_be_quoted(self.listing, text):
                return Role.BULLET
        listing, numbered = self.listing, _NUMBER.fullmatch(block.marker)
        if is_title and numbered and not is_directive(text):
            goes_on = int(numbered[1]) == self.heading_number + 1
            if goes_on or not listing or listing.taken or listing.single:
                return Role.HEADING
        if listing is None or listing.kind is None or (_DEEP.match(block.marker) and not is_directive(text)):
            return Role.PROSE if _DEEP.match(block.marker) else Role.BULLET
        own = listing.previous or listing.taken != "title"
        return Role.ITEM if own else Role.BULLET

    def _follow_force(self, text: str, role: Role) -> None:
        if role not in (Role.HEADING, Role.PROSE, Role.BULLET, Role.ROW):
            return
        # a heading, and a paragraph that leads to a list, may name the force anywhere
        anywhere = role is Role.HEADING or text.endswith(":")
        if force := topic_of(text) or (only_force(text) if anywhere else None):
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
                self.listing = self._revisited(heading_listing(text, self.year))
            case Role.PROSE:
                self._follow_prose(text, parts)

    def _begin_question(self, number: int | None, question: str | None) -> None:
        pillar = self.section.pillar or (pillar_of(question) if question else None)
        self.section = replace(self.section, pillar=pillar, number=number, question=question)
        self.listing = None

    def _revisited(self, listing: Listing | None) -> Listing | None:
        """A formal list of a document that goes back to an earlier report is that report's."""
        if listing is None or listing.kind is None or self.visit is None or self.issues:
            return listing
        return replace(listing, previous=True, earlier=listing.earlier or self.visit)

    def _follow_heading(self, text: str) -> None:
        self.issues, self.prose = issues_new(text), ""
        name = questions["pillar"] if (questions := _QUESTIONS_FOR.fullmatch(text)) else text
        if name.lower() in _PILLARS and not grades_areas(self.year):
            self.section = Section(Pillar(name.lower()), in_questions=questions is not None, force=self.section.force)
        self.section = replace(self.section, heading=text)
        listing = self.listing
        if listing is None or _NAME_ALONE.fullmatch(text) or (listing.single and not listing.taken):
            return
        if listing.is_formal and is_demand(text):
            self.listing = replace(listing, lead=text, taken="")
        elif not listing.practice:
            self.listing = None

    def _follow_prose(self, text: str, parts: Sequence[Sentence]) -> None:
        last = parts[-1].words if parts else ""
        before = text[: len(text) - len(last)].strip() or self.prose
        self.prose = text
        self.issues = self.issues or issues_new(last)
        lead = last if last.endswith(":") else ""
        opened = lead_listing(lead, before, self.year, own=self.own) if lead else None
        of_cause = self.listing is not None and self.listing.kind is FindingKind.CAUSE_OF_CONCERN
        self.announced = opened is not None or bool(of_cause and self.below_heading and _QUOTES.search(lead))
        if opened:
            self.listing = opened
        elif self.listing and self.listing.kind and lead and not lead.endswith("said:"):
            self.listing = self._led(self.listing, lead)
        elif self.listing and self._ends_list(text):
            self.listing = None

    def _led(self, listing: Listing, lead: str) -> Listing:
        """The list after a lead-in: what a cause of concern asks for are recommendations."""
        if listing.previous or not is_demand(lead):
            return replace(listing, lead=lead)
        of_cause = listing.kind is FindingKind.CAUSE_OF_CONCERN
        return Listing(FindingKind.RECOMMENDATION if of_cause else listing.kind, lead=lead)

    def _ends_list(self, text: str) -> bool:
        """Prose after bullets ends a list; a lead-in (":"), a verdict on an earlier item or evidence does not."""
        if self.listing is None or text.endswith(":"):
            return text.endswith("said:")
        if self.listing.previous or self.listing.practice:
            return False
        return self.listing.taken == "bullet"


_MOST_QUESTIONS = 20
_DEEP = re.compile(r"\(?\d{1,2}\.\d{1,2}")
_QUOTES = re.compile(r"\b(?:words|as follows|says|reads|said|is that|put it|namely):\Z", re.IGNORECASE)
