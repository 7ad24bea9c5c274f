"""A PDF read in a process of its own, with limits on time and memory: for those that may grow beyond all measure."""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
from typing import Any

from inspect_cli.errors import SourceError
from inspect_cli.read.limits import MEGABYTE
from inspect_cli.read.reader import ReadOptions, Text

# Memory and seconds that every file gets, and what it gets for each byte or megabyte besides: a bomb is a small file.
_LEAST_MEMORY, _MEMORY_A_BYTE, _MEMORY = 450_000_000, 10, 1_000_000_000
_LEAST_SECONDS, _SECONDS_A_MEGABYTE = 3, 2
# A person who asked for large files waits longer.
_SECONDS, _SECONDS_IF_LARGE = 9, 300
# How the system ends a process that has used up its time.
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)
_CHILD = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from inspect_cli.read.pdf_apart import serve; serve()"
)


def read_apart(name: str, data: bytes, options: ReadOptions) -> Text:
    """Read a PDF as ``read_pdf`` does; SourceError also when it takes more time or memory than a report does."""
    seconds = _SECONDS_IF_LARGE if options.large else _SECONDS
    asked = pickle.dumps((name, data, options.large))
    command = [sys.executable, "-c", _CHILD, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=seconds, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        late = isinstance(error, subprocess.TimeoutExpired) or -error.returncode == _OUT_OF_TIME
        what = "time" if late else "memory"
        raise SourceError(
            f"{name} takes more {what} to open than any report does: it is damaged or was made to do harm.",
            "Look whether it opens in a viewer; if so, print it to a new PDF and import that.",
        ) from error
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise SourceError(answer["error"], answer["hint"])
    text = Text(tuple(answer["lines"]), tuple(answer["page_starts"]), whole=True)
    if options.on_page:
        options.on_page(len(text.page_starts), len(text.page_starts))
    return text


def serve() -> None:
    """Be the other process: read the PDF that stands on standard input, and write what it holds on standard output."""
    from inspect_cli.read.pdf import read_here

    name, data, large = pickle.load(sys.stdin.buffer)
    _limit(len(data), large=large)
    try:
        text = read_here(name, data, ReadOptions(large=large))
        answer: dict[str, Any] = {"lines": text.lines, "page_starts": text.page_starts}
    except SourceError as error:
        answer = {"error": error.message, "hint": error.hint}
    sys.stdout.write(json.dumps(answer))


def _limit(size: int, *, large: bool) -> None:
    """Limit this process' memory and time, which is that of the processor: on a busy machine all takes longer."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    memory = _MEMORY if large else min(_LEAST_MEMORY + _MEMORY_A_BYTE * size, _MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if not large:
        seconds = min(_LEAST_SECONDS + _SECONDS_A_MEGABYTE * size // MEGABYTE, _SECONDS)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
