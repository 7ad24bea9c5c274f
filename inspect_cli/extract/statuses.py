"""What the status words of registers and trackers mean, and their colours."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import Any

from inspect_cli.model import RegisterStatus, Verdict
from inspect_cli.reference import load
from inspect_cli.reference.heads import head_of_status

# So alike, a status is written a letter or two wrong ("being-progresed"); shorter words are too easily another one.
_LIKE, _SHORTEST = 0.88, 8
# A cell that holds one letter of R, A and G.
_BY_LETTER = {"R": "RED", "A": "AMBER", "G": "GREEN", "B": "BLUE"}
_COLOUR_CELL = re.compile(r"\W*(?P<colour>[A-Za-z]+)\W*(?P<rest>.*)", re.DOTALL)


def status_of(words: str) -> RegisterStatus | None:
    """Give the status in the register that ``words`` are, whatever their case; None where they are none."""
    folded = " ".join(words.lower().strip(" \n.:;,-–").split())
    known = _statuses()
    if folded in known:
        return known[folded]
    near = get_close_matches(folded, known, 1, _LIKE) if len(folded) >= _SHORTEST else []
    return known[near[0]] if near else None


def leading_status(words: str) -> tuple[RegisterStatus, int] | None:
    """Give the status that ``words`` begin with and how long it is, the longest that fits; None where they do not."""
    match = _beginning().match(words)
    return (_statuses()[" ".join(match.group(1).lower().split())], match.end()) if match else None


def verdict_of_status(words: str) -> Verdict | None:
    """Give what the whole of a status cell or line says became of a finding; None where it says nothing known."""
    folded = " ".join(words.lower().strip(" \n.:;,-–()").split())
    return next((verdict for verdict, pattern in _verdicts("verdict") if pattern.fullmatch(folded)), None)


def verdict_of_cell(words: str, colours: dict[str, Verdict]) -> Verdict | None:
    """Give what a status cell says, by its words or its colour ("GREEN", "Amber – in progress", "Complete (June)").

    Words go before the colour they stand beside.
    """
    if verdict := verdict_of_status(words):
        return verdict
    cell = _COLOUR_CELL.fullmatch(words)
    if cell is None:
        return None
    colour = colours.get(_BY_LETTER.get(words.strip(" ()"), cell["colour"].upper()))
    said = verdict_of_status(cell["rest"]) if colour else None
    return said or colour or _beginning_verdict(words)


def _beginning_verdict(words: str) -> Verdict | None:
    """A status with a day or a reason behind it: "Complete June 2019", "In progress: see below"."""
    head = head_of_status(words)
    return verdict_of_status(head) if head.strip() and head != words else None


def default_colours() -> dict[str, Verdict]:
    """Give what each colour says where no legend says otherwise."""
    return {colour: Verdict(verdict) for colour, verdict in load("registers")["colour"].items()}


def verdict_of_legend(meaning: str) -> Verdict | None:
    """Give what a colour says whose legend reads ``meaning``."""
    return next((verdict for verdict, pattern in _verdicts("legend") if pattern.search(meaning)), None)


@cache
def _statuses() -> dict[str, RegisterStatus]:
    data: dict[str, list[str]] = load("registers")["status"]
    return {word: RegisterStatus(status) for status, words in data.items() for word in words}


@cache
def _beginning() -> re.Pattern[str]:
    longest = sorted(_statuses(), key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(rf"\s*({either})(?=\W|\Z)", re.IGNORECASE)


@cache
def _verdicts(name: str) -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    data: list[dict[str, Any]] = load("registers")[name]
    return tuple((Verdict(one["verdict"]), re.compile(one["pattern"], re.IGNORECASE)) for one in data)
