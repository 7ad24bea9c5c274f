"""How like two whole texts are, from a few numbers kept of each."""

from __future__ import annotations

from zlib import crc32

from inspect_cli.model import normal_words

_KEPT = 64
_RUN = 3


def sketch(text: str) -> tuple[int, ...]:
    """Give the 64 smallest hashes of the text's runs of three words: alike for texts that share most of their words."""
    words = normal_words(text).split()
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, min(len(words), 1)))}
    return tuple(sorted({crc32(run.encode()) for run in runs})[:_KEPT])


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimate from two sketches which share of their runs of words two texts have in common, from 0 to 1."""
    smallest = sorted({*a, *b})[:_KEPT]
    if not smallest:
        return 0.0
    return len({*a} & {*b} & {*smallest}) / len(smallest)
