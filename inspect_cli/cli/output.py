"""How an answer is put out: as a table for people, or as JSON, CSV or plain text; the only place that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from inspect_cli.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

# Wide enough that nothing is wrapped where the output goes to a pipe or a file.
_UNWRAPPED = 100_000
_USUAL = 80
# As far as "imported" and what else begins the line of a file reach.
_HANGING = 11
_STEP = ". inspect-cli "


class Form(StrEnum):
    """The form of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PLAIN = "plain"


class Output:
    """Puts answers out in the form asked for; raises UsageError where two forms were asked for."""

    def __init__(self, given: dict[str, Any]) -> None:
        forms = [form for form in (Form.JSON, Form.CSV, Form.PLAIN) if given.get(form)]
        if len(forms) > 1:
            raise UsageError(f"--{forms[0]} and --{forms[1]} were both given", "give one of --json, --csv, --plain")
        self.form = forms[0] if forms else Form.TABLE
        self.quiet = bool(given.get("quiet"))
        self._coloured = not given.get("no_color") and not os.environ.get("NO_COLOR")

    @property
    def is_table(self) -> bool:
        """Whether a person reads the answer."""
        return self.form is Form.TABLE

    @property
    def width(self) -> int | None:
        """The room for a table: COLUMNS, else the terminal's width; None for a pipe."""
        return _room(sys.stdout)

    def answer(self, records: Sequence[dict[str, Any]], whole: object = None, fields: Sequence[str] = ()) -> None:
        """Put out records in the form asked for, which is no table; JSON gives ``whole`` where that is more.

        ``fields`` are the records' field names, for the header of a CSV without any.
        """
        if self.form is Form.JSON:
            from inspect_cli.show.as_json import dumps

            write(dumps(records if whole is None else whole) + "\n")
            return
        from inspect_cli.show.as_csv import as_csv, as_plain

        write(as_csv(records, fields) if self.form is Form.CSV else as_plain(records))

    def show(self, what: RenderableType) -> None:
        """Put out something made for people: in colour on a terminal, as plain text into a pipe."""
        import io

        from rich.console import Console

        width = self.width or _UNWRAPPED
        terminal = sys.stdout.isatty()
        coloured = terminal and self._coloured
        text = io.StringIO()
        console = Console(
            file=text,
            width=width,
            force_terminal=terminal,
            color_system="auto" if coloured else None,
            highlight=False,
            markup=False,
            emoji=False,
        )
        console.print(what)
        write("".join(f"{line.rstrip()}\n" for line in text.getvalue().split("\n")[:-1]))

    def note(self, lines: Sequence[str]) -> None:
        """Put what belongs to a table out below it, dimly."""
        from rich.text import Text

        # A command that is to be typed is not broken over two lines.
        parted = [
            line if len(line) <= (self.width or len(line)) else line.replace(_STEP, ".\n" + _STEP[2:]) for line in lines
        ]
        self.show(Text("\n" + "\n".join(parted), style="dim"))

    def footer(self, lines: Sequence[str]) -> None:
        """Put a next step out below a table; nothing under --quiet."""
        if lines and not self.quiet:
            self.note(lines)

    def tell(self, line: str) -> None:
        """Say what was done, on standard output; nothing under --quiet."""
        self._print(line, sys.stdout)

    def say(self, line: str) -> None:
        """Say something beside the answer, on standard error; nothing under --quiet."""
        self._print(line, sys.stderr)

    def _print(self, line: str, stream: TextIO) -> None:
        if not self.quiet:
            print(_folded(line, _room(stream)) if stream.isatty() else line, file=stream)


def _room(stream: TextIO) -> int | None:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    return (os.get_terminal_size(stream.fileno()).columns or _USUAL) if stream.isatty() else None


def _folded(line: str, room: int | None) -> str:
    """Break a line between words where the terminal would break it anywhere; a hint's command stays as it is."""
    if room is None or line.lstrip().startswith("hint:"):
        return line
    import textwrap

    hanging = " " * min(_HANGING, room // 2)
    return textwrap.fill(line, room, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def write(text: str) -> None:
    """Write to standard output at once, so that a closed pipe is noticed here."""
    sys.stdout.write(text)
    sys.stdout.flush()
