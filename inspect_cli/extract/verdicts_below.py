"""Verdicts on quoted findings: in brackets behind one, in the paragraph below it, in one below the whole list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspect_cli.extract.asking import kind_named
from inspect_cli.extract.claims import Claims
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import NUMBER, NUMBER_WORDS
from inspect_cli.extract.quoted_items import Item
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.stems import stems_of
from inspect_cli.extract.verdicts import said_in, status_of
from inspect_cli.model import Verdict

# A status on a line of its own or in brackets: "Progress: Complete", "(done)".
_STATUS_LINE = re.compile(
    r"\A\W*(?:our )?(?:(?:current |latest |overall )?(?:progress|status|assessment|verdict|view|position|outcome"
    r"|result))\b[^:]{0,40}"
    r"(?::| [–-]) *(?P<word>[^.]{2,80})\.?\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[](?P<word>[^()\[\]]{3,40})[)\]]\W*\Z")
_THIS = re.compile(r"\b(?:this|that) (?:area|recommendation|cause)\b", re.IGNORECASE)
# How many passages below an item, or below a list, may speak of it.
_BELOW = 3


def judge_each(group: Sequence[Item], passages: Sequence[Passage], claims: Claims) -> None:
    """Give each item the verdict that stands with it; the words that pass it are claimed."""
    for number, item in enumerate(group):
        last = number == len(group) - 1
        shared = last and len(group) > 1 and all(other.verdict is None for other in group[:-1])
        if bracketed := _BRACKETS.search(item.passage.block.text):
            item.verdict = status_of(bracketed["word"])
        if item.verdict is None:
            _below(item, passages, claims, shared=shared)
        if item.verdict and shared and item.part:
            _to_all(group, item.verdict)


def judge_all(group: Sequence[Item], passages: Sequence[Passage], claims: Claims) -> None:
    """Give the items their verdicts out of the paragraph below the list, which judges them one by one or together."""
    if all(item.verdict for item in group):
        return
    for passage in _under(group[-1], passages):
        if not _is_prose(passage):
            return
        for sentence in passage.sentences:
            said = said_in(sentence.words)
            if said and not claims.holds(sentence, earlier=True) and _distribute(group, sentence.words, said.verdict):
                claims.add(sentence, earlier=True)
        if all(item.verdict for item in group):
            return


def _under(item: Item, passages: Sequence[Passage]) -> Iterator[Passage]:
    below = passages[item.place + 1 : item.place + 1 + _BELOW]
    return (passage for passage in below if passage.role is not Role.FURNITURE)


def _is_prose(passage: Passage) -> bool:
    """Say whether a passage is prose, or the beginning of a paragraph that its layout made a heading of."""
    return passage.role is Role.PROSE or (passage.role is Role.HEADING and len(passage.sentences) > 1)


def _below(item: Item, passages: Sequence[Passage], claims: Claims, *, shared: bool) -> None:
    """Take the verdict from the paragraphs between an item and the next; ``shared``: they are below a whole list."""
    for passage in _under(item, passages):
        status = _STATUS_LINE.match(passage.block.text)
        if status and (verdict := status_of(status["word"])):
            item.verdict = verdict
            claims.add(whole(passage.block), earlier=True)
            return
        if not _is_prose(passage) or passage.block.text.rstrip().endswith(":"):
            return
        if (shared and _ORDINAL.search(passage.block.text)) or _take(item, passage.sentences, claims, shared=shared):
            return


def _take(item: Item, parts: Sequence[Sentence], claims: Claims, *, shared: bool) -> bool:
    told = [
        (sentence, said)
        for sentence in parts
        if (said := said_in(sentence.words)) and kind_named(sentence.words) in (None, item.kind)
    ]
    if shared:
        told = [(sentence, said) for sentence, said in told if _THIS.search(sentence.words)]
    firm = [(sentence, said) for sentence, said in told if said.firm]
    named = [(sentence, said) for sentence, said in firm if _THIS.search(sentence.words)]
    best = next(iter([*named[-1:], *firm[-1:], *told]), None)
    if best is None:
        return False
    item.verdict = best[1].verdict
    for sentence, said in told:
        if said.verdict is item.verdict:
            claims.add(sentence, earlier=True)
    return True


_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"\b(?P<only>only )?(?:the |a )?(?:(?P<to>first|last) (?P<count>{NUMBER})|(?P<nth>{'|'.join(_NTH)}|last"
    rf"|former|latter))\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\b(?:all(?: {NUMBER}| of (?:them|these|the \w+|our \w+))?|both|each|every one|none|neither|these|they)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:the|all)(?: \w+)? (?:others?|rest|remaining(?: \w+)?)\b", re.IGNORECASE)


def _distribute(items: Sequence[Item], words: str, verdict: Verdict) -> bool:
    """Give a sentence's verdict to the items that it is about; say whether there were any."""
    if named := list(_ORDINAL.finditer(words)):
        return _to_numbered(items, named, verdict)
    if _REST.search(words):
        return _to_all(items, verdict)
    nearest = max(items, key=lambda item: len(item.stems & stems_of(words)))
    shared = nearest.stems & stems_of(words)
    if len(shared) > 1 or (shared and not _ALL.search(words)):
        nearest.verdict = nearest.verdict or verdict
        return True
    return bool(_ALL.search(words)) and _to_all(items, verdict)


def _to_numbered(items: Sequence[Item], named: Sequence[re.Match[str]], verdict: Verdict) -> bool:
    numbers = {number for match in named for number in _numbers(match, len(items))}
    for number in numbers:
        items[number].verdict = verdict
    if any(match["only"] for match in named) and verdict in (Verdict.ACHIEVED, Verdict.DISCHARGED):
        left = Verdict.NOT_ACHIEVED if verdict is Verdict.ACHIEVED else Verdict.NOT_DISCHARGED
        for number, item in enumerate(items):
            # what the paragraph goes on to say of one of the others counts for more
            item.assumed = item.assumed if number in numbers else left
    return bool(numbers)


def _to_all(items: Sequence[Item], verdict: Verdict) -> bool:
    waiting = [item for item in items if item.verdict is None]
    for item in waiting:
        item.verdict = verdict
    return bool(waiting)


def _numbers(match: re.Match[str], count: int) -> list[int]:
    """The places in a list of ``count`` items that "the first two", "the last" or "the third" point to."""
    if match["to"]:
        told = match["count"].lower()
        many = min(NUMBER_WORDS.get(told) or (int(told) if told.isdigit() else 1), count)
        return list(range(many)) if match["to"].lower() == "first" else list(range(count - many, count))
    nth = match["nth"].lower()
    place = {"last": count - 1, "latter": count - 1, "former": 0}.get(nth, _NTH.index(nth) if nth in _NTH else count)
    return [place] if 0 <= place < count else []
