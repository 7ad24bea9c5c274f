"""The convention of monitoring plugins: whatever ends without an answer ends as UNKNOWN."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from enum import IntEnum
from types import TracebackType
from typing import NoReturn

from inspect_cli.cli.printing import tell

OPTION = "--nagios"


class State(IntEnum):
    """The exit statuses of a monitoring plugin."""

    OK = 0
    WARNING = 1
    CRITICAL = 2
    UNKNOWN = 3


def asked_for(arguments: Sequence[str]) -> bool:
    """Say whether --nagios stands anywhere among the options typed."""
    typed = list(arguments)
    return OPTION in (typed[: typed.index("--")] if "--" in typed else typed)


def run_plugin(run: Callable[[], object]) -> NoReturn:
    """Run the program and end with the State it gives; with UNKNOWN where it gives none, for whatever reason."""
    with _Unknown():
        answer = run()
    if not isinstance(answer, State):
        _end("no check was made: inspect-cli check --nagios")
    sys.exit(answer)


class _Unknown(AbstractContextManager[None]):
    """Turns whatever went wrong into UNKNOWN; of a fault of the program itself the traceback is shown besides."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or error is None:
            return
        message = getattr(error, "message", None)
        if message is None and issubclass(kind, Exception):
            sys.excepthook(kind, error, trace)
        _end(message or f"{kind.__name__}: {error}".rstrip(": "))


def _end(message: str) -> NoReturn:
    from inspect_cli.show.attention import unknown_line

    tell(unknown_line(message))
    sys.exit(State.UNKNOWN)
