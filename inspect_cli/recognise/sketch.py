"""How like two whole texts are, from a few numbers kept of each."""

from __future__ import annotations

from heapq import nsmallest
from zlib import crc32

from inspect_cli.model import normal_words

_KEPT = 64
_RUN = 3


def sketch(text: str) -> tuple[int, ...]:
    """Give the 64 smallest hashes of the text's runs of three words: alike for texts that share most of their words."""
    return sketch_of(normal_words(text))


def sketch_of(plain: str) -> tuple[int, ...]:
    """Give the sketch of a text that is already folded to its words."""
    words = plain.encode().split()
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False) if len(words) >= _RUN else [words] if words else []
    return tuple(nsmallest(_KEPT, set(map(crc32, map(b" ".join, runs)))))


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimate from two sketches which share of their runs of words two texts have in common, from 0 to 1."""
    smallest = sorted({*a, *b})[:_KEPT]
    if not smallest:
        return 0.0
    return len({*a} & {*b} & {*smallest}) / len(smallest)
