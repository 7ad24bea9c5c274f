"""A progress bar for work that takes longer than a second, where someone is looking."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from pathlib import PurePath
from types import TracebackType
from typing import TYPE_CHECKING

from inspect_cli.cli.printing import bar_console, is_watched

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from inspect_cli.workflow.importing import Step

_PATIENCE = 1.0
_LONGEST_NAME = 40


class Bar(AbstractContextManager["Bar"]):
    """Shows how far an import is, on standard error; nothing where that is no terminal or under --quiet.

    Of a single file the bar counts pages; of several it counts files, and the pages stand beside the name.
    """

    def __init__(self, quiet: bool) -> None:
        self._wanted = not quiet and is_watched()
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, step: Step) -> None:
        """Tell of a step."""
        if not self._wanted or time.monotonic() - self._began < _PATIENCE:
            return
        done, total = _counted(step)
        if self._bar is None or self._task is None:
            self._bar = _make_bar()
            self._task = self._bar.add_task(said(step), completed=done, total=total)
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total, description=said(step))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def _counted(step: Step) -> tuple[int, int | None]:
    """Give how much is done of how much; of None where that is not known."""
    if step.total > 1:
        return step.done, step.total
    return (step.page, step.pages) if step.pages else (0, None)


def said(step: Step) -> str:
    """Say what is being read: "peel-2018.pdf, page 12 of 300", "3 of 20 files"."""
    from inspect_cli.show.safe import visible

    name = visible(PurePath(step.name).name)
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME // 2 - 1]}…{name[-_LONGEST_NAME // 2 :]}"
    files = f"{step.done} of {step.total} files" if step.total > 1 else ""
    page = f"page {step.page} of {step.pages}" if step.pages else ""
    return ", ".join(filter(None, (files, name, page))) or "linking"


def _make_bar() -> Progress:
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    # A file's name is data: it may hold what would be markup.
    text = TextColumn("{task.description}", markup=False)
    return Progress(BarColumn(20), text, TimeRemainingColumn(), console=bar_console(), transient=True)
