"""The pieces of words without which a regular expression matches nowhere, read off the expression itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

# What the pattern compiler itself reads a pattern with; the only way to see what it is made of.
_parser: Any = import_module("re._parser")
_known: Any = import_module("re._constants")

# Keys of which one at least must be there.
Keys = frozenset[str]
# A part of a parsed pattern: what it is, and of what.
_Part = tuple[Any, Any]

# A key that stands for any digit.
DIGIT = "#"
# A mark or digit tells as much as so many letters.
_LEAST = 3
# Words that stand in so many sentences that to look for them tells nothing.
_COMMON = frozenset("the and of to in is it be as at by on or are was were has have that for with from".split())
_REPEATS = (_known.MAX_REPEAT, _known.MIN_REPEAT, _known.POSSESSIVE_REPEAT)
_ASSERTIONS = (_known.ASSERT, _known.ASSERT_NOT)
_OUTSIDE_WORDS = (_known.CATEGORY_SPACE, _known.CATEGORY_NOT_WORD)


def keys_of(pattern: str, flags: int = 0, *, cut: bool = False, whole: bool = False) -> list[Keys]:
    """Give the sets of keys of a pattern: wherever it matches, the text holds one of each set.

    Keys are in small letters, with a blank at an edge of a word; behind none where words may be ``cut``, and at both
    ends of what must match the ``whole`` text. Raises re.error for what is no pattern.
    """
    parsed = list(_parser.parse(pattern, flags))
    sets = list(dict.fromkeys(_of_sequence(parsed, whole, whole)))
    if cut:
        sets = [frozenset(key.rstrip() for key in keys) for keys in sets]
    return [keys for keys in sets if _worth(keys)[0]] or sorted(sets, key=_worth)[-1:]


def _of_sequence(parts: Sequence[_Part], left: bool, right: bool) -> Iterator[Keys]:
    """Give the keys of parts that follow each other; ``left``, ``right``: before and behind them a word ends."""
    at = 0
    while at < len(parts):
        begun, letters = at, ""
        while at < len(parts) and (letter := _letter(*parts[at])):
            letters += letter
            at += 1
        if letters and (at == len(parts) or parts[at][0] is not _known.BRANCH):
            before, behind = _edge_before(parts, begun, left), _edge_behind(parts, at, right)
            yield frozenset({f"{' ' * before}{letters}{' ' * behind}"})
            continue
        code, value = parts[at]
        if code in (_known.BRANCH, _known.SUBPATTERN):
            # the parser has taken out the letters that all ways begin with
            ways = [[*parts[begun:at], *way] for way in value[1]] if code is _known.BRANCH else [list(value[-1])]
            before, behind = _edge_before(parts, begun, left), _edge_behind(parts, at + 1, right)
            yield from _of_ways(ways, before, behind) if len(ways) > 1 else _of_sequence(ways[0], before, behind)
        else:
            yield from _of_part(code, value)
        at += 1


def _of_ways(ways: Sequence[Sequence[_Part]], left: bool, right: bool) -> Iterator[Keys]:
    """Give the one set of keys that tells most: those of each way."""
    found = [list(_of_sequence(way, left, right)) for way in ways]
    if all(found):
        yield frozenset().union(*(max(sets, key=_worth) for sets in found))


def _of_part(code: Any, value: Any) -> Iterator[Keys]:
    if code is _known.LITERAL or code is _known.IN:
        marks = _characters(code, value)
        if marks and not any(mark.isalnum() or mark.isspace() for mark in marks):
            yield frozenset(marks)
        elif code is _known.IN and [kind for _, kind in value] == [_known.CATEGORY_DIGIT]:
            yield frozenset({DIGIT})
    elif code is _known.ATOMIC_GROUP:
        yield from _of_sequence(list(value), False, False)
    elif code is _known.ASSERT or (code in _REPEATS and value[0] > 0):
        yield from _of_sequence(list(value[-1]), False, False)


def _edge_before(parts: Sequence[_Part], at: int, beyond: bool) -> bool:
    return _has_edge((parts[place] for place in range(at - 1, -1, -1)), beyond, -1)


def _edge_behind(parts: Sequence[_Part], at: int, beyond: bool) -> bool:
    return _has_edge((parts[place] for place in range(at, len(parts))), beyond, 0)


def _has_edge(parts: Iterable[_Part], beyond: bool, end: int) -> bool:
    """Say whether a word must end where these parts begin: the nearest first, each seen from its ``end`` (0, -1)."""
    for code, value in parts:
        edge = _edge_of(code, value, end)
        if edge is not None:
            return edge
    return beyond


def _edge_of(code: Any, value: Any, end: int) -> bool | None:
    """Say whether a word must end where this part begins; None where that hangs on the part beyond it."""
    edge: bool | None = False
    if code in _ASSERTIONS:
        edge = None
    elif code is _known.AT:
        edge = value is not _known.AT_NON_BOUNDARY
    elif code is _known.LITERAL:
        edge = _is_outside(code, value)
    elif code is _known.IN:
        edge = all(_is_outside(*one) for one in value)
    elif code is _known.SUBPATTERN:
        edge = _has_edge(_seen_from(value[-1], end), False, end)
    elif code is _known.BRANCH:
        edge = all(_has_edge(_seen_from(one, end), False, end) for one in value[1])
    elif code in _REPEATS:
        edge = _has_edge(_seen_from(value[-1], end), False, end)
        edge = None if edge and value[0] == 0 else edge
    return edge


def _seen_from(parts: Iterable[_Part], end: int) -> Iterable[_Part]:
    return reversed(list(parts)) if end else parts


def _is_outside(code: Any, value: Any) -> bool:
    """Say whether a character, or one of a set, is none that stands in words."""
    if code is _known.LITERAL:
        return not (chr(value).isalnum() or value == ord("_"))
    return value in _OUTSIDE_WORDS


def _letter(code: Any, value: Any) -> str:
    """Give the letter or digit that a part of a pattern is, in either case; "" for anything else."""
    if code is _known.LITERAL:
        letter = chr(value)
    elif code is _known.IN and len(value) == len("aA"):
        either = {one.lower() for one in _characters(code, value)}
        letter = either.pop() if len(either) == 1 else ""
    else:
        return ""
    return letter.lower() if letter.isascii() and letter.isalnum() else ""


def _characters(code: Any, value: Any) -> list[str]:
    """Give the characters of which a part of a pattern is one, where it names each; [] for any other part."""
    if code is _known.LITERAL:
        return [chr(value)]
    return [chr(point) for _, point in value] if all(one is _known.LITERAL for one, _ in value) else []


def _worth(keys: Keys) -> tuple[int, int]:
    """Say how much it tells that one of some keys is there: the longer they are, and the fewer, the more."""
    return min(map(_worth_of, keys), default=0), -len(keys)


def _worth_of(key: str) -> int:
    word = key.strip()
    edges = len(key) - len(word)
    if word in _COMMON or (len(word) == 1 and word.isalpha() and edges < len("  ")):
        return 0
    return max(len(word), _LEAST) + edges
