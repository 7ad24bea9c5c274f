"""What an area is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from inspect_cli.link.drafts import Draft
from inspect_cli.link.finds import Find
from inspect_cli.link.matters import matter, theme_title
from inspect_cli.model import Finding, FindingKind
from inspect_cli.reference import load

LONGEST = 60
SHORTEST = 20
_SHORTEST_PHRASE = 30
_TRAILING = " .,;:–-("
# What cannot be the last word of a title.
_DANGLING = re.compile(
    r"(?: (?:of|the|an?|to|and|or|for|with|in|on|at|its|their|that|by|from|as|who|whose|which|is|are|was|be|being|"
    r"means|in line))+$"
)
# What leads into a clause without adding to it: "However, it", "But", "they".
_LEADING = re.compile(
    r"^(?:(?:however|but|although|though|while)\b,? )?(?:(?:it|they) (?:also |still )?|we found (?:that )?)?",
    re.IGNORECASE,
)
# Where a sentence turns: before "but" and "although", and after what it begins by granting.
_TURN = re.compile(r"(?:[,;]| –)? (?=(?:however|but|although|though|while)\b)|(?<=[.!?]) ", re.IGNORECASE)
_GRANTED = re.compile(r"^((?:although|though|while)\b[^,]*), ", re.IGNORECASE)
# What an ask may still begin with: "by the same date, make sure that …".
_WHEN = (
    r"(?:by|within|from) (?:(?:the|that) (?:\w+ )?(?:date|time|day)|then|[^,;.]*\d[^,;.]*|[\w ]+ (?:month|week|day|"
    r"year)s?), "
)
_ADDS_NOTHING = re.compile(rf"^(?:{_WHEN})?(?:(?:make sure|ensure|see to it)(?: that)? |see that )?", re.IGNORECASE)
_QUOTES = "‘’“”'\" "
_ANY_WORD = r"\b[\w’-]+"


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
            return title_from(_without_deadline(find))
    first = min(draft.finds.values(), key=lambda find: find.first)
    if first.reference:
        return _of_follow_up(first)
    return title_of_concern(first.record.text) if _is_concern(first) else title_from(first.record.text)


def _without_deadline(find: Find) -> str:
    """Give a find's words without those of its deadline, which the area shows apart."""
    text, deadline = find.record.text, find.record.deadline
    if deadline is None or not deadline.phrase:
        return text
    return re.sub(rf",? ?(?<!\w){re.escape(deadline.phrase)}(?!\w),?", "", text).lstrip() or text


def _is_concern(find: Find) -> bool:
    return isinstance(find.record, Finding) and find.record.kind is FindingKind.CONCERN


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


def title_from(text: str, *, asked: bool = True) -> str:
    """Make a title of a finding's words: what they ask for (unless ``asked`` is off), cut where a clause ends."""
    opening = _opening().search(text) if asked else None
    words = " ".join((text[opening.end() :] if opening else text).split()).lstrip(_QUOTES)
    words = _ADDS_NOTHING.sub("", words) or words
    title = _cut(re.split(r"(?<=\w)[.!?](?=[\s’”\"]|$)", words)[0])
    return title[:1].upper() + title[1:]


def title_of_concern(text: str) -> str:
    """Make a title of a concern's words: the clause that says what is wrong, or what that clause asks for."""
    parts = _TURN.split(" ".join(text.split()))
    for clause in (piece for part in parts for piece in filter(None, _GRANTED.split(part))):
        cue = next((found for pattern in _cues() if (found := pattern.search(clause.replace("'", "’")))), None)
        if cue:
            asked = _opening().search(clause, cue.start())
            asks = asked and asked.start() < cue.end() and len(clause) - asked.end() > SHORTEST
            return title_from(clause if asks else _LEADING.sub("", clause), asked=bool(asks))
    return title_from(text)


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    """Give the cues of concerns; whatever word stands before one will do for the body that acts."""
    patterns = (re.sub("BODY|NUMBER", lambda _: _ANY_WORD, cue["pattern"]) for cue in load("concerns")["cue"])
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _cut(words: str) -> str:
    if len(words) <= LONGEST:
        return words.rstrip(_TRAILING)
    end = (
        _last(words, "clause_ends", SHORTEST)
        or _last(words, "phrase_ends", _SHORTEST_PHRASE)
        or words.rfind(" ", 0, LONGEST + 1)
    )
    return _DANGLING.sub("", words[: end if end > 0 else LONGEST].rstrip(_TRAILING))


def _last(words: str, boundaries: str, shortest: int) -> int:
    """Give the last place of a boundary that leaves a title of fair length, or 0."""
    places = (words.rfind(boundary, 0, LONGEST + len(boundary)) for boundary in load("wording")[boundaries])
    return max((place for place in places if place >= shortest), default=0)
