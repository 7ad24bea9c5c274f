"""Names near to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

# Fewer letters than these are the beginning of too much.
_SHORTEST_BEGINNING = 3


def nearest(text: str, names: Iterable[str], most: int, cutoff: float) -> list[str]:
    """Give at most ``most`` of ``names`` that ``text`` begins, else of those that look like it, the nearest first.

    ``cutoff``, from 0 to 1, is how much alike they must look.
    """
    from difflib import get_close_matches

    known = list(names)
    begun = [name for name in known if len(text) >= _SHORTEST_BEGINNING and name.startswith(text)]
    return begun[:most] or get_close_matches(text, known, n=most, cutoff=cutoff)
