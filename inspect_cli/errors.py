"""What can go wrong, said to a person: a message, a hint at what to do next, an exit status."""

from __future__ import annotations


class InspectError(Exception):
    """An error that the person at the terminal can do something about.

    ``message`` says what was tried and on which file and line; ``hint`` says what to do next (may be empty).
    ``exit_status`` is the status of the contract that the process ends with.
    """

    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(InspectError):
    """The command was given something it cannot use: an unknown force, theme, grade or id."""

    exit_status = 2


class SourceError(InspectError):
    """A source report could not be read, or was not recognised as an inspection report."""

    exit_status = 3


class StoreError(InspectError):
    """The store is damaged, locked, missing, read-only or from a newer version."""

    exit_status = 4
