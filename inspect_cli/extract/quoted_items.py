"""The items of lists that quote an earlier year's findings, in the groups in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspect_cli.extract.asking import PLURAL, THING, kind_named
from inspect_cli.extract.earlier import Era
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.listing import Listing
from inspect_cli.extract.stems import stems_of
from inspect_cli.model import ReferenceKind, Verdict

# So many paragraphs above a list may say what is listed.
_LEADS = 3


@dataclass
class Item:
    """A quoted finding: where it stands, its kind and year, and the verdict on it once that is known.

    ``assumed``: what follows from what is said of the others ("only the last has been met"). ``part``: it is one point
    of a single finding, so that a verdict on that is a verdict on it.
    """

    place: int
    passage: Passage
    kind: ReferenceKind
    year: int | None
    verdict: Verdict | None = None
    assumed: Verdict = Verdict.MENTIONED
    part: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """The words that carry its meaning."""
        return stems_of(self.passage.block.text)


def groups_of(passages: Sequence[Passage], era: Era) -> Iterator[list[Item]]:
    """Give the quoted items, those together that follow each other with nothing but lead-ins between them."""
    group: list[Item] = []
    kind: ReferenceKind | None = None
    year: int | None = None
    of: Listing | None = None
    part = False
    for place, passage in enumerate(passages):
        listing = passage.listing
        if passage.role is not Role.ITEM or listing is None or not listing.previous:
            of = None if passage.role in (Role.HEADING, Role.LIST_HEADING, Role.QUESTION, Role.GRADE) else of
            continue
        if of is None or (of.kind, of.earlier, of.lead) != (listing.kind, listing.earlier, listing.lead):
            kind, year, of = _kind_of(passages, place, listing), _year_of(passages, place, listing, era), listing
            part = _is_one(passages, place)
        if group and not _is_lead(passages, group[-1].place + 1, place):
            yield group
            group = []
        group.append(Item(place, passage, kind or ReferenceKind.AREA_FOR_IMPROVEMENT, year, part=part))
    if group:
        yield group


def _leads(passages: Sequence[Passage], place: int) -> list[str]:
    """The paragraphs above a list, the nearest first, as far as the heading that they stand under."""
    texts = []
    for passage in reversed(passages[max(0, place - _LEADS) : place]):
        if passage.role is not Role.PROSE:
            break
        texts.append(passage.block.text)
    return texts


def _kind_of(passages: Sequence[Passage], place: int, listing: Listing) -> ReferenceKind | None:
    """What a list is of: as the paragraphs that lead to it say, or its heading."""
    told = next((kind for text in _leads(passages, place) if (kind := kind_named(text))), None)
    if told:
        return told
    year = str(listing.earlier)
    # "What we asked of the force in 2015 was:" goes by what the report called it before
    before = [one.block.text for one in passages[:place] if one.role is Role.PROSE and year in one.block.text]
    named = [kind for text in before if (kind := kind_named(text))]
    return named[0] if named and listing.asked else (ReferenceKind(listing.kind) if listing.kind else None)


def _year_of(passages: Sequence[Passage], place: int, listing: Listing, era: Era) -> int | None:
    """The year that stands nearest before the last name of the finding in the paragraphs that lead to a list."""
    for text in _leads(passages, place):
        named = list(THING.finditer(text))
        marks = [mark for mark in era.marks(text) if mark.year]
        before = [mark for mark in marks if not named or mark.start < named[-1].start()]
        if marks:
            return (before[-1] if before else marks[0]).year
    return listing.earlier or era.visit


def _is_one(passages: Sequence[Passage], place: int) -> bool:
    """Say whether a list gives the points of one finding: "we recommended that all forces should:"."""
    leads = _leads(passages, place)
    return bool(leads) and not any(PLURAL.search(text) for text in leads[:2])


def _is_lead(passages: Sequence[Passage], start: int, stop: int) -> bool:
    return all(
        passage.role is Role.FURNITURE or (passage.role is Role.PROSE and passage.block.text.rstrip().endswith(":"))
        for passage in passages[start:stop]
    )
