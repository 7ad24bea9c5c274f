"""How an answer is put out: as a table for people, or as JSON, CSV or plain text; printing writes it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from inspect_cli.cli import printing
from inspect_cli.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

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
        return printing.room()

    def answer(self, records: Sequence[dict[str, Any]], whole: object = None, fields: Sequence[str] = ()) -> None:
        """Put out records in the form asked for, which is no table; JSON gives ``whole`` where that is more.

        ``fields`` are the records' field names, for the header of a CSV without any.
        """
        if self.form is Form.JSON:
            from inspect_cli.show.as_json import dumps

            encoded = dumps(records if whole is None else whole, in_ascii=not printing.has_every_character())
            printing.put(f"{encoded}\n")
            return
        from inspect_cli.show.as_csv import as_csv, as_plain

        printing.put(as_csv(records, fields) if self.form is Form.CSV else as_plain(records))

    def show(self, what: RenderableType) -> None:
        """Put out something made for people: in colour on a terminal, as plain text into a pipe."""
        printing.draw(what, coloured=self._coloured)

    def note(self, lines: Sequence[str]) -> None:
        """Put what belongs to a table out below it, dimly."""
        from rich.text import Text

        from inspect_cli.show.safe import visible

        # A command that is to be typed is not broken over two lines.
        shown = [visible(line) for line in lines]
        parted = [
            line if len(line) <= (self.width or len(line)) else line.replace(_STEP, ".\n" + _STEP[2:]) for line in shown
        ]
        self.show(Text("\n" + "\n".join(parted), style="dim"))

    def footer(self, lines: Sequence[str]) -> None:
        """Put a next step out below a table; nothing under --quiet."""
        if lines and not self.quiet:
            self.note(lines)

    def tell(self, line: str) -> None:
        """Say what was done, on standard output; nothing under --quiet."""
        if not self.quiet:
            printing.tell(line)

    def say(self, line: str) -> None:
        """Say something beside the answer, on standard error; nothing under --quiet."""
        if not self.quiet:
            printing.say(line)
