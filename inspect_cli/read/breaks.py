"""Lines that a person broke inside a paragraph: whether each reads as its own, or the sentence goes on."""

from __future__ import annotations

import re
from itertools import pairwise

from inspect_cli.read.marks import plain
from inspect_cli.read.rows import Row, make_rows

_BREAK = re.compile(r"[\n\f]")
# Lines of a list, an address or labels are shorter than those of prose that was broken to fit.
_SHORT = 60


def split_breaks(text: str) -> list[str]:
    """Split a paragraph at its line breaks, but not inside a sentence; there is always one part, which may be empty."""
    parts = [part for part in map(plain, _BREAK.split(text)) if part]
    starts = [0, *(at for at, (above, below) in enumerate(pairwise(parts), start=1) if _is_own(above, below))]
    return [" ".join(parts[start:stop]) for start, stop in pairwise([*starts, len(parts)])] or [""]


def _is_own(above: str, below: str) -> bool:
    """Say whether the part below a break begins something new."""
    upper, lower = _row(above), _row(below)
    if upper is None or lower is None:
        return True
    if lower.marker or lower.stands_alone or upper.stands_alone:
        return True
    if lower.starts_lower or upper.is_hanging or above.endswith(","):
        return False
    return upper.is_final or (len(above) <= _SHORT and len(below) <= _SHORT)


def _row(text: str) -> Row | None:
    return next(reversed(list(make_rows(1, text))), None)
