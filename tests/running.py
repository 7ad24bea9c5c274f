"""Run the command line inside the test's own process, as the console script does."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit status and what it printed."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """Give standard output as JSON; fails on any other exit status than 0."""
        assert self.status == 0, self.err
        return json.loads(self.out)


def run(*arguments: object, data: Path | None = None, stdin: str = "") -> Ran:
    """Run ``inspect-cli`` with these arguments on the data folder ``data``; what it does not catch is raised here."""
    # Imported here: tests that do not run the command line must not need it.
    from inspect_cli.cli.app import main

    out, err = _stream(), _stream()
    status = 0
    where = {} if data is None else {"INSPECT_CLI_DATA": str(data)}
    with (
        patch.dict(os.environ, where),
        patch.object(sys, "argv", ["inspect-cli", *(str(argument) for argument in arguments)]),
        patch.object(sys, "stdin", _stream(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return Ran(status, _written(out), _written(err))


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def import_each(data: Path, *paths: Path) -> None:
    """Import files or folders into the store in ``data``, each by a command of its own; fails unless all go in."""
    for path in paths:
        ran = run("import", path, data=data)
        assert ran.status == 0, ran.err


def snapshot(folder: Path) -> dict[str, bytes]:
    """Give the content of every file below ``folder`` but lock files; an absent folder has none."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".lock")
