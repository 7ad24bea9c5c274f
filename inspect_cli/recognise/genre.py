"""Sorts of text that are told by layout and turns of phrase: adverts, minutes, newspapers, pages on method, letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspect_cli.model import Block
from inspect_cli.recognise.prose import Found, Prose, find_first
from inspect_cli.reference import load
from inspect_cli.reference.keyed import Keyed, made_once

_TOP, _HEAD = 15, 30
_TITLES = 3
_FROM = re.compile(r"\A\W*From\W{0,3}(?::|\Z)", re.I)
_TO = re.compile(r"\A\W*(?:Sent )?To\W{0,3}(?::|\Z)", re.I)
_DEAR = re.compile(r"\A\W*Dear (?:[A-Z]|all\b|colleague)")
_CLOSING = re.compile(
    r"\A\W*(?:Yours (?:sincerely|faithfully|ever|truly)|(?:With )?(?:kind|best|warm) (?:regards|wishes))\b", re.I
)
_TITLE_OF_LETTER = re.compile(
    r"\b(?:letter (?:to|from|information)|our letter|(?:revisit|progress|follow-up) letter)\b", re.I
)


def of_genre(prose: Prose, name: str) -> Found | None:
    """Give the first mark of a sort of text in ``reference/genres.toml`` when the text bears enough of them."""
    where, needs, patterns = _genres()[name]
    blocks = {"title": prose.front[:_TITLES], "top": prose.body[:_TOP], "all": prose.blocks}[where]
    found = [one for pattern in patterns if (one := find_first(blocks, pattern))]
    return found[0] if len(found) >= needs else None


def letter(prose: Prose) -> Found | None:
    """Give what shows that a text is a letter: a salutation, the lines From and To, or how it closes."""
    top = prose.body[:_TOP]
    sender, addressee = _from_and_to(prose)
    if sender and addressee and sender.line < addressee.line:
        return sender
    titled = find_first(prose.front[:_TITLES], _TITLE_OF_LETTER)
    return find_first(top, _DEAR) or titled or find_first(prose.body[len(prose.body) // 2 :], _CLOSING)


def _from_and_to(prose: Prose) -> tuple[Found | None, Found | None]:
    """Find the lines From and To at the head of a letter; a list of contents may stand above them."""
    head = prose.body[:_HEAD]
    return find_first(head, _FROM), find_first(head, _TO)


def sender_lines(prose: Prose) -> Sequence[Block]:
    """Give the lines between From and To at the top of a letter."""
    sender, addressee = _from_and_to(prose)
    if not sender or not addressee:
        return ()
    return [block for block in prose.body[:_HEAD] if sender.line <= block.line < addressee.line]


def salutation(prose: Prose) -> int | None:
    """Give where among the blocks of the body the salutation of a letter stands."""
    found = find_first(prose.body[:_TOP], _DEAR)
    return prose.body.index(found.block) if found else None


@made_once
def _genres() -> dict[str, tuple[str, int, tuple[Keyed, ...]]]:
    return {
        one["name"]: (one["where"], one["needs"], tuple(Keyed(pattern, re.I) for pattern in one["patterns"]))
        for one in load("genres")["genre"]
    }
