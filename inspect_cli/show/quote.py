"""Words of a stored text in their surroundings, with line numbers, and the places where a search matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import Hit, Span
from inspect_cli.show.columns import cell
from inspect_cli.show.look import Look
from inspect_cli.show.safe import visible

MATCH = "black on yellow"
_POINTER = "▸"
_LINES_OF_CONTEXT = 3
_LINES_OF_A_HIT = 2
_LONGEST_WORD = 24
# What stands before the words of a hit: its line and the id of its find.
_LEFT = 18


def quote_around(around: Sequence[tuple[int, str]], span: Span, look: Look) -> Table:
    """Show numbered lines; the words at ``span`` stand out, and their lines are pointed at."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for number, line in around:
        if span.line <= number <= span.last_line:
            table.add_row(Text(_POINTER), Text(str(number)), _quoted(number, line, span))
        else:
            table.add_row(Text(), Text(str(number), style="dim"), cell(_context(line, number < span.line, look), "dim"))
    return table


def _quoted(number: int, line: str, span: Span) -> Text:
    start = span.start if number == span.line else 0
    end = span.end if number == span.last_line else len(line)
    return Text.assemble(cell(line[:start], "dim"), cell(line[start:end], "bold"), cell(line[end:], "dim"))


def _context(line: str, before: bool, look: Look) -> str:
    """Give the side of a long line that is nearer to the quote."""
    room = None if look.width is None else _LINES_OF_CONTEXT * (look.width - 8)
    if room is None or len(line) <= room:
        return line
    return "… " + line[-room:].partition(" ")[2] if before else line[:room].rpartition(" ")[0] + " …"


def hits_text(hits: Sequence[Hit], look: Look) -> Group:
    """Show where a search matched: below each report the lines, their words, and the find that stands there."""
    parts: list[RenderableType] = []
    for report, of_report in groupby(hits, key=lambda hit: hit.report):
        found = list(of_report)
        year = look.label(found[0].year) if found[0].year else "undated"
        parts += [Text()] if parts else []
        parts.append(Text.assemble((f"{look.short(report)}  {year}  ", "dim"), cell(found[0].title, "bold")))
        table = Table.grid(padding=(0, 2, 0, 0))
        for _ in range(2):
            table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        room = None if look.width is None else look.width - _LEFT
        for hit in found:
            words = _excerpt(visible(hit.text).strip(), [visible(one) for one in hit.matched], room)
            table.add_row(Text(f"  L{hit.line}", style="dim"), Text(look.short(hit.find), style="cyan"), words)
        parts.append(table)
    return Group(*parts)


def _excerpt(text: str, matched: Sequence[str], room: int | None) -> Text:
    """Cut a long line to the words about its best match and mark every match."""
    # Where a phrase matched, the words it is made of do not matter elsewhere.
    wanted = [one for one in matched if " " in one] or [one for one in matched if one]
    found = re.compile("|".join(rf"\b{re.escape(one)}" for one in sorted(wanted, key=len, reverse=True)), re.IGNORECASE)
    best = max(found.finditer(text), key=lambda match: len(match[0]), default=None) if wanted else None
    length = len(text) if room is None else _LINES_OF_A_HIT * room - 4
    if len(text) > length:
        start = max(0, min(best.start() - length // 3, len(text) - length)) if best else 0
        text = _cut(text, start, start + length)
    shown = Text(text)
    if best:
        shown.highlight_regex(found, MATCH)
    return shown


def _cut(text: str, start: int, end: int) -> str:
    """Cut at blanks where there are some near, and say with "…" that something was cut."""
    blank = text.find(" ", start, start + _LONGEST_WORD) if start else -1
    start = blank + 1 if blank > 0 else start
    blank = text.rfind(" ", end - _LONGEST_WORD, end) if end < len(text) else -1
    end = blank if blank > 0 else end
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"
