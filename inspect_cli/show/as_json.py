"""Views as the records of the contract: every field by its name and in its order, null where there is nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from inspect_cli.model import (
    AreaView,
    Change,
    Deadline,
    DueMove,
    Event,
    EventView,
    Figure,
    FindingView,
    Hit,
    Judgement,
    LogEntry,
    Member,
    Moment,
    ReferenceView,
    ReportView,
    Span,
    ThemeView,
)
from inspect_cli.show.safe import escape_json
from inspect_cli.show.words import number

Record = dict[str, Any]


def dumps(value: object, *, in_ascii: bool = False) -> str:
    """Encode records as JSON text that is safe to look at in a terminal; ``in_ascii`` for one that shows no more."""
    return escape_json(json.dumps(value, ensure_ascii=in_ascii, indent=2))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def span_record(span: Span | None) -> Record | None:
    """Give a place in a text as the contract has it."""
    return {"line": span.line, "last_line": span.last_line, "page": span.page} if span else None


def _deadline(deadline: Deadline | None) -> Record | None:
    return {"phrase": deadline.phrase, "date": _day(deadline.date)} if deadline else None


def figures(counted: Sequence[Figure]) -> list[Record]:
    """Give figures as the contract has them: a value and what it counts."""
    return [{"value": number(figure.value), "of": figure.of} for figure in counted]


def report(view: ReportView) -> Record:
    """Give the contract's record of a report."""
    one = view.report
    return {
        "id": one.id,
        "title": one.title,
        "file": one.file,
        "format": one.format,
        "sha256": one.sha256,
        "publisher": one.publisher,
        "kind": one.kind,
        "forces": list(one.forces),
        "programme": one.programme,
        "pillar": one.pillar,
        "inspection_year": one.inspection_year,
        "inspection_label": one.inspection_label,
        "published": _day(one.published),
        "page_date": _day(one.page_date),
        "dated_by": {name: one.rung(name) for name in ("inspection_year", "published")},
        "inspector": one.inspector,
        "counts": {"judgements": view.judgements, "findings": view.findings, "references": view.references},
        "imported_at": _time(one.imported_at),
    }


def judgement(one: Judgement) -> Record:
    """Give the contract's record of a judgement."""
    return {
        "id": one.id,
        "report": one.report,
        "force": one.force,
        "programme": one.programme,
        "year": one.year,
        "pillar": one.pillar,
        "question": one.question,
        "subject": one.subject,
        "grade": one.grade,
        "basis": one.basis,
        "carried_from": one.carried_from,
        "quote": one.quote,
        "span": span_record(one.span),
    }


def finding(view: FindingView) -> Record:
    """Give the contract's record of a finding."""
    one = view.finding
    return {
        "id": one.id,
        "report": one.report,
        "force": one.force,
        "addressed_to": one.addressed_to,
        "year": one.year,
        "kind": one.kind,
        "formal": one.formal,
        "text": one.text,
        "pillar": one.pillar,
        "question": one.question,
        "themes": list(one.themes),
        "deadline": _deadline(one.deadline),
        "figures": figures(one.figures),
        "parent": one.parent,
        "area": view.area,
        "quote": one.quote,
        "span": span_record(one.span),
        "log": [_log_entry(entry) for entry in one.log],
    }


def _log_entry(entry: LogEntry) -> Record:
    """Give an entry of the register's log: its comment, or, where it could not be read whole, all of it."""
    return {
        "date": _day(entry.date),
        "status": entry.status,
        "text": (entry.text or None) if entry.parsed else None,
        "raw": None if entry.parsed else entry.text,
        "span": span_record(entry.span),
    }


def reference(view: ReferenceView) -> Record:
    """Give the contract's record of a follow-up."""
    one, resolution = view.reference, view.resolution
    return {
        "id": one.id,
        "report": one.report,
        "force": one.force,
        "year": one.year,
        "to_year": one.to_year,
        "to_kind": one.to_kind,
        "verdict": one.verdict,
        "text": one.text,
        "themes": list(one.themes),
        "deadline": _deadline(one.deadline),
        "resolved_to": resolution.resolved_to if resolution else None,
        "unresolved_because": resolution.because if resolution else None,
        "area": view.area,
        "quote": one.quote,
        "span": span_record(one.span),
        "addressed_to": one.addressed_to,
        "figures": figures(one.figures),
    }


def _member(member: Member) -> Record:
    return {"id": member.id, "year": member.year, "kind": member.kind, "link": member.link, "why": member.why}


def area(view: AreaView) -> Record:
    """Give the contract's record of an area."""
    one, state, standing = view.area, view.state, view.standing
    return {
        "id": one.id,
        "title": one.title,
        "force": one.force,
        "themes": list(one.themes),
        "formal": one.formal,
        "first_raised": one.first_raised,
        "last_seen": one.last_seen,
        "years": list(one.years),
        "inspections": one.inspections,
        "status": state.status,
        "inspectorate_view": one.inspectorate_view,
        "owner": state.owner,
        "due": _day(state.due),
        "due_set_by": state.due_set_by,
        "deadline": _deadline(one.deadline),
        "members": [_member(member) for member in one.members],
        "proposed": [{**_member(member), "score": member.score} for member in one.proposed],
        "rag": state.rag,
        "rag_why": state.rag_why,
        "days_left": state.days_left,
        "original_due": _day(state.original_due),
        "moves": [_move(one) for one in standing.moves],
        "status_by": standing.status_by,
        "status_at": _time(standing.status_at),
        "status_reason": standing.status_reason,
        "evidence": list(standing.evidence),
        "notes": list(standing.notes),
        "national": one.national,
    }


def _move(one: DueMove) -> Record:
    return {"from": _day(one.before), "to": _day(one.after), "at": _time(one.at), "by": one.by, "reason": one.reason}


def moment(one: Moment) -> Record:
    """Give the contract's record of one line of an area's time."""
    return {
        "year": one.year,
        "date": _day(one.date),
        "area": one.area,
        "kind": one.kind,
        "verdict": one.verdict,
        "text": one.text,
        "figures": figures(one.figures),
        "report": one.report,
        "span": span_record(one.span),
        "by": one.by,
    }


def theme(view: ThemeView) -> Record:
    """Give the contract's record of a theme."""
    return {
        "id": view.id,
        "title": view.title,
        "synonyms": [synonym.rstrip("*") for synonym in view.synonyms],
        "findings": view.findings,
        "areas": view.areas,
    }


def hit(one: Hit) -> Record:
    """Give the record of a place where a search matched."""
    return {
        "report": one.report,
        "title": one.title,
        "year": one.year,
        "line": one.line,
        "text": one.text,
        "matched": list(one.matched),
        "find": one.find,
    }


def event(view: EventView) -> Record:
    """Give the contract's record of a line of the log; then the area it speaks of today, a response's report."""
    one = view.event
    return {
        **_event(one, view.undone_by),
        "area_now": view.area,
        "title": view.title,
        "report": one.report,
        "finds": list(one.finds),
    }


def _event(one: Event, undone_by: str | None) -> Record:
    return {
        "id": one.id,
        "at": _time(one.at),
        "by": one.by,
        "kind": one.kind,
        "area": one.area,
        "field": one.field,
        "from": one.before,
        "to": one.after,
        "reason": one.reason,
        "evidence": one.evidence,
        "note": one.note,
        "undoes": one.undoes,
        "undone_by": undone_by,
    }


def change(one: Change) -> Record:
    """Give the record of what changed, with the decision it was (null: a report said it, which is named)."""
    return {
        "what": one.what,
        "area": one.area,
        "title": one.title,
        "date": _day(one.day),
        "by": one.by,
        "from": one.before,
        "to": one.after,
        "reason": one.reason,
        "report": one.report,
        # What is told here still holds, and an undo is never undone.
        "event": _event(one.event, None) if one.event else None,
    }
