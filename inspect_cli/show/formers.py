"""Former states of the store, and what bringing one back did, for people and scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.table import Table

from inspect_cli.model import FormerState, Restored, count
from inspect_cli.show.as_json import Record
from inspect_cli.show.columns import Column, cell, make_table
from inspect_cli.show.safe import visible
from inspect_cli.show.words import day_short

_COLUMNS = (
    Column("Change"),
    Column("At"),
    Column("Reports"),
    Column("Events"),
    Column("Size"),
    Column("Kept", least=10),
    Column("State"),
)
_NAMED = 5


def former_record(state: FormerState) -> Record:
    """Give the record of a former state."""
    return dict(state._asdict())


def restored_record(done: Restored) -> Record:
    """Give the record of what bringing a former state back did."""
    return {
        "restored": done.state.change,
        "change": done.change,
        "before": done.before,
        "damaged": done.damaged,
        "missing_texts": list(done.missing),
        "same": done.same,
        "written": done.written,
    }


def formers_table(states: Sequence[FormerState], width: int | None) -> Table:
    """Show former states: how old, what each holds, whether it is good; one that is kept twice is shown once."""
    on_request = {(state.change, state.at) for state in states if state.kept and state.good}
    rows = [
        {
            "Change": cell(str(state.change), "cyan"),
            "At": cell(_when(state)),
            "Reports": cell("" if state.reports is None else str(state.reports)),
            "Events": cell("" if state.events is None else str(state.events)),
            "Size": cell(_size(state.size)),
            "Kept": cell("on request" if state.kept else ""),
            "State": cell("good", "green") if state.good else cell("damaged", "red"),
        }
        for state in states
        if state.kept or (state.change, state.at) not in on_request
    ]
    return make_table(_COLUMNS, rows, width)


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1_000, 1)} kB"


def _when(state: FormerState) -> str:
    try:
        at = datetime.fromisoformat(state.at) if state.at else None
    except ValueError:
        return state.at or ""
    return f"{day_short(at.date())} {at:%H:%M}" if at else ""


def _told(state: FormerState) -> str:
    held = [count(state.reports, "report")] if state.reports is not None else []
    held += [count(state.events, "event")] if state.events is not None else []
    when = f", {_when(state)}" if _when(state) else ""
    return visible(f"change {state.change}{when} ({', '.join(held)})" if held else f"change {state.change}{when}")


def backup_line(state: FormerState) -> str:
    """Say that the store was kept, and where."""
    return f"kept the state of {_told(state)} in {visible(state.file)}"


def restored_lines(done: Restored) -> Iterator[str]:
    """Say what bringing a former state back did, what became of the one before it, and which texts are gone."""
    if done.same:
        yield f"nothing was changed: the store stands as {_told(done.state)} left it"
    elif done.written:
        yield f"brought back {_told(done.state)}, as change {done.change}"
    else:
        yield f"would bring back {_told(done.state)}; nothing was changed"
    if done.damaged and done.written:
        yield f"the damaged store was moved to {visible(done.damaged)}"
        yield f"what was decided after change {done.state.change} is to be entered again"
    elif done.damaged:
        yield f"the damaged store {visible(done.damaged)} would be moved aside"
    elif done.before is not None:
        yield f"the state before is kept: inspect-cli restore {done.before} brings it back"
    if done.missing:
        named = ", ".join(done.missing[:_NAMED]) + (" …" if len(done.missing) > _NAMED else "")
        yield f"the text of {count(len(done.missing), 'report')} is gone, import again: {visible(named)}"
