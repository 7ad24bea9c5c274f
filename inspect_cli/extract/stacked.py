"""Tables that came to one cell a line: the names of the columns below each other, then each row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from inspect_cli.extract.columns import Cell, Row, Table, head_of
from inspect_cli.extract.rows import is_told, named_kind
from inspect_cli.extract.sentences import whole
from inspect_cli.model import Block, BlockKind
from inspect_cli.reference.heads import MONTHS, columns_of, is_status, stacked_head

# "V1", "NCPI 3", "AFI-21-0417"; not the month or quarter of a date.
_NO_DATE = rf"(?!(?i:{'|'.join(MONTHS)})[a-z]* |Q[1-4]\Z)"
_NUMBER = re.compile(_NO_DATE + r"(?:[A-Z][A-Za-z]{0,5}[ /.-]?)?(?:\d{1,4}[./-]){0,3}\d{1,4}[a-z]?\.?")
_LONGEST_KIND = 3

Placed = Sequence[tuple[int, Block]]


def find_stacked(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the tables of which each cell stands on a line of its own; a row begins with its number, or its kind."""
    placed = [(at, block) for at, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE]
    texts = [block.text.strip() for _, block in placed]
    at = 0
    while at < len(placed):
        names = stacked_head(texts, at)
        if not names:
            at += 1
            continue
        first = at + len(names)
        following = next((n for n in range(first, len(placed)) if stacked_head(texts, n)), len(placed))
        parts = list(_parts(placed[first:following], columns_of(names)))
        rows = [_row(names, [block for _, block in part]) for part in parts]
        taken = [*placed[at:first], *(one for part in parts for one in part)]
        yield Table(tuple(rows), placed[at][0], taken[-1][0], tuple(block for _, block in taken))
        at = first


def _parts(placed: Placed, heads: Mapping[str, int]) -> Iterator[Placed]:
    """Part the lines below a head into rows; behind a row's status only what stands right below it is its own."""
    numbered, place = "number" in heads, heads["status"]
    begins = [n for n, (_, block) in enumerate(placed) if _begins(block.text.strip(), numbered)]
    for start, end in pairwise([*begins, len(placed)]):
        part = placed[start:end]
        status = _status_in([block for _, block in part], place)
        told = next((n for n, (_, block) in enumerate(part) if n and is_told(block.text)), None)
        if told is None:
            continue
        last = max(told, status or 0)
        while last + 1 < len(part) and part[last + 1][1].line == part[last][1].pieces[-1].line + 1:
            last += 1
        yield part[: last + 1]


def _status_in(part: Sequence[Block], place: int) -> int | None:
    """Give which of a row's lines is its status: of those that may be one ("Ongoing"), the nearest to its column."""
    may = [n for n, block in enumerate(part) if is_status(block.text)]
    return min(may, key=lambda n: (abs(n - place), -n), default=None)


def _begins(text: str, numbered: bool) -> bool:
    return bool(_NUMBER.fullmatch(text)) if numbered else _is_kind(text)


def _is_kind(text: str) -> bool:
    return named_kind(text) is not None and len(text.split()) <= _LONGEST_KIND


def _row(names: Sequence[str], part: Sequence[Block]) -> Row:
    """Give the cells of a row under the names of its columns; a kind on its own line has a column of its own."""
    heads = columns_of(names)
    cells: list[Cell] = [() for _ in [*names, "kind"]]
    kind = next((block for block in part if _is_kind(block.text)), None)
    rest = [block for block in part if block is not kind]
    finding = next((n for n, block in enumerate(rest) if is_told(block.text) and not is_status(block.text)), 0)
    status = _status_in(rest, heads["status"])
    for n, block in enumerate(rest[: finding + 1]):
        # Before the finding the cells are as many as their names, or the last of them are not there.
        cells[min(n, heads["finding"]) if n < finding else heads["finding"]] += (whole(block),)
    between = _between(heads["finding"], heads["status"], len(names))
    behind = rest[finding + 1 : status] if status is not None and status > finding else rest[finding + 1 :]
    for at, block in zip(between, behind, strict=False):
        cells[at] += (whole(block),)
    if status is not None:
        cells[heads["status"]] = (whole(rest[status]),)
        after = [at for at in range(heads["status"] + 1, len(names)) if at > heads["finding"]]
        for n, block in enumerate(rest[max(status, finding) + 1 :] if after else []):
            cells[after[min(n, len(after) - 1)]] += (whole(block),)
    cells[-1] = (whole(kind),) if kind else ()
    return Row(tuple(cells), {**heads, **({"kind": len(names)} if kind else {})}, head_of(names, heads))


def _between(finding: int, status: int, width: int) -> range:
    return range(finding + 1, status if status > finding else width)
