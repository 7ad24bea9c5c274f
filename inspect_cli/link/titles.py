"""What an area is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from inspect_cli.link.drafts import Draft
from inspect_cli.link.finds import Find
from inspect_cli.link.matters import matter, theme_title
from inspect_cli.reference import load

LONGEST = 60
SHORTEST = 20
_TRAILING = " .,;:–-("
# What cannot be the last word of a title.
_DANGLING = re.compile(r"(?: (?:of|the|an?|to|and|or|for|with|in|on|at|its|their|that|by|from|as))+$")


def titles(drafts: Sequence[Draft]) -> list[str]:
    """Name each draft: by the one matter of its members where no other draft has that name, else by its words."""
    by_matter = [_matter_title(draft) for draft in drafts]
    taken = Counter(by_matter)
    return [
        name if name is not None and taken[name] == 1 else _own_words(draft)
        for draft, name in zip(drafts, by_matter, strict=True)
    ]


def title_of(draft: Draft, taken: Collection[str]) -> str:
    """Name one draft beside others whose names are ``taken``."""
    name = _matter_title(draft)
    return name if name is not None and name not in taken else _own_words(draft)


def _matter_title(draft: Draft) -> str | None:
    """Give the title of the one matter that all members which name any have in common."""
    if draft.matter:
        return matter(draft.matter).title
    named = [set(find.matters) for find in draft.anchors if find.matters]
    common = set.intersection(*named) if named else set()
    return matter(next(iter(common))).title if len(common) == 1 else None


def _own_words(draft: Draft) -> str:
    for find in draft.anchors:
        if find.formal:
            return title_from(find.record.text)
    first = min(draft.finds.values(), key=lambda find: find.first)
    return _of_follow_up(first) if first.reference else title_from(first.record.text)


def _of_follow_up(find: Find) -> str:
    """Name what is known only by a follow-up: by what it quotes of the ask, else by theme, year and kind."""
    reference = find.reference
    if reference is None or _opening().search(reference.text) or not reference.themes:
        return title_from(find.record.text)
    kind = str(reference.to_kind).replace("-", " ")
    return f"{theme_title(reference.themes[0])}: {reference.to_year or 'earlier'} {kind}"


@cache
def _opening() -> re.Pattern[str]:
    words = load("wording")
    fillers = "|".join(re.escape(filler) for filler in sorted(words["fillers"], key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(words['openings'])})\b,?\s+(?:(?:{fillers})\s+)*", re.IGNORECASE)


def title_from(text: str) -> str:
    """Make a title of a finding's words: what it asks for, cut where a clause ends, without a full stop."""
    asked = _opening().search(text)
    words = " ".join((text[asked.end() :] if asked else text).split())
    title = _cut(re.split(r"(?<=\w)[.!?](?=\s|$)", words)[0])
    return title[:1].upper() + title[1:]


def _cut(words: str) -> str:
    if len(words) <= LONGEST:
        return words.rstrip(_TRAILING)
    end = _last(words, "clause_ends") or _last(words, "phrase_ends") or words.rfind(" ", 0, LONGEST + 1)
    return _DANGLING.sub("", words[: end if end > 0 else LONGEST].rstrip(_TRAILING))


def _last(words: str, boundaries: str) -> int:
    """Give the last place of a boundary that leaves a title of fair length, or 0."""
    places = (words.rfind(boundary, 0, LONGEST + len(boundary)) for boundary in load("wording")[boundaries])
    return max((place for place in places if place >= SHORTEST), default=0)
