"""Taking back the newest command: itself a decision, and logged."""

from __future__ import annotations

from dataclasses import dataclass

from inspect_cli.errors import UsageError
from inspect_cli.model import day_in_full
from inspect_cli.track.events import last_step, undo_events
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.deciding import Pen


@dataclass(frozen=True, slots=True)
class Undo:
    """A request to take back the newest command that still holds, with all its events."""

    reason: str | None = None

    def write(self, book: Book, pen: Pen) -> None:
        """Write an undo of each event; raises UsageError where nothing is left to be taken back."""
        step = last_step(book.events)
        if not step:
            raise UsageError("there is nothing to undo", "what was decided: inspect-cli log")
        pen.events += undo_events(book.events, pen.at, pen.by, self.reason)
        when = f"{day_in_full(step[0].at.date())} at {step[0].at:%H:%M}"
        pen.messages.append(f"It was decided by {step[0].by} on {when}.")
