"""Ways in which a text or a file is spoilt: lines lost, doubled and re-laid, odd words put in, bytes flipped."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.hostile import GAPS, LAYOUTS, RUNS, again

_LENGTHS = (1, 1, 3, 10, 10, 30, 100, 100, 300, 1_000, 5_000)
_LONGEST = 100_000
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def mutated(text: str, rng: random.Random) -> str:
    """Give a text after up to six changes; the later ones meet what the earlier ones made."""
    for _ in range(rng.randint(0, 6)):
        text = rng.choice(_CHANGES)(text, rng)
    return text


def _place(text: str, rng: random.Random) -> int:
    return rng.randint(0, len(text))


def _token(rng: random.Random) -> str:
    """A hostile word or a run of them; now and then a line of a hundred thousand characters."""
    made = rng.choice([*RUNS.values(), *LAYOUTS.values(), *GAPS.values()])
    return made(_LONGEST if rng.random() < 0.002 else rng.choice(_LENGTHS) * rng.randint(1, 12))


_ODD = (
    *"\t\n\f|“”’():;.\r\u202e\u0000\ufffe²⑨٣ßİﬁ",
    *(
        "- ",
        "• ",
        "3. ",
        "3.1 ",
        "## ",
        "| a | b |",
        "\n\n",
        "<p>",
        "</div>",
        "<!--",
        "&#0;",
        "&#x110000;",
        "%1%9",
        "{\\*",
    ),
    *("\\u-99999?", "\\bin99999 ", "9" * 400, "1" * 4301, "0000", "99/99/9999", "2018/19", "in 2016", "last year"),
    *("Good", "good", "Requires improvement", "The force should:", "Areas for improvement", "Recommendation 3"),
    *("Causes of concern", "Kent Police", "PEEL 2018", "Notes to editors", "Contents", "Page 3 of 40", "(6955)"),
    *("[on]", "[/on]", "[status]complete[/status]", "[comment]", "GREEN", "AMBER", "No deadline set"),
    *("Last updated 27/09/2019", "Published on: 31 February 2019", "carried over from 2017"),
)
_RELAYINGS = (
    *(
        ("\n\n", "\n"),
        ("\n", " "),
        ("\n", "\n\n"),
        (". ", ".\n"),
        (" ", "\n"),
        (" ", "\t"),
        ("\n", "\r"),
        (" ", "\u00a0"),
    ),
    *(("- ", "• "), ("’", "'"), (".", ";"), (" ", "  "), ("\n", "\n> "), ("\n", "\n| "), ("e", "é")),
)


def _lines(text: str, rng: random.Random, change: Callable[[list[str]], None]) -> str:
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    part = lines[start : start + rng.randint(1, 40)]
    change(part)
    return "\n".join([*lines[:start], *part, *lines[start + len(part) :]])


def _cut(text: str, rng: random.Random) -> str:
    start = _place(text, rng)
    return text[:start] + text[start + rng.choice((1, 5, 50, 500, 5_000)) :]


def _doubled(text: str, rng: random.Random) -> str:
    start = _place(text, rng)
    stop = start + rng.choice((1, 20, 200, 2_000))
    return (text[:stop] + text[start:stop] * rng.choice((1, 1, 3, 20)) + text[stop:])[: 4 * _LONGEST]


def _swapped(text: str, rng: random.Random) -> str:
    parts = _SENTENCE.split(text)
    one, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return " ".join(parts)


def _inserted(text: str, rng: random.Random) -> str:
    at = _place(text, rng)
    return text[:at] + (rng.choice(_ODD) if rng.random() < 0.6 else _token(rng)) + text[at:]


def _respelt(text: str, rng: random.Random) -> str:
    start = _place(text, rng)
    stop = start + rng.choice((1, 50, 1_000))
    change = rng.choice((str.upper, str.lower, str.title, str.swapcase, lambda part: part[::-1]))
    return text[:start] + change(text[start:stop]) + text[stop:]


def _relaid(text: str, rng: random.Random) -> str:
    old, new = rng.choice(_RELAYINGS)
    start = _place(text, rng)
    stop = start + rng.choice((100, 1_000, len(text)))
    return text[:start] + text[start:stop].replace(old, new) + text[stop:]


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _doubled,
    _swapped,
    *(_inserted,) * 4,
    _respelt,
    _relaid,
    lambda text, rng: _lines(text, rng, rng.shuffle),
    lambda text, rng: _lines(text, rng, lambda part: part.extend(part)),
    lambda text, rng: again(text[:2_000], "\n")(len(text) + rng.choice((0, 2_000))),
)


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Flip bits, change or lose bytes, or cut the end off."""
    spoilt = bytearray(data)
    for _ in range(rng.choice((1, 2, 8, 64)) if spoilt else 0):
        at = rng.randrange(len(spoilt))
        spoilt[at] ^= 1 << rng.randrange(8)
    way = rng.random()
    if way < 0.3:
        del spoilt[rng.randint(0, len(spoilt)) :]
    elif way < 0.5:
        at = rng.randint(0, len(spoilt))
        spoilt[at : at + rng.randint(0, 40)] = rng.randbytes(rng.randint(0, 40))
    return bytes(spoilt)
