"""Lines into running text: a word that was broken at the end of a line becomes whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from inspect_cli.read.pdf_asking import BROKEN

_SOFT = "\u00ad"
_HYPHENS = (BROKEN, _SOFT, "-", "\u2010")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*\Z")
_FIRST = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SHARED = re.compile(r"(?:and|or|to)\b")
# Beginnings of what is no word by itself, but the end of one.
_ENDING = re.compile(
    r"(?:[aei]bl[ey]|[ae]n[ct]|al|ar|[st]?ion|[ai]tion|[bdfglmnprt]?(?:ed|er|ing|y)s?\b|en|est|ful|hand|hood|ian|ic|ies"
    r"|is[emt]|it[iy]|ive|less|ly|ment|ness|ous|ship|tial|cial|ture|ward|ways?|wise)"
)
# First parts that mostly keep their hyphen, and short words that mostly are only the beginning of a longer one.
_PREFIXES = frozenset(
    "all anti body call child co counter cross day decision drug evidence ex face follow half hate high ill inter knife"
    " long low mid multi non one post pre pro problem re self semi short sub two three victim well year".split()
)
_BEGINNINGS = frozenset(
    "and any as be but by can every for her here how in like man may more no not of off on or other out over so some"
    " ten the them then there to under up us was were what when where with".split()
)


class Joiner:
    """Joins the lines of a paragraph; ``texts`` are all that the document has, to know its words by."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._words: frozenset[str] | None = None

    def _known(self) -> frozenset[str]:
        """Give the words that stand whole in some line."""
        if self._words is None:
            known: set[str] = set()
            whole: set[str] = set()
            broken = False
            for text in self._texts:
                bare = text.replace(_SOFT, "")
                after, broken = broken, text.endswith(_HYPHENS)
                if after or broken:
                    words = _WORD.findall(bare)
                    known.update(words[int(after) : len(words) - int(broken)])
                else:
                    whole.update(bare.split())
            for word in whole:
                known.update(_WORD.findall(word))
            self._words = frozenset(word.lower().replace("\u2010", "-") for word in known)
        return self._words

    def join(self, parts: Sequence[str]) -> str:
        """Join lines with a blank each, or none where a word was broken."""
        text = ""
        for part in parts:
            if not text or not part:
                text += part
            elif text.endswith(_HYPHENS) and len(text) > 1 and not text[-2].isspace():
                text = self._glued(text, part)
            else:
                text = f"{text} {part}"
        return text.replace(_SOFT, "").replace(BROKEN, "-")

    def _glued(self, text: str, part: str) -> str:
        soft, bare = text[-1] == _SOFT, text[:-1]
        last, first = _LAST.search(bare), _FIRST.match(part)
        if soft and last and first:
            return bare + part
        if not last or not first:
            return f"{bare}-{part}"
        if _SHARED.match(part):
            return f"{bare}- {part}"
        one, two = last.group().lower(), first.group().lower()
        return f"{bare}-{part}" if self._keeps_hyphen(one, two, part) else bare + part

    def _keeps_hyphen(self, one: str, two: str, part: str) -> bool:
        known = self._known()
        if one + two in known:
            return False
        if f"{one}-{two}" in known or part[0].isupper() or "-" in two:
            return True
        last = one.rpartition("-")[2]
        if last in _PREFIXES:
            return True
        whole = len(last) > 2 and last in known and last not in _BEGINNINGS
        return whole and len(two) > 3 and (two in known or not _ENDING.match(two))
