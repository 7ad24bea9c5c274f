"""Answers that are more than a list of records: track, trend, status, where, import, show."""

from __future__ import annotations

from collections import Counter

from inspect_cli.model import (
    Area,
    AreaStatus,
    Detail,
    Finding,
    FindingView,
    ImportOutcome,
    Judgement,
    Rag,
    Reference,
    ReferenceView,
    Report,
    ReportView,
    StatusView,
    Track,
    TrendCell,
    TrendRow,
    Where,
)
from inspect_cli.show import as_json
from inspect_cli.show import ungraded as as_ungraded
from inspect_cli.show.as_json import Record


def track(one: Track) -> Record:
    """Give the contract's answer to ``track``."""
    return {
        "areas": [as_json.area(view) for view in one.areas],
        "timeline": [as_json.moment(line) for line in one.timeline],
    }


def _cell(cell: TrendCell) -> Record:
    return {
        "year": cell.year,
        "label": cell.label,
        "grade": cell.grade,
        "basis": cell.basis,
        "carried_from": cell.carried_from,
        "comparable_with_previous": cell.comparable_with_previous,
        "why_not": cell.why_not,
    }


def trend(row: TrendRow) -> Record:
    """Give the contract's record of one row of ``trend``."""
    head = {"force": row.force, "pillar": row.pillar, "question": row.question, "subject": row.subject}
    gaps = [{"year": gap.year, "label": gap.label, "state": as_ungraded.state(gap.to_come)} for gap in row.gaps]
    return {**head, "cells": [_cell(cell) for cell in row.cells], "not_graded": gaps}


def trend_cells(row: TrendRow) -> list[Record]:
    """Give one flat record for each grade of a row, for CSV and plain text."""
    head = {"force": row.force, "pillar": row.pillar, "question": row.question, "subject": row.subject}
    return [{**head, **_cell(cell)} for cell in row.cells]


def status(view: StatusView) -> Record:
    """Give the contract's answer to ``status``."""
    stands = Counter(one.state.status for one in view.areas)
    colours = Counter(one.state.rag for one in view.areas)
    return {
        "force": view.force,
        "reports": len(view.reports),
        "undated": view.undated,
        "judgements": {(one.pillar or one.subject): one.grade for one in view.judgements},
        "areas": {"total": len(view.areas), **{str(one): stands[one] for one in AreaStatus}},
        "rag": {str(one): colours[one] for one in Rag},
        "overdue": list(view.overdue),
        "due_soon": list(view.due_soon),
        "disputed": list(view.disputed),
        "silent": list(view.silent),
        "proposed": view.proposed,
        "oldest": view.oldest,
        "next_dates": list(view.next_dates),
        "no_date": list(view.no_date),
        "national": sum(one.area.national for one in view.areas),
    }


def where(one: Where) -> Record:
    """Give the contract's answer to ``where``."""
    return {"data": one.data, "store": one.store, "why": one.why, "exists": one.exists}


def outcome(one: ImportOutcome) -> Record:
    """Give the contract's answer to ``import``."""
    return {
        "imported": [as_json.report(view) for view in one.imported],
        "unchanged": list(one.unchanged),
        "replaced": [as_json.report(view) for view in one.replaced],
        "failed": [{"file": bad.file, "error": bad.error, "hint": bad.hint} for bad in one.failed],
        "copies": [copy._asdict() for copy in one.copies],
    }


def unclaimed(one: ImportOutcome) -> Record:
    """Give the sentences that no rule used, which --explain asks for."""
    found = ((file, *sentence) for file, sentences in one.unclaimed.items() for sentence in sentences)
    fields = ("file", "line", "trigger", "text")
    return {"unclaimed": [dict(zip(fields, sentence, strict=True)) for sentence in found]}


def outcome_rows(one: ImportOutcome) -> list[Record]:
    """Give a flat record for each file of an import, for CSV and plain text."""
    rows = [("imported", view.report.file, view.report.id, "", "") for view in one.imported]
    rows += [("replaced", view.report.file, view.report.id, "", "") for view in one.replaced]
    rows += [("unchanged", file, "", "", "") for file in one.unchanged]
    rows += [("copy", copy.file, copy.report, "", "") for copy in one.copies]
    rows += [("failed", bad.file, "", bad.error, bad.hint) for bad in one.failed]
    return [dict(zip(("outcome", "file", "id", "error", "hint"), row, strict=True)) for row in rows]


def detail(one: Detail) -> Record:
    """Give one item's record, and with it: what it is, the lines around its words, the areas it belongs to.

    ``above`` and ``below`` are the ids of the areas of its causes of concern, and of the recommendations it holds.
    """
    return {
        **_record(one),
        "item": type(one.item).__name__.lower(),
        "around": [[line, text] for line, text in one.around],
        "areas": [as_json.area(view) for view in one.areas],
        "above": [view.area.id for view in one.above],
        "below": [view.area.id for view in one.below],
    }


def _record(one: Detail) -> Record:
    held = (view.area for view in one.areas if any(member.id == one.item.id for member in view.area.members))
    home = next((area.id for area in held), None)
    match one.item:
        case Report() as item:
            counts = (len(one.judgements), len(one.findings), len(one.references))
            view = one.report or ReportView(item, *counts)
            return {**as_json.report(view), "figures": as_json.figures(one.figures)}
        case Judgement() as item:
            return as_json.judgement(item)
        case Finding() as item:
            return as_json.finding(FindingView(item, home))
        case Reference() as item:
            return as_json.reference(ReferenceView(item, home, one.resolution))
        case Area():
            return as_json.area(one.areas[0])
