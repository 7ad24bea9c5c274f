"""Tables that fit: the text wraps, and what is needed least moves under its neighbour or makes room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from rich import box
from rich.table import Table
from rich.text import Text

from inspect_cli.show.safe import visible

GAP = 2
# A column of running text is worth reading from this many characters on.
COMFORTABLE = 52
_NARROWEST = 6
_LONGEST_WORD = 20

# What a cell holds to say that there is nothing.
NONE = "–"

Row: TypeAlias = Mapping[str, Text]


class Column(NamedTuple):
    """A column: the higher ``keep``, the longer it stays; one of 9 always stays.

    ``least`` is the narrowest it may be wrapped to (0: it is not wrapped). ``under`` names the column that
    takes its values as a dim line of their own when there is no room beside it; without one it is left out.
    ``label`` then stands before values that do not explain themselves.
    """

    name: str
    keep: int = 9
    least: int = 0
    under: str = ""
    label: str = ""


def cell(text: str, style: str = "") -> Text:
    """Make a cell of a text that may come from a report."""
    return Text(visible(text), style=style)


def make_table(columns: Sequence[Column], rows: Sequence[Row], width: int | None) -> Table:
    """Lay rows out as a table of ``width`` characters; None (a pipe): every column, nothing wrapped."""
    used = [column for column in columns if any(row[column.name].plain for row in rows)]
    if width is not None:
        used, rows = _make_room(used, rows, width)
    widths = _widths(used, rows, width)
    table = Table(
        leading=int(_is_tall(used, rows, widths)),
        box=box.SIMPLE_HEAD if width is not None else None,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1 if width is not None else GAP, 0, 0),
        header_style="bold",
    )
    for column in used:
        table.add_column(column.name, width=widths[column.name], overflow="fold")
    for row in rows:
        table.add_row(*(row[column.name] for column in used))
    return table


def _make_room(columns: list[Column], rows: Sequence[Row], width: int) -> tuple[list[Column], Sequence[Row]]:
    """Take the columns that are needed least away until the others fit."""
    kept = list(columns)
    while _needed(_leasts(kept, rows)) > width:
        going = min(kept, key=lambda column: column.keep)
        if going.keep >= 9:
            break
        kept.remove(going)
        if going.under:
            rows = [_moved(row, going) for row in rows]
    return kept, rows


def _moved(row: Row, column: Column) -> Row:
    """Put a column's value into a dim line of its own below another's; a second one joins that line."""
    value, host = row[column.name], row[column.under]
    if value.plain in ("", NONE):
        return row
    small = Text(f"{column.label}{value.plain}".replace("\n", ", "), style="dim")
    separator = " · " if "\n" in host.plain else "\n"
    return {**row, column.under: Text.assemble(host, (separator, "dim"), small)}


def _is_tall(columns: Sequence[Column], rows: Sequence[Row], widths: Mapping[str, int]) -> bool:
    """Say whether some rows take so many lines that a blank one between rows helps the eye."""
    return any(_natural(column, rows) > 2 * widths[column.name] for column in columns)


def _needed(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _natural(column: Column, rows: Sequence[Row]) -> int:
    lines = (line for row in rows for line in row[column.name].plain.split("\n"))
    return max(len(column.name), *(Text(line).cell_len for line in lines))


def _leasts(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, int]:
    """Give the narrowest width of each column: no header and no word of usual length is broken."""
    leasts = {}
    for column in columns:
        natural = _natural(column, rows)
        words = (len(word) for row in rows for word in row[column.name].plain.split())
        longest = max((length for length in words if length <= _LONGEST_WORD), default=0)
        leasts[column.name] = min(natural, max(column.least, len(column.name), longest)) if column.least else natural
    return leasts


def _widths(columns: Sequence[Column], rows: Sequence[Row], width: int | None) -> dict[str, int]:
    """Give each column its least, then what it needs, the longest text last: it takes what remains."""
    natural = {column.name: _natural(column, rows) for column in columns}
    if width is None or _needed(natural) <= width:
        return natural
    widths = _leasts(columns, rows)
    spare = width - _needed(widths)
    longest = max(columns, key=lambda column: natural[column.name]).name
    reserve = max(0, min(natural[longest], max(COMFORTABLE, width // 2)) - widths[longest])
    for name in sorted(natural, key=lambda one: natural[one] - widths[one]):
        wanted = natural[name] - widths[name]
        granted = max(0, min(wanted, spare if name == longest else spare - reserve))
        widths[name] += granted
        spare -= granted
    widths[longest] = max(_NARROWEST, widths[longest] + min(0, spare))
    return widths
