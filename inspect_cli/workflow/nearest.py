"""Names near to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(text: str, names: Iterable[str], most: int, cutoff: float) -> list[str]:
    """Give at most ``most`` of ``names`` that look like ``text``, the nearest first; ``cutoff`` runs from 0 to 1."""
    from difflib import get_close_matches

    return get_close_matches(text, list(names), n=most, cutoff=cutoff)
