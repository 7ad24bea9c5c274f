"""Many sources read at once, in processes of their own; one after another where that is as fast or all there is."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from inspect_cli.errors import SourceError
from inspect_cli.workflow.reading import Known, Reading, Task, read_report
from inspect_cli.workflow.sources import Source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

# To begin processes costs as much as to read so many bytes of text.
_WORTH_A_PROCESS = 200_000


class Step(NamedTuple):
    """How far an import is: so many sources done of all, and the one that is read now ("": several at once).

    Of that one, how many pages are done and how many it has (0: not known).
    """

    done: int
    total: int
    name: str
    page: int = 0
    pages: int = 0


Progress: TypeAlias = Callable[[Step], None]
Read: TypeAlias = Reading | SourceError


def worthwhile(sources: Sequence[Source], cores: int) -> int:
    """Say in how many processes sources are read fastest on a machine with so many cores."""
    if len(sources) < 2 or sum(source.size() for source in sources) < _WORTH_A_PROCESS:
        return 1
    return min(cores, len(sources))


def read_all(tasks: Sequence[Task], known: Known, jobs: int, progress: Progress | None) -> list[Read]:
    """Read sources in ``jobs`` processes; gives in the order of the tasks what was read, or why it could not be.

    What is given does not depend on ``jobs``. Where no processes can be made, all are read in this one. Raises
    UsageError for a given value that cannot be.
    """
    tell = progress or _to_nobody
    jobs = min(jobs, len(tasks))
    pool = _Pool.begun(tasks, known, jobs) if jobs > 1 else None
    found = pool.collect(tell) if pool else [_read_here(tasks, at, known, tell) for at in range(len(tasks))]
    if tasks:
        tell(Step(len(tasks), len(tasks), ""))
    return found


def _to_nobody(step: Step) -> None:
    del step


def _read_here(tasks: Sequence[Task], at: int, known: Known, tell: Progress) -> Read:
    name = tasks[at].source.name
    tell(Step(at, len(tasks), name))
    try:
        return read_report(tasks[at], known, lambda page, pages: tell(Step(at, len(tasks), name, page, pages)))
    except SourceError as error:
        return error


class _Worker:
    """What a process for reading knows; set once as it begins."""

    known: Known


def _begin(known: Known) -> None:
    """Begin a process for reading. Ctrl-C is for the one that waits for it, which then ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _Worker.known = known


def _end_with_parent() -> None:
    """End this process when the one ends that waits for it, killed maybe: nobody else would tell it to."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read(task: Task) -> Read:
    """Read one source in a process of its own; what is wrong with it is handed back."""
    try:
        return read_report(task, _Worker.known)
    except SourceError as error:
        return error


class _Pool:
    """Processes at work on tasks; they are ended when all is collected, and when anything stops that."""

    def __init__(self, executor: ProcessPoolExecutor, tasks: Sequence[Task], known: Known) -> None:
        self._executor = executor
        self._tasks = tasks
        self._known = known
        self._futures: dict[Future[Read], int] = {}

    @classmethod
    def begun(cls, tasks: Sequence[Task], known: Known, jobs: int) -> _Pool | None:
        """Begin ``jobs`` processes, the longest tasks first; None where this machine makes none."""
        from concurrent.futures import ProcessPoolExecutor

        try:
            pool = cls(ProcessPoolExecutor(jobs, initializer=_begin, initargs=(known,)), tasks, known)
        except (ImportError, NotImplementedError, OSError):  # no semaphores, or no memory to share
            return None
        try:
            for at in sorted(range(len(tasks)), key=lambda at: -tasks[at].source.size()):
                pool._futures[pool._executor.submit(_read, tasks[at])] = at
        except OSError:  # no more processes are allowed
            pool._end()
            return None
        return pool

    def collect(self, tell: Progress) -> list[Read]:
        """Wait for all; gives what was read in the order of the tasks."""
        from concurrent.futures import as_completed
        from concurrent.futures.process import BrokenProcessPool

        found: dict[int, Read] = {}
        try:
            tell(Step(0, len(self._tasks), ""))
            for future in as_completed(self._futures):
                try:
                    found[self._futures[future]] = future.result()
                except BrokenProcessPool:  # which task ended a process is not told
                    continue
                tell(Step(len(found), len(self._tasks), ""))
        finally:
            self._end()
        return [found[at] if at in found else self._read_apart(at) for at in range(len(self._tasks))]

    def _read_apart(self, at: int) -> Read:
        """Read a source again that was lost when a process ended, in a process for it alone."""
        from concurrent.futures.process import BrokenProcessPool

        task = self._tasks[at]
        pool = _Pool.begun([task], self._known, 1)
        if pool is not None:
            try:
                return next(iter(pool._futures)).result()
            except BrokenProcessPool:
                pass
            finally:
                pool._end()
        return SourceError(
            f"{task.source.name} could not be read: the process that read it was ended by the system.",
            "It may need more memory than there is. Import it alone, or save the report as plain text.",
        )

    def _end(self) -> None:
        """End the processes, at once where tasks are left."""
        from multiprocessing import active_children

        if not all(future.done() for future in self._futures):
            for child in active_children():
                child.terminate()
        self._executor.shutdown(cancel_futures=True)
