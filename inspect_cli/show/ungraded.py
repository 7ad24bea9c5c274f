"""What reports say that they do not grade: a listing of its own, since it is no judgement."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from inspect_cli.model import Ungraded, count
from inspect_cli.show.as_json import Record, span_record
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import force_words, ungraded_words, words

UNGRADED = (
    Column("Year"),
    Column("Force", keep=7, least=10, under="What"),
    Column("Pillar"),
    Column("What", least=24),
    Column("Grade", least=10),
    Column("It says", keep=6, least=24, under="What"),
    Column("Source", keep=5, under="What"),
)


def state(to_come: bool) -> str:
    """Say as scripts see it whether there is no grade, or not yet."""
    return "not-yet-graded" if to_come else "not-graded"


def ungraded_record(one: Ungraded) -> Record:
    """Give the record of something that a report says it does not grade."""
    return {
        "report": one.report,
        "force": one.force,
        "programme": one.programme,
        "year": one.year,
        "pillar": one.pillar,
        "question": one.question,
        "subject": one.subject,
        "state": state(one.to_come),
        "quote": one.quote,
        "span": span_record(one.span),
    }


def ungraded_table(found: Sequence[Ungraded], look: Look) -> Table:
    """Show what is not graded, and the words that say so."""
    several = len({one.force for one in found}) > 1
    return make_table(UNGRADED, [_row(one, look, several) for one in found], look.width)


def _row(one: Ungraded, look: Look, several: bool) -> Row:
    return {
        "Year": cell(look.label(one.year)),
        "Force": cell(force_words(one.force)) if several else Text(),
        "Pillar": cell(words(one.pillar)),
        "What": cell(f"{one.question}. {one.subject}" if one.question else one.subject),
        "Grade": cell(ungraded_words(one.to_come), "dim"),
        "It says": cell(one.quote),
        "Source": cell(look.source(one.report, one.span)),
    }


def ungraded_footer(found: Sequence[Ungraded], look: Look) -> list[str]:
    """Count what is not graded."""
    del look
    return [f"{count(len(found), 'subject')} not graded. inspect-cli trend; inspect-cli explain"]


def ungraded_note(found: Sequence[Ungraded]) -> list[str]:
    """Say below a list of judgements that reports say of something that it is not graded."""
    if not found:
        return []
    return [f"not graded, by what reports say: {count(len(found), 'subject')}. inspect-cli judgements --ungraded"]
