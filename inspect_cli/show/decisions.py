"""What people decided, in words: each event for the log and for the one who decided it; what a command did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from inspect_cli.model import Event, EventKind, EventView, Outcome
from inspect_cli.show.columns import cell
from inspect_cli.show.look import Look, ShortIds
from inspect_cli.show.words import day_words, listed, words

_DAYS = (EventKind.DUE, EventKind.RESPONSE)
_NONE = {EventKind.OWNER: "nobody", EventKind.DUE: "no date"}


def change_words(event: Event, short: ShortIds, undone: Event | None = None) -> str:
    """Tell an event from what to what: "due: 8 December 2018 → 31 March 2027"; of an undo what it took back."""
    if event.kind is EventKind.UNDO:
        return f"undo of {change_words(undone, short)}" if undone else "undo"
    if event.kind not in _CHANGED:
        return _done(event, short)
    name = _CHANGED[event.kind]
    after = _value(event.kind, event.after)
    change = f"{_value(event.kind, event.before)} → {after}" if event.before else after
    return f"{name}: {change}{_with_evidence(event)}"


def told_words(event: Event, short: ShortIds, undone: Event | None = None) -> str:
    """Tell an event to who decided it, its days in full: "due 31 March 2027 (Wednesday), was 8 December 2018"."""
    if event.kind is EventKind.UNDO:
        return f"took back: {told_words(undone, short)}" if undone else "took back"
    if event.kind not in _CHANGED:
        return _done(event, short)
    after = _value(event.kind, event.after)
    if event.kind in _DAYS and event.after:
        after = f"{after} ({date.fromisoformat(event.after):%A})"
    was = f", was {_value(event.kind, event.before)}" if event.before else ""
    return f"{_CHANGED[event.kind]} {after}{was}{_with_evidence(event)}"


_CHANGED = {
    EventKind.STATUS: "status",
    EventKind.OWNER: "owner",
    EventKind.DUE: "due",
    EventKind.RENAME: "title",
    EventKind.RESPONSE: "comments published",
}


def _value(kind: EventKind, value: str | None) -> str:
    if value is None:
        return _NONE.get(kind, "none")
    if kind in _DAYS:
        return day_words(date.fromisoformat(value))
    return words(value) if kind is EventKind.STATUS else value


def _done(event: Event, short: ShortIds) -> str:
    """Tell what was done where nothing went from one value to another."""
    before, after = short(event.before), short(event.after)
    finds = listed(short(find) for find in event.finds)
    done = {
        EventKind.NOTE: f"note: {event.note}",
        EventKind.EVIDENCE: f"evidence: {event.evidence}",
        EventKind.LINK: f"{after} linked",
        EventKind.UNLINK: f"{before} unlinked",
        EventKind.MERGE: f"{before} merged into it",
        EventKind.SPLIT: f"{finds} split off as {after}",
        EventKind.OPEN: f"tracked, for {after}",
    }
    return done.get(event.kind, words(event.kind))


def _with_evidence(event: Event) -> str:
    return f", evidence: {event.evidence}" if event.evidence else ""


def outcome_lines(one: Outcome, look: Look) -> Iterator[Text]:
    """Say in one line for each area, or report, what a command did with it; then what else there is to know."""
    groups: dict[str, list[EventView]] = {}
    for view in one.events:
        groups.setdefault(view.event.area or view.event.report or "", []).append(view)
    titles = {view.area.id: view.area.title for view in one.areas}
    for name, views in groups.items():
        title = titles.get(name) or views[0].title or ""
        did = "; ".join(told_words(view.event, look.short, view.undone) for view in views)
        head = ((look.short(name), "cyan"), "  ", cell(title, "bold"), ": " if title else "")
        yield Text.assemble(*head, cell(did))
    for name in one.unchanged:
        yield Text.assemble((look.short(name), "cyan"), "  nothing to change: it is so already")
    yield from (cell(message, "yellow") for message in one.messages)
