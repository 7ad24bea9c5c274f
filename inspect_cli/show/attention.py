"""What needs attention, for people, scripts and monitoring; none of it as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from inspect_cli.model import CheckLine, Mended, Problem, ResponseView, Verified, VerifyLine, count
from inspect_cli.show.as_json import Record
from inspect_cli.show.look import Look
from inspect_cli.show.safe import visible

# What monitoring calls a check, what it says of it, and whether a finding is critical.
_MEASURES = {
    "overdue": ("overdue", "overdue", True),
    "response": ("responses", "past the day for a response", True),
    "due-within": ("due_soon", "due soon", False),
    "moved-without-reason": ("moved_without_reason", "moved without a reason", False),
    "stale": ("stale", "stale", False),
}
_NAME = "INSPECT"


def check_record(line: CheckLine) -> Record:
    """Give the contract's record of one thing that needs attention."""
    since = line.since.isoformat() if line.since else None
    return {"check": line.check, "area": line.area, "report": line.report, "since": since, "message": line.message}


def check_line(line: CheckLine, look: Look) -> str:
    """Tell one thing that needs attention: which check, the id to look it up by, what it is."""
    return f"{line.check}  {look.short(line.area or line.report)}  {visible(line.message)}"


def problem_record(problem: Problem) -> Record:
    """Give the record of something that is not right in the store."""
    return {"test": problem.test, "id": problem.id, "message": problem.message}


def problem_line(problem: Problem) -> str:
    """Tell something that is not right in the store."""
    return "  ".join(visible(part) for part in (problem.test, problem.id or "", problem.message) if part)


def mended_records(done: Mended) -> list[Record]:
    """Give the records of what was mended and of what is left."""
    marked = [(one, True) for one in done.mended] + [(one, False) for one in done.left]
    return [{**problem_record(one), "mended": mended} for one, mended in marked]


def mended_record(done: Mended) -> Record:
    """Give the record of a repair: where the store was kept before (null: untouched), what it mended, what is left."""
    mended, left = ([problem_record(one) for one in some] for some in (done.mended, done.left))
    return {"backup": done.backup, "mended": mended, "left": left}


def mended_lines(done: Mended) -> Iterator[str]:
    """Tell what was mended, where the store was kept before, and what is left."""
    yield from (f"mended  {problem_line(one)}" for one in done.mended)
    yield from (f"left  {problem_line(one)}" for one in done.left)
    if done.backup:
        yield f"The store as it was before is kept in {visible(done.backup)}"
    elif not done.left:
        yield "Nothing is wrong, and nothing was changed."


def verify_record(line: VerifyLine) -> Record:
    """Give the record of something that no longer agrees."""
    return {"check": line.check, "id": line.id, "report": line.report, "message": line.message}


def verify_line(line: VerifyLine) -> str:
    """Tell something that no longer agrees."""
    return "  ".join(visible(part) for part in (line.check, line.id or line.report, line.message))


def verified_line(done: Verified) -> str:
    """Say what was looked at, and of how many reports the file is no longer there."""
    unread = sum(line.check == "text" for line in done.found)
    wrong = sum(line.check not in ("text", "file") for line in done.found)
    told = [f"{wrong} do not agree"] * bool(wrong)
    told += [f"those of {count(unread, 'report')} could not be compared"] * bool(unread)
    how = ", ".join(told) or "all agree with the stored texts"
    gone = f"; the files of {count(done.gone, 'report')} are not there to compare" if done.gone else ""
    return f"{count(done.quotes, 'quote')} in {count(done.reports, 'report')}: {how}{gone}."


def response_record(view: ResponseView) -> Record:
    """Give the record of how the statutory response to a report stands."""
    one = view.report
    return {
        "report": one.id,
        "title": one.title,
        "published": one.published.isoformat() if one.published else None,
        "applies": view.applies,
        "why": view.why,
        "due": view.due.isoformat() if view.due else None,
        "responded": view.published.isoformat() if view.published else None,
        "days_left": view.days_left,
        "overdue": is_overdue(view),
        "explain": view.explain,
    }


def is_overdue(view: ResponseView) -> bool:
    """Say whether a response is due and its last day is past."""
    return view.applies and view.late and view.published is None


def monitoring_line(lines: Sequence[CheckLine], made: Iterable[str]) -> tuple[str, str]:
    """Give the state (OK, WARNING or CRITICAL) and the one line for monitoring, with a count for each check ``made``.

    A count is followed by its limits, ``;warning;critical``: above 0 it is the one or the other.
    """
    counts = Counter(line.check for line in lines)
    known = [(counts[check], *_MEASURES[check]) for check in _MEASURES if check in {*made, *counts}]
    state = "OK"
    if lines:
        state = "CRITICAL" if any(number and critical for number, *_, critical in known) else "WARNING"
    said = ", ".join(f"{number} {words}" for number, _, words, _ in known if number) or "nothing needs attention"
    data = " ".join(f"{label}={number};{';0' if critical else '0;'}" for number, label, _, critical in known)
    return state, f"{_NAME} {state} - {said} | {data}"


def unknown_line(message: str) -> str:
    """Give the one line for monitoring where nothing could be checked; a bar would begin the counts."""
    return f"{_NAME} UNKNOWN - {visible(message).replace('|', '/')}"


def sound_line(areas: int, reports: int) -> str:
    """Say that nothing is wrong."""
    return f"Nothing is wrong: {count(reports, 'report')}, {count(areas, 'area')}, and the totals add up."
