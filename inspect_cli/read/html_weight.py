"""What a page would cost to parse, judged before it is: a parser cannot be stopped on its way."""

from __future__ import annotations

import re
from collections import Counter

from inspect_cli.errors import SourceError

# A page of report length has some thousands; a whole register of recommendations a hundred thousand.
_MOST_TAGS = 200_000
_MOST_TAGS_OF_LARGE = 2_000_000
# Fewer tags than this cannot cost too much, however they are nested.
_FEW_TAGS = 1_000
# Each tag looks through what is open around it, each attribute through those before it: steps of some nanoseconds.
_MOST_STEPS = 600_000_000
# An open "<b>" is opened again in each paragraph.
_MOST_COPIES = 500_000
_LONG = 200

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]*)(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+)",
    re.I | re.S,
)
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)")
# Elements that hold nothing, that end where the next begins, or that close themselves in a drawing.
_FLAT = frozenset(
    "area base br col embed hr img input link meta source track wbr p li dd dt option optgroup tr td th tbody thead "
    "tfoot colgroup path rect circle line polygon polyline ellipse use stop html head body".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def check_weight(name: str, text: str, *, large: bool = False) -> None:
    """Refuse a page that would take too long or too much memory to read; raises SourceError.

    ``large`` lifts the limit on the number of its tags, not that on how they are nested.
    """
    most = _MOST_TAGS_OF_LARGE if large else _MOST_TAGS
    if text.count("<") <= _FEW_TAGS and len(text) <= _FEW_TAGS * _LONG:
        return
    if text.count("<") > _MOST_TAGS_OF_LARGE or _count(text) > most:
        raise SourceError(
            f"{name} has more than {most:,} tags: too many for a page.",
            "Print the page to a PDF and import that; or import the page with --large.",
        )
    if _is_heavy(text):
        raise SourceError(
            f"{name} is nested so deeply, or has so many attributes, that reading it would not end.",
            "Save the report's page again, or print it to a PDF and import that.",
        )


def _count(text: str) -> int:
    """Count a page's tags, without what stands in scripts and comments."""
    fewest = text.count("<")
    return sum(match["name"] is not None for match in _MARKUP.finditer(text)) if fewest > _MOST_TAGS else fewest


def _is_heavy(text: str) -> bool:
    opened: Counter[str] = Counter()
    steps = copies = depth = formatting = options = 0
    for match in _MARKUP.finditer(text):
        name, rest = match["name"], match["rest"]
        if name is None:
            continue
        name = name.lower()
        # each option of a list to choose from is compared with those before it
        options += name == "option" and not match["end"]
        steps += depth + 2 * options if name == "option" else depth
        copies += formatting if name not in _FORMATTING else 0
        if len(rest) > _LONG:
            steps += len(re.split(r"[\s/]+", _QUOTED.sub(" ", rest))) ** 2
        if steps > _MOST_STEPS or copies > _MOST_COPIES:
            return True
        if name in _FLAT or (match["end"] and not opened[name]):
            continue
        change = -1 if match["end"] else 1
        opened[name] += change
        depth += change
        if name in _FORMATTING:
            formatting += change
    return False
