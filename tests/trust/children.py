"""Processes forked off, for work that must be done apart; each hands back a text."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from typing import TypeAlias

# Work is given a function by which it says that it is ready.
Ready: TypeAlias = Callable[[], None]
Work: TypeAlias = Callable[[Ready], str]

_FAILED = 70


class Child:
    """A process that does ``work`` and hands its text back; what it raises is handed back as a text, too."""

    def __init__(self, work: Work) -> None:
        self._answers, answer = os.pipe()
        self._signs, sign = os.pipe()
        self.process = os.fork()
        if not self.process:
            self._work(work, answer, sign)
        os.close(answer)
        os.close(sign)

    def _work(self, work: Work, answer: int, sign: int) -> None:
        """Do the work and end the process. Its word that it is ready is a byte on ``sign``."""
        status = _FAILED
        try:
            text = work(lambda: _say(sign, b"."))
            _say(answer, text.encode())
            status = 0
        finally:
            if status:
                _say(answer, traceback.format_exc().encode())
            os._exit(status)

    def wait_until_ready(self) -> None:
        """Wait until the process says that it is ready, or ends."""
        os.read(self._signs, 1)

    def kill(self) -> None:
        """Kill the process, and wait until it is gone."""
        os.kill(self.process, signal.SIGKILL)
        self.result()

    def result(self) -> str:
        """Wait until the process has ended; gives the text that it handed back."""
        pieces = []
        while piece := os.read(self._answers, 65_536):
            pieces.append(piece)
        os.waitpid(self.process, 0)
        os.close(self._answers)
        os.close(self._signs)
        return b"".join(pieces).decode()


def _say(handle: int, text: bytes) -> None:
    with os.fdopen(os.dup(handle), "wb") as file:
        file.write(text)
