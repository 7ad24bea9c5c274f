"""A listing put out: records in the form asked for, or a table with its footer, or in words that there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from inspect_cli.cli.session import Session

if TYPE_CHECKING:
    from rich.console import RenderableType

    from inspect_cli.model import AreaView
    from inspect_cli.show.look import Look

Table = Callable[[Any, "Look"], "RenderableType"]
Footer = Callable[[Any, "Look"], list[str]]


def put(session: Session, kind: str, views: Sequence[Any], without: str = "", command: str = "") -> None:
    """Put out a listing of ``kind`` ("findings"): what it holds, or that it holds nothing.

    ``without`` says that for one command, ``command`` is what to type without filters where that is not the kind.
    """
    # Of the log, which is told oldest first, a table keeps the end.
    shown = session.limited(views, from_end=kind == "events")
    if not session.out.is_table:
        from inspect_cli.show.as_csv import FIELDS

        session.out.answer(_records(kind, shown), fields=FIELDS[kind])
    elif views:
        table, footer = _for_people(kind)
        session.out.show(table(shown, session.look))
        if len(shown) < len(views):
            session.out.note([f"{len(shown)} of {len(views)} shown; --limit 0 for all"])
        rules = colours_line(shown) if kind == "areas" else []
        session.out.footer([*footer(views, session.look), *rules, *as_of_line(session)])
    else:
        session.out.show(nothing(session, _NOUNS.get(kind, kind), without, command))


def colours_line(areas: Sequence[AreaView]) -> list[str]:
    """Say by which rules areas have their colours."""
    from inspect_cli.show.footers import colours_footer
    from inspect_cli.workflow.queries import colour_rules

    return colours_footer(colour_rules(), areas)


def as_of_line(session: Session) -> list[str]:
    """Say of which day an answer speaks, where that is not today."""
    from inspect_cli.show.words import day_words

    return [f"as things stood on {day_words(session.as_of)}"] if session.as_of else []


def nothing(session: Session, kind: str, without: str = "", command: str = "") -> RenderableType:
    """Say in words that there is nothing to show, and what to do next.

    ``without`` says it for one command, ``command`` is what to type without filters where that is no listing.
    """
    from rich.text import Text

    from inspect_cli.show.safe import visible

    return Text(visible(_nothing(session, kind, without, command)))


def _nothing(session: Session, kind: str, without: str, command: str) -> str:
    from inspect_cli.show.footers import BEGIN
    from inspect_cli.show.words import day_words

    if not session.book.reports:
        as_of = session.where.exists and session.as_of
        return f"Nothing was known on {day_words(as_of)}: every report is younger." if as_of else BEGIN
    narrowed = set(session.given) & {
        "force",
        "year",
        "since",
        "until",
        "pillar",
        "grade",
        "kind",
        "theme",
        "report",
        "status",
    }
    if narrowed or session.given.get("formal") or session.given.get("national"):
        return f"No {kind} match these filters. Without them: inspect-cli {command or _COMMANDS.get(kind, kind)}"
    return without or f"There are no {kind} in the reports imported so far. inspect-cli reports lists what was read."


_NOUNS = {"moved": "areas", "proposals": "areas", "disputed": "areas", "silent": "areas"}
_COMMANDS = {"grades": "trend", "responses": "reports --responses", "lines": "search WORDS", "events": "log"}


def _records(kind: str, views: Sequence[Any]) -> list[dict[str, Any]]:
    from inspect_cli.show import as_json
    from inspect_cli.show.attention import response_record
    from inspect_cli.show.ungraded import ungraded_record

    record: dict[str, Callable[[Any], dict[str, Any]]] = {
        "reports": as_json.report,
        "judgements": as_json.judgement,
        "findings": as_json.finding,
        "references": as_json.reference,
        "areas": as_json.area,
        "themes": as_json.theme,
        "responses": response_record,
        "ungraded": ungraded_record,
        "lines": as_json.hit,
        "events": as_json.event,
        "changes": as_json.change,
    }
    return [record[kind](view) for view in views]


# Of each kind the function that makes its table and the one that makes its footer: each module is imported when used.
_FOR_PEOPLE = {
    "reports": ("tables.reports_table", "footers.reports_footer"),
    "judgements": ("tables.judgements_table", "footers.judgements_footer"),
    "findings": ("tables.findings_table", "footers.findings_footer"),
    "references": ("tables.references_table", "footers.references_footer"),
    "areas": ("tables.areas_table", "footers.areas_footer"),
    "themes": ("tables.themes_table", "footers.themes_footer"),
    "ungraded": ("ungraded.ungraded_table", "ungraded.ungraded_footer"),
    "responses": ("responses.responses_table", "responses.responses_footer"),
    "lines": ("quote.hits_text", "footers.hits_footer"),
    "events": ("log.log_text", "log.log_footer"),
    "changes": ("log.changes_table", "log.changes_footer"),
    "moved": ("picked.moved_table", "picked.moved_footer"),
    "proposals": ("picked.proposals_table", "picked.proposals_footer"),
    "disputed": ("tables.areas_table", "picked.disputed_footer"),
    "silent": ("tables.areas_table", "picked.silent_footer"),
}


def _for_people(kind: str) -> tuple[Table, Footer]:
    table, footer = (_shown_by(name) for name in _FOR_PEOPLE[kind])
    return table, footer


def _shown_by(name: str) -> Callable[..., Any]:
    module, function = name.split(".")
    found: Callable[..., Any] = getattr(import_module(f"inspect_cli.show.{module}"), function)
    return found
