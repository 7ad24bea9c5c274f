"""Running heads and page numbers in a plain text that was taken from pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from inspect_cli.reference.keyed import Keyed

_PAGE_NUMBER = re.compile(r"\s*(?:page )?(\d{1,4})(?: (?:of|/) ?\d{1,4})?\s*", re.IGNORECASE)
_AT_AN_EDGE = (
    re.compile(r"^\s*(\d{1,4})(?: {2,}|\t|\s*\|)"),
    re.compile(r"(?: {2,}|\t|\|\s*)(?:page )?(\d{1,4})\s*$", re.IGNORECASE),
)
_BARE = re.compile(r"\s*\d{1,3}\s*")
_DIGITS = Keyed(r"\d+")
_LONGEST_HEAD = 14
# A head is one when it stands beside a page number, or on a new page, at least so often and nearly always.
_FEWEST = 3
_NEARLY_ALWAYS = 0.75


def running_lines(lines: Sequence[str]) -> set[int]:
    """Give the lines (from 0) that are running heads or feet and the page numbers beside them.

    A head is a short line that comes again and again, each time next to a bare number or a form feed.
    Numbers that stand beside no such line are left alone: they may count questions.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    places: dict[str, list[int]] = defaultdict(list)
    by_page = any("\f" in lines[number] or _PAGE_NUMBER.fullmatch(lines[number]) for number in filled)
    for place, number in enumerate(filled):
        # without pages only a number of its own can show a head
        if not by_page and not _DIGITS.may_match(lines[number]):
            continue
        words = lines[number].split()
        if len(words) <= _LONGEST_HEAD and not _PAGE_NUMBER.fullmatch(lines[number]):
            places[_DIGITS.sub("#", " ".join(words))].append(place)
    found = _numbers_of_pages(lines, filled)
    for head, occurrences in places.items():
        if len(occurrences) < _FEWEST:
            continue
        beside = {place: _page_number_beside(lines, filled, place) for place in occurrences}
        counted = _counts_up([lines[filled[place]] for place in occurrences]) if "#" in head else False
        if counted or sum(one is not None for one in beside.values()) >= _NEARLY_ALWAYS * len(occurrences):
            found |= {filled[place] for place in occurrences} | {one for one in beside.values() if one is not None}
    return found


def _numbers_of_pages(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """The bare numbers that count up through a text and break a sentence somewhere: its pages.

    Numbers that count questions stand before them, and break none.
    """
    bare = [(place, int(lines[number])) for place, number in enumerate(filled) if _BARE.fullmatch(lines[number])]
    chain: list[int] = []
    last = None
    for place, value in bare:
        if last is None or value == last + 1:
            chain.append(place)
            last = value
    breaks = sum(_breaks_a_sentence(lines, filled, place) for place in chain)
    asks = sum(place + 1 < len(filled) and lines[filled[place + 1]].rstrip().endswith("?") for place in chain)
    begins = int(lines[filled[chain[0]]]) if chain else 1
    is_paging = len(chain) >= _FEWEST and (breaks > 0 or begins > 1) and asks * 2 < len(chain)
    return {filled[place] for place in chain} if is_paging else set()


def _breaks_a_sentence(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    if not 0 < place < len(filled) - 1:
        return False
    above, below = lines[filled[place - 1]].rstrip(), lines[filled[place + 1]].lstrip()
    return above[-1:] not in ".?!:;”’" and below[:1].islower()


def _page_number_beside(lines: Sequence[str], filled: Sequence[int], place: int) -> int | None:
    """The line of the page number right above or below; the line itself where a new page begins with it."""
    if "\f" in lines[filled[place]]:
        return filled[place]
    near = [filled[other] for other in (place - 1, place + 1) if 0 <= other < len(filled)]
    return next((number for number in near if _PAGE_NUMBER.fullmatch(lines[number])), None)


def _counts_up(heads: Sequence[str]) -> bool:
    """Say whether lines that recur hold at an edge, set apart from the words, a number that goes up: the page's."""
    for shape in _AT_AN_EDGE:
        numbers = [int(match.group(1)) for head in heads if (match := shape.search(head))]
        steps = {after - before for before, after in pairwise(numbers)}
        if len(numbers) == len(heads) and steps and steps <= {1, 2}:
            return True
    return False
