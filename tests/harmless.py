"""What may not reach a reader: told apart here by Unicode's own tables, not by those of the program."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unicodedata import category
from unittest.mock import patch

from tests.running import Ran

_ACTING = {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}
# Unicode's Default_Ignorable_Code_Point among letters and marks.
_UNSEEN = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, 0xFFA0}
_UNSEEN |= {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
_MOST_MARKS = 4
# The colours that the program gives; and what a progress bar does to draw itself anew.
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_REDRAWN = re.compile(r"\x1b\[(?:2K|1A|\?25[lh])|\r(?=\n|\x1b\[2K|$)|\r")
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def tricks(text: str, *, terminal: bool = False, bar: bool = False) -> list[str]:
    """Give the characters of an output that act or are not to be seen, with what stands about each."""
    shown = _COLOUR.sub("", text) if terminal else text
    shown = _REDRAWN.sub("", shown) if bar else shown
    found, marks = [], 0
    for at, one in enumerate(shown):
        kind = category(one)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if one != "\n" and (kind in _ACTING or ord(one) in _UNSEEN or marks > _MOST_MARKS):
            found.append(f"{one!r} in {shown[max(0, at - 30) : at + 10]!r}")
    return found


def rows_of(text: str) -> list[list[str]]:
    """Read a CSV, and check that no cell of it is a formula, to whichever sign a spreadsheet parts cells at."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for delimiter in ",;":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            runs = [cell for cell in row if cell.lstrip()[:1] in _FORMULA and not _NUMBER.fullmatch(cell)]
            assert [cell for cell in runs if cell.strip()] == []
    assert len({len(row) for row in rows}) <= 1
    return rows


def check_form(ran: Ran, form: str, *, terminal: bool = False) -> Any:
    """Check one answer in a form ("" for the table); gives what a script reads out of it."""
    assert "Traceback" not in ran.err
    tabs = "\t" if form == "--plain" else ""
    assert tricks(ran.out.replace(tabs, "") if tabs else ran.out, terminal=terminal) == []
    assert tricks(ran.err, terminal=terminal, bar=terminal) == []
    if form == "--json":
        return json.loads(ran.out) if ran.out else None
    if form == "--csv":
        return rows_of(ran.out)
    if form == "--plain":
        lines = ran.out.split("\n")[:-1]
        assert len({line.count("\t") for line in lines}) <= 1
        return lines
    return ran.out


class _Terminal(io.TextIOWrapper):
    """A stream that says that a person is looking."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@contextmanager
def on_terminal(width: int) -> Iterator[Any]:
    """Have commands write to a terminal so many characters wide, in colour; gives a runner such as tests.running's."""
    from tests import running

    told = {"COLUMNS": str(width), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    with (
        patch.dict(os.environ, told),
        patch.object(running, "_stream", lambda text="": _Terminal(io.BytesIO(text.encode()), encoding="utf-8")),
    ):
        os.environ.pop("NO_COLOR", None)
        yield running.run


def strings_in(value: object) -> Iterator[str]:
    """Give all texts in a value as JSON has it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)


def tree(folder: Path) -> set[str]:
    """Give the paths of all that lies below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
