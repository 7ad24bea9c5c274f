"""The one place that writes to a terminal, a file or a pipe: whatever passes here is text, and acts on nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

# Wide enough that nothing is wrapped where the output goes to a pipe or a file.
_UNWRAPPED = 100_000
_USUAL = 80
# As far as "imported" and what else begins the line of a file reach.
_HANGING = 11


def put(text: str) -> None:
    """Write lines to standard output at once, so that a closed pipe is noticed here."""
    from inspect_cli.show.safe import screened

    _write(screened(text), sys.stdout)


def tell(line: str) -> None:
    """Write one line to standard output, whatever breaks it holds."""
    _write(_one_line(line, sys.stdout), sys.stdout)


def say(line: str) -> None:
    """Write one line to standard error, whatever breaks it holds."""
    _write(_one_line(line, sys.stderr), sys.stderr)


def say_lines(text: str) -> None:
    """Write lines to standard error."""
    from inspect_cli.show.safe import screened

    _write(screened(text), sys.stderr)


def draw(what: RenderableType, *, coloured: bool) -> None:
    """Write something made for people to standard output: in colour on a terminal, as plain text into a pipe."""
    import io

    from rich.console import Console

    terminal = sys.stdout.isatty()
    text = io.StringIO()
    console = Console(
        file=text,
        width=room() or _UNWRAPPED,
        force_terminal=terminal,
        color_system="auto" if terminal and coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(_Screened(what))
    _write("".join(f"{line.rstrip()}\n" for line in text.getvalue().split("\n")[:-1]), sys.stdout)


def bar_console() -> Console:
    """Give what a progress bar is drawn on, standard error; what it is told to draw must be visible already."""
    from rich.console import Console

    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def room() -> int | None:
    """Give the room for a table: COLUMNS, else the terminal's width; None for a pipe."""
    return _room(sys.stdout)


def is_watched() -> bool:
    """Say whether someone may be looking at what goes to standard error."""
    return sys.stderr.isatty()


def has_every_character() -> bool:
    """Say whether standard output can show all characters there are."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


class _Screened:
    """Something for people, of which only its styles act on a terminal, never its text."""

    def __init__(self, what: RenderableType) -> None:
        self._what = what

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        """Give the segments with what acts in their text spelt out."""
        from rich.segment import Segment

        from inspect_cli.show.safe import screened

        for segment in console.render(self._what, options):
            yield segment if segment.control else Segment(screened(segment.text), segment.style)


def _one_line(line: str, stream: TextIO) -> str:
    if not (line.isascii() and line.isprintable()):
        from inspect_cli.show.safe import visible

        line = visible(line)
    return f"{_folded(line, _room(stream)) if stream.isatty() else line}\n"


def _write(text: str, stream: TextIO) -> None:
    stream.write(text)
    stream.flush()


def _room(stream: TextIO) -> int | None:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    return (os.get_terminal_size(stream.fileno()).columns or _USUAL) if stream.isatty() else None


def _folded(line: str, width: int | None) -> str:
    """Break a line between words where the terminal would break it anywhere; a hint's command stays as it is."""
    if width is None or line.lstrip().startswith("hint:"):
        return line
    import textwrap

    hanging = " " * min(_HANGING, width // 2)
    return textwrap.fill(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
